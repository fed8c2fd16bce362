"""Evidence, plain words and profile: they show what was asked for and follow the ranking."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.engine.words import claims
from desktop_app.files import languages
from desktop_app.files.languages.claims import plain, word
from desktop_app.window.main_window import MainWindow
from tests.document import decks
from tests.window import hands
from tests.window.conftest import Opens, first_deck
from tests.window.hands import Mouse


def spoken(window: MainWindow) -> str:
    return window.pages[1].words.words.accessibleName().replace("\u202f", " ")


def true_words(window: MainWindow) -> str:
    project, ranking = window.document.project, window.document.ranking
    sentences = [plain(word(claim, project)) for claim in claims(project, ranking)]
    return " ".join(sentences).replace("\u202f", " ")


class TestWords:
    def test_they_name_the_leader_and_its_lead(self, home: MainWindow) -> None:
        assert "Xylophone needs the least effort, ahead of Zeppelin by at least 20.0 points." in spoken(home)

    def test_they_follow_a_drag_while_it_lasts(self, home: MainWindow) -> None:
        view = home.pages[1].picture
        mouse = Mouse(view.viewport())
        start = hands.group_border(view, "beta")
        mouse.drag(start, -0.4 * view.layout_.scale, let_go=False)
        assert "Yacht needs the least effort, ahead of Zeppelin" in spoken(home)
        assert spoken(home).startswith(true_words(home))
        mouse.release(*start)

    def test_they_follow_undo(self, home: MainWindow) -> None:
        before = spoken(home)
        home.document.gesture().set_share("delta", 0.9)
        assert spoken(home) != before
        home.document.undo_stack.undo()
        assert spoken(home) == before

    def test_they_follow_what_counts(self, home: MainWindow) -> None:
        home.document.set_perspective("effect")
        assert "promises the strongest effect" in spoken(home)
        home.document.set_perspective("both")
        home.document.gesture().set_share("alpha", 0.5)
        assert "the most effect for the least effort" in spoken(home)

    @pytest.mark.parametrize("name", list(decks.ODD))
    def test_they_are_true_of_odd_decks(self, opens: Opens, name: str) -> None:
        window = opens(decks.ODD[name])
        assert spoken(window).startswith(true_words(window))
        assert window.pages[1].words.words.text()

    def test_ties_are_said(self, opens: Opens) -> None:
        assert "All 5 recommendations are tied." in spoken(opens(decks.ODD["all equal"]))

    def test_markup_in_titles_is_text(self, opens: Opens) -> None:
        window = opens(decks.ODD["markup"])
        assert "<script>" not in window.pages[1].words.words.text()
        assert "<b>Bold</b> & <script>" in spoken(window)


class TestEvidence:
    def open(self, window: MainWindow, alternative: str, criterion: str) -> str:
        view = window.pages[1].picture
        Mouse(view.viewport()).click(*hands.cell(view, alternative, criterion))
        return window.pages[1].evidence.text.toPlainText().replace("\u202f", " ").replace("\xa0", " ")

    def test_it_tells_level_basis_section_rationale_scale_and_what_it_adds(self, home: MainWindow) -> None:
        text = self.open(home, "z", "alpha")
        for part in ("Zeppelin", "Alpha", "middling", "stated in the source", "§ 7", "Why z on alpha."):
            assert part in text
        for number in range(1, 6):
            assert f"level {number} in words" in text
        assert "20.0 points" in text

    def test_what_it_adds_follows_the_weights(self, home: MainWindow) -> None:
        assert "20.0 points" in self.open(home, "z", "alpha")
        home.document.gesture().set_share("alpha", 0.6)
        text = home.pages[1].evidence.text.toPlainText()
        assert "30.0 points" in text
        assert "20.0 points" not in text

    def test_the_button_and_escape_bring_the_weights_back(self, home: MainWindow, qtbot: QtBot) -> None:
        page = home.pages[1]
        for leave in ("button", "escape in the text", "escape in the picture"):
            self.open(home, "z", "alpha")
            assert page.evidence.isVisible()
            if leave == "button":
                close = next(one for one in page.evidence.findChildren(QToolButton) if one.text() == "×")
                qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
            elif leave == "escape in the text":
                page.evidence.text.setFocus()
                qtbot.keyClick(page.evidence.text, Qt.Key.Key_Escape)
            else:
                page.picture.setFocus()
                qtbot.keyClick(page.picture, Qt.Key.Key_Escape)
            assert page.weights.isVisible(), leave
            assert not page.evidence.isVisible(), leave

    def test_weights_are_fresh_when_they_come_back(self, home: MainWindow) -> None:
        self.open(home, "z", "alpha")
        home.document.gesture().set_points("delta", 90)
        home.pages[1].close_evidence()
        assert home.pages[1].weights.rows["delta"].points.value() == 90
        assert home.pages[1].weights.rows["delta"].slider.value() == 900

    def test_it_closes_where_its_criterion_does_not_count(self, home: MainWindow) -> None:
        self.open(home, "z", "alpha")
        home.document.set_perspective("effect")
        assert not home.pages[1].evidence.isVisible()

    def test_it_closes_with_its_deck(self, home: MainWindow) -> None:
        self.open(home, "z", "alpha")
        home.document.open(decks.table(3, 3), None)
        assert home.pages[1].weights.isVisible()

    def test_without_a_rationale_it_says_so(self, opens: Opens) -> None:
        assert "No rationale is given." in self.open(opens(decks.table(3, 3)), "a0", "c0")

    def test_markup_in_a_deck_is_text(self, opens: Opens) -> None:
        text = self.open(opens(decks.ODD["markup"]), "a0", "c0")
        assert "<b>Bold</b> & <script>" in text
        assert "a < b & c" in text

    def test_every_cell_of_the_first_deck_has_evidence_in_both_languages(self, opens: Opens) -> None:
        problem = first_deck()
        for language in ("en", "es"):
            with languages.speaking(language):
                window = opens(problem)
                window.document.set_perspective("both")
                for alternative in problem.alternatives:
                    for criterion in problem.criteria:
                        window.pages[1].show_evidence(alternative.id, criterion.id)
                        text = window.pages[1].evidence.text.toPlainText()
                        assert " ".join(criterion.title.say(language).split()) in " ".join(text.split())


class TestProfile:
    def test_it_is_the_leaders_until_a_row_is_chosen(self, home: MainWindow) -> None:
        card = home.pages[1].profile
        assert "Xylophone" in card.heading.text()
        home.document.gesture().set_share("delta", 0.9)
        assert "Yacht" in card.heading.text()

    def test_it_stays_with_the_row_that_was_chosen(self, home: MainWindow) -> None:
        view = home.pages[1].picture
        Mouse(view.viewport()).click(*hands.title(view, "z"))
        home.document.gesture().set_share("delta", 0.9)
        assert "Zeppelin" in home.pages[1].profile.heading.text()

    def test_another_deck_shows_its_own_leader(self, home: MainWindow) -> None:
        view = home.pages[1].picture
        Mouse(view.viewport()).click(*hands.title(view, "z"))
        home.document.open(decks.table(3, 3), None)
        QApplication.processEvents()
        leader = home.document.problem.alternatives[home.document.ranking.order[0]]
        assert leader.title.say("en") in home.pages[1].profile.heading.text()
