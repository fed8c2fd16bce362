"""The picture as screen readers meet it: a list of rows with cells to walk, and a weight to set over each column.

Nothing here exists before a screen reader asks for it. Qt holds bare pointers to all interfaces, so they
are kept until Qt itself has let go of them.
"""

from functools import partial

import numpy as np
import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleValueChangeEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop_app.window.picture import spoken
from desktop_app.window.picture.accessible_parts import Part, Parts, Weight
from desktop_app.window.picture.content import Content
from desktop_app.window.picture.gestures import keys
from desktop_app.window.picture.view import PictureView

SETTLE_MS = 300
"""How long the weights must rest before a new leader is announced: a drag must not talk without end."""

_installed = False


def install() -> None:
    """Lets Qt find the picture's interface. To be called before the first PictureView is made: Qt asks once."""
    global _installed
    if not _installed:
        _installed = True
        QAccessible.installFactory(_made_for)


def _made_for(name: str, thing: QObject) -> QAccessibleInterface | None:
    # Qt asks for every object, and for each of its classes up to QObject.
    if name != "PictureView" or not isinstance(thing, PictureView):
        return None
    speaker = thing.findChild(Speaker, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return (speaker or Speaker(thing)).new_picture()


def _send(event: QAccessibleEvent) -> None:
    QAccessible.updateAccessibility(event)


class Speaker(QObject):
    """Tells the screen reader what happens in a picture, and keeps the picture's interfaces."""

    def __init__(self, view: PictureView) -> None:
        super().__init__(view)
        self._view = view
        self.parts = Parts(view)
        self._pictures: list[Picture] = []
        self._focus: keys.Focus | None = None
        self._leaders: list[str] = []
        self._told: dict[str, float] = {}
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.settled)
        view.installEventFilter(self)
        view.destroyed.connect(partial(_let_go, self.parts.made))
        # The view may be only half made when it is asked for.
        QTimer.singleShot(0, self, self._listen)

    def new_picture(self) -> "Picture":
        """An interface for Qt, which asks again after the class of the view has got another slot."""
        self._pictures.append(Picture(self.parts))
        return self._pictures[-1]

    def _listen(self) -> None:
        document = self._view._document
        self._leaders = _leaders(self._view.content)
        document.ranking_changed.connect(self._weights_changed)
        document.problem_changed.connect(self._deck_changed)
        self._view.row_selected.connect(self._selected)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.FocusIn) and QAccessible.isActive():
            # The view has yet to answer the event.
            QTimer.singleShot(0, self, self._look)
        return False

    def _look(self) -> None:
        """Tells where the keyboard's focus has gone."""
        focus = self._view.marks.focus if self._view.hasFocus() else None
        if focus == self._focus:
            return
        self._focus = focus
        part = self.parts.focused()
        if part is not None:
            _send(QAccessibleEvent(part, QAccessible.Event.Focus))

    def _selected(self, alternative: str) -> None:
        if QAccessible.isActive() and alternative:
            _send(QAccessibleEvent(self.parts.row(alternative), QAccessible.Event.Selection))

    def _weights_changed(self) -> None:
        if not QAccessible.isActive():
            return
        focus = self._view.marks.focus
        if focus is not None and focus[0] == keys.HEAD:
            self._tell_value(self.parts.weight(self._view.content.columns[focus[1]].key))
        self._settle.start()

    def _deck_changed(self) -> None:
        self._leaders = _leaders(self._view.content)
        self._told.clear()
        if QAccessible.isActive():
            _send(QAccessibleEvent(self._view, QAccessible.Event.ObjectReorder))

    def settled(self) -> None:
        """Tells what has come of a change once the weights rest."""
        for weight in self.parts.asked_weights():
            self._tell_value(weight)
        leaders = _leaders(self._view.content)
        if leaders != self._leaders:
            self._leaders = leaders
            _send(QAccessibleAnnouncementEvent(self._view, spoken.leaders(self._view.content)))

    def _tell_value(self, weight: Weight) -> None:
        value = weight.value()
        if value != self._told.get(weight.key):
            self._told[weight.key] = value
            _send(QAccessibleValueChangeEvent(weight, value))


def _leaders(content: Content) -> list[str]:
    ranking = content.ranking
    return [ranking.table.alternatives[row] for row in np.flatnonzero(ranking.rank == 1)]


def _let_go(parts: dict[tuple[str, ...], Part]) -> None:
    """Takes the interfaces of a view that is gone out of Qt's hands."""
    for part in parts.values():
        if shiboken6.isValid(part):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))


class Picture(QAccessibleWidget):
    """The picture: rows in view with the leader among them, weights, and the widgets that lie in it."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.view, QAccessible.Role.List)
        self.parts = parts

    def _children(self) -> list[QAccessibleInterface]:
        if not self.parts.ready:
            return []
        view = self.parts.view
        content, layout = view.content, view.layout_
        names = content.ranking.table.alternatives
        first = int(layout.scroll_y // layout.row_height)
        end = int(-(-(layout.scroll_y + layout.height - layout.top) // layout.row_height))
        shown = [int(row) for row in content.order[max(0, first) : max(first, end)]]
        leader = int(content.ranking.order[0])
        if leader not in shown:
            shown.insert(0, leader)
        children: list[QAccessibleInterface] = [self.parts.row(names[row]) for row in shown]
        children += [self.parts.weight(column.key) for column in content.columns]
        if any(isinstance(one, QWidget) and one.isVisible() for one in view.viewport().children()):
            children.append(QAccessible.queryAccessibleInterface(view.viewport()))
        return children

    def childCount(self) -> int:
        return len(self._children())

    def child(self, index: int) -> QAccessibleInterface | None:
        children = self._children()
        return children[index] if 0 <= index < len(children) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        children = self._children()
        return children.index(child) if child in children else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        if not self.parts.ready:
            return None
        inside = self.parts.view.viewport().mapFromGlobal(QPoint(x, y))
        if self.parts.view.viewport().childAt(inside) is not None:
            return QAccessible.queryAccessibleInterface(self.parts.view.viewport())
        hit, content = self.parts.view.layout_.hit(inside.x(), inside.y()), self.parts.view.content
        if hit.place >= 0:
            return self.parts.row(content.ranking.table.alternatives[int(content.order[hit.place])])
        return self.parts.weight(content.columns[hit.column].key) if hit.column >= 0 else None

    def focusChild(self) -> QAccessibleInterface | None:
        return self.parts.focused()

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Description and self.parts.ready:
            return spoken.summary(self.parts.view.content)
        return super().text(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        if self.parts.focused() is not None:
            state.focused = False
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:
        return shiboken6.VoidPtr(0)
