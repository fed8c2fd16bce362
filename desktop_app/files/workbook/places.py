"""Where things stand on the sheets: rows and columns, counted from 1, and addresses for formulas."""

from dataclasses import dataclass
from functools import cached_property

from desktop_app.decision.problem import Criterion
from desktop_app.decision.scales import VerbalScale
from desktop_app.files.workbook.page import column
from desktop_app.files.workbook.plan import Plan

HEAD_WEIGHTS = 6
HEAD_SCORES = 8
HEAD_RANKING = 8
HEAD_SCALES = 4
HEAD_EVIDENCE = 4


def sheet(name: str) -> str:
    """A sheet's name as formulas write it."""
    return "'" + name.replace("'", "''") + "'"


@dataclass(frozen=True)
class WeightsPlace:
    """Where things stand on the sheet of weights."""

    plan: Plan

    id, title, points, share, note, swing, exported, number, counts = range(1, 10)

    @cached_property
    def first(self) -> int:
        return HEAD_WEIGHTS + 1

    @cached_property
    def last(self) -> int:
        return HEAD_WEIGHTS + len(self.plan.tree)

    @cached_property
    def total(self) -> int:
        return self.last + 1

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The row of each criterion."""
        return {
            branch.item.id: row
            for row, branch in enumerate(self.plan.tree, start=self.first)
            if isinstance(branch.item, Criterion)
        }

    def on_sheet(self, col: int, row: int) -> str:
        """A cell's address from another sheet."""
        return f"{sheet(self.plan.names.weights)}!${column(col)}${row}"

    @cached_property
    def total_points(self) -> str:
        return self.on_sheet(self.points, self.total)


@dataclass(frozen=True)
class ScoresPlace:
    """Where things stand on the sheet of scores: blocks of columns, each with a column per criterion."""

    plan: Plan

    id, title, check = 1, 2, 3
    codes = 4
    ids_row, hints_row, share_row = HEAD_SCORES - 3, HEAD_SCORES - 2, HEAD_SCORES - 1

    @cached_property
    def width(self) -> int:
        return len(self.plan.criteria)

    def _block(self, at: int) -> int:
        return self.codes + at * self.width

    @cached_property
    def values(self) -> int:
        return self._block(1)

    @cached_property
    def lows(self) -> int:
        return self._block(2)

    @cached_property
    def highs(self) -> int:
        return self._block(3)

    def _after(self, at: int) -> int:
        return self._block(4) + at

    @cached_property
    def score(self) -> int:
        return self._after(0)

    @cached_property
    def low(self) -> int:
        return self._after(1)

    @cached_property
    def high(self) -> int:
        return self._after(2)

    @cached_property
    def rank(self) -> int:
        return self._after(3)

    @cached_property
    def key(self) -> int:
        return self._after(4)

    @cached_property
    def place(self) -> int:
        return self._after(5)

    @cached_property
    def tier(self) -> int:
        return self._after(6)

    @cached_property
    def label(self) -> int:
        return self._after(7)

    @cached_property
    def wrong_count(self) -> int:
        return self._after(8)

    @cached_property
    def wrong_first(self) -> int:
        return self._after(9)

    @cached_property
    def cleaned(self) -> int:
        return self._after(10)

    @cached_property
    def lefts(self) -> int:
        return self.cleaned + self.width

    @cached_property
    def rights(self) -> int:
        return self.lefts + self.width

    @cached_property
    def end(self) -> int:
        return self.rights + self.width - 1

    @cached_property
    def first(self) -> int:
        return HEAD_SCORES + 1

    @cached_property
    def last(self) -> int:
        return HEAD_SCORES + len(self.plan.alternatives)

    def down(self, col: int) -> str:
        """A column's cells, absolute, on this sheet."""
        letters = column(col)
        return f"${letters}${self.first}:${letters}${self.last}"

    def down_on_sheet(self, col: int) -> str:
        """A column's cells, absolute, from another sheet."""
        return f"{sheet(self.plan.names.scores)}!{self.down(col)}"

    def along(self, block: int, row: int) -> str:
        """A row's cells within a block of columns."""
        return f"${column(block)}{row}:${column(block + self.width - 1)}{row}"

    def along_head(self, block: int, row: int) -> str:
        """A head row's cells within a block, absolute."""
        return f"${column(block)}${row}:${column(block + self.width - 1)}${row}"


@dataclass(frozen=True)
class ScalesPlace:
    """Where each criterion's levels, or the ends of its range, stand."""

    plan: Plan

    id, title, level, name, meaning, value = range(1, 7)

    @cached_property
    def rows(self) -> dict[str, tuple[int, int]]:
        """The first and last row of each criterion."""
        places, row = {}, HEAD_SCALES + 1
        for criterion in self.plan.criteria:
            size = len(criterion.scale.levels) if isinstance(criterion.scale, VerbalScale) else 2
            places[criterion.id] = (row, row + size - 1)
            row += size
        return places

    def value_of(self, criterion: Criterion, number: str) -> str:
        """A formula's part on another sheet: the value of a number on a criterion's scale.

        A number that is no level is an error there; one outside a range gives less than 0 or more than 1.
        """
        first, last = self.rows[criterion.id]
        name, level, value = sheet(self.plan.names.scales), column(self.level), column(self.value)
        if isinstance(criterion.scale, VerbalScale):
            levels, values = (f"{name}!${col}${first}:${col}${last}" for col in (level, value))
            return f"INDEX({values},MATCH({number},{levels},0))"
        low, high = f"{name}!${level}${first}", f"{name}!${level}${last}"
        if criterion.direction == "less_is_better":
            return f"({high}-{number})/({high}-{low})"
        return f"({number}-{low})/({high}-{low})"


@dataclass(frozen=True)
class RankingPlace:
    """Where things stand on the sheet of the ranking."""

    plan: Plan

    id, row, label, rank, title, score, low, high = range(1, 9)
    groups_row, ids_row, share_row = HEAD_RANKING - 3, HEAD_RANKING - 2, HEAD_RANKING - 1

    @cached_property
    def tier(self) -> int | None:
        return 9 if self.plan.has_tiers else None

    @cached_property
    def parts(self) -> int:
        return 10 if self.plan.has_tiers else 9

    @cached_property
    def end(self) -> int:
        return self.parts + len(self.plan.criteria) - 1

    @cached_property
    def first(self) -> int:
        return HEAD_RANKING + 1

    @cached_property
    def last(self) -> int:
        return HEAD_RANKING + len(self.plan.alternatives)
