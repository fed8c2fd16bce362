"""The aligned picture by mouse: borders move weight, heads take typed shares, cells open evidence."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.window.main_window import MainWindow
from tests.document import decks
from tests.window import hands
from tests.window.conftest import Opens
from tests.window.hands import LEFT, NONE, SHIFT, Mouse

START = {"alpha": 0.4, "beta": 0.3, "gamma": 0.2, "delta": 0.1}


class Picture:
    """The picture of a window, its mouse and what comes of it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.view = window.pages[1].picture
        self.mouse = Mouse(self.view.viewport())
        self.steps = window.document.undo_stack

    @property
    def shares(self) -> dict[str, float]:
        return dict(self.window.document.project.shares)

    @property
    def undo_text(self) -> str:
        return self.steps.undoText().replace("\u202f", " ")

    def pixels(self, share: float) -> float:
        return share * self.view.layout_.scale

    def key(self, qtbot: QtBot, *keys: Qt.Key) -> None:
        for key in keys:
            qtbot.keyClick(self.view, key)


@pytest.fixture
def picture(home: MainWindow) -> Picture:
    return Picture(home)


def approx(**shares: float) -> object:
    return pytest.approx(START | shares, abs=1e-6)


class TestBorder:
    def test_it_moves_weight_between_the_two_beside_it(self, picture: Picture) -> None:
        picture.mouse.drag(hands.border(picture.view, "alpha"), picture.pixels(0.15))
        assert picture.shares == approx(alpha=0.55, beta=0.15)
        assert picture.undo_text == "Alpha 40 % → 55 %"
        assert picture.steps.count() == 1

    def test_whole_pixels_of_qtest_do_it_too(self, picture: Picture, qtbot: QtBot) -> None:
        x, y = hands.border(picture.view, "beta")
        viewport, start = picture.view.viewport(), QPoint(round(x), round(y))
        qtbot.mousePress(viewport, LEFT, pos=start)
        qtbot.mouseMove(viewport, start + QPoint(-40, 0))
        qtbot.mouseRelease(viewport, LEFT, pos=start + QPoint(-40, 0))
        moved = 40 / picture.view.layout_.scale
        assert picture.shares == approx(beta=0.3 - moved, gamma=0.2 + moved)

    def test_the_border_stays_under_the_pointer(self, picture: Picture) -> None:
        x, y = hands.border(picture.view, "beta")
        picture.mouse.drag((x, y), 33.25, let_go=False)
        assert picture.view.layout_.edges[2] == pytest.approx(x + 33.25, abs=0.01)
        picture.mouse.release(x + 33.25, y)

    def test_the_order_answers_while_the_mouse_moves(self, picture: Picture) -> None:
        assert hands.order(picture.view) == ["x", "z", "y"]
        start = hands.border(picture.view, "beta")
        picture.mouse.drag(start, -picture.pixels(0.25), let_go=False)
        assert picture.shares == approx(beta=0.05, gamma=0.45)
        assert hands.order(picture.view) == ["y", "z", "x"]
        picture.mouse.release(*start)

    def test_a_share_cannot_fall_below_nothing(self, picture: Picture) -> None:
        picture.mouse.drag(hands.border(picture.view, "alpha"), 5000)
        assert picture.shares == approx(alpha=0.7, beta=0)
        picture.steps.undo()
        picture.mouse.drag(hands.border(picture.view, "alpha"), -5000)
        assert picture.shares == approx(alpha=0, beta=0.7)

    def test_a_column_without_width_comes_back_by_its_border(self, picture: Picture) -> None:
        picture.mouse.drag(hands.border(picture.view, "gamma"), picture.pixels(0.1))
        assert picture.shares == approx(gamma=0.3, delta=0)
        layout = picture.view.layout_
        x, y = float(layout.edges[3]), hands.border(picture.view, "alpha")[1]
        picture.mouse.drag((x, y), -picture.pixels(0.1))
        assert picture.shares == approx(gamma=0.2, delta=0.1)

    def test_with_shift_the_whole_group_gives_way(self, opens: Opens) -> None:
        problem = decks.table(3, 6, groups=2, points=[30, 20, 10, 20, 10, 10])
        picture = Picture(opens(problem))
        picture.mouse.drag(hands.border(picture.view, "c0"), picture.pixels(0.15), SHIFT)
        assert picture.shares == pytest.approx(
            {"c0": 0.45, "c1": 0.1, "c2": 0.05, "c3": 0.2, "c4": 0.1, "c5": 0.1}, abs=1e-6
        )

    def test_shift_may_be_pressed_and_let_go_on_the_way(self, opens: Opens) -> None:
        problem = decks.table(3, 6, groups=2, points=[30, 20, 10, 20, 10, 10])
        picture = Picture(opens(problem))
        x, y = hands.border(picture.view, "c0")
        by = picture.pixels(0.15)
        picture.mouse.press(x, y)
        picture.mouse.move(x + by, y, SHIFT)
        picture.mouse.move(x + by, y, NONE)
        picture.mouse.release(x + by, y)
        assert picture.shares == pytest.approx(
            {"c0": 0.45, "c1": 0.05, "c2": 0.1, "c3": 0.2, "c4": 0.1, "c5": 0.1}, abs=1e-6
        )
        assert picture.steps.count() == 1

    def test_escape_gives_the_drag_up(self, picture: Picture, qtbot: QtBot) -> None:
        start = hands.border(picture.view, "alpha")
        before = picture.window.document.project
        picture.mouse.drag(start, picture.pixels(0.15), let_go=False)
        assert picture.window.document.project != before

        picture.key(qtbot, Qt.Key.Key_Escape)

        assert picture.window.document.project == before
        assert picture.steps.count() == 0
        picture.mouse.move(start[0] + 90, start[1])
        picture.mouse.release(start[0] + 90, start[1])
        assert picture.window.document.project == before

    def test_a_press_without_a_move_changes_nothing(self, picture: Picture) -> None:
        picture.mouse.click(*hands.border(picture.view, "alpha"))
        assert picture.shares == approx()
        assert picture.steps.count() == 0

    def test_a_live_label_tells_both_shares(self, picture: Picture) -> None:
        start = hands.border(picture.view, "alpha")
        picture.mouse.drag(start, picture.pixels(0.15), let_go=False)
        label = picture.view.marks.label.replace("\u202f", " ")
        assert "55.0 %" in label
        assert "15.0 %" in label
        picture.mouse.release(*start)
        assert picture.view.marks.label == ""

    def test_a_locked_neighbour_refuses_with_a_sentence(self, picture: Picture) -> None:
        picture.window.document.gesture().set_lock("beta", True)
        picture.mouse.drag(hands.border(picture.view, "alpha"), picture.pixels(0.15))
        assert picture.shares == approx()
        assert picture.window.status.isVisible()
        assert picture.window.status.text.text()

    def test_the_pointer_says_that_a_border_can_be_dragged(self, picture: Picture) -> None:
        x, y = hands.border(picture.view, "alpha")
        for off in (-4.5, 0, 4.5):
            picture.mouse.move(*hands.head(picture.view, "alpha"))
            assert picture.view.viewport().cursor().shape() != Qt.CursorShape.SplitHCursor
            picture.mouse.move(x + off, y)
            assert picture.view.viewport().cursor().shape() == Qt.CursorShape.SplitHCursor

    def test_another_button_drags_nothing(self, picture: Picture, qtbot: QtBot) -> None:
        x, y = hands.border(picture.view, "alpha")
        at = QPoint(round(x), round(y))
        viewport = picture.view.viewport()
        qtbot.mousePress(viewport, Qt.MouseButton.MiddleButton, pos=at)
        qtbot.mouseMove(viewport, at + QPoint(50, 0))
        qtbot.mouseRelease(viewport, Qt.MouseButton.MiddleButton, pos=at + QPoint(50, 0))
        assert picture.shares == approx()


