"""Presenter mode: the keys of a clicker, the curtain, slides that follow the deck, weights moved in front of a room."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.window.presenter import Presenter
from desktop_app.window.theme import theme_for
from tests.window.hands import Mouse, border
from tests.window.presenting import Presents, presenting, settle

Key = Qt.Key
ALL = ["picture", "weights", "evidence", "why", "condition"]


@pytest.fixture
def presents(qtbot: QtBot, qapp: QApplication) -> Iterator[Presents]:
    with presenting(qtbot, qapp) as present:
        yield present


@pytest.fixture
def small(presents: Presents) -> Presenter:
    return presents()


def press(qtbot: QtBot, presenter: Presenter, key: Qt.Key, control: bool = False) -> None:
    """A key as it comes from the system: to whatever has the focus in the window."""
    modifiers = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(presenter.focusWidget() or presenter, key, modifiers)


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
