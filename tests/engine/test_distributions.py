"""Means and percentiles of truncated distributions, against scipy and by hand."""

import itertools
import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy import integrate, stats

from desktop_app.engine.distributions import Truncated, truncated_normal, truncated_triangular

QUANTILES = (0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1.0)


@given(
    st.floats(-50, 150),
    st.floats(0.1, 200),
    st.just(0.0),
    st.floats(1, 100),
)
@example(mean=-4.5, deviation=1.0, floor=0.0, ceiling=10.0)
@example(mean=14.5, deviation=1.0, floor=0.0, ceiling=10.0)
@example(mean=0.0, deviation=9.81, floor=0.0, ceiling=65.1)
@example(mean=5.0, deviation=1e-9, floor=0.0, ceiling=10.0)
@example(mean=5.0, deviation=10000.0, floor=0.0, ceiling=10.0)
def test_a_normal_is_scipys_truncated_normal(
    mean: float, deviation: float, floor: float, ceiling: float
) -> None:
    nearest = min(max(mean, floor), ceiling)
    if abs(mean - nearest) > 4.5 * deviation:
        return
    ours = truncated_normal(mean, deviation, floor, ceiling)
    theirs = stats.truncnorm(
        (floor - mean) / deviation, (ceiling - mean) / deviation, loc=mean, scale=deviation
    )
    span = ceiling - floor
    assert ours.mean == pytest.approx(theirs.mean(), abs=1e-7 * span)
    assert [ours.quantile(q) for q in QUANTILES] == pytest.approx(theirs.ppf(QUANTILES), abs=1e-8 * span)
    assert (ours.low, ours.high) == (floor, ceiling)
    assert floor <= ours.mean <= ceiling


@given(
    st.lists(st.floats(-100, 200), min_size=3, max_size=3).map(sorted),
    st.floats(1, 100),
)
@example(numbers=[0.0, 0.0, 10.0], ceiling=10.0)
@example(numbers=[0.0, 10.0, 10.0], ceiling=10.0)
@example(numbers=[-5.0, 0.0, 5.0], ceiling=10.0)
@example(numbers=[-5.0, -3.0, 5.0], ceiling=10.0)
@example(numbers=[5.0, 13.0, 15.0], ceiling=10.0)
@example(numbers=[-100.0, 3.0, 200.0], ceiling=1.0)
@example(numbers=[-100.0, 0.5, 200.0], ceiling=1.0)
def test_a_triangle_is_scipys_cut_and_renormalised(numbers: list[float], ceiling: float) -> None:
    low, mode, high = numbers
    floor = 0.0
    left, right = max(low, floor), min(high, ceiling)
    if high - low < 1e-3 or right - left < (high - low) / 1000:
        return
    ours = truncated_triangular(low, mode, high, floor, ceiling)
    theirs = stats.triang((mode - low) / (high - low), loc=low, scale=high - low)
    below, above = theirs.cdf(left), theirs.cdf(right)
    # Of little mass, scipy's differences keep few digits.
    slack = (right - left) * (1e-9 + 1e-14 / (above - below))
    assert (ours.low, ours.high) == (left, right)
    inner = (0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)
    expected = [theirs.ppf(below + q * (above - below)) for q in inner]
    assert [ours.quantile(q) for q in inner] == pytest.approx(expected, abs=max(slack, 1e-6 * (right - left)))
    assert (ours.quantile(0.0), ours.quantile(1.0)) == pytest.approx((left, right), abs=1e-12 * (high - low))
    corners = sorted({left, min(max(mode, left), right), right})
    moment = sum(
        integrate.quad(lambda x: (x - left) * theirs.pdf(x), a, b)[0] for a, b in itertools.pairwise(corners)
    )
    mass = sum(integrate.quad(theirs.pdf, a, b)[0] for a, b in itertools.pairwise(corners))
    assert ours.mean == pytest.approx(left + moment / mass, abs=1e-9 * (high - low))


