"""A box to pick one of many from, with an arrow in the theme's colour (a style sheet's arrow is a file's)."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.window.theme import Theme


class Picker(QComboBox):
    """As wide as there is room for; its list shows the whole texts."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        px = self._theme.px
        painter.setPen(QPen(self._theme.colour("dim_text"), px(1.5)))
        x, y, size = self.width() - px(11), self.height() / 2, px(3.5)
        painter.drawPolyline(
            QPolygonF(
                [QPointF(x - size, y - size / 2), QPointF(x, y + size / 2), QPointF(x + size, y - size / 2)]
            )
        )
        painter.end()
