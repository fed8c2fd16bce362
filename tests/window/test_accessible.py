"""The window as a screen reader meets it: the picture's rows, cells and weights, what is told when, names everywhere."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleValueChangeEvent,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.document.document import Document
from desktop_app.files import languages
from desktop_app.window.main_window import MainWindow
from desktop_app.window.picture import accessible, spoken
from desktop_app.window.picture.accessible import Speaker
from desktop_app.window.picture.accessible_parts import Part, Weight
from desktop_app.window.picture.view import PictureView
from desktop_app.window.theme import theme_for
from tests.document import decks
from tests.window import hands
from tests.window.conftest import Opens, first_deck
from tests.window.hands import Mouse

NAME, ABOUT, VALUE = QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value
ROLE = QAccessible.Role

CONTROLS = {
    ROLE.Button,
    ROLE.ButtonMenu,
    ROLE.ButtonDropDown,
    ROLE.CheckBox,
    ROLE.RadioButton,
    ROLE.ComboBox,
    ROLE.EditableText,
    ROLE.SpinBox,
    ROLE.Slider,
    ROLE.Dial,
    ROLE.List,
    ROLE.ListItem,
    ROLE.Link,
    ROLE.MenuItem,
    ROLE.PageTab,
    ROLE.Table,
    ROLE.Tree,
}


@pytest.fixture(autouse=True)
def reader() -> Iterator[None]:
    """A screen reader is running."""
    accessible.install()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """What the picture tells the screen reader: kind and name, value or message."""
    heard: list[tuple[str, object]] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(("said", event.message()))
        elif isinstance(event, QAccessibleValueChangeEvent):
            heard.append(("value", (event.accessibleInterface().text(NAME), event.value())))
        else:
            heard.append((event.type().name, event.accessibleInterface().text(NAME)))
        QAccessible.updateAccessibility(event)

    monkeypatch.setattr(accessible, "_send", hear)
    return heard


def view_of(window: MainWindow) -> PictureView:
    return window.pages[1].picture


def picture_of(window: MainWindow) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(view_of(window))
    QApplication.processEvents()
    return found


def speaker_of(window: MainWindow) -> Speaker:
    return view_of(window).findChild(Speaker)


def children(interface: QAccessibleInterface, role: QAccessible.Role | None = None) -> list:
    found = [interface.child(at) for at in range(interface.childCount())]
    return [one for one in found if role is None or one.role() is role]


def names(interface: QAccessibleInterface, role: QAccessible.Role) -> list[str]:
    return [one.text(NAME) for one in children(interface, role)]


def weight(window: MainWindow, title: str) -> QAccessibleInterface:
    return next(
        one for one in children(picture_of(window), ROLE.Slider) if one.text(NAME) == f"Weight of {title}"
    )


class TestPicture:
    def test_it_is_a_list_with_a_summary(self, home: MainWindow) -> None:
        picture = picture_of(home)
        assert picture.role() is ROLE.List
        assert picture.text(NAME).startswith("Ranking")
        assert picture.text(ABOUT) == (
            "3 recommendations. Xylophone leads with 70.0, 20.0 ahead of Zeppelin. Sorted by score."
        )
        assert picture.isValid()
        assert picture.object() is view_of(home)

    def test_a_row_says_rank_title_score_tier_and_levels(self, home: MainWindow) -> None:
        assert names(picture_of(home), ROLE.ListItem) == [
            "1. Xylophone, score 70.0, low effort, Alpha very high, Beta very high, Gamma very low, Delta very low",
            "2. Zeppelin, score 50.0, medium effort, Alpha middling, Beta middling, Gamma middling, Delta middling",
            "3. Yacht, score 30.0, high effort, Alpha very low, Beta very low, Gamma very high, Delta very high",
        ]

    def test_ties_are_said_in_words(self, opens: Opens) -> None:
        picture = picture_of(opens(decks.ODD["all equal"]))
        assert names(picture, ROLE.ListItem)[0].startswith("1 equal. Recommendation 0, score 50.0")
        assert "All have the same score, 50.0." in picture.text(ABOUT)

    def test_a_cell_says_level_value_and_points(self, real_home: MainWindow) -> None:
        row = children(picture_of(real_home), ROLE.ListItem)[0]
        cell = children(row)[0]
        assert cell.text(NAME) == "Cost: low – medium, value 0.62, 7.8 points"
        assert row.indexOfChild(cell) == 0
        assert cell.parent() is row
        assert row.parent() is picture_of(real_home)

    def test_a_whisker_is_told_in_the_description(self, real_home: MainWindow) -> None:
        about = children(picture_of(real_home), ROLE.ListItem)[0].text(ABOUT)
        assert "within the open scores" in about
        assert "rank from 1 to" in about

    def test_a_change_of_rank_is_told_in_the_description(self, home: MainWindow) -> None:
        view_of(home).pin()
        home.document.gesture().set_share("delta", 0.8)
        last_to_first = children(picture_of(home), ROLE.ListItem)[0]
        assert last_to_first.text(NAME).startswith("1. Yacht")
        assert last_to_first.text(ABOUT) == "2 places up since pinned"

    def test_a_sort_for_a_look_is_told(self, home: MainWindow) -> None:
        view_of(home).sort_by("delta")
        assert picture_of(home).text(ABOUT).endswith("Sorted by Delta.")

    def test_a_collapsed_group_is_one_column(self, home: MainWindow) -> None:
        view_of(home).collapse("means", True)
        picture = picture_of(home)
        assert names(picture, ROLE.Slider) == ["Weight of Means", "Weight of Gamma", "Weight of Delta"]
        row = children(picture, ROLE.ListItem)[0]
        assert children(row)[0].text(NAME) == "Means: value 1.00, 70.0 points"
        weight(home, "Means").valueInterface().setCurrentValue(40)
        assert home.document.project.group_share("means") == pytest.approx(0.4)

    def test_of_many_rows_those_in_view_and_the_leader_are_there(self, opens: Opens) -> None:
        window = opens(decks.table(3000, 4))
        view = view_of(window)
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
        rows = children(picture_of(window), ROLE.ListItem)
        leader = int(view.content.ranking.order[0])
        assert rows[0].text(NAME) == spoken.row_name(view.content, leader)
        assert 5 < len(rows) < 60
        assert not rows[1].state().offscreen
        assert rows[0].state().offscreen

    def test_a_place_on_the_screen_leads_to_what_is_there(self, home: MainWindow) -> None:
        picture, view = picture_of(home), view_of(home)
        for one in (*children(picture, ROLE.ListItem), *children(picture, ROLE.Slider)):
            middle = one.rect().center()
            assert picture.childAt(middle.x(), middle.y()) is one
        row = children(picture, ROLE.ListItem)[0]
        for cell in children(row):
            middle = cell.rect().center()
            assert row.childAt(middle.x(), middle.y()) is cell
        corner = view.corner.mapToGlobal(view.corner.rect().center())
        assert picture.childAt(corner.x(), corner.y()).object() is view.viewport()

    def test_the_search_in_the_corner_can_be_reached(self, home: MainWindow) -> None:
        picture = picture_of(home)
        inside = children(picture)[-1]
        assert inside.object() is view_of(home).viewport()
        assert picture.indexOfChild(inside) == picture.childCount() - 1
        assert inside.parent() is picture

    def test_pressing_a_cell_opens_its_evidence(self, home: MainWindow, qtbot: QtBot) -> None:
        cell = children(children(picture_of(home), ROLE.ListItem)[1])[2]
        with qtbot.waitSignal(view_of(home).cell_opened) as opened:
            cell.actionInterface().doAction("Press")
        assert opened.args == ["z", "gamma"]
        assert children(picture_of(home), ROLE.ListItem)[1].state().selected

    def test_pressing_a_weight_opens_its_field(self, home: MainWindow) -> None:
        weight(home, "Alpha").actionInterface().doAction("Press")
        field = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
        assert field.text(NAME) == "Share of Alpha in per cent"

    def test_it_speaks_spanish(self, home: MainWindow) -> None:
        with languages.speaking("es"):
            assert "Xilófono" in names(picture_of(home), ROLE.ListItem)[0]

    @pytest.mark.parametrize("name", decks.ODD)
    def test_odd_decks_can_be_walked(self, opens: Opens, name: str) -> None:
        picture = picture_of(opens(decks.ODD[name]))
        assert picture.text(ABOUT)
        for one in children(picture):
            assert one.text(NAME) or one.object() is not None
            for cell in children(one):
                assert cell.text(NAME) or cell.object() is not None
        assert not any("\n" in one or "**" in one for one in names(picture, ROLE.ListItem))


class TestWeight:
    def test_it_is_a_slider_in_per_cent(self, home: MainWindow) -> None:
        alpha = weight(home, "Alpha")
        value = alpha.valueInterface()
        assert value.currentValue() == pytest.approx(40)
        assert (value.minimumValue(), value.maximumValue(), value.minimumStepSize()) == (0, 100, 1)
        assert alpha.text(VALUE) == "40.0\u202f%"

    def test_setting_it_is_one_step_of_undo(self, home: MainWindow) -> None:
        weight(home, "Alpha").valueInterface().setCurrentValue(55)
        assert home.document.project.shares["alpha"] == pytest.approx(0.55)
        assert home.document.undo_stack.count() == 1
        assert weight(home, "Alpha").valueInterface().currentValue() == pytest.approx(55)
        home.document.undo_stack.undo()
        assert home.document.project.shares["alpha"] == pytest.approx(0.4)

    @pytest.mark.parametrize(("asked", "got"), [(-5, 0), (250, 100), ("12.5", 12.5)])
    def test_what_is_asked_for_stays_between_0_and_100(
        self, home: MainWindow, asked: object, got: float
    ) -> None:
        weight(home, "Beta").valueInterface().setCurrentValue(asked)
        assert home.document.project.shares["beta"] == pytest.approx(got / 100)

    @pytest.mark.parametrize("asked", ["much", None, float("nan")])
    def test_what_is_no_number_changes_nothing(self, home: MainWindow, asked: object) -> None:
        weight(home, "Beta").valueInterface().setCurrentValue(asked)
        assert home.document.undo_stack.count() == 0

    def test_a_locked_one_can_be_read_only(self, home: MainWindow) -> None:
        home.document.gesture().set_lock("alpha", True)
        alpha = weight(home, "Alpha")
        assert alpha.state().readOnly
        assert "locked" in alpha.text(ABOUT)
        before = home.document.project
        alpha.valueInterface().setCurrentValue(10)
        assert home.document.project == before


class TestTelling:
    def test_the_focus_is_told_as_it_walks(
        self, home: MainWindow, qtbot: QtBot, told: list[tuple[str, object]]
    ) -> None:
        view, picture = view_of(home), picture_of(home)
        view.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        qtbot.keyClick(view, Qt.Key.Key_Right)
        qtbot.keyClick(view, Qt.Key.Key_Tab)
        qtbot.keyClick(view, Qt.Key.Key_Right)
        QApplication.processEvents()
        focused = [name for kind, name in told if kind == "Focus"]
        assert focused[0] == "Weight of Alpha"
        assert focused[-1] == "Alpha: very high, value 1.00, 40.0 points"
        cell = picture.focusChild()
        assert cell.state().focused
        assert not picture.state().focused

    def test_a_screen_reader_can_put_the_focus_anywhere(
        self, home: MainWindow, told: list[tuple[str, object]]
    ) -> None:
        row = children(picture_of(home), ROLE.ListItem)[2]
        row.actionInterface().doAction("SetFocus")
        QApplication.processEvents()
        assert row.state().focused
        assert ("Focus", row.text(NAME)) in told

    def test_a_pumped_weight_tells_its_value(
        self, home: MainWindow, qtbot: QtBot, told: list[tuple[str, object]]
    ) -> None:
        picture_of(home)
        view_of(home).setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(view_of(home), Qt.Key.Key_Up)
        assert ("value", ("Weight of Alpha", pytest.approx(41))) in told

    def test_other_weights_tell_theirs_once_the_drag_rests(
        self, home: MainWindow, told: list[tuple[str, object]]
    ) -> None:
        children(picture_of(home))
        gesture = home.document.gesture()
        for share in (0.45, 0.5, 0.55):
            gesture.set_share("alpha", share)
        assert told == []
        speaker_of(home).settled()
        assert ("value", ("Weight of Alpha", pytest.approx(55))) in told
        assert sum(kind == "value" for kind, _what in told) == 4

    def test_a_new_leader_is_announced_once_the_drag_rests(
        self, home: MainWindow, told: list[tuple[str, object]], qtbot: QtBot
    ) -> None:
        picture_of(home)
        home.document.gesture().set_share("delta", 0.8)
        assert not [what for kind, what in told if kind == "said"]
        qtbot.waitUntil(lambda: any(kind == "said" for kind, _what in told), timeout=3000)
        said = [what for kind, what in told if kind == "said"]
        assert len(said) == 1
        assert str(said[0]).startswith("Yacht leads with ")

    def test_the_same_leader_is_not_announced(self, home: MainWindow, told: list[tuple[str, object]]) -> None:
        picture_of(home)
        home.document.gesture().set_share("alpha", 0.41)
        speaker_of(home).settled()
        assert not [what for kind, what in told if kind == "said"]

    def test_a_selected_row_is_told(self, home: MainWindow, told: list[tuple[str, object]]) -> None:
        picture_of(home)
        Mouse(view_of(home).viewport()).click(*hands.title(view_of(home), "z"))
        assert [what for kind, what in told if kind == "Selection"] == [
            children(picture_of(home), ROLE.ListItem)[1].text(NAME)
        ]

    def test_without_a_screen_reader_nothing_is_made(self, opens: Opens) -> None:
        QAccessible.setActive(False)
        window = opens()
        view = view_of(window)
        Mouse(view.viewport()).drag(hands.border(view, "alpha"), 60)
        QApplication.processEvents()
        assert speaker_of(window) is None


class TestLifetime:
    def test_interfaces_live_through_another_deck(self, home: MainWindow) -> None:
        picture = picture_of(home)
        held = [*children(picture), *children(children(picture, ROLE.ListItem)[0])]
        parts = [one for one in held if one.object() is None]
        home.document.open(first_deck(), None)
        QApplication.processEvents()
        for one in parts:
            assert not one.isValid()
            assert one.text(NAME) == ""
            assert one.rect().isEmpty()
            assert one.state().invalid
            assert one.childCount() == 0
            if one.valueInterface() is not None:
                one.valueInterface().setCurrentValue(10)
                assert one.valueInterface().currentValue() == 0
            if one.actionInterface() is not None:
                one.actionInterface().doAction("Press")
        assert len(names(picture, ROLE.ListItem)) == 5

    def test_they_are_valid_again_where_the_deck_comes_back(self, home: MainWindow) -> None:
        row = children(picture_of(home), ROLE.ListItem)[0]
        problem = home.document.problem
        home.document.open(first_deck(), None)
        home.document.open(problem, None)
        assert row.isValid()
        assert row.text(NAME).startswith("1. Xylophone")

    def test_a_hidden_column_is_gone_and_comes_back(self, home: MainWindow) -> None:
        alpha = weight(home, "Alpha")
        view_of(home).hide_column("alpha")
        assert not alpha.isValid()
        assert "Weight of Alpha" not in names(picture_of(home), ROLE.Slider)
        view_of(home).show_all()
        assert alpha.isValid()

    def test_nothing_is_left_in_qts_hands_of_a_view_that_is_gone(self, home: MainWindow) -> None:
        picture = picture_of(home)
        held = children(picture, ROLE.ListItem) + children(picture, ROLE.Slider)
        ids = [QAccessible.uniqueId(one) for one in held]
        assert all(QAccessible.accessibleInterface(one) is not None for one in ids)
        home.rebuild()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        assert all(QAccessible.accessibleInterface(one) is None for one in ids)
        assert not any(one.isValid() or shiboken6.isValid(one) for one in held)
        del held, picture
        gc.collect()
        assert len(names(picture_of(home), ROLE.ListItem)) == 3

    def test_a_view_may_go_while_a_reader_reads(self, qapp: QApplication) -> None:
        view = PictureView(Document(decks.small()), theme_for("light"))
        picture = QAccessible.queryAccessibleInterface(view)
        held = children(picture)
        shiboken6.delete(view)
        qapp.processEvents()
        assert not shiboken6.isValid(picture)
        assert not any(one.isValid() for one in held if isinstance(one, Part))

    def test_qt_may_ask_again_and_finds_the_same_parts(self, home: MainWindow) -> None:
        first, again = picture_of(home), speaker_of(home).new_picture()
        assert again is not first
        assert children(again) == children(first)

    def test_every_part_is_kept(self, home: MainWindow) -> None:
        picture = picture_of(home)
        first = [id(one) for one in children(picture, ROLE.Slider)]
        gc.collect()
        assert first == [id(one) for one in children(picture, ROLE.Slider)]
        assert all(isinstance(one, Weight) for one in children(picture, ROLE.Slider))


class TestWholeWindow:
    @staticmethod
    def nameless(window: MainWindow) -> list[str]:
        """Controls in sight that a screen reader could not name."""
        found = []

        def walk(interface: QAccessibleInterface | None, depth: int = 0) -> None:
            if interface is None or interface.state().invisible:
                return
            assert depth < 40
            control = interface.role() in CONTROLS or interface.state().focusable
            if control and not interface.text(NAME).strip() and interface.role() is not ROLE.Window:
                thing = interface.object()
                found.append(f"{interface.role().name} {thing.metaObject().className() if thing else ''}")
            for one in children(interface):
                walk(one, depth + 1)

        walk(QAccessible.queryAccessibleInterface(window))
        return found

    @pytest.mark.parametrize("name", ["home", "evidence", "why", "status", "typing"])
    def test_every_control_has_a_name(self, opens: Opens, name: str) -> None:
        window = opens(first_deck())
        page = window.pages[1]
        match name:
            case "evidence":
                page.show_evidence(page.picture.content.ranking.table.alternatives[0], "cost")
            case "why":
                names = page.picture.content.ranking.table.alternatives
                page.picture.comparison_wanted.emit(names[0], names[1])
            case "status":
                window.status.offer("Exported.", Path("ranking.xlsx"))
            case "typing":
                page.picture.type_share(0)
        QApplication.processEvents()
        assert self.nameless(window) == []

    def test_the_profile_has_a_name_and_a_summary(self, home: MainWindow) -> None:
        chart = QAccessible.queryAccessibleInterface(home.pages[1].profile.chart)
        assert chart.text(NAME) == "Effort profile · Xylophone"
        assert chart.text(ABOUT) == (
            "Values from 0 to 1, up = less effort: Alpha 1.00, Beta 1.00, Gamma 0.00, Delta 0.00"
        )
