"""Problems: look-ups, groups of groups, sets and perspectives, texts and levels, faults as data."""

import pytest

from desktop_app.decision.faults import Fault
from desktop_app.decision.performances import AtLevel
from desktop_app.decision.problem import Alternative, Cell, Criterion, Group, Preset, Problem
from desktop_app.decision.scales import Level, NumericScale, VerbalScale
from desktop_app.decision.texts import NO_TEXT, Text

SCALE = VerbalScale((Level(1, Text.plain("low"), Text((("en", "Low"), ("es", "Bajo")))), Level(2, NO_TEXT)))


def problem(*sets: str | None) -> Problem:
    """Two outer groups in these sets, an inner group in the first, and a criterion in each."""
    groups = (
        Group("outer", Text.plain("Outer"), set=sets[0]),
        Group("inner", Text.plain("Inner"), inside="outer"),
        Group("innermost", Text.plain("Innermost"), inside="inner"),
        Group("other", Text.plain("Other"), set=sets[1]),
    )
    criteria = tuple(
        Criterion(name, Text.plain(name), "more_is_better", SCALE, group)
        for name, group in (("a", "innermost"), ("b", "outer"), ("c", "other"))
    )
    alternatives = (Alternative("x", Text.plain("X")), Alternative("y", Text.plain("Y")))
    cells = tuple(tuple(Cell(AtLevel(level)) for level in row) for row in ((1, 2, 1), (2, 1, 2)))
    presets = (Preset("equal", Text.plain("Equal"), {"a": 1, "b": 1, "c": 1}),)
    return Problem("p", Text.plain("P"), alternatives, criteria, cells, groups, presets)


BOTH = problem("effort", "effect")
NO_SETS = problem(None, None)


def test_look_ups_by_id() -> None:
    assert BOTH.criterion("b") is BOTH.criteria[1]
    assert BOTH.alternative("y") is BOTH.alternatives[1]
    assert BOTH.cell("y", "b").performance == AtLevel(1)
    assert BOTH.cell("x", "b").performance == AtLevel(2)
    assert BOTH.preset("equal") is BOTH.presets[0]
    assert BOTH.group_by_id["inner"] is BOTH.groups[1]


def test_ids_that_nothing_has() -> None:
    for look_up in (BOTH.criterion, BOTH.alternative, BOTH.preset):
        with pytest.raises(KeyError, match="nothing"):
            look_up("nothing")
    with pytest.raises(KeyError):
        BOTH.cell("x", "nothing")


def test_groups_hold_what_is_in_the_groups_inside_them() -> None:
    def ids(group: str) -> list[str]:
        return [criterion.id for criterion in BOTH.members(group)]

    assert ids("outer") == ["a", "b"]
    assert ids("inner") == ids("innermost") == ["a"]
    assert ids("other") == ["c"]
    assert [group.id for group in BOTH.ancestors(BOTH.criterion("a"))] == ["innermost", "inner", "outer"]


def test_a_criterion_is_in_the_set_of_its_outermost_group() -> None:
    assert [BOTH.set_of(criterion) for criterion in BOTH.criteria] == ["effort", "effort", "effect"]
    assert [NO_SETS.set_of(criterion) for criterion in NO_SETS.criteria] == [None, None, None]
    alone = Criterion("d", Text.plain("d"), "more_is_better", SCALE)
    assert BOTH.set_of(alone) is None


@pytest.mark.parametrize(
    ("sets", "perspectives"),
    [
        (("effort", "effect"), ("effort", "effect", "both")),
        (("effect", "effort"), ("effort", "effect", "both")),
        (("effort", "effort"), ("effort",)),
        (("effect", "effect"), ("effect",)),
        ((None, None), ()),
    ],
)
def test_perspectives_of_a_deck(sets: tuple[str | None, str | None], perspectives: tuple[str, ...]) -> None:
    one = problem(*sets)
    assert one.perspectives == perspectives
    assert one.default_perspective == (perspectives[0] if perspectives else None)


@pytest.mark.parametrize(
    ("one", "perspective", "ids"),
    [
        (BOTH, "effort", "ab"),
        (BOTH, "effect", "c"),
        (BOTH, "both", "abc"),
        (BOTH, None, "ab"),
        (problem("effect", "effort"), None, "c"),
        (NO_SETS, None, "abc"),
    ],
)
def test_the_criteria_that_count(one: Problem, perspective: str | None, ids: str) -> None:
    assert "".join(criterion.id for criterion in one.counted(perspective)) == ids


@pytest.mark.parametrize(
    ("one", "perspective", "allowed"),
    [
        (BOTH, "costs", ("effort", "effect", "both")),
        (problem("effort", "effort"), "effect", ("effort",)),
        (problem("effort", "effort"), "both", ("effort",)),
        (NO_SETS, "effort", ()),
        (NO_SETS, "both", ()),
    ],
)
def test_a_perspective_that_the_deck_does_not_have(
    one: Problem, perspective: str, allowed: tuple[str, ...]
) -> None:
    with pytest.raises(Fault) as caught:
        one.counted(perspective)
    assert caught.value.kind == "no_such_set"
    assert caught.value.particulars == {"found": perspective, "allowed": allowed}


def test_levels_by_number_and_their_labels() -> None:
    assert SCALE.numbers == (1, 2)
    assert SCALE.level(2) is SCALE.levels[1]
    with pytest.raises(KeyError, match="3"):
        SCALE.level(3)
    assert [level.label("es") for level in SCALE.levels] == ["Bajo", "2"]


def test_a_scale_without_a_unit_has_no_text_for_it() -> None:
    assert NumericScale(0, 1).unit is NO_TEXT


@pytest.mark.parametrize(
    ("text", "language", "wording"),
    [
        (Text((("en", "cost"), ("es", "coste"))), "es", "coste"),
        (Text((("es", "coste"), ("en", "cost"))), "fr", "cost"),
        (Text((("es", "coste"), ("fr", "coût"))), "de", "coste"),
        (Text((("en", "cost"), ("es", ""))), "es", "cost"),
        (Text((("fr", ""), ("es", "coste"))), "de", "coste"),
        (Text.plain("cost"), "es", "cost"),
        (NO_TEXT, "en", ""),
        (Text((("en", ""),)), "en", ""),
    ],
)
def test_a_text_says_what_it_can(text: Text, language: str, wording: str) -> None:
    assert text.say(language) == wording
    assert bool(text) == bool(wording)


def test_a_plain_text_is_the_same_in_every_language() -> None:
    assert Text.plain("cost").versions == (("", "cost"),)


def test_a_fault_tells_its_kind_and_particulars() -> None:
    assert str(Fault("outside", found=3, low="0")) == "outside (found=3, low='0')"
    assert str(Fault("file_empty")) == "file_empty"
    fault = Fault("outside", found=3)
    assert fault.args == ("outside", {"found": 3})
    assert isinstance(fault, ValueError)
