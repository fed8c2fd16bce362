"""A formula and its result as one thing, so that no cell can get the one without the other."""

from dataclasses import dataclass

_LONGEST_LITERAL = 255


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula (with its “=”) and what it amounts to at the time of the export."""

    text: str
    result: float | int | str


Content = Formula | str | float | int | None


def quoted(text: str) -> str:
    """A text as a literal inside a formula. Raises ValueError beyond the 255 characters that Excel takes."""
    if len(text) > _LONGEST_LITERAL:
        raise ValueError(f"a text in a formula is too long: {text}")
    return '"' + text.replace('"', '""') + '"'
