"""The page of scores, driven with real keys and mouse."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.decision.performances import (
    UNKNOWN,
    AtLevel,
    LevelRange,
    Normal,
    Number,
    NumberRange,
    Performance,
    Triangular,
)
from desktop_app.decision.problem import Alternative, Cell, Criterion, Evidence, Group, Problem
from desktop_app.decision.scales import Level, NumericScale, VerbalScale
from desktop_app.decision.texts import Text
from desktop_app.window.pages.scores import ScoresPage
from tests.window.alone import open_alone

NAMES = ("very low", "low", "medium", "high", "very high")
FIVE = VerbalScale(
    tuple(Level(at, Text.plain(f"means {name}"), Text.plain(name)) for at, name in enumerate(NAMES, 1))
)
KM = NumericScale(0.0, 100.0, Text.plain("km"))
Opens = Callable[[Problem], ScoresPage]


def cell(performance: Performance, basis: str | None = None) -> Cell:
    return Cell(performance, Evidence(basis, Text.plain("2.1"), Text.plain("Because.")))  # type: ignore[arg-type]


def small() -> Problem:
    """Three recommendations on three criteria of effort and one of effect."""
    alternatives = tuple(Alternative(name, Text.plain(f"Option {name.upper()}")) for name in "xyz")
    criteria = (
        Criterion("cost", Text.plain("Cost"), "less_is_better", FIVE, "work"),
        Criterion("will", Text.plain("Political will"), "less_is_better", FIVE, "work"),
        Criterion("way", Text.plain("Way"), "less_is_better", KM, "work"),
        Criterion("jobs", Text.plain("Jobs"), "more_is_better", FIVE, "gain"),
    )
    groups = (
        Group("work", Text.plain("Work"), set="effort"),
        Group("gain", Text.plain("Gain"), set="effect"),
    )
    cells = (
        (
            cell(AtLevel(2), "stated"),
            cell(LevelRange(2, 4), "inferred"),
            cell(Number(30.0)),
            cell(AtLevel(4), "stated"),
        ),
        (
            cell(AtLevel(5), "stated"),
            cell(UNKNOWN, "judgement"),
            cell(NumberRange(10.0, 20.0), "stated"),
            cell(AtLevel(2)),
        ),
        (cell(AtLevel(3), "judgement"), cell(AtLevel(1), "inferred"), cell(Normal(50.0, 5.0)), cell(UNKNOWN)),
    )
    return Problem("small", Text.plain("Small"), alternatives, criteria, cells, groups)


@pytest.fixture
def opens_page(qtbot: QtBot) -> Iterator[Opens]:
    held: list[ScoresPage] = []

    def open_one(problem: Problem, theme: str = "light", size: tuple[int, int] = (1290, 700)) -> ScoresPage:
        held.append(open_alone(qtbot, ScoresPage, problem, theme, size))
        return held[-1]

    yield open_one


@pytest.fixture
def page(opens_page: Opens) -> ScoresPage:
    return opens_page(small())


def here(page: ScoresPage) -> tuple[str, str]:
    return page.model.names_at(page.table.currentIndex())


def click(qtbot: QtBot, page: ScoresPage, alternative: str, criterion: str) -> None:
    box = page.table.visualRect(page.model.index_of(alternative, criterion))
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


# Where one is


def test_the_page_opens_at_the_first_cell_with_its_evidence(page: ScoresPage) -> None:
    assert here(page) == ("x", "cost")
    assert page.evidence.cell == ("x", "cost")
    assert "Because." in page.evidence.text.toPlainText()
    assert page.table.hasFocus()


def test_a_click_shows_the_evidence_of_a_cell(page: ScoresPage, qtbot: QtBot) -> None:
    click(qtbot, page, "y", "will")
    assert page.evidence.cell == ("y", "will")
    assert "Option Y" in page.evidence.text.toPlainText()


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, ("y", "way")),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, ("y", "cost")),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, ("x", "will")),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, ("z", "will")),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, ("y", "cost")),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, ("y", "way")),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier, ("x", "cost")),
        (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier, ("z", "way")),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, ("z", "will")),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, ("x", "will")),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, ("y", "way")),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, ("y", "cost")),
    ],
)
def test_keys_walk_the_matrix_like_a_spreadsheet(
    page: ScoresPage, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, expected: tuple[str, str]
) -> None:
    page.show_cell("y", "will")
    qtbot.keyClick(page.table, key, modifier)
    assert here(page) == expected == page.evidence.cell


def test_tab_goes_on_to_the_next_row_and_leaves_after_the_last_cell(page: ScoresPage, qtbot: QtBot) -> None:
    page.show_cell("x", "way")
    qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    assert here(page) == ("y", "cost")
    page.show_cell("z", "way")
    qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    assert not page.table.hasFocus()
    page.table.setFocus()
    page.show_cell("x", "cost")
    qtbot.keyClick(page.table, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert not page.table.hasFocus()


def test_enter_goes_to_the_evidence_and_esc_comes_back(page: ScoresPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.evidence.text.hasFocus()
    qtbot.keyClick(page.evidence.text, Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_ctrl_c_copies_the_codes_of_what_is_selected(page: ScoresPage, qtbot: QtBot) -> None:
    page.show_cell("x", "cost")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(page.table, key, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2\t2..4\t30\n5\tunknown\t10..20"


def test_cells_apart_are_copied_with_gaps_between(page: ScoresPage, qtbot: QtBot) -> None:
    page.show_cell("x", "cost")
    box = page.table.visualRect(page.model.index_of("z", "way"))
    qtbot.mouseClick(
        page.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, box.center()
    )
    page.table.copy()
    assert QGuiApplication.clipboard().text() == "2\t\n\tnormal(50, 5)"


# What is picked out


def choose(page: ScoresPage, name: str) -> None:
    next(one for one in page.filters.choice.menu().actions() if one.data() == name).trigger()


def test_the_counts_are_of_what_counts(page: ScoresPage) -> None:
    assert page.filters.counts.text() == (
        "3 stated · 2 inferred · 2 judgement · 2 with no basis · 2 ranges · 1 distribution · 1 unknown"
    )
    page.document.set_perspective("effect")  # type: ignore[attr-defined]
    assert page.filters.counts.text() == (
        "1 stated · 0 inferred · 0 judgement · 2 with no basis · 0 ranges · 1 unknown"
    )


def test_a_filter_is_chosen_by_mouse_and_dims_the_others(page: ScoresPage, qtbot: QtBot) -> None:
    full = page.table.grab().toImage()
    choose(page, "judgement")
    assert page.model.matching.tolist() == [
        [False, False, False],
        [False, True, False],
        [True, False, False],
    ]
    assert page.table.grab().toImage() != full
    assert page.filters.choice.accessibleName() == "Show: judgement (2)"
    qtbot.mouseClick(page.filters.on, Qt.MouseButton.LeftButton)
    assert here(page) == ("y", "will")
    qtbot.mouseClick(page.filters.on, Qt.MouseButton.LeftButton)
    assert here(page) == ("z", "cost")
    qtbot.mouseClick(page.filters.back, Qt.MouseButton.LeftButton)
    assert here(page) == ("y", "will")


def test_f3_goes_round_the_matches_and_shift_f3_back(page: ScoresPage, qtbot: QtBot) -> None:
    choose(page, "stated")
    visited = []
    for _ in range(3):
        qtbot.keyClick(page.table, Qt.Key.Key_F3)
        visited.append(here(page))
    assert visited == [("y", "cost"), ("y", "way"), ("x", "cost")]
    qtbot.keyClick(page.table, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert here(page) == ("y", "way")
    assert len(page.table.selectedIndexes()) == 1


def test_a_filter_that_picks_out_nothing_leads_nowhere(page: ScoresPage, qtbot: QtBot) -> None:
    page.document.set_perspective("effect")  # type: ignore[attr-defined]
    choose(page, "inferred")
    assert not page.filters.on.isEnabled() and not page.filters.back.isEnabled()
    before = here(page)
    qtbot.keyClick(page.table, Qt.Key.Key_F3)
    assert here(page) == before


@pytest.mark.parametrize(
    "name", ["all", "stated", "inferred", "judgement", "none", "range", "distribution", "unknown"]
)
def test_every_filter_picks_out_as_many_as_it_says(page: ScoresPage, name: str) -> None:
    choose(page, name)
    assert int(page.model.matching.sum()) == page.model.counts()[name] > 0


# Following the document


def test_another_perspective_keeps_the_cell_where_it_can(page: ScoresPage) -> None:
    page.show_cell("y", "will")
    page.document.set_perspective("both")  # type: ignore[attr-defined]
    assert here(page) == ("y", "will") and page.model.columnCount() == 4
    page.document.set_perspective("effect")  # type: ignore[attr-defined]
    assert here(page) == ("x", "jobs") == page.evidence.cell


def test_another_deck_shows_its_own_scores(page: ScoresPage) -> None:
    problem = small()
    other = replace(problem, alternatives=problem.alternatives[:1], cells=problem.cells[:1])
    page.document.open(other, None)  # type: ignore[attr-defined]
    assert page.model.rowCount() == 1 and here(page) == ("x", "cost")


def test_the_evidence_follows_the_weights(page: ScoresPage) -> None:
    page.show_cell("x", "cost")
    before = page.evidence.text.toPlainText()
    page.document.gesture().set_share("cost", 0.9)  # type: ignore[attr-defined]
    assert page.evidence.text.toPlainText() != before
    assert "share 90.0" in page.evidence.text.toPlainText()


def test_a_hidden_page_catches_up_when_it_is_shown(page: ScoresPage) -> None:
    page.hide()
    page.document.set_perspective("effect")  # type: ignore[attr-defined]
    assert page.model.columnCount() == 3
    page.show()
    assert page.model.columnCount() == 1 and page.evidence.cell == ("x", "jobs")


def test_what_if_the_score_is_wrong_stands_in_the_evidence(page: ScoresPage) -> None:
    page.show_cell("z", "cost")
    text = page.evidence.text.toPlainText()
    assert "WHAT IF THIS SCORE IS WRONG?" in text
    assert "would" in text.split("WHAT IF THIS SCORE IS WRONG?")[1].split("THE SCALE")[0]


# For those who do not see it


def test_a_cell_says_whose_it_is_its_level_and_its_basis(page: ScoresPage) -> None:
    said = {
        (alternative, criterion): page.model.data(
            page.model.index_of(alternative, criterion), Qt.ItemDataRole.AccessibleTextRole
        )
        for alternative, criterion in product("xyz", ("cost", "will", "way"))
    }
    assert said["y", "cost"] == "Option Y, Cost: very high, stated"
    assert said["x", "will"] == "Option X, Political will: low – high, inferred"
    assert said["y", "will"] == "Option Y, Political will: unknown, judgement"
    assert said["x", "way"] == "Option X, Way: 30 km"
    interface = QAccessible.queryAccessibleInterface(page.table)
    heard = [interface.child(at).text(QAccessible.Text.Name) for at in range(interface.childCount())]
    assert set(said.values()) <= set(heard)


def test_every_control_has_a_name(page: ScoresPage) -> None:
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget


def test_titles_are_whole_in_their_tooltips(opens_page: Opens) -> None:
    long = "A title of many words " * 14
    problem = small()
    alternatives = (replace(problem.alternatives[0], title=Text.plain(long)), *problem.alternatives[1:])
    page = opens_page(replace(problem, alternatives=alternatives))
    tip = page.model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert tip == " ".join(long.split())
    assert page.table.verticalHeader().width() < 240


# Odd decks


ODD = ("A" * 300, "توصية بشأن الشباب", "🚂🌽 with\nline\nbreaks", "")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(700, 500), (1290, 700)])
def test_odd_titles_and_scores_are_painted_at_every_size(
    opens_page: Callable[..., ScoresPage], theme: str, size: tuple[int, int]
) -> None:
    criteria = tuple(
        Criterion(f"c{at}", Text.plain(title), "more_is_better", scale)
        for at, (title, scale) in enumerate(product(ODD, (FIVE, KM)))
    )
    verbal = (AtLevel(1), LevelRange(1, 5), UNKNOWN, AtLevel(5))
    numeric = (Number(0.0), NumberRange(0.0, 100.0), Triangular(0.0, 50.0, 100.0), UNKNOWN)
    cells = tuple(
        tuple(cell((verbal if one.scale is FIVE else numeric)[row]) for one in criteria) for row in range(4)
    )
    alternatives = tuple(Alternative(f"a{at}", Text.plain(title)) for at, title in enumerate(ODD))
    problem = Problem("odd", Text.plain("Odd"), alternatives, criteria, cells)
    page = opens_page(problem, theme, size)
    assert not page.grab().isNull()
    page.show_cell("a3", "c7")
    assert page.table.viewport().rect().intersects(page.table.visualRect(page.table.currentIndex()))


def test_one_recommendation_on_one_criterion(opens_page: Opens, qtbot: QtBot) -> None:
    problem = small()
    one = replace(
        problem,
        alternatives=problem.alternatives[:1],
        criteria=(replace(problem.criteria[0], group=None),),
        cells=(problem.cells[0][:1],),
        groups=(),
    )
    page = opens_page(one)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_F3):
        qtbot.keyClick(page.table, key)
    assert here(page) == ("x", "cost")
    assert "no other recommendation" in page.evidence.text.toPlainText()


def test_a_matrix_of_ten_thousand_rows_makes_no_widgets_for_cells(opens_page: Opens, qtbot: QtBot) -> None:
    row = tuple(cell(AtLevel(at % 5 + 1), "stated") for at in range(20))
    problem = Problem(
        "big",
        Text.plain("Big"),
        tuple(Alternative(f"a{at}", Text.plain(f"Option {at}")) for at in range(10_000)),
        tuple(Criterion(f"c{at}", Text.plain(f"C {at}"), "more_is_better", FIVE) for at in range(20)),
        (row,) * 10_000,
    )
    page = opens_page(problem)
    widgets = len(page.findChildren(QWidget))
    assert widgets < 60
    qtbot.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert here(page) == ("a9999", "c19")
    assert page.table.rowAt(QPoint(5, 5).y()) > 9_900
    assert len(page.findChildren(QWidget)) == widgets
