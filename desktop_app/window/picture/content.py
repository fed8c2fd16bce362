"""What the aligned picture shows: the document's numbers, arranged by the person who looks at them."""

from dataclasses import dataclass, field

import numpy as np

from desktop_app.decision.problem import Alternative, Problem
from desktop_app.decision.project import Project
from desktop_app.engine.ranking import Ranking
from desktop_app.engine.values import POINT, RANGE, UNKNOWN_KIND
from desktop_app.files.languages import language
from desktop_app.window.picture.layout import Column


@dataclass
class Arrangement:
    """How a person has arranged the picture; it changes nothing that is counted."""

    order: list[str] = field(default_factory=list)
    """Criteria in the order of their columns."""
    hidden: set[str] = field(default_factory=set)
    collapsed: set[str] = field(default_factory=set)
    """Top groups shown as one column."""
    sorted_by: str | None = None
    """The column that rows are sorted by for a look; None for the ranking itself."""


class Content:
    """The numbers and names of one state of the picture."""

    def __init__(self, project: Project, ranking: Ranking, arrangement: Arrangement | None = None) -> None:
        self.arrangement = arrangement or Arrangement()
        self.pinned: dict[str, int] = {}
        self._set(project, ranking)

    def update(self, project: Project, ranking: Ranking) -> None:
        """Takes new weights, or another problem."""
        if project.problem is not self.problem:
            self.arrangement = Arrangement()
            self.pinned = {}
        self._set(project, ranking)

    def _set(self, project: Project, ranking: Ranking) -> None:
        self.project, self.ranking = project, ranking
        self.columns = self._columns()
        at = {criterion: index for index, criterion in enumerate(ranking.table.criteria)}
        self._members = [np.array([at[one] for one in column.criteria]) for column in self.columns]
        self.shares = np.array([ranking.shares[members].sum() for members in self._members])
        self.order = self._order()

    @property
    def problem(self) -> Problem:
        return self.project.problem

    def alternative(self, row: int) -> Alternative:
        return self.problem.alternatives[row]

    def top_group(self, criterion_id: str) -> str | None:
        above = list(self.problem.ancestors(self.problem.criterion(criterion_id)))
        return above[-1].id if above else None

    @property
    def ordered(self) -> list[str]:
        """All criteria that count, in the order of their columns."""
        counted = self.project.counted
        wanted = [one for one in self.arrangement.order if one in counted]
        return wanted + [one for one in counted if one not in wanted]

    def _columns(self) -> list[Column]:
        ordered = self.ordered
        groups = {one: self.top_group(one) for one in ordered}
        columns: list[Column] = []
        collapsed: set[str] = set()
        for criterion_id in ordered:
            group = groups[criterion_id]
            if group is not None and group in self.arrangement.collapsed:
                if group not in collapsed:
                    collapsed.add(group)
                    columns.append(
                        Column(group, tuple(one for one in ordered if groups[one] == group), group)
                    )
            elif criterion_id not in self.arrangement.hidden:
                columns.append(Column(criterion_id, (criterion_id,), group))
        return columns

    def _order(self) -> np.ndarray:
        by = self.sorted_column
        if by is None:
            return self.ranking.order
        values = np.round(self.column_values(by), 9)
        return np.lexsort((np.arange(len(values)), self.ranking.rank, -values))

    @property
    def sorted_column(self) -> int | None:
        """The column that rows are sorted by for a look; None for the ranking."""
        key = self.arrangement.sorted_by
        return next((at for at, column in enumerate(self.columns) if column.key == key), None)

    @property
    def hidden_count(self) -> int:
        return len(self.arrangement.hidden & set(self.project.counted))

    @property
    def collapsed_count(self) -> int:
        return sum(column.key in self.arrangement.collapsed for column in self.columns)

    def order_after_step(self, column: int, step: int) -> list[str] | None:
        """The criteria's order after a column has changed places with its neighbour in the same group."""
        other = column + step
        if not 0 <= other < len(self.columns) or self.columns[other].group != self.columns[column].group:
            return None
        first, second = sorted((column, other))
        keys = [one for at in (second, first) for one in self.columns[at].criteria]
        ordered = self.ordered
        places = sorted(ordered.index(one) for one in keys)
        for place, one in zip(places, keys, strict=True):
            ordered[place] = one
        return ordered

    def title_of_row(self, row: int) -> str:
        return self.alternative(row).title.say(language())

    def title_of(self, column: Column) -> str:
        """A column's head: the criterion's title, or the collapsed group's."""
        if column.key in self.problem.group_by_id and len(column.criteria) != 1:
            return self.group_title(column.key)
        return self.problem.criterion(column.criteria[0]).title.say(language())

    def group_title(self, group: str | None) -> str:
        return "" if group is None else self.problem.group_by_id[group].title.say(language())

    def column_values(self, column: int) -> np.ndarray:
        """Values (alternatives,) in [0, 1] of a column; of a collapsed group the mean, weighted by shares."""
        return self._mean(self.ranking.table.counts, column)

    def _mean(self, values: np.ndarray, column: int, rows: np.ndarray | slice = slice(None)) -> np.ndarray:
        members = self._members[column]
        if len(members) == 1:
            return values[rows, members[0]]
        weights = self.ranking.shares[members]
        total = weights.sum()
        weights = weights / total if total > 0 else np.full(len(members), 1 / len(members))
        return values[rows][:, members] @ weights

    def cells(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Value that counts, low, high and kind of some rows, each (rows, columns)."""
        table = self.ranking.table
        shape = (len(rows), len(self.columns))
        counts, low, high = np.empty(shape), np.empty(shape), np.empty(shape)
        kind = np.empty(shape, dtype=np.int8)
        for at, members in enumerate(self._members):
            counts[:, at] = self._mean(table.counts, at, rows)
            low[:, at] = self._mean(table.low, at, rows)
            high[:, at] = self._mean(table.high, at, rows)
            kinds = table.kind[rows][:, members]
            kind[:, at] = (
                kinds[:, 0] if len(members) == 1 else np.where((kinds == POINT).all(axis=1), POINT, RANGE)
            )
        return counts, low, high, kind

    def rank_label(self, row: int) -> str:
        """“4”, or “4=” where the rank is shared."""
        rank = int(self.ranking.rank[row])
        return f"{rank}=" if self.ranking.tied[row] else str(rank)

    def rank_change(self, row: int) -> int:
        """Places won (positive) or lost since the pinned state; 0 where nothing is pinned."""
        alternative = self.ranking.table.alternatives[row]
        if alternative not in self.pinned:
            return 0
        return self.pinned[alternative] - int(self.ranking.rank[row])

    def is_unknown(self, row: int, criterion: str) -> bool:
        column = self.ranking.table.criteria.index(criterion)
        return bool(self.ranking.table.kind[row, column] == UNKNOWN_KIND)
