"""Projects: how one starts, and what each edit gives."""

from dataclasses import replace

import pytest
from hypothesis import given

from desktop_app.decision.faults import Fault
from desktop_app.decision.preferences import Weights
from desktop_app.decision.problem import Preset, Problem
from desktop_app.decision.project import Project, start
from desktop_app.decision.texts import Text
from tests.decision.test_problem import BOTH, NO_SETS
from tests.strategies import projects

PRESETS = (
    Preset("work", Text.plain("Work"), {"a": 60.0, "b": 20.0, "c": 50.0}),
    Preset("flat", Text.plain("Flat"), {"a": 50.0, "b": 50.0, "c": 50.0}),
    Preset("gain", Text.plain("Gain"), {"a": 0.0, "b": 0.0, "c": 50.0}),
)


def problem_with(*presets: Preset) -> Problem:
    return replace(BOTH, presets=presets)


PROJECT = start(problem_with(*PRESETS))


def test_the_first_preset_and_the_first_perspective_are_the_default() -> None:
    assert PROJECT.weights == Weights({"a": 60.0, "b": 20.0, "c": 50.0})
    assert PROJECT.perspective == "effort"
    assert PROJECT.counted == ("a", "b")
    assert PROJECT.shares == {"a": 0.75, "b": 0.25}


def test_without_presets_all_weigh_the_same() -> None:
    assert start(problem_with()).weights.points == {"a": 100, "b": 100, "c": 100}
    assert start(problem_with()).preset is None


def test_a_named_preset_and_perspective() -> None:
    project = start(problem_with(*PRESETS), "flat", "both")
    assert project.weights.points == {"a": 50, "b": 50, "c": 50}
    assert project.counted == ("a", "b", "c")
    assert start(NO_SETS).perspective is None


@pytest.mark.parametrize(
    ("preset", "perspective", "kind", "particulars"),
    [
        ("grow", None, "no_such_preset", {"found": "grow", "allowed": ("work", "flat", "gain")}),
        (None, "costs", "no_such_set", {"found": "costs", "allowed": ("effort", "effect", "both")}),
        ("gain", "effort", "all_weights_zero", {}),
    ],
)
def test_a_start_that_is_refused(
    preset: str | None, perspective: str | None, kind: str, particulars: dict[str, object]
) -> None:
    with pytest.raises(Fault) as caught:
        start(problem_with(*PRESETS), preset, perspective)
    assert (caught.value.kind, caught.value.particulars) == (kind, particulars)


def test_a_project_keeps_its_own_copy_of_the_points() -> None:
    points = {"a": 60.0, "b": 20.0, "c": 50.0}
    project = start(problem_with(Preset("own", Text.plain("Own"), points)))
    points["a"] = 0.0
    assert project.weights.points["a"] == 60


def test_a_group_has_the_sum_of_its_members_that_count() -> None:
    assert PROJECT.group_share("inner") == 0.75
    assert PROJECT.group_share("outer") == 1
    assert PROJECT.group_share("other") == 0


def test_edits_give_new_projects() -> None:
    both = PROJECT.with_perspective("both")
    assert (both.perspective, PROJECT.perspective) == ("both", "effort")
    assert both.weights is PROJECT.weights
    other = PROJECT.with_weights(Weights({"a": 1.0, "b": 1.0, "c": 1.0}))
    assert other.shares == {"a": 0.5, "b": 0.5}
    assert other.problem is PROJECT.problem


def test_a_perspective_that_cannot_be_taken() -> None:
    with pytest.raises(Fault, match="no_such_set"):
        PROJECT.with_perspective("costs")
    gain = start(problem_with(*PRESETS), "gain", "effect")
    with pytest.raises(Fault, match="all_weights_zero"):
        gain.with_perspective("effort")


def test_a_preset_brings_its_points_and_leaves_the_locks() -> None:
    locked = PROJECT.with_weights(PROJECT.weights.with_lock("a", True))
    flat = locked.with_preset(PRESETS[1])
    assert flat.weights == Weights({"a": 50.0, "b": 50.0, "c": 50.0}, frozenset("a"))


def test_the_preset_whose_shares_are_the_present_ones() -> None:
    assert PROJECT.preset is PRESETS[0]
    assert PROJECT.with_preset(PRESETS[1]).preset is PRESETS[1]
    scaled = PROJECT.with_weights(Weights({"a": 30.0, "b": 10.0, "c": 0.0}))
    assert scaled.preset is PRESETS[0]
    assert scaled.with_weights(Weights({"a": 30.0, "b": 10.001, "c": 0.0})).preset is None
    almost = scaled.with_weights(Weights({"a": 30.0, "b": 10.0 + 1e-10, "c": 0.0}))
    assert almost.preset is PRESETS[0]


def test_a_preset_that_weighs_nothing_here_is_passed_over() -> None:
    gain_first = start(problem_with(PRESETS[2], PRESETS[0]), "work", "effort")
    assert gain_first.preset is PRESETS[0]


@given(projects())
def test_shares_of_any_project_sum_to_one(project: Project) -> None:
    assert sum(project.shares.values()) == pytest.approx(1, abs=1e-12)
    assert tuple(project.shares) == project.counted
    outermost = [group.id for group in project.problem.groups if group.inside is None]
    if outermost:
        assert sum(project.group_share(group) for group in outermost) == pytest.approx(1, abs=1e-12)
