"""Where everything in the aligned picture stands. Knows no Qt: shares and sizes in, edges, rows and hits out.

A column is as wide as its weight, so that the bars of a row add up to its score. All lengths are pixels;
x and y are measured in the picture's viewport, with the scroll offsets already taken off.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

import numpy as np

_NARROW = 720
"""Viewports below this width, at zoom 1, get a narrower left side."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The picture's fixed lengths at one zoom."""

    margin: float = 14
    rank: float = 36
    title: float = 172
    change: float = 34
    total: float = 96
    gutter: float = 16
    band: float = 22
    head: float = 78
    row_most: float = 72
    row_least: float = 34
    row_roomy: float = 56
    column_least: float = 26
    """The mean width of a column below which the columns scroll sideways."""
    grip: float = 11
    """How wide a border is to the mouse."""

    def fitted(self, width: float, changes: bool) -> "Sizes":
        """These lengths for a viewport of `width` at zoom 1; changes of rank take room only where shown."""
        narrow = width < _NARROW
        return replace(
            self,
            rank=30 if narrow else self.rank,
            title=112 if narrow else self.title + (0 if changes else self.change - 6),
            change=self.change if changes else 6,
            total=72 if narrow else self.total,
            gutter=10 if narrow else self.gutter,
        )

    def times(self, zoom: float) -> "Sizes":
        """These lengths at another zoom."""
        return Sizes(*(getattr(self, name) * zoom for name in self.__dataclass_fields__))


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the picture: a criterion, or a group collapsed into one."""

    key: str
    criteria: tuple[str, ...]
    group: str | None


class Zone(Enum):
    """What lies under a point."""

    NOTHING = auto()
    GROUP = auto()
    GROUP_BORDER = auto()
    HEAD = auto()
    BORDER = auto()
    TOTAL_HEAD = auto()
    ROW = auto()
    TOTAL = auto()
    CELL = auto()


@dataclass(frozen=True, slots=True)
class Hit:
    """A zone, and in it the row's place (from 0, top to bottom), the column or the border left of which it is."""

    zone: Zone
    place: int = -1
    column: int = -1


NO_HIT = Hit(Zone.NOTHING)


