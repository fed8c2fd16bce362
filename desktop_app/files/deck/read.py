"""Loads a deck file, and says in one sentence what is wrong with one that cannot be taken."""

from pathlib import Path

from desktop_app.decision.faults import Fault
from desktop_app.decision.problem import Problem
from desktop_app.files.deck.build import build, check_format
from desktop_app.files.deck.format import DeckPart
from desktop_app.files.deck.structure import convert, item_at
from desktop_app.files.deck.table import CodeTable, codes, table_path
from desktop_app.files.languages.faults import reason, sentence, shortened, system_reason
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
    table_file = path
    try:
        text = decode(_bytes(path))
        tree = parse(text)
        if isinstance(tree, dict) and isinstance(tree.get("format"), str):
            # A newer format may hold keys that this version cannot judge: its version speaks first.
            check_format(str(tree["format"]))
        deck = convert(tree)
        table = None
        if deck.performances_table is not None:
            table_file = _table_file(path, deck.performances_table)
            table = _table(table_file, deck)
        return build(deck, table)
    except Fault as fault:
        if fault.particulars.get("in_table"):
            raise _error(table_file, "", fault) from None
        raise _error(path, text, fault) from None


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Fault("is_folder")
        # Never more than that, because some files have no end and no size.
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise Fault("too_large", found=max(len(data), path.stat().st_size), allowed=MOST_BYTES)
        return data
    except FileNotFoundError:
        raise Fault("file_missing") from None
    except OSError as error:
        raise Fault("file_unreadable", problem=system_reason(error)) from None
    except ValueError as error:
        if isinstance(error, Fault):
            raise
        raise Fault("file_missing") from None  # a name that no file can have


def _table_file(deck: Path, name: str) -> Path:
    place: Place = ("performances_table",)
    try:
        path = table_path(deck, name)
        if not path.exists():
            raise Fault("table_missing", found=name)
    except Fault as fault:
        raise Fault(fault.kind, **fault.particulars, place=place) from None
    except OSError as error:
        raise Fault("file_unreadable", problem=system_reason(error), place=place) from None
    return path


def _table(path: Path, deck: DeckPart) -> CodeTable:
    try:
        return codes(
            _bytes(path), [part.id for part in deck.criteria], [part.id for part in deck.alternatives]
        )
    except Fault as fault:
        raise Fault(fault.kind, **fault.particulars, in_table=True) from None


def _error(path: Path, text: str, fault: Fault) -> DeckError:
    place: Place | None = fault.particulars.get("place")  # type: ignore[assignment]
    line = fault.particulars.get("line")
    if not isinstance(line, int):
        line = line_of(text, place) if place is not None and text else None
    message = sentence(path.name, line, key_of(text, place or ()), reason(fault))
    return DeckError(path, message, line, fault.kind)


def key_of(text: str, place: Place) -> str:
    """A place as people write it: `criteria.cost.direction`, items of a list by their id where they have one."""
    if not place:
        return ""
    here = parse(text) if text else None
    parts = []
    for step in place:
        inside = item_at(here, (step,))
        if isinstance(step, int):
            name = inside.get("id", inside.get("level")) if isinstance(inside, dict) else None
            parts.append(name if isinstance(name, str) else str(step + 1))
        else:
            parts.append(step)
        here = inside
    return ".".join(shortened(part) for part in parts)
