"""The slides of presenter mode follow the deck, and the cell and the pair that a person chooses."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.decision.texts import NO_TEXT
from desktop_app.window.presenter.weights import swing
from tests.document import decks
from tests.window.hands import Mouse, cell, title
from tests.window.presenting import Presents, presenting, settle

ALL = ["picture", "weights", "evidence", "why", "condition"]


@pytest.fixture
def presents(qtbot: QtBot, qapp: QApplication) -> Iterator[Presents]:
    with presenting(qtbot, qapp) as present:
        yield present


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
