"""The marks of what a score rests on: a full, a half and an empty disc; and the line that explains them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.decision.problem import BASES, Basis
from desktop_app.window.picture.texts import Texts
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.evidence import basis_words


def paint_basis(
    painter: QPainter, middle: QPointF, radius: float, basis: Basis | None, colour: QColor
) -> None:
    """A disc that is full where it is stated, half where inferred, empty where judged; nothing for no basis."""
    if basis is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(colour, radius / 3.2))
    painter.setBrush(colour if basis == "stated" else Qt.BrushStyle.NoBrush)
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.drawEllipse(box)
    if basis == "inferred":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(box, 90 * 16, 180 * 16)


class Legend(QWidget):
    """The three marks with their words, from the right; where there is no room for all, none."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._texts = theme, Texts()
        self._font = theme.font(11)
        self._words = [(basis, basis_words(basis)) for basis in BASES]
        said = ", ".join(words for _, words in self._words)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        px, metrics = self._theme.px, self._texts.metrics(self._font)
        mark, gap, apart = px(10), px(5), px(12)
        widths = [mark + gap + metrics.horizontalAdvance(words) + 1 for _, words in self._words]
        x = self.width() - sum(widths) - apart * (len(widths) - 1)
        if x < 0:
            return
        painter = QPainter(self)
        dim, middle = self._theme.colour("dim_text"), self.height() / 2
        for (basis, words), width in zip(self._words, widths, strict=True):
            paint_basis(painter, QPointF(x + mark / 2, middle), mark * 0.42, basis, dim)
            painter.setPen(dim)
            box = QRectF(x + mark + gap, middle - metrics.height() / 2, width, metrics.height())
            self._texts.draw(painter, box, words, self._font)
            x += width + apart
        painter.end()
