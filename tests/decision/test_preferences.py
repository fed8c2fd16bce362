"""Weights: shares, what a changed share does to the others, locks, and equal points."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.decision.faults import Fault
from desktop_app.decision.preferences import Weights, equal_group_points, equal_points
from desktop_app.decision.problem import Alternative, Cell, Criterion, Group, Problem
from desktop_app.decision.scales import Level, VerbalScale
from desktop_app.decision.texts import Text
from tests.strategies import weighing

THREE = ("a", "b", "c")
SCALE = VerbalScale((Level(1, Text.plain("low")), Level(2, Text.plain("high"))))


def weights(*points: float, locked: str = "") -> Weights:
    return Weights(dict(zip("abcdefgh", points, strict=False)), frozenset(locked))


def fault_of(call: object, *arguments: object) -> str:
    with pytest.raises(Fault) as caught:
        call(*arguments)  # type: ignore[operator]
    return caught.value.kind


def shared(some: Weights, counted: tuple[str, ...] = THREE) -> list[float]:
    shares = some.shares(counted)
    return [shares[criterion] for criterion in counted]


def problem_of(groups: list[Group], criteria: list[tuple[str, str | None]]) -> Problem:
    """A problem with one alternative and these criteria in these groups."""
    made = tuple(
        Criterion(name, Text.plain(name), "more_is_better", SCALE, group) for name, group in criteria
    )
    return Problem(
        "p",
        Text.plain("P"),
        (Alternative("x", Text.plain("X")),),
        made,
        ((Cell(),) * len(made),),
        tuple(groups),
    )


@st.composite
def weighted(draw: st.DrawFn) -> tuple[Weights, tuple[str, ...], str]:
    """Weights of two to six criteria of which at least two are free, all of them, and a free one."""
    count = draw(st.integers(2, 6))
    names = tuple("abcdef"[:count])
    points = {name: draw(st.just(0.0) | weighing()) for name in names}
    assume(any(points.values()))
    locked = draw(st.frozensets(st.sampled_from(names), max_size=count - 2))
    free = draw(st.sampled_from([name for name in names if name not in locked]))
    return Weights(points, locked), names, free


# Shares


@given(weighted())
def test_shares_sum_to_one_in_proportion_to_the_points(case: tuple[Weights, tuple[str, ...], str]) -> None:
    some, names, _ = case
    shares = some.shares(names)
    assert math.fsum(shares.values()) == pytest.approx(1, abs=1e-12)
    total = sum(some.points.values())
    assert shares == pytest.approx({name: some.points[name] / total for name in names}, abs=1e-12)


def test_only_criteria_that_count_have_a_share() -> None:
    assert weights(30, 10, 60).shares(("a", "b")) == {"a": 0.75, "b": 0.25}


def test_all_weights_zero_are_refused() -> None:
    assert fault_of(weights(0, 0, 5).shares, ("a", "b")) == "all_weights_zero"


def test_f4_a_single_positive_weight_is_enough() -> None:
    assert shared(weights(0, 1), ("a", "b")) == [0, 1]


def test_f5_ten_weights_of_a_tenth_are_accepted_without_a_word() -> None:
    names = tuple("abcdefghij")
    assert set(Weights(dict.fromkeys(names, 0.1)).shares(names).values()) == {0.1}


def test_f5_points_that_do_not_sum_to_a_hundred_are_normalised() -> None:
    assert sum(shared(weights(50.2, 30.1, 20.1))) == pytest.approx(1, abs=1e-15)


# A typed share


def test_f6_a_typed_share_is_what_was_typed_the_others_give_way_in_proportion() -> None:
    assert shared(weights(50, 30, 20).with_share("a", 0.6, THREE)) == pytest.approx([0.6, 0.24, 0.16])


def test_f6_a_locked_criterion_keeps_its_share() -> None:
    moved = weights(50, 30, 20, locked="b").with_share("a", 0.6, THREE)
    assert shared(moved) == pytest.approx([0.6, 0.3, 0.1])
    assert moved.locked == {"b"}


@given(weighted(), st.floats(0, 1))
def test_a_typed_share_is_what_one_gets(case: tuple[Weights, tuple[str, ...], str], share: float) -> None:
    some, names, free = case
    before, room = some.shares(names), some.room(free, names)
    moved = some.with_share(free, share, names)
    after = moved.shares(names)
    assert math.fsum(after.values()) == pytest.approx(1, abs=1e-12)
    assert after[free] == pytest.approx(min(share, room), abs=1e-9)
    for name in some.locked:
        assert after[name] == pytest.approx(before[name], abs=1e-9)
    giving = [name for name in names if name != free and name not in some.locked]
    had = math.fsum(before[name] for name in giving)
    have = math.fsum(after[name] for name in giving)
    for name in giving:
        part = before[name] / had if had else 1 / len(giving)
        assert after[name] == pytest.approx(part * have, abs=1e-9)
    assert max(moved.points.values()) <= 100
    assert min(moved.points.values()) >= 0


def test_shares_out_of_reach_are_clamped() -> None:
    some = weights(50, 30, 20, locked="b")
    assert shared(some.with_share("a", 2.0, THREE)) == pytest.approx([0.7, 0.3, 0])
    assert shared(some.with_share("a", -1.0, THREE)) == pytest.approx([0, 0.3, 0.7])
    assert some.room("a", THREE) == pytest.approx(0.7)
    assert some.room("b", THREE) == 1


def test_room_counts_only_what_is_locked_and_counts() -> None:
    assert weights(50, 30, 20, locked="bc").room("a", ("a", "b")) == pytest.approx(50 / 80)
    assert weights(0, 0.1, 0.2, locked="bc").room("a", THREE) == 0


def test_others_that_have_nothing_rise_equally() -> None:
    assert shared(weights(100, 0, 0).with_share("a", 0.4, THREE)) == pytest.approx([0.4, 0.3, 0.3])


def test_a_locked_share_cannot_be_typed() -> None:
    assert fault_of(weights(50, 30, 20, locked="a").with_share, "a", 0.6, THREE) == "share_locked"


def test_a_share_cannot_change_where_nothing_gives_way() -> None:
    some = weights(50, 30, 20, locked="bc")
    assert fault_of(some.with_share, "a", 0.6, THREE) == "nothing_gives_way"


def test_the_only_criterion_keeps_the_whole() -> None:
    some = weights(50, 30)
    assert some.with_share("a", 0.2, ("a",)) == some


def test_criteria_that_do_not_count_keep_their_points_unless_all_are_scaled_down() -> None:
    assert weights(40, 40, 30).with_share("a", 0.9, ("a", "b")).points == pytest.approx(
        {"a": 72, "b": 8, "c": 30}
    )
    # a would take 180 points: all are scaled so that it takes 100, also c that does not count.
    assert weights(100, 100, 90).with_share("a", 0.9, ("a", "b")).points == pytest.approx(
        {"a": 100, "b": 100 / 9, "c": 50}
    )


# Points and locks


def test_points_change_alone_and_are_clamped() -> None:
    some = weights(50, 30, 20)
    assert some.with_points("a", 70, THREE).points == {"a": 70, "b": 30, "c": 20}
    assert some.with_points("a", 170, THREE).points["a"] == 100
    assert some.with_points("a", -5, THREE).points["a"] == 0
    assert some.points["a"] == 50


def test_the_last_point_cannot_be_taken() -> None:
    assert fault_of(weights(50, 0, 20).with_points, "a", 0, ("a", "b")) == "all_weights_zero"
    assert weights(50, 0, 20).with_points("a", 0, THREE).points["a"] == 0


def test_locks_are_set_and_freed() -> None:
    some = weights(50, 30, 20)
    locked = some.with_lock("a", True).with_lock("b", True).with_lock("a", False)
    assert locked.locked == {"b"}
    assert locked.points == some.points
    assert some.with_lock("a", False) == some


def test_whether_a_share_can_move() -> None:
    some = weights(50, 30, 20, locked="b")
    assert some.can_move("a", THREE)
    assert not some.can_move("b", THREE)
    assert not weights(50, 30, 20, locked="bc").can_move("a", THREE)
    assert not some.can_move("a", ("a", "b"))
    assert weights(50, 30).can_move("a", ("a", "b"))
    assert not weights(50, 30).can_move("a", ("a",))


# Groups


def test_a_group_scales_its_members_in_proportion() -> None:
    moved = weights(30, 10, 60).with_group_share(("a", "b"), 0.8, THREE)
    assert shared(moved) == pytest.approx([0.6, 0.2, 0.2])


def test_a_group_without_points_shares_out_equally() -> None:
    moved = weights(0, 0, 60).with_group_share(("a", "b"), 0.8, THREE)
    assert shared(moved) == pytest.approx([0.4, 0.4, 0.2])


def test_locked_members_count_in_the_group_share_and_stay() -> None:
    names = ("a", "b", "c", "d")
    some = weights(30, 10, 40, 20, locked="bd")
    assert shared(some.with_group_share(("a", "b"), 0.5, names), names) == pytest.approx([0.4, 0.1, 0.3, 0.2])
    assert shared(some.with_group_share(("a", "b"), 0.05, names), names) == pytest.approx([0, 0.1, 0.7, 0.2])
    assert shared(some.with_group_share(("a", "b"), 1.0, names), names) == pytest.approx([0.7, 0.1, 0, 0.2])


def test_a_group_that_is_all_there_is_stays() -> None:
    some = weights(30, 10, 60)
    assert some.with_group_share(THREE, 0.5, THREE) == some


def test_a_group_whose_members_are_all_locked_cannot_move() -> None:
    some = weights(30, 10, 60, locked="ab")
    assert fault_of(some.with_group_share, ("a", "b"), 0.5, THREE) == "share_locked"
    assert fault_of(weights(30, 10, 60, locked="c").with_group_share, ("a", "b"), 0.5, THREE) == (
        "nothing_gives_way"
    )


def test_a_generator_of_members_is_taken_too() -> None:
    moved = weights(30, 10, 60).with_group_share(iter(("a", "b")), 0.8, THREE)
    assert shared(moved) == pytest.approx([0.6, 0.2, 0.2])


# A border between neighbours


def test_share_moves_from_one_to_the_other_and_the_rest_stays() -> None:
    assert shared(weights(50, 30, 20).with_moved(["a"], ["b"], 0.1, THREE)) == pytest.approx([0.6, 0.2, 0.2])
    assert shared(weights(50, 30, 20).with_moved(["a"], ["b"], -0.1, THREE)) == pytest.approx([0.4, 0.4, 0.2])


def test_no_side_gives_more_than_it_has() -> None:
    assert shared(weights(50, 30, 20).with_moved(["a"], ["b"], 0.9, THREE)) == pytest.approx([0.8, 0, 0.2])
    assert shared(weights(50, 30, 20).with_moved(["a"], ["b"], -0.9, THREE)) == pytest.approx([0, 0.8, 0.2])


def test_sides_move_in_proportion_without_their_locked_members() -> None:
    names = ("a", "b", "c", "d")
    some = weights(20, 10, 40, 30, locked="b")
    assert shared(some.with_moved(["a", "b"], ["c", "d"], 0.35, names), names) == pytest.approx(
        [0.55, 0.1, 0.2, 0.15]
    )


def test_a_side_that_is_locked_as_a_whole_cannot_move() -> None:
    some = weights(50, 30, 20, locked="a")
    assert fault_of(some.with_moved, ["a"], ["b"], 0.1, THREE) == "share_locked"
    assert fault_of(some.with_moved, ["b"], ["a"], 0.1, THREE) == "share_locked"


@given(weighted(), st.floats(-1, 1))
def test_moving_keeps_the_sum_and_everyone_else(
    case: tuple[Weights, tuple[str, ...], str], amount: float
) -> None:
    some, names, free = case
    other = next(name for name in names if name != free and name not in some.locked)
    before = some.shares(names)
    after = some.with_moved([free], [other], amount, names).shares(names)
    assert after[free] + after[other] == pytest.approx(before[free] + before[other], abs=1e-9)
    moved = min(max(amount, -before[free]), before[other])
    assert after[free] == pytest.approx(before[free] + moved, abs=1e-9)
    for name in set(names) - {free, other}:
        assert after[name] == pytest.approx(before[name], abs=1e-9)


# Equal points


def test_equal_points_are_a_hundred_each() -> None:
    assert equal_points(problem_of([], [("a", None), ("b", None)])) == {"a": 100, "b": 100}


def test_groups_side_by_side_are_equal_down_the_tree() -> None:
    groups = [
        Group("money", Text.plain("Money")),
        Group("people", Text.plain("People")),
        Group("inner", Text.plain("Inner"), inside="people"),
        Group("nobody", Text.plain("Nobody's")),
    ]
    criteria = [("a", "money"), ("b", "people"), ("c", "inner"), ("d", "inner"), ("e", None)]
    # A third each for money, people and the criterion outside; people shares with its inner group.
    assert equal_group_points(problem_of(groups, criteria)) == pytest.approx(
        {"a": 100, "b": 50, "c": 25, "d": 25, "e": 100}
    )


def test_without_groups_equal_groups_are_equal_criteria() -> None:
    assert equal_group_points(problem_of([], [("a", None), ("b", None)])) == {"a": 100, "b": 100}
