"""The JSON Schema of decks, for the completion and the marks of editors.

    uv run python -m desktop_app.files.deck.schema [FILE]

writes it (to `criteria/deck.schema.json` where no file is named) from the same types that the reader uses.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

import msgspec

from desktop_app.files import places
from desktop_app.files.deck.format import DeckPart

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def default_path() -> Path:
    """Where the schema lies beside the decks."""
    return places.criteria() / "deck.schema.json"


def schema() -> dict[str, Any]:
    """The schema of a deck as JSON Schema (draft 2020-12)."""
    (whole,), parts = msgspec.json.schema_components([DeckPart], ref_template="#/$defs/{name}")
    deck = parts.pop(whole["$ref"].rpartition("/")[2])
    return {
        "$schema": _DRAFT,
        "title": "Deck for Parallel Paths",
        **_for_editors(deck),
        "$defs": {name: _for_editors(part) for name, part in parts.items()},
    }


def text() -> str:
    """The schema as the file holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _for_editors(part: dict[str, Any]) -> dict[str, Any]:
    """A part without its class's name, each key with its description where editors look for it."""
    properties = {key: _described(value) for key, value in part["properties"].items()}
    return {key: value for key, value in part.items() if key != "title"} | {"properties": properties}


def _described(key: dict[str, Any]) -> dict[str, Any]:
    described = {name: value for name, value in key.items() if name != "default"}
    options = []
    for option in described.get("anyOf", ()):
        if "description" in option and "description" not in described:
            described = {"description": option["description"]} | described
        options.append({name: value for name, value in option.items() if name != "description"})
    return described | ({"anyOf": options} if options else {})


def main(arguments: list[str]) -> None:
    path = Path(arguments[0]) if arguments else default_path()
    path.write_text(text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
    # After making a schema, msgspec 0.19 to 0.22 may crash where Python frees its types.
    os._exit(0)
