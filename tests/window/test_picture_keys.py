"""The aligned picture by keyboard: from head to cells, pumping weights, opening evidence, and out again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.window.main_window import MainWindow
from desktop_app.window.picture.view import PictureView
from tests.document import decks
from tests.window import hands
from tests.window.conftest import Opens

Key = Qt.Key


@pytest.fixture
def view(home: MainWindow) -> PictureView:
    picture = home.pages[1].picture
    tab_into(picture)
    return picture


def tab_into(picture: PictureView) -> None:
    """As when Tab comes from the widget before."""
    QApplication.focusWidget().clearFocus() if QApplication.focusWidget() else None
    picture.setFocus(Qt.FocusReason.TabFocusReason)
    assert picture.hasFocus()


def press(qtbot: QtBot, view: PictureView, *keys: Key) -> None:
    for key in keys:
        qtbot.keyClick(view, key)


def shares(home: MainWindow) -> dict[str, float]:
    return dict(home.document.project.shares)


def test_tab_comes_to_the_first_head(view: PictureView, home: MainWindow) -> None:
    assert view.marks.focus == (-1, 0)
    assert home.pages[1].weights.rows["alpha"].swing.isVisible()


def test_arrows_walk_the_heads_and_stop_at_the_ends(view: PictureView, qtbot: QtBot) -> None:
    press(qtbot, view, Key.Key_Right, Key.Key_Right)
    assert view.marks.focus == (-1, 2)
    press(qtbot, view, *[Key.Key_Right] * 9)
    assert view.marks.focus == (-1, 3)
    press(qtbot, view, Key.Key_Home, Key.Key_Left)
    assert view.marks.focus == (-1, 0)


def test_up_and_down_pump_a_share_by_one_per_cent(view: PictureView, home: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, view, Key.Key_Right, Key.Key_Up)
    scale = 0.69 / 0.7
    assert shares(home) == pytest.approx(
        {"alpha": 0.4 * scale, "beta": 0.31, "gamma": 0.2 * scale, "delta": 0.1 * scale}
    )
    press(qtbot, view, Key.Key_Down, Key.Key_Down)
    assert shares(home)["beta"] == pytest.approx(0.29)


def test_a_pump_can_be_taken_back(view: PictureView, home: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, view, Key.Key_Up, Key.Key_Up, Key.Key_Up)
    assert shares(home)["alpha"] == pytest.approx(0.43)
    while home.document.undo_stack.canUndo():
        home.document.undo_stack.undo()
    assert shares(home)["alpha"] == pytest.approx(0.4)


def test_a_pump_stops_at_nothing_and_at_all(view: PictureView, home: MainWindow, qtbot: QtBot) -> None:
    home.document.gesture().set_share("alpha", 0.005)
    press(qtbot, view, Key.Key_Down, Key.Key_Down)
    assert shares(home)["alpha"] == pytest.approx(0, abs=1e-12)
    home.document.gesture().set_share("alpha", 0.995)
    press(qtbot, view, Key.Key_Up, Key.Key_Up)
    assert shares(home)["alpha"] == pytest.approx(1)


def test_pumping_a_locked_share_says_why_not(view: PictureView, home: MainWindow, qtbot: QtBot) -> None:
    home.document.gesture().set_lock("alpha", True)
    press(qtbot, view, Key.Key_Up)
    assert shares(home)["alpha"] == pytest.approx(0.4)
    assert home.status.isVisible()


def test_enter_on_a_head_types_a_share(view: PictureView, home: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, view, Key.Key_End, Key.Key_Return)
    field = QApplication.focusWidget()
    assert field is not view
    qtbot.keyClicks(field, "50")
    qtbot.keyClick(field, Key.Key_Return)
    assert shares(home)["delta"] == pytest.approx(0.5)


def test_tab_goes_on_to_the_rows_in_their_order(view: PictureView, qtbot: QtBot) -> None:
    press(qtbot, view, Key.Key_Tab)
    row = {name: at for at, name in enumerate(view.content.ranking.table.alternatives)}
    assert view.marks.focus == (row["x"], -1)
    press(qtbot, view, Key.Key_Down)
    assert view.marks.focus == (row["z"], -1)
    press(qtbot, view, Key.Key_End)
    assert view.marks.focus == (row["y"], -1)
    press(qtbot, view, Key.Key_Down, Key.Key_Home, Key.Key_Up)
    assert view.marks.focus == (row["x"], -1)


def test_enter_on_a_cell_opens_its_evidence_and_escape_closes_it(
    view: PictureView, home: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, view, Key.Key_Tab, Key.Key_Down, Key.Key_Right, Key.Key_Right, Key.Key_Return)
    evidence = home.pages[1].evidence
    assert evidence.isVisible()
    assert "Why z on beta." in evidence.text.toPlainText()
    press(qtbot, view, Key.Key_Escape)
    assert not evidence.isVisible()
    assert home.pages[1].weights.isVisible()


def test_space_on_a_row_shows_its_profile(view: PictureView, home: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, view, Key.Key_Tab, Key.Key_End, Key.Key_Space)
    assert "Yacht" in home.pages[1].profile.heading.text()


def test_the_focus_stays_with_its_row_when_the_order_changes(
    view: PictureView, home: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, view, Key.Key_Tab, Key.Key_End)
    row, _column = view.marks.focus
    home.document.gesture().set_share("delta", 0.9)
    assert view.marks.focus == (row, -1)
    assert hands.order(view)[0] == "y"


def test_tab_leaves_the_picture_and_shift_tab_comes_back(view: PictureView, qtbot: QtBot) -> None:
    press(qtbot, view, Key.Key_Tab, Key.Key_Tab)
    assert not view.hasFocus()
    assert view.marks.focus is None
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    for _ in range(40):
        if view.hasFocus():
            break
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert view.hasFocus()
    assert view.marks.focus is not None


def test_rows_out_of_view_are_scrolled_to(opens: Opens, qtbot: QtBot) -> None:
    home = opens(decks.table(200, 4))
    view = home.pages[1].picture
    tab_into(view)
    press(qtbot, view, Key.Key_Tab, Key.Key_End)
    bar = view.verticalScrollBar()
    assert bar.value() > 0
    layout = view.layout_
    assert layout.top <= layout.y_of(199)
    assert layout.y_of(199) + layout.row_height <= layout.height
    press(qtbot, view, Key.Key_Home)
    assert bar.value() == 0


def test_columns_out_of_view_are_scrolled_to(opens: Opens, qtbot: QtBot) -> None:
    home = opens(decks.table(3, 60))
    view = home.pages[1].picture
    tab_into(view)
    press(qtbot, view, Key.Key_End)
    assert view.horizontalScrollBar().value() > 0
    assert view.layout_.edges[60] <= view.layout_.width
    press(qtbot, view, Key.Key_Home)
    assert view.layout_.edges[0] >= view.layout_.left - 1


def test_keys_do_nothing_strange_in_one_cell(opens: Opens, qtbot: QtBot) -> None:
    home = opens(decks.table(1, 1))
    view = home.pages[1].picture
    tab_into(view)
    every = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_Tab)
    press(qtbot, view, *every)
    press(qtbot, view, *every[:-1])
    assert dict(home.document.project.shares) == {"c0": 1}


@pytest.mark.parametrize("keys", [["Ctrl+Z", "Ctrl+Shift+Z"], ["Ctrl+Z", "Ctrl+Y"]])
def test_undo_and_redo_have_their_keys(view: PictureView, home: MainWindow, qtbot: QtBot, keys) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    press(qtbot, view, Key.Key_Up)
    after = home.document.project
    qtbot.keyClick(view, Key.Key_Z, control)
    assert shares(home)["alpha"] == pytest.approx(0.4)
    if keys[1] == "Ctrl+Y":
        qtbot.keyClick(view, Key.Key_Y, control)
    else:
        qtbot.keyClick(view, Key.Key_Z, control | shift)
    assert home.document.project == after
