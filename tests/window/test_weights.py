"""The weight panel by real mouse and keys: sliders, points, shares, groups, locks."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.window.main_window import MainWindow
from desktop_app.window.widgets.weights.panel import WeightPanel
from tests.document import decks
from tests.window import hands
from tests.window.conftest import Opens
from tests.window.hands import Mouse

START = {"alpha": 0.4, "beta": 0.3, "gamma": 0.2, "delta": 0.1}
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


class Panel:
    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.widget: WeightPanel = window.pages[1].weights
        self.steps = window.document.undo_stack

    @property
    def shares(self) -> dict[str, float]:
        return dict(self.window.document.project.shares)

    @property
    def points(self) -> dict[str, float]:
        return {name: self.window.document.project.weights.points[name] for name in self.shares}

    def row(self, criterion: str):
        return self.widget.rows[criterion]

    def order(self) -> list[str]:
        return hands.order(self.window.pages[1].picture)

    def click_lock(self, qtbot: QtBot, *criteria: str) -> None:
        for criterion in criteria:
            qtbot.mouseClick(self.row(criterion).lock, LEFT)

    def sentence(self) -> str:
        return self.window.status.text.text() if self.window.status.isVisible() else ""


@pytest.fixture
def panel(home: MainWindow) -> Panel:
    return Panel(home)


def slide(panel: Panel, criterion: str, to: float, let_go: bool = True) -> Mouse:
    """Drags a slider's handle from where it is to a place on the groove (0 to 1)."""
    slider = panel.row(criterion).slider
    mouse, middle = Mouse(slider), slider.height() / 2
    margin = 8

    def x(part: float) -> float:
        return margin + part * (slider.width() - 2 * margin)

    start = slider.value() / slider.maximum()
    mouse.press(x(start), middle)
    for step in range(1, 11):
        mouse.move(x(start + (to - start) * step / 10), middle)
    if let_go:
        mouse.release(x(to), middle)
    return mouse


def type_in(qtbot: QtBot, box: QWidget, text: str) -> None:
    qtbot.mouseClick(box, LEFT)
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Key.Key_Return)


