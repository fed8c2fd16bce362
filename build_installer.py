"""Makes a folder with the frozen program, runnable without Python: `uv run --group installer python build_installer.py`.

Works on Linux, Windows and macOS, each for itself. The program stands in `dist/parallel-paths`; on a command line it
knows all commands, on a double click it opens the window.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
NAME = "parallel-paths"

DATA = {"resources": "desktop_app/resources", "criteria": "desktop_app/criteria"}
"""Folders of the repository, and where the program looks for them (`desktop_app/files/places.py`)."""

EXCLUDED = (
    # Qt parts that no page uses.
    *(
        f"PySide6.Qt{part}"
        for part in (
            "Concurrent", "DBus", "Designer", "Help", "Network", "PrintSupport", "Qml", "Quick", "QuickControls2",
            "QuickTest", "QuickWidgets", "Sql", "UiTools", "Xml",
        )
    ),
    # What pandas, openpyxl and pyqtgraph would take along when it is installed beside them, and tools of ours.
    "IPython", "PIL", "babel", "colorcet", "cupy", "hypothesis", "jinja2", "jsonschema", "lxml", "matplotlib",
    "mypy", "numba", "pyarrow", "pymcdm", "pytest", "scipy", "skcriteria", "sklearn", "sqlalchemy", "tkinter",
)  # fmt: skip


def options(out: Path, platform: str = sys.platform) -> list[str]:
    """PyInstaller's arguments for a program folder inside `out`."""
    words = [
        "--noconfirm",
        "--clean",
        "--onedir",
        f"--name={NAME}",
        f"--distpath={out}",
        f"--workpath={ROOT / 'build' / 'installer'}",
        f"--specpath={ROOT / 'build' / 'installer'}",
        f"--paths={ROOT}",
        # Commands and pages are looked up by name.
        "--collect-submodules=desktop_app",
        "--console",
        "--log-level=WARN",
    ]
    if platform == "win32":
        words.append("--hide-console=hide-early")
    words += [f"--add-data={ROOT / folder}{os.pathsep}{inside}" for folder, inside in DATA.items()]
    words += [f"--exclude-module={module}" for module in EXCLUDED]
    return [*words, str(ROOT / "desktop_app" / "__main__.py")]


def uncompiled() -> list[Path]:
    """Catalogues of texts that were not compiled; building the project compiles them."""
    folder = ROOT / "resources" / "translations"
    return [path for path in sorted(folder.rglob("*.po")) if not path.with_suffix(".mo").exists()]


def size(folder: Path) -> int:
    """Bytes in a folder, links not counted twice."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Freeze the program into a folder.")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "dist", help="where the folder goes (default: dist)"
    )
    out: Path = parser.parse_args(argv).out.resolve()
    if missing := uncompiled():
        print(f"{missing[0].name} is not compiled; begin the command with “uv run”.", file=sys.stderr)
        return 2
    try:
        from PyInstaller.__main__ import run
    except ImportError:
        print("PyInstaller is missing; begin the command with “uv run --group installer”.", file=sys.stderr)
        return 2
    run(options(out))
    made = out / NAME
    print(f"{made}: {size(made) / 1_000_000:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
