"""Converts the plain tree of a deck into its typed parts; what does not fit becomes a Fault with its place."""

import re
import types
import typing
from collections.abc import Iterator
from typing import Any, get_args, get_origin

import msgspec

from desktop_app.decision.faults import Fault
from desktop_app.files.deck.format import (
    ID_PATTERN,
    LANGUAGE_PATTERN,
    NOT_EMPTY,
    CellField,
    CellPart,
    DeckPart,
)
from desktop_app.files.yaml_text import Place, Tree

_UNIONS = (types.UnionType, typing.Union)
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
    cells: dict[str, dict[str, Any]] = {}
    for alternative, row in tree.items():
        if not isinstance(row, dict):
            raise Fault("expected", found=row, expected="mapping", place=("performances", alternative))
        cells[alternative] = {}
        for criterion, cell in row.items():
            place: Place = ("performances", alternative, criterion)
            if not isinstance(cell, (dict, str)):
                raise Fault("expected", found=cell, expected="cell", place=place)
            cells[alternative][criterion] = (
                _converted(cell, CellPart, place) if isinstance(cell, dict) else cell
            )
    return cells


def _converted(tree: Any, wanted: Any, place: Place) -> Any:
    try:
        return msgspec.convert(tree, wanted, strict=False)
    except msgspec.ValidationError as error:
        raise _fault(str(error), tree, wanted, place) from None


def _fault(message: str, tree: Any, wanted: Any, start: Place) -> Fault:
    # A key of the deck may stand in the message, and hold anything: the path is what comes last.
    what, found_path, path = message.rpartition(" - at `")
    what, path = (what, path.rstrip("`")) if found_path else (path, "")
    inside = _place(path, tree, wanted)
    place, found, kinds = (*start, *inside), item_at(tree, inside), list(_kinds_at(wanted, inside))
    if what.startswith("Object contains unknown field"):
        allowed = tuple(key for kind in kinds for key in _fields(kind))
        key = next(key for key in found if key not in allowed)
        return Fault("unknown_key", key=key, allowed=allowed, place=(*place, key))
    if missing := re.search(r"missing required field `(.+?)`", what):
        return Fault("missing_key", key=missing[1], place=place)
    if place[-1] == "weights" and ("enum" in what or "object" in what):
        return Fault("weights_wrong", found=found, place=place)
    if "Invalid enum value" in what:
        allowed = tuple(choice for kind in kinds for choice in get_args(kind) if isinstance(choice, str))
        return Fault("not_allowed", found=found, allowed=allowed, place=place)
    if "matching regex" in what:
        of_key = path.startswith("key")
        kind = {ID_PATTERN: "id_wrong", LANGUAGE_PATTERN: "language_wrong", NOT_EMPTY: "text_empty"}
        pattern = next(pattern for pattern in kind if repr(pattern)[1:-1] in what or pattern in what)
        return Fault(kind[pattern], found=place[-1] if of_key else found, place=place)
    if "`array` of length 2," in what:
        return Fault("range_wrong", place=place)
    if limit := re.search(r"length >= (\d+)", what):
        return Fault("too_few", at_least=int(limit[1]), place=place)
    if "length <=" in what:
        return Fault("id_wrong", found=place[-1] if path.startswith("key") else found, place=place)
    if re.search(r"(>=|<=) \S+", what):
        return Fault("outside", found=found, low=0, high=100 if "weights" in inside else 1, place=place)
    expected = re.search(r"Expected `(.+?)`", what)
    # Of a number with too many digits the library names no type.
    kind_name = _kind_name(expected[1]) if expected else "number"
    return Fault("expected", found=found, expected=kind_name, place=place)


def _kind_name(types: str) -> str:
    names = types.split(" | ")
    for name, kind in (("array", "list"), ("str", "text"), ("object", "mapping"), ("int", "whole_number")):
        if name in names:
            return kind
    return "number" if "float" in names else "text"


def _place(path: str, tree: Any, wanted: Any) -> Place:
    """The keys along a path like `$.criteria[3].scale`; `[...]` stands for the key of a mapping."""
    of_key = path.startswith("key` in `")
    place: list[str | int] = []
    for name, index in _PATH_STEP.findall(path):
        if index == "...":
            place.append(_suspect(item_at(tree, tuple(place)), _kinds_at(wanted, tuple(place)), of_key=False))
        else:
            place.append(int(index) if index else name)
    if of_key:
        place.append(_suspect(item_at(tree, tuple(place)), _kinds_at(wanted, tuple(place)), of_key=True))
    return tuple(place)


def _suspect(mapping: dict[str, Any], kinds: Iterator[Any], of_key: bool) -> str:
    """The first key of a mapping that does not fit, itself or what it holds."""
    of_keys, of_values = next(get_args(kind) for kind in kinds if get_origin(kind) is dict)
    for key, value in mapping.items():
        try:
            msgspec.convert(key if of_key else value, of_keys if of_key else of_values, strict=False)
        except msgspec.ValidationError:
            return key
    raise AssertionError("the library found a fault that is not there")


def item_at(tree: Any, place: Place) -> Any:
    """What stands at a place of a plain tree; None where there is nothing."""
    for step in place:
        try:
            tree = tree[step]
        except (KeyError, IndexError, TypeError):
            return None
    return tree


def _kinds_at(wanted: Any, place: Place) -> Iterator[Any]:
    """The types that may stand at a place of the deck's type, without `Annotated` and unions around them."""
    if hasattr(wanted, "__metadata__"):
        yield from _kinds_at(wanted.__origin__, place)
    elif place and isinstance(place[0], int) and get_origin(wanted) in (list, tuple):
        yield from _kinds_at(get_args(wanted)[0], place[1:])
    elif place and get_origin(wanted) is dict:
        yield from _kinds_at(get_args(wanted)[1], place[1:])
    elif place and place[0] in _fields(wanted):
        yield from _kinds_at(_fields(wanted)[str(place[0])], place[1:])
    elif get_origin(wanted) in _UNIONS:
        for option in get_args(wanted):
            yield from _kinds_at(option, place)
    elif not place:
        yield wanted


def _fields(part: Any) -> dict[str, Any]:
    if not (isinstance(part, type) and issubclass(part, msgspec.Struct)):
        return {}
    return {field.encode_name: field.type for field in msgspec.structs.fields(part)}
