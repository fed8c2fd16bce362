"""One-way sensitivity in closed form: one share moves from 0 to 1, the others keep their proportions.

Scores are then straight lines over the share, so that crossing points, stability intervals and the tornado
are exact. Triantaphyllou & Sánchez, *A sensitivity analysis approach for some deterministic multi-criteria
decision-making methods*, Decision Sciences 28(1), 1997, for the idea; the intervals follow from the lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.ranking import DECIMALS, Array, Ranking, Ranks, rerank

ZERO = 0.5 * 10.0**-DECIMALS
"""Differences of scores below this count as none, as in the ranking."""


@dataclass(frozen=True)
class Lines:
    """Scores over one share: (1 − t) · at_zero + t · at_one, both (alternatives,); the share is `share` now."""

    members: tuple[str, ...]
    share: float
    at_zero: Array
    at_one: Array

    def at(self, share: float) -> Array:
        """Scores (alternatives,) at a share."""
        return (1 - share) * self.at_zero + share * self.at_one


@dataclass(frozen=True, slots=True)
class Crossing:
    """At this share two alternatives have the same score and change places."""

    share: float
    one: int
    other: int


@dataclass(frozen=True, slots=True)
class Interval:
    """Shares from `low` to `high`, both included."""

    low: float
    high: float


def lines(ranking: Ranking, members: Sequence[str]) -> Lines:
    """The scores over the share of a criterion, or over that of a group's `members` together.

    Members without any share rise equally, and so do the others where they have none.
    """
    inside = np.array([criterion in members for criterion in ranking.table.criteria])
    weights, values = ranking.shares, ranking.table.counts
    return Lines(
        tuple(members),
        float(weights[inside].sum()),
        100.0 * (values @ _proportions(weights, ~inside)),
        100.0 * (values @ _proportions(weights, inside)),
    )


def _proportions(weights: Array, chosen: Array) -> Array:
    part = np.where(chosen, weights, 0.0)
    total = part.sum()
    if total > 0:
        part = part / total
    elif chosen.any():
        part = np.where(chosen, 1.0 / chosen.sum(), 0.0)
    return part


def sole(ranking: Ranking, members: Sequence[str]) -> bool:
    """Whether the members are all that counts: then their share is 1 and cannot move."""
    return len(set(members)) == len(ranking.table.criteria)


def crossings(of: Lines, rows: Sequence[int] | None = None) -> list[Crossing]:
    """Where lines cross inside [0, 1], by rising share; lines that coincide cross nowhere.

    `rows` limits the pairs to these alternatives: all pairs grow with the square of their number.
    """
    chosen = np.arange(len(of.at_zero)) if rows is None else np.asarray(rows)
    one, other = (chosen[at] for at in np.triu_indices(len(chosen), 1))
    start = np.round(of.at_zero[one] - of.at_zero[other], DECIMALS)
    end = np.round(of.at_one[one] - of.at_one[other], DECIMALS)
    meet = (start * end <= 0) & (start != end)
    share = start[meet] / (start[meet] - end[meet])
    order = np.argsort(share, kind="stable")
    return [Crossing(float(share[at]), int(one[meet][at]), int(other[meet][at])) for at in order]


def _holding(start: Array, end: Array, now: float) -> Interval:
    """Where all differences (1 − t) · start + t · end stay at or above 0, around the share `now`."""
    low, high = 0.0, 1.0
    falls_left = start < -ZERO
    if falls_left.any():
        low = float(np.max(start[falls_left] / (start[falls_left] - end[falls_left])))
    falls_right = end < -ZERO
    if falls_right.any():
        high = float(np.min(start[falls_right] / (start[falls_right] - end[falls_right])))
    return Interval(min(max(low, 0.0), now), max(min(high, 1.0), now))


def leader_interval(ranking: Ranking, of: Lines) -> Interval:
    """The shares around the present one at which a present leader is first or tied first."""
    if sole(ranking, of.members):
        return Interval(1.0, 1.0)
    found = []
    for leader in np.flatnonzero(ranking.rank == 1):
        start, end = of.at_zero[leader] - of.at_zero, of.at_one[leader] - of.at_one
        found.append(_holding(start, end, of.share))
    return Interval(min(one.low for one in found), max(one.high for one in found))


def order_interval(ranking: Ranking, of: Lines) -> Interval:
    """The shares around the present one at which no strict preference between two is reversed."""
    if sole(ranking, of.members):
        return Interval(1.0, 1.0)
    order = ranking.order
    starts = np.flatnonzero(np.diff(ranking.rank[order], prepend=0))
    low, high = 0.0, 1.0
    # Whoever is ahead of the next ones stays ahead of all behind them, as long as each step holds.
    for at, start in enumerate(starts[:-1]):
        above = order[start : starts[at + 1]]
        end = starts[at + 2] if at + 2 < len(starts) else len(order)
        below = order[starts[at + 1] : end]
        step = _holding(
            (of.at_zero[above][:, np.newaxis] - of.at_zero[below]).ravel(),
            (of.at_one[above][:, np.newaxis] - of.at_one[below]).ravel(),
            of.share,
        )
        low, high = max(low, step.low), min(high, step.high)
    return Interval(low, high)


def margin_range(ranking: Ranking, of: Lines, reach: float | None = None) -> Interval | None:
    """The lowest and highest of the leader's margin over the best other while the share runs from 0 to `reach`.

    `reach` is the smaller of 1 and twice the present share unless given. None with one alternative. The
    margin is concave in the share, so that the lowest lies at an end and the highest may lie between.
    """
    if len(of.at_zero) < 2:
        return None
    leader = int(ranking.order[0])
    others = np.arange(len(of.at_zero)) != leader
    start = of.at_zero[leader] - of.at_zero[others]
    slope = (of.at_one[leader] - of.at_one[others]) - start
    left, right = 0.0, min(1.0, 2 * of.share) if reach is None else reach
    if sole(ranking, of.members):
        left = right = 1.0
    lowest = min(float((start + left * slope).min()), float((start + right * slope).min()))
    return Interval(lowest, _highest_of_lowest(start, slope, left, right))


def _highest_of_lowest(start: Array, slope: Array, left: float, right: float) -> float:
    """The maximum over [left, right] of the lowest of lines; each round cuts with the lines found so far."""

    def lowest(at: float) -> int:
        heights = start + at * slope
        tied = np.flatnonzero(heights <= heights.min() + 1e-12)
        return int(tied[0])

    first, last = lowest(left), lowest(right)
    best = max(float(start[first] + left * slope[first]), float(start[last] + right * slope[last]))
    for _ in range(len(start) + 1):
        if slope[first] <= 0 or slope[last] >= 0:
            return best
        meeting = (start[last] - start[first]) / (slope[first] - slope[last])
        meeting = min(max(float(meeting), left), right)
        bound = float(start[first] + meeting * slope[first])
        found = lowest(meeting)
        height = float(start[found] + meeting * slope[found])
        best = max(best, height)
        if height >= bound - 1e-12:
            return best
        if slope[found] > 0:
            first, left = found, meeting
        elif slope[found] < 0:
            last, right = found, meeting
        else:
            return best
    return best


def left_out(ranking: Ranking, criterion: str) -> Ranks | None:
    """The ranks (alternatives,) without a criterion; None where no weight would be left."""
    keep = np.array([name != criterion for name in ranking.table.criteria])
    rest = ranking.shares[keep]
    if not rest.sum() > 0:
        return None
    return rerank(rest, ranking.table.counts[:, keep])[3]
