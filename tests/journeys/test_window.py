"""One journey in a real window: change a weight, see the order change, take it back, export."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.decision.project import Project, start
from desktop_app.engine.ranking import rank
from desktop_app.files import languages, places
from desktop_app.files.deck import load
from desktop_app.window.main_window import MainWindow
from desktop_app.window.theme import theme_for
from tests.files.workbook import reading
from tests.journeys.conftest import SIZE, Screen, wait_until

pytestmark = pytest.mark.needs_screen

MOVED = "technical_works"
"""Without its weight the last two of the first deck change places."""

Box = tuple[int, int, int, int]


class Twin:
    """The same window off screen, which knows where everything stands in the real one."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def box(self, widget: QWidget) -> Box:
        corner = widget.mapTo(self.window, QPoint(0, 0))
        return corner.x(), corner.y(), corner.x() + widget.width(), corner.y() + widget.height()

    @property
    def rows(self) -> Box:
        """The ranks, titles and scores."""
        view = self.window.pages[1].picture
        left, top, _right, bottom = self.box(view.viewport())
        return left, top + round(view.layout_.top), left + round(view.layout_.left) - 8, bottom

    @property
    def words(self) -> Box:
        return self.box(self.window.pages[1].words)


@pytest.fixture
def twin(qtbot: QtBot, qapp) -> Iterator[Twin]:
    qapp.setStyle("Fusion")
    with languages.speaking("en"):
        window = MainWindow(load(places.first_deck()), places.first_deck(), theme_for("light"))
        window.errors.release()
        window.resize(*SIZE)
        window.show()
        qtbot.waitExposed(window)
        qapp.processEvents()
        yield Twin(window)
        window.close()


def weights_in(path: Path) -> Project:
    """The first deck with the points that an exported workbook holds."""
    project = start(load(places.first_deck()))
    sheet = reading.opened(path).worksheets[reading.WEIGHTS]
    weights = project.weights
    column = next(cell.column for cell in sheet[reading.head_row(sheet)] if cell.value == "Points")
    for row in sheet.iter_rows():
        if row[0].value in project.counted:
            weights = weights.with_points(row[0].value, row[column - 1].value, project.counted)
    return project.with_weights(weights)


def export(screen: Screen, path: Path) -> None:
    """Ctrl+E, the path typed into the dialog, Enter."""
    screen.window("Parallel Paths")
    screen.key("ctrl+e")
    screen.window("Export workbook")
    screen.key("ctrl+a")
    screen.type(str(path))
    screen.key("Return")
    wait_until(path.is_file, lambda: f"the workbook {path.name}; {screen.state()}")
    wait_until(lambda: screen.gone("Export workbook"), "the dialog to close")


def test_weigh_see_take_back_export(screen: Screen, twin: Twin, tmp_path: Path) -> None:
    program = screen.start()
    screen.window("Parallel Paths")
    screen.move(SIZE[0] // 2, 5)
    first_rows, first_words = screen.settled(twin.rows), screen.picture(twin.words)
    assert len(np.unique(first_rows)) > 20, "the ranking is there from the first moment"

    # A weight to nothing, by its slider.
    slider = twin.window.pages[1].weights.rows[MOVED].slider
    left, top, right, bottom = twin.box(slider)
    screen.drag((right - 8, (top + bottom) / 2), (left - 30, (top + bottom) / 2))
    screen.move(SIZE[0] // 2, 5)
    wait_until(
        lambda: not np.array_equal(screen.picture(twin.words), first_words), "words that follow the weight"
    )
    assert not np.array_equal(screen.settled(twin.rows), first_rows)

    # Back, and forth again.
    screen.key("ctrl+z")
    wait_until(lambda: np.array_equal(screen.picture(twin.rows), first_rows), "the first ranking to be back")
    assert np.array_equal(screen.settled(twin.words), first_words)
    screen.key("ctrl+shift+z")
    wait_until(lambda: not np.array_equal(screen.picture(twin.rows), first_rows), "the change to be back")

    # What is seen is what is written.
    changed = tmp_path / "changed.xlsx"
    export(screen, changed)
    before, after = start(load(places.first_deck())), weights_in(changed)
    assert after.weights.points[MOVED] == 0
    ranking = rank(after)
    assert ranking.order.tolist() != rank(before).order.tolist(), "the order has changed"
    reading.agrees(reading.shown(reading.opened(changed)), ranking)

    screen.window("Parallel Paths")
    screen.key("ctrl+z")
    restored = tmp_path / "restored.xlsx"
    export(screen, restored)
    assert weights_in(restored).weights == before.weights
    reading.agrees(reading.shown(reading.opened(restored)), rank(before))

    # Closed by its own key, without a word on the console.
    screen.window("Parallel Paths")
    screen.key("ctrl+q")
    assert program.wait(20) == 0
    assert "Traceback" not in screen.said()


def test_the_last_weights_come_back_after_a_restart(screen: Screen, twin: Twin, tmp_path: Path) -> None:
    program = screen.start()
    screen.window("Parallel Paths")
    screen.settled(twin.rows)
    slider = twin.window.pages[1].weights.rows[MOVED].slider
    left, top, right, bottom = twin.box(slider)
    screen.drag((right - 8, (top + bottom) / 2), (left - 30, (top + bottom) / 2))
    screen.key("ctrl+q")
    assert program.wait(20) == 0

    program = screen.start()
    screen.window("Parallel Paths")
    screen.settled(twin.rows)
    again = tmp_path / "again.xlsx"
    export(screen, again)
    assert weights_in(again).weights.points[MOVED] == 0
    screen.window("Parallel Paths")
    screen.key("ctrl+q")
    assert program.wait(20) == 0


def test_a_broken_deck_on_the_command_line_opens_no_window(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("format: parallel-paths/99\n", encoding="utf-8")
    program = screen.start(str(path))
    assert program.wait(20) == 2
    assert "broken.yaml" in screen.said()
    assert "Traceback" not in screen.said()
