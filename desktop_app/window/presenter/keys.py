"""What a key does in front of a room. Clickers send Page Up and Page Down, B or a full stop, Esc."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from desktop_app.window.picture.view import PictureView


class Wish(Enum):
    """What a key asks for."""

    NEXT = auto()
    PREVIOUS = auto()
    FIRST = auto()
    LAST = auto()
    CURTAIN = auto()
    LEAVE = auto()
    UNDO = auto()
    REDO = auto()


SLIDE_WISHES = (Wish.NEXT, Wish.PREVIOUS, Wish.FIRST, Wish.LAST)

_ALWAYS = {Qt.Key.Key_PageDown: Wish.NEXT, Qt.Key.Key_PageUp: Wish.PREVIOUS, Qt.Key.Key_F11: Wish.LEAVE}
_UNLESS_TYPING = {Qt.Key.Key_B: Wish.CURTAIN, Qt.Key.Key_Period: Wish.CURTAIN}
_UNLESS_WEIGHING = {
    Qt.Key.Key_Right: Wish.NEXT,
    Qt.Key.Key_Space: Wish.NEXT,
    Qt.Key.Key_Left: Wish.PREVIOUS,
    Qt.Key.Key_Home: Wish.FIRST,
    Qt.Key.Key_End: Wish.LAST,
}
_CONTROLS = (QAbstractSlider, QAbstractSpinBox, QAbstractButton, QComboBox, QLineEdit)


def wish(event: QKeyEvent, focus: QWidget | None) -> Wish | None:
    """What a key means while a widget has the focus; None leaves it to that widget."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return None if _has_typed(focus) else Wish.UNDO
    control = Qt.KeyboardModifier.ControlModifier
    if event.matches(QKeySequence.StandardKey.Redo) or (
        event.key() == Qt.Key.Key_Y and event.modifiers() == control
    ):
        return Wish.REDO
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    key = Qt.Key(event.key())
    if key in _ALWAYS:
        return _ALWAYS[key]
    if key in _UNLESS_TYPING and not _types(key, focus):
        return _UNLESS_TYPING[key]
    if key in _UNLESS_WEIGHING and not _weighs(focus):
        return _UNLESS_WEIGHING[key]
    # Controls that are in the middle of something take Esc themselves; what they leave comes to the window.
    if key == Qt.Key.Key_Escape and not isinstance(focus, (*_CONTROLS, PictureView)):
        return Wish.LEAVE
    return None


def _types(key: Qt.Key, focus: QWidget | None) -> bool:
    return isinstance(focus, QLineEdit) or (key == Qt.Key.Key_Period and isinstance(focus, QAbstractSpinBox))


def _weighs(focus: QWidget | None) -> bool:
    """Whether arrows and space mean something to the widget: it is a control, or the picture is being walked."""
    if isinstance(focus, PictureView):
        return focus.marks.focus is not None
    return isinstance(focus, _CONTROLS) and not isinstance(focus, QScrollBar)


def _has_typed(focus: QWidget | None) -> bool:
    if isinstance(focus, QAbstractSpinBox):
        return focus.lineEdit().isUndoAvailable()
    return isinstance(focus, QLineEdit) and focus.isUndoAvailable()
