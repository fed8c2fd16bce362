"""What if a score is wrong? The first level, or number, that changes the ranking, as claims.

Each claim is found by ranking again with the changed score, so that it is true as it is said. What the
score counts with now is where the search begins, also for ranges and unknowns.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from desktop_app.decision.problem import Criterion, Problem
from desktop_app.decision.scales import NumericScale, VerbalScale
from desktop_app.engine.ranking import DECIMALS, Ranking
from desktop_app.engine.values import DISTRIBUTION, POINT, RANGE, UNKNOWN_KIND, level_values, value_of_number

Side = Literal["better", "worse"]
_SIDES: tuple[Side, ...] = ("better", "worse")


@dataclass(frozen=True, slots=True)
class NothingToPass:
    """There is one alternative only."""


@dataclass(frozen=True, slots=True)
class NoWeight:
    """The criterion has no share, so that no score on it changes anything."""


@dataclass(frozen=True, slots=True)
class CountsAs:
    """The score is open and counts with one value: the middle of a range or scale, a distribution's mean."""

    kind: Literal["range", "distribution", "unknown"]


@dataclass(frozen=True, slots=True)
class RankWouldBe:
    """`at` is the first level (or number, as precise as it is said) on this side that changes the rank.

    `passed` are those overtaken, or overtaking; `level_with` those who then share its rank. `leaders` is None
    where the leader stays.
    """

    side: Side
    at: float
    rank: int
    passed: tuple[str, ...]
    level_with: tuple[str, ...]
    leaders: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class LeaderWouldBe:
    """`at` this level or number, which is not the first that changes the rank, the leader is another."""

    side: Side
    at: float
    leaders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RankStays:
    """No score on this side of the present one (None: on the whole scale) changes the rank."""

    side: Side | None


@dataclass(frozen=True, slots=True)
class LeaderStays:
    """No score on the scale changes who leads."""


@dataclass(frozen=True, slots=True)
class NothingChanges:
    """No score on the scale changes the rank, or who leads."""


WhatIf = (
    NothingToPass
    | NoWeight
    | CountsAs
    | RankWouldBe
    | LeaderWouldBe
    | RankStays
    | LeaderStays
    | NothingChanges
)


def what_if(ranking: Ranking, problem: Problem, alternative: str, criterion: str) -> tuple[WhatIf, ...]:
    """What can be said of a ranking in which this one score were another."""
    row = ranking.table.alternatives.index(alternative)
    column = ranking.table.criteria.index(criterion)
    if len(ranking.table.alternatives) == 1:
        return (NothingToPass(),)
    if ranking.shares[column] == 0:
        return (NoWeight(),)
    trial = _Trial(ranking, row, column)
    said: list[WhatIf] = []
    kind = int(ranking.table.kind[row, column])
    if kind != POINT:
        said.append(CountsAs(_KINDS[kind]))
    sides = [side for side in _SIDES if trial.room(side)]
    moves: list[WhatIf] = []
    still: list[Side] = []
    leader_moves = False
    for side in sides:
        steps = _steps(problem.criterion(criterion), side, trial.present)
        ranks_at = steps.first(lambda value: trial.rank(value) != trial.rank_now)
        leads_at = steps.first(trial.leader_is_another)
        leader_moves = leader_moves or leads_at is not None
        if ranks_at is None:
            still.append(side)
        else:
            moves.append(trial.claim(side, ranks_at, steps.value(ranks_at)))
        if leads_at is not None and leads_at != ranks_at:
            moves.append(LeaderWouldBe(side, leads_at, trial.leaders(steps.value(leads_at))))
    if not moves:
        return (*said, NothingChanges())
    said += moves
    if still:
        said.append(RankStays(None if still == sides else still[0]))
    if not leader_moves:
        said.append(LeaderStays())
    return tuple(said)


_KINDS: dict[int, Literal["range", "distribution", "unknown"]] = {
    RANGE: "range",
    DISTRIBUTION: "distribution",
    UNKNOWN_KIND: "unknown",
}


