"""The weight slider: a thin groove in the criterion's colour and a round handle."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from desktop_app.window.theme import Theme

STEPS = 10
"""Steps of the slider to one point."""


class WeightSlider(QSlider):
    """0 to 100 in tenths; a click on the groove goes there at once."""

    def __init__(self, theme: Theme, colour: QColor, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._colour = theme, colour
        self.setRange(0, 100 * STEPS)
        self.setSingleStep(STEPS)
        self.setPageStep(10 * STEPS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(84), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(48), self._theme.px(24))

    @property
    def _radius(self) -> float:
        return self._theme.px(6.5)

    def _handle_x(self) -> float:
        span = self.width() - 2 * self._radius - 2
        return self._radius + 1 + span * self.value() / self.maximum()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        theme, middle, x = self._theme, self.height() / 2, self._handle_x()
        height = theme.px(4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(
            QRectF(1, middle - height / 2, self.width() - 2, height), height / 2, height / 2
        )
        colour = self._colour if self.isEnabled() else theme.colour("dim_text")
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(1, middle - height / 2, x - 1, height), height / 2, height / 2)
        if self.hasFocus():
            painter.setBrush(theme.colour("accent_wash"))
            painter.drawEllipse(
                QPointF(x, middle), self._radius + theme.px(3.5), self._radius + theme.px(3.5)
            )
        painter.setBrush(theme.colour("card"))
        painter.setPen(QPen(theme.colour("accent") if self.hasFocus() else colour, theme.px(2)))
        painter.drawEllipse(QPointF(x, middle), self._radius, self._radius)
        painter.end()

    def _value_at(self, x: float) -> int:
        span = max(1.0, self.width() - 2 * self._radius - 2)
        return round(min(max((x - self._radius - 1) / span, 0.0), 1.0) * self.maximum())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setSliderDown(True)
        if abs(event.position().x() - self._handle_x()) > self._radius:
            self.setSliderPosition(self._value_at(event.position().x()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel that passes over the panel must not change a weight by accident.
        event.ignore()
