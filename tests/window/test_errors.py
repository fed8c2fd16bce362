"""An error nobody expected: a dialog with details to copy, a log file, and a window that lives on."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.window.errors import ErrorDialog
from desktop_app.window.main_window import MainWindow
from tests.window.conftest import Opens

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(opens: Opens) -> MainWindow:
    return opens(catch_errors=True)


def break_something(window: MainWindow, words: str = "a broken slot") -> None:
    """A button whose slot raises, pressed as a person would."""
    button = QPushButton("?", window)

    def slot() -> None:
        raise RuntimeError(words)

    button.clicked.connect(slot)
    button.show()
    button.click()
    button.deleteLater()


def dialog_of(window: MainWindow, qtbot: QtBot) -> ErrorDialog:
    qtbot.waitUntil(lambda: window.errors.dialog is not None)
    assert window.errors.dialog.isVisible()
    return window.errors.dialog


def test_the_dialog_tells_what_happened_and_where_the_log_is(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    break_something(window)
    dialog = dialog_of(window, qtbot)
    assert "a broken slot" in dialog.informativeText()
    assert str(tmp_path / "places" / "log.txt") in dialog.informativeText()
    assert "Traceback" not in dialog.text() + dialog.informativeText()
    assert "in slot" in dialog.detailedText()
    dialog.reject()


def test_the_details_are_one_click_from_the_clipboard(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("before")
    break_something(window)
    dialog = dialog_of(window, qtbot)
    qtbot.mouseClick(dialog.copy, LEFT)
    assert dialog.isVisible(), "copying must not close the dialog"
    text = QGuiApplication.clipboard().text()
    assert "RuntimeError: a broken slot" in text
    assert "Parallel Paths" in text
    dialog.reject()


def test_the_log_has_the_traceback(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    break_something(window)
    dialog_of(window, qtbot).reject()
    log = (tmp_path / "places" / "log.txt").read_text(encoding="utf-8")
    assert "RuntimeError: a broken slot" in log
    assert "Traceback" in log


def test_the_window_lives_on(window: MainWindow, qtbot: QtBot) -> None:
    window.document.gesture().set_share("alpha", 0.5)
    break_something(window)
    dialog_of(window, qtbot).reject()
    qtbot.waitUntil(lambda: window.errors.dialog is None)
    qtbot.keyClick(window.pages[1].weights.rows["beta"].slider, Qt.Key.Key_End)
    assert window.document.project.weights.points["beta"] == 100
    window.document.undo_stack.undo()
    assert window.document.project.shares["alpha"] == pytest.approx(0.5)


def test_many_errors_open_one_dialog(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    for at in range(5):
        break_something(window, f"error {at}")
    dialog = dialog_of(window, qtbot)
    assert "error 0" in dialog.informativeText()
    dialogs = [one for one in window.findChildren(ErrorDialog) if one.isVisible()]
    assert len(dialogs) == 1
    dialog.reject()
    log = (tmp_path / "places" / "log.txt").read_text(encoding="utf-8")
    assert all(f"error {at}" in log for at in range(5))


def test_a_second_error_after_the_first_is_shown_too(window: MainWindow, qtbot: QtBot) -> None:
    break_something(window, "first")
    dialog_of(window, qtbot).reject()
    qtbot.waitUntil(lambda: window.errors.dialog is None)
    break_something(window, "second")
    dialog = dialog_of(window, qtbot)
    assert "second" in dialog.informativeText()
    dialog.reject()


def test_an_error_in_a_thread_is_shown_in_the_window(window: MainWindow, qtbot: QtBot) -> None:
    def work() -> None:
        raise ValueError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    dialog = dialog_of(window, qtbot)
    assert "in a thread" in dialog.informativeText()
    dialog.reject()


def test_an_error_in_a_timer_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    def late() -> None:
        raise KeyError("late")

    QTimer.singleShot(0, late)
    dialog = dialog_of(window, qtbot)
    assert "late" in dialog.informativeText()
    dialog.reject()


def test_a_log_that_cannot_be_written_stops_nothing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("desktop_app.files.log.log_path", lambda: tmp_path / "file" / "log.txt")
    break_something(window)
    dialog_of(window, qtbot).reject()


def test_closing_the_window_gives_the_hooks_back(qtbot: QtBot, opens: Opens) -> None:
    before = sys.excepthook, threading.excepthook
    window = opens(catch_errors=True)
    assert sys.excepthook != before[0]
    window.close()
    assert (sys.excepthook, threading.excepthook) == before
