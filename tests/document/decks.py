"""Decision problems made in Python, for the tests of document and window."""

from collections.abc import Sequence

from desktop_app.decision.performances import UNKNOWN, AtLevel, LevelRange, Performance
from desktop_app.decision.problem import (
    TIERS,
    Alternative,
    Cell,
    Condition,
    Criterion,
    Evidence,
    Group,
    Preset,
    Problem,
)
from desktop_app.decision.scales import Level, VerbalScale
from desktop_app.decision.texts import NO_TEXT, Text

FIVE = VerbalScale(
    tuple(
        Level(number, Text.plain(f"level {number} in words"), Text.plain(name))
        for number, name in enumerate(("very low", "low", "middling", "high", "very high"), start=1)
    )
)


def small(**points: float) -> Problem:
    """Four criteria of effort at shares .4, .3, .2, .1 in two groups, two of effect in one.

    X is best on alpha and beta (score 70), Y on gamma and delta (30), Z is in the middle everywhere (50).
    """
    ids = ("alpha", "beta", "gamma", "delta", "gain", "hope")
    groups = (
        Group("means", Text.plain("Means"), set="effort"),
        Group("ways", Text.plain("Ways"), set="effort"),
        Group("ends", Text.plain("Ends"), set="effect"),
    )
    of = ("means", "means", "ways", "ways", "ends", "ends")
    criteria = tuple(
        Criterion(
            name,
            Text.plain(name.capitalize()),
            "more_is_better",
            FIVE,
            group,
            swing=Text.plain(f"from the worst {name} to the best"),
        )
        for name, group in zip(ids, of, strict=True)
    )
    levels = {"x": (5, 5, 1, 1, 2, 3), "y": (1, 1, 5, 5, 4, 4), "z": (3, 3, 3, 3, 3, 2)}
    alternatives = (
        Alternative("x", Text((("en", "Xylophone"), ("es", "Xilófono"))), tier="low"),
        Alternative("y", Text((("en", "Yacht"), ("es", "Yate"))), tier="high"),
        Alternative("z", Text((("en", "Zeppelin"), ("es", "Zepelín"))), tier="medium"),
    )
    cells = tuple(
        tuple(
            Cell(
                AtLevel(level),
                Evidence("stated", Text.plain("§ 7"), Text.plain(f"Why {one.id} on {criterion.id}.")),
            )
            for level, criterion in zip(levels[one.id], criteria, strict=True)
        )
        for one in alternatives
    )
    first = {"alpha": 40.0, "beta": 30.0, "gamma": 20.0, "delta": 10.0, "gain": 60.0, "hope": 40.0} | points
    presets = (
        Preset("first", Text.plain("As given"), first),
        Preset("second", Text.plain("Ways & means"), dict.fromkeys(ids, 10.0) | {"delta": 70.0}),
    )
    return Problem(
        "small",
        Text((("en", "A small choice"), ("es", "Una elección pequeña"))),
        alternatives,
        criteria,
        cells,
        groups,
        presets,
        condition=Condition(Text.plain("The budget passes"), Text.plain("Nothing happens before.")),
    )


def table(
    rows: int,
    columns: int,
    *,
    titles: Sequence[str] = (),
    heads: Sequence[str] = (),
    groups: int = 0,
    points: Sequence[float] = (),
    performances: Sequence[Performance] | None = None,
    name: str = "table",
) -> Problem:
    """A problem of any size; titles and heads go round, performances too (row by row)."""
    made_groups = tuple(Group(f"g{at}", Text.plain(f"Group {at}")) for at in range(groups))
    criteria = tuple(
        Criterion(
            f"c{at}",
            Text.plain(heads[at % len(heads)] if heads else f"Criterion {at}"),
            "more_is_better",
            FIVE,
            f"g{at * groups // columns}" if groups else None,
        )
        for at in range(columns)
    )
    alternatives = tuple(
        Alternative(
            f"a{at}",
            Text.plain(titles[at % len(titles)] if titles else f"Recommendation {at}"),
            tier=TIERS[at % 3],
        )
        for at in range(rows)
    )
    if performances is None:
        performances = [AtLevel(1 + at) for at in (3, 0, 4, 1, 2, 2, 4, 0, 1, 3, 3)]
    cells = tuple(
        tuple(Cell(performances[(row * columns + column) % len(performances)]) for column in range(columns))
        for row in range(rows)
    )
    weights = {one.id: points[at % len(points)] if points else 100.0 for at, one in enumerate(criteria)}
    return Problem(
        name,
        Text.plain(name.capitalize()),
        alternatives,
        criteria,
        cells,
        made_groups,
        (Preset("given", Text.plain("Given"), weights, NO_TEXT),),
    )


LONG = "The quick brown fox jumps over the lazy dog while everybody watches. " * 5
LONG = LONG[:300]
RIGHT_TO_LEFT = "تعزيز الحوار الإقليمي حول الهجرة والتنمية المستدامة"
EMOJI = "👩🏽‍🌾 Farmers 🌽🇬🇹 and 👨‍👩‍👧‍👦 families"
BREAKS = "First line\nsecond line\r\n\tthird line\u2028fourth line"

ODD: dict[str, Problem] = {
    "one recommendation": table(1, 4),
    "one criterion": table(4, 1),
    "one of each": table(1, 1),
    "all equal": table(5, 4, performances=[AtLevel(3)]),
    "all unknown": table(3, 4, performances=[UNKNOWN]),
    "all ranges": table(3, 4, performances=[LevelRange(1, 5), LevelRange(2, 3)]),
    "300 characters": table(5, 6, titles=[LONG], heads=[LONG], groups=2),
    "right to left": table(5, 6, titles=[RIGHT_TO_LEFT], heads=[RIGHT_TO_LEFT], groups=2),
    "emoji": table(5, 6, titles=[EMOJI], heads=[EMOJI], groups=2),
    "line breaks": table(5, 6, titles=[BREAKS], heads=[BREAKS], groups=2),
    "no weight on most": table(5, 6, groups=2, points=[100, 0, 0, 0, 0, 0]),
    "60 criteria": table(5, 60, groups=7),
    "markup": table(3, 3, titles=["<b>Bold</b> & <script>"], heads=["a < b & c"], groups=1),
}
