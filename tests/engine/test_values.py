"""Performances as values: scales of both kinds and directions, ranges, distributions, unknowns."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from desktop_app.decision.problem import Alternative, Cell, Criterion, Problem
from desktop_app.decision.project import Project
from desktop_app.decision.scales import Level, NumericScale, Scale, VerbalScale
from desktop_app.decision.texts import NO_TEXT, Text
from desktop_app.engine.distributions import truncated_normal, truncated_triangular
from desktop_app.engine.values import (
    DISTRIBUTION,
    POINT,
    RANGE,
    UNKNOWN_KIND,
    CellValue,
    level_values,
    tabulate,
    value_of_number,
    valuer,
)
from tests.strategies import projects


def criterion(scale: Scale, direction: str = "more_is_better") -> Criterion:
    return Criterion("c", Text.plain("C"), direction, scale)  # type: ignore[arg-type]


def verbal(*values: float | None, numbers: tuple[int, ...] = (1, 2, 3, 4, 5)) -> VerbalScale:
    given = values or (None,) * len(numbers)
    return VerbalScale(
        tuple(Level(number, NO_TEXT, value=value) for number, value in zip(numbers, given, strict=True))
    )


COST = NumericScale(10.0, 30.0)


def test_levels_are_evenly_spaced() -> None:
    assert level_values(verbal(), False) == {1: 0, 2: 0.25, 3: 0.5, 4: 0.75, 5: 1}
    assert level_values(verbal(), True) == {1: 1, 2: 0.75, 3: 0.5, 4: 0.25, 5: 0}


def test_gaps_in_the_numbers_do_not_change_the_spacing() -> None:
    assert level_values(verbal(numbers=(0, 2, 7)), False) == {0: 0, 2: 0.5, 7: 1}


def test_values_that_the_deck_gives_count_as_they_are() -> None:
    scale = verbal(0.0, 0.1, 1.0, numbers=(1, 2, 3))
    assert level_values(scale, False) == {1: 0.0, 2: 0.1, 3: 1.0}
    assert level_values(verbal(1.0, 0.1, 0.0, numbers=(1, 2, 3)), True) == {1: 1.0, 2: 0.1, 3: 0.0}


def test_f2_less_is_better() -> None:
    value = valuer(criterion(COST, "less_is_better"))
    assert [value(Number(number)).counts for number in (10.0, 20.0, 30.0)] == [1, 0.5, 0]


@given(st.floats(10, 30))
def test_numbers_count_linearly_over_the_declared_range(number: float) -> None:
    assert value_of_number(number, COST, False) == pytest.approx((number - 10) / 20)
    assert value_of_number(number, COST, True) == pytest.approx((30 - number) / 20)
    assert 0 <= value_of_number(number, COST, False) <= 1


@pytest.mark.parametrize(
    ("performance", "scale", "direction", "cell"),
    [
        (AtLevel(4), verbal(), "more_is_better", CellValue(0.75, 0.75, 0.75, 0.75, 0.75, POINT)),
        (AtLevel(4), verbal(), "less_is_better", CellValue(0.25, 0.25, 0.25, 0.25, 0.25, POINT)),
        (LevelRange(2, 5), verbal(), "more_is_better", CellValue(0.625, 0.25, 1, 0.25, 1, RANGE)),
        (LevelRange(2, 5), verbal(), "less_is_better", CellValue(0.375, 0, 0.75, 0, 0.75, RANGE)),
        (UNKNOWN, verbal(), "more_is_better", CellValue(0.5, 0, 1, 0, 1, UNKNOWN_KIND)),
        (
            UNKNOWN,
            verbal(0, 0.1, 1, numbers=(1, 2, 3)),
            "more_is_better",
            CellValue(0.5, 0, 1, 0, 1, UNKNOWN_KIND),
        ),
        (Number(15.0), COST, "more_is_better", CellValue(0.25, 0.25, 0.25, 0.25, 0.25, POINT)),
        (NumberRange(15.0, 25.0), COST, "more_is_better", CellValue(0.5, 0.25, 0.75, 0.25, 0.75, RANGE)),
        (NumberRange(10.0, 15.0), COST, "less_is_better", CellValue(0.875, 0.75, 1, 0.75, 1, RANGE)),
        (UNKNOWN, COST, "less_is_better", CellValue(0.5, 0, 1, 0, 1, UNKNOWN_KIND)),
    ],
)
def test_what_a_cell_counts(performance: Performance, scale: Scale, direction: str, cell: CellValue) -> None:
    assert valuer(criterion(scale, direction))(performance) == cell


def test_a_range_over_unevenly_valued_levels_counts_with_the_mean_of_its_ends() -> None:
    cell = valuer(criterion(verbal(0, 0.1, 1, numbers=(1, 2, 3))))(LevelRange(1, 3))
    assert (cell.counts, cell.low, cell.high) == (0.5, 0, 1)


@pytest.mark.parametrize(
    ("performance", "truncated"),
    [
        (Triangular(5.0, 12.0, 25.0), truncated_triangular(5, 12, 25, 10, 30)),
        (Triangular(12.0, 12.0, 35.0), truncated_triangular(12, 12, 35, 10, 30)),
        (Normal(15.0, 4.0), truncated_normal(15, 4, 10, 30)),
        (Normal(28.0, 4.0), truncated_normal(28, 4, 10, 30)),
    ],
)
def test_a_distribution_counts_with_its_mean_its_percentiles_and_its_support(
    performance: Performance, truncated: object
) -> None:
    def value(number: float) -> float:
        return (number - 10) / 20

    low, high = value(truncated.quantile(0.05)), value(truncated.quantile(0.95))  # type: ignore[attr-defined]
    least, most = value(truncated.low), value(truncated.high)  # type: ignore[attr-defined]
    mean = value(truncated.mean)  # type: ignore[attr-defined]
    rising = valuer(criterion(COST))(performance)
    assert rising == CellValue(mean, low, high, least, most, DISTRIBUTION)
    falling = valuer(criterion(COST, "less_is_better"))(performance)
    got = (falling.counts, falling.low, falling.high, falling.least, falling.most, falling.kind)
    assert got == pytest.approx((1 - mean, 1 - high, 1 - low, 1 - most, 1 - least, DISTRIBUTION))


@pytest.mark.parametrize(
    ("performance", "scale", "said"),
    [
        (Number(3.0), verbal(), "verbal scale"),
        (Normal(3.0, 1.0), verbal(), "verbal scale"),
        (AtLevel(15), COST, "numeric scale"),
        (LevelRange(11, 15), COST, "numeric scale"),
    ],
)
def test_a_performance_of_the_other_kind_of_scale(performance: Performance, scale: Scale, said: str) -> None:
    with pytest.raises(TypeError, match=f"{type(performance).__name__}.*{said}"):
        valuer(criterion(scale))(performance)


def small_problem() -> Problem:
    criteria = (
        replace(criterion(verbal()), id="a"),
        replace(criterion(COST, "less_is_better"), id="b"),
        replace(criterion(COST), id="c"),
    )
    cells = (
        (Cell(AtLevel(1)), Cell(Number(10.0)), Cell(Normal(20.0, 5.0))),
        (Cell(LevelRange(1, 2)), Cell(UNKNOWN), Cell(Number(30.0))),
    )
    alternatives = (Alternative("x", Text.plain("X")), Alternative("y", Text.plain("Y")))
    return Problem("p", Text.plain("P"), alternatives, criteria, cells)


def test_a_table_holds_the_chosen_criteria_in_the_chosen_order() -> None:
    problem = small_problem()
    table = tabulate(problem, (problem.criteria[1], problem.criteria[0]))
    assert table.alternatives == ("x", "y")
    assert table.criteria == ("b", "a")
    assert table.counts.tolist() == [[1, 0], [0.5, 0.125]]
    assert table.low.tolist() == [[1, 0], [0, 0]]
    assert table.high.tolist() == [[1, 0], [1, 0.25]]
    assert table.kind.tolist() == [[POINT, POINT], [UNKNOWN_KIND, RANGE]]
    assert table.least is table.low
    assert table.most is table.high


def test_a_table_with_a_distribution_keeps_its_support_apart() -> None:
    problem = small_problem()
    table = tabulate(problem, problem.criteria)
    assert table.kind.tolist() == [[POINT, POINT, DISTRIBUTION], [RANGE, UNKNOWN_KIND, POINT]]
    assert table.least.tolist() == [[0, 1, 0], [0, 0, 1]]
    assert table.most.tolist() == [[0, 1, 1], [0.25, 1, 1]]
    assert table.counts[0, 2] == pytest.approx(0.5)
    assert 0 < table.low[0, 2] < 0.5 < table.high[0, 2] < 1


@given(projects())
def test_every_cell_lies_within_its_bounds(project: Project) -> None:
    table = tabulate(project.problem, project.problem.counted(project.perspective))
    ends = (0, table.least, table.low, table.counts, table.high, table.most, 1)
    for lower, higher in itertools.pairwise(ends):
        assert np.all(np.less_equal(lower, np.asarray(higher) + 1e-12))
    points = table.kind == POINT
    assert np.array_equal(table.low[points], table.high[points])


@given(projects(), st.data())
def test_adding_an_alternative_changes_no_value(project: Project, data: st.DataObject) -> None:
    problem = project.problem
    criteria = problem.counted(project.perspective)
    keep = data.draw(st.integers(0, len(problem.alternatives) - 1))
    alone = replace(problem, alternatives=(problem.alternatives[keep],), cells=(problem.cells[keep],))
    assert np.array_equal(tabulate(alone, criteria).counts[0], tabulate(problem, criteria).counts[keep])
