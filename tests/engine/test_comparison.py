"""The gap between two scores, taken apart: parts, what is shown of them, and what is said."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.engine.comparison import gap, shown_parts
from desktop_app.engine.ranking import Ranking
from desktop_app.engine.words import Ahead, GainsOn, NothingAgainst, SameScore, comparison_claims
from tests.engine.tables import ranked


@st.composite
def pairs(draw: st.DrawFn) -> Ranking:
    columns = draw(st.integers(1, 7))
    level = st.integers(0, 4).map(lambda at: at / 4)
    row = st.lists(level, min_size=columns, max_size=columns)
    points = draw(st.lists(st.integers(0, 100), min_size=columns, max_size=columns).filter(any))
    return ranked([draw(row), draw(row)], points)


def test_the_gap_is_seen_from_the_one_ahead_whatever_the_order_of_asking() -> None:
    ranking = ranked([[0.0, 1.0], [1.0, 0.5]], [60, 40])
    for found in (gap(ranking, "a0", "a1"), gap(ranking, "a1", "a0")):
        assert (found.ahead, found.behind, found.tied) == ("a1", "a0", False)
        np.testing.assert_allclose(found.parts, [60, -20])
        assert found.total == pytest.approx(40)
        assert found.criteria == ("c0", "c1")
        assert found.largest() == [0, 1]


def test_a_tie_keeps_the_order_of_asking_and_has_no_gap() -> None:
    ranking = ranked([[0.0, 1.0], [1.0, 0.0]], [50, 50])
    found = gap(ranking, "a1", "a0")
    assert (found.ahead, found.behind, found.tied, found.total) == ("a1", "a0", True, 0.0)
    assert comparison_claims(found) == (
        SameScore("a1", "a0", False),
        GainsOn("a1", ("c0",), True),
        GainsOn("a0", ("c1",), True),
    )


def test_equal_everywhere_is_said() -> None:
    found = gap(ranked([[0.5, 0.5], [0.5, 0.5]], [50, 50]), "a0", "a1")
    assert comparison_claims(found) == (SameScore("a0", "a1", True),)


def test_three_criteria_are_named_and_whether_there_are_more() -> None:
    found = gap(ranked([[1, 1, 1, 1], [0, 0.5, 0.75, 0.25]], [25, 25, 25, 25]), "a0", "a1")
    claims = comparison_claims(found)
    assert claims[1] == GainsOn("a0", ("c0", "c3", "c1"), False)
    assert claims[2] == NothingAgainst("a0", "a1")
    ahead = claims[0]
    assert isinstance(ahead, Ahead) and ahead.gap == pytest.approx(62.5)


def test_a_stranger_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody"):
        gap(ranked([[1.0], [0.0]], [1]), "a0", "nobody")


@given(pairs())
def test_parts_add_up_to_the_gap(ranking: Ranking) -> None:
    found = gap(ranking, "a0", "a1")
    assert found.total >= 0
    assert found.parts.sum() == pytest.approx(found.total, abs=1e-9)
    sizes = np.abs(np.round(found.parts, 9))[found.largest()]
    assert (np.diff(sizes) <= 0).all()


@given(pairs(), st.integers(0, 2))
def test_what_is_shown_adds_up_to_the_shown_gap(ranking: Ranking, decimals: int) -> None:
    found = gap(ranking, "a0", "a1")
    shown = shown_parts(found.parts, found.total, decimals)
    unit = 10**-decimals
    assert sum(shown) == pytest.approx(round(found.total / unit) * unit, abs=1e-9)
    assert all(abs(part - exact) < unit + 1e-9 for part, exact in zip(shown, found.parts, strict=True))


@given(pairs())
def test_every_claim_is_true(ranking: Ranking) -> None:
    found = gap(ranking, "a0", "a1")
    parts = dict(zip(found.criteria, np.round(found.parts, 9), strict=True))
    for claim in comparison_claims(found):
        match claim:
            case Ahead(ahead, behind, total):
                score = dict(zip(ranking.table.alternatives, ranking.score, strict=True))
                assert score[ahead] - score[behind] == pytest.approx(total, abs=1e-8)
                assert total > 0
            case GainsOn(alternative, criteria, all_of_them):
                sign = 1 if alternative == found.ahead else -1
                won = {name for name, part in parts.items() if part * sign > 0}
                assert set(criteria) <= won
                assert all_of_them == (set(criteria) == won)
                assert min(abs(parts[one]) for one in criteria) >= max(
                    (abs(parts[one]) for one in won - set(criteria)), default=0
                )
            case NothingAgainst():
                assert min(parts.values()) >= 0
            case SameScore(_, _, alike):
                assert alike == (not any(parts.values()))
