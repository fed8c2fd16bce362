"""Worked examples of the additive value model, from print and by hand."""

import numpy as np
import pytest

from desktop_app.decision.preferences import Weights
from desktop_app.engine.ranking import rerank

# Goodwin & Wright, *Decision Analysis for Management Judgment*, ch. 3, "Decisions involving multiple
# objectives: SMART": seven offices, of which Addison Square and Elton Street are taken here. Elton
# Street's value for car parking follows from its printed 81.7 for working conditions alone.
ATTRIBUTES = ("closeness", "visibility", "image", "size", "comfort", "parking")
TURNOVER = ATTRIBUTES[:3]
SWINGS = dict(zip(ATTRIBUTES, (100.0, 80.0, 70.0, 30.0, 20.0, 10.0), strict=True))
OFFICES = np.array([[100, 60, 100, 75, 0, 90], [40, 60, 90, 100, 60, 70]]) / 100


def benefits(points: dict[str, float]) -> np.ndarray:
    return rerank(np.array([points[attribute] for attribute in ATTRIBUTES]), OFFICES)[2]


def test_swing_weights_of_the_offices_are_the_printed_ones() -> None:
    shares = Weights(SWINGS).shares(ATTRIBUTES)
    assert [round(100 * share) for share in shares.values()] == [32, 26, 23, 10, 6, 3]


def test_addison_square_has_benefits_of_80_8() -> None:
    printed = np.array([32.0, 26.0, 23.0, 10.0, 6.0, 3.0])
    _, contributions, total, _ = rerank(printed, OFFICES)
    assert contributions[0] == pytest.approx([32, 15.6, 23, 7.5, 0, 2.7])
    assert total[0] == pytest.approx(80.8)


def test_elton_street_at_the_ends_of_the_weight_of_turnover() -> None:
    some = Weights(SWINGS)
    assert benefits(dict(some.with_group_share(TURNOVER, 0.0, ATTRIBUTES).points))[1] == pytest.approx(
        81.7, abs=0.05
    )
    assert benefits(dict(some.with_group_share(TURNOVER, 1.0, ATTRIBUTES).points))[1] == pytest.approx(
        60.4, abs=0.05
    )


def test_elton_street_leads_while_turnover_weighs_less_than_52_1() -> None:
    below, above = (
        benefits(dict(Weights(SWINGS).with_group_share(TURNOVER, share, ATTRIBUTES).points))
        for share in (0.5205, 0.5215)
    )
    assert below[1] > below[0]
    assert above[0] > above[1]


def test_a_small_example_by_hand() -> None:
    # Shares 1/2, 1/3, 1/6; scores 100 (1/2 + 1/6), 100 (1/4 + 1/3), 100 (1/2 · 3/4 + 1/3 · 1/2 + 1/6 · 1/4).
    points = np.array([60.0, 40.0, 20.0])
    values = np.array([[1.0, 0.0, 1.0], [0.5, 1.0, 0.0], [0.75, 0.5, 0.25]])
    shares, contributions, total, rank = rerank(points, values)
    assert shares == pytest.approx([1 / 2, 1 / 3, 1 / 6])
    assert total == pytest.approx([200 / 3, 175 / 3, 175 / 3])
    assert contributions[2] == pytest.approx([37.5, 50 / 3, 25 / 6])
    assert rank.tolist() == [1, 2, 2]
