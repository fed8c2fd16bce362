"""One gesture, one step: drags merge, a drag that is given up leaves no trace, refusals say why."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.document.document import Document
from desktop_app.files import languages
from tests.document import decks

THIN = "\u202f"


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    return Document(decks.small())


def spoken(document: Document) -> str:
    return document.undo_stack.undoText().replace(THIN, " ")


def test_a_whole_drag_is_one_step(document: Document) -> None:
    first = document.project
    gesture = document.gesture()
    for share in (0.41, 0.45, 0.7, 0.5):
        assert gesture.set_share("alpha", share)
    last = document.project

    assert document.undo_stack.count() == 1
    assert spoken(document) == "Alpha 40 % → 50 %"
    document.undo_stack.undo()
    assert document.project == first
    document.undo_stack.redo()
    assert document.project == last


def test_two_gestures_are_two_steps(document: Document) -> None:
    document.gesture().set_share("alpha", 0.5)
    document.gesture().set_share("alpha", 0.6)
    assert document.undo_stack.count() == 2
    assert spoken(document) == "Alpha 50 % → 60 %"


def test_each_call_starts_from_where_the_gesture_began(document: Document) -> None:
    gesture = document.gesture()
    gesture.move_share(["alpha"], ["beta"], 0.3)
    assert document.project.shares["beta"] == pytest.approx(0)
    gesture.move_share(["alpha"], ["beta"], 0.1)
    assert document.project.shares == pytest.approx({"alpha": 0.5, "beta": 0.2, "gamma": 0.2, "delta": 0.1})


@pytest.mark.parametrize("how", ["share", "points", "group", "move"])
def test_a_drag_that_comes_back_leaves_no_step(document: Document, how: str) -> None:
    gesture = document.gesture()

    def drag(amount: float) -> None:
        if how == "share":
            gesture.set_share("alpha", 0.4 + amount)
        elif how == "points":
            gesture.set_points("alpha", 40 + 100 * amount)
        elif how == "group":
            gesture.set_group_share("means", 0.7 + amount)
        else:
            gesture.move_share(["alpha"], ["delta"], amount)

    first = document.project
    drag(0.05)
    assert document.project != first
    drag(0.0)

    assert document.project.shares == pytest.approx(first.shares)
    assert document.undo_stack.count() == 0


def test_a_drag_given_up_leaves_the_steps_before_it(document: Document) -> None:
    document.gesture().set_share("beta", 0.5)
    before = document.project
    gesture = document.gesture()
    gesture.set_share("alpha", 0.9)
    gesture.set_share("alpha", 0.8)

    gesture.cancel()

    assert document.project == before
    assert document.undo_stack.count() == 1
    assert not document.undo_stack.canRedo()
    assert spoken(document) == "Beta 30 % → 50 %"


def test_giving_up_a_gesture_that_did_nothing_takes_nothing_back(document: Document) -> None:
    document.gesture().set_share("beta", 0.5)
    before = document.project
    document.gesture().cancel()
    assert document.project == before
    assert document.undo_stack.count() == 1


def test_after_giving_up_a_gesture_may_go_on(document: Document) -> None:
    gesture = document.gesture()
    gesture.set_share("alpha", 0.9)
    gesture.cancel()
    gesture.set_share("alpha", 0.5)
    assert document.project.shares["alpha"] == pytest.approx(0.5)
    assert document.undo_stack.count() == 1


def test_undo_in_the_middle_of_a_drag_loses_no_step_before_it(document: Document) -> None:
    document.gesture().set_share("beta", 0.5)
    gesture = document.gesture()
    gesture.set_share("alpha", 0.5)
    document.undo_stack.undo()
    gesture.set_share("alpha", 0.6)
    document.undo_stack.undo()
    assert document.project.shares["beta"] == pytest.approx(0.5)
    document.undo_stack.undo()
    assert document.project.shares["beta"] == pytest.approx(0.3)


class TestRefusals:
    @pytest.fixture
    def heard(self, document: Document) -> list[str]:
        sentences: list[str] = []
        document.refused.connect(sentences.append)
        return sentences

    def lock(self, document: Document, *criteria: str) -> None:
        for criterion in criteria:
            document.gesture().set_lock(criterion, True)

    def test_the_last_weight_cannot_go(self, qtbot: QtBot) -> None:
        document = Document(decks.small(beta=0.0, gamma=0.0, delta=0.0))
        sentences: list[str] = []
        announced: list[bool] = []
        document.refused.connect(sentences.append)
        document.ranking_changed.connect(lambda: announced.append(True))

        assert not document.gesture().set_points("alpha", 0.0)

        assert document.project.shares["alpha"] == 1
        assert len(sentences) == 1
        assert announced, "widgets must hear that they have to spring back"
        assert document.undo_stack.count() == 0

    def test_a_locked_share_stays(self, document: Document, heard: list[str]) -> None:
        self.lock(document, "alpha")
        before = document.project
        assert not document.gesture().set_share("alpha", 0.5)
        assert not document.gesture().move_share(["alpha"], ["beta"], 0.1)
        assert not document.gesture().move_share(["beta"], ["alpha"], 0.1)
        assert document.project == before
        assert len(heard) == 3

    def test_the_last_free_one_has_nobody_to_take_from(self, document: Document, heard: list[str]) -> None:
        self.lock(document, "alpha", "beta", "gamma")
        before = document.project
        assert not document.gesture().set_share("delta", 0.5)
        assert document.project == before
        assert len(heard) == 1

    def test_what_the_locked_ones_leave_is_the_most(self, document: Document, heard: list[str]) -> None:
        self.lock(document, "alpha", "beta")
        assert document.gesture().set_share("gamma", 0.9)
        assert document.project.shares == pytest.approx({"alpha": 0.4, "beta": 0.3, "gamma": 0.3, "delta": 0})
        assert not heard

    def test_points_leave_a_locked_share_alone(self, document: Document) -> None:
        self.lock(document, "alpha")
        document.gesture().set_points("beta", 90)
        assert document.project.shares["alpha"] == pytest.approx(0.4)

    def test_refusals_speak_the_language_in_use(self, document: Document, heard: list[str]) -> None:
        self.lock(document, "alpha")
        document.gesture().set_share("alpha", 0.5)
        with languages.speaking("es"):
            document.gesture().set_share("alpha", 0.5)
        assert len(heard) == 2
        assert all(heard)


class TestNames:
    def test_points_are_named_by_the_share_they_make(self, document: Document) -> None:
        document.gesture().set_points("delta", 100)
        assert spoken(document) == "Delta 10 % → 53 %"

    def test_a_group_is_named_by_its_title(self, document: Document) -> None:
        document.gesture().set_group_share("means", 0.2)
        assert spoken(document) == "Means 70 % → 20 %"

    def test_a_border_is_named_by_the_side_that_gains(self, document: Document) -> None:
        document.gesture().move_share(["alpha"], ["beta"], 0.1)
        assert spoken(document) == "Alpha 40 % → 50 %"
        document.gesture().move_share(["alpha"], ["beta"], -0.2)
        assert spoken(document) == "Beta 20 % → 40 %"

    def test_a_small_step_shows_one_decimal(self, document: Document) -> None:
        document.gesture().set_share("alpha", 0.4012)
        assert spoken(document) == "Alpha: 40.1 %"

    def test_locks(self, document: Document) -> None:
        document.gesture().set_lock("alpha", True)
        assert spoken(document) == "lock Alpha"
        document.gesture().set_lock("alpha", False)
        assert spoken(document) == "unlock Alpha"
