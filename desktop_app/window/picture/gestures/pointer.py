"""The mouse over the picture: press, move and release become border drags, column drags, clicks and hovers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from desktop_app.document.document import Document
from desktop_app.window.picture.gestures.border import BorderDrag
from desktop_app.window.picture.gestures.reorder import ColumnDrag
from desktop_app.window.picture.layout import NO_HIT, Hit, Zone

if TYPE_CHECKING:
    from desktop_app.window.picture.view import PictureView

BORDERS = (Zone.BORDER, Zone.GROUP_BORDER)


class Pointer:
    """A small state machine: nothing pressed, a border in the hand, a column in the hand, or a press."""

    def __init__(self, view: PictureView, document: Document) -> None:
        self._view, self._document = view, document
        self._border: BorderDrag | None = None
        self._column: ColumnDrag | None = None
        self._pressed: Hit = NO_HIT

    @property
    def busy(self) -> bool:
        """Whether something is being dragged, or may be."""
        return self._border is not None or self._column is not None

    def _hit(self, event: QMouseEvent) -> Hit:
        return self._view.layout_.hit(event.position().x(), event.position().y())

    def press(self, event: QMouseEvent) -> None:
        hit, x = self._hit(event), event.position().x()
        self._pressed = hit
        view = self._view
        if hit.zone in BORDERS:
            self._border = BorderDrag(self._document, view.content, view.layout_, hit, x)
            view.marks.dragging = hit
            self._label_border(x)
        elif hit.zone in (Zone.HEAD, Zone.GROUP):
            self._column = ColumnDrag(view.content, view.layout_, hit, x)

    def move(self, event: QMouseEvent) -> None:
        if self.busy and not event.buttons() & Qt.MouseButton.LeftButton:
            # The release went to another window.
            self.let_go()
            return
        x = event.position().x()
        if self._border is not None:
            if not self._border.move(x, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)):
                self.let_go()
                return
            self._label_border(float(self._view.layout_.edges[self._border.hit.column]))
        elif self._column is not None:
            marks = self._view.marks
            marks.drop_x = self._column.move(x)
            marks.label = self._column.title if self._column.started else ""
            marks.label_x = x
            self._view.viewport().update()
        else:
            self._view.point_at(self._hit(event))

    def release(self, event: QMouseEvent) -> None:
        border, column, pressed = self._border, self._column, self._pressed
        hit = self._hit(event)
        self.let_go()
        if border is not None:
            return
        if column is not None and column.started:
            order = column.order()
            if order is not None:
                self._view.reorder(order)
        elif hit == pressed:
            self._view.click(hit, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def double_click(self, event: QMouseEvent) -> None:
        hit = self._hit(event)
        if hit.zone is Zone.HEAD:
            self._view.type_share(hit.column)
        else:
            self.press(event)

    def relabel(self) -> None:
        """The weights have changed: the label beside a dragged border follows."""
        if self._border is not None:
            self._view.marks.label = self._border.label()

    def let_go(self) -> None:
        """Ends whatever is in the hand; what was changed stays."""
        self._border = self._column = None
        self._pressed = NO_HIT
        marks = self._view.marks
        marks.dragging, marks.label, marks.drop_x = NO_HIT, "", None
        self._view.viewport().update()

    def give_up(self) -> None:
        """Ends whatever is in the hand and takes back what it changed."""
        border = self._border
        self.let_go()
        if border is not None:
            border.cancel()

    def _label_border(self, x: float) -> None:
        if self._border is not None:
            self._view.marks.label = self._border.label()
            self._view.marks.label_x = x
        self._view.viewport().update()
