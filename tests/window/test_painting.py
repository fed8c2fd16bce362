"""Every window is painted without a complaint of Qt's, also on the oddest decks; only what is in view is drawn."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.decision.performances import UNKNOWN, AtLevel, LevelRange
from desktop_app.decision.problem import Problem
from desktop_app.window.main_window import MainWindow
from desktop_app.window.picture import painter as picture_painter
from desktop_app.window.picture.content import Content
from tests.document import decks
from tests.window import hands
from tests.window.conftest import Opens, first_deck

IGNORED = ("propagateSizeHints", "XDG_RUNTIME_DIR")


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What Qt prints as a warning or worse."""
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not any(
            word in message for word in IGNORED
        ):
            heard.append(message)

    before = qInstallMessageHandler(hear)
    yield heard
    qInstallMessageHandler(before)


def pixels(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), dtype=np.uint8)
    return data.reshape(image.height(), image.bytesPerLine())[:, : image.width() * 4].copy()


def different(one: np.ndarray, other: np.ndarray) -> float:
    return float((one != other).mean())


@pytest.mark.parametrize(
    ("name", "theme"),
    [(name, "light") for name in decks.ODD] + [("all unknown", "dark"), ("300 characters", "dark")],
)
def test_odd_decks(opens: Opens, complaints: list[str], name: str, theme: str) -> None:
    window = opens(decks.ODD[name], theme=theme)
    view = window.pages[1].picture
    for row in (0, len(view.content.order) - 1):
        view.select(view.content.ranking.table.alternatives[row])
    window.pages[1].show_evidence("a0", "c0")
    picture = pixels(window)
    assert len(np.unique(picture)) > 10
    assert complaints == []


@pytest.mark.parametrize("name", ["300 characters", "60 criteria", "one of each"])
def test_odd_decks_in_the_smallest_window(opens: Opens, complaints: list[str], name: str) -> None:
    window = opens(decks.ODD[name], size=(800, 600))
    assert (window.width(), window.height()) == (800, 600)
    pixels(window)
    assert complaints == []


def test_odd_decks_after_each_other_in_one_window(opens: Opens, complaints: list[str]) -> None:
    window = opens()
    for problem in (decks.ODD["60 criteria"], *list(decks.ODD.values())[:4], decks.small(), first_deck()):
        window.document.open(problem, None)
        pixels(window)
        window.document.make_equal()
        pixels(window)
    assert complaints == []


def test_a_change_of_weights_is_seen(home: MainWindow) -> None:
    view = home.pages[1].picture
    before = pixels(view.viewport())
    home.document.gesture().set_share("delta", 0.9)
    view.glide.stop()
    after = pixels(view.viewport())
    assert different(before, after) > 0.02
    home.document.undo_stack.undo()
    view.glide.stop()
    assert different(before, pixels(view.viewport())) == 0


def test_hover_and_focus_are_seen(home: MainWindow) -> None:
    view = home.pages[1].picture
    mouse = hands.Mouse(view.viewport())
    calm = pixels(view.viewport())
    for place in (hands.head(view, "beta"), hands.border(view, "beta"), hands.cell(view, "y", "gamma")):
        mouse.move(*place)
        assert different(calm, pixels(view.viewport())) > 0, place
    mouse.move(1, 1)
    assert different(calm, pixels(view.viewport())) == 0


def test_unknowns_ranges_and_points_look_different(opens: Opens) -> None:
    """All three count 0.5 here; only how they are drawn tells them apart."""
    seen = []
    for performance in (UNKNOWN, LevelRange(1, 5), AtLevel(3)):
        window = opens(decks.table(2, 3, performances=[performance]))
        seen.append(pixels(window.pages[1].picture.viewport()))
    assert different(seen[0], seen[1]) > 0
    assert different(seen[1], seen[2]) > 0
    assert different(seen[0], seen[2]) > 0


@pytest.fixture(scope="module")
def many() -> Problem:
    return decks.table(10_000, 20, groups=4)


class TestManyRows:
    def asked_for(self, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> set[int]:
        """The rows whose names painting asks for."""
        asked: set[int] = set()
        real = Content.alternative

        def alternative(self: Content, row: int) -> object:
            asked.add(row)
            return real(self, row)

        monkeypatch.setattr(Content, "alternative", alternative)
        view = window.pages[1].picture
        image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        picture_painter.paint(painter, view.scene())
        painter.end()
        return asked

    def test_only_rows_in_view_are_drawn(
        self, opens: Opens, complaints: list[str], many: Problem, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        window = opens(many)
        layout = window.pages[1].picture.layout_
        room = int((layout.height - layout.top) / layout.row_height)
        assert room <= len(self.asked_for(window, monkeypatch)) <= room + 4
        assert complaints == []

    @pytest.mark.parametrize("scrolled", [0, 0.5, 1])
    def test_also_in_the_middle_of_a_glide(
        self, opens: Opens, many: Problem, monkeypatch: pytest.MonkeyPatch, scrolled: float
    ) -> None:
        window = opens(many)
        view = window.pages[1].picture
        bar = view.verticalScrollBar()
        bar.setValue(int(bar.maximum() * scrolled))
        window.document.gesture().set_share("c3", 0.8)
        assert view.glide.places is not None
        view.glide.animation.setCurrentTime(view.glide.animation.duration() // 2)
        passing = (view.glide.places > view.layout_.visible_places().start - 2) & (
            view.glide.places < view.layout_.visible_places().stop + 2
        )
        assert len(self.asked_for(window, monkeypatch)) <= passing.sum() < 2000

    def test_scrolling_shows_the_rows_there(
        self, opens: Opens, many: Problem, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        window = opens(many)
        view = window.pages[1].picture
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        asked = self.asked_for(window, monkeypatch)
        assert int(view.content.order[-1]) in asked
        assert int(view.content.order[0]) not in asked
