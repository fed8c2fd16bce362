"""What a screen reader finds in the picture that is no widget: rows, their cells, and the weights over the columns."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleValueInterface,
)

from desktop_app.window.picture import spoken
from desktop_app.window.picture.content import Content
from desktop_app.window.picture.gestures import keys

if TYPE_CHECKING:
    from desktop_app.window.picture.view import PictureView

_PartT = TypeVar("_PartT", bound="Part")


class Parts:
    """The parts of one picture, each made when it is first asked for and kept from then on."""

    def __init__(self, view: PictureView) -> None:
        self.view = view
        self.made: dict[tuple[str, ...], Part] = {}
        self._rows: tuple[tuple[str, ...], dict[str, int]] = ((), {})

    @property
    def ready(self) -> bool:
        """False while the view is being made, and when it is gone."""
        return shiboken6.isValid(self.view) and hasattr(self.view, "layout_")

    def row_of(self, alternative: str) -> int:
        """Index in the deck; -1 where it holds no such alternative."""
        if not self.ready:
            return -1
        names = self.view.content.ranking.table.alternatives
        if self._rows[0] is not names:
            self._rows = (names, {name: at for at, name in enumerate(names)})
        return self._rows[1].get(alternative, -1)

    def column_of(self, key: str) -> int:
        """Place among the columns; -1 where none has this key."""
        if not self.ready:
            return -1
        return next((at for at, column in enumerate(self.view.content.columns) if column.key == key), -1)

    def row(self, alternative: str) -> Row:
        return self._part(Row, alternative)

    def weight(self, key: str) -> Weight:
        return self._part(Weight, key)

    def cell(self, alternative: str, key: str) -> Cell:
        return self._part(Cell, alternative, key)

    def _part(self, kind: type[_PartT], *of: str) -> _PartT:
        name = (kind.__name__, *of)
        if name not in self.made:
            self.made[name] = kind(self, *of)
        return self.made[name]

    def asked_weights(self) -> list[Weight]:
        """Weights that a screen reader has met and that are still there."""
        return [part for part in self.made.values() if isinstance(part, Weight) and part.isValid()]

    def focused(self) -> Part | None:
        """The part that has the keyboard's focus."""
        focus = self.view.marks.focus if self.ready and self.view.hasFocus() else None
        if focus is None:
            return None
        row, column = focus
        content = self.view.content
        if row == keys.HEAD:
            return self.weight(content.columns[column].key)
        alternative = content.ranking.table.alternatives[row]
        return self.row(alternative) if column < 0 else self.cell(alternative, content.columns[column].key)


class Part(QAccessibleInterface):
    """Something in the picture that is no widget."""

    ROLE = QAccessible.Role.NoRole

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self._actions = Actions(self)

    @property
    def content(self) -> Content:
        return self.parts.view.content

    def focus(self) -> keys.Focus:
        """Where the keyboard's focus is when it is here."""
        raise NotImplementedError

    def press(self) -> None:
        """What a click or Enter does here."""
        raise NotImplementedError

    def name(self) -> str:
        raise NotImplementedError

    def about(self) -> str:
        return ""

    def box(self) -> QRectF:
        """Where it is in the viewport."""
        raise NotImplementedError

    def isValid(self) -> bool:
        return self.parts.ready

    def object(self) -> QObject | None:
        return None

    def parent(self) -> QAccessibleInterface | None:
        return QAccessible.queryAccessibleInterface(self.parts.view) if self.parts.ready else None

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        return None

    def role(self) -> QAccessible.Role:
        return self.ROLE

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        viewport = self.parts.view.viewport()
        seen = self.box().toAlignedRect().intersected(viewport.rect())
        return QRect(viewport.mapToGlobal(seen.topLeft()), seen.size())

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        view = self.parts.view
        state.focusable = True
        state.focused = view.hasFocus() and view.marks.focus == self.focus()
        state.offscreen = not self.box().intersects(QRectF(view.viewport().rect()))
        state.invisible = not view.isVisible()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if kind is QAccessible.Text.Name:
            return self.name()
        return self.about() if kind is QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        return None

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:
        if kind is QAccessible.InterfaceType.ActionInterface:
            return self._actions
        # An int or None would end the process.
        return shiboken6.VoidPtr(0)


class Row(Part):
    """A recommendation; its cells are its children."""

    ROLE = QAccessible.Role.ListItem

    def __init__(self, parts: Parts, alternative: str) -> None:
        super().__init__(parts)
        self.alternative = alternative

    @property
    def index(self) -> int:
        return self.parts.row_of(self.alternative)

    def isValid(self) -> bool:
        return self.index >= 0

    def focus(self) -> keys.Focus:
        return self.index, -1

    def press(self) -> None:
        self.parts.view.select(self.alternative)

    def name(self) -> str:
        return spoken.row_name(self.content, self.index)

    def about(self) -> str:
        return spoken.row_about(self.content, self.index)

    def box(self) -> QRectF:
        layout = self.parts.view.layout_
        place = int((self.content.order == self.index).argmax())
        return QRectF(0, layout.y_of(place), layout.width, layout.row_height)

    def state(self) -> QAccessible.State:
        state = super().state()
        if self.isValid():
            state.selectable = True
            state.selected = self.parts.view.marks.selected == self.index
        return state

    def childCount(self) -> int:
        return len(self.content.columns) if self.isValid() else 0

    def child(self, index: int) -> QAccessibleInterface | None:
        if not 0 <= index < self.childCount():
            return None
        return self.parts.cell(self.alternative, self.content.columns[index].key)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self.parts.column_of(child.key) if isinstance(child, Cell) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        return next(
            (
                cell
                for at in range(self.childCount())
                if (cell := self.child(at)) is not None and cell.rect().contains(x, y)
            ),
            None,
        )


