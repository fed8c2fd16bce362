"""Every action of the window with its key, and the menu that lists them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_app.files.languages import _, language
from desktop_app.window import opening
from desktop_app.window.pages import PAGES
from desktop_app.window.steps import StepActions
from desktop_app.window.theme.choices import CHOICES

if TYPE_CHECKING:
    from desktop_app.window.main_window import MainWindow


class Actions(QObject):
    """`by_name` holds them; `menu` shows them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        steps = StepActions(window.document.undo_stack, self)
        self.by_name: dict[str, QAction] = {"undo": steps.undo, "redo": steps.redo}
        self._make("open", _("Open deck …"), window.ask_to_open, QKeySequence.StandardKey.Open)
        self._make("export", _("Export workbook …"), window.exports.ask, "Ctrl+E")
        self._make("quit", _("Quit"), window.close, QKeySequence.StandardKey.Quit)
        self._make("find", _("Find a recommendation …"), self._find, QKeySequence.StandardKey.Find)
        self._make("pin", _("Pin this order"), self._pin, "Ctrl+P")
        for page in PAGES:
            key = page.key
            self._make(
                f"page {key}", page.about(), lambda _on=False, key=key: window.show_page(key), str(key)
            )
        self.menu = self._menu()
        for action in self.by_name.values():
            window.addAction(action)

    def _make(
        self, name: str, text: str, act: Callable[..., object], keys: QKeySequence.StandardKey | str
    ) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(act)
        self.by_name[name] = action
        return action

    def _find(self) -> None:
        self._window.show_page(1)
        self._window.pages[1].picture.corner.ask()

    def _pin(self) -> None:
        self._window.show_page(1)
        self._window.pages[1].picture.pin()
        self._window.status.say(_("The order is pinned; ▲ and ▼ show what changes from here."))

    def _menu(self) -> QMenu:
        window = self._window
        menu = QMenu(window)
        menu.addAction(self.by_name["open"])
        shipped = menu.addMenu(_("Decks that come with the program"))
        for name, path in opening.shipped_decks():
            shipped.addAction(name).triggered.connect(lambda _on=False, chosen=path: window.open_path(chosen))
        menu.addSeparator()
        menu.addAction(self.by_name["undo"])
        menu.addAction(self.by_name["redo"])
        menu.addSeparator()
        menu.addAction(self.by_name["find"])
        menu.addAction(self.by_name["pin"])
        menu.addSeparator()
        menu.addAction(self.by_name["export"])
        menu.addSeparator()
        themes = {"system": _("As the system"), "light": _("Light"), "dark": _("Dark")}
        present = window.choice("theme", "system")
        self._choice(menu.addMenu(_("Theme")), CHOICES, themes, present, window.choose_theme)
        languages = {"en": "English", "es": "Español"}
        self._choice(
            menu.addMenu(_("Language")), tuple(languages), languages, language(), window.choose_language
        )
        menu.addSeparator()
        menu.addAction(self.by_name["quit"])
        return menu

    def _choice(
        self,
        menu: QMenu,
        names: tuple[str, ...],
        texts: dict[str, str],
        present: str,
        choose: Callable[[str], None],
    ) -> None:
        group = QActionGroup(menu)
        for name in names:
            action = menu.addAction(texts[name])
            action.setCheckable(True)
            action.setChecked(name == present)
            action.triggered.connect(lambda _on=False, chosen=name: choose(chosen))
            group.addAction(action)
