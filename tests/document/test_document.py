"""The open document: signals, presets, what counts, and what is refused."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.decision.preferences import Weights
from desktop_app.document.document import Document
from tests.document import decks

START = {"alpha": 0.4, "beta": 0.3, "gamma": 0.2, "delta": 0.1}


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    return Document(decks.small())


class Sentences:
    """What the document has refused."""

    def __init__(self, document: Document) -> None:
        self.heard: list[str] = []
        document.refused.connect(self.heard.append)


def leader(document: Document) -> str:
    return document.ranking.table.alternatives[document.ranking.order[0]]


def test_a_document_opens_with_the_first_preset_ranked(document: Document) -> None:
    assert document.project.shares == pytest.approx(START)
    assert document.ranking.score.tolist() == pytest.approx([70, 30, 50])
    assert not document.undo_stack.canUndo()


def test_a_change_is_ranked_and_announced_once(document: Document, qtbot: QtBot) -> None:
    announced: list[str] = []
    document.ranking_changed.connect(lambda: announced.append("ranking"))
    document.problem_changed.connect(lambda: announced.append("problem"))

    assert document.gesture().set_share("delta", 0.9)

    assert announced == ["ranking"]
    assert document.project.shares["delta"] == pytest.approx(0.9)
    assert leader(document) == "y"


def test_a_preset_is_one_named_step(document: Document) -> None:
    document.apply_preset("second")

    assert document.project.shares["delta"] == pytest.approx(0.7)
    assert document.undo_stack.undoText() == "weights: Ways & means"
    document.undo_stack.undo()
    assert document.project.shares == pytest.approx(START)
    assert document.undo_stack.redoText() == "weights: Ways & means"


def test_the_preset_in_use_leaves_no_step(document: Document) -> None:
    document.apply_preset("first")
    assert document.undo_stack.count() == 0


def test_equal_keeps_locks_and_reset_takes_them_off(document: Document) -> None:
    document.gesture().set_lock("alpha", True)
    document.make_equal()
    assert document.project.shares == pytest.approx(dict.fromkeys(START, 0.25))
    assert document.project.weights.locked == {"alpha"}
    assert document.undo_stack.undoText() == "equal weights"

    document.reset()
    assert document.project.shares == pytest.approx(START)
    assert not document.project.weights.locked
    assert document.undo_stack.undoText() == "reset weights"


def test_reset_stays_with_what_counts(document: Document) -> None:
    document.set_perspective("effect")
    document.gesture().set_share("gain", 0.9)
    document.reset()
    assert document.project.perspective == "effect"
    assert document.project.shares == pytest.approx({"gain": 0.6, "hope": 0.4})


def test_another_set_counts_and_undo_brings_the_first_back(document: Document, qtbot: QtBot) -> None:
    with qtbot.waitSignals([document.problem_changed, document.ranking_changed]):
        document.set_perspective("effect")
    assert set(document.project.shares) == {"gain", "hope"}
    assert document.ranking.table.criteria == ("gain", "hope")
    assert document.undo_stack.undoText() == "what counts"

    with qtbot.waitSignals([document.problem_changed, document.ranking_changed]):
        document.undo_stack.undo()
    assert document.project.perspective == "effort"
    assert document.ranking.table.criteria == ("alpha", "beta", "gamma", "delta")


def test_both_sets_make_one_sum(document: Document) -> None:
    document.set_perspective("both")
    assert sum(document.project.shares.values()) == pytest.approx(1)
    assert document.project.shares["gain"] == pytest.approx(0.3)


def test_a_set_without_weight_is_refused_with_a_sentence(qtbot: QtBot) -> None:
    document = Document(decks.small(gain=0.0, hope=0.0))
    sentences = Sentences(document)

    document.set_perspective("effect")

    assert document.project.perspective == "effort"
    assert len(sentences.heard) == 1
    assert sentences.heard[0].strip()
    assert document.undo_stack.count() == 0


def test_a_set_that_does_not_exist_is_refused(document: Document) -> None:
    sentences = Sentences(document)
    document.set_perspective("nonsense")
    assert document.project.perspective == "effort"
    assert len(sentences.heard) == 1


@pytest.mark.parametrize("act", ["preset", "reset"])
def test_a_preset_that_leaves_nothing_here_is_refused(qtbot: QtBot, act: str) -> None:
    """A preset may give a whole set no weight; it cannot be applied while that set counts."""
    problem = decks.small(gain=0.0, hope=0.0)
    document = Document(problem)
    document.apply_preset("second")
    document.set_perspective("effect")
    assert document.project.perspective == "effect"
    before, sentences = document.project, Sentences(document)

    if act == "preset":
        document.apply_preset("first")
    else:
        document.reset()

    assert document.project == before
    assert len(sentences.heard) == 1


def test_opening_another_problem_begins_the_steps_anew(document: Document, qtbot: QtBot) -> None:
    document.gesture().set_share("alpha", 0.9)
    other = decks.table(7, 3)
    with qtbot.waitSignals([document.problem_changed, document.ranking_changed]):
        document.open(other, None)
    assert document.problem is other
    assert not document.undo_stack.canUndo()
    assert not document.undo_stack.canRedo()
    assert len(document.ranking.rank) == 7


def test_weights_of_an_earlier_run_are_no_step_of_this_one(document: Document, qtbot: QtBot) -> None:
    weights = Weights(dict(document.problem.presets[1].points), frozenset({"beta"}))
    with qtbot.waitSignals([document.problem_changed, document.ranking_changed]):
        assert document.recall(weights, "both")
    assert document.project.perspective == "both"
    assert document.project.weights.locked == {"beta"}
    assert not document.undo_stack.canUndo()
    assert not document.recall(weights, "both")
    assert not document.recall(weights, "nonsense")


def test_a_gesture_of_the_problem_before_changes_nothing(document: Document) -> None:
    """A deck is dropped in the middle of a drag: what the drag still says belongs to the old deck."""
    gesture = document.gesture()
    gesture.set_share("alpha", 0.5)
    other = decks.table(3, 3)
    document.open(other, None)

    gesture.set_share("alpha", 0.6)
    gesture.cancel()

    assert document.problem is other
    assert not document.undo_stack.canUndo()
