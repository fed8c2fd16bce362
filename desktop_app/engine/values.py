"""Performances become values in [0, 1] on the declared scale of their criterion (1 = best).

Values never depend on the alternatives present, so that adding or removing one reverses nothing
(Belton & Gear, *On a short-coming of Saaty's method of analytic hierarchies*, Omega 11(3), 1983).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.decision.performances import (
    AtLevel,
    LevelRange,
    Normal,
    Number,
    NumberRange,
    Performance,
    Triangular,
    Unknown,
)
from desktop_app.decision.problem import Criterion, Problem
from desktop_app.decision.scales import NumericScale, VerbalScale
from desktop_app.engine.distributions import Truncated, truncated_normal, truncated_triangular

Values = npt.NDArray[np.float64]

POINT, RANGE, DISTRIBUTION, UNKNOWN_KIND = 0, 1, 2, 3

_LOW_QUANTILE, _HIGH_QUANTILE = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class CellValue:
    """One cell's values in [0, 1]: what counts, its low and high, and the ends of what is possible."""

    counts: float
    low: float
    high: float
    least: float
    most: float
    kind: int


@dataclass(frozen=True)
class ValueTable:
    """The cells of some criteria as values, each array of shape (alternatives, criteria).

    `counts` is what enters the score; `low` and `high` are the ends of a range, the 5th and 95th
    percentile of a distribution; `least` and `most` are the ends of the support; `kind` is POINT,
    RANGE, DISTRIBUTION or UNKNOWN_KIND. Where no cell is a distribution, `least` and `most` are the same
    arrays as `low` and `high`.
    """

    alternatives: tuple[str, ...]
    criteria: tuple[str, ...]
    counts: Values
    low: Values
    high: Values
    least: Values
    most: Values
    kind: npt.NDArray[np.int8]


def level_values(scale: VerbalScale, less_is_better: bool) -> dict[int, float]:
    """The value of each level: evenly spaced, 1 at the best end, unless the scale gives its own."""
    last = len(scale.levels) - 1
    values = {}
    for at, level in enumerate(scale.levels):
        even = (last - at) / last if less_is_better else at / last
        values[level.number] = even if level.value is None else level.value
    return values


def value_of_number(number: float, scale: NumericScale, less_is_better: bool) -> float:
    """Linear over the scale's range, 1 at the best end."""
    span = scale.high - scale.low
    return (scale.high - number) / span if less_is_better else (number - scale.low) / span


def valuer(criterion: Criterion) -> Callable[[Performance], CellValue]:
    """The function that values a performance on this criterion.

    It raises TypeError for a performance of the other kind of scale.
    """
    less = criterion.direction == "less_is_better"
    scale = criterion.scale
    unknown = CellValue(0.5, 0.0, 1.0, 0.0, 1.0, UNKNOWN_KIND)

    def between(a: float, b: float) -> CellValue:
        low, high = min(a, b), max(a, b)
        return CellValue((low + high) / 2, low, high, low, high, RANGE)

    if isinstance(scale, VerbalScale):
        by_level = level_values(scale, less)
        points = {
            number: CellValue(value, value, value, value, value, POINT) for number, value in by_level.items()
        }

        def value_level(performance: Performance) -> CellValue:
            match performance:
                case AtLevel(level):
                    return points[level]
                case LevelRange(low, high):
                    return between(by_level[low], by_level[high])
                case Unknown():
                    return unknown
            raise TypeError(f"{performance!r} does not stand on a verbal scale")

        return value_level

    def value(number: float) -> float:
        return value_of_number(number, scale, less)

    def value_distribution(distribution: Truncated) -> CellValue:
        low, high = sorted(
            (value(distribution.quantile(_LOW_QUANTILE)), value(distribution.quantile(_HIGH_QUANTILE)))
        )
        least, most = sorted((value(distribution.low), value(distribution.high)))
        return CellValue(value(distribution.mean), low, high, least, most, DISTRIBUTION)

    def value_number(performance: Performance) -> CellValue:
        match performance:
            case Number(number):
                there = value(number)
                return CellValue(there, there, there, there, there, POINT)
            case NumberRange(low, high):
                return between(value(low), value(high))
            case Triangular(low, mode, high):
                return value_distribution(truncated_triangular(low, mode, high, scale.low, scale.high))
            case Normal(mean, deviation):
                return value_distribution(truncated_normal(mean, deviation, scale.low, scale.high))
            case Unknown():
                return unknown
        raise TypeError(f"{performance!r} does not stand on a numeric scale")

    return value_number


def tabulate(problem: Problem, criteria: Sequence[Criterion]) -> ValueTable:
    """The problem's cells on `criteria`, in the deck's order of alternatives."""
    positions = {criterion.id: at for at, criterion in enumerate(problem.criteria)}
    shape = (len(problem.alternatives), len(criteria))
    counts, low, high, least, most = (np.empty(shape) for _ in range(5))
    kind = np.empty(shape, dtype=np.int8)
    for column, criterion in enumerate(criteria):
        value = valuer(criterion)
        at = positions[criterion.id]
        known: dict[Performance, CellValue] = {}
        cells = []
        for row in problem.cells:
            performance = row[at].performance
            cell = known.get(performance)
            if cell is None:
                cell = known[performance] = value(performance)
            cells.append(cell)
        counts[:, column] = [cell.counts for cell in cells]
        low[:, column] = [cell.low for cell in cells]
        high[:, column] = [cell.high for cell in cells]
        least[:, column] = [cell.least for cell in cells]
        most[:, column] = [cell.most for cell in cells]
        kind[:, column] = [cell.kind for cell in cells]
    if not (kind == DISTRIBUTION).any():
        least, most = low, high
    return ValueTable(
        tuple(alternative.id for alternative in problem.alternatives),
        tuple(criterion.id for criterion in criteria),
        counts,
        low,
        high,
        least,
        most,
        kind,
    )
