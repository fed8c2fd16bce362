"""Dragging the border between two columns moves weight between them; with Shift, within the left one's group."""

from desktop_app.document.document import Document, Gesture
from desktop_app.files.languages.numbers import percent
from desktop_app.window.picture.content import Content
from desktop_app.window.picture.layout import Hit, Layout, Zone


class BorderDrag:
    """From press to release; every move starts anew from the weights at the press."""

    def __init__(self, document: Document, content: Content, layout: Layout, hit: Hit, x: float) -> None:
        self.hit = hit
        self._gesture: Gesture = document.gesture()
        self._document, self._content, self._layout = document, content, layout
        self._start_x = x
        self._left, self._right, self._siblings = self._sides(hit)

    def _sides(self, hit: Hit) -> tuple[list[str], list[str], list[str]]:
        """Criteria left and right of the border, and those that give way together under Shift."""
        columns, layout = self._content.columns, self._layout
        if hit.zone is Zone.GROUP_BORDER:
            left = next(band for band in layout.bands if band[2] == hit.column)
            right = next(band for band in layout.bands if band[1] == hit.column)
            inside = [one for column in columns[left[1] : left[2]] for one in column.criteria]
            beside = [one for column in columns[right[1] : right[2]] for one in column.criteria]
            return inside, beside, [one for one in self._document.project.counted if one not in inside]
        column = columns[hit.column - 1]
        siblings = [
            one
            for other in columns
            if other.group == column.group and other is not column
            for one in other.criteria
        ]
        return list(column.criteria), list(columns[hit.column].criteria), siblings

    def move(self, x: float, whole_group: bool) -> bool:
        """Follows the pointer. False where the weights cannot move."""
        amount = self._layout.share_of(x - self._start_x)
        losing = self._siblings if whole_group and self._siblings else self._right
        return self._gesture.move_share(self._left, losing, amount)

    def label(self) -> str:
        """Both shares as they are now."""
        shares = self._document.project.shares
        left = percent(sum(shares[one] for one in self._left), 1)
        right = percent(sum(shares[one] for one in self._right), 1)
        return f"{left}  |  {right}"

    def cancel(self) -> None:
        self._gesture.cancel()
