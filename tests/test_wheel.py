"""What a wheel holds; `.ci/run` installs and runs one."""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PARTS = (
    "desktop_app",
    "resources",
    "criteria",
    "tests",
    "pyproject.toml",
    "hatch_build.py",
    "README.md",
    "LICENSE",
)


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel built from a copy: building writes into the folder that other tests read from."""
    uv = shutil.which("uv")
    if uv is None:
        pytest.skip("uv is not here to build a wheel")
    copy = tmp_path_factory.mktemp("checkout")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            leave = shutil.ignore_patterns("__pycache__", "*.mo")
            shutil.copytree(source, copy / part, ignore=leave)
        else:
            shutil.copy(source, copy / part)
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    built = subprocess.run(
        [uv, "build", "--offline", "--quiet", "--wheel", "--out-dir", str(copy / "out")],
        cwd=copy, env=environment, check=False, capture_output=True, text=True,
    )  # fmt: skip
    if built.returncode and "offline" in built.stderr.lower():
        pytest.skip("the tools that build a wheel are not in uv's cache")
    assert built.returncode == 0, built.stderr
    (wheel,) = (copy / "out").glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        return set(file.namelist())


def test_nothing_but_the_package_lands_in_site_packages(names: set[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert "desktop_app" in tops
    assert {top for top in tops if not top.endswith(".dist-info")} == {"desktop_app"}


def test_decks_and_texts_lie_inside_the_package(names: set[str]) -> None:
    assert "desktop_app/criteria/aligning-parallel-paths.yaml" in names
    assert "desktop_app/resources/translations/es/LC_MESSAGES/parallel-paths.mo" in names
    for path in (ROOT / "criteria").rglob("*.yaml"):
        assert f"desktop_app/{path.relative_to(ROOT).as_posix()}" in names


def test_every_module_is_there_and_no_rubbish(names: set[str]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "desktop_app").rglob("*.py")}
    assert modules <= names
    assert not [name for name in names if "__pycache__" in name or name.endswith((".pyc", ".pot"))]
