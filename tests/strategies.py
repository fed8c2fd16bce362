"""Random decision problems, points and performances, shared by the property tests."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

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
from desktop_app.decision.problem import (
    TIERS,
    Alternative,
    Cell,
    Criterion,
    Evidence,
    Group,
    Preset,
    Problem,
)
from desktop_app.decision.project import Project, start
from desktop_app.decision.scales import Level, NumericScale, Scale, VerbalScale
from desktop_app.decision.texts import Text

FEWEST_POINTS = 0.001
"""The least that a criterion weighs in random points: smaller ones differ by less than scores are rounded to."""


def verbal_scales() -> st.SearchStrategy[VerbalScale]:
    """Scales of two to seven levels that are numbered from 0 or 1, sometimes with gaps."""

    def scale(numbers: Sequence[int]) -> VerbalScale:
        return VerbalScale(tuple(Level(number, Text.plain(f"level {number}")) for number in numbers))

    numbers = st.lists(st.integers(0, 9), min_size=2, max_size=7, unique=True).map(sorted)
    return numbers.map(scale)


def numeric_scales() -> st.SearchStrategy[NumericScale]:
    """Ranges between -1000 and 1000 that are at least 1 wide."""
    low, width = st.integers(-1000, 900), st.integers(1, 100)
    return st.builds(lambda a, w: NumericScale(float(a), float(a + w), Text.plain("unit")), low, width)


def scales() -> st.SearchStrategy[Scale]:
    return verbal_scales() | numeric_scales()


@st.composite
def performances(draw: st.DrawFn, scale: Scale, certain: bool = False) -> Performance:
    """A performance on a scale; a `certain` one is a point."""
    if isinstance(scale, VerbalScale):
        ends = sorted((draw(st.sampled_from(scale.numbers)), draw(st.sampled_from(scale.numbers))))
        if certain or ends[0] == ends[1]:
            return UNKNOWN if not certain and draw(st.booleans()) else AtLevel(ends[0])
        return LevelRange(ends[0], ends[1])
    number = st.floats(scale.low, scale.high)
    if certain:
        return Number(draw(number))
    match draw(st.sampled_from(("number", "range", "triangular", "normal", "unknown"))):
        case "number":
            return Number(draw(number))
        case "range":
            low, high = sorted((draw(number), draw(number)))
            return Number(low) if low == high else NumberRange(low, high)
        case "triangular":
            low, mode, high = sorted((draw(number), draw(number), draw(number)))
            return Number(mode) if high - low < 1e-6 else Triangular(low, mode, high)
        case "normal":
            return Normal(draw(number), draw(st.floats(0.01, 100)))
    return UNKNOWN


@st.composite
def problems(
    draw: st.DrawFn,
    most_alternatives: int = 6,
    most_criteria: int = 6,
    certain: bool = False,
    with_sets: bool | None = None,
) -> Problem:
    """A whole problem: scales of both kinds, groups in sets or none, tiers, two presets."""
    count = draw(st.integers(1, most_alternatives))
    sets = draw(st.booleans()) if with_sets is None else with_sets
    groups = (
        (
            Group("work", Text.plain("Work"), set="effort"),
            Group("gain", Text.plain("Gain"), set="effect"),
        )
        if sets
        else ()
    )
    criteria = []
    for at in range(draw(st.integers(2 if sets else 1, most_criteria))):
        group = ("work", "gain")[at if at < 2 else draw(st.integers(0, 1))] if sets else None
        direction = draw(st.sampled_from(("less_is_better", "more_is_better")))
        criteria.append(Criterion(f"c{at}", Text.plain(f"Criterion {at}"), direction, draw(scales()), group))
    alternatives = tuple(
        Alternative(f"a{at}", Text.plain(f"Alternative {at}"), tier=draw(st.sampled_from((*TIERS, None))))
        for at in range(count)
    )
    cells = tuple(
        tuple(
            Cell(draw(performances(criterion.scale, certain)), Evidence("judgement", Text.plain("§ 1")))
            for criterion in criteria
        )
        for _ in alternatives
    )
    equal = Preset("equal", Text.plain("Equal"), {criterion.id: 100.0 for criterion in criteria})
    other = Preset("other", Text.plain("Other"), {criterion.id: draw(weighing()) for criterion in criteria})
    return Problem(
        "random", Text.plain("Random"), alternatives, tuple(criteria), cells, groups, (equal, other)
    )


def weighing() -> st.SearchStrategy[float]:
    """Points of a criterion that counts for something."""
    return st.floats(FEWEST_POINTS, 100) | st.integers(1, 100).map(float)


@st.composite
def projects(draw: st.DrawFn, **shape: object) -> Project:
    """A problem with one of its presets, seen from one of its perspectives."""
    problem: Problem = draw(problems(**shape))  # type: ignore[arg-type]
    perspective = draw(st.sampled_from(problem.perspectives)) if problem.perspectives else None
    return start(problem, draw(st.sampled_from(("equal", "other"))), perspective)


def values(alternatives: int, criteria: int) -> st.SearchStrategy[np.ndarray]:
    """Values in [0, 1], often with equal ones: levels of a five-level scale or any number."""
    cell = st.sampled_from((0.0, 0.25, 0.5, 0.75, 1.0)) | st.floats(0, 1)
    return arrays(np.float64, (alternatives, criteria), elements=cell)


@st.composite
def tables_with_points(
    draw: st.DrawFn, most_alternatives: int = 8, most_criteria: int = 8
) -> tuple[np.ndarray, np.ndarray]:
    """Values (alternatives, criteria) and points (criteria,) that are not all zero."""
    alternatives = draw(st.integers(1, most_alternatives))
    criteria = draw(st.integers(1, most_criteria))
    points = draw(arrays(np.float64, criteria, elements=st.just(0.0) | weighing()))
    if not points.any():
        points[draw(st.integers(0, criteria - 1))] = draw(weighing())
    return draw(values(alternatives, criteria)), points
