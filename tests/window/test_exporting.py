"""The export from the window: written on a worker thread, shown afterwards, refused with a sentence."""

import threading
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

import desktop_app.files.workbook
from desktop_app.window.main_window import MainWindow
from tests.window.conftest import Opens


def wait_for_end(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.exports.job is None, timeout=20_000)


def texts(path: Path) -> set[object]:
    book = openpyxl.load_workbook(path, data_only=True)
    return {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}


def numbers(path: Path) -> list[float]:
    return [value for value in texts(path) if isinstance(value, float | int)]


def test_the_present_ranking_is_written_and_offered(home: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    home.document.gesture().set_share("delta", 0.9)
    path = tmp_path / "ranking.xlsx"
    home.exports.write(path)
    wait_for_end(home, qtbot)
    assert path.is_file()
    assert {"Xylophone", "Yacht", "Zeppelin"} <= texts(path)
    for score in home.document.ranking.score:
        assert any(number == pytest.approx(score, abs=1e-9) for number in numbers(path))
    assert str(path) in home.status.text.text()
    assert home.status.open_file.isVisible()
    assert home.status.open_folder.isVisible()


def test_what_counts_is_what_was_seen_at_the_click(home: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    scores = home.document.ranking.score.tolist()
    home.exports.write(tmp_path / "a.xlsx")
    home.document.gesture().set_share("delta", 0.9)
    wait_for_end(home, qtbot)
    found = numbers(tmp_path / "a.xlsx")
    assert all(any(number == pytest.approx(score, abs=1e-9) for number in found) for score in scores)


@pytest.mark.parametrize("how", ["folder missing", "a folder in its place", "write protected"])
def test_a_refused_file_gives_a_sentence(home: MainWindow, qtbot: QtBot, tmp_path: Path, how: str) -> None:
    path = tmp_path / "ranking.xlsx"
    if how == "folder missing":
        path = tmp_path / "nowhere" / "ranking.xlsx"
    elif how == "a folder in its place":
        path.mkdir()
    else:
        path = Path("/proc/ranking.xlsx")
        if not path.parent.is_dir():
            pytest.skip("no file system here that refuses everybody")
    home.exports.write(path)
    wait_for_end(home, qtbot)
    assert home.status.isVisible()
    assert "ranking.xlsx" in home.status.text.text()
    assert not home.status.open_file.isVisible()
    # The window goes on, and the next try works.
    home.exports.write(tmp_path / "second.xlsx")
    wait_for_end(home, qtbot)
    assert (tmp_path / "second.xlsx").is_file()


def test_a_file_open_elsewhere_is_left_alone(home: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "ranking.xlsx"
    path.write_bytes(b"old")
    (tmp_path / "~$ranking.xlsx").write_bytes(b"")
    home.exports.write(path)
    wait_for_end(home, qtbot)
    assert path.read_bytes() == b"old"
    assert "open in another program" in home.status.text.text()


class TestDialog:
    @pytest.fixture
    def asked(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """What the dialog suggested; it answers with the last path in `answers`."""
        suggested: list[str] = []
        self.answer = ""

        def ask(_parent: object, _title: str, suggestion: str, _filter: str) -> tuple[str, str]:
            suggested.append(suggestion)
            return self.answer, ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return suggested

    def test_ctrl_e_asks_and_a_missing_ending_is_added(
        self, home: MainWindow, qtbot: QtBot, tmp_path: Path, asked: list[str]
    ) -> None:
        self.answer = str(tmp_path / "my ranking")
        qtbot.keyClick(home.pages[1].picture, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        wait_for_end(home, qtbot)
        assert (tmp_path / "my ranking.xlsx").is_file()
        assert Path(asked[0]).name.startswith("small")
        assert asked[0].endswith(".xlsx")

    def test_a_file_that_was_not_asked_about_is_not_replaced(
        self, home: MainWindow, qtbot: QtBot, tmp_path: Path, asked: list[str]
    ) -> None:
        (tmp_path / "my ranking.xlsx").write_bytes(b"old")
        self.answer = str(tmp_path / "my ranking")
        home.exports.ask()
        assert home.exports.job is None
        assert "my ranking.xlsx exists already" in home.status.text.text()
        assert (tmp_path / "my ranking.xlsx").read_bytes() == b"old"

    def test_the_button_does_the_same_and_the_folder_is_kept_in_mind(
        self, home: MainWindow, qtbot: QtBot, tmp_path: Path, asked: list[str]
    ) -> None:
        self.answer = str(tmp_path / "v1.2.xlsx")
        qtbot.mouseClick(home.toolbar.export, Qt.MouseButton.LeftButton)
        wait_for_end(home, qtbot)
        assert (tmp_path / "v1.2.xlsx").is_file()
        self.answer = ""
        qtbot.mouseClick(home.toolbar.export, Qt.MouseButton.LeftButton)
        assert Path(asked[1]).parent == tmp_path
        assert home.exports.job is None


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """An export that is not finished before the event is set."""
    go_on, real = threading.Event(), desktop_app.files.workbook.export

    def export(*args: object, **named: object) -> Path:
        assert go_on.wait(10)
        return real(*args, **named)

    monkeypatch.setattr(desktop_app.files.workbook, "export", export)
    return go_on


def test_one_export_at_a_time(home: MainWindow, qtbot: QtBot, tmp_path: Path, held: threading.Event) -> None:
    home.exports.write(tmp_path / "a.xlsx")
    home.exports.ask()
    assert home.status.isVisible()
    assert home.exports.job is not None
    held.set()
    wait_for_end(home, qtbot)


def test_the_window_answers_while_a_file_is_written(
    home: MainWindow, qtbot: QtBot, tmp_path: Path, held: threading.Event
) -> None:
    home.exports.write(tmp_path / "a.xlsx")
    qtbot.keyClick(home.pages[1].weights.rows["alpha"].slider, Qt.Key.Key_End)
    assert home.document.project.weights.points["alpha"] == 100
    held.set()
    wait_for_end(home, qtbot)


def test_another_theme_in_the_middle_of_an_export(
    home: MainWindow, qtbot: QtBot, tmp_path: Path, held: threading.Event
) -> None:
    """The window is built anew; the file is written all the same, and offered in the new status line."""
    home.exports.write(tmp_path / "a.xlsx")
    home.choose_theme("dark")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    held.set()
    qtbot.waitUntil((tmp_path / "a.xlsx").is_file, timeout=20_000)
    wait_for_end(home, qtbot)
    assert home.status.open_file.isVisible()


def test_an_unexpected_error_is_shown(
    opens: Opens, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def export(*_args: object, **_named: object) -> Path:
        raise ZeroDivisionError("in the export")

    monkeypatch.setattr(desktop_app.files.workbook, "export", export)
    window = opens(catch_errors=True)
    window.exports.write(tmp_path / "a.xlsx")
    qtbot.waitUntil(lambda: window.errors.dialog is not None)
    assert "in the export" in window.errors.dialog.detailedText()
    window.errors.dialog.reject()
    assert window.exports.job is None
