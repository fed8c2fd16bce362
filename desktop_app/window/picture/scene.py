"""One state of the picture to be painted: numbers, geometry, looks, and what the pointer and keyboard point at."""

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtGui import QColor

from desktop_app.window.picture.content import Content
from desktop_app.window.picture.layout import NO_HIT, Hit, Layout
from desktop_app.window.picture.texts import Texts
from desktop_app.window.theme import Theme


@dataclass
class Marks:
    """What is marked in the picture."""

    hover: Hit = NO_HIT
    focus: tuple[int, int] | None = None
    """Row (index in the deck; -1 is the head) and column under the keyboard's focus."""
    selected: int = -1
    """The selected row, as an index in the deck."""
    active: str | None = None
    """The criterion whose weight is being looked at."""
    dragging: Hit = NO_HIT
    label: str = ""
    label_x: float = 0.0
    drop_x: float | None = None
    """Where a dragged column would go in."""


@dataclass(frozen=True)
class Visible:
    """Rows in view (index in the deck), their places, and their cells, each (rows, columns)."""

    rows: list[int]
    places: list[float]
    counts: np.ndarray
    low: np.ndarray
    high: np.ndarray
    kind: np.ndarray


@dataclass
class Scene:
    """All that `painter.paint` needs."""

    content: Content
    layout: Layout
    theme: Theme
    texts: Texts
    colours: dict[str, QColor]
    marks: Marks = field(default_factory=Marks)
    places: np.ndarray | None = None
    """Where rows are while they glide (a place per row, in the deck's order); None when they stand."""

    def colour_of(self, column: int) -> QColor:
        return self.colours[self.content.columns[column].criteria[0]]

    def visible(self) -> Visible:
        """The rows in view."""
        span = self.layout.visible_places()
        if self.places is None:
            rows = self.content.order[span.start : span.stop]
            places = np.arange(span.start, span.start + len(rows), dtype=float)
        else:
            rows = np.flatnonzero((self.places > span.start - 1) & (self.places < span.stop))
            places = self.places[rows]
        return Visible(
            [int(row) for row in rows], [float(place) for place in places], *self.content.cells(rows)
        )
