"""Whatever a person does: shares add up to 1, locked ones stay, undo of all is where it began."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop_app.document.document import Document
from tests.strategies import problems

kinds = st.sampled_from(
    ("points", "share", "group", "move", "lock", "lock", "preset", "equal", "reset", "perspective")
)
steps = st.lists(
    st.tuples(
        kinds,
        st.integers(0, 20),
        st.integers(0, 20),
        st.floats(-0.3, 1.3) | st.sampled_from((0.0, 1.0)),
        st.booleans(),
    ),
    min_size=2,
    max_size=12,
)
IGNORE_LOCKS = ("preset", "equal", "reset", "perspective")


def act(document: Document, kind: str, first: int, second: int, amount: float, on: bool) -> None:
    """One gesture, sometimes of several moves, sometimes given up."""
    problem, counted = document.problem, document.project.counted
    one, other = counted[first % len(counted)], counted[second % len(counted)]
    gesture = document.gesture()
    for part in (amount / 2, amount):
        match kind:
            case "points":
                gesture.set_points(one, 100 * part)
            case "share":
                gesture.set_share(one, part)
            case "group":
                groups = [group.id for group in problem.groups if problem.members(group.id)]
                here = [
                    name for name in groups if any(member.id in counted for member in problem.members(name))
                ]
                if here:
                    gesture.set_group_share(here[first % len(here)], part)
            case "move":
                if one != other:
                    gesture.move_share([one], [other], part)
            case "lock":
                gesture.set_lock(one, on)
    if kind in ("points", "share", "group", "move") and on and second % 3 == 0:
        gesture.cancel()
    match kind:
        case "preset":
            document.apply_preset(problem.presets[first % len(problem.presets)].id)
        case "equal":
            document.make_equal()
        case "reset":
            document.reset()
        case "perspective":
            names = problem.perspectives or (None,)
            document.set_perspective(names[first % len(names)])


@settings(max_examples=120)
@given(problem=problems(most_alternatives=3), sequence=steps)
def test_any_sequence_keeps_what_was_promised(qapp: object, problem, sequence) -> None:
    document = Document(problem)
    first = document.project
    for kind, *particulars in sequence:
        before = document.project
        act(document, kind, *particulars)
        project = document.project
        assert math.fsum(project.shares.values()) == pytest.approx(1, abs=1e-9)
        assert all(share >= 0 for share in project.shares.values())
        assert all(0 <= points <= 100 + 1e-9 for points in project.weights.points.values())
        assert document.ranking.table.criteria == project.counted
        if kind not in IGNORE_LOCKS:
            for name in before.weights.locked & set(before.counted):
                assert project.shares[name] == pytest.approx(before.shares[name], abs=1e-9), (kind, name)
    last = document.project
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.project == first
    while document.undo_stack.canRedo():
        document.undo_stack.redo()
    assert document.project == last


def test_a_long_drag_and_back_does_not_drift(qtbot: QtBot) -> None:
    """Each move of a drag starts from the weights at the press, so rounding cannot add up."""
    from tests.document import decks

    document = Document(decks.small())
    gesture = document.gesture()
    for step in range(1000):
        gesture.move_share(["alpha"], ["delta"], math.sin(step / 50) * 0.08)
    gesture.move_share(["alpha"], ["delta"], 0.05)
    assert document.project.shares["alpha"] == pytest.approx(0.45, abs=1e-12)
    assert document.project.shares["delta"] == pytest.approx(0.05, abs=1e-12)
