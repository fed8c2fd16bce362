"""The toolbar: what is open, undo and redo by name, presets, what counts, export."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.document.document import Document
from desktop_app.files.languages import _, language, ngettext
from desktop_app.window.actions import Actions
from desktop_app.window.icons import icon
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import label
from desktop_app.window.widgets.elided import ElidedLabel

NARROW = 1060
"""Below this width buttons say less."""


def perspective_name(perspective: str) -> str:
    """What counts, in a word."""
    return {"effort": _("Effort"), "effect": _("Effect"), "both": _("Both")}[perspective]


def perspective_tip(perspective: str) -> str:
    return {
        "effort": _("Count the effort criteria: 100 = least effort"),
        "effect": _("Count the effect criteria: 100 = strongest effect"),
        "both": _("Count all criteria: 100 = most effect for least effort"),
    }[perspective]


class Toolbar(QFrame):
    """The same on every page."""

    def __init__(self, document: Document, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self._document, self._theme = document, theme
        self._narrow = False
        self.title = ElidedLabel("", self)
        self.title.setObjectName("title")
        self.caption = label("", "caption", self)
        self.menu_button = QToolButton(self)
        self.menu_button.setObjectName("flat")
        self.menu_button.setIcon(icon(theme, "menu"))
        self.menu_button.setToolTip(_("Menu"))
        self.menu_button.setAccessibleName(_("Menu"))
        self.menu_button.setMenu(actions.menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._undo = self._step(actions.by_name["undo"], "undo-2")
        self._redo = self._step(actions.by_name["redo"], "redo-2")
        self.presets = QPushButton(self)
        self.presets.setMenu(QMenu(self.presets))
        self.presets.menu().setToolTipsVisible(True)
        self.perspectives = QWidget(self)
        QHBoxLayout(self.perspectives).setContentsMargins(0, 0, 0, 0)
        self.perspectives.layout().setSpacing(0)
        self._segments = QButtonGroup(self)
        self._segments.setExclusive(True)
        self.pin = QToolButton(self)
        actions.by_name["pin"].setIcon(icon(theme, "pin"))
        self.pin.setDefaultAction(actions.by_name["pin"])
        self.pin.setToolTip(_("Pin this order: ▲ and ▼ show what changes from here (Ctrl+P)"))
        self.present = QToolButton(self)
        actions.by_name["present"].setIcon(icon(theme, "presentation"))
        self.present.setDefaultAction(actions.by_name["present"])
        self.present.setToolTip(_("Present to a room (F11)"))
        self.export = QPushButton(_("Export workbook"), self)
        self.export.setObjectName("primary")
        self.export.setToolTip(_("Write the ranking as an Excel workbook (Ctrl+E)"))
        self.export.clicked.connect(actions.by_name["export"].trigger)

        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self.title)
        names.addWidget(self.caption)
        names.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(10), theme.px(7), theme.px(16), theme.px(7))
        line.setSpacing(theme.px(8))
        line.addWidget(self.menu_button)
        line.addLayout(names, 1)
        for widget in (
            self._undo,
            self._redo,
            self.perspectives,
            self.presets,
            self.pin,
            self.present,
            self.export,
        ):
            line.addWidget(widget)
        document.problem_changed.connect(self.refresh)
        document.ranking_changed.connect(self._refresh_preset)
        self.refresh()

    def _step(self, action: QAction, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("flat")
        action.setIcon(icon(self._theme, name))
        # The step's name beside the icon tells what would be taken back; redo is told by its tooltip.
        beside = name == "undo-2"
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(style.ToolButtonTextBesideIcon if beside else style.ToolButtonIconOnly)
        button.setDefaultAction(action)
        return button

    def refresh(self) -> None:
        """Shows another problem or another set."""
        problem, said = self._document.problem, language()
        self.title.setText(" ".join(problem.title.say(said).split()))
        rows, columns = len(problem.alternatives), len(self._document.project.counted)
        self.caption.setText(
            ngettext("{count} recommendation", "{count} recommendations", rows).format(count=rows)
            + " · "
            + ngettext("{count} criterion", "{count} criteria", columns).format(count=columns)
        )
        self._fill_presets()
        self._fill_perspectives()
        self._refresh_preset()

    def _fill_presets(self) -> None:
        menu = self.presets.menu()
        menu.clear()
        for preset in self._document.problem.presets:
            action = menu.addAction(preset.title.say(language()).replace("&", "&&"))
            action.setToolTip(f"<p>{preset.argument.say(language())}</p>" if preset.argument else "")
            action.setData(preset.id)
            action.triggered.connect(
                lambda _checked=False, chosen=preset.id: self._document.apply_preset(chosen)
            )
        self.presets.setVisible(bool(self._document.problem.presets))

    def _refresh_preset(self) -> None:
        preset = self._document.project.preset
        name = preset.title.say(language()) if preset else _("my own")
        text = _("Weights: {preset}").format(preset=name if len(name) <= 26 else name[:25] + "…")
        self.presets.setText((_("Weights") if self._narrow else text).replace("&", "&&") + "  ▾")
        argument = preset.argument.say(language()) if preset else ""
        self.presets.setToolTip(f"<p>{argument}</p>" if argument else _("Points of view to start from"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            style = Qt.ToolButtonStyle
            self._undo.setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            )
            self.export.setText(_("Export") if narrow else _("Export workbook"))
            self._refresh_preset()

    def _fill_perspectives(self) -> None:
        names = self._document.problem.perspectives
        present = [button.property("perspective") for button in self._segments.buttons()]
        if present != list(names):
            for button in self._segments.buttons():
                self._segments.removeButton(button)
                self.perspectives.layout().removeWidget(button)
                button.deleteLater()
            for at, name in enumerate(names):
                self.perspectives.layout().addWidget(self._segment(name, at, len(names)))
        for button in self._segments.buttons():
            button.setChecked(button.property("perspective") == self._document.project.perspective)
        self.perspectives.setVisible(len(names) > 1)

    def _count(self, name: str) -> None:
        self._document.set_perspective(name)
        # A set that was refused does not stay pressed.
        self._fill_perspectives()

    def _segment(self, name: str, at: int, count: int) -> QToolButton:
        button = QToolButton(self.perspectives)
        button.setObjectName("segment")
        button.setProperty("perspective", name)
        button.setProperty("place", "first" if at == 0 else "last" if at == count - 1 else "middle")
        button.setText(perspective_name(name))
        button.setToolTip(perspective_tip(name))
        button.setAccessibleName(perspective_tip(name))
        button.setCheckable(True)
        button.clicked.connect(lambda _checked=False: self._count(name))
        self._segments.addButton(button)
        return button
