"""How a person arranges the picture for a look; nothing here changes what is counted."""

from desktop_app.document.document import Document
from desktop_app.window.picture.content import Content


class Arranging:
    """The part of the view that sorts, hides, collapses, reorders and pins."""

    content: Content
    _document: Document

    def answer(self) -> None:
        """Shows the content as it now is; rows glide."""
        raise NotImplementedError

    def relayout(self) -> None:
        """Places everything anew."""
        raise NotImplementedError

    def sort_by(self, key: str | None) -> None:
        """Sorts rows by a column for a look; None brings the ranking back."""
        self.content.arrangement.sorted_by = key
        self.answer()

    def hide_column(self, key: str) -> None:
        self.content.arrangement.hidden.add(key)
        self.answer()

    def collapse(self, group: str, collapsed: bool) -> None:
        """Shows a group as one column, or its criteria again."""
        change = self.content.arrangement.collapsed
        change.add(group) if collapsed else change.discard(group)
        self.answer()

    def show_all(self) -> None:
        self.content.arrangement.hidden.clear()
        self.content.arrangement.collapsed.clear()
        self.answer()

    def reorder(self, order: list[str]) -> None:
        """Puts the columns in this order of criteria."""
        self.content.arrangement.order = order
        self.answer()

    def pin(self) -> None:
        """Keeps the present ranks, to show changes against them."""
        ranking = self.content.ranking
        self.content.pinned = dict(zip(ranking.table.alternatives, ranking.rank.tolist(), strict=True))
        self.relayout()

    def unpin(self) -> None:
        self.content.pinned = {}
        self.relayout()

    def lock(self, criterion: str, locked: bool) -> None:
        self._document.gesture().set_lock(criterion, locked)
