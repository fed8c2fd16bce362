"""Walking the picture by keyboard: the head pumps weights, the rows open evidence."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.document.document import Document
from desktop_app.window.picture.content import Content

STEP = 0.01

_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}

HEAD = -1
"""The row number of the head."""

Focus = tuple[int, int]
"""Row (index in the deck, HEAD for the head) and column (−1 for the row as a whole)."""


def moved(focus: Focus, key: int, content: Content) -> Focus:
    """Where the focus goes from `focus` with a key; the same place where the key leads nowhere."""
    row, column = focus
    last_column = len(content.columns) - 1
    order = content.order
    if row == HEAD:
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            column += 1 if key == Qt.Key.Key_Right else -1
        elif key == Qt.Key.Key_Home:
            column = 0
        elif key == Qt.Key.Key_End:
            column = last_column
        return HEAD, min(max(column, 0), last_column)
    place = int((order == row).argmax())
    if key in _ARROWS:
        down, right = _ARROWS[Qt.Key(key)]
        place, column = place + down, column + right
    elif key == Qt.Key.Key_Home:
        place = 0
    elif key == Qt.Key.Key_End:
        place = len(order) - 1
    place = min(max(place, 0), len(order) - 1)
    return int(order[place]), min(max(column, -1), last_column)


def pumped(event: QKeyEvent, focus: Focus, content: Content, document: Document) -> bool:
    """Up and Down on a head move its share by one per cent; True where the key was taken."""
    if focus[0] != HEAD:
        return False
    up = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Plus)
    if not up and event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Minus):
        return False
    column = content.columns[focus[1]]
    share = sum(document.project.shares[one] for one in column.criteria)
    wanted = round(share, 9) + (STEP if up else -STEP)
    set_share(document, column.criteria, column.key, wanted)
    return True


def set_share(document: Document, criteria: tuple[str, ...], key: str, share: float) -> bool:
    """Gives a column, be it a criterion or a collapsed group, a share (clamped to 0–1)."""
    share = min(max(share, 0.0), 1.0)
    gesture = document.gesture()
    return (
        gesture.set_share(criteria[0], share) if len(criteria) == 1 else gesture.set_group_share(key, share)
    )
