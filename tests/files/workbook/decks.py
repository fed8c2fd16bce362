"""Small decision problems in code, one for each thing that a workbook has to get right."""

from collections.abc import Mapping, Sequence

import numpy as np

from desktop_app.decision.performances import parse
from desktop_app.decision.preferences import Weights
from desktop_app.decision.problem import (
    Alternative,
    Cell,
    Condition,
    Criterion,
    Evidence,
    Group,
    Preset,
    Problem,
    Source,
)
from desktop_app.decision.project import Project
from desktop_app.decision.scales import Level, NumericScale, Scale, VerbalScale
from desktop_app.decision.texts import NO_TEXT, Text

FIVE = VerbalScale(tuple(Level(n, Text.plain(f"what {n} means")) for n in range(1, 6)))
MONEY = NumericScale(0.0, 200.0, Text.plain("million"))


def criterion(
    name: str,
    scale: Scale = FIVE,
    direction: str = "more_is_better",
    group: str | None = None,
    title: str = "",
) -> Criterion:
    return Criterion(
        name,
        Text.plain(title or name.replace("_", " ").title()),
        direction,  # type: ignore[arg-type]
        scale,
        group,
        swing=Text.plain("from **worst** to **best**"),
    )


def project(
    criteria: Sequence[Criterion],
    codes: Mapping[str, Sequence[str]],
    points: Sequence[float],
    *,
    titles: Mapping[str, str] | None = None,
    groups: tuple[Group, ...] = (),
    perspective: str | None = None,
    tiers: Mapping[str, str] | None = None,
) -> Project:
    """A project from a code per criterion for each alternative."""
    evidence = Evidence("stated", Text.plain("§ 2"), Text.plain("Because."), Text.plain("A new finding."))
    problem = Problem(
        "deck",
        Text.plain("A deck"),
        tuple(
            Alternative(
                name,
                Text.plain((titles or {}).get(name, name.upper())),
                tier=(tiers or {}).get(name),  # type: ignore[arg-type]
            )
            for name in codes
        ),
        tuple(criteria),
        tuple(
            tuple(Cell(parse(code, one.scale), evidence) for code, one in zip(row, criteria, strict=True))
            for row in codes.values()
        ),
        groups,
        (
            Preset(
                "first", Text.plain("A point of view"), {one.id: 50.0 for one in criteria}, Text.plain("Why.")
            ),
        ),
        about=Text.plain("About the deck."),
        condition=Condition(Text.plain("Keep talking"), Text.plain("Else nothing holds.")),
        sources=(Source("s", Text.plain("A paper"), "Somebody", "2024", "A press", NO_TEXT),),
    )
    weights = Weights({one.id: float(value) for one, value in zip(criteria, points, strict=True)})
    return Project(problem, weights, perspective or problem.default_perspective)


def mixed() -> Project:
    """Both kinds of scales and directions, ranges, unknowns, distributions, groups in groups, tiers, sets."""
    groups = (
        Group("work", Text.plain("Work"), Text.plain("What it takes."), set="effort"),
        Group("money", Text.plain("Money"), inside="work"),
        Group("gain", Text.plain("Gain"), set="effect"),
    )
    given = VerbalScale(
        tuple(Level(n, Text.plain(f"given {n}"), value=v) for n, v in ((0, 1.0), (2, 0.7), (5, 0.0)))
    )
    criteria = [
        criterion("cost", MONEY, "less_is_better", "money"),
        criterion("upkeep", NumericScale(-10.0, 10.0), "more_is_better", "money"),
        criterion("will", FIVE, "more_is_better", "work"),
        criterion("time", given, "less_is_better", "work"),
        criterion("reach", FIVE, "more_is_better", "gain"),
    ]
    codes = {
        "roads": ("120", "-2.5", "3", "2", "5"),
        "schools": ("80..150", "0", "2..4", "0..5", "4"),
        "wells": ("triangular(80, 100, 150)", "normal(1, 4)", "unknown", "5", "3"),
        "trains": ("unknown", "-10..10", "5", "0", "1..2"),
        "ferries": ("0.125", "9.75", "1", "2..5", "unknown"),
    }
    tiers = {"roads": "low", "schools": "medium", "wells": "high", "trains": "high"}
    return project(criteria, codes, (95, 48.5, 100, 67, 38), groups=groups, tiers=tiers)


def ties() -> Project:
    """An exact tie that floating point does not see: .1 + .2 against .3, and one behind, and one more tie."""
    criteria = [criterion(name) for name in ("a", "b", "c", "d")]
    codes = {"x": "5511", "y": "1151", "z": "1115", "last": "1111", "also": "1111"}
    return project(criteria, {name: tuple(row) for name, row in codes.items()}, (0.1, 0.2, 0.3, 0.4))


def plain(points: Sequence[float] = (40, 30, 20, 10)) -> Project:
    """Four criteria and five alternatives without a tie, whose order depends on the weights."""
    criteria = [criterion(name) for name in ("cost", "will", "time", "base")]
    codes = {"one": "5132", "two": "2351", "three": "1524", "four": "3335", "five": "2213"}
    return project(criteria, {name: tuple(row) for name, row in codes.items()}, points)


TITLES = {
    "sum": "=1+1",
    "plus": "+cmd|' /C calc'!A0",
    "minus": "-2+3",
    "at": "@SUM(A1)",
    "long": "A title that goes on and on " * 10 + "to three hundred letters",
    "right_to_left": "توظيف الشباب والمزارعين",
    "lines": "First line\nsecond line\r\nthird",
    "emoji": "Roads 🚧 and “quotes” & <tags> 'single'",
    "control": "bell\x07 and null\x00",
    "twin_one": "Cost/benefit of the same thirty-one letters: north",
    "twin_two": "Cost/benefit of the same thirty-one letters: south",
}


def titled() -> Project:
    """Titles that spreadsheets like to misread."""
    criteria = [criterion("cost", title="=Cost"), criterion("cost_again", title="=Cost")]
    levels = [str(1 + at % 5) for at in range(len(TITLES))]
    codes = {name: (levels[at], levels[-1 - at]) for at, name in enumerate(TITLES)}
    return project(criteria, codes, (60, 40), titles=TITLES)


def large(alternatives: int, criteria: int, seed: int = 7) -> Project:
    """Random levels and ranges; many titles of one and two lines."""
    random = np.random.default_rng(seed)
    groups = tuple(Group(f"g{at}", Text.plain(f"Group {at}")) for at in range(4))
    columns = [
        criterion(f"c{at}", FIVE, "less_is_better" if at % 2 else "more_is_better", f"g{at % 4}")
        for at in range(criteria)
    ]

    def code() -> str:
        low, high = sorted(random.integers(1, 6, 2))
        return str(low) if low == high or random.random() < 0.7 else f"{low}..{high}"

    codes = {f"a{row}": [code() for _ in columns] for row in range(alternatives)}
    titles = {name: f"Recommendation {name} with a title of middling length" for name in codes}
    return project(columns, codes, random.integers(1, 100, criteria).tolist(), titles=titles, groups=groups)
