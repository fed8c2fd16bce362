"""How a card shares its room between a list and what is read about the one chosen in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.window.theme import Theme
from desktop_app.window.widgets.prose import Prose


class Panes(QWidget):
    """Side by side where there is room for two columns, else one above the other."""

    def __init__(self, theme: Theme, first: QWidget, second: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._narrow = theme.px(430)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(16))
        self._box.addWidget(first, 9)
        self._box.addWidget(second, 10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() >= self._narrow
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)


class ShortProse(Prose):
    """A text that is as high as it is long, up to a limit; then it scrolls."""

    def __init__(self, name: str, theme: Theme, most: int, parent: QWidget) -> None:
        super().__init__(name, theme, parent)
        self._most = most
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def replace(self, text: str, *, from_top: bool) -> None:
        super().replace(text, from_top=from_top)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(min(round(self.document().size().height()) + 2, self._most))
