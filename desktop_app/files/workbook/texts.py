"""Texts as cells and sheet names can hold them."""

import math
import re
from collections.abc import Iterable, Sequence

from desktop_app.decision.texts import Text
from desktop_app.files.languages import language
from desktop_app.files.languages.emphasis import plain_text

_LONGEST_CELL = 32_767
_LONGEST_NAME = 31
_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def clean(text: str) -> str:
    """A text without the characters that XML cannot hold, and no longer than a cell."""
    text = _NO_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…"


def prose(text: Text) -> str:
    """A text of the deck in the language in use, with its line breaks and without marks of emphasis."""
    return "\n".join(plain_text(part) for part in text.say(language()).splitlines())


def line(text: str) -> str:
    """A text on one line."""
    return " ".join(clean(text).split())


def short(text: str, most: int) -> str:
    """A text on one line, cut between words where that is possible."""
    text = line(text)
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > most // 2 else cut) + "…"


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """Names that Excel takes, all different whatever the case, as near to the wanted ones as can be."""
    names: list[str] = []
    for name in wanted:
        name = _NO_NAME.sub(" ", clean(name)).strip("' ") or "-"
        at, candidate = 1, name[:_LONGEST_NAME].strip("' ")
        while candidate.casefold() in {other.casefold() for other in names}:
            at += 1
            tail = f" {at}"
            candidate = name[: _LONGEST_NAME - len(tail)] + tail
        names.append(candidate)
    return names


def lines_needed(text: str, width: float) -> int:
    """How many lines a text takes in a column `width` digits wide, on the safe side: letters are narrower."""
    return sum(max(1, math.ceil(0.92 * len(part) / max(width - 1.5, 1))) for part in text.split("\n"))


def longest_word(texts: Iterable[str]) -> int:
    """Characters of the longest word, which a column must bear to break none."""
    return max((len(word) for text in texts for word in text.split()), default=0)
