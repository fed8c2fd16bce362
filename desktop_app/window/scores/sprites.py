"""The small pictures in cells, drawn once for each look and size: many cells share few looks."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop_app.decision.problem import Basis
from desktop_app.window.scores.marks import paint_basis
from desktop_app.window.theme import Theme

_PERHAPS = 0.42
"""How much of its colour is left to what a range only perhaps reaches."""
_MOST = 2000


class Sprites:
    """Pixmaps as sharp as the screen."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[tuple[object, ...], QPixmap] = {}

    def segments(
        self, ratio: float, colour: QColor, width: int, surely: int, perhaps: int, count: int
    ) -> QPixmap:
        """A strip of `count` levels, filled as far as a score surely and perhaps reaches."""

        def paint(painter: QPainter, height: float) -> None:
            px = self._theme.px
            apart = px(3) if width / count > px(6) else 1.0
            each = (width - apart * (count - 1)) / count
            strong, light, ground = self._shades(colour)
            for at in range(count):
                painter.setBrush(strong if at < surely else light if at < perhaps else ground)
                painter.drawRoundedRect(QRectF(at * (each + apart), 0, each, height), px(2), px(2))

        return self._made(
            (ratio, colour.rgba(), width, surely, perhaps, count), width, self.bar_height, paint
        )

    def bar(self, ratio: float, colour: QColor, width: int, surely: int, perhaps: int) -> QPixmap:
        """A bar filled as far as a score surely and perhaps reaches, in pixels."""

        def paint(painter: QPainter, height: float) -> None:
            round_by = self._theme.px(2)
            strong, light, ground = self._shades(colour)
            for length, brush in ((width, ground), (perhaps, light), (surely, strong)):
                painter.setBrush(brush)
                painter.drawRoundedRect(QRectF(0, 0, length, height), round_by, round_by)

        return self._made((ratio, colour.rgba(), width, surely, perhaps), width, self.bar_height, paint)

    def basis(self, ratio: float, basis: Basis | None) -> QPixmap:
        """The mark of what a score rests on."""
        side = self.mark_side

        def paint(painter: QPainter, _height: float) -> None:
            middle = QPointF(side / 2, side / 2)
            paint_basis(painter, middle, self._theme.px(4), basis, self._theme.colour("dim_text"))

        return self._made((ratio, basis), side, side, paint)

    @property
    def bar_height(self) -> int:
        return self._theme.px(5)

    @property
    def mark_side(self) -> int:
        return self._theme.px(11)

    def _shades(self, colour: QColor) -> tuple[QColor, QColor, QColor]:
        light = QColor(colour)
        light.setAlphaF(_PERHAPS)
        return colour, light, self._theme.colour("track")

    def _made(
        self,
        key: tuple[object, ...],
        width: int,
        height: int,
        paint: Callable[[QPainter, float], None],
    ) -> QPixmap:
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > _MOST:
                self._kept.clear()
            ratio = float(str(key[0]))
            found = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(Qt.PenStyle.NoPen)
            paint(painter, height)
            painter.end()
            self._kept[key] = found
        return found
