"""How far one thing can move before the ranking answers another way: tipping points of single scores.

A tipping point is, from the value that counts and within [0, 1], the infimum of the falls and of the
rises of one cell's value after which the recommendation's rank, or the leader, is another.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.engine.ranking import DECIMALS, Array, Ranking

Truths = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class TippingPoints:
    """Falls and rises in value units, each array (alternatives, criteria, 2): [down, up]; NaN for never.

    `leader` is about anybody's lead: the leader is another once one who leads now no longer does.
    """

    rank: Array
    leader: Array


@dataclass(frozen=True, slots=True)
class Tipping:
    """One cell's tipping points: (down, up), None for never."""

    rank: tuple[float | None, float | None]
    leader: tuple[float | None, float | None]


def tipping_points(ranking: Ranking) -> TippingPoints:
    """The tipping points of every cell."""
    score = np.round(ranking.score, DECIMALS)
    distinct, place, shared = np.unique(score, return_inverse=True, return_counts=True)
    padded = np.concatenate(([-np.inf], distinct, [np.inf]))
    tied = shared[place] > 1
    # A tie breaks with the least fall; a rise out of it leaves the rank as it is.
    below = np.where(tied, score, padded[place])
    return _tip(
        ranking.score[:, np.newaxis],
        below[:, np.newaxis],
        padded[place + 2][:, np.newaxis],
        distinct[-1],
        100.0 * ranking.shares,
        ranking.table.counts,
    )


def tipping(ranking: Ranking, row: int, column: int) -> Tipping:
    """The tipping points of one cell, without those of all the others."""
    score = np.round(ranking.score, DECIMALS)
    mine, others = score[row], np.delete(score, row)
    below = others[others <= mine].max(initial=-np.inf)
    above = others[others > mine].min(initial=np.inf)
    points = _tip(
        ranking.score[row : row + 1, np.newaxis],
        np.array([[below]]),
        np.array([[above]]),
        score.max(),
        100.0 * ranking.shares[column : column + 1],
        ranking.table.counts[row : row + 1, column : column + 1],
    )
    return Tipping(_pair(points.rank[0, 0]), _pair(points.leader[0, 0]))


def _tip(
    score: Array, below: Array, above: Array, first: float, percent: Array, values: Array
) -> TippingPoints:
    """Tipping points (rows, columns, 2) of `values` (rows, columns) that weigh `percent` (columns,).

    `score`, and the nearest other score at or `below` and the nearest `above`, are (rows, 1); `first` is
    the leader's score. Whether something happens at all is decided at the ends of the scale.
    """
    mine = np.round(score, DECIMALS)
    worst = np.round(score - percent * values, DECIMALS)
    best = np.round(score + percent * (1.0 - values), DECIMALS)
    leads, shares_lead = mine == first, (mine == first) & (below == mine)
    falls, rises = mine - below, above - mine
    rank = (
        _moves(falls, worst < below, percent, values),
        _moves(rises, best >= above, percent, 1.0 - values),
    )
    leader = (
        _moves(falls, leads & (worst < below), percent, values),
        _moves(
            np.where(shares_lead, 0.0, first - mine),
            (shares_lead | ~leads) & (best > first),
            percent,
            1.0 - values,
        ),
    )
    return TippingPoints(np.stack(rank, axis=-1), np.stack(leader, axis=-1))


def _moves(gap: Array, happens: Truths, percent: Array, room: Array) -> Array:
    """The move in value that closes a gap in points; NaN where nothing happens."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(happens, np.minimum(gap / percent, room), np.nan)


def _pair(both: Array) -> tuple[float | None, float | None]:
    down, up = both.tolist()
    return None if np.isnan(down) else down, None if np.isnan(up) else up
