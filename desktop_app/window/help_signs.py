"""The signs of the picture, drawn small for the help, and what each means."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.files.languages import _
from desktop_app.window.theme import Theme

SIGNS: tuple[tuple[str, Callable[[], str]], ...] = (
    (
        "bar",
        lambda: _("A bar is as long as the value is good; a full column is the best that the scale has."),
    ),
    ("width", lambda: _("A column is as wide as its weight, so that the bars of a row add up to its score.")),
    ("whisker", lambda: _("A whisker runs from the lowest to the highest that a score may turn out to be.")),
    ("unknown", lambda: _("A hatched cell with a question mark is unknown; it counts as the middle.")),
    ("tie", lambda: _("An equals sign after a rank says that the rank is shared.")),
    ("change", lambda: _("A triangle says how many places were won or lost since the order was pinned.")),
)


class Sign(QWidget):
    """One sign, as the picture draws it."""

    def __init__(self, theme: Theme, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._kind = theme, kind
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(118), self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(0, self._theme.px(2), self.width(), self._theme.px(16))
        getattr(self, f"_{self._kind}")(painter, box)
        painter.end()

    def _hue(self, at: int = 0, light: bool = False) -> QColor:
        return QColor(self._theme.tokens.hues[at][1 if light else 0])

    def _bar(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, self._theme.colour("track"))
        painter.fillRect(QRectF(box.left(), box.top(), box.width() * 0.7, box.height()), self._hue())

    def _width(self, painter: QPainter, box: QRectF) -> None:
        gap = self._theme.px(3)
        x = box.left()
        for at, (share, value) in enumerate(((0.5, 0.8), (0.3, 1.0), (0.2, 0.4))):
            width = box.width() * share - gap
            painter.fillRect(QRectF(x, box.top(), width, box.height()), self._theme.colour("track"))
            painter.fillRect(QRectF(x, box.top(), width * value, box.height()), self._hue(at))
            x += width + gap

    def _whisker(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, self._theme.colour("track"))
        painter.fillRect(
            QRectF(box.left(), box.top(), box.width() * 0.55, box.height()), self._hue(1, light=True)
        )
        low, high, y = box.left() + box.width() * 0.35, box.left() + box.width() * 0.75, box.center().y()
        end = box.height() * 0.3
        lines = [
            QLineF(low, y, high, y),
            QLineF(low, y - end, low, y + end),
            QLineF(high, y - end, high, y + end),
        ]
        for token, width in (("card", 4), ("text", 1.6)):
            painter.setPen(QPen(self._theme.colour(token), self._theme.px(width)))
            painter.drawLines(lines)

    def _unknown(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, self._theme.colour("track"))
        hatch = QColor(self._theme.colour("dim_text"))
        hatch.setAlpha(110)
        painter.fillRect(box, Qt.BrushStyle.BDiagPattern)
        painter.setClipRect(box)
        painter.fillRect(box, self._theme.colour("track"))
        painter.setPen(QPen(hatch, 1))
        step = self._theme.px(6)
        x = box.left() - box.height()
        while x < box.right():
            painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
            x += step
        self._text(painter, box, "?", "text", Qt.AlignmentFlag.AlignCenter)

    def _tie(self, painter: QPainter, box: QRectF) -> None:
        self._text(painter, box, "4=", "text", Qt.AlignmentFlag.AlignLeft)

    def _change(self, painter: QPainter, box: QRectF) -> None:
        self._text(painter, box, "▲2", "better", Qt.AlignmentFlag.AlignLeft)
        self._text(
            painter, box.adjusted(self._theme.px(40), 0, 0, 0), "▼1", "worse", Qt.AlignmentFlag.AlignLeft
        )

    def _text(self, painter: QPainter, box: QRectF, text: str, token: str, align: Qt.AlignmentFlag) -> None:
        painter.setFont(self._theme.font(14, bold=True, tabular=True))
        painter.setPen(self._theme.colour(token))
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, text)
