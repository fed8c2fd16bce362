"""The decision problem: alternatives, criteria in groups, performances with their evidence, presets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from desktop_app.decision.faults import Fault
from desktop_app.decision.performances import UNKNOWN, Performance
from desktop_app.decision.scales import Direction, Scale
from desktop_app.decision.texts import NO_TEXT, Text

Basis = Literal["stated", "inferred", "judgement"]
Tier = Literal["low", "medium", "high"]

BASES: tuple[Basis, ...] = ("stated", "inferred", "judgement")
TIERS: tuple[Tier, ...] = ("low", "medium", "high")
SETS = ("effort", "effect")
PERSPECTIVES = (*SETS, "both")


@dataclass(frozen=True, slots=True)
class Source:
    """A document that the evidence points to."""

    id: str
    title: Text
    authors: str = ""
    year: str = ""
    publisher: str = ""
    note: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Condition:
    """The umbrella condition that all alternatives rest on: shown, never ranked."""

    title: Text
    summary: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Group:
    """A group of criteria; `inside` names the group that holds it, `set` the set that it counts in."""

    id: str
    title: Text
    about: Text = NO_TEXT
    inside: str | None = None
    set: str | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """A dimension on which alternatives are judged; `swing` says what its weight weighs."""

    id: str
    title: Text
    direction: Direction
    scale: Scale
    group: str | None = None
    about: Text = NO_TEXT
    swing: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Alternative:
    """What is ranked. `tier` is the effort tier that the source gives it."""

    id: str
    title: Text
    summary: Text = NO_TEXT
    tier: Tier | None = None
    actors: tuple[Text, ...] = ()
    countries: tuple[Text, ...] = ()
    builds_on: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a performance is what it is, and what finding would change it."""

    basis: Basis | None = None
    source: Text = NO_TEXT
    why: Text = NO_TEXT
    would_change: Text = NO_TEXT


NO_EVIDENCE = Evidence()


@dataclass(frozen=True, slots=True)
class Cell:
    """A performance and its evidence."""

    performance: Performance = UNKNOWN
    evidence: Evidence = NO_EVIDENCE


@dataclass(frozen=True, slots=True)
class Preset:
    """A point of view on the weights: swing points for every criterion, and the argument for them."""

    id: str
    title: Text
    points: Mapping[str, float] = field(hash=False)
    argument: Text = NO_TEXT


@dataclass(frozen=True)
class Problem:
    """One decision problem.

    `cells` has a row per alternative and in it a cell per criterion, both in the deck's order.
    """

    id: str
    title: Text
    alternatives: tuple[Alternative, ...]
    criteria: tuple[Criterion, ...]
    cells: tuple[tuple[Cell, ...], ...] = field(hash=False)
    groups: tuple[Group, ...] = ()
    presets: tuple[Preset, ...] = ()
    about: Text = NO_TEXT
    condition: Condition | None = None
    sources: tuple[Source, ...] = ()

    @cached_property
    def _criterion_at(self) -> dict[str, int]:
        return {criterion.id: at for at, criterion in enumerate(self.criteria)}

    @cached_property
    def _alternative_at(self) -> dict[str, int]:
        return {alternative.id: at for at, alternative in enumerate(self.alternatives)}

    @cached_property
    def group_by_id(self) -> dict[str, Group]:
        return {group.id: group for group in self.groups}

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion with this id. Raises KeyError where there is none."""
        return self.criteria[self._criterion_at[criterion_id]]

    def alternative(self, alternative_id: str) -> Alternative:
        """The alternative with this id. Raises KeyError where there is none."""
        return self.alternatives[self._alternative_at[alternative_id]]

    def cell(self, alternative_id: str, criterion_id: str) -> Cell:
        """The cell of an alternative on a criterion. Raises KeyError where either is unknown."""
        return self.cells[self._alternative_at[alternative_id]][self._criterion_at[criterion_id]]

    def preset(self, preset_id: str) -> Preset:
        """The preset with this id. Raises KeyError where there is none."""
        for preset in self.presets:
            if preset.id == preset_id:
                return preset
        raise KeyError(preset_id)

    def ancestors(self, criterion: Criterion) -> Iterator[Group]:
        """The groups that hold a criterion, the innermost first."""
        group_id = criterion.group
        while group_id is not None:
            group = self.group_by_id[group_id]
            yield group
            group_id = group.inside

    def set_of(self, criterion: Criterion) -> str | None:
        """The set that a criterion counts in; None in a deck without sets."""
        found = None
        for group in self.ancestors(criterion):
            found = group.set or found
        return found

    @cached_property
    def sets(self) -> tuple[str, ...]:
        """The sets of this deck, `effort` first; empty in a deck without sets."""
        there = {self.set_of(criterion) for criterion in self.criteria}
        return tuple(name for name in SETS if name in there)

    @cached_property
    def perspectives(self) -> tuple[str, ...]:
        """What can be counted at a time: each set, and both where there are two."""
        return PERSPECTIVES if len(self.sets) > 1 else self.sets

    @cached_property
    def tier_levels(self) -> tuple[int, ...]:
        """Each alternative's tier as its place in TIERS, −1 where it has none."""
        return tuple(TIERS.index(one.tier) if one.tier else -1 for one in self.alternatives)

    @property
    def default_perspective(self) -> str | None:
        return self.perspectives[0] if self.perspectives else None

    def counted(self, perspective: str | None) -> tuple[Criterion, ...]:
        """The criteria that count from a perspective, in the deck's order.

        Raises Fault `no_such_set` where the deck has no such set.
        """
        if perspective is None or perspective == "both":
            if perspective == "both" and len(self.sets) < 2:
                raise Fault("no_such_set", found=perspective, allowed=self.perspectives)
            return self.criteria if perspective == "both" or not self.sets else self.counted(self.sets[0])
        if perspective not in self.sets:
            raise Fault("no_such_set", found=perspective, allowed=self.perspectives)
        return tuple(criterion for criterion in self.criteria if self.set_of(criterion) == perspective)

    def members(self, group_id: str) -> tuple[Criterion, ...]:
        """The criteria in a group, also those in groups inside it, in the deck's order."""
        return tuple(
            criterion
            for criterion in self.criteria
            if any(group.id == group_id for group in self.ancestors(criterion))
        )
