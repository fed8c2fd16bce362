"""The additive value model: shares, scores, contributions, competition ranks, bounds, dominance.

Keeney & Raiffa, *Decisions with Multiple Objectives* (1976), ch. 3 for the additive value function;
von Winterfeldt & Edwards, *Decision Analysis and Behavioral Research* (1986), ch. 8 for swing weights.
Kernels are bare functions over arrays; weights may come in batches of shape (samples, criteria).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from desktop_app.decision.project import Project
from desktop_app.engine.values import ValueTable, tabulate

Array = npt.NDArray[np.float64]
Ranks = npt.NDArray[np.int64]

DECIMALS = 9
"""Scores are compared after rounding to this many decimals, in the app as in the workbook."""

_FEW = 24

# OpenBLAS takes several threads for products above this size; where other programs are at work they wait
# for each other far longer (a hundred times, on two cores) than the product takes.
_PIECE = 4 * 65536
_FEWEST_ROWS = 64


def shares(points: Array) -> Array:
    """Points (…, criteria) as shares that add up to 1 along the last axis. Totals must be positive."""
    parts: Array = points / points.sum(axis=-1, keepdims=True)
    return parts


def scores(weights: Array, values: Array) -> Array:
    """Scores 0–100 of shape (…, alternatives).

    `weights` are shares (…, criteria), `values` are (alternatives, criteria) in [0, 1].
    """
    rows = _PIECE // max(1, values.size)
    if weights.ndim != 2 or not _FEWEST_ROWS <= rows < len(weights):
        return 100.0 * (weights @ values.T)
    columns = np.ascontiguousarray(100.0 * values.T)
    total = np.empty((len(weights), len(values)))
    for start in range(0, len(weights), rows):
        np.matmul(weights[start : start + rows], columns, out=total[start : start + rows])
    return total


def contributions(weights: Array, values: Array) -> Array:
    """What each value adds to the score, in points: shape (…, alternatives, criteria)."""
    return (100.0 * weights)[..., np.newaxis, :] * values


def ranks(scores: Array) -> Ranks:
    """Competition ranks (1, 2, 2, 4) of scores (…, alternatives), the highest first.

    Scores are rounded to nine decimals before they are compared, so that equal sums taken in another
    order tie; a tolerance would chain near ties into one.
    """
    rounded = np.round(scores, DECIMALS)
    count = rounded.shape[-1]
    if rounded.ndim == 1:
        places_from_below: Ranks = np.sort(rounded).searchsorted(rounded, side="right")
        result: Ranks = 1 + count - places_from_below
        return result
    if count <= _FEW:
        return _ranks_of_few(rounded)
    order = np.argsort(-rounded, axis=-1)
    falling = np.take_along_axis(rounded, order, axis=-1)
    places = np.broadcast_to(np.arange(1, count + 1), falling.shape).copy()
    places[..., 1:][falling[..., 1:] == falling[..., :-1]] = 0
    np.maximum.accumulate(places, axis=-1, out=places)
    scattered = np.empty_like(places)
    np.put_along_axis(scattered, order, places, axis=-1)
    return scattered


def _ranks_of_few(rounded: Array) -> Ranks:
    """Counts who is ahead of whom, column by column: faster than sorting many short rows."""
    columns = np.ascontiguousarray(np.moveaxis(rounded, -1, 0))
    ahead = np.ones(columns.shape, dtype=np.int8)
    for mine in range(len(columns)):
        for other in range(mine + 1, len(columns)):
            ahead[mine] += columns[other] > columns[mine]
            ahead[other] += columns[mine] > columns[other]
    return np.moveaxis(ahead, 0, -1).astype(np.int64)


def rank_bounds(lowest: Array, highest: Array) -> tuple[Ranks, Ranks]:
    """Best and worst rank of each alternative, from scores (alternatives,) at the ends of what is possible.

    Best: 1 + the others whose lowest exceeds my highest. Worst: 1 + the others whose highest exceeds
    my lowest. Rounded to nine decimals first.
    """
    low, high = np.round(lowest, DECIMALS), np.round(highest, DECIMALS)
    count = len(low)
    best = 1 + count - np.searchsorted(np.sort(low), high, side="right")
    worst = 1 + count - np.searchsorted(np.sort(high), low, side="right")
    # Where its own highest lies above its own lowest an alternative has counted itself.
    return best, worst - (high > low)


def rerank(points: Array, values: Array) -> tuple[Array, Array, Array, Ranks]:
    """One whole re-rank: shares (criteria,), contributions (alternatives, criteria), scores and ranks."""
    weights = points / points.sum()
    percent = 100.0 * weights
    total = values @ percent
    rounded = total.round(DECIMALS)
    ahead = np.sort(rounded).searchsorted(rounded, side="right")
    return weights, values * percent, total, len(total) + 1 - ahead


def dominates(values: Array) -> npt.NDArray[np.bool_]:
    """Entry (a, b): a is at least as good as b on every criterion and better on one.

    `values` are (alternatives, criteria). Memory grows with the square of the alternatives.
    """
    count = len(values)
    no_worse = np.ones((count, count), dtype=bool)
    better = np.zeros((count, count), dtype=bool)
    for column in values.T:
        no_worse &= column[:, np.newaxis] >= column
        better |= column[:, np.newaxis] > column
    return no_worse & better


@dataclass(frozen=True)
class Ranking:
    """The result of weighing a table of values; arrays follow the table's order of alternatives.

    `score`, `score_low`, `score_high`: (alternatives,), 0–100. `rank`, `rank_best`, `rank_worst`:
    (alternatives,), from 1. `contributions`: (alternatives, criteria), points that add up to the score.
    """

    table: ValueTable
    shares: Array
    contributions: Array
    score: Array
    score_low: Array
    score_high: Array
    rank: Ranks
    rank_best: Ranks
    rank_worst: Ranks

    @cached_property
    def order(self) -> npt.NDArray[np.int64]:
        """Rows in rank order; ties keep the deck's order."""
        return np.argsort(self.rank, kind="stable")

    @cached_property
    def tied(self) -> npt.NDArray[np.bool_]:
        """Whether a row shares its rank with another: (alternatives,)."""
        return np.bincount(self.rank, minlength=len(self.rank) + 1)[self.rank] > 1


def rank_table(table: ValueTable, points: Array) -> Ranking:
    """Ranks a table of values under swing points (criteria,) of which at least one is positive."""
    weights, parts, total, rank = rerank(points, table.counts)
    percent = 100.0 * weights
    # Rounding of a sum may differ in the last digit from one row to another: low <= score <= high is kept.
    low = np.minimum(table.low @ percent, total)
    high = np.maximum(table.high @ percent, total)
    least = low if table.least is table.low else np.minimum(table.least @ percent, low)
    most = high if table.most is table.high else np.maximum(table.most @ percent, high)
    best, worst = rank_bounds(least, most)
    return Ranking(table, weights, parts, total, low, high, rank, best, worst)


def rank(project: Project, table: ValueTable | None = None) -> Ranking:
    """Ranks a project; `table`, where given, holds the values of its criteria that count."""
    if table is None:
        table = tabulate(project.problem, project.problem.counted(project.perspective))
    return rank_table(table, np.array([project.weights.points[criterion] for criterion in table.criteria]))
