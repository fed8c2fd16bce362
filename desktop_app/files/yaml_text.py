"""Reads YAML as plain mappings, lists and texts, and finds the line of a place in it.

Every scalar stays the text that was written, so that no `NO` becomes false, no `1e3` a title and no
`2024-05-01` a date: the place where a text stands decides what it must be. Anchors, aliases, merge keys
and tags are not taken, which also leaves alias bombs nothing to unfold. Values come from libyaml's event
stream, which takes a tenth of the time of a full load.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from desktop_app.decision.faults import Fault

Tree = dict[str, Any] | list[Any] | str | None
Place = tuple[str | int, ...]

MOST_BYTES = 64 * 1024 * 1024
DEEPEST = 32

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset(("", "~", "null"))


def decode(data: bytes) -> str:
    """The bytes of a YAML file as text.

    Raises Fault `too_large`, `file_empty`, `file_binary` or `not_utf8`.
    """
    if len(data) > MOST_BYTES:
        raise Fault("too_large", found=len(data), allowed=MOST_BYTES)
    if not data.strip():
        raise Fault("file_empty")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise Fault("file_binary") from None
    if b"\0" in data:
        raise Fault("file_binary")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Fault("not_utf8", line=data.count(b"\n", 0, error.start) + 1) from None


def parse(text: str) -> Tree:
    """The one document in `text`.

    Raises Fault `yaml_broken`, `yaml_alias`, `yaml_tag`, `yaml_too_deep`, `duplicate_key`,
    `key_not_text`, `several_documents` or `file_empty`, each with its `line`.
    """
    root: list[Any] = []
    stack: list[Any] = [root]
    keys: list[str | None] = [None]
    documents = 0
    for event in _events(text):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value = event.value
            if event.anchor is not None or event.tag is not None:
                raise _refused(event)
            top = stack[-1]
            if type(top) is dict and keys[-1] is None:
                if value in top:
                    raise Fault("duplicate_key", line=_line(event), key=value)
                if value == "<<":
                    raise Fault("yaml_alias", line=_line(event))
                keys[-1] = value
                continue
            # A plain scalar's style is None or "", depending on the parser.
            item: Any = None if value in _NULLS and not event.style else value
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                raise _refused(event)
            if len(stack) > DEEPEST:
                raise Fault("yaml_too_deep", line=_line(event), allowed=DEEPEST)
            item = {} if kind is yaml.MappingStartEvent else []
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            stack.pop()
            keys.pop()
            continue
        elif kind is yaml.AliasEvent:
            raise _refused(event)
        else:
            if kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise Fault("several_documents", line=_line(event))
            continue
        top = stack[-1]
        if type(top) is dict:
            key = keys[-1]
            if key is None:
                raise Fault("key_not_text", line=_line(event))
            top[key] = item
            keys[-1] = None
        else:
            top.append(item)
        if type(item) is dict or type(item) is list:
            stack.append(item)
            keys.append(None)
    if not root:
        raise Fault("file_empty")
    tree: Tree = root[0]
    return tree


def line_of(text: str, place: Place) -> int:
    """The line (from 1) on which a place stands; of a missing key, the line of what should hold it."""
    line = 1
    here: list[tuple[str | int | None, bool]] = []
    path: list[str | int] = []
    depth_found = 0
    for event in _events(text):
        kind = type(event)
        if kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            here.pop()
            if path:
                path.pop()
            _advance(here)
            continue
        if kind not in (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent):
            continue
        if here and here[-1][1] and here[-1][0] is None:
            here[-1] = (event.value if kind is yaml.ScalarEvent else "", True)
            candidate = (*path, here[-1][0])
            if candidate == place[: len(candidate)] and len(candidate) > depth_found:
                depth_found, line = len(candidate), _line(event)
            continue
        if not here:
            line = _line(event)
        key = here[-1][0] if here else None
        candidate = (*path, key) if here else ()
        if candidate == place[: len(candidate)] and len(candidate) > depth_found:
            depth_found, line = len(candidate), _line(event)
        if kind is yaml.ScalarEvent:
            _advance(here)
        else:
            if here and key is not None:
                path.append(key)
            here.append((None, True) if kind is yaml.MappingStartEvent else (0, False))
        if depth_found == len(place):
            break
    return line


def _advance(here: list[tuple[str | int | None, bool]]) -> None:
    if here:
        key, is_mapping = here[-1]
        here[-1] = (None, True) if is_mapping else (int(key or 0) + 1, False)


def _events(text: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Fault("yaml_broken", line=mark.line + 1 if mark else 1, problem=error.problem or "") from None
    except yaml.reader.ReaderError as error:
        position = error.position if isinstance(error.position, int) else 0
        raise Fault("yaml_character", line=text.count("\n", 0, position) + 1) from None
    except (yaml.YAMLError, UnicodeError, ValueError) as error:
        if isinstance(error, Fault):
            raise
        raise Fault("yaml_broken", line=1, problem=str(error).splitlines()[0] if str(error) else "") from None


def _refused(event: Any) -> Fault:
    tagged = getattr(event, "tag", None) is not None
    return Fault("yaml_tag" if tagged and event.anchor is None else "yaml_alias", line=_line(event))


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
