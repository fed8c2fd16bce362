"""Means and percentiles of distributions that are truncated to a range and renormalised.

Johnson, Kotz & Balakrishnan, *Continuous Univariate Distributions* (2nd ed., 1994–95): vol. 1 ch. 13.10.1
for the truncated normal; the truncated triangular follows from its piecewise linear density.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist

_STANDARD = NormalDist()
_ROOT = math.sqrt(2)


@dataclass(frozen=True, slots=True)
class Truncated:
    """A distribution on [low, high], in the unit of its numbers; `quantile` maps [0, 1] into it."""

    low: float
    high: float
    mean: float
    quantile: Callable[[float], float]


def truncated_triangular(low: float, mode: float, high: float, floor: float, ceiling: float) -> Truncated:
    """Triangular(low, mode, high) truncated to [floor, ceiling].

    Needs low <= mode <= high, low < high and an overlap with the range; raises ValueError otherwise.
    """
    if not (low <= mode <= high and low < high):
        raise ValueError("a triangular distribution needs low <= mode <= high and low < high")
    left, right = max(low, floor), min(high, ceiling)
    if not left < right:
        raise ValueError("the distribution does not reach the range")
    # In widths of the triangle, and measured from its mode: a narrow distribution far from 0 loses no
    # digits, and the squares of very large or small numbers stay within what a float holds.
    width = high - low
    rise, fall = (mode - low) / width, (high - mode) / width
    start, end = (left - mode) / width, (right - mode) / width

    def primitives(distance: float, foot: float) -> tuple[float, float]:
        """Integrals of the density 2 (foot - |distance|) / foot, and of distance times it, from the mode."""
        if foot <= 0:
            return 0.0, 0.0
        near = distance * (2 * foot - distance) / foot
        return near, distance * distance * (foot - 2 * distance / 3) / foot

    mass_below, mass_above, offset = 0.0, 0.0, 0.0
    if start < 0:
        (far, far_moment), (near, near_moment) = primitives(-start, rise), primitives(max(-end, 0.0), rise)
        mass_below = far - near
        offset -= far_moment - near_moment
    if end > 0:
        (far, far_moment), (near, near_moment) = primitives(end, fall), primitives(max(start, 0.0), fall)
        mass_above = far - near
        offset += far_moment - near_moment
    mass = mass_below + mass_above
    if mass <= 0:
        raise ValueError("the distribution does not reach the range")
    foot_left, foot_right = (left - low) / width, (high - right) / width

    def quantile(q: float) -> float:
        target = q * mass
        if target <= mass_below:
            x = low + width * math.sqrt(foot_left**2 + target * rise)
        else:
            x = high - width * math.sqrt(foot_right**2 + max(0.0, mass - target) * fall)
        return min(max(x, left), right)

    return Truncated(left, right, min(max(mode + width * offset / mass, left), right), quantile)


def truncated_normal(mean: float, deviation: float, floor: float, ceiling: float) -> Truncated:
    """Normal(mean, deviation) truncated to [floor, ceiling].

    Raises ValueError where the deviation is not positive or the range holds next to nothing of it.
    """
    if not deviation > 0:
        raise ValueError("a normal distribution needs a positive deviation")
    alpha, beta = (floor - mean) / deviation, (ceiling - mean) / deviation
    # Each tail is taken on its own side, because 1 minus a small tail keeps none of its digits.
    below, above = _tail(alpha), _tail(-beta)
    if alpha > 0:
        mass = _tail(-alpha) - above
    elif beta < 0:
        mass = _tail(beta) - below
    else:
        mass = (math.erf(beta / _ROOT) - math.erf(alpha / _ROOT)) / 2
    if mass <= 1e-12:
        raise ValueError("the distribution does not reach the range")
    centre = mean + deviation * (_STANDARD.pdf(alpha) - _STANDARD.pdf(beta)) / mass

    def quantile(q: float) -> float:
        if q <= 0.0:
            return floor
        if q >= 1.0:
            return ceiling
        lower, upper = below + q * mass, above + (1.0 - q) * mass
        x = -deviation * _STANDARD.inv_cdf(upper) if upper < 0.5 else deviation * _STANDARD.inv_cdf(lower)
        return min(max(mean + x, floor), ceiling)

    return Truncated(floor, ceiling, min(max(centre, floor), ceiling), quantile)


def _tail(x: float) -> float:
    """The part of a standard normal below x."""
    return 0.5 * math.erfc(-x / _ROOT)
