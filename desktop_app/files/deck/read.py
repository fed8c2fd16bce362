"""Loads a deck file, and says in one sentence what is wrong with one that cannot be taken."""

from pathlib import Path

from desktop_app.decision.faults import Fault
from desktop_app.decision.problem import Problem
from desktop_app.files.deck.build import build, check_format
from desktop_app.files.deck.structure import convert, item_at
from desktop_app.files.deck.table import codes, table_path
from desktop_app.files.languages.faults import reason, sentence, system_reason
from desktop_app.files.yaml_text import MOST_BYTES, Place, decode, line_of, parse


class DeckError(ValueError):
    """A deck that cannot be taken; its text is one sentence with file, line, key, what and what is allowed."""

    def __init__(self, path: Path, message: str, line: int | None = None, kind: str = "") -> None:
        super().__init__(message)
        self.path = path
        self.line = line
        self.kind = kind


def load(path: str | Path) -> Problem:
    """The decision problem in a deck file. Raises DeckError."""
    path = Path(path)
    text = ""
    try:
        text = decode(_bytes(path))
        tree = parse(text)
        if isinstance(tree, dict) and isinstance(tree.get("format"), str):
            # A newer format may hold keys that this version cannot judge: its version speaks first.
            check_format(str(tree["format"]))
        deck = convert(tree)
        table = None
        if deck.performances_table is not None:
            table = _table(
                path,
                deck.performances_table,
                text,
                [c.id for c in deck.criteria],
                [a.id for a in deck.alternatives],
            )
        try:
            return build(deck, table)
        except Fault as fault:
            if deck.performances_table is not None and "line" in fault.particulars:
                raise _error(path.parent / deck.performances_table, "", fault) from None
            raise
    except Fault as fault:
        raise _error(path, text, fault) from None


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Fault("is_folder")
        if path.stat().st_size > MOST_BYTES:
            raise Fault("too_large", found=path.stat().st_size, allowed=MOST_BYTES)
        return path.read_bytes()
    except FileNotFoundError:
        raise Fault("file_missing") from None
    except OSError as error:
        raise Fault("file_unreadable", problem=system_reason(error)) from None


def _table(
    deck: Path, name: str, text: str, criteria: list[str], alternatives: list[str]
) -> dict[str, dict[str, tuple[str, int]]]:
    try:
        path = table_path(deck, name)
    except Fault as fault:
        raise Fault(fault.kind, **fault.particulars, place=("performances_table",)) from None
    try:
        return codes(_bytes(path), criteria, alternatives)
    except Fault as fault:
        raise _error(path, "", fault) from None


def _error(path: Path, text: str, fault: Fault) -> DeckError:
    place: Place | None = fault.particulars.get("place")  # type: ignore[assignment]
    line = fault.particulars.get("line")
    if not isinstance(line, int):
        line = line_of(text, place) if place and text else None
    message = sentence(path.name, line, key_of(text, place or ()), reason(fault))
    return DeckError(path, message, line, fault.kind)


def key_of(text: str, place: Place) -> str:
    """A place as people write it: `criteria.cost.direction`, items of a list by their id where they have one."""
    if not place:
        return ""
    try:
        here = parse(text)
    except Fault:
        here = None
    parts = []
    for step in place:
        inside = item_at(here, (step,))
        if isinstance(step, int):
            name = inside.get("id", inside.get("level")) if isinstance(inside, dict) else None
            parts.append(str(name) if isinstance(name, str) else str(step + 1))
        else:
            parts.append(step)
        here = inside
    return ".".join(parts)
