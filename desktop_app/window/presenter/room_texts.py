"""Text in the picture on a wall: where twice the size leaves too little width, it stands upright or takes two lines."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from desktop_app.window.picture.texts import Texts

_HEAD_LINES = 2
"""What distinguishes a head's title: it may take two lines and is not bold, as the titles of rows are."""


class RoomTexts(Texts):
    """`head_height(font, width)` is how much room a head has for a title that stands upright."""

    def __init__(self, head_height: Callable[[QFont, float], float]) -> None:
        super().__init__()
        self._head_height = head_height

    def draw(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        font: QFont,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        most: int = 1,
        bottom: bool = False,
    ) -> float:
        wide = self._widest_word(text, font) > box.width()
        left = align == Qt.AlignmentFlag.AlignLeft and not bottom
        if most == _HEAD_LINES and left and wide and not font.bold():
            return self._upright(painter, box, text, font)
        if most == 1 and left and font.bold() and self.metrics(font).horizontalAdvance(text) > box.width():
            line = self.metrics(font).height()
            count = len(self.lines(text, box.width(), font, 2))
            raised = box.adjusted(0, -line * (count - 1) / 2, 0, line)
            return super().draw(painter, raised, text, font, most=2)
        return super().draw(painter, box, text, font, align, most, bottom)

    def _widest_word(self, text: str, font: QFont) -> float:
        metrics = self.metrics(font)
        return max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)

    def _upright(self, painter: QPainter, box: QRectF, text: str, font: QFont) -> float:
        height, line = self._head_height(font, box.width()), self.metrics(font).height()
        # A column narrower than a line shows one all the same, into the gap beside it.
        most = max(1, int((box.width() + line * 0.2) // line))
        painter.save()
        painter.translate(box.left() - line * 0.1, box.top() + height)
        painter.rotate(-90)
        super().draw(painter, QRectF(0, 0, height, line * most), text, font, most=most)
        painter.restore()
        return height
