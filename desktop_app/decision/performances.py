"""Performances: how an alternative does on a criterion, before any value judgement.

A performance is written as a code: `3`, `2..4`, `unknown` on a verbal scale; `120`, `80..150`,
`triangular(80, 100, 150)`, `normal(100, 15)`, `unknown` on a numeric one.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.decision.faults import Fault
from desktop_app.decision.scales import NumericScale, Scale, VerbalScale


@dataclass(frozen=True, slots=True)
class AtLevel:
    """One level of a verbal scale."""

    level: int


@dataclass(frozen=True, slots=True)
class LevelRange:
    """Any level from `low` to `high` (level numbers, `low` < `high`)."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the unit of its scale."""

    number: float


@dataclass(frozen=True, slots=True)
class NumberRange:
    """Any number from `low` to `high`, in the unit of its scale (`low` < `high`)."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Triangular:
    """Triangular distribution, truncated to the scale's range and renormalised."""

    low: float
    mode: float
    high: float


@dataclass(frozen=True, slots=True)
class Normal:
    """Normal distribution, truncated to the scale's range and renormalised."""

    mean: float
    deviation: float


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing is known: anything on the scale."""


Performance = AtLevel | LevelRange | Number | NumberRange | Triangular | Normal | Unknown

UNKNOWN = Unknown()

_NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"
_RANGE = re.compile(rf"\s*({_NUMBER})\s*\.\.\s*({_NUMBER})\s*\Z", re.ASCII)
_POINT = re.compile(rf"\s*({_NUMBER})\s*\Z", re.ASCII)
_DISTRIBUTION = re.compile(r"\s*(triangular|normal)\s*\(([^()]*)\)\s*\Z", re.ASCII)


def _number_text(number: float) -> str:
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)


def code(performance: Performance) -> str:
    """The code that `parse` reads back as the same performance."""
    match performance:
        case AtLevel(level):
            return str(level)
        case LevelRange(low, high):
            return f"{low}..{high}"
        case Number(number):
            return _number_text(number)
        case NumberRange(low, high):
            return f"{_number_text(low)}..{_number_text(high)}"
        case Triangular(low, mode, high):
            return f"triangular({_number_text(low)}, {_number_text(mode)}, {_number_text(high)})"
        case Normal(mean, deviation):
            return f"normal({_number_text(mean)}, {_number_text(deviation)})"
        case Unknown():
            return "unknown"


def parse(text: str, scale: Scale) -> Performance:
    """Reads a code as a performance on `scale`.

    Raises Fault `level_unreadable`, `level_not_on_scale`, `number_unreadable`, `number_outside`,
    `range_reversed` or `distribution_wrong`.
    """
    if text.strip() == "unknown":
        return UNKNOWN
    return _parse_level(text, scale) if isinstance(scale, VerbalScale) else _parse_number(text, scale)


def _parse_level(text: str, scale: VerbalScale) -> Performance:
    numbers = scale.numbers
    allowed = f"{numbers[0]}..{numbers[-1]}"
    point, both = _POINT.match(text), _RANGE.match(text)
    match = point or both
    if match is None:
        raise Fault("level_unreadable", found=text, low=numbers[0], high=numbers[-1])
    ends = []
    for group in match.groups():
        if not re.fullmatch(r"\d+", group, re.ASCII) or int(group) not in numbers:
            raise Fault("level_not_on_scale", found=group, allowed=allowed)
        ends.append(int(group))
    if len(ends) == 1 or ends[0] == ends[1]:
        return AtLevel(ends[0])
    if ends[0] > ends[1]:
        raise Fault("range_reversed", found=text, better=f"{ends[1]}..{ends[0]}")
    return LevelRange(ends[0], ends[1])


def _parse_number(text: str, scale: NumericScale) -> Performance:
    if point := _POINT.match(text):
        return Number(_within(float(point[1]), scale))
    if both := _RANGE.match(text):
        low, high = _within(float(both[1]), scale), _within(float(both[2]), scale)
        if low > high:
            raise Fault("range_reversed", found=text, better=f"{_number_text(high)}..{_number_text(low)}")
        return Number(low) if low == high else NumberRange(low, high)
    if distribution := _DISTRIBUTION.match(text):
        return _parse_distribution(text, distribution[1], distribution[2].split(","), scale)
    raise Fault("number_unreadable", found=text)


def _parse_distribution(text: str, name: str, parts: Sequence[str], scale: NumericScale) -> Performance:
    numbers = [float(part) for part in parts if _POINT.match(part)]
    if not all(math.isfinite(number) for number in numbers):
        raise Fault("distribution_wrong", found=text)
    if name == "triangular" and len(numbers) == len(parts) == 3:
        low, mode, high = numbers
        if low <= mode <= high and low < high and high > scale.low and low < scale.high:
            return Triangular(low, mode, high)
    if name == "normal" and len(numbers) == len(parts) == 2:
        mean, deviation = numbers
        nearest = min(max(mean, scale.low), scale.high)
        # Further out, less than a millionth of the distribution lies on the scale: a slip, not a belief.
        if deviation > 0 and abs(mean - nearest) <= 4.5 * deviation:
            return Normal(mean, deviation)
    raise Fault("distribution_wrong", found=text)


def _within(number: float, scale: NumericScale) -> float:
    if not scale.low <= number <= scale.high:
        raise Fault(
            "number_outside",
            found=_number_text(number) if math.isfinite(number) else str(number),
            low=_number_text(scale.low),
            high=_number_text(scale.high),
        )
    return number
