"""What every slide can be told, and what it can ask for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.document.document import Document
from desktop_app.window.theme import Theme


class Slide(QWidget):
    """`cell_opened` (alternative, criterion) and `comparison_wanted` (two alternatives) ask for other slides."""

    cell_opened = Signal(str, str)
    comparison_wanted = Signal(str, str)

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self.theme = document, theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(4))

    def show_cell(self, alternative: str, criterion: str) -> None:
        """Turns to a cell, where this slide is about one."""

    def compare(self, first: str, second: str) -> None:
        """Turns to two alternatives, where this slide is about two."""

    def pin(self, ranks: dict[str, int]) -> None:
        """Shows changes of rank against these, where this slide shows ranks."""