class Cell(Part):
    """What a recommendation has on one criterion."""

    ROLE = QAccessible.Role.StaticText

    def __init__(self, parts: Parts, alternative: str, key: str) -> None:
        super().__init__(parts)
        self.alternative, self.key = alternative, key

    def isValid(self) -> bool:
        return self.parts.row_of(self.alternative) >= 0 and self.parts.column_of(self.key) >= 0

    def parent(self) -> QAccessibleInterface | None:
        return self.parts.row(self.alternative) if self.parts.ready else None

    def focus(self) -> keys.Focus:
        return self.parts.row_of(self.alternative), self.parts.column_of(self.key)

    def press(self) -> None:
        criteria = self.content.columns[self.parts.column_of(self.key)].criteria
        self.parts.view.select(self.alternative)
        if len(criteria) == 1:
            self.parts.view.cell_opened.emit(self.alternative, criteria[0])

    def name(self) -> str:
        return spoken.cell_name(self.content, *self.focus())

    def box(self) -> QRectF:
        layout, column = self.parts.view.layout_, self.parts.column_of(self.key)
        row = self.parts.row(self.alternative).box()
        left, right = float(layout.edges[column]), float(layout.edges[column + 1])
        return QRectF(left, row.top(), right - left, row.height())


class Weight(Part):
    """The head of a column: a weight that can be set."""

    ROLE = QAccessible.Role.Slider

    def __init__(self, parts: Parts, key: str) -> None:
        super().__init__(parts)
        self.key = key
        self._value = WeightValue(self)

    @property
    def column(self) -> int:
        return self.parts.column_of(self.key)

    def isValid(self) -> bool:
        return self.column >= 0

    def focus(self) -> keys.Focus:
        return keys.HEAD, self.column

    def press(self) -> None:
        self.parts.view.type_share(self.column)

    def value(self) -> float:
        """The share in per cent."""
        return round(100 * float(self.content.shares[self.column]), 1) if self.isValid() else 0.0

    def set_value(self, value: float) -> None:
        if self.isValid():
            column = self.content.columns[self.column]
            keys.set_share(self.parts.view._document, column.criteria, column.key, value / 100)

    def name(self) -> str:
        return spoken.weight_name(self.content, self.column)

    def about(self) -> str:
        return spoken.weight_about(self.content, self.column)

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Value and self.isValid():
            return spoken.weight_value(self.content, self.column)
        return super().text(kind)

    def box(self) -> QRectF:
        layout = self.parts.view.layout_
        left, right = float(layout.edges[self.column]), float(layout.edges[self.column + 1])
        top = layout.sizes.margin + layout.sizes.band
        return QRectF(left, top, right - left, layout.sizes.head)

    def state(self) -> QAccessible.State:
        state = super().state()
        if self.isValid():
            locked = self.content.project.weights.locked
            state.readOnly = all(one in locked for one in self.content.columns[self.column].criteria)
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:
        if kind is QAccessible.InterfaceType.ValueInterface:
            return self._value
        return super().interface_cast(kind)


class WeightValue(QAccessibleValueInterface):
    """The number of a weight. An object of its own: Qt cannot tell two bases of one Python object apart."""

    def __init__(self, weight: Weight) -> None:
        super().__init__()
        self._weight = weight

    def currentValue(self) -> float:
        return self._weight.value()

    def setCurrentValue(self, value: object) -> None:
        try:
            wanted = float(str(value))
        except ValueError:
            return
        if math.isfinite(wanted):
            self._weight.set_value(wanted)

    def minimumValue(self) -> float:
        return 0.0

    def maximumValue(self) -> float:
        return 100.0

    def minimumStepSize(self) -> float:
        return 100 * keys.STEP


class Actions(QAccessibleActionInterface):
    """What a screen reader can do to a part: press it, or bring the keyboard's focus to it."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._part = part

    def _acts(self) -> dict[str, Callable[[], None]]:
        return {self.pressAction(): self._part.press, self.setFocusAction(): self._take_focus}

    def actionNames(self) -> list[str]:
        return list(self._acts())

    def doAction(self, name: str) -> None:
        act = self._acts().get(name)
        if act is not None and self._part.isValid():
            act()

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []

    def _take_focus(self) -> None:
        view = self._part.parts.view
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        view._focus_on(self._part.focus())
