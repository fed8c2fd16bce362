"""The page of recommendations and criteria, driven with real keys and mouse."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.decision.performances import AtLevel, Number
from desktop_app.decision.problem import Alternative, Cell, Condition, Criterion, Group, Problem
from desktop_app.decision.scales import Level, NumericScale, VerbalScale
from desktop_app.decision.texts import Text
from desktop_app.window.criteria.tree import SHARE, Node
from desktop_app.window.pages.criteria import CriteriaPage
from tests.window.alone import open_alone

THREE = VerbalScale(
    tuple(
        Level(at, Text.plain(f"means {name}"), Text.plain(name))
        for at, name in enumerate(("bad", "fair", "good"))
    )
)
Opens = Callable[..., CriteriaPage]


def small() -> Problem:
    """Two recommendations; groups inside groups, in two sets."""
    groups = (
        Group("work", Text.plain("Work"), Text.plain("What has to be done."), set="effort"),
        Group("money", Text.plain("Money"), inside="work"),
        Group("gain", Text.plain("Gain"), set="effect"),
    )
    criteria = (
        Criterion(
            "cost",
            Text.plain("Cost"),
            "less_is_better",
            NumericScale(0.0, 500.0, Text.plain("US$ million")),
            "money",
            Text.plain("What has to be paid."),
            Text.plain("from **500** to **nothing**"),
        ),
        Criterion("time", Text.plain("Time"), "less_is_better", THREE, "work"),
        Criterion("jobs", Text.plain("Jobs"), "more_is_better", THREE, "gain"),
    )
    alternatives = (
        Alternative(
            "a",
            Text.plain("Energía limpia"),
            Text.plain("What is meant by it."),
            "low",
            (Text.plain("Ministry"), Text.plain("Firms")),
            (Text.plain("Honduras"),),
            Text.plain("An older programme."),
        ),
        Alternative("b", Text.plain("Roads")),
    )
    cells = ((Cell(Number(1.0)), Cell(AtLevel(1)), Cell(AtLevel(2))),) * 2
    condition = Condition(Text.plain("Keep talking"), Text.plain("All rest on it."))
    return Problem("small", Text.plain("Small"), alternatives, criteria, cells, groups, condition=condition)


def many(count: int) -> Problem:
    problem = small()
    alternatives = tuple(Alternative(f"a{at}", Text.plain(f"Option {at}")) for at in range(count))
    return replace(problem, alternatives=alternatives, cells=(problem.cells[0],) * count)


@pytest.fixture
def opens_page(qtbot: QtBot) -> Iterator[Opens]:
    held: list[CriteriaPage] = []

    def open_one(problem: Problem, theme: str = "light", size: tuple[int, int] = (1290, 700)) -> CriteriaPage:
        held.append(open_alone(qtbot, CriteriaPage, problem, theme, size))
        return held[-1]

    yield open_one


@pytest.fixture
def page(opens_page: Opens) -> CriteriaPage:
    return opens_page(small())


def share(page: CriteriaPage, kind: str, name: str) -> float | None:
    value = page.tree.nodes.items[Node(kind, name)].data(SHARE)
    assert value is None or isinstance(value, float)
    return value


# Recommendations


def test_the_first_recommendation_is_there_to_be_read(page: CriteriaPage) -> None:
    text = page.reading.toPlainText()
    for part in (
        "Energía limpia",
        "low effort",
        "What is meant by it.",
        "Ministry · Firms",
        "Honduras",
        "An older programme.",
    ):
        assert part in text


def test_a_click_or_a_key_reads_another(page: CriteriaPage, qtbot: QtBot) -> None:
    box = page.list.visualRect(page.alternatives.index(1, 0))
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert page.reading.toPlainText().startswith("Roads")
    assert "No summary is given." in page.reading.toPlainText()
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    assert page.reading.toPlainText().startswith("Energía")


def test_the_condition_stands_apart_and_is_not_in_the_list(page: CriteriaPage) -> None:
    assert page.condition.isVisible() and "Keep talking" in page.condition.toPlainText()
    titles = [page.alternatives.index(row, 0).data() for row in range(page.alternatives.rowCount())]
    assert titles == ["Energía limpia", "Roads"]


def test_without_a_condition_its_card_is_away(opens_page: Opens) -> None:
    page = opens_page(replace(small(), condition=None))
    assert not page.condition_card.isVisible()


# Searching


def test_few_recommendations_are_not_searched(page: CriteriaPage) -> None:
    assert not page.search.isVisible()


def test_a_search_finds_words_in_any_order_and_keys_lead_to_the_list(opens_page: Opens, qtbot: QtBot) -> None:
    page = opens_page(many(10_000))
    page.search.setFocus()
    qtbot.keyClicks(page.search, "77 OPT")
    shown = page.alternatives.rowCount()
    assert shown == sum("77" in str(at) for at in range(10_000))
    assert page.found.text() == f"{shown} of 10000"
    assert page.reading.toPlainText().startswith("Option 77\n")
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.reading.toPlainText().startswith("Option 177\n")
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == "" and page.alternatives.rowCount() == 10_000


def test_a_search_that_finds_nothing_leaves_nothing_to_read(opens_page: Opens, qtbot: QtBot) -> None:
    page = opens_page(many(20))
    qtbot.keyClicks(page.search, "zzz")
    assert page.alternatives.rowCount() == 0 and page.found.text() == "0 of 20"
    assert page.reading.toPlainText() == ""


def test_letters_match_without_their_accents(page: CriteriaPage) -> None:
    page.alternatives.search("ENERGIA")
    assert page.alternatives.rowCount() == 1


def test_ten_thousand_recommendations_make_no_widgets(opens_page: Opens) -> None:
    widgets = opens_page(many(10_000)).findChildren(QWidget)
    assert len(widgets) < 60, widgets


# Criteria


def test_the_tree_has_groups_inside_groups_under_their_sets(page: CriteriaPage) -> None:
    def lines(item: object, depth: int = 0) -> list[str]:
        found = []
        for row in range(item.rowCount()):  # type: ignore[attr-defined]
            child = item.child(row)  # type: ignore[attr-defined]
            found.append("  " * depth + child.text())
            found += lines(child, depth + 1)
        return found

    assert lines(page.tree.nodes.invisibleRootItem()) == [
        "Effort",
        "  Work",
        "    Money",
        "      Cost",
        "    Time",
        "Effect",
        "  Gain",
        "    Jobs",
    ]


def test_shares_follow_the_weights(page: CriteriaPage) -> None:
    assert share(page, "criterion", "cost") == 0.5
    page.document.gesture().set_share("cost", 0.8)  # type: ignore[attr-defined]
    assert share(page, "criterion", "cost") == pytest.approx(0.8)
    assert share(page, "group", "money") == pytest.approx(0.8)
    assert share(page, "group", "work") == pytest.approx(1.0)
    assert share(page, "criterion", "jobs") is None
    page.tree.go_to(page.tree.nodes.items[Node("criterion", "cost")].index())
    assert "share 80" in page.definition.toPlainText()


def test_another_perspective_keeps_the_place_and_moves_the_shares(page: CriteriaPage) -> None:
    page.list.go_to(page.alternatives.index(1, 0))
    page.document.set_perspective("both")  # type: ignore[attr-defined]
    assert share(page, "criterion", "jobs") == pytest.approx(1 / 3)
    assert share(page, "set", "effort") == pytest.approx(2 / 3)
    assert page.reading.toPlainText().startswith("Roads")


def test_a_criterion_says_its_direction_scale_swing_and_share(page: CriteriaPage, qtbot: QtBot) -> None:
    text = page.definition.toPlainText()
    for part in (
        "Cost",
        "Work › Money",
        "less is better",
        "share 50",
        "What has to be paid.",
        "from 500 to nothing",
        "0 – 500 US$ million",
    ):
        assert part in text
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Down)
    text = page.definition.toPlainText()
    assert text.startswith("Time")
    for name in ("bad", "fair", "good"):
        assert f"{name} · means {name}" in text


def test_a_group_and_a_set_say_what_is_in_them(page: CriteriaPage, qtbot: QtBot) -> None:
    box = page.tree.visualRect(page.tree.nodes.items[Node("group", "work")].index())
    qtbot.mouseClick(page.tree.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    text = page.definition.toPlainText()
    for part in ("Work", "What has to be done.", "2 CRITERIA", "Cost · share 50", "Time · share 50"):
        assert part in text
    qtbot.keyClick(page.tree, Qt.Key.Key_Up)
    assert "A score of 100 is the least effort." in page.definition.toPlainText()


def test_a_hidden_page_catches_up_when_it_is_shown(page: CriteriaPage) -> None:
    page.hide()
    page.document.gesture().set_share("cost", 0.9)  # type: ignore[attr-defined]
    assert share(page, "criterion", "cost") == 0.5
    page.document.open(many(12), None)  # type: ignore[attr-defined]
    page.show()
    assert page.alternatives.rowCount() == 12 and page.search.isVisible()
    assert share(page, "criterion", "cost") == 0.5
    assert page.reading.toPlainText().startswith("Option 0")


def test_another_deck_ends_the_search(opens_page: Opens, qtbot: QtBot) -> None:
    page = opens_page(many(20))
    qtbot.keyClicks(page.search, "19")
    page.document.open(small(), None)  # type: ignore[attr-defined]
    assert page.alternatives.rowCount() == 2 and not page.search.isVisible()
    assert page.reading.toPlainText().startswith("Energía")


# For those who do not see it, and odd decks


def test_a_node_says_its_share(page: CriteriaPage) -> None:
    item = page.tree.nodes.items[Node("criterion", "cost")]
    assert str(item.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Cost, share 50")
    away = page.tree.nodes.items[Node("criterion", "jobs")]
    assert away.data(Qt.ItemDataRole.AccessibleTextRole) == "Jobs, does not count now"
    first = page.alternatives.index(0, 0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Energía limpia, low effort"


def test_every_control_has_a_name(opens_page: Opens) -> None:
    page = opens_page(many(20))
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(700, 500), (1290, 700)])
def test_odd_decks_are_painted_at_every_size(opens_page: Opens, theme: str, size: tuple[int, int]) -> None:
    problem = small()
    odd = ("A" * 300, "توصية بشأن الشباب", "🚂🌽 with\nline\nbreaks", "")
    alternatives = tuple(Alternative(f"a{at}", Text.plain(title)) for at, title in enumerate(odd))
    criteria = (replace(problem.criteria[0], title=Text.plain(odd[0])), *problem.criteria[1:])
    condition = Condition(Text.plain(odd[0]), Text.plain("words " * 2000))
    page = opens_page(
        replace(
            problem,
            alternatives=alternatives,
            criteria=criteria,
            cells=(problem.cells[0],) * 4,
            condition=condition,
        ),
        theme,
        size,
    )
    assert not page.grab().isNull()
    assert page.list.height() > 40 and page.tree.height() > 40


def test_one_recommendation_on_one_criterion_without_groups(opens_page: Opens) -> None:
    problem = small()
    page = opens_page(
        replace(
            problem,
            alternatives=problem.alternatives[:1],
            criteria=(replace(problem.criteria[0], group=None),),
            cells=(problem.cells[0][:1],),
            groups=(),
        )
    )
    assert share(page, "criterion", "cost") == 1.0
    assert "share 100" in page.definition.toPlainText()
