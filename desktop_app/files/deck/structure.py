"""Converts the plain tree of a deck into its typed parts; what does not fit becomes a Fault with its place."""

import re
from collections.abc import Mapping
from typing import Any, get_args

import msgspec

from desktop_app.decision.faults import Fault
from desktop_app.files.deck.format import CellField, CellPart, DeckPart
from desktop_app.files.yaml_text import Place, Tree

_PATH_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")


def convert(tree: Tree) -> DeckPart:
    """The deck in a tree. Raises Fault with `place` for the first thing that does not fit."""
    if not isinstance(tree, dict):
        raise Fault("deck_not_mapping", place=())
    body = {key: value for key, value in tree.items() if key != "performances"}
    deck: DeckPart = _converted(body, DeckPart, ())
    performances = tree.get("performances")
    if performances is not None:
        deck.performances = _performances(performances)
    return deck


def _performances(tree: Tree) -> dict[str, dict[str, Any]]:
    try:
        whole: dict[str, dict[str, Any]] = msgspec.convert(
            tree, dict[str, dict[str, CellField]], strict=False
        )
        return whole
    except msgspec.ValidationError:
        pass
    # The library does not name the key of a mapping's item: look at one cell after the other.
    if not isinstance(tree, dict):
        raise Fault("expected", found=tree, expected="mapping", place=("performances",))
    for alternative, row in tree.items():
        if not isinstance(row, dict):
            raise Fault("expected", found=row, expected="mapping", place=("performances", alternative))
        for criterion, cell in row.items():
            place: Place = ("performances", alternative, criterion)
            if isinstance(cell, dict):
                _converted(cell, CellPart, place)
            elif not isinstance(cell, str):
                raise Fault("expected", found=cell, expected="cell", place=place)
    raise Fault("expected", found=None, expected="mapping", place=("performances",))


def _converted(tree: Any, wanted: Any, place: Place) -> Any:
    try:
        return msgspec.convert(tree, wanted, strict=False)
    except msgspec.ValidationError as error:
        raise _fault(str(error), tree, wanted, place) from None


def _fault(message: str, tree: Any, wanted: Any, start: Place) -> Fault:
    what, _, path = message.partition(" - at `")
    inside = _place(path.rstrip("`"), tree, what)
    place, found, part = (*start, *inside), item_at(tree, inside), _part_at(wanted, inside)
    if unknown := re.search(r"unknown field `(.+?)`", what):
        return Fault("unknown_key", key=unknown[1], allowed=_keys(part), place=(*place, unknown[1]))
    if missing := re.search(r"missing required field `(.+?)`", what):
        return Fault("missing_key", key=missing[1], place=place)
    if "Invalid enum value" in what:
        return Fault("not_allowed", found=found, allowed=_choices(wanted, inside), place=place)
    if "matching regex" in what:
        key = "id_wrong" if "a-z0-9_" in what else "language_wrong"
        return Fault(key, found=found, place=place)
    if limit := re.search(r"length >= (\d+)", what):
        return Fault("too_few", at_least=int(limit[1]), place=place)
    if "length <=" in what:
        return Fault("id_wrong", found=found, place=place)
    if bound := re.search(r"(>=|<=) (\S+)", what):
        high = 100 if "weights" in inside else 1
        return Fault("outside", found=found, low=0, high=high, bound=bound[2], place=place)
    expected = re.search(r"Expected `(.+?)`", what)
    return Fault("expected", found=found, expected=_kind_name(expected[1] if expected else ""), place=place)


def _kind_name(types: str) -> str:
    for name, kind in (("array", "list"), ("int", "whole_number"), ("float", "number")):
        if types.split(" | ")[0] == name:
            return kind
    if types.startswith("object"):
        return "mapping"
    return "text"


def _place(path: str, tree: Any, what: str) -> Place:
    """The keys along a path like `$.criteria[3].scale`; `[...]` stands for the key of a mapping."""
    place: list[str | int] = []
    here = tree
    for name, index in _PATH_STEP.findall(path.replace("key in ", "")):
        if index == "...":
            step: str | int | None = _suspect(here, what)
            if step is None:
                break
        else:
            step = int(index) if index else name
        place.append(step)
        here = item_at(here, (step,))
    return tuple(place)


def _suspect(mapping: Any, what: str) -> str | None:
    """The first key of a mapping whose own value explains the message."""
    if not isinstance(mapping, Mapping):
        return None
    for key, value in mapping.items():
        if "regex" in what:
            wrong = not re.match(r"^([a-z][a-z0-9_-]*|[a-z]{2}-[A-Z]{2})$", key)
        else:
            wrong = (
                not _is_points(value) if ("float" in what or "int" in what) else not isinstance(value, str)
            )
        if wrong:
            return str(key)
    return None


def _is_points(value: Any) -> bool:
    try:
        return 0 <= float(value) <= 100
    except (TypeError, ValueError):
        return False


def item_at(tree: Any, place: Place) -> Any:
    """What stands at a place of a plain tree; None where there is nothing."""
    for step in place:
        try:
            tree = tree[step]
        except (KeyError, IndexError, TypeError):
            return None
    return tree


def _part_at(wanted: Any, place: Place) -> Any:
    """The type that stands at a place of the deck's type, as far as it can be followed."""
    for step in place:
        if isinstance(step, int):
            wanted = next(iter(get_args(_bare(wanted))), None)
        else:
            fields = {field.encode_name: field.type for field in _fields(_bare(wanted))}
            wanted = fields.get(step)
    return _bare(wanted)


def _fields(part: Any) -> tuple[Any, ...]:
    return msgspec.structs.fields(part) if isinstance(part, type) and issubclass(part, msgspec.Struct) else ()


def _bare(wanted: Any) -> Any:
    """A type without `Annotated` and without `| None`."""
    while True:
        if hasattr(wanted, "__metadata__"):
            wanted = wanted.__origin__
            continue
        options = [option for option in get_args(wanted) if option is not type(None)]
        if type(None) in get_args(wanted) and len(options) == 1:
            wanted = options[0]
            continue
        return wanted


def _keys(part: Any) -> tuple[str, ...]:
    return tuple(field.encode_name for field in _fields(part))


def _choices(wanted: Any, place: Place) -> tuple[str, ...]:
    part = _part_at(wanted, place)
    return tuple(
        choice for option in (part, *get_args(part)) for choice in get_args(option) if isinstance(choice, str)
    )
