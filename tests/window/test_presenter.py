"""Presenter mode: the keys of a clicker, the curtain, slides that follow the deck, weights moved in front of a room."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextFormat
from PySide6.QtWidgets import QApplication, QScrollArea, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.decision.problem import Problem
from desktop_app.decision.texts import NO_TEXT, Text
from desktop_app.document.document import Document
from desktop_app.files import languages
from desktop_app.files.deck import load
from desktop_app.window.opening import shipped_decks
from desktop_app.window.presenter import Presenter
from desktop_app.window.presenter.weights import swing
from desktop_app.window.theme import theme_for
from tests.document import decks
from tests.window.conftest import first_deck
from tests.window.hands import Mouse, border, cell, title

Key = Qt.Key
ALL = ["picture", "weights", "evidence", "why", "condition"]
PROJECTORS = [(1280, 720), (1366, 768), (1920, 1080)]
LONG = Text.plain(("a title that goes on and on and must be read by everybody in the room " * 5)[:300])

Presents = Callable[..., Presenter]


@pytest.fixture
def presents(qtbot: QtBot, qapp: QApplication) -> Iterator[Presents]:
    qapp.setStyle("Fusion")
    shown: list[Presenter] = []

    def present(
        problem: Problem | None = None,
        *,
        size: tuple[int, int] = (1366, 768),
        perspective: str | None = None,
        theme: str = "light",
    ) -> Presenter:
        document = Document(problem or decks.small())
        if perspective is not None:
            document.set_perspective(perspective)
        presenter = Presenter(document, theme)
        shown.append(presenter)
        presenter.start()
        qtbot.waitExposed(presenter)
        presenter.showNormal()
        presenter.resize(*size)
        presenter.activateWindow()
        presenter.setFocus()
        qapp.processEvents()
        return presenter

    yield present
    for presenter in shown:
        presenter.close()
        presenter.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


@pytest.fixture
def small(presents: Presents) -> Presenter:
    return presents()


def press(qtbot: QtBot, presenter: Presenter, key: Qt.Key, control: bool = False) -> None:
    """A key as it comes from the system: to whatever has the focus in the window."""
    modifiers = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(presenter.focusWidget() or presenter, key, modifiers)


def settle(presenter: Presenter) -> None:
    for _turn in range(3):
        QApplication.processEvents()
    presenter.slides["picture"].picture.glide.stop()


def many(count: int) -> Problem:
    problem = decks.small()
    rows = [
        replace(problem.alternatives[at % 3], id=f"a{at}", title=Text.plain(f"Option number {at}"))
        for at in range(count)
    ]
    return replace(
        problem, alternatives=tuple(rows), cells=tuple(problem.cells[at % 3] for at in range(count))
    )


def long() -> Problem:
    problem = first_deck()
    return replace(
        problem,
        title=LONG,
        alternatives=tuple(replace(one, title=LONG) for one in problem.alternatives),
        criteria=tuple(replace(one, title=LONG) for one in problem.criteria),
        condition=replace(problem.condition, title=LONG, summary=LONG),
    )


class TestTurning:
    def test_a_clicker_goes_through_all_slides_and_stops_at_the_ends(
        self, qtbot: QtBot, small: Presenter
    ) -> None:
        seen = [small.name]
        for _turn in range(5):
            press(qtbot, small, Key.Key_PageDown)
            seen.append(small.name)
        assert seen == [*ALL, "condition"]
        for _turn in range(6):
            press(qtbot, small, Key.Key_PageUp)
        assert small.name == "picture"

    @pytest.mark.parametrize(
        ("keys", "slide"),
        [
            ([Key.Key_Right], "weights"),
            ([Key.Key_Space], "weights"),
            ([Key.Key_Right, Key.Key_Left], "picture"),
            ([Key.Key_End], "condition"),
            ([Key.Key_End, Key.Key_Home], "picture"),
        ],
    )
    def test_other_keys_turn_too(
        self, qtbot: QtBot, small: Presenter, keys: list[Qt.Key], slide: str
    ) -> None:
        for key in keys:
            press(qtbot, small, key)
        assert small.name == slide

    def test_a_corner_says_how_far_one_is(self, qtbot: QtBot, small: Presenter) -> None:
        press(qtbot, small, Key.Key_PageDown)
        assert small.counter.text() == "2 / 5"
        assert small.counter.accessibleName() == "Slide 2 of 5"

    def test_a_key_that_is_held_down_turns_once(self, small: Presenter) -> None:
        for repeated in (False, True, True):
            event = QKeyEvent(
                QEvent.Type.KeyPress, Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "", repeated
            )
            QApplication.sendEvent(small, event)
        assert small.name == "weights"

    def test_a_text_that_was_clicked_does_not_keep_the_keys(self, qtbot: QtBot, small: Presenter) -> None:
        small.show_slide("evidence")
        small.slides["evidence"].evidence.text.setFocus()
        press(qtbot, small, Key.Key_Right)
        assert small.name == "why"
        small.show_slide("evidence")
        small.slides["evidence"].evidence.text.setFocus()
        press(qtbot, small, Key.Key_PageUp)
        assert small.name == "weights"


class TestWeighing:
    def test_arrows_move_a_slider_that_has_the_focus_and_the_clicker_still_turns(
        self, qtbot: QtBot, small: Presenter
    ) -> None:
        small.show_slide("weights")
        slider = small.slides["weights"].weights.rows["delta"].slider
        slider.setFocus()
        before = small.document.project.shares["delta"]
        press(qtbot, small, Key.Key_Right)
        moved = small.document.project.shares["delta"]
        assert small.name == "weights"
        assert moved > before
        press(qtbot, small, Key.Key_PageDown)
        assert small.name == "evidence"
        assert small.document.project.shares["delta"] == moved

    def test_the_slider_is_put_down_by_a_click_beside_it(self, qtbot: QtBot, small: Presenter) -> None:
        small.show_slide("weights")
        small.slides["weights"].weights.rows["delta"].slider.setFocus()
        qtbot.mouseClick(small, Qt.MouseButton.LeftButton, pos=small.rect().bottomLeft())
        press(qtbot, small, Key.Key_Right)
        assert small.name == "evidence"

    def test_the_slide_speaks_of_the_criterion_that_is_weighed(self, small: Presenter) -> None:
        small.show_slide("weights")
        slide = small.slides["weights"]
        assert "from the worst alpha to the best" in slide.swing.text.toPlainText()
        slide.weights.rows["delta"].slider.setFocus()
        assert "from the worst delta to the best" in slide.swing.text.toPlainText()
        small.document.gesture().set_share("delta", 0.5)
        assert "50.0 %" in slide.swing.text.toPlainText()

    def test_a_border_is_dragged_and_the_step_undone(self, qtbot: QtBot, small: Presenter) -> None:
        settle(small)
        picture = small.slides["picture"].picture
        before = small.document.project
        Mouse(picture.viewport()).drag(border(picture, "alpha"), 60)
        moved = small.document.project
        assert moved.shares["alpha"] > before.shares["alpha"]
        press(qtbot, small, Key.Key_Z, control=True)
        assert small.document.project == before
        press(qtbot, small, Key.Key_Y, control=True)
        assert small.document.project == moved

    def test_escape_gives_a_drag_up_and_does_not_leave(self, qtbot: QtBot, small: Presenter) -> None:
        settle(small)
        picture = small.slides["picture"].picture
        before = small.document.project
        mouse = Mouse(picture.viewport())
        start = border(picture, "alpha")
        mouse.drag(start, 60, let_go=False)
        press(qtbot, small, Key.Key_Escape)
        mouse.release(*start)
        assert small.document.project == before
        assert small.isVisible()

    def test_a_slide_is_not_turned_away_under_a_pressed_mouse(self, qtbot: QtBot, small: Presenter) -> None:
        qtbot.mousePress(small, Qt.MouseButton.LeftButton)
        press(qtbot, small, Key.Key_PageDown)
        assert small.name == "picture"
        qtbot.mouseRelease(small, Qt.MouseButton.LeftButton)
        press(qtbot, small, Key.Key_PageDown)
        assert small.name == "weights"

    def test_arrows_walk_the_picture_once_it_is_walked(self, qtbot: QtBot, small: Presenter) -> None:
        picture = small.slides["picture"].picture
        picture.setFocus(Qt.FocusReason.TabFocusReason)
        press(qtbot, small, Key.Key_Right)
        assert small.name == "picture"
        assert picture.marks.focus == (-1, 1)
        press(qtbot, small, Key.Key_Up)
        assert small.document.project.shares["beta"] == pytest.approx(0.31)

    def test_a_refused_weight_is_explained(self, small: Presenter) -> None:
        gesture = small.document.gesture()
        for name in ("alpha", "beta", "gamma"):
            gesture = small.document.gesture()
            gesture.set_points(name, 0)
        small.document.gesture().set_points("delta", 0)
        assert small.sentence.text()

    def test_places_won_since_the_pin_are_shown_here_too(self, small: Presenter) -> None:
        small.pin({"x": 2, "y": 3, "z": 1})
        assert small.slides["picture"].picture.content.rank_change(0) == 1


class TestCurtain:
    def test_b_draws_it_and_b_lifts_it(self, qtbot: QtBot, small: Presenter) -> None:
        press(qtbot, small, Key.Key_B)
        assert small.curtain.isVisible()
        assert small.curtain.geometry() == small.rect()
        press(qtbot, small, Key.Key_B)
        assert not small.curtain.isVisible()

    @pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_PageUp, Key.Key_Space, Key.Key_End])
    def test_a_slide_key_only_lifts_it(self, qtbot: QtBot, small: Presenter, key: Qt.Key) -> None:
        small.show_slide("weights")
        press(qtbot, small, Key.Key_B)
        press(qtbot, small, key)
        assert not small.curtain.isVisible()
        assert small.name == "weights"

    def test_it_falls_while_a_weight_has_the_focus_and_no_weight_moves_behind_it(
        self, qtbot: QtBot, small: Presenter
    ) -> None:
        small.show_slide("weights")
        row = small.slides["weights"].weights.rows["delta"]
        for control in (row.slider, row.points):
            control.setFocus()
            press(qtbot, small, Key.Key_B)
            assert small.curtain.isVisible()
            before = small.document.project
            press(qtbot, small, Key.Key_Right)
            assert small.document.project == before
            assert not small.curtain.isVisible()

    def test_all_of_it_is_one_colour(self, qtbot: QtBot, small: Presenter) -> None:
        press(qtbot, small, Key.Key_B)
        picture = small.grab().toImage()
        ground = theme_for("light").colour("background").rgb()
        points = [(x, y) for x in range(0, picture.width(), 97) for y in range(0, picture.height(), 53)]
        assert {picture.pixel(*point) for point in points} == {ground}


class TestLeaving:
    @pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_F11])
    @pytest.mark.parametrize("slide", ALL)
    def test_from_every_slide_also_behind_the_curtain(
        self, qtbot: QtBot, small: Presenter, slide: str, key: Qt.Key
    ) -> None:
        small.show_slide(slide)
        press(qtbot, small, Key.Key_B)
        with qtbot.waitSignal(small.left, timeout=1000):
            press(qtbot, small, key)
        assert not small.isVisible()

    def test_escape_leaves_from_a_control_too(self, qtbot: QtBot, small: Presenter) -> None:
        small.show_slide("weights")
        small.slides["weights"].weights.rows["delta"].slider.setFocus()
        press(qtbot, small, Key.Key_Escape)
        assert not small.isVisible()

    def test_left_is_said_once(self, qtbot: QtBot, small: Presenter) -> None:
        said: list[bool] = []
        small.left.connect(lambda: said.append(True))
        small.leave()
        small.close()
        assert said == [True]

    def test_it_covers_the_screen(self, presents: Presents) -> None:
        presenter = presents()
        presenter.start()
        assert presenter.isFullScreen()


class TestSlidesFollowTheDeck:
    def test_without_a_condition(self, presents: Presents) -> None:
        assert presents(replace(decks.small(), condition=None)).names == ALL[:-1]

    def test_with_one_recommendation_there_is_nothing_to_compare(self, presents: Presents) -> None:
        problem = decks.small()
        one = replace(problem, alternatives=problem.alternatives[:1], cells=problem.cells[:1])
        assert "why" not in presents(one).names

    def test_another_deck_while_one_slide_is_gone_in_it(self, presents: Presents) -> None:
        presenter = presents()
        presenter.show_slide("condition")
        presenter.document.open(replace(decks.small(), condition=None), None)
        assert presenter.name == "picture"
        assert presenter.counter.text() == "1 / 4"
        presenter.document.open(decks.small(), None)
        assert presenter.names == ALL

    def test_evidence_is_the_leaders_on_the_heaviest_until_a_cell_is_chosen(self, presents: Presents) -> None:
        presenter = presents()
        presenter.show_slide("evidence")
        slide = presenter.slides["evidence"]
        assert slide.cell == ("x", "alpha")
        assert "Why x on alpha." in slide.evidence.text.toPlainText()
        assert "Xylophone" in slide.whose.toPlainText()
        presenter.document.gesture().set_share("delta", 0.9)
        assert slide.cell == ("y", "delta")
        presenter.choose_cell("z", "beta")
        assert "Why z on beta." in slide.evidence.text.toPlainText()

    def test_a_cell_whose_criterion_no_longer_counts_is_let_go(self, presents: Presents) -> None:
        presenter = presents()
        presenter.choose_cell("z", "beta")
        presenter.show_slide("evidence")
        presenter.document.set_perspective("effect")
        slide = presenter.slides["evidence"]
        assert slide.cell[1] == "gain"
        assert "on gain." in slide.evidence.text.toPlainText()

    def test_a_click_on_a_cell_turns_to_its_evidence(self, presents: Presents) -> None:
        presenter = presents()
        settle(presenter)
        picture = presenter.slides["picture"].picture
        Mouse(picture.viewport()).click(*cell(picture, "y", "gamma"))
        assert presenter.name == "evidence"
        assert presenter.slides["evidence"].cell == ("y", "gamma")
        assert "from the worst gamma" in presenter.slides["weights"].swing.text.toPlainText()

    def test_two_rows_are_compared(self, presents: Presents) -> None:
        presenter = presents()
        settle(presenter)
        picture = presenter.slides["picture"].picture
        mouse = Mouse(picture.viewport())
        mouse.click(*title(picture, "z"))
        mouse.press(*title(picture, "y"), Qt.KeyboardModifier.ControlModifier)
        mouse.release(*title(picture, "y"), Qt.KeyboardModifier.ControlModifier)
        assert presenter.name == "why"
        assert presenter.slides["why"].why.pair() == ("z", "y")

    def test_a_swing_is_said_from_the_scale_where_the_deck_says_none(self) -> None:
        criterion = replace(decks.small().criteria[0], swing=NO_TEXT)
        assert swing(criterion) == "from <b>level 1 in words</b> to <b>level 5 in words</b>"
        less = replace(criterion, direction="less_is_better")
        assert swing(less) == "from <b>level 5 in words</b> to <b>level 1 in words</b>"


def overflowing(presenter: Presenter) -> list[QWidget]:
    """What reaches beyond the window or beyond the widget that holds it; what scrolls may."""
    found = []
    for widget in presenter.findChildren(QWidget):
        holder = widget.parentWidget()
        if not widget.isVisible() or holder is None or isinstance(holder.parentWidget(), QScrollArea):
            continue
        if not holder.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            found.append(widget)
    return found


def overlapping(presenter: Presenter) -> list[tuple[QWidget, QWidget]]:
    """Cards and texts side by side that cover one another."""
    slide = presenter.stack.currentWidget()
    parts = [child for child in slide.children() if isinstance(child, QWidget) and child.isVisible()]
    return [
        (one, other)
        for at, one in enumerate(parts)
        for other in parts[at + 1 :]
        if one.geometry().intersects(other.geometry())
    ]


SHOWN: list[tuple[Callable[[], Problem], str | None]] = [
    (first_deck, "effort"),
    (first_deck, "both"),
    (long, "both"),
    (lambda: many(30), None),
    *(((lambda path=path: load(path)), None) for _name, path in shipped_decks()[1:]),
]


class TestOnAProjector:
    @pytest.mark.parametrize("size", PROJECTORS, ids=lambda size: f"{size[0]}x{size[1]}")
    @pytest.mark.parametrize("case", SHOWN)
    @pytest.mark.parametrize("said", ["en", "es"])
    def test_every_slide_fits(
        self,
        presents: Presents,
        case: tuple[Callable[[], Problem], str | None],
        size: tuple[int, int],
        said: str,
    ) -> None:
        problem, perspective = case
        with languages.speaking(said):
            presenter = presents(problem(), size=size, perspective=perspective)
            assert (presenter.width(), presenter.height()) == size
            for name in presenter.names:
                presenter.show_slide(name)
                settle(presenter)
                assert not overflowing(presenter), name
                assert not overlapping(presenter), name

    @pytest.mark.parametrize("size", PROJECTORS)
    def test_the_deck_that_comes_with_the_program_needs_no_scrolling(
        self, presents: Presents, size: tuple[int, int]
    ) -> None:
        presenter = presents(first_deck(), size=size)
        settle(presenter)
        slide = presenter.slides["picture"]
        assert slide.picture.layout_.overflow_x == 0
        assert slide.picture.layout_.overflow_y == 0
        assert slide.words.verticalScrollBar().maximum() == 0
        for name in ("weights", "condition"):
            presenter.show_slide(name)
            settle(presenter)
        for text in (presenter.slides["weights"].swing.text, presenter.slides["condition"].text):
            assert text.verticalScrollBar().maximum() == 0

    def test_thirty_rows_scroll(self, presents: Presents) -> None:
        presenter = presents(many(30), size=(1280, 720))
        settle(presenter)
        assert presenter.slides["picture"].picture.layout_.overflow_y > 0

    def test_text_is_at_least_twice_as_large(self, presents: Presents) -> None:
        presenter = presents(long(), size=(1280, 720))
        for name in presenter.names:
            presenter.show_slide(name)
            settle(presenter)
        desk = theme_for("light")
        smallest = desk.font(11).pixelSize() * 2
        for text in presenter.findChildren(QTextBrowser):
            block = text.document().begin()
            while block.isValid():
                for at in block:
                    style = at.fragment().charFormat()
                    if style.hasProperty(QTextFormat.Property.FontPixelSize) and at.fragment().text().strip():
                        assert style.intProperty(QTextFormat.Property.FontPixelSize) >= smallest
                block = block.next()
        for widget in presenter.findChildren(QWidget):
            if widget.isVisibleTo(presenter):
                assert widget.font().pixelSize() in (-1, *range(smallest, 1000))

    def test_sentences_that_have_no_room_give_way_but_the_first(self, presents: Presents) -> None:
        words = presents(first_deck(), size=(1280, 720)).slides["picture"].words
        assert words.toPlainText().startswith("Youth and employment needs the least effort")
        assert len(words.accessibleDescription()) > len(words.toPlainText())