class Layout:
    """The geometry of one state of the picture.

    `edges` are len(columns) + 1 rising x positions; `bands` are (group, first column, end column) runs.
    """

    def __init__(
        self,
        sizes: Sizes,
        width: float,
        height: float,
        columns: Sequence[Column],
        shares: Sequence[float],
        rows: int,
        scroll_x: float = 0.0,
        scroll_y: float = 0.0,
    ) -> None:
        self.sizes = sizes
        self.width, self.height = width, height
        self.columns = tuple(columns)
        self.shares = np.asarray(shares, dtype=float)
        self.rows = rows
        self.scroll_x, self.scroll_y = scroll_x, scroll_y
        self.row_height = self._row_height()
        self.area = max(self._visible_area(), sizes.column_least * len(self.columns))
        shown = float(self.shares.sum())
        within = self.shares / shown if shown > 0 else np.full(len(columns), 1 / max(1, len(columns)))
        self.scale = self.area / shown if shown > 0 else 0.0
        starts = np.concatenate(([0.0], np.cumsum(within)))
        self.edges = self.left - scroll_x + starts / max(starts[-1], 1e-300) * self.area
        self.bands = self._bands()

    @property
    def title_left(self) -> float:
        return self.sizes.margin + self.sizes.rank

    @property
    def change_left(self) -> float:
        return self.title_left + self.sizes.title

    @property
    def total_left(self) -> float:
        return self.change_left + self.sizes.change

    @property
    def left(self) -> float:
        """Where the columns begin."""
        return self.total_left + self.sizes.total + self.sizes.gutter

    @property
    def top(self) -> float:
        """Where the rows begin."""
        return self.sizes.margin + self.sizes.band + self.sizes.head

    @property
    def content_height(self) -> float:
        return self.top + self.rows * self.row_height + self.sizes.margin / 2

    @property
    def overflow_x(self) -> float:
        """How far the columns reach beyond the viewport."""
        return max(0.0, self.area - self._visible_area())

    @property
    def overflow_y(self) -> float:
        return max(0.0, self.content_height - self.height)

    def _visible_area(self) -> float:
        return max(1.0, self.width - self.left - self.sizes.margin)

    def _row_height(self) -> float:
        room = (self.height - self.top - self.sizes.margin / 2) / max(1, self.rows)
        return float(np.floor(min(max(room, self.sizes.row_least), self.sizes.row_most)))

    @property
    def roomy(self) -> bool:
        """Whether a row has room for two lines of title and its tag."""
        return self.row_height >= self.sizes.row_roomy

    def _bands(self) -> list[tuple[str | None, int, int]]:
        bands: list[tuple[str | None, int, int]] = []
        for at, column in enumerate(self.columns):
            if bands and bands[-1][0] == column.group:
                bands[-1] = (column.group, bands[-1][1], at + 1)
            else:
                bands.append((column.group, at, at + 1))
        return bands

    def y_of(self, place: float) -> float:
        """The top of the row at a place; places may be fractions while rows glide."""
        return self.top + place * self.row_height - self.scroll_y

    def visible_places(self) -> range:
        """Places whose rows can be seen, with one more on either side for rows that glide."""
        first = int((self.scroll_y) // self.row_height) - 1
        last = int((self.scroll_y + self.height - self.top) // self.row_height) + 2
        return range(max(0, first), min(self.rows, max(first, last)))

    def hit(self, x: float, y: float) -> Hit:
        """What lies under a point."""
        if y < self.sizes.margin or not 0 <= x <= self.width:
            return NO_HIT
        if y < self.top:
            return self._hit_head(x, y)
        place = int((y - self.top + self.scroll_y) // self.row_height)
        if not 0 <= place < self.rows:
            return NO_HIT
        if x < self.total_left:
            return Hit(Zone.ROW, place)
        if x < self.left - self.sizes.gutter:
            return Hit(Zone.TOTAL, place)
        column = self.column_at(x)
        return Hit(Zone.CELL, place, column) if column >= 0 else Hit(Zone.ROW, place)

    def _hit_head(self, x: float, y: float) -> Hit:
        if x < self.left - self.sizes.grip:
            inside = (
                self.total_left <= x < self.left - self.sizes.gutter
                and y > self.sizes.margin + self.sizes.band
            )
            return Hit(Zone.TOTAL_HEAD) if inside else NO_HIT
        in_bands = y < self.sizes.margin + self.sizes.band
        borders = [end for _, _, end in self.bands[:-1]] if in_bands else list(range(1, len(self.columns)))
        if borders:
            nearest = min(borders, key=lambda at: abs(self.edges[at] - x))
            # A border must not swallow a narrow column beside it.
            room = min(
                self.edges[nearest] - self.edges[nearest - 1], self.edges[nearest + 1] - self.edges[nearest]
            )
            reach = self.sizes.grip / 2 if room >= self.sizes.grip else max(self.sizes.grip / 2, room / 2)
            if abs(self.edges[nearest] - x) <= reach:
                return Hit(Zone.GROUP_BORDER if in_bands else Zone.BORDER, column=nearest)
        column = self.column_at(x)
        if column < 0:
            return NO_HIT
        return Hit(Zone.GROUP if in_bands else Zone.HEAD, column=column)

    def column_at(self, x: float) -> int:
        """The column under x, -1 where there is none."""
        if not self.columns or x < self.left or x < self.edges[0] or x >= self.edges[-1]:
            return -1
        return min(len(self.columns) - 1, int(np.searchsorted(self.edges, x, side="right")) - 1)

    def share_of(self, pixels: float) -> float:
        """The share that a distance of `pixels` stands for."""
        return pixels / self.scale if self.scale else 0.0
