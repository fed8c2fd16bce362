"""Every action of the window with its key, and the menu that lists them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
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
        steps = StepActions(window.document, self)
        self.by_name: dict[str, QAction] = {"undo": steps.undo, "redo": steps.redo}
        self._make("open", _("Open deck …"), window.ask_to_open, QKeySequence.StandardKey.Open)
        self._make("export", _("Export workbook …"), window.exports.ask, "Ctrl+E")
        self._make("quit", _("Quit"), window.close, QKeySequence.StandardKey.Quit)
        self._make("find", _("Find a recommendation …"), self._find, QKeySequence.StandardKey.Find)
        self._make("pin", _("Pin this order"), self._pin, "Ctrl+P")
        self._make("present", _("Present"), self._present, "F11")
        self._make("help", _("Help"), self._help, "F1", "?")
        for page in PAGES:
            key = page.key
            self._make(
                f"page {key}", page.about(), lambda _on=False, key=key: window.show_page(key), str(key)
            )
        self.menu = self._menu()
        for action in self.by_name.values():
            window.addAction(action)

    def _make(
        self, name: str, text: str, act: Callable[..., object], *keys: QKeySequence.StandardKey | str
    ) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
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

    def _present(self) -> None:
        from desktop_app.window.presenter import Presenter

        window = self._window
        if window.presenter is not None:
            return
        window.presenter = Presenter(window.document, window.theme.tokens.name, window)
        window.presenter.left.connect(self._presented)
        evidence = window.pages[1].evidence.cell
        if evidence is not None and evidence[1] in window.document.project.counted:
            window.presenter.choose_cell(*evidence)
        window.presenter.pin(window.pages[1].picture.content.pinned)
        window.presenter.start()

    def _presented(self) -> None:
        presenter, self._window.presenter = self._window.presenter, None
        if presenter is not None:
            presenter.deleteLater()
        self._window.activateWindow()

    def _help(self) -> None:
        from desktop_app.window.help import HelpDialog, window_keys

        keys = window_keys(self.by_name.values())
        dialog = HelpDialog(self._window.theme, self._window, keys)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

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
        menu.addAction(self.by_name["present"])
        menu.addAction(self.by_name["help"])
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
