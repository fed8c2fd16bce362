"""Codes of performances: what is read, what is written, what is refused and with which particulars."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.decision.faults import Fault
from desktop_app.decision.performances import (
    UNKNOWN,
    AtLevel,
    LevelRange,
    Normal,
    Number,
    NumberRange,
    Performance,
    Triangular,
    code,
    number_text,
    parse,
)
from desktop_app.decision.scales import Level, NumericScale, Scale, VerbalScale
from desktop_app.decision.texts import Text
from tests.strategies import performances, scales

FIVE = VerbalScale(tuple(Level(number, Text.plain(str(number))) for number in range(1, 6)))
GAPS = VerbalScale(tuple(Level(number, Text.plain(str(number))) for number in (0, 2, 7)))
COST = NumericScale(0.0, 200.0, Text.plain("M€"))
BELOW_ZERO = NumericScale(-20.0, -10.0)


@st.composite
def scales_with_performances(draw: st.DrawFn) -> tuple[Scale, Performance]:
    scale = draw(scales())
    return scale, draw(performances(scale))


@given(scales_with_performances())
def test_a_code_reads_back_as_the_same_performance(pair: tuple[Scale, Performance]) -> None:
    scale, performance = pair
    assert parse(code(performance), scale) == performance


@pytest.mark.parametrize(
    ("text", "scale", "performance"),
    [
        ("3", FIVE, AtLevel(3)),
        (" 3 ", FIVE, AtLevel(3)),
        ("03", FIVE, AtLevel(3)),
        ("0", GAPS, AtLevel(0)),
        ("00", GAPS, AtLevel(0)),
        ("2..4", FIVE, LevelRange(2, 4)),
        (" 2 .. 4 ", FIVE, LevelRange(2, 4)),
        ("4..4", FIVE, AtLevel(4)),
        ("0..7", GAPS, LevelRange(0, 7)),
        ("unknown", FIVE, UNKNOWN),
        (" unknown ", COST, UNKNOWN),
        ("120", COST, Number(120.0)),
        ("0", COST, Number(0.0)),
        ("200", COST, Number(200.0)),
        ("62.5", COST, Number(62.5)),
        (".5", COST, Number(0.5)),
        ("5.", COST, Number(5.0)),
        ("+5", COST, Number(5.0)),
        ("1.2e2", COST, Number(120.0)),
        ("80..150", COST, NumberRange(80.0, 150.0)),
        ("80.5 .. 150.25", COST, NumberRange(80.5, 150.25)),
        ("80 .. 80.0", COST, Number(80.0)),
        ("-12", BELOW_ZERO, Number(-12.0)),
        ("-15..-12", BELOW_ZERO, NumberRange(-15.0, -12.0)),
        ("triangular(80, 100, 150)", COST, Triangular(80.0, 100.0, 150.0)),
        ("triangular(80,80,150)", COST, Triangular(80.0, 80.0, 150.0)),
        ("triangular(80,150,150)", COST, Triangular(80.0, 150.0, 150.0)),
        (" triangular ( -50, 100, 250 ) ", COST, Triangular(-50.0, 100.0, 250.0)),
        ("triangular(-999, -900, 1)", COST, Triangular(-999.0, -900.0, 1.0)),
        ("triangular(199, 300, 1199)", COST, Triangular(199.0, 300.0, 1199.0)),
        ("normal(100, 15)", COST, Normal(100.0, 15.0)),
        ("normal(-45, 10)", COST, Normal(-45.0, 10.0)),
        ("normal(245, 10)", COST, Normal(245.0, 10.0)),
        ("normal(100, 200000)", COST, Normal(100.0, 200000.0)),
    ],
)
def test_what_is_read(text: str, scale: Scale, performance: Performance) -> None:
    assert parse(text, scale) == performance


@pytest.mark.parametrize(
    ("text", "scale", "kind", "particulars"),
    [
        ("", FIVE, "level_unreadable", {"found": "", "low": 1, "high": 5}),
        ("high", FIVE, "level_unreadable", {"found": "high", "low": 1, "high": 5}),
        ("Unknown", FIVE, "level_unreadable", {"found": "Unknown", "low": 1, "high": 5}),
        ("2-4", FIVE, "level_unreadable", {"found": "2-4", "low": 1, "high": 5}),
        ("2...4", FIVE, "level_unreadable", {"found": "2...4", "low": 1, "high": 5}),
        ("٣", FIVE, "level_unreadable", {"found": "٣", "low": 1, "high": 5}),
        ("3\n4", FIVE, "level_unreadable", {"found": "3\n4", "low": 1, "high": 5}),
        ("6", FIVE, "level_not_on_scale", {"found": "6", "allowed": "1..5"}),
        ("0", FIVE, "level_not_on_scale", {"found": "0", "allowed": "1..5"}),
        ("2.5", FIVE, "level_not_on_scale", {"found": "2.5", "allowed": "1..5"}),
        ("3.0", FIVE, "level_not_on_scale", {"found": "3.0", "allowed": "1..5"}),
        ("-3", FIVE, "level_not_on_scale", {"found": "-3", "allowed": "1..5"}),
        ("+3", FIVE, "level_not_on_scale", {"found": "+3", "allowed": "1..5"}),
        ("2..6", FIVE, "level_not_on_scale", {"found": "6", "allowed": "1..5"}),
        ("0..4", FIVE, "level_not_on_scale", {"found": "0", "allowed": "1..5"}),
        ("1", GAPS, "level_not_on_scale", {"found": "1", "allowed": (0, 2, 7)}),
        ("9" * 5000, FIVE, "level_not_on_scale", {"found": "9" * 5000, "allowed": "1..5"}),
        ("4..2", FIVE, "range_reversed", {"found": "4..2", "better": "2..4"}),
        ("cheap", COST, "number_unreadable", {"found": "cheap"}),
        ("", COST, "number_unreadable", {"found": ""}),
        (".nan", COST, "number_unreadable", {"found": ".nan"}),
        ("nan", COST, "number_unreadable", {"found": "nan"}),
        ("inf", COST, "number_unreadable", {"found": "inf"}),
        ("1_000", COST, "number_unreadable", {"found": "1_000"}),
        ("12.7a", COST, "number_unreadable", {"found": "12.7a"}),
        ("1,000,000", COST, "number_unreadable", {"found": "1,000,000"}),
        ("80...5", COST, "number_unreadable", {"found": "80...5"}),
        ("80....5", COST, "number_unreadable", {"found": "80....5"}),
        ("80..", COST, "number_unreadable", {"found": "80.."}),
        ("uniform(1, 2)", COST, "number_unreadable", {"found": "uniform(1, 2)"}),
        ("62,5", COST, "number_decimal_comma", {"found": "62,5", "better": "62.5"}),
        (" -62,5 ", BELOW_ZERO, "number_decimal_comma", {"found": " -62,5 ", "better": "-62.5"}),
        ("201", COST, "number_outside", {"found": "201", "low": "0", "high": "200"}),
        ("-0.5", COST, "number_outside", {"found": "-0.5", "low": "0", "high": "200"}),
        ("1e400", COST, "number_outside", {"found": "1e400", "low": "0", "high": "200"}),
        ("80..201", COST, "number_outside", {"found": "201", "low": "0", "high": "200"}),
        ("-1..80", COST, "number_outside", {"found": "-1", "low": "0", "high": "200"}),
        ("150..80", COST, "range_reversed", {"found": "150..80", "better": "80..150"}),
        ("150.5..80", COST, "range_reversed", {"found": "150.5..80", "better": "80..150.5"}),
    ],
)
def test_what_is_refused(text: str, scale: Scale, kind: str, particulars: dict[str, object]) -> None:
    with pytest.raises(Fault) as caught:
        parse(text, scale)
    assert (caught.value.kind, caught.value.particulars) == (kind, particulars)


@pytest.mark.parametrize(
    "text",
    [
        "triangular(100, 80, 150)",
        "triangular(80, 160, 150)",
        "triangular(100, 100, 100)",
        "triangular(80, 100)",
        "triangular(80, 100, 150, 160)",
        "triangular(80, 100, cheap)",
        "triangular(80, 100, )",
        "triangular()",
        "triangular(80, 100, 1e400)",
        "triangular(200, 210, 220)",
        "triangular(-30, -20, 0)",
        "triangular(-1000, -900, 1)",
        "triangular(199, 300, 1200)",
        "triangular(-1e308, 0, 1e308)",
        "normal(100, 0)",
        "normal(100, -15)",
        "normal(100)",
        "normal(100, 15, 3)",
        "normal(, 15)",
        "normal(100, 1e400)",
        "normal(-46, 10)",
        "normal(246, 10)",
        "normal(100, 200001)",
    ],
)
def test_a_distribution_that_is_none_on_the_range_is_refused(text: str) -> None:
    with pytest.raises(Fault) as caught:
        parse(text, COST)
    assert (caught.value.kind, caught.value.particulars) == ("distribution_wrong", {"found": text})


@pytest.mark.parametrize(
    ("performance", "text"),
    [
        (AtLevel(3), "3"),
        (LevelRange(2, 4), "2..4"),
        (Number(120.0), "120"),
        (Number(62.5), "62.5"),
        (Number(-0.0), "0"),
        (Number(1e20), "1e+20"),
        (NumberRange(80.0, 150.5), "80..150.5"),
        (Triangular(80.0, 100.0, 150.0), "triangular(80, 100, 150)"),
        (Normal(100.0, 15.0), "normal(100, 15)"),
        (UNKNOWN, "unknown"),
    ],
)
def test_what_is_written(performance: Performance, text: str) -> None:
    assert code(performance) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_written_with_all_its_digits(number: float) -> None:
    assert float(number_text(number)) == number


def test_whole_numbers_are_written_without_a_point_as_far_as_they_are_exact() -> None:
    assert [number_text(number) for number in (5.0, -5.0, 999999999999999.0, 1e15, 0.1)] == [
        "5",
        "-5",
        "999999999999999",
        "1000000000000000.0",
        "0.1",
    ]


@given(st.text(max_size=30), st.sampled_from((FIVE, GAPS, COST, BELOW_ZERO)))
def test_any_text_is_read_or_refused_in_words(text: str, scale: Scale) -> None:
    try:
        performance = parse(text, scale)
    except Fault:
        return
    assert parse(code(performance), scale) == performance


@given(
    st.sampled_from(("triangular", "normal")),
    st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=2, max_size=3),
)
def test_distributions_that_are_taken_are_finite_and_ordered(name: str, numbers: list[float]) -> None:
    text = f"{name}({', '.join(map(repr, numbers))})"
    try:
        performance = parse(text, COST)
    except Fault as fault:
        assert fault.kind == "distribution_wrong"
        return
    match performance:
        case Triangular(low, mode, high):
            assert low <= mode <= high and low < high
        case Normal(mean, deviation):
            assert math.isfinite(mean) and deviation > 0
        case _:
            raise AssertionError(performance)
