"""Scores, contributions, ranks and their bounds: properties, peers on the same numbers, cases from the field."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from pymcdm.methods import WSM
from scipy.stats import rankdata
from skcriteria import mkdm
from skcriteria.agg.simple import WeightedSumModel

from desktop_app.decision.performances import UNKNOWN, Number
from desktop_app.decision.problem import Alternative, Cell, Criterion, Problem
from desktop_app.decision.project import Project, start
from desktop_app.decision.scales import NumericScale
from desktop_app.decision.texts import Text
from desktop_app.engine.ranking import (
    contributions,
    dominates,
    rank,
    rank_bounds,
    rank_table,
    ranks,
    rerank,
    scores,
    shares,
)
from desktop_app.engine.values import UNKNOWN_KIND, ValueTable, tabulate
from tests.strategies import projects, tables_with_points, weighing

Table = tuple[np.ndarray, np.ndarray]


def table_of(counts: np.ndarray, low: np.ndarray | None = None, high: np.ndarray | None = None) -> ValueTable:
    low, high = counts if low is None else low, counts if high is None else high
    names = tuple(f"a{at}" for at in range(len(counts)))
    criteria = tuple(f"c{at}" for at in range(counts.shape[1]))
    kind = np.zeros(counts.shape, dtype=np.int8)
    return ValueTable(names, criteria, counts, low, high, low, high, kind)


def counted_ranks(scores: np.ndarray) -> list[int]:
    """Competition ranks as one would count them by hand."""
    rounded = [round(float(score), 9) for score in scores]
    return [1 + sum(other > mine for other in rounded) for mine in rounded]


# Peers


@given(tables_with_points())
def test_scores_are_pymcdms_weighted_sum(case: Table) -> None:
    values, points = case
    weights, _, total, _ = rerank(points, values)
    same = WSM(normalization_function=lambda column, cost: column)
    theirs = same(values, weights, np.ones(len(weights)), validation=False)
    assert total == pytest.approx(100 * theirs, abs=1e-9)


@given(tables_with_points())
def test_scores_and_ranks_are_scikit_criterias_weighted_sum(case: Table) -> None:
    values, points = case
    weights, _, total, rank = rerank(points, values)
    theirs = WeightedSumModel().evaluate(mkdm(values, [max] * len(weights), weights=weights))
    assert total == pytest.approx(100 * theirs.e_.score, abs=1e-9)
    if len(set(np.round(total, 6))) == len(total):
        assert rank.tolist() == theirs.rank_.tolist()


@given(arrays(np.float64, st.integers(1, 40), elements=st.integers(0, 12).map(lambda x: x / 10)))
def test_ranks_are_scipys_competition_ranks(total: np.ndarray) -> None:
    assert ranks(total).tolist() == rankdata(-total, method="min").tolist()


# Kernels


@given(tables_with_points(), st.integers(1, 5))
def test_batches_are_the_single_results_side_by_side(case: Table, samples: int) -> None:
    values, points = case
    batch = np.array([np.roll(points, at) for at in range(samples)])
    weights = shares(batch)
    total, parts = scores(weights, values), contributions(weights, values)
    assert weights.shape == batch.shape
    assert total.shape == (samples, len(values))
    assert parts.shape == (samples, *values.shape)
    for at in range(samples):
        one_weights, one_parts, one_total, _ = rerank(batch[at], values)
        assert weights[at] == pytest.approx(one_weights, abs=1e-15)
        assert total[at] == pytest.approx(one_total, abs=1e-11)
        assert parts[at] == pytest.approx(one_parts, abs=1e-11)
        assert contributions(one_weights, values) == pytest.approx(one_parts, abs=1e-11)
        assert scores(one_weights, values) == pytest.approx(one_total, abs=1e-11)


@pytest.mark.parametrize(
    ("samples", "alternatives"), [(20_001, 5), (6_553, 5), (6_554, 5), (300, 512), (70, 513)]
)
def test_large_batches_are_taken_in_pieces_without_a_trace(samples: int, alternatives: int) -> None:
    rng = np.random.default_rng(samples)
    weights, values = rng.dirichlet(np.ones(8), samples), rng.random((alternatives, 8))
    total = scores(weights, values)
    assert total.shape == (samples, alternatives)
    assert total == pytest.approx(100 * np.einsum("sc,ac->sa", weights, values), abs=1e-11)


def test_scores_of_batches_of_batches() -> None:
    rng = np.random.default_rng(1)
    weights, values = rng.dirichlet(np.ones(8), (3, 20_000)), rng.random((5, 8))
    assert scores(weights, values)[2, 7] == pytest.approx(scores(weights[2, 7], values), abs=1e-11)


@st.composite
def batches(draw: st.DrawFn, fewest: int, most: int) -> np.ndarray:
    """Scores (samples, alternatives) with many ties."""
    shape = (draw(st.integers(1, 4)), draw(st.integers(fewest, most)))
    tied = st.sampled_from((0.0, -0.0, 1e-12, 33.3, 33.3 + 1e-11, 50.0, 100.0))
    return draw(arrays(np.float64, shape, elements=tied | st.floats(0, 100)))


@given(batches(1, 24) | batches(23, 40))
def test_batch_ranks_are_the_single_ranks(total: np.ndarray) -> None:
    together = ranks(total)
    assert together.shape == total.shape
    for at, row in enumerate(total):
        assert together[at].tolist() == ranks(row).tolist() == counted_ranks(row)


@pytest.mark.parametrize("count", [1, 2, 24, 25, 130])
def test_batch_ranks_where_all_tie_and_where_none_does(count: int) -> None:
    total = np.array([np.full(count, 7.0), np.arange(count), np.arange(count)[::-1]])
    assert ranks(total).tolist() == [
        [1] * count,
        list(range(count, 0, -1)),
        list(range(1, count + 1)),
    ]


def test_ranks_of_batches_of_batches() -> None:
    total = np.arange(24.0).reshape(2, 3, 4) % 5
    assert ranks(total).shape == (2, 3, 4)
    assert ranks(total)[1, 2].tolist() == ranks(total[1, 2]).tolist()
    many = np.tile(total, (1, 1, 8))
    assert ranks(many)[1, 2].tolist() == ranks(many[1, 2]).tolist()


# Cases from the field


def test_f1_sums_taken_in_another_order_tie_exactly() -> None:
    points = np.array([0.1, 0.2, 0.3, 0.4])
    values = np.array([[1.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0], [0.0, 0.0, 0.0, 1.0]])
    assert 0.1 + 0.2 != 0.3
    _, _, total, rank = rerank(points, values)
    assert rank.tolist() == [2, 2, 1]
    assert ranks(scores(shares(points), values)).tolist() == [2, 2, 1]
    assert ranks(np.array([100 * (0.1 + 0.2), 100 * 0.3])).tolist() == [1, 1]
    assert total[0] == pytest.approx(30)


@pytest.mark.parametrize("copies", [1, 10])
def test_f1_a_tolerance_does_not_chain_and_large_scores_stay_apart(copies: int) -> None:
    near = np.array([1001.0, 1001.0001, 1001.0002] * copies)
    expected = [1 + 2 * copies, 1 + copies, 1] * copies
    assert ranks(near).tolist() == expected
    assert ranks(np.array([near, near])).tolist() == [expected] * 2
    # Each step is below what is rounded away; the ends are not.
    chain = np.arange(30) * 4e-10
    assert len(set(ranks(chain).tolist())) > 5


def test_scores_differ_from_the_ninth_decimal_on() -> None:
    assert ranks(np.array([50.0, 50.0 + 1e-9, 50.0 + 2e-10])).tolist() == [2, 1, 2]
    assert ranks(np.array([[50.0, 50.0 + 1e-9, 50.0 + 2e-10]])).tolist() == [[2, 1, 2]]
    assert rerank(np.ones(1), np.array([[0.5], [0.5 + 1e-11], [0.5 + 2e-12]]))[3].tolist() == [2, 1, 2]


def test_competition_ranks_leave_out_what_a_tie_takes() -> None:
    assert ranks(np.array([7.0, 9.0, 7.0, 1.0])).tolist() == [2, 1, 2, 4]


def test_f3_an_unknown_is_flagged_and_never_counts_as_nothing() -> None:
    scale = NumericScale(0.0, 10.0)
    criteria = tuple(Criterion(name, Text.plain(name), "more_is_better", scale) for name in "pq")
    alternatives = (Alternative("a", Text.plain("A")), Alternative("b", Text.plain("B")))
    cells = ((Cell(Number(8.0)), Cell(UNKNOWN)), (Cell(Number(5.0)), Cell(Number(5.0))))
    ranking = rank(start(Problem("f3", Text.plain("F3"), alternatives, criteria, cells)))
    assert ranking.table.kind.tolist() == [[0, UNKNOWN_KIND], [0, 0]]
    assert ranking.score.tolist() == [65, 50]
    assert (ranking.score_low.tolist(), ranking.score_high.tolist()) == ([40, 50], [90, 50])
    assert (ranking.rank_best.tolist(), ranking.rank_worst.tolist()) == ([1, 1], [2, 2])


def test_f4_f5_only_shares_count() -> None:
    values = np.array([[1.0, 0.0], [0.0, 1.0]])
    assert rerank(np.array([0.0, 1.0]), values)[3].tolist() == [2, 1]
    for points in ([50.2, 50.2], [0.1, 0.1], [1e-6, 1e-6]):
        weights, _, total, rank_of = rerank(np.array(points), values)
        assert weights.tolist() == [0.5, 0.5]
        assert (total.tolist(), rank_of.tolist()) == ([50, 50], [1, 1])


# Properties


@given(tables_with_points(), st.floats(1e-3, 1e3))
def test_scaling_all_weights_changes_nothing(case: Table, factor: float) -> None:
    values, points = case
    weights, parts, total, rank_of = rerank(points, values)
    again = rerank(points * factor, values)
    assert again[0] == pytest.approx(weights, abs=1e-14)
    assert again[1] == pytest.approx(parts, abs=1e-12)
    assert again[2] == pytest.approx(total, abs=1e-12)
    if not near_a_border(total):
        assert again[3].tolist() == rank_of.tolist()


def near_a_border(total: np.ndarray) -> bool:
    """Whether a score lies where the last digit decides how its ninth decimal is rounded."""
    return bool((abs((total * 1e9) % 1 - 0.5) < 1e-3).any())


@given(tables_with_points(), st.randoms(use_true_random=False))
def test_permuting_alternatives_permutes_the_result(case: Table, random) -> None:  # type: ignore[no-untyped-def]
    values, points = case
    order = list(range(len(values)))
    random.shuffle(order)
    _, parts, total, rank_of = rerank(points, values)
    _, moved_parts, moved_total, moved_rank = rerank(points, values[order])
    assert moved_parts.tolist() == parts[order].tolist()
    assert moved_total == pytest.approx(total[order], abs=1e-12)
    if not near_a_border(total):
        assert moved_rank.tolist() == rank_of[order].tolist()


@given(tables_with_points())
def test_contributions_sum_to_the_score(case: Table) -> None:
    values, points = case
    weights, parts, total, _ = rerank(points, values)
    assert weights.sum() == pytest.approx(1, abs=1e-12)
    assert parts.sum(axis=1) == pytest.approx(total, abs=1e-10)
    assert np.all((total >= 0) & (total <= 100 + 1e-9))


@given(tables_with_points(), st.data())
def test_a_dominated_alternative_never_ranks_above_its_dominator(case: Table, data: st.DataObject) -> None:
    values, points = case
    rank_of = rerank(points, values)[3]
    for a, b in np.argwhere(dominates(values)):
        assert rank_of[a] <= rank_of[b]
    worse = values[0] * data.draw(arrays(np.float64, len(points), elements=st.floats(0, 1)))
    with_worse = rerank(points, np.vstack([values, worse]))[3]
    assert with_worse[0] <= with_worse[-1]


@given(tables_with_points(), st.data())
def test_raising_a_value_never_lowers_the_rank(case: Table, data: st.DataObject) -> None:
    values, points = case
    row = data.draw(st.integers(0, len(values) - 1))
    column = data.draw(st.integers(0, len(points) - 1))
    raised = values.copy()
    raised[row, column] = data.draw(st.floats(values[row, column], 1))
    assert rerank(points, raised)[3][row] <= rerank(points, values)[3][row]


@given(tables_with_points(most_alternatives=6))
def test_dominance_is_what_it_says(case: Table) -> None:
    values, _ = case
    got = dominates(values)
    for a, mine in enumerate(values):
        for b, other in enumerate(values):
            assert got[a, b] == (all(mine >= other) and any(mine > other))


# Bounds


@st.composite
def open_tables(draw: st.DrawFn) -> tuple[ValueTable, np.ndarray]:
    """A table with lows and highs around what counts, and points."""
    counts, points = draw(tables_with_points(most_alternatives=5, most_criteria=4))
    spread = arrays(np.float64, counts.shape, elements=st.sampled_from((0.0, 0.0, 0.1, 0.5, 1.0)))
    low = np.maximum(counts - draw(spread), 0)
    high = np.minimum(counts + draw(spread), 1)
    return table_of(counts, low, high), points


@given(open_tables())
def test_bounds_hold_the_score_and_the_rank(case: tuple[ValueTable, np.ndarray]) -> None:
    table, points = case
    ranking = rank_table(table, points)
    assert np.all(ranking.score_low <= ranking.score)
    assert np.all(ranking.score <= ranking.score_high)
    assert np.all(ranking.rank_best >= 1)
    assert np.all(ranking.rank_best <= ranking.rank)
    assert np.all(ranking.rank <= ranking.rank_worst)
    assert np.all(ranking.rank_worst <= len(points) + len(ranking.rank))


@given(open_tables())
def test_best_and_worst_rank_are_counted_over_the_others(case: tuple[ValueTable, np.ndarray]) -> None:
    table, points = case
    ranking = rank_table(table, points)
    low = np.round(ranking.score_low, 9)
    high = np.round(ranking.score_high, 9)
    for mine in range(len(low)):
        others = [other for other in range(len(low)) if other != mine]
        assert ranking.rank_best[mine] == 1 + sum(low[other] > high[mine] for other in others)
        assert ranking.rank_worst[mine] == 1 + sum(high[other] > low[mine] for other in others)


@given(open_tables(), st.data())
def test_no_draw_within_the_cells_ranks_beyond_the_bounds(
    case: tuple[ValueTable, np.ndarray], data: st.DataObject
) -> None:
    table, points = case
    ranking = rank_table(table, points)
    part = data.draw(arrays(np.float64, table.counts.shape, elements=st.floats(0, 1)))
    drawn = rerank(points, table.low + part * (table.high - table.low))[3]
    assert np.all(ranking.rank_best <= drawn)
    assert np.all(drawn <= ranking.rank_worst)


def test_bounds_are_rounded_before_they_are_compared() -> None:
    best, worst = rank_bounds(np.array([40.0, 50.0 + 1e-11]), np.array([50.0, 60.0]))
    assert (best.tolist(), worst.tolist()) == ([1, 1], [2, 1])
    best, worst = rank_bounds(np.array([40.0, 50.0 + 1e-8]), np.array([50.0, 60.0]))
    assert (best.tolist(), worst.tolist()) == ([2, 1], [2, 1])


def test_percentiles_bound_the_score_but_the_support_bounds_the_rank() -> None:
    counts = np.array([[0.5], [0.75]])
    table = replace(
        table_of(counts, counts - 0.1, counts + 0.1),
        least=counts - 0.3,
        most=counts + 0.3,
    )
    ranking = rank_table(table, np.array([100.0]))
    assert ranking.score_low.tolist() == pytest.approx([40, 65])
    assert ranking.score_high.tolist() == pytest.approx([60, 85])
    assert ranking.rank.tolist() == [2, 1]
    assert (ranking.rank_best.tolist(), ranking.rank_worst.tolist()) == ([1, 1], [2, 2])
    within_the_percentiles = rank_table(replace(table, least=table.low, most=table.high), np.array([100.0]))
    assert within_the_percentiles.rank_best.tolist() == [2, 1]


# Projects


@given(projects())
def test_a_project_is_ranked_by_its_shares(project: Project) -> None:
    ranking = rank(project)
    table = tabulate(project.problem, project.problem.counted(project.perspective))
    assert ranking.table.criteria == project.counted
    assert dict(zip(project.counted, ranking.shares.tolist(), strict=True)) == pytest.approx(project.shares)
    expected = 100 * table.counts @ np.array(list(project.shares.values()))
    assert ranking.score == pytest.approx(expected, abs=1e-9)
    assert ranking.contributions.sum(axis=1) == pytest.approx(ranking.score, abs=1e-9)
    assert np.all(ranking.score_low <= ranking.score) and np.all(ranking.score <= ranking.score_high)
    assert np.all(ranking.rank_best <= ranking.rank) and np.all(ranking.rank <= ranking.rank_worst)
    again = rank(project, table)
    assert again.table is table
    assert again.rank.tolist() == ranking.rank.tolist()


@given(projects())
def test_the_order_follows_the_ranks_and_then_the_deck(project: Project) -> None:
    ranking = rank(project)
    order = ranking.order.tolist()
    assert sorted(order) == list(range(len(order)))
    assert order == sorted(order, key=lambda row: (ranking.rank[row], row))
    of_rank = ranking.rank.tolist()
    assert ranking.tied.tolist() == [of_rank.count(one) > 1 for one in of_rank]


@given(projects(), weighing())
def test_criteria_that_do_not_count_change_nothing(project: Project, points: float) -> None:
    stranger = next((c.id for c in project.problem.criteria if c.id not in project.counted), None)
    if stranger is None:
        return
    changed = dict(project.weights.points) | {stranger: points}
    again = rank(project.with_weights(replace(project.weights, points=changed)))
    assert again.score.tolist() == rank(project).score.tolist()
