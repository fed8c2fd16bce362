"""The options of the frozen program; a whole build takes too long for every run."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.files import places

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import build_installer  # noqa: E402


def imports() -> Iterator[str]:
    for path in (ROOT / "desktop_app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_nothing_that_the_program_imports_is_left_out() -> None:
    def covers(excluded: str, name: str) -> bool:
        return name == excluded or name.startswith(f"{excluded}.")

    wanted = set(imports())
    assert not [
        (excluded, name) for excluded in build_installer.EXCLUDED for name in wanted if covers(excluded, name)
    ]


def test_data_lands_where_the_program_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "desktop_app"
    for folder, inside in build_installer.DATA.items():
        assert (ROOT / folder).is_dir()
        (tmp_path / inside).mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", package)
    assert places.resources() == package / "resources"
    assert places.criteria() == package / "criteria"


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_the_options_name_what_exists(tmp_path: Path, platform: str) -> None:
    words = build_installer.options(tmp_path, platform)
    assert Path(words[-1]).is_file()
    assert f"--distpath={tmp_path}" in words and "--onedir" in words
    assert ("--hide-console=hide-early" in words) == (platform == "win32")
    assert len(words) == len(set(words))


def test_texts_are_compiled_wherever_the_tests_run() -> None:
    assert build_installer.uncompiled() == []
