"""Running the command line: in this process, or in a fresh one."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.cli import run
from desktop_app.files import languages
from tests import bridges

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """How a run ended."""

    code: int
    out: str
    err: str
    raw: bytes = b""


Run = Callable[..., Outcome]


@pytest.fixture
def deck(tmp_path: Path) -> str:
    return str(bridges.write(tmp_path))


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "100")
    yield
    languages.use("en")


@pytest.fixture
def parallel_paths(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process."""

    def outcome(*words: str) -> Outcome:
        code = run(list(words))
        written = capsys.readouterr()
        return Outcome(code, written.out, written.err)

    return outcome


@pytest.fixture
def fresh(tmp_path: Path) -> Run:
    """Runs the command line in a process of its own; keyword arguments are its environment."""

    def outcome(*words: str, **environment: str) -> Outcome:
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            if name not in environment:
                env.pop(name, None)
        done = subprocess.run(
            [sys.executable, "-m", "desktop_app", *words],
            check=False,
            capture_output=True,
            cwd=tmp_path,
            env=env,
            timeout=60,
        )
        encoding = env["PYTHONIOENCODING"]
        out, err = (text.decode(encoding, "backslashreplace") for text in (done.stdout, done.stderr))
        return Outcome(done.returncode, out.replace("\r\n", "\n"), err.replace("\r\n", "\n"), done.stdout)

    return outcome