class _Trial:
    """The ranking with one score at another value."""

    def __init__(self, ranking: Ranking, row: int, column: int) -> None:
        self._names = ranking.table.alternatives
        self._percent = 100.0 * ranking.shares
        self._row, self._column = row, column
        self._values = ranking.table.counts[row].copy()
        self._score = np.round(ranking.score, DECIMALS)
        self._mine = float(self._score[row])
        self._others = self._score.copy()
        self._others[row] = -np.inf
        self._highest = float(self._others.max())
        self.present = float(self._values[column])
        self.rank_now = int(ranking.rank[row])

    def room(self, side: Side) -> bool:
        return self.present < 1 if side == "better" else self.present > 0

    def _scored(self, value: float) -> float:
        self._values[self._column] = value
        return float(np.round(self._values @ self._percent, DECIMALS))

    def rank(self, value: float) -> int:
        return 1 + int((self._others > self._scored(value)).sum())

    def leader_is_another(self, value: float) -> bool:
        """Whether one who leads now no longer does."""
        mine, first = self._scored(value), max(self._mine, self._highest)
        if self._mine == first:
            return mine < self._highest or (self._highest == first and mine > first)
        return mine > first

    def leaders(self, value: float) -> tuple[str, ...]:
        scored = self._others.copy()
        scored[self._row] = self._scored(value)
        return self._named(scored == scored.max())

    def claim(self, side: Side, at: float, value: float) -> RankWouldBe:
        mine = self._scored(value)
        before, after = np.sign(self._others - self._mine), np.sign(self._others - mine)
        passed = (after < 0) & (before >= 0) if side == "better" else (after > 0) & (before <= 0)
        passed[self._row] = False
        leaders = self.leaders(value) if self.leader_is_another(value) else None
        return RankWouldBe(
            side, at, self.rank(value), self._named(passed), self._named(self._others == mine), leaders
        )

    def _named(self, which: np.ndarray) -> tuple[str, ...]:
        found = np.flatnonzero(which)
        # The nearest to the first place come first.
        ordered = found[np.argsort(-self._score[found], kind="stable")]
        return tuple(self._names[at] for at in ordered)


class _Steps:
    """What a score on one side of the present one could be, from there outwards."""

    def __init__(self, value: Callable[[float], float], count: int, at: Callable[[int], float]) -> None:
        self.value = value
        self._count, self._at = count, at

    def first(self, changes: Callable[[float], bool]) -> float | None:
        """The first that changes something which, once changed, stays so outwards."""
        if not self._count or not changes(self.value(self._at(self._count - 1))):
            return None
        low, high = -1, self._count - 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if changes(self.value(self._at(middle))) else (middle, high)
        return self._at(high)


def _steps(criterion: Criterion, side: Side, present: float) -> _Steps:
    less = criterion.direction == "less_is_better"
    if isinstance(criterion.scale, VerbalScale):
        return _levels(level_values(criterion.scale, less), side, present)
    return _numbers(criterion.scale, less, side, present)


def _levels(values: dict[int, float], side: Side, present: float) -> _Steps:
    beyond = [
        level for level, value in values.items() if (value > present if side == "better" else value < present)
    ]
    outwards: Sequence[int] = sorted(beyond, key=lambda level: abs(values[level] - present))
    return _Steps(lambda level: values[int(level)], len(outwards), lambda at: outwards[at])


def _numbers(scale: NumericScale, less: bool, side: Side, present: float) -> _Steps:
    """Numbers in steps fine enough for the scale, then its end."""
    decimals = said_decimals(scale)
    unit = 10.0**-decimals
    rising = (side == "better") != less
    span = scale.high - scale.low
    now = scale.high - present * span if less else scale.low + present * span
    end = scale.high if rising else scale.low
    # A number that rounding alone keeps apart from the present one is no step.
    first = math.floor(now / unit + 1e-6) + 1 if rising else math.ceil(now / unit - 1e-6) - 1
    last = math.ceil(end / unit) - 1 if rising else math.floor(end / unit) + 1
    count = max(0, (last - first if rising else first - last) + 1)

    def at(step: int) -> float:
        return end if step == count else round((first + step if rising else first - step) * unit, decimals)

    return _Steps(lambda number: value_of_number(number, scale, less), count + 1, at)


def said_decimals(scale: NumericScale) -> int:
    """How many decimals tell a number on a scale well enough: one on a scale of 10 to 1,000."""
    exponent = math.floor(math.log10(scale.high - scale.low))
    return (3 if exponent >= 2 else 2) - exponent
