"""Undo and redo as actions that say what they would do."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.document.document import Document
from desktop_app.files.languages import _

_LONGEST = 30


class StepActions(QObject):
    """`undo` and `redo`, enabled while there is something to take back or bring back."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        stack = document.undo_stack
        self._stack = stack
        self.undo, self.redo = QAction(self), QAction(self)
        self.undo.setShortcut(QKeySequence.StandardKey.Undo)
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.undo.triggered.connect(stack.undo)
        self.redo.triggered.connect(stack.redo)
        stack.canUndoChanged.connect(self.undo.setEnabled)
        stack.canRedoChanged.connect(self.redo.setEnabled)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        self.undo.setEnabled(stack.canUndo())
        self.redo.setEnabled(stack.canRedo())
        self._name_undo(stack.undoText())
        self._name_redo(stack.redoText())
        # A drag that goes on renames its step without a word of the stack.
        document.ranking_changed.connect(self._rename)

    def _rename(self) -> None:
        self._name_undo(self._stack.undoText())

    def _name_undo(self, step: str) -> None:
        _name(self.undo, _("Undo"), _("Undo: {step}"), step)

    def _name_redo(self, step: str) -> None:
        _name(self.redo, _("Redo"), _("Redo: {step}"), step)


def _name(action: QAction, bare: str, named: str, step: str) -> None:
    text = named.format(step=step) if step else bare
    short = step if len(step) <= _LONGEST else step[: _LONGEST - 1] + "…"
    action.setText((named.format(step=short) if step else bare).replace("&", "&&"))
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{text} ({keys})")
