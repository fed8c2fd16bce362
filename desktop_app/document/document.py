"""The open document: one project, its ranking, one undo stack; every change goes through a gesture."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop_app.decision.faults import Fault
from desktop_app.decision.preferences import Weights, equal_points
from desktop_app.decision.problem import Problem
from desktop_app.decision.project import Project, start
from desktop_app.document import names
from desktop_app.document.commands import ChangeProject
from desktop_app.engine.ranking import Ranking, rank
from desktop_app.engine.values import ValueTable, tabulate
from desktop_app.files.languages.faults import reason


class Document(QObject):
    """Holds the present `project` and its `ranking`.

    `problem_changed` when another deck is open or another set counts (rows or columns differ);
    `ranking_changed` after every change of weights; `refused` with a sentence when a change was not taken.
    """

    problem_changed = Signal()
    ranking_changed = Signal()
    refused = Signal(str)

    def __init__(self, problem: Problem, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._gestures = count(1)
        self._opened_at = 0
        self._tables: dict[str | None, ValueTable] = {}
        self.path = path
        self.project = start(problem)
        self.ranking: Ranking = rank(self.project, self._table())

    @property
    def problem(self) -> Problem:
        return self.project.problem

    def open(self, problem: Problem, path: Path | None) -> None:
        """Shows another problem with its first preset; the undo stack begins anew."""
        self._opened_at = next(self._gestures)
        self.undo_stack.clear()
        self._tables.clear()
        self.path = path
        self.project = start(problem)
        self.ranking = rank(self.project, self._table())
        self.problem_changed.emit()
        self.ranking_changed.emit()

    def recall(self, weights: Weights, perspective: str | None) -> bool:
        """Takes up the weights of an earlier run, as no step of this one. False where they are as now."""
        try:
            project = self.project.with_weights(weights).with_perspective(perspective)
        except Fault:
            return False
        if project == self.project:
            return False
        self.swap(project)
        return True

    def gesture(self) -> "Gesture":
        """The start of a change: all that is done through one gesture is one step of undo."""
        return Gesture(self, next(self._gestures))

    def apply_preset(self, preset_id: str) -> None:
        preset = self.problem.preset(preset_id)
        self._change_if_valid(lambda: self.project.with_preset(preset), names.preset(preset))

    def make_equal(self) -> None:
        weights = Weights(equal_points(self.problem), self.project.weights.locked)
        self.gesture().change(self.project.with_weights(weights), names.equal)

    def reset(self) -> None:
        """The deck's first preset, nothing locked."""
        perspective = self.project.perspective
        self._change_if_valid(lambda: start(self.problem, perspective=perspective), names.reset)

    def set_perspective(self, perspective: str | None) -> None:
        self._change_if_valid(lambda: self.project.with_perspective(perspective), names.perspective)

    def _change_if_valid(self, edit: Callable[[], Project], name: names.Name) -> None:
        try:
            changed = edit()
            changed.weights.shares(changed.counted)
        except Fault as fault:
            self.refused.emit(reason(fault))
            return
        self.gesture().change(changed, name)

    def swap(self, project: Project) -> None:
        """Shows another state of the same problem; for undoable commands only."""
        other_columns = project.perspective != self.project.perspective or project.problem is not self.problem
        if project.problem is not self.problem:
            self._tables.clear()
        self.project = project
        self.ranking = rank(project, self._table())
        if other_columns:
            self.problem_changed.emit()
        self.ranking_changed.emit()

    def _table(self) -> ValueTable:
        perspective = self.project.perspective
        if perspective not in self._tables:
            self._tables[perspective] = tabulate(self.problem, self.problem.counted(perspective))
        return self._tables[perspective]


class Gesture:
    """One change in the making: a drag, a key, a typed number. Each call starts from where it began."""

    def __init__(self, document: Document, number: int) -> None:
        self._document = document
        self._number = number
        self.base = document.project

    def set_points(self, criterion: str, points: float) -> bool:
        """False, and a sentence, where the change is refused.

        While any share is locked, the criterion takes the share that these points would give it.
        """

        def edit(weights: Weights) -> Weights:
            changed = weights.with_points(criterion, points, self.base.counted)
            if not weights.locked.intersection(self.base.counted):
                return changed
            return weights.with_share(
                criterion, changed.shares(self.base.counted)[criterion], self.base.counted
            )

        return self._weigh(edit, names.weight(criterion))

    def set_share(self, criterion: str, share: float) -> bool:
        return self._weigh(
            lambda weights: weights.with_share(criterion, share, self.base.counted), names.weight(criterion)
        )

    def set_group_share(self, group: str, share: float) -> bool:
        counted = self.base.counted
        members = [one.id for one in self.base.problem.members(group) if one.id in counted]
        return self._weigh(
            lambda weights: weights.with_group_share(members, share, counted), names.group_weight(group)
        )

    def move_share(self, gaining: list[str], losing: list[str], amount: float) -> bool:
        return self._weigh(
            lambda weights: weights.with_moved(gaining, losing, amount, self.base.counted),
            names.moved(gaining, losing),
        )

    def set_lock(self, criterion: str, locked: bool) -> bool:
        return self._weigh(
            lambda weights: weights.with_lock(criterion, locked), names.lock(criterion, locked)
        )

    def _weigh(self, edit: "names.Edit", name: "names.Name") -> bool:
        try:
            weights = edit(self.base.weights)
        except Fault as fault:
            self._document.refused.emit(reason(fault))
            self._document.ranking_changed.emit()
            return False
        self.change(self.base.with_weights(weights), name)
        return True

    def change(self, after: Project, name: "names.Name") -> None:
        """Makes `after` the present project, as one step with whatever else this gesture did."""
        document = self._document
        if self._number < document._opened_at:
            return
        if after == document.project:
            # What was asked for may have been clamped: who asked shows what came of it.
            document.ranking_changed.emit()
            return
        step = self._step()
        if step is None:
            document.undo_stack.push(ChangeProject(self.base, after, name, self._number, document.swap))
        elif after == step.before:
            self.cancel()
        else:
            step.follow(after, name)
            document.swap(after)

    def _step(self) -> ChangeProject | None:
        """This gesture's step, while it is the last one done."""
        stack = self._document.undo_stack
        last = stack.command(stack.index() - 1) if stack.index() else None
        return last if isinstance(last, ChangeProject) and last.gesture == self._number else None

    def cancel(self) -> None:
        """Gives the gesture up: what it changed is as before, and no step is left behind."""
        step = self._step()
        if step is not None:
            before = step.before
            # Qt drops an obsolete step without undoing it.
            step.setObsolete(True)
            self._document.undo_stack.undo()
            self._document.swap(before)