class TestSlider:
    def test_a_drag_sets_points_and_is_one_step(self, panel: Panel) -> None:
        slide(panel, "delta", 0.8)
        points = panel.points
        assert points["delta"] == pytest.approx(80, abs=2)
        assert (points["alpha"], points["beta"], points["gamma"]) == (40, 30, 20)
        assert panel.steps.count() == 1
        assert panel.steps.undoText().startswith("Delta 10")
        panel.steps.undo()
        assert panel.shares == pytest.approx(START)

    def test_the_order_answers_before_the_mouse_is_let_go(self, panel: Panel) -> None:
        assert panel.order() == ["x", "z", "y"]
        mouse = slide(panel, "delta", 1.0, let_go=False)
        assert panel.order() == ["y", "z", "x"]
        mouse.release(50, 10)

    def test_two_drags_are_two_steps(self, panel: Panel) -> None:
        slide(panel, "delta", 0.5)
        slide(panel, "delta", 0.8)
        assert panel.steps.count() == 2

    def test_escape_gives_a_drag_up(self, panel: Panel, qtbot: QtBot) -> None:
        before = panel.window.document.project
        mouse = slide(panel, "delta", 0.8, let_go=False)
        qtbot.keyClick(panel.row("delta").slider, Key.Key_Escape)
        assert panel.window.document.project == before
        mouse.move(60, 10)
        mouse.release(60, 10)
        assert panel.window.document.project == before
        assert panel.steps.count() == 0
        assert panel.row("delta").slider.value() == 100

    def test_a_click_on_the_groove_goes_there(self, panel: Panel) -> None:
        slider = panel.row("delta").slider
        Mouse(slider).click(slider.width() / 2, slider.height() / 2)
        assert panel.points["delta"] == pytest.approx(50, abs=1)

    def test_pressing_the_handle_moves_nothing(self, panel: Panel) -> None:
        slider = panel.row("alpha").slider
        Mouse(slider).click(8 + 0.4 * (slider.width() - 16) + 3, slider.height() / 2)
        assert panel.points["alpha"] == 40
        assert panel.steps.count() == 0

    def test_arrow_keys_move_by_a_point(self, panel: Panel, qtbot: QtBot) -> None:
        slider = panel.row("beta").slider
        slider.setFocus()
        qtbot.keyClick(slider, Key.Key_Right)
        qtbot.keyClick(slider, Key.Key_Right)
        qtbot.keyClick(slider, Key.Key_Left)
        assert panel.points["beta"] == pytest.approx(31)
        qtbot.keyClick(slider, Key.Key_End)
        assert panel.points["beta"] == pytest.approx(100)
        qtbot.keyClick(slider, Key.Key_Home)
        assert panel.points["beta"] == 0

    def test_the_last_weight_springs_back_with_a_sentence(self, opens: Opens, qtbot: QtBot) -> None:
        panel = Panel(opens(decks.small(beta=0.0, gamma=0.0, delta=0.0)))
        slide(panel, "alpha", -0.2)
        assert panel.shares["alpha"] == 1
        assert panel.points["alpha"] > 0
        row = panel.row("alpha")
        assert row.slider.value() == pytest.approx(panel.points["alpha"] * 10, abs=1)
        assert row.points.value() == pytest.approx(panel.points["alpha"], abs=0.05)
        assert panel.sentence()

    def test_the_last_weight_typed_away_springs_back(self, opens: Opens, qtbot: QtBot) -> None:
        panel = Panel(opens(decks.small(beta=0.0, gamma=0.0, delta=0.0)))
        type_in(qtbot, panel.row("alpha").points, "0")
        assert panel.points["alpha"] == 40
        assert panel.row("alpha").points.value() == 40
        assert panel.sentence()

    def test_a_wheel_that_passes_over_changes_nothing(self, panel: Panel) -> None:
        row = panel.row("alpha")
        before = panel.window.document.project
        row.points.setFocus()
        for widget in (row.slider, row.share):
            middle = QPointF(widget.rect().center())
            event = QWheelEvent(
                middle,
                widget.mapToGlobal(middle),
                QPoint(),
                QPoint(0, 120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(widget, event)
        assert panel.window.document.project == before

    def test_it_shows_what_is_done_elsewhere(self, panel: Panel) -> None:
        panel.window.document.gesture().set_points("alpha", 73.5)
        row = panel.row("alpha")
        assert row.slider.value() == 735
        assert row.points.value() == 73.5
        assert row.share.value() == pytest.approx(73.5 / 133.5 * 100, abs=0.06)
        panel.steps.undo()
        assert (row.slider.value(), row.points.value(), row.share.value()) == (400, 40, 40)

    def test_turning_to_a_slider_shows_the_swing_it_weighs(self, panel: Panel) -> None:
        panel.row("beta").slider.setFocus()
        assert panel.row("beta").swing.isVisible()
        assert not panel.row("alpha").swing.isVisible()
        panel.row("alpha").slider.setFocus()
        assert panel.row("alpha").swing.isVisible()
        assert not panel.row("beta").swing.isVisible()


class TestTyped:
    @pytest.mark.parametrize("typed", ["62.5", "62,5"])
    def test_points(self, panel: Panel, qtbot: QtBot, typed: str) -> None:
        type_in(qtbot, panel.row("delta").points, typed)
        assert panel.points["delta"] == 62.5
        assert panel.points["alpha"] == 40
        assert panel.steps.count() == 1

    @pytest.mark.parametrize("typed", ["62.5", "62,5", "62,5 %"])
    def test_a_share_is_the_share_one_gets(self, panel: Panel, qtbot: QtBot, typed: str) -> None:
        type_in(qtbot, panel.row("delta").share, typed)
        scale = 0.375 / 0.9
        assert panel.shares == pytest.approx(
            {"alpha": 0.4 * scale, "beta": 0.3 * scale, "gamma": 0.2 * scale, "delta": 0.625}
        )

    def test_fifty_thirty_twenty_becomes_sixty(self, opens: Opens, qtbot: QtBot) -> None:
        panel = Panel(opens(decks.table(3, 3, points=[50, 30, 20])))
        type_in(qtbot, panel.row("c0").share, "60")
        assert panel.shares == pytest.approx({"c0": 0.6, "c1": 0.24, "c2": 0.16})

    def test_a_share_of_all(self, panel: Panel, qtbot: QtBot) -> None:
        type_in(qtbot, panel.row("beta").share, "100")
        assert panel.shares == pytest.approx({"alpha": 0, "beta": 1, "gamma": 0, "delta": 0})
        type_in(qtbot, panel.row("beta").share, "40")
        assert panel.shares == pytest.approx({"alpha": 0.2, "beta": 0.4, "gamma": 0.2, "delta": 0.2})

    def test_a_group_scales_its_members(self, panel: Panel, qtbot: QtBot) -> None:
        type_in(qtbot, panel.widget.groups["ways"].share, "60")
        assert panel.shares == pytest.approx(
            {"alpha": 0.4 * 4 / 7, "beta": 0.4 * 3 / 7, "gamma": 0.4, "delta": 0.2}
        )
        assert panel.steps.count() == 1
        assert panel.widget.groups["means"].share.value() == pytest.approx(40)

    def test_passing_through_the_boxes_changes_nothing(self, panel: Panel, qtbot: QtBot) -> None:
        """Thirds cannot be shown in full; Tab and Enter on them must not round them."""
        panel.window.document.gesture().set_share("delta", 1 / 3)
        before, steps = panel.window.document.project, panel.steps.count()
        for row in panel.widget.rows.values():
            for box in (row.points, row.share):
                box.setFocus(Qt.FocusReason.TabFocusReason)
                qtbot.keyClick(box, Key.Key_Return)
                qtbot.keyClick(box, Key.Key_Tab)
        assert panel.window.document.project == before
        assert panel.steps.count() == steps

    def test_keys_in_a_box_are_numbers_not_pages(self, panel: Panel, qtbot: QtBot) -> None:
        box = panel.row("delta").points
        box.setFocus()
        box.selectAll()
        qtbot.keyClicks(box, "12")
        qtbot.keyClick(box, Key.Key_Return)
        assert panel.points["delta"] == 12
        assert panel.window.page_key == 1


class TestLocks:
    def test_a_lock_holds_the_share(self, panel: Panel, qtbot: QtBot) -> None:
        panel.click_lock(qtbot, "alpha")
        assert panel.steps.undoText() == "lock Alpha"
        slide(panel, "delta", 0.45)
        shares = panel.shares
        assert shares["alpha"] == pytest.approx(0.4)
        assert shares["delta"] == pytest.approx(0.45, abs=0.02)
        assert shares["beta"] / shares["gamma"] == pytest.approx(1.5)

    def test_while_anything_is_locked_sliders_set_shares(self, panel: Panel, qtbot: QtBot) -> None:
        panel.window.document.gesture().set_points("alpha", 80)
        panel.click_lock(qtbot, "alpha")
        for name, share in panel.shares.items():
            assert panel.row(name).slider.value() == pytest.approx(share * 1000, abs=1)
        panel.click_lock(qtbot, "alpha")
        for name, points in panel.points.items():
            assert panel.row(name).slider.value() == pytest.approx(points * 10, abs=1)

    def test_what_is_locked_cannot_be_moved_and_says_so(self, panel: Panel, qtbot: QtBot) -> None:
        panel.click_lock(qtbot, "alpha")
        row = panel.row("alpha")
        for widget in (row.slider, row.points, row.share):
            assert not widget.isEnabled()
            assert widget.toolTip()
        assert row.lock.isEnabled()
        panel.click_lock(qtbot, "alpha")
        assert row.slider.isEnabled()
        assert panel.shares == pytest.approx(START)

    def test_the_last_free_one_is_disabled_and_says_why(self, panel: Panel, qtbot: QtBot) -> None:
        panel.click_lock(qtbot, "alpha", "beta", "gamma")
        row = panel.row("delta")
        for widget in (row.slider, row.points, row.share):
            assert not widget.isEnabled()
            assert "locked" in widget.toolTip()
        assert not row.lock.isChecked()
        panel.click_lock(qtbot, "beta")
        assert row.slider.isEnabled()
        assert not row.slider.toolTip()

    def test_a_slider_is_clamped_where_the_locked_ones_leave_no_more(
        self, panel: Panel, qtbot: QtBot
    ) -> None:
        panel.click_lock(qtbot, "alpha", "beta")
        slide(panel, "gamma", 1.0)
        assert panel.shares == pytest.approx({"alpha": 0.4, "beta": 0.3, "gamma": 0.3, "delta": 0})
        row = panel.row("gamma")
        assert row.slider.value() == pytest.approx(300, abs=1)
        assert row.share.value() == pytest.approx(30)

    def test_a_typed_share_is_clamped_visibly(self, panel: Panel, qtbot: QtBot) -> None:
        panel.click_lock(qtbot, "alpha", "beta")
        type_in(qtbot, panel.row("gamma").share, "90")
        assert panel.shares["gamma"] == pytest.approx(0.3)
        assert panel.row("gamma").share.value() == pytest.approx(30)

    def test_typed_points_leave_a_locked_share_alone(self, panel: Panel, qtbot: QtBot) -> None:
        panel.click_lock(qtbot, "alpha")
        box = panel.row("beta").points
        if not box.isEnabled():
            return
        type_in(qtbot, box, "90")
        assert panel.shares["alpha"] == pytest.approx(0.4)

    def test_a_group_without_room_is_disabled_and_says_why(self, panel: Panel, qtbot: QtBot) -> None:
        panel.click_lock(qtbot, "alpha", "beta")
        box = panel.widget.groups["means"].share
        assert not box.isEnabled()
        assert box.toolTip()

    def test_presets_ignore_locks(self, panel: Panel, qtbot: QtBot) -> None:
        panel.click_lock(qtbot, "alpha")
        panel.window.document.apply_preset("second")
        assert panel.shares["alpha"] == pytest.approx(0.1)
        assert panel.row("alpha").lock.isChecked()

    def test_a_lock_by_keyboard(self, panel: Panel, qtbot: QtBot) -> None:
        lock = panel.row("alpha").lock
        assert lock.focusPolicy() & Qt.FocusPolicy.TabFocus
        lock.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(lock, Key.Key_Space)
        assert panel.window.document.project.weights.locked == {"alpha"}
        assert "Unlock" in lock.accessibleName()

    def test_undo_takes_a_lock_off(self, panel: Panel, qtbot: QtBot) -> None:
        panel.click_lock(qtbot, "alpha")
        panel.steps.undo()
        assert not panel.row("alpha").lock.isChecked()
        assert panel.row("alpha").slider.isEnabled()


class TestPanel:
    def test_equal_and_reset(self, panel: Panel, qtbot: QtBot) -> None:
        from PySide6.QtWidgets import QPushButton

        buttons = {one.text(): one for one in panel.widget.findChildren(QPushButton)}
        qtbot.mouseClick(buttons["Equal"], LEFT)
        assert panel.shares == pytest.approx(dict.fromkeys(START, 0.25))
        qtbot.mouseClick(buttons["Reset"], LEFT)
        assert panel.shares == pytest.approx(START)
        assert panel.steps.count() == 2

    def test_the_condition_is_in_view(self, panel: Panel) -> None:
        from PySide6.QtWidgets import QLabel

        shown = [one for one in panel.widget.findChildren(QLabel) if one.text() == "The budget passes"]
        assert len(shown) == 1
        assert shown[0].isVisible()
        assert shown[0].visibleRegion().boundingRect().height() == shown[0].height()

    def test_a_sole_criterion_has_all_the_weight(self, opens: Opens, qtbot: QtBot) -> None:
        panel = Panel(opens(decks.table(3, 1)))
        type_in(qtbot, panel.row("c0").points, "50")
        assert panel.shares == {"c0": 1}
        if panel.row("c0").share.isEnabled():
            type_in(qtbot, panel.row("c0").share, "30")
        assert panel.shares == {"c0": 1}
        assert panel.row("c0").share.value() == 100

    def test_another_set_has_its_own_rows(self, panel: Panel) -> None:
        panel.window.document.set_perspective("effect")
        assert set(panel.widget.rows) == {"gain", "hope"}
        assert set(panel.widget.groups) == {"ends"}
        panel.steps.undo()
        assert set(panel.widget.rows) == set(START)

    def test_the_row_that_is_turned_to_is_scrolled_into_view(self, opens: Opens) -> None:
        panel = Panel(opens(decks.ODD["60 criteria"]))
        row = panel.row("c59")
        assert row.slider.visibleRegion().isEmpty()
        picture = panel.window.pages[1].picture
        picture.horizontalScrollBar().setValue(picture.horizontalScrollBar().maximum())
        Mouse(picture.viewport()).click(*hands.head(picture, "c59"))
        QApplication.processEvents()
        assert not row.slider.visibleRegion().isEmpty()
