"""Tipping points: against brute force that moves a value and ranks again."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.engine.ranking import Ranking, rank_table
from desktop_app.engine.sensitivity import tipping, tipping_points
from desktop_app.engine.values import ValueTable
from tests.strategies import tables_with_points

DOWN, UP = 0, 1


def ranking_of(values: np.ndarray, points: np.ndarray) -> Ranking:
    names = tuple(f"a{at}" for at in range(len(values)))
    criteria = tuple(f"c{at}" for at in range(values.shape[1]))
    kind = np.zeros(values.shape, dtype=np.int8)
    return rank_table(ValueTable(names, criteria, values, values, values, values, values, kind), points)


def moved(ranking: Ranking, row: int, column: int, move: float) -> np.ndarray:
    """The ranks after one value has moved."""
    values = ranking.table.counts.copy()
    values[row, column] = min(max(values[row, column] + move, 0.0), 1.0)
    return ranking_of(values, ranking.shares).rank


def rank_differs(ranking: Ranking, row: int, column: int, move: float) -> bool:
    return bool(moved(ranking, row, column, move)[row] != ranking.rank[row])


def leader_differs(ranking: Ranking, row: int, column: int, move: float) -> bool:
    """Whether one of those who lead no longer does."""
    after = moved(ranking, row, column, move)
    return bool((after[ranking.rank == 1] != 1).any())


def room(ranking: Ranking, row: int, column: int, side: int) -> float:
    value = float(ranking.table.counts[row, column])
    return value if side == DOWN else 1 - value


def by_bisection(differs: object, ranking: Ranking, row: int, column: int, side: int) -> float:
    """The infimum of the moves to one side after which something differs; NaN where nothing does."""
    sign, furthest = (-1 if side == DOWN else 1), room(ranking, row, column, side)
    if not furthest or not differs(ranking, row, column, sign * furthest):  # type: ignore[operator]
        return math.nan
    low, high = 0.0, furthest
    for _ in range(60):
        middle = (low + high) / 2
        if differs(ranking, row, column, sign * middle):  # type: ignore[operator]
            high = middle
        else:
            low = middle
    return high


@given(tables_with_points(most_alternatives=5, most_criteria=4), st.data())
def test_tipping_points_are_those_found_by_bisection(
    case: tuple[np.ndarray, np.ndarray], data: st.DataObject
) -> None:
    ranking = ranking_of(*case)
    points = tipping_points(ranking)
    row = data.draw(st.integers(0, len(ranking.rank) - 1))
    for column, share in enumerate(ranking.shares):
        # Scores that differ by less than they are rounded to may tip either way.
        slack = 1e-9 + (2e-9 / (100 * share) if share else 0)
        for found, differs in ((points.rank, rank_differs), (points.leader, leader_differs)):
            for side in (DOWN, UP):
                expected = by_bisection(differs, ranking, row, column, side)
                assert found[row, column, side] == pytest.approx(expected, abs=slack, nan_ok=True)


@given(tables_with_points(most_alternatives=6, most_criteria=4), st.data())
def test_on_a_fine_grid_nothing_differs_before_the_tipping_point_and_everything_after(
    case: tuple[np.ndarray, np.ndarray], data: st.DataObject
) -> None:
    ranking = ranking_of(*case)
    points = tipping_points(ranking)
    row = data.draw(st.integers(0, len(ranking.rank) - 1))
    column = data.draw(st.integers(0, len(ranking.shares) - 1))
    share = ranking.shares[column]
    slack = 1e-9 + (2e-9 / (100 * share) if share else 0)
    for found, differs in ((points.rank, rank_differs), (points.leader, leader_differs)):
        for side, sign in ((DOWN, -1), (UP, 1)):
            at = found[row, column, side]
            for move in np.linspace(0, room(ranking, row, column, side), 41):
                if math.isnan(at) or move < at - slack:
                    assert not differs(ranking, row, column, sign * move)
                elif move > at + slack:
                    assert differs(ranking, row, column, sign * move)


@given(tables_with_points())
def test_one_cell_alone_has_the_tipping_points_that_it_has_among_all(
    case: tuple[np.ndarray, np.ndarray],
) -> None:
    ranking = ranking_of(*case)
    points = tipping_points(ranking)
    for row in range(len(ranking.rank)):
        for column in range(len(ranking.shares)):
            one = tipping(ranking, row, column)
            for mine, all_of_them in ((one.rank, points.rank), (one.leader, points.leader)):
                expected = [None if math.isnan(x) else x for x in all_of_them[row, column].tolist()]
                assert list(mine) == expected


# By hand


def test_falling_must_go_beyond_the_next_and_rising_only_reach_it() -> None:
    # Scores 75, 50, 25: the middle one may fall by half a value until it is level with the last.
    values = np.array([[1.0, 0.5], [0.5, 0.5], [0.0, 0.5]])
    points = tipping_points(ranking_of(values, np.array([1.0, 1.0])))
    assert points.rank[1, 0, UP] == 0.5
    # At the end of the scale it is level with the last and keeps its rank.
    assert math.isnan(points.rank[1, 0, DOWN])
    assert points.rank[0, 0, DOWN] == 0.5
    assert points.leader[0, 0].tolist() == pytest.approx([0.5, math.nan], nan_ok=True)
    # To be level with the leader is not yet to lead in its place.
    assert math.isnan(points.leader[1, 0, UP])


def test_a_tie_breaks_at_once() -> None:
    values = np.array([[0.5], [0.5], [0.0]])
    points = tipping_points(ranking_of(values, np.array([1.0])))
    assert points.leader[0, 0].tolist() == [0.0, 0.0]
    assert points.rank[0, 0, DOWN] == 0.0
    # Above the tie there is nobody to reach.
    assert math.isnan(points.rank[0, 0, UP])


def test_at_the_end_of_the_scale_a_tie_cannot_break() -> None:
    values = np.array([[1.0], [1.0]])
    points = tipping_points(ranking_of(values, np.array([1.0])))
    assert points.rank[0, 0, DOWN] == 0.0
    assert math.isnan(points.leader[0, 0, UP])


def test_without_weight_or_without_others_nothing_ever_tips() -> None:
    weightless = tipping_points(ranking_of(np.array([[1.0, 0.2], [0.5, 0.9]]), np.array([1.0, 0.0])))
    assert np.isnan(weightless.rank[:, 1]).all() and np.isnan(weightless.leader[:, 1]).all()
    alone = ranking_of(np.array([[0.5]]), np.array([1.0]))
    assert np.isnan(tipping_points(alone).rank).all() and np.isnan(tipping_points(alone).leader).all()
    assert tipping(alone, 0, 0).rank == (None, None)
