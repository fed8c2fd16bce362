"""Opening decks: dropped, chosen, broken, deleted; what cannot be opened leaves the open one as it is."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.files.memory import Memory
from desktop_app.files.places import first_deck
from desktop_app.window import opening
from desktop_app.window.main_window import MainWindow
from tests import bridges
from tests.document import decks
from tests.window import hands
from tests.window.conftest import Opens


def data_of(urls: Sequence[str | Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(url)) if isinstance(url, Path) else QUrl(url) for url in urls])
    return data


def drop(window: MainWindow, data: QMimeData) -> bool:
    """Drags something over the window and lets it go; False where the window would not have it."""
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(600, 300), action, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(600, 300), action, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def unchanged(window: MainWindow) -> None:
    assert window.document.problem.id == "small"
    assert window.document.project.shares["alpha"] == pytest.approx(0.5)
    assert window.document.undo_stack.count() == 1


@pytest.fixture
def window(opens: Opens) -> MainWindow:
    """With a change that must not be lost."""
    made = opens()
    made.document.gesture().set_share("alpha", 0.5)
    return made


class TestDrop:
    def test_one_deck_is_opened(self, window: MainWindow, tmp_path: Path) -> None:
        path = bridges.write(tmp_path)
        assert drop(window, data_of([path]))
        assert window.document.problem.id == "bridges"
        assert window.document.path == path
        assert window.windowTitle().startswith("Which bridge?")
        assert "bridges.yaml" in window.status.text.text()
        assert set(window.pages[1].weights.rows) == {"cost", "time"}

    def test_two_files_at_once(self, window: MainWindow, tmp_path: Path) -> None:
        drop(window, data_of([bridges.write(tmp_path), bridges.write(tmp_path, name="b.yaml")]))
        unchanged(window)
        assert "2 files" in window.status.text.text()

    def test_a_folder(self, window: MainWindow, tmp_path: Path) -> None:
        drop(window, data_of([tmp_path]))
        unchanged(window)
        assert "folder" in window.status.text.text()

    def test_no_file(self, window: MainWindow, tmp_path: Path) -> None:
        drop(window, data_of(["https://example.org/deck.yaml"]))
        unchanged(window)
        assert window.status.isVisible()
        drop(window, data_of([tmp_path / "not there.yaml"]))
        unchanged(window)

    def test_text_is_not_taken_at_all(self, window: MainWindow) -> None:
        data = QMimeData()
        data.setText("format: parallel-paths/1")
        assert not drop(window, data)
        unchanged(window)

    def test_a_dropped_file_that_is_gone_by_then(self, window: MainWindow, tmp_path: Path) -> None:
        path = bridges.write(tmp_path)
        data = data_of([path])
        path.unlink()
        drop(window, data)
        unchanged(window)
        assert window.status.isVisible()

    def test_in_the_middle_of_a_drag(self, window: MainWindow, tmp_path: Path) -> None:
        view = window.pages[1].picture
        mouse = hands.Mouse(view.viewport())
        x, y = hands.border(view, "alpha")
        mouse.drag((x, y), 50, let_go=False)
        drop(window, data_of([bridges.write(tmp_path)]))
        mouse.move(x + 80, y)
        mouse.release(x + 80, y)
        assert window.document.project.shares == pytest.approx({"cost": 0.5, "time": 0.5})
        assert window.document.undo_stack.count() == 0

    def test_in_the_middle_of_a_slide(self, window: MainWindow, tmp_path: Path) -> None:
        slider = window.pages[1].weights.rows["alpha"].slider
        mouse = hands.Mouse(slider)
        mouse.press(slider.width() / 2, 10)
        mouse.move(slider.width() / 2 + 10, 10)
        drop(window, data_of([bridges.write(tmp_path)]))
        QApplication.processEvents()
        assert window.document.project.shares == pytest.approx({"cost": 0.5, "time": 0.5})
        assert window.document.undo_stack.count() == 0


BROKEN = {
    "empty": b"",
    "binary": bytes(range(256)) * 4,
    "not UTF-8": "format: parallel-paths/1\ntitle: Cooperación".encode("latin-1"),
    "not YAML": b"a: [1, 2",
    "another format": b"format: parallel-paths/99\n",
    "not a deck": b"- 1\n- 2\n",
    "a level that is not on the scale": bridges.TEXT.replace("time: 1\n", "time: 9\n").encode(),
    "NaN": bridges.TEXT.replace("cost: 70", "cost: .nan").encode(),
    "duplicate keys": (bridges.TEXT + "id: again\n").encode(),
}


@pytest.mark.parametrize("kind", list(BROKEN))
def test_a_broken_deck_leaves_the_open_one(window: MainWindow, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "broken deck.yaml"
    path.write_bytes(BROKEN[kind])
    window.open_path(path)
    unchanged(window)
    assert window.status.isVisible()
    assert "broken deck.yaml" in window.status.text.text()
    assert "Traceback" not in window.status.text.text()


def test_a_folder_or_a_missing_file_is_said(window: MainWindow, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.yaml"):
        window.open_path(path)
        unchanged(window)
        assert path.name in window.status.text.text()


def test_the_open_decks_file_may_be_deleted(opens: Opens, tmp_path: Path) -> None:
    window = opens()
    path = bridges.write(tmp_path)
    window.open_path(path)
    path.unlink()
    window.document.gesture().set_share("cost", 0.9)
    assert window.document.project.shares["cost"] == pytest.approx(0.9)
    window.document.undo_stack.undo()
    window.open_path(path)
    assert window.document.problem.id == "bridges"
    assert "bridges.yaml" in window.status.text.text()


def test_a_deck_is_chosen_from_a_dialog(window: MainWindow, tmp_path: Path, monkeypatch) -> None:
    path = bridges.write(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_kw: ("", ""))
    window.action("open").trigger()
    unchanged(window)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_kw: (str(path), ""))
    window.action("open").trigger()
    assert window.document.problem.id == "bridges"


class TestMemory:
    """Each deck's last weights come back when it is opened again."""

    def test_weights_come_back_with_their_deck(self, opens: Opens, tmp_path: Path) -> None:
        path = bridges.write(tmp_path)
        window = opens(memory=Memory(tmp_path / "memory"))
        window.open_path(path)
        window.document.gesture().set_share("cost", 0.8)
        window.document.gesture().set_lock("cost", True)
        window.close()

        again = opens(memory=Memory(tmp_path / "memory"))
        again.open_path(path)
        assert again.document.project.shares["cost"] == pytest.approx(0.8)
        assert again.document.project.weights.locked == {"cost"}
        assert not again.document.undo_stack.canUndo()
        assert again.pages[1].weights.rows["cost"].share.value() == pytest.approx(80)

    def test_another_deck_is_not_touched_by_them(self, opens: Opens, tmp_path: Path) -> None:
        window = opens(memory=Memory(tmp_path / "memory"))
        window.document.gesture().set_share("alpha", 0.9)
        window.open_path(bridges.write(tmp_path))
        assert window.document.project.shares == pytest.approx({"cost": 0.5, "time": 0.5})

    def test_a_spoilt_memory_is_forgotten(self, opens: Opens, tmp_path: Path) -> None:
        memory = tmp_path / "memory"
        window = opens(memory=Memory(memory))
        window.document.gesture().set_share("alpha", 0.9)
        window.close()
        for file in memory.iterdir():
            file.write_bytes(b"\xff{ not json")
        again = opens(memory=Memory(memory))
        assert again.document.project.shares["alpha"] == pytest.approx(0.4)


