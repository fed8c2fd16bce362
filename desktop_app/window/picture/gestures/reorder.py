"""Dragging a head sideways puts its column elsewhere in its group; dragging a band moves the whole group."""

from desktop_app.window.picture.content import Content
from desktop_app.window.picture.layout import Hit, Layout, Zone

THRESHOLD = 8
"""Pixels that the pointer must move before a press becomes a drag."""


class ColumnDrag:
    """From press to release; nothing changes before the release."""

    def __init__(self, content: Content, layout: Layout, hit: Hit, x: float) -> None:
        self._content, self._layout = content, layout
        self._start_x = x
        self.started = False
        band = next(band for band in layout.bands if band[1] <= hit.column < band[2])
        if hit.zone is Zone.GROUP:
            self._moved = range(band[1], band[2])
            self._stops = [first for _, first, _ in layout.bands] + [len(layout.columns)]
            self.title = content.group_title(band[0])
        else:
            self._moved = range(hit.column, hit.column + 1)
            self._stops = list(range(band[1], band[2] + 1))
            self.title = content.title_of(content.columns[hit.column])
        self._target = self._moved.start

    def move(self, x: float) -> float | None:
        """Follows the pointer; gives the x at which the column would go in, None before the drag has begun."""
        if not self.started and abs(x - self._start_x) < THRESHOLD:
            return None
        self.started = True
        self._target = min(self._stops, key=lambda stop: abs(float(self._layout.edges[stop]) - x))
        return float(self._layout.edges[self._target])

    def order(self) -> list[str] | None:
        """The criteria in their new order; None where nothing changes place."""
        if not self.started or self._moved.start <= self._target <= self._moved.stop:
            return None
        columns = self._content.columns
        moved = [one for at in self._moved for one in columns[at].criteria]
        rest = [one for one in self._content.ordered if one not in moved]
        if self._target == len(columns):
            return rest + moved
        before = rest.index(columns[self._target].criteria[0])
        return rest[:before] + moved + rest[before:]
