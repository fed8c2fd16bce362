"""Undoable steps. A whole drag is one step, which follows its gesture: a command for each move would stay alive."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from desktop_app.decision.project import Project


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
        self._swap = swap

    def redo(self) -> None:
        self._swap(self.after)

    def undo(self) -> None:
        self._swap(self.before)

    def follow(self, after: Project, name: Callable[[Project, Project], str]) -> None:
        """The same gesture has gone on to `after`; the stack does not tell of the new name by itself."""
        self.after = after
        self.setText(name(self.before, after))
