"""What people choose for a ranking, and what is refused of it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.decision.faults import Fault
from desktop_app.decision.problem import Problem
from desktop_app.files.deck import load
from desktop_app.files.options import check_points, choose, read_points
from tests import bridges


@pytest.fixture
def problem(tmp_path) -> Problem:
    return load(bridges.write(tmp_path))


def kind_of(call, *arguments, **more) -> str:
    with pytest.raises(Fault) as caught:
        call(*arguments, **more)
    return caught.value.kind


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("cost=40", {"cost": 40}),
        ("cost=40,time=2.5", {"cost": 40, "time": 2.5}),
        (" cost = 40 , time=.5", {"cost": 40, "time": 0.5}),
        ("cost=1e1", {"cost": 10}),
        ("cost=+4", {"cost": 4}),
    ],
)
def test_reads_points(text: str, points: dict[str, float]) -> None:
    assert read_points(text) == points


@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True), st.floats(0, 100), min_size=1))
def test_reads_back_any_points(points: dict[str, float]) -> None:
    assert read_points(",".join(f"{criterion}={value!r}" for criterion, value in points.items())) == points


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("cost=37,5", "cost=37.5"),
        ("time=1,cost=37,5", "cost=37.5"),
        ("cost=0,25,time=1", "cost=0.25"),
        ("cost=3,5;time=1", "cost=3.5"),
    ],
)
def test_knows_a_decimal_comma(text: str, better: str) -> None:
    with pytest.raises(Fault) as caught:
        read_points(text)
    assert caught.value.kind == "weight_decimal_comma"
    assert caught.value.particulars["better"] == better


@pytest.mark.parametrize(
    "text",
    [
        "",
        ",",
        "cost",
        "cost=",
        "=4",
        "cost=4,",
        "cost=4%",
        "cost=nan",
        "cost=inf",
        "cost=0x10",
        "cost=1_0",
        "cost=٤",
        "cost==4",
    ],
)
def test_refuses_what_is_no_weight(text: str) -> None:
    assert kind_of(read_points, text) == "weight_unreadable"


def test_refuses_a_criterion_twice() -> None:
    assert kind_of(read_points, "cost=4,cost=4") == "weight_twice"


@pytest.mark.parametrize(
    ("points", "kind"),
    [
        ({"roof": 4}, "no_such_criterion"),
        ({"use": 4}, "weight_not_counted"),
        ({"cost": -0.1}, "outside"),
        ({"cost": 100.1}, "outside"),
        ({"cost": math.inf}, "outside"),
        ({"cost": math.nan}, "weight_unreadable"),
    ],
)
def test_refuses_points_that_cannot_be(problem: Problem, points: dict[str, float], kind: str) -> None:
    assert kind_of(check_points, points, problem, "effort") == kind
    assert kind_of(choose, problem, points=points) == kind


def test_all_zero_is_refused_and_one_zero_is_not(problem: Problem) -> None:
    assert kind_of(choose, problem, points={"cost": 0, "time": 0}) == "all_weights_zero"
    assert choose(problem, points={"cost": 0}).shares == {"cost": 0, "time": 1}


def test_the_others_keep_the_points_of_the_preset(problem: Problem) -> None:
    project = choose(problem, preset="thrift", points={"time": 75})
    assert project.weights.points == {"cost": 75, "time": 75, "use": 100}


def test_what_counts_is_what_the_set_says(problem: Problem) -> None:
    assert choose(problem).counted == ("cost", "time")
    assert choose(problem, perspective="effect").counted == ("use",)
    assert choose(problem, perspective="both", points={"use": 50}).counted == ("cost", "time", "use")


def test_a_set_must_be_there(problem: Problem, tmp_path) -> None:
    with pytest.raises(Fault) as caught:
        choose(problem, perspective="cheap")
    assert caught.value.particulars["allowed"] == ("effort", "effect", "both")
    without = load(bridges.write(tmp_path, bridges.WITHOUT_SETS, "without.yaml"))
    assert kind_of(choose, without, perspective="both") == "no_such_set"


def test_a_preset_must_be_there(problem: Problem) -> None:
    assert kind_of(choose, problem, preset="generous") == "no_such_preset"