@pytest.mark.parametrize(
    ("made", "mean", "median"),
    [
        # Whole triangles: the mean is (low + mode + high) / 3.
        (truncated_triangular(80, 100, 150, 0, 200), 110, 150 - math.sqrt(0.5 * 70 * 50)),
        (truncated_triangular(0, 0, 9, 0, 200), 3, 9 - math.sqrt(0.5) * 9),
        (truncated_triangular(0, 9, 9, 0, 200), 6, math.sqrt(0.5) * 9),
        # Half of a triangle: that half as a triangle of its own.
        (truncated_triangular(-9, 0, 9, 0, 20), 3, 9 - math.sqrt(0.5) * 9),
        (truncated_triangular(-9, 0, 9, -20, 0), -3, math.sqrt(0.5) * 9 - 9),
        # A corner beyond the mode: again a triangle.
        (truncated_triangular(-9, -3, 9, 3, 20), 5, 9 - math.sqrt(0.5) * 6),
        (truncated_triangular(-9, 3, 9, -20, -3), -5, math.sqrt(0.5) * 6 - 9),
        # Symmetric cuts keep the mean at the mode.
        (truncated_triangular(-10, 0, 10, -1, 1), 0, 0),
        (truncated_normal(100, 15, 80, 120), 100, 100),
        # Half a normal: mean + deviation × √(2/π).
        (truncated_normal(0, 1, 0, 1000), math.sqrt(2 / math.pi), 0.6744897501960817),
        (truncated_normal(0, 1, -1000, 0), -math.sqrt(2 / math.pi), -0.6744897501960817),
    ],
)
def test_worked_by_hand(made: Truncated, mean: float, median: float) -> None:
    assert made.mean == pytest.approx(mean, abs=1e-9)
    assert made.quantile(0.5) == pytest.approx(median, abs=1e-9)


def test_quantiles_end_at_the_range() -> None:
    for made in (
        truncated_normal(5, 3, 0, 10),
        truncated_normal(9, 3, 0, 10),
        truncated_normal(5, 1e-300, 0, 10),
        truncated_triangular(-5, 3, 15, 0, 10),
    ):
        assert (made.quantile(0.0), made.quantile(1.0)) == pytest.approx((0, 10), abs=1e-12)


@pytest.mark.parametrize(("floor", "ceiling"), [(6.0, 7.0), (-7.0, -6.0)])
def test_a_tail_far_out_keeps_its_digits(floor: float, ceiling: float) -> None:
    made = truncated_normal(0.0, 1.0, floor, ceiling)
    theirs = stats.truncnorm(floor, ceiling)
    assert made.mean == pytest.approx(theirs.mean(), abs=1e-9)
    for q in (0.05, 0.5, 0.95):
        assert made.quantile(q) == pytest.approx(theirs.ppf(q), abs=1e-10)


@pytest.mark.parametrize("scale", [1e-300, 1e-9, 1.0, 1e9, 1e290])
def test_no_scale_is_too_small_or_too_large(scale: float) -> None:
    triangle = truncated_triangular(-5 * scale, 3 * scale, 15 * scale, 0, 10 * scale)
    plain = truncated_triangular(-5, 3, 15, 0, 10)
    normal = truncated_normal(3 * scale, 5 * scale, 0, 10 * scale)
    plain_normal = truncated_normal(3, 5, 0, 10)
    for made, like in ((triangle, plain), (normal, plain_normal)):
        assert made.mean / scale == pytest.approx(like.mean)
        assert made.quantile(0.3) / scale == pytest.approx(like.quantile(0.3))


def test_a_narrow_distribution_far_from_zero_keeps_its_digits() -> None:
    made = truncated_triangular(1e9, 1e9 + 1, 1e9 + 2, 0, 2e9)
    assert made.mean - 1e9 == pytest.approx(1, abs=1e-6)
    assert made.quantile(0.5) - 1e9 == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((3, 2, 4, 0, 10), "^a triangular distribution needs low <= mode <= high and low < high$"),
        ((3, 5, 4, 0, 10), "low <= mode <= high"),
        ((3, 3, 3, 0, 10), "low < high"),
        ((10, 11, 12, 0, 10), "^the distribution does not reach the range$"),
        ((-2, -1, 0, 0, 10), "does not reach"),
        ((0, 1e-200, 1, -1, 1e-201), "^the distribution does not reach the range$"),
    ],
)
def test_a_triangle_that_is_none(numbers: tuple[float, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        truncated_triangular(*numbers)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((5, 0, 0, 10), "^a normal distribution needs a positive deviation$"),
        ((5, -1, 0, 10), "positive deviation"),
        ((5, math.nan, 0, 10), "positive deviation"),
        ((-50, 1, 0, 10), "^the distribution does not reach the range$"),
        ((60, 1, 0, 10), "does not reach"),
    ],
)
def test_a_normal_that_is_none(numbers: tuple[float, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        truncated_normal(*numbers)  # type: ignore[arg-type]
