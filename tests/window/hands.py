"""What a person's hands do: mouse events at exact places, and where the places of the picture are."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.window.picture.layout import Zone
from desktop_app.window.picture.view import PictureView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Mouse:
    """A mouse over one widget, in fractions of a pixel (`qtbot.mouseMove` knows whole ones only)."""

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget
        self.buttons = Qt.MouseButton.NoButton

    def _send(
        self,
        kind: QEvent.Type,
        where: QPointF,
        button: Qt.MouseButton,
        modifiers: Qt.KeyboardModifier,
    ) -> None:
        event = QMouseEvent(kind, where, self.widget.mapToGlobal(where), button, self.buttons, modifiers)
        QApplication.sendEvent(self.widget, event)

    def press(self, x: float, y: float, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.buttons = LEFT
        self._send(QEvent.Type.MouseButtonPress, QPointF(x, y), LEFT, modifiers)

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self._send(QEvent.Type.MouseMove, QPointF(x, y), Qt.MouseButton.NoButton, modifiers)

    def release(self, x: float, y: float, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.buttons = Qt.MouseButton.NoButton
        self._send(QEvent.Type.MouseButtonRelease, QPointF(x, y), LEFT, modifiers)

    def click(self, x: float, y: float) -> None:
        self.press(x, y)
        self.release(x, y)

    def double_click(self, x: float, y: float) -> None:
        self.click(x, y)
        self.buttons = LEFT
        self._send(QEvent.Type.MouseButtonDblClick, QPointF(x, y), LEFT, NONE)
        self.release(x, y)

    def drag(
        self,
        start: tuple[float, float],
        by: float,
        modifiers: Qt.KeyboardModifier = NONE,
        steps: int = 5,
        let_go: bool = True,
    ) -> None:
        """Sideways, in steps as a hand moves."""
        x, y = start
        self.move(x, y)
        self.press(x, y, modifiers)
        for step in range(1, steps + 1):
            self.move(x + by * step / steps, y, modifiers)
        if let_go:
            self.release(x + by, y, modifiers)


Point = tuple[float, float]


def column_of(picture: PictureView, key: str) -> int:
    return [column.key for column in picture.layout_.columns].index(key)


def head(picture: PictureView, key: str) -> Point:
    """The middle of a column's head."""
    layout, at = picture.layout_, column_of(picture, key)
    point = (
        float(layout.edges[at] + layout.edges[at + 1]) / 2,
        layout.sizes.margin + layout.sizes.band + layout.sizes.head / 2,
    )
    assert layout.hit(*point).zone is Zone.HEAD, "no head of this column is there to be hit"
    return point


def border(picture: PictureView, left: str) -> Point:
    """The border between a column and the next."""
    layout, at = picture.layout_, column_of(picture, left)
    point = (
        float(layout.edges[at + 1]),
        layout.sizes.margin + layout.sizes.band + layout.sizes.head / 2,
    )
    assert layout.hit(*point).zone is Zone.BORDER
    return point


def group_border(picture: PictureView, last: str) -> Point:
    """The border between two groups' bands, right of the column `last`."""
    layout, at = picture.layout_, column_of(picture, last)
    point = (float(layout.edges[at + 1]), layout.sizes.margin + layout.sizes.band / 2)
    assert layout.hit(*point).zone is Zone.GROUP_BORDER
    return point


def cell(picture: PictureView, alternative: str, criterion: str) -> Point:
    layout, at = picture.layout_, column_of(picture, criterion)
    point = (float(layout.edges[at] + layout.edges[at + 1]) / 2, row_y(picture, alternative))
    assert layout.hit(*point).zone is Zone.CELL
    return point


def title(picture: PictureView, alternative: str) -> Point:
    return picture.layout_.title_left + 5, row_y(picture, alternative)


def row_y(picture: PictureView, alternative: str) -> float:
    """The middle of a row where it stands when nothing glides."""
    layout = picture.layout_
    names = picture.content.ranking.table.alternatives
    place = [names[row] for row in picture.content.order].index(alternative)
    return layout.y_of(place) + layout.row_height / 2


def order(picture: PictureView) -> list[str]:
    """The rows from top to bottom."""
    names = picture.content.ranking.table.alternatives
    return [names[row] for row in picture.content.order]
