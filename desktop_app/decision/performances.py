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
# Three points in a row could be read as `80.` and `.5` in two ways, so they are no range.
_RANGE = re.compile(rf"\s*({_NUMBER})\s*(?<!\.)\.\.(?!\.)\s*({_NUMBER})\s*\Z", re.ASCII)
_POINT = re.compile(rf"\s*({_NUMBER})\s*\Z", re.ASCII)
_DECIMAL_COMMA = re.compile(r"\s*[+-]?\d+,\d+\s*\Z", re.ASCII)
_DISTRIBUTION = re.compile(r"\s*(triangular|normal)\s*\(([^()]*)\)\s*\Z", re.ASCII)

_FURTHEST = 4.5
"""Deviations between a normal's mean and the scale; beyond, less than 4 in a million of it lie there."""

_WIDEST = 1000.0
"""How many times wider than what the scale holds of it a distribution may be: beyond it is a slip, no belief."""


def number_text(number: float) -> str:
    """A finite number as a person writes it: `5` rather than `5.0`, with all its digits."""
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)


def code(performance: Performance) -> str:
    """The code that `parse` reads back as the same performance."""
    match performance:
        case AtLevel(level):
            return str(level)
        case LevelRange(low, high):
            return f"{low}..{high}"
        case Number(number):
            return number_text(number)
        case NumberRange(low, high):
            return f"{number_text(low)}..{number_text(high)}"
        case Triangular(low, mode, high):
            return f"triangular({number_text(low)}, {number_text(mode)}, {number_text(high)})"
        case Normal(mean, deviation):
            return f"normal({number_text(mean)}, {number_text(deviation)})"
        case Unknown():
            return "unknown"


def parse(text: str, scale: Scale) -> Performance:
    """Reads a code as a performance on `scale`.

    Raises Fault `level_unreadable`, `level_not_on_scale`, `number_unreadable`, `number_decimal_comma`,
    `number_outside`, `range_reversed` or `distribution_wrong`.
    """
    if text.strip() == "unknown":
        return UNKNOWN
    return _parse_level(text, scale) if isinstance(scale, VerbalScale) else _parse_number(text, scale)


def _parse_level(text: str, scale: VerbalScale) -> Performance:
    numbers = scale.numbers
    low, high = numbers[0], numbers[-1]
    match = _POINT.match(text) or _RANGE.match(text)
    if match is None:
        raise Fault("level_unreadable", found=text, low=low, high=high)
    # Compared as texts: thousands of digits would be too much for `int`.
    by_text = {str(number): number for number in numbers}
    ends = []
    for group in match.groups():
        number = by_text.get(group.lstrip("0") or "0")
        if number is None:
            gapless = high - low == len(numbers) - 1
            raise Fault("level_not_on_scale", found=group, allowed=f"{low}..{high}" if gapless else numbers)
        ends.append(number)
    if len(ends) == 1 or ends[0] == ends[1]:
        return AtLevel(ends[0])
    if ends[0] > ends[1]:
        raise Fault("range_reversed", found=text, better=f"{ends[1]}..{ends[0]}")
    return LevelRange(ends[0], ends[1])


def _parse_number(text: str, scale: NumericScale) -> Performance:
    if point := _POINT.match(text):
        return Number(_within(point[1], scale))
    if both := _RANGE.match(text):
        low, high = _within(both[1], scale), _within(both[2], scale)
        if low > high:
            raise Fault("range_reversed", found=text, better=f"{number_text(high)}..{number_text(low)}")
        return Number(low) if low == high else NumberRange(low, high)
    if distribution := _DISTRIBUTION.match(text):
        return _parse_distribution(text, distribution[1], distribution[2].split(","), scale)
    if _DECIMAL_COMMA.match(text):
        raise Fault("number_decimal_comma", found=text, better=text.strip().replace(",", "."))
    raise Fault("number_unreadable", found=text)


def _parse_distribution(text: str, name: str, parts: Sequence[str], scale: NumericScale) -> Performance:
    numbers = [float(part) for part in parts if _POINT.match(part)]
    if len(numbers) == len(parts) and all(math.isfinite(number) for number in numbers):
        if name == "triangular" and len(numbers) == 3:
            low, mode, high = numbers
            inside = min(high, scale.high) - max(low, scale.low)
            if low <= mode <= high and low < high and inside >= (high - low) / _WIDEST:
                return Triangular(low, mode, high)
        if name == "normal" and len(numbers) == 2:
            mean, deviation = numbers
            away = abs(mean - min(max(mean, scale.low), scale.high))
            if 0 < deviation <= _WIDEST * (scale.high - scale.low) and away <= _FURTHEST * deviation:
                return Normal(mean, deviation)
    raise Fault("distribution_wrong", found=text)


def _within(text: str, scale: NumericScale) -> float:
    number = float(text)
    if not scale.low <= number <= scale.high:
        raise Fault("number_outside", found=text, low=number_text(scale.low), high=number_text(scale.high))
    return number
