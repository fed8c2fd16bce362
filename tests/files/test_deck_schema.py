"""The JSON Schema beside the decks: in step with the code, true to the reader, and of help to editors."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from desktop_app.files import places
from desktop_app.files.deck import DeckError, load
from desktop_app.files.deck.schema import default_path, main, schema, text
from tests.decks import SMALL, changed, without_performances, write
from tests.files.test_deck_faults import CHANGES

VALIDATOR = jsonschema.Draft202012Validator(schema())


def accepted(deck: str) -> bool:
    return VALIDATOR.is_valid(yaml.safe_load(deck))


def test_the_file_is_in_step_with_the_code() -> None:
    again = "uv run python -m desktop_app.files.deck.schema"
    assert default_path().read_text(encoding="utf-8") == text(), f"run {again}"


def test_the_command_writes_the_file(tmp_path: Path) -> None:
    main([str(tmp_path / "schema.json")])
    assert json.loads((tmp_path / "schema.json").read_bytes()) == schema()
    command = [sys.executable, "-m", "desktop_app.files.deck.schema", str(tmp_path / "again.json")]
    subprocess.run(command, check=True)
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "schema.json").read_bytes()


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema()["title"] == "Deck for Parallel Paths"


@pytest.mark.parametrize("path", sorted(places.criteria().rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_decks_that_come_with_the_program_are_accepted(path: Path) -> None:
    VALIDATOR.validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_the_small_deck_is_accepted() -> None:
    assert accepted(SMALL)
    assert accepted(without_performances())
    assert accepted(changed("    year: 2024\n", "    year: about 2024\n    note:\n"))


def objects(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for inner in part.values():
            yield from objects(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from objects(inner)


def test_every_key_is_described_where_editors_look() -> None:
    wordless = [
        name
        for part in objects(schema())
        for name, key in part.get("properties", {}).items()
        if "description" not in key and "$ref" not in json.dumps(key)
    ]
    assert not wordless
    assert not [part for part in objects(schema()) if str(part.get("title", "")).endswith("Part")]


# Kinds of faults that stand in the deck's shape, and are an editor's business too.
OF_SHAPE = [
    (old, new, said)
    for old, new, _, _, said in CHANGES
    if any(
        word in said
        for word in (
            "is not known; allowed",
            "is missing",
            "must stand here",
            "is not an id; an id",
            "entries",
        )
    )
    and "performance of" not in said
    # YAML reads these as something else than the reader does.
    and not any(word in new for word in (".nan", ".inf", "1e400", "\\n"))
    and yaml.safe_load(changed(old, new)) is not None
]


@pytest.mark.parametrize(("old", "new", "said"), OF_SHAPE)
def test_what_the_schema_refuses_too(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert not accepted(changed(old, new))
    with pytest.raises(DeckError):
        load(write(tmp_path, changed(old, new)))


def test_there_are_such_faults() -> None:
    assert len(OF_SHAPE) > 25