class TestGroupBorder:
    def test_it_moves_weight_between_groups_and_keeps_proportions_inside(self, picture: Picture) -> None:
        picture.mouse.drag(hands.group_border(picture.view, "beta"), -picture.pixels(0.35))
        assert picture.shares == approx(alpha=0.2, beta=0.15, gamma=0.65 * 2 / 3, delta=0.65 / 3)
        assert picture.steps.count() == 1

    def test_the_order_follows(self, picture: Picture) -> None:
        picture.mouse.drag(hands.group_border(picture.view, "beta"), -picture.pixels(0.35))
        assert hands.order(picture.view) == ["y", "z", "x"]

    def test_escape_gives_it_up(self, picture: Picture, qtbot: QtBot) -> None:
        picture.mouse.drag(hands.group_border(picture.view, "beta"), -90, let_go=False)
        picture.key(qtbot, Qt.Key.Key_Escape)
        assert picture.shares == approx()
        assert picture.steps.count() == 0

    def test_a_locked_member_keeps_its_share(self, picture: Picture) -> None:
        picture.window.document.gesture().set_lock("alpha", True)
        picture.mouse.drag(hands.group_border(picture.view, "beta"), -picture.pixels(0.15))
        assert picture.shares["alpha"] == pytest.approx(0.4)
        assert picture.shares["beta"] == pytest.approx(0.15, abs=1e-6)


