"""Why one alternative stands before another: the gap between their scores, taken apart by criterion."""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.ranking import DECIMALS, Array, Ranking


@dataclass(frozen=True)
class Gap:
    """`parts` (criteria,), in points, add up to `total` = score of `ahead` − score of `behind` >= 0."""

    ahead: str
    behind: str
    criteria: tuple[str, ...]
    parts: Array
    total: float
    tied: bool

    def largest(self) -> list[int]:
        """Columns by the size of their part, the largest first; equal ones keep the deck's order."""
        return [int(at) for at in np.argsort(-np.abs(np.round(self.parts, DECIMALS)), kind="stable")]


def gap(ranking: Ranking, one: str, other: str) -> Gap:
    """The gap between two alternatives, seen from the one with the higher score (`one` where they tie).

    Raises ValueError for an alternative that is not in the ranking.
    """
    names = ranking.table.alternatives
    for name in (one, other):
        if name not in names:
            raise ValueError(f"{name!r} is not in the ranking")
    a, b = names.index(one), names.index(other)
    if np.round(ranking.score[b], DECIMALS) > np.round(ranking.score[a], DECIMALS):
        a, b = b, a
    parts = ranking.contributions[a] - ranking.contributions[b]
    tied = bool(np.round(ranking.score[a], DECIMALS) == np.round(ranking.score[b], DECIMALS))
    total = 0.0 if tied else float(ranking.score[a] - ranking.score[b])
    return Gap(names[a], names[b], ranking.table.criteria, parts, total, tied)


def shown_parts(parts: Array, total: float, decimals: int = 1) -> list[float]:
    """Parts rounded so that what is shown adds up to the rounded total.

    Largest remainders; each differs from its part by less than one unit of the last decimal.
    """
    unit = 10**decimals
    exact = np.round(parts * unit, DECIMALS - decimals)
    down = np.floor(exact)
    missing = round(total * unit) - int(down.sum())
    order = np.argsort(-(exact - down), kind="stable")
    down[order[: max(0, missing)]] += 1
    return [float(part) / unit for part in down]
