"""Scales: what a performance is expressed in."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from desktop_app.decision.texts import NO_TEXT, Text

Direction = Literal["less_is_better", "more_is_better"]


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a verbal scale: its number, a short name for a cell, and what it means.

    `value` in [0, 1] is None where the levels are evenly spaced.
    """

    number: int
    text: Text
    name: Text = NO_TEXT
    value: float | None = None

    def label(self, language: str) -> str:
        """The level's short name, else its number."""
        return self.name.say(language) if self.name else str(self.number)


@dataclass(frozen=True)
class VerbalScale:
    """At least two levels, by rising number."""

    levels: tuple[Level, ...]

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        return tuple(level.number for level in self.levels)

    def level(self, number: int) -> Level:
        """The level with this number. Raises KeyError where the scale has none."""
        for level in self.levels:
            if level.number == number:
                return level
        raise KeyError(number)


@dataclass(frozen=True)
class NumericScale:
    """Numbers from `low` to `high` (`low` < `high`) in a unit; value is linear over them."""

    low: float
    high: float
    unit: Text = NO_TEXT


Scale = VerbalScale | NumericScale
