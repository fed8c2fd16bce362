"""What all sheets share: what is exported, and what sheets are called."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from desktop_app.decision.problem import Alternative, Criterion, Group
from desktop_app.decision.project import Project
from desktop_app.engine.ranking import Ranking
from desktop_app.files.languages import _, language
from desktop_app.files.workbook.texts import line, sheet_names

FORMAT = "parallel-paths-workbook/1"

MOST_SORTED = 2000
"""Alternatives up to which the sorted table sorts itself again; ranking them takes time with their square."""

MOST_DRAWN = 40
"""Alternatives that the chart shows."""

MOST_EVIDENCE = 10_000
"""Cells up to which each has a row of evidence; beyond, only those that have any."""


@dataclass(frozen=True, slots=True)
class Names:
    """The sheets' names."""

    ranking: str
    weights: str
    scores: str
    scales: str
    evidence: str
    about: str
    hidden: str


def names() -> Names:
    """The sheets' names in the language in use."""
    wanted = (
        _("Ranking"),
        _("Weights"),
        _("Scores"),
        _("Scales"),
        _("Evidence"),
        _("About"),
        "parallel-paths",
    )
    return Names(*sheet_names(wanted))


@dataclass(frozen=True, slots=True)
class Branch:
    """A row of the tree of criteria: a group or a criterion, `depth` groups deep."""

    item: Group | Criterion
    depth: int


@dataclass(frozen=True)
class Plan:
    """One export. Criteria are those that count, in the order of the ranking's table."""

    project: Project
    ranking: Ranking
    made_at: datetime
    names: Names

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        return tuple(self.project.problem.criterion(one) for one in self.ranking.table.criteria)

    @cached_property
    def alternatives(self) -> tuple[Alternative, ...]:
        return tuple(self.project.problem.alternative(one) for one in self.ranking.table.alternatives)

    @cached_property
    def points(self) -> tuple[float, ...]:
        return tuple(float(self.project.weights.points[criterion.id]) for criterion in self.criteria)

    @cached_property
    def has_tiers(self) -> bool:
        return any(alternative.tier for alternative in self.alternatives)

    @property
    def sorts_itself(self) -> bool:
        return len(self.alternatives) <= MOST_SORTED

    def title(self, item: Alternative | Criterion | Group) -> str:
        """What an item is called; its id where the deck gives no title."""
        return item.title.say(language()).strip() or item.id

    @property
    def deck_title(self) -> str:
        problem = self.project.problem
        return line(problem.title.say(language())) or problem.id

    @property
    def made(self) -> str:
        return self.made_at.strftime("%Y-%m-%d %H:%M")

    @cached_property
    def tree(self) -> tuple[Branch, ...]:
        """Groups and the criteria in them, as far as they count; the order is the deck's."""
        counted = {criterion.id for criterion in self.criteria}

        def below(group_id: str | None, depth: int) -> Iterator[Branch]:
            for criterion in self.criteria:
                if criterion.group == group_id:
                    yield Branch(criterion, depth)
            for group in self.project.problem.groups:
                members = self.project.problem.members(group.id)
                if group.inside == group_id and any(one.id in counted for one in members):
                    yield Branch(group, depth)
                    yield from below(group.id, depth + 1)

        return tuple(below(None, 0))

    def outermost(self, criterion: Criterion) -> Group | None:
        """The group that a criterion's colour comes from."""
        found = None
        for group in self.project.problem.ancestors(criterion):
            found = group
        return found
