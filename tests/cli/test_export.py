"""`parallel-paths export`."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.cli.test_run import imported


def texts(path: Path) -> set[str]:
    book = openpyxl.load_workbook(path, data_only=True)
    return {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}


def test_writes_a_workbook_and_says_where(parallel_paths: Run, deck: str, tmp_path: Path) -> None:
    out = tmp_path / "ranking.xlsx"
    done = parallel_paths("export", deck, str(out))
    assert (done.code, done.err) == (0, "") and str(out) in done.out
    assert {"Wooden footbridge", "=Stone arches"} <= texts(out)


def test_takes_language_and_set(parallel_paths: Run, deck: str, tmp_path: Path) -> None:
    out = tmp_path / "clasificación.xlsx"
    assert parallel_paths("export", deck, str(out), "--set", "effect", "--lang", "es").code == 0
    there = texts(out)
    assert {"Pasarela de madera", "Uso"} <= there and "Costo" not in there


def test_takes_options_between_the_two_names(parallel_paths: Run, deck: str, tmp_path: Path) -> None:
    out = tmp_path / "ranking.xlsx"
    assert parallel_paths("export", deck, "--preset", "thrift", str(out)).code == 0
    assert out.exists()


def test_the_deck_of_the_program_is_taken_where_none_is_named(parallel_paths: Run, tmp_path: Path) -> None:
    out = tmp_path / "ranking.xlsx"
    assert parallel_paths("export", str(out)).code == 0
    assert "Aligning Parallel Paths" in texts(out)


def test_a_lone_deck_is_never_overwritten(parallel_paths: Run, deck: str) -> None:
    before = Path(deck).read_bytes()
    done = parallel_paths("export", deck)
    assert done.code == 2 and ".xlsx" in done.err
    assert Path(deck).read_bytes() == before


def test_a_place_that_cannot_be_written_is_a_sentence(parallel_paths: Run, deck: str, tmp_path: Path) -> None:
    done = parallel_paths("export", deck, str(tmp_path / "nowhere" / "ranking.xlsx"))
    assert done.code == 2 and done.out == "" and done.err.count("\n") == 1
    assert "ranking.xlsx" in done.err and "the folder does not exist" in done.err


@pytest.mark.parametrize("options", [["--weights", "cost=0,time=0"], ["--set", "x"], ["--preset", "x"]])
def test_nothing_is_written_where_a_choice_is_refused(
    parallel_paths: Run, deck: str, tmp_path: Path, options: list[str]
) -> None:
    out = tmp_path / "ranking.xlsx"
    assert parallel_paths("export", deck, str(out), *options).code == 2
    assert not out.exists()


def test_knows_no_window(tmp_path: Path, deck: str) -> None:
    code, modules = imported(tmp_path, "export", deck, "out.xlsx")
    assert code == 0 and (tmp_path / "out.xlsx").exists()
    assert "openpyxl" in modules
    assert not modules & {"PySide6", "pyqtgraph", "pandas", "desktop_app.window", "desktop_app.document"}