class TestTypedShare:
    def open_field(self, picture: Picture, criterion: str) -> QLineEdit:
        picture.mouse.double_click(*hands.head(picture.view, criterion))
        field = QApplication.focusWidget()
        assert field is not None
        assert picture.view.viewport().isAncestorOf(field)
        return field

    @pytest.mark.parametrize("typed", ["25", "25.0", "25,0", "25 %", " 25"])
    def test_the_typed_share_is_the_share_one_gets(self, picture: Picture, qtbot: QtBot, typed: str) -> None:
        field = self.open_field(picture, "delta")
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        scale = 0.75 / 0.9
        assert picture.shares == approx(alpha=0.4 * scale, beta=0.3 * scale, gamma=0.2 * scale, delta=0.25)
        assert picture.undo_text == "Delta 10 % → 25 %"
        assert picture.steps.count() == 1

    def test_escape_leaves_the_share_as_it_was(self, picture: Picture, qtbot: QtBot) -> None:
        field = self.open_field(picture, "delta")
        qtbot.keyClicks(field, "25")
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert picture.shares == approx()
        assert picture.steps.count() == 0
        assert not field.isVisible()

    def test_a_click_elsewhere_takes_it(self, picture: Picture, qtbot: QtBot) -> None:
        field = self.open_field(picture, "delta")
        qtbot.keyClicks(field, "25")
        slider = picture.window.pages[1].weights.rows["alpha"].slider
        slider.setFocus(Qt.FocusReason.MouseFocusReason)
        assert picture.shares["delta"] == pytest.approx(0.25, abs=1e-6)

    def test_the_field_left_untouched_changes_nothing(self, picture: Picture, qtbot: QtBot) -> None:
        """1/3 shows as 33.3 %; looking at it must not make it 33.3 %."""
        picture.window.document.gesture().set_share("delta", 1 / 3)
        before, steps = picture.window.document.project, picture.steps.count()
        field = self.open_field(picture, "delta")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert picture.window.document.project == before
        assert picture.steps.count() == steps

    def test_a_double_click_is_no_drag(self, picture: Picture, qtbot: QtBot) -> None:
        picture.mouse.double_click(*hands.border(picture.view, "alpha"))
        picture.mouse.move(*hands.head(picture.view, "delta"))
        assert picture.shares == approx()

    def test_after_enter_the_keys_are_with_the_picture_again(self, picture: Picture, qtbot: QtBot) -> None:
        field = self.open_field(picture, "delta")
        qtbot.keyClicks(field, "20")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is picture.view


