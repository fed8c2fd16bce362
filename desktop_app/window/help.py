"""Help: what each page shows, how to read the picture, and every key."""

import html
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.files.languages import _
from desktop_app.window.help_signs import SIGNS, Sign
from desktop_app.window.pages import PAGES, PageSpec
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import Card, label

_WIDE = 860
"""From this width on, the parts stand side by side."""


def page_sentences(page: PageSpec) -> str:
    """What a page shows and what one does there, in two sentences."""
    known = {
        1: _(
            "The recommendations in the order that follows from the weights, and why: the longer a bar, the "
            "better. Move a weight, in the picture or in the panel beside it, and the order answers at once."
        ),
        2: _(
            "What is being decided: the recommendations with who acts and where, and the criteria with every "
            "level in words. Here one sees what a weight weighs before one moves it."
        ),
        3: _(
            "The score of each recommendation on each criterion, with its range and what it rests on. Choose "
            "one to read its evidence and to see what would change if it were wrong."
        ),
    }
    return known.get(page.key, page.about())


def window_keys(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """The keys of actions that have any, with what they do."""
    found = []
    for action in actions:
        # A standard key, such as that for quitting, may be no key at all on a system.
        keys = [key for key in action.shortcuts() if not key.isEmpty()]
        if keys:
            found.append((", ".join(map(_key_name, keys)), _plainly(action.text())))
    return found


def _key_name(key: QKeySequence) -> str:
    """A key as the system writes it, with places where a line may break."""
    return key.toString(QKeySequence.SequenceFormat.NativeText).replace("+", "+\u200b")


def _plainly(text: str) -> str:
    """An action's text without what only a menu needs."""
    return text.replace("&&", "&").rstrip(" …")


def picture_keys() -> list[tuple[str, str]]:
    """What mouse and keys do in the picture."""
    return [
        (_("Drag a border"), _("moves weight between the two columns, or groups, beside it")),
        (_("Shift + drag"), _("moves weight between one column and all others of its group")),
        (_("Esc"), _("gives up the drag; the weights are as before")),
        (_("Double-click a head"), _("types a share")),
        (_("Click a cell"), _("opens its evidence")),
        ("Tab", _("goes to the heads, then to the rows")),
        ("← →", _("walk from column to column")),
        ("↑ ↓", _("on a head: one per cent more or less; on a row: the next row")),
        (_("Home, End"), _("the first or last column or row")),
        (_("Enter"), _("on a head: types a share; on a cell: opens its evidence")),
    ]


def _prose(text: str, parent: QWidget, *, rich: bool = False) -> QLabel:
    """A text that is as high as its width makes it, so that the help scrolls only where it must."""
    made = label(text, "prose", parent, wrap=True, rich=rich)
    policy = made.sizePolicy()
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def room_keys() -> list[tuple[str, str]]:
    """What keys and clickers do in presenter mode."""
    return [
        (_("Page Down, Page Up"), _("the next or previous slide, as a clicker sends it")),
        (_("→, Space, ←"), _("the same, while no weight is being moved")),
        (_("Home, End"), _("the first or last slide")),
        ("B", _("blanks the screen, and shows it again")),
        ("Esc, F11", _("back to the window")),
    ]


class HelpDialog(QDialog):
    """Closes with Esc, F1, `?` or a click. `keys` are those of the window: (key, what it does)."""

    def __init__(self, theme: Theme, parent: QWidget | None, keys: list[tuple[str, str]]) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(_("Help"))
        self.setAccessibleName(_("Help"))
        room = QSize(1000, 680) if parent is None else parent.window().size()
        most = QSize(theme.px(1060), theme.px(700))
        self.resize(room.boundedTo(most) - QSize(0, theme.px(40)) if parent else most)
        self.scroll = QScrollArea(self)
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scroll.setAccessibleName(_("Help"))
        self.scroll.setWidget(self._contents(keys))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(6))
        column.addWidget(self.scroll, 1)
        foot = label(_("Esc, F1, ? or a click closes this."), "caption", self)
        column.addWidget(foot, 0, Qt.AlignmentFlag.AlignHCenter)
        self.scroll.setFocus()

    def _contents(self, keys: list[tuple[str, str]]) -> QWidget:
        px = self._theme.px
        inside = QWidget(self)
        wide = self.width() >= px(_WIDE)
        halves = QHBoxLayout(inside) if wide else QVBoxLayout(inside)
        halves.setContentsMargins(px(14), px(14), px(14), px(8))
        halves.setSpacing(px(12))
        pages, legend = self._pages(inside), self._legend(inside)
        window = self._keys(_("Keys of the window"), keys, inside)
        picture = self._keys(_("In the picture"), picture_keys(), inside)
        room = self._keys(_("In presenter mode"), room_keys(), inside)
        for cards in ((pages, legend, room), (window, picture)):
            half = QVBoxLayout()
            half.setSpacing(px(12))
            for card in cards:
                half.addWidget(card)
            half.addStretch(1)
            halves.addLayout(half, 1)
        return inside

    def _pages(self, parent: QWidget) -> Card:
        card = Card(_("What the pages show"), parent)
        for page in PAGES:
            text = f"<b>{html.escape(page.name())}</b> ({page.key}). {html.escape(page_sentences(page))}"
            card.body.addWidget(_prose(text, card, rich=True))
        return card

    def _legend(self, parent: QWidget) -> Card:
        card = Card(_("How to read the picture"), parent)
        grid = self._grid(card)
        for at, (kind, say) in enumerate(SIGNS):
            sign = Sign(self._theme, kind, card)
            grid.addWidget(sign, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_prose(say(), card), at, 1)
        return card

    def _keys(self, heading: str, keys: list[tuple[str, str]], parent: QWidget) -> Card:
        card = Card(heading, parent)
        grid = self._grid(card)
        for at, (key, what) in enumerate(keys):
            name = _prose(key, card)
            name.setObjectName("heading")
            name.setMinimumWidth(self._theme.px(118))
            name.setMaximumWidth(self._theme.px(150))
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_prose(what, card), at, 1, Qt.AlignmentFlag.AlignTop)
        return card

    def _grid(self, card: Card) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(12))
        grid.setVerticalSpacing(self._theme.px(5))
        grid.setColumnStretch(1, 1)
        card.body.addLayout(grid)
        return grid

    # Closing

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        QApplication.instance().installEventFilter(self)

    def done(self, result: int) -> None:
        QApplication.instance().removeEventFilter(self)
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click anywhere in the program closes the help, and does nothing else."""
        pressed = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress
        if pressed and isinstance(watched, QWidget) and not isinstance(watched, QScrollBar):
            self.reject()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Question) or event.text() == "?":
            self.reject()
        else:
            super().keyPressEvent(event)
