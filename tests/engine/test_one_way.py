"""One-way sensitivity against brute force over a fine grid of shares."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.engine.one_way import (
    crossings,
    leader_interval,
    left_out,
    lines,
    margin_range,
    order_interval,
)
from desktop_app.engine.ranking import Ranking, ranks
from tests.engine.tables import ranked


@st.composite
def rankings(draw: st.DrawFn) -> Ranking:
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(2, 5))
    level = st.integers(0, 4).map(lambda at: at / 4)
    values = draw(st.lists(st.lists(level, min_size=columns, max_size=columns), min_size=rows, max_size=rows))
    points = draw(st.lists(st.integers(0, 10), min_size=columns, max_size=columns).filter(any))
    return ranked(values, points)


def moved(ranking: Ranking, members: list[int], share: float) -> np.ndarray:
    """Scores with the members' share set to `share` by hand."""
    weights = ranking.shares.copy()
    inside = np.isin(np.arange(len(weights)), members)
    for part, total in ((inside, share), (~inside, 1 - share)):
        have = weights[part].sum()
        weights[part] = weights[part] / have * total if have > 0 else total / part.sum()
    return 100 * ranking.table.counts @ weights


GRID = np.linspace(0, 1, 401)


@given(rankings(), st.data())
def test_lines_are_the_scores_of_the_moved_weights(ranking: Ranking, data: st.DataObject) -> None:
    column = data.draw(st.integers(0, len(ranking.shares) - 1))
    of = lines(ranking, [ranking.table.criteria[column]])
    share = data.draw(st.floats(0, 1))
    np.testing.assert_allclose(of.at(share), moved(ranking, [column], share), atol=1e-9)
    np.testing.assert_allclose(of.at(of.share), ranking.score, atol=1e-9)


@given(rankings(), st.data())
def test_a_present_leader_leads_inside_its_interval_and_not_outside(
    ranking: Ranking, data: st.DataObject
) -> None:
    column = data.draw(st.integers(0, len(ranking.shares) - 1))
    of = lines(ranking, [ranking.table.criteria[column]])
    found = leader_interval(ranking, of)
    assert found.low <= of.share <= found.high
    leaders = np.flatnonzero(ranking.rank == 1)
    for share in GRID:
        first = (ranks(of.at(share))[leaders] == 1).any()
        if found.low + 1e-7 <= share <= found.high - 1e-7:
            assert first
        elif share < found.low - 1e-7 or share > found.high + 1e-7:
            assert not first


@given(rankings(), st.data())
def test_no_strict_preference_reverses_inside_the_order_interval(
    ranking: Ranking, data: st.DataObject
) -> None:
    column = data.draw(st.integers(0, len(ranking.shares) - 1))
    of = lines(ranking, [ranking.table.criteria[column]])
    found = order_interval(ranking, of)
    now = np.sign(ranking.rank[:, None] - ranking.rank)
    for share in GRID:
        score = np.round(of.at(share), 9)
        then = np.sign(score[None, :] - score[:, None])
        reversed_ = (now * then < 0).any()
        if found.low + 1e-7 <= share <= found.high - 1e-7:
            assert not reversed_
        elif share < found.low - 1e-7 or share > found.high + 1e-7:
            assert reversed_


@given(rankings(), st.data())
def test_the_tornado_holds_every_margin_and_touches_both_ends(ranking: Ranking, data: st.DataObject) -> None:
    column = data.draw(st.integers(0, len(ranking.shares) - 1))
    of = lines(ranking, [ranking.table.criteria[column]])
    found = margin_range(ranking, of)
    if len(ranking.score) < 2:
        assert found is None
        return
    assert found is not None
    leader = ranking.order[0]
    margins = []
    for share in np.linspace(0, min(1, 2 * of.share), 2001):
        score = of.at(share)
        margins.append(score[leader] - np.delete(score, leader).max())
    assert found.low == pytest.approx(min(margins), abs=1e-9)
    assert max(margins) - 1e-9 <= found.high <= max(margins) + 0.2


@given(rankings(), st.data())
def test_lines_meet_at_crossings_and_nowhere_else(ranking: Ranking, data: st.DataObject) -> None:
    column = data.draw(st.integers(0, len(ranking.shares) - 1))
    of = lines(ranking, [ranking.table.criteria[column]])
    found = crossings(of)
    assert [one.share for one in found] == sorted(one.share for one in found)
    for one in found:
        score = of.at(one.share)
        assert score[one.one] == pytest.approx(score[one.other], abs=1e-7)
    pairs = {(one.one, one.other) for one in found}
    for a in range(len(ranking.score)):
        for b in range(a + 1, len(ranking.score)):
            signs = {np.sign(np.round(of.at(share)[a] - of.at(share)[b], 9)) for share in (0.0, 1.0)}
            assert ((a, b) in pairs) == (signs in ({-1.0, 1.0}, {0.0, 1.0}, {0.0, -1.0}))


def test_a_group_moves_as_one_and_keeps_its_inner_proportions() -> None:
    ranking = ranked([[1, 0, 0], [0, 1, 0], [0, 0, 1]], [10, 30, 60])
    of = lines(ranking, ["c0", "c1"])
    assert of.share == pytest.approx(0.4)
    np.testing.assert_allclose(of.at(0.8), [20, 60, 20])
    assert leader_interval(ranking, of).high == pytest.approx(1 / 1.75)


def test_a_sole_criterion_cannot_move() -> None:
    ranking = ranked([[1.0], [0.5]], [10])
    of = lines(ranking, ["c0"])
    assert (leader_interval(ranking, of).low, leader_interval(ranking, of).high) == (1, 1)
    assert (order_interval(ranking, of).low, order_interval(ranking, of).high) == (1, 1)
    margin = margin_range(ranking, of)
    assert margin is not None and (margin.low, margin.high) == (50, 50)
    assert left_out(ranking, "c0") is None


def test_leaving_a_criterion_out_ranks_by_the_others() -> None:
    ranking = ranked([[1, 0], [0, 1]], [60, 40])
    assert ranking.rank.tolist() == [1, 2]
    without = left_out(ranking, "c0")
    assert without is not None and without.tolist() == [2, 1]
    assert left_out(ranked([[1, 0], [0, 1]], [60, 0]), "c0") is None
