"""The words of a cell on one line or two, so that as much as can be is read beside its mark."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QFont

from desktop_app.decision.performances import Performance, Unknown
from desktop_app.decision.problem import Cell, Criterion
from desktop_app.decision.scales import NumericScale
from desktop_app.window.picture.texts import Texts
from desktop_app.window.picture.tips import performance_label
from desktop_app.window.scores.labels import level_names, number_label

_MOST = 5000


@dataclass(frozen=True, slots=True)
class Label:
    """`mark_below`: the mark stands by the second line. `used`: where the unit begins beside its number."""

    first: str
    second: str = ""
    mark_below: bool = False
    unit: str = ""
    used: float = 0.0
    unit_below: bool = False
    unknown: bool = False


class Labels:
    """Labels by criterion, performance and width, each broken once. `mark` is the room that the mark takes."""

    def __init__(self, texts: Texts, font: QFont, small: QFont, mark: int, gap: int) -> None:
        self._texts, self._font, self._small = texts, font, small
        self._mark, self._gap = mark, gap
        self._kept: dict[tuple[str, Performance, int, bool], Label] = {}

    def forget(self) -> None:
        """For another deck, in which the same ids may mean something else."""
        self._kept.clear()

    def label(self, cell: Cell, criterion: Criterion, width: int) -> Label:
        """The words of a cell for a width in pixels."""
        marked = cell.evidence.basis is not None
        key = (criterion.id, cell.performance, width, marked)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > _MOST:
                self._kept.clear()
            found = self._kept[key] = self._break(cell, criterion, width - (self._mark if marked else 0))
        return found

    def _wide(self, text: str) -> float:
        return self._texts.metrics(self._font).horizontalAdvance(text)

    def _break(self, cell: Cell, criterion: Criterion, narrow: int) -> Label:
        """`narrow` is the width of a line that has the mark."""

        def lines(first: str, second: str = "") -> Label:
            # The mark gives way to a word that needs its room.
            return Label(first, second, self._wide(second) <= narrow < self._wide(first))

        if isinstance(cell.performance, Unknown):
            return replace(lines(performance_label(cell, criterion)), unknown=True)
        if isinstance(criterion.scale, NumericScale):
            number, unit = number_label(cell, criterion)
            used = self._wide(number) + self._gap
            unit_wide = self._texts.metrics(self._small).horizontalAdvance(unit)
            return Label(number, unit=unit, used=used, unit_below=used + unit_wide > narrow)
        names = level_names(cell, criterion)
        whole = " – ".join(names)
        if self._wide(whole) <= narrow:
            return Label(whole)
        if len(names) == 2:
            return lines(f"{names[0]} –", names[1])
        first, *rest = names[0].split() or [""]
        while rest and self._wide(f"{first} {rest[0]}") <= narrow:
            first = f"{first} {rest.pop(0)}"
        return lines(first, " ".join(rest))
