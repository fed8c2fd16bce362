"""What the documents show works: commands, the notebook's example, the decks of the format's description."""

import doctest
import re
from pathlib import Path

import pytest

from desktop_app.cli import COMMANDS, run
from desktop_app.files import languages
from desktop_app.files.deck import load
from desktop_app.files.deck.format import (
    AlternativePart,
    CellPart,
    ConditionPart,
    CriterionPart,
    DeckPart,
    GroupPart,
    LevelPart,
    PresetPart,
    SourcePart,
)

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FORMAT = (ROOT / "criteria" / "README.md").read_text(encoding="utf-8")
COMMAND_LINE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


class TestReadme:
    def test_shows_the_two_commands_alone_on_their_lines(self) -> None:
        lines = [line for block in blocks(README, "") for line in block.splitlines()]
        assert "pip install uv && uv run parallel-paths" in lines
        assert "pip install uv && uv run pytest" in lines

    def test_its_notebook_example_runs(self) -> None:
        (example,) = [block for block in blocks(README, "pycon") if "notebook" in block]
        test = doctest.DocTestParser().get_doctest(example, {}, "README.md", "README.md", 0)
        flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
        said: list[str] = []
        assert doctest.DocTestRunner(optionflags=flags).run(test, out=said.append).failed == 0, "".join(said)

    @pytest.mark.parametrize(
        "page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "criteria" / "README.md"]
    )
    def test_links_lead_somewhere(self, page: Path) -> None:
        for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
            target, _, anchor = link.partition("#")
            if target.startswith(("http:", "https:")):
                continue
            file = page.parent / target if target else page
            assert file.exists(), link
            if anchor and file.suffix == ".md":
                heads = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
                anchors = [re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads]
                assert anchor in anchors, link

    def test_its_commands_run(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LANGUAGE", "en")
        shown = re.findall(r"^\$ (?:uv run )?parallel-paths (.+)$", README + COMMAND_LINE, re.MULTILINE)
        assert shown
        for words in shown:
            if words.split()[0] in ("rank", "check"):
                code = run(
                    [str(ROOT / word) if word.startswith("criteria/") else word for word in words.split()]
                )
                assert code == 0, (words, capsys.readouterr().err)
        languages.use("en")

    def test_the_command_line_is_described_whole(self) -> None:
        for command in COMMANDS:
            assert f"## `parallel-paths {command}`" in COMMAND_LINE or f"## {command}" in COMMAND_LINE


class TestFormat:
    @pytest.mark.parametrize("at", range(len(blocks(FORMAT, "yaml"))))
    def test_its_decks_load(self, tmp_path: Path, at: int) -> None:
        deck = blocks(FORMAT, "yaml")[at]
        for table, name in zip(blocks(FORMAT, "csv"), ["schools.csv"], strict=True):
            (tmp_path / name).write_text(table, encoding="utf-8")
        path = tmp_path / "deck.yaml"
        path.write_text(deck, encoding="utf-8")
        assert load(path).alternatives

    @pytest.mark.parametrize(
        ("part", "section"),
        [
            (DeckPart, "### The deck"),
            (SourcePart, "### `sources`"),
            (ConditionPart, "### `condition`"),
            (GroupPart, "### `groups`"),
            (CriterionPart, "### `criteria`"),
            (LevelPart, "### `criteria`"),
            (AlternativePart, "### `alternatives`"),
            (CellPart, "## Performances and their codes"),
            (PresetPart, "## Presets of weights"),
        ],
    )
    def test_every_key_is_described_and_the_required_ones_are_marked(self, part: type, section: str) -> None:
        text = re.split(r"\n(?=##)", FORMAT[FORMAT.index(f"\n{section}") + 1 :])[0]
        shown = dict(re.findall(r"^\s*\| `(\w+)`( ●)? \|", text, re.MULTILINE))
        import msgspec

        for field in msgspec.structs.fields(part):
            assert field.encode_name in shown, field.encode_name
            assert bool(shown[field.encode_name]) == field.required, field.encode_name
