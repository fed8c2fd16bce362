"""The rail: one button per page, each with its key for good."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from desktop_app.window.icons import icon
from desktop_app.window.pages import PAGES
from desktop_app.window.theme import Theme

_NAME = 11
"""The size of a page's name, as the style sheet has it."""


class Rail(QFrame):
    """`page_wanted` with the number of a page."""

    page_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        bold = QFontMetrics(theme.font(_NAME, bold=True))
        longest = max(bold.horizontalAdvance(page.name()) for page in PAGES)
        width = max(theme.px(64), longest + theme.px(8))
        self.setFixedWidth(width + theme.px(12))
        self._buttons: dict[int, QToolButton] = {}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(5), theme.px(8), theme.px(5), theme.px(8))
        column.setSpacing(theme.px(4))
        for page in PAGES:
            button = QToolButton(self)
            button.setObjectName("rail")
            button.setCheckable(True)
            button.setFixedWidth(width)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIcon(icon(theme, page.icon, "dim_text", "accent"))
            button.setIconSize(QSize(theme.px(20), theme.px(20)))
            button.setText(page.name())
            button.setToolTip(f"{page.about()} ({page.key})")
            button.setAccessibleName(page.about())
            button.clicked.connect(lambda _checked=False, key=page.key: self.page_wanted.emit(key))
            group.addButton(button)
            column.addWidget(button)
            self._buttons[page.key] = button
        column.addStretch(1)

    def show_page(self, key: int) -> None:
        """Marks a page as the one that is open."""
        self._buttons[key].setChecked(True)
