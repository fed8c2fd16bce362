"""The corner over the titles: search and jump, and the way back from whatever was rearranged for a look."""

import unicodedata

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop_app.files.languages import _, language, ngettext
from desktop_app.files.languages.emphasis import plain_text
from desktop_app.window.picture.content import Content
from desktop_app.window.theme import Theme

_MANY = 12
"""From this many rows on the search is always there."""


def folded(text: str) -> str:
    """A text without case and accents, so that “energia” finds “Energía”."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def find(content: Content, wanted: str, after: int) -> int | None:
    """The row that a search means: a rank, or the next title after row `after` that holds the words."""
    order = [int(row) for row in content.order]
    if not wanted.strip():
        return None
    if wanted.strip().isdecimal():
        rank = int(wanted)
        matches = [row for row in order if int(content.ranking.rank[row]) >= rank]
        return min(matches, key=lambda row: int(content.ranking.rank[row])) if matches else None
    words = folded(wanted).split()
    start = order.index(after) + 1 if after in order else 0
    for row in order[start:] + order[:start]:
        title = folded(content.alternative(row).title.say(language()))
        if all(word in title for word in words):
            return row
    return None


class Corner(QWidget):
    """`found` with a row; `ranking_wanted`, `all_wanted` and `unpin_wanted` for the ways back."""

    found = Signal(int)
    ranking_wanted = Signal()
    all_wanted = Signal()
    unpin_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._content: Content | None = None
        self._asked = False
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(_("Find a title or a rank"))
        self.search.setAccessibleName(_("Find a recommendation by its title or its rank"))
        self.search.setClearButtonEnabled(True)
        for clear in self.search.findChildren(QToolButton):
            clear.setAccessibleName(_("Clear the search"))
        self.search.returnPressed.connect(self._next)
        self.search.textEdited.connect(self._look)
        self.search.installEventFilter(self)
        self._row = -1
        self.sorted = self._way_back(self.ranking_wanted)
        self.hidden = self._way_back(self.all_wanted)
        self.pinned = self._way_back(self.unpin_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        self._top = QHBoxLayout()
        self._top.setSpacing(theme.px(4))
        self._top.addWidget(self.search, 1)
        column.addLayout(self._top)
        for chip in (self.sorted, self.hidden, self.pinned):
            column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def add_tool(self, tool: QWidget) -> None:
        """Puts a button at the corner's right end."""
        self._top.addWidget(tool, 0, Qt.AlignmentFlag.AlignRight)

    def _way_back(self, signal: object) -> QPushButton:
        chip = QPushButton(self)
        chip.setObjectName("link")
        chip.clicked.connect(signal)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.hide()
        return chip

    def show_state(self, content: Content) -> None:
        """Shows what there is a way back from."""
        self._content = content
        self.search.setVisible(self._asked or len(content.order) > _MANY)
        by = content.sorted_column
        self.sorted.setVisible(by is not None)
        if by is not None:
            title = plain_text(content.title_of(content.columns[by]))
            self._say(self.sorted, _("Back from {title} to the ranking").format(title=title))
        gone = content.hidden_count
        self.hidden.setVisible(bool(gone) or bool(content.collapsed_count))
        if gone:
            text = ngettext("Show {count} hidden column", "Show {count} hidden columns", gone)
            self._say(self.hidden, text.format(count=gone))
        elif content.collapsed_count:
            text = ngettext(
                "{count} group collapsed – show all",
                "{count} groups collapsed – show all",
                content.collapsed_count,
            )
            self._say(self.hidden, text.format(count=content.collapsed_count))
        self.pinned.setVisible(bool(content.pinned))
        self._say(self.pinned, _("▲▼ Unpin the order"))

    def _say(self, chip: QPushButton, text: str) -> None:
        room = max(40, self.width() - 6)
        chip.setText(
            chip.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room).replace("&", "&&")
        )
        chip.setToolTip(text)
        chip.setAccessibleName(text)

    def ask(self) -> None:
        """Opens the search, whatever the number of rows."""
        self._asked = True
        self.search.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _look(self) -> None:
        self._row = -1
        self._next()

    def _next(self) -> None:
        if self._content is None:
            return
        row = find(self._content, self.search.text(), self._row)
        nothing = row is None and bool(self.search.text().strip())
        self.search.setProperty("missed", nothing)
        self.search.style().polish(self.search)
        self.search.setToolTip(_("No recommendation has this title or rank.") if nothing else "")
        if row is not None:
            self._row = row
            self.found.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.search.clear()
            self._asked = False
            self._look()
            if self._content is not None:
                self.show_state(self._content)
            self.parentWidget().setFocus()
            return True
        return super().eventFilter(watched, event)