class TestClicks:
    def test_a_click_on_a_cell_opens_its_evidence(self, picture: Picture) -> None:
        page = picture.window.pages[1]
        picture.mouse.click(*hands.cell(picture.view, "y", "gamma"))
        assert page.evidence.isVisible()
        text = page.evidence.text.toPlainText()
        assert "Yacht" in text
        assert "Gamma" in text
        assert "Why y on gamma." in text

    def test_a_click_on_a_row_selects_it_for_the_profile(self, picture: Picture) -> None:
        picture.mouse.click(*hands.title(picture.view, "y"))
        page = picture.window.pages[1]
        assert "Yacht" in page.profile.heading.text()
        assert not page.evidence.isVisible()

    def test_a_press_that_is_let_go_elsewhere_opens_nothing(self, picture: Picture) -> None:
        picture.mouse.press(*hands.cell(picture.view, "y", "gamma"))
        picture.mouse.release(*hands.cell(picture.view, "x", "alpha"))
        assert not picture.window.pages[1].evidence.isVisible()

    def test_a_click_on_a_head_shows_the_swing_it_weighs(self, picture: Picture) -> None:
        picture.mouse.click(*hands.head(picture.view, "beta"))
        row = picture.window.pages[1].weights.rows["beta"]
        assert row.swing.isVisible()
        assert "from the worst beta to the best" in row.swing.text()

    def test_a_click_follows_the_row_that_stands_there(self, picture: Picture) -> None:
        """After a change of order a click opens what is seen, not what was there before."""
        picture.window.document.gesture().set_share("delta", 0.9)
        picture.view.glide.stop()
        assert hands.order(picture.view)[0] == "y"
        picture.mouse.click(*hands.cell(picture.view, "y", "delta"))
        assert "Yacht" in picture.window.pages[1].evidence.text.toPlainText()


class TestGlide:
    def test_rows_glide_from_where_they_were(self, picture: Picture) -> None:
        picture.window.document.gesture().set_share("delta", 0.9)
        glide = picture.view.glide
        assert glide.places is not None
        glide.animation.setCurrentTime(0)
        assert glide.places.tolist() == pytest.approx([0, 2, 1])
        glide.animation.setCurrentTime(glide.animation.duration() // 2)
        assert 0 < glide.places[0] < 2
        glide.animation.setCurrentTime(glide.animation.duration())
        assert glide.places is None
        assert hands.order(picture.view) == ["y", "z", "x"]

    def test_a_glide_is_turned_round_where_it_is(self, picture: Picture) -> None:
        picture.window.document.gesture().set_share("delta", 0.9)
        glide = picture.view.glide
        glide.animation.setCurrentTime(glide.animation.duration() // 2)
        here = glide.places.copy()
        picture.steps.undo()
        glide.animation.setCurrentTime(0)
        assert glide.places.tolist() == pytest.approx(here.tolist())

    def test_no_glide_where_motion_is_not_wanted(self, picture: Picture, monkeypatch) -> None:
        monkeypatch.setattr("desktop_app.window.picture.motion.motion_wanted", lambda: False)
        picture.window.document.gesture().set_share("delta", 0.9)
        assert picture.view.glide.places is None


class TestTheDeckChangesInTheMiddle:
    def test_of_a_drag(self, picture: Picture) -> None:
        x, y = hands.border(picture.view, "alpha")
        picture.mouse.drag((x, y), 60, let_go=False)
        other = decks.table(4, 3)
        picture.window.document.open(other, None)
        picture.mouse.move(x + 90, y)
        picture.mouse.release(x + 90, y)
        assert picture.window.document.problem is other
        assert picture.shares == pytest.approx(dict.fromkeys(("c0", "c1", "c2"), 1 / 3))
        assert picture.steps.count() == 0

    def test_of_typing(self, picture: Picture, qtbot: QtBot) -> None:
        picture.mouse.double_click(*hands.head(picture.view, "delta"))
        qtbot.keyClicks(QApplication.focusWidget(), "25")
        other = decks.table(4, 3)
        picture.window.document.open(other, None)
        QApplication.processEvents()
        picture.view.setFocus()
        assert picture.shares == pytest.approx(dict.fromkeys(("c0", "c1", "c2"), 1 / 3))
        assert picture.steps.count() == 0