def test_the_window_may_be_built_anew_in_another_theme_and_language(window: MainWindow) -> None:
    view_before = window.pages[1].picture
    window.choose_theme("dark")
    window.choose_language("es")
    QApplication.processEvents()
    unchanged(window)
    assert window.pages[1].picture is not view_before
    assert "Exportar" in window.toolbar.export.text()
    window.document.undo_stack.undo()
    assert window.pages[1].weights.rows["alpha"].share.value() == pytest.approx(40)
    window.document.open(decks.table(3, 3), None)
    assert set(window.pages[1].weights.rows) == {"c0", "c1", "c2"}
    window.choose_language("en")


class TestLargeDecks:
    """Read on a worker thread, so that the window lives on."""

    def test_the_open_deck_stays_until_the_large_one_is_there(
        self, home: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(opening, "LARGE", 0)
        before = home.document.problem.id
        home.open_path(first_deck())
        assert home.document.problem.id == before
        assert "Opening" in home.status.text.text()
        qtbot.waitUntil(lambda: home.document.problem.id == "aligning-parallel-paths")
        assert "Opened" in home.status.text.text()

    def test_a_broken_one_leaves_the_open_deck(
        self, home: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(opening, "LARGE", 0)
        broken = tmp_path / "broken.yaml"
        broken.write_text("format: parallel-paths/1\n", encoding="utf-8")
        before = home.document.problem
        home.open_path(broken)
        qtbot.waitUntil(lambda: "missing" in home.status.text.text())
        assert home.document.problem is before

    def test_the_last_one_asked_for_wins(
        self, home: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(opening, "LARGE", 0)
        home.open_path(first_deck().parent / "templates" / "city-mobility.yaml")
        home.open_path(first_deck())
        qtbot.waitUntil(lambda: home.document.problem.id == "aligning-parallel-paths")
        qtbot.wait(50)
        assert home.document.problem.id == "aligning-parallel-paths"
