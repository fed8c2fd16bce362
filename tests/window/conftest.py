"""Windows for the tests: on a given deck, shown off screen, closed afterwards; nothing unexpected may happen in one."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.decision.problem import Problem
from desktop_app.files import languages, places
from desktop_app.files.deck import load
from desktop_app.files.memory import Memory
from desktop_app.window.main_window import MainWindow
from desktop_app.window.theme import theme_for
from tests.document import decks

Opens = Callable[..., MainWindow]


@cache
def first_deck() -> Problem:
    return load(places.first_deck())


@pytest.fixture(autouse=True)
def own_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is read from or written to the places of the person who runs the tests."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "places" / name.lower()))
    monkeypatch.setattr("desktop_app.files.log.log_path", lambda: tmp_path / "places" / "log.txt")
    monkeypatch.setattr("desktop_app.window.errors.log_path", lambda: tmp_path / "places" / "log.txt")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with languages.speaking("en"):
        yield


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture
def opens(qtbot: QtBot, qapp: QApplication) -> Iterator[Opens]:
    """Opens windows. An exception in a slot fails the test: pytest-qt hears of it, not the window's own dialog."""
    qapp.setStyle("Fusion")
    windows: list[MainWindow] = []

    def open_one(
        problem: Problem | None = None,
        *,
        path: Path | None = None,
        theme: str = "light",
        size: tuple[int, int] = (1366, 768),
        memory: Memory | None = None,
        catch_errors: bool = False,
    ) -> MainWindow:
        window = MainWindow(problem or decks.small(), path, theme_for(theme), memory)
        if not catch_errors:
            window.errors.release()
        window.resize(*size)
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qapp.processEvents()
        return window

    yield open_one
    QThreadPool.globalInstance().waitForDone(10_000)
    for window in windows:
        window.close()
        window.deleteLater()
    # Outside an event loop deferred deletes have to be asked for; windows left over make later ones slow.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


@pytest.fixture
def home(opens: Opens) -> MainWindow:
    """The window on a small deck: X 70, Z 50, Y 30; shares .4, .3, .2, .1."""
    return opens()


@pytest.fixture
def real_home(opens: Opens) -> MainWindow:
    """The window on the deck that comes with the program."""
    return opens(first_deck(), path=places.first_deck())
