"""What all commands share: choosing the command, refusing, failing, and what is imported."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from desktop_app import __version__
from desktop_app.cli import COMMANDS, run
from desktop_app.cli import open as opening
from tests import bridges
from tests.cli.conftest import ROOT, Run


def imported(tmp_path: Path, *words: str, **environment: str) -> tuple[int, set[str]]:
    """Runs the command line in a fresh process and gives its exit code and the names of all imported modules."""
    out = tmp_path / "modules.json"
    script = (
        "import json, pathlib, sys\n"
        "from desktop_app.cli import run\n"
        f"code = run({list(words)!r})\n"
        f"pathlib.Path({str(out)!r}).write_text(json.dumps([code, sorted(sys.modules)]))\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        env.pop(name, None)
    subprocess.run(
        [sys.executable, "-c", script], check=False, env=env, cwd=tmp_path, capture_output=True, timeout=60
    )
    code, names = json.loads(out.read_text())
    return code, set(names)


class TestImports:
    @pytest.mark.parametrize(
        "words",
        [
            ["rank", "DECK"],
            ["rank", "DECK", "--json"],
            ["rank", "DECK", "--csv", "--lang", "es"],
            ["check", "DECK"],
            ["rank", "--help"],
            ["export", "--help"],
            ["--help"],
            ["--version"],
            ["export", "DECK", "no-workbook.pdf"],
            pytest.param(
                ["DECK"],
                marks=pytest.mark.skipif(
                    sys.platform != "linux", reason="other systems always have a display"
                ),
            ),
        ],
        ids=" ".join,
    )
    def test_headless_commands_stay_light(self, tmp_path: Path, deck: str, words: list[str]) -> None:
        code, modules = imported(tmp_path, *(deck if word == "DECK" else word for word in words))
        assert code == (2 if "no-workbook.pdf" in words else 0)
        heavy = {
            "PySide6",
            "shiboken6",
            "pyqtgraph",
            "pandas",
            "openpyxl",
            "desktop_app.window",
            "desktop_app.document",
        }
        assert not modules & heavy


class TestCommands:
    def test_version(self, parallel_paths: Run) -> None:
        assert parallel_paths("--version").out == f"Parallel Paths {__version__}\n"

    @pytest.mark.parametrize("command", ["", *COMMANDS])
    def test_help_has_examples(self, parallel_paths: Run, command: str) -> None:
        done = parallel_paths(*command.split(), "--help")
        assert done.code == 0 and f"examples:\n  parallel-paths {command}".rstrip() in done.out

    def test_help_names_every_command(self, parallel_paths: Run) -> None:
        out = parallel_paths("--help").out
        assert all(f"  {command} " in out for command in COMMANDS)

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["rank", "--nope"], "--nope"),
            (["rank", "a", "b"], "One deck"),
            (["rank", "--json", "--csv"], "--json and --csv"),
            (["rank", "--weights"], "--weights needs a value"),
            (["rank", "--json=yes"], "--json takes no value"),
            (["rank", "--lang", "fr"], "allowed are en, es"),
            (["rank", "--lang"], "allowed are en, es"),
            (["export"], "workbook"),
            (["export", "a", "b", "c.xlsx"], "workbook"),
            (["export", "deck.yaml"], ".xlsx"),
            (["check"], "One deck"),
            (["a", "b"], "One deck"),
            (["rank", "nowhere.yaml"], "nowhere.yaml: there is no such file"),
            (
                ["rank", "DECK", "--preset", "x"],
                "--preset: there is no preset “x”; allowed are equal, thrift",
            ),
            (["rank", "DECK", "--set", "x"], "--set: there is no set “x”; allowed are effort, effect, both"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_refuses_with_one_sentence(
        self, parallel_paths: Run, deck: str, words: list[str], said: str
    ) -> None:
        done = parallel_paths(*(deck if word == "DECK" else word for word in words))
        assert done.code == 2 and done.out == ""
        assert said in done.err and done.err.count("\n") == 1 and "Traceback" not in done.err

    def test_says_where_a_deck_is_wrong(self, parallel_paths: Run, tmp_path: Path) -> None:
        deck = bridges.write(
            tmp_path, bridges.TEXT.replace("direction: less_is_better", "direction: down", 1)
        )
        done = parallel_paths("check", str(deck))
        assert done.code == 2
        assert done.err == (
            "bridges.yaml, line 14: criteria.cost.direction: "
            "“down” is not known; allowed are less_is_better, more_is_better.\n"
        )

    def test_check_says_what_is_in_a_deck(self, parallel_paths: Run, deck: str) -> None:
        done = parallel_paths("check", deck)
        assert done.code == 0
        assert done.out.splitlines() == [
            "bridges.yaml is a good deck: Which bridge?",
            "  4 recommendations",
            "  2 criteria in the set effort",
            "  1 criterion in the set effect",
            "  12 scores: 2 ranges, 1 unknown and 1 with a rationale",
            "  presets: equal, thrift",
            "  condition, shown and never ranked: The budget law passes",
        ]

    def test_a_set_is_refused_where_there_are_none(self, parallel_paths: Run, tmp_path: Path) -> None:
        deck = bridges.write(tmp_path, bridges.WITHOUT_SETS)
        done = parallel_paths("rank", str(deck), "--set", "effort")
        assert done.code == 2 and done.err == "--set: this deck has no sets of criteria; leave the set out.\n"


class TestFailures:
    def test_a_closed_pipe_is_quiet(self, deck: str) -> None:
        process = subprocess.Popen(
            [sys.executable, "-m", "desktop_app", "rank", deck, "--json"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert process.stdout and process.stderr
        process.stdout.close()
        err = process.stderr.read()
        process.stderr.close()
        assert process.wait(60) == 141 and err == b""

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
    def test_a_full_disk_is_a_sentence(self, deck: str) -> None:
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "desktop_app", "rank", deck],
                check=False,
                stdout=full,
                stderr=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": str(ROOT), "LANGUAGE": "en"},
                timeout=60,
            )
        assert done.returncode == 2 and done.stderr == b"The system refused: the disk is full.\n"

    def test_an_interruption_is_quiet(self, deck: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("desktop_app.cli.rank.run", interrupt)
        monkeypatch.setattr("desktop_app.cli.output.abandon", lambda: None)
        assert run(["rank", deck]) == 130

    def test_the_unexpected_is_a_sentence_and_a_log(
        self, parallel_paths: Run, deck: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(_arguments: object) -> int:
            raise RuntimeError("no such thing\nsecond line")

        monkeypatch.setattr("desktop_app.cli.rank.run", fail)
        monkeypatch.setattr("desktop_app.files.log.log_path", lambda: tmp_path / "logs" / "log.txt")
        done = parallel_paths("rank", deck)
        assert done.code == 1 and done.out == ""
        assert done.err.startswith("Something unexpected happened (RuntimeError: no such thing)")
        assert str(tmp_path / "logs" / "log.txt") in done.err and done.err.count("\n") == 1
        log = (tmp_path / "logs" / "log.txt").read_text(encoding="utf-8")
        assert "Traceback" in log and "no such thing" in log and __version__ in log

    def test_an_unwritable_log_is_said_too(
        self, parallel_paths: Run, deck: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(_arguments: object) -> int:
            raise RuntimeError("no such thing")

        blocked = bridges.write(tmp_path, "", "a-file") / "log.txt"
        monkeypatch.setattr("desktop_app.cli.rank.run", fail)
        monkeypatch.setattr("desktop_app.files.log.log_path", lambda: blocked)
        assert (
            parallel_paths("rank", deck).err
            == "Something unexpected happened (RuntimeError: no such thing).\n"
        )


def interrupt(_arguments: object) -> int:
    raise KeyboardInterrupt


def window_start(opened: list[Path | None]) -> ModuleType:
    """Stands in for the window: notes what it would open."""
    module = ModuleType("start")
    module.open_window = lambda deck: opened.append(deck) or 3  # type: ignore[attr-defined]
    return module


class TestOpening:
    @pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
    def test_without_a_display_the_ranking_is_printed(self, fresh: Run, deck: str) -> None:
        done = fresh(deck, LANGUAGE="en")
        assert done.code == 0 and done.err == ""
        assert "Wooden footbridge" in done.out and "There is no display here" in done.out

    @pytest.mark.parametrize(
        ("system", "environment", "expected"),
        [
            ("linux", {}, False),
            ("linux", {"DISPLAY": ":0"}, True),
            ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
            ("linux", {"DISPLAY": "", "WAYLAND_DISPLAY": ""}, False),
            ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
            ("linux", {"QT_QPA_PLATFORM": "offscreen:size=800x600"}, True),
            ("linux", {"QT_QPA_PLATFORM": "wayland;minimal"}, True),
            ("linux", {"QT_QPA_PLATFORM": "xcb"}, False),
            ("win32", {}, True),
            ("darwin", {}, True),
        ],
    )
    def test_knows_where_a_window_can_be(
        self, monkeypatch: pytest.MonkeyPatch, system: str, environment: dict[str, str], expected: bool
    ) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(opening.sys, "platform", system)
        assert opening.has_display() is expected

    def test_a_deck_named_like_a_command_opens_by_its_path(
        self, parallel_paths: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        bridges.write(tmp_path, name="rank")
        monkeypatch.chdir(tmp_path)
        opened: list[Path | None] = []
        monkeypatch.setattr(opening, "has_display", lambda: False)
        monkeypatch.setattr(opening, "_rank_instead", lambda deck: opened.append(deck) or 0)
        assert parallel_paths("./rank").code == 0
        assert parallel_paths("--", "rank").code == 0
        assert [path.name for path in opened if path] == ["rank", "rank"]

    def test_the_window_gets_the_deck(
        self, parallel_paths: Run, deck: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened: list[Path | None] = []
        monkeypatch.setattr(opening, "has_display", lambda: True)
        monkeypatch.setitem(sys.modules, "desktop_app.window.start", window_start(opened))
        assert parallel_paths(deck).code == 3
        assert parallel_paths().code == 3
        assert opened == [Path(deck), None]

    def test_a_window_that_cannot_be_loaded_is_a_sentence(
        self, parallel_paths: Run, deck: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Broken(ModuleType):
            def __getattr__(self, _name: str) -> object:
                raise ImportError("libEGL.so.1: cannot open shared object file")

        monkeypatch.setattr(opening, "has_display", lambda: True)
        monkeypatch.setitem(sys.modules, "desktop_app.window.start", Broken("start"))
        done = parallel_paths(deck)
        assert done.code == 2 and done.err.count("\n") == 1
        assert "libEGL.so.1" in done.err and "parallel-paths rank" in done.err
