"""Undoable steps. A whole drag is one step: commands of the same gesture merge."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from desktop_app.decision.project import Project

_MERGEABLE = 1


class ChangeProject(QUndoCommand):
    """Swaps one immutable project for another."""

    def __init__(
        self,
        before: Project,
        after: Project,
        name: Callable[[Project, Project], str],
        gesture: int,
        swap: Callable[[Project], None],
    ) -> None:
        super().__init__(name(before, after))
        self.gesture = gesture
        self.before = before
        self.after = after
        self._name = name
        self._swap = swap

    def id(self) -> int:
        return _MERGEABLE

    def redo(self) -> None:
        self._swap(self.after)

    def undo(self) -> None:
        self._swap(self.before)

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeProject) or other.gesture != self.gesture:
            return False
        self.after = other.after
        self.setText(self._name(self.before, self.after))
        if self.after == self.before:
            self.setObsolete(True)
        return True
