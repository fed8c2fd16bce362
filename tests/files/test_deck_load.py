"""A deck that can be taken: what becomes of each of its parts, from YAML alone or with a table beside it."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.decision.performances import (
    UNKNOWN,
    AtLevel,
    LevelRange,
    Normal,
    Number,
    NumberRange,
    code,
)
from desktop_app.decision.problem import (
    NO_EVIDENCE,
    Alternative,
    Cell,
    Condition,
    Criterion,
    Evidence,
    Group,
    Problem,
    Source,
)
from desktop_app.decision.project import start
from desktop_app.decision.scales import Level, NumericScale, VerbalScale
from desktop_app.decision.texts import NO_TEXT, Text
from desktop_app.engine.ranking import rank
from desktop_app.files import places
from desktop_app.files.deck import load
from tests.decks import SMALL, TABLE, changed, read, without_performances, write
from tests.strategies import problems

plain = Text.plain


def performances(problem: Problem) -> list[list[str]]:
    return [[code(cell.performance) for cell in row] for row in problem.cells]


WRITTEN = [["120", "3", "2"], ["80..150", "2..3", "unknown"], ["normal(100, 15)", "1", "3"]]


def test_every_part_of_a_deck(tmp_path: Path) -> None:
    problem = read(tmp_path)
    assert (problem.id, problem.title) == ("small", Text((("en", "Small"), ("es", "Pequeño"))))
    assert problem.about == plain("Three options of our own making.")
    assert problem.condition == Condition(plain("Keep talking"), plain("Without it nothing moves."))
    assert problem.sources == (Source("report", plain("A report"), year="2024"),)
    assert problem.groups == (
        Group("work", plain("Work"), set="effort"),
        Group("people", plain("People"), inside="work"),
        Group("gain", plain("Gain"), set="effect"),
    )
    cost, will, jobs = problem.criteria
    assert cost == Criterion(
        "cost",
        Text((("en", "Cost"), ("es", "Coste"))),
        "less_is_better",
        NumericScale(0.0, 200.0, plain("M€")),
        "work",
        swing=plain("from 200 to nothing"),
    )
    assert will.scale == VerbalScale(
        (
            Level(1, plain("against")),
            Level(2, plain("undecided"), plain("half")),
            Level(3, plain("in favour")),
        )
    )
    assert isinstance(jobs.scale, VerbalScale)
    assert [level.value for level in jobs.scale.levels] == [0, 0.3, 1]
    assert problem.alternatives == (
        Alternative(
            "road",
            plain("Road"),
            tier="low",
            actors=(
                Text((("en", "state"), ("es", "estado"))),
                Text((("en", "towns"), ("es", "municipios"))),
            ),
            countries=(plain("Honduras"),),
        ),
        Alternative("school", plain("School"), tier="medium"),
        Alternative("dam", plain("Dam")),
    )
    assert problem.cells == (
        (Cell(Number(120.0)), Cell(AtLevel(3)), Cell(AtLevel(2))),
        (
            Cell(
                NumberRange(80.0, 150.0),
                Evidence("stated", plain("§ 2"), plain("the budget"), plain("a tender")),
            ),
            Cell(LevelRange(2, 3)),
            Cell(UNKNOWN),
        ),
        (Cell(Normal(100.0, 15.0)), Cell(AtLevel(1)), Cell(AtLevel(3))),
    )
    assert [preset.id for preset in problem.presets] == ["equal", "groups", "thrift"]
    assert problem.presets[0].points == {"cost": 100, "will": 100, "jobs": 100}
    assert problem.presets[1].points == {"cost": 50, "will": 50, "jobs": 100}
    # A set that a preset leaves out is weighed equally.
    assert problem.presets[2].points == {"cost": 100, "will": 20, "jobs": 100}
    assert problem.presets[2].argument == plain("Money is short.")


def test_the_least_that_a_deck_needs(tmp_path: Path) -> None:
    problem = read(
        tmp_path,
        "format: parallel-paths/1\nid: d\ntitle: D\n"
        "criteria: [{id: c, title: C, direction: more_is_better, range: [-1, 1]}]\n"
        "alternatives: [{id: a, title: A}]\nperformances: {a: {c: 0.5}}\n",
    )
    assert problem.cells == ((Cell(Number(0.5)),),)
    assert (problem.groups, problem.presets, problem.sources) == ((), (), ())
    assert problem.condition is None
    assert problem.criteria[0].scale == NumericScale(-1.0, 1.0, NO_TEXT)
    assert problem.sets == ()


def test_keys_without_a_value_are_as_good_as_absent(tmp_path: Path) -> None:
    text = changed("    year: 2024\n", "    year:\n    authors: ~\n    publisher: null\n    note:\n")
    assert read(tmp_path, text).sources == (Source("report", plain("A report")),)


def test_a_word_of_yaml_is_a_text_in_a_deck(tmp_path: Path) -> None:
    text = changed("title: Dam", "title: NO, countries: [NO, 2024-05-01, 1e3]")
    dam = read(tmp_path, text).alternatives[2]
    assert dam.title == plain("NO")
    assert dam.countries == (plain("NO"), plain("2024-05-01"), plain("1e3"))


def test_equal_cells_are_one_object(tmp_path: Path) -> None:
    problem = read(tmp_path, changed('dam: {cost: "normal(100, 15)", will: 1', "dam: {cost: 120, will: 3"))
    assert problem.cells[0][0] is problem.cells[2][0]
    assert problem.cells[2][1].evidence is NO_EVIDENCE


def test_a_cell_without_evidence_in_the_long_form(tmp_path: Path) -> None:
    problem = read(tmp_path, changed("road: {cost: 120", "road: {cost: {is: 120}"))
    assert problem.cells[0][0] == Cell(Number(120.0))
    assert problem.cells[0][0].evidence is NO_EVIDENCE


@pytest.mark.parametrize(
    "data", [SMALL.encode("utf-8-sig"), SMALL.encode("utf-16"), SMALL.replace("\n", "\r\n")]
)
def test_marks_and_line_ends_of_other_systems(tmp_path: Path, data: bytes | str) -> None:
    assert read(tmp_path, data) == read(tmp_path, SMALL)


def test_levels_may_fall_in_value_where_less_is_better(tmp_path: Path) -> None:
    text = changed(
        "    group: gain\n    direction: more_is_better", "    group: gain\n    direction: less_is_better"
    )
    for old, new in (("few, value: 0}", "few, value: 1}"), ("many, value: 1}", "many, value: 0}")):
        text = changed(old, new, text)
    scale = read(tmp_path, text).criteria[2].scale
    assert isinstance(scale, VerbalScale)
    assert [level.value for level in scale.levels] == [1, 0.3, 0]


def test_values_may_stay_level_for_a_while(tmp_path: Path) -> None:
    scale = read(tmp_path, changed("value: 0.3", "value: 0")).criteria[2].scale
    assert isinstance(scale, VerbalScale)
    assert [level.value for level in scale.levels] == [0, 0, 1]


# Tables


@pytest.mark.parametrize(
    "table",
    [
        TABLE,
        TABLE.replace("\n", "\r\n"),
        "\ufeff" + TABLE,
        "\n\n" + TABLE.replace("dam,", "\n\ndam,"),
        "alternative;cost;will;jobs\nroad;120;3;2\nschool;80..150;2..3;unknown\ndam;normal(100, 15);1;3",
        "alternative\tjobs\twill\tcost\n"
        "dam\t3\t1\tnormal(100, 15)\nschool\tunknown\t2..3\t80..150\nroad\t2\t3\t120\n",
        ' alternative , cost,will , jobs\n road , 120 ,3, 2\nschool,80..150,2..3,unknown\ndam,"normal(100, 15)",1,3\n',
    ],
)
def test_tables_as_people_keep_them(tmp_path: Path, table: str) -> None:
    write(tmp_path, table, "scores.csv")
    assert performances(read(tmp_path, without_performances())) == WRITTEN


def test_a_table_in_the_encoding_of_spreadsheets(tmp_path: Path) -> None:
    write(tmp_path, TABLE.replace('"normal(100, 15)"', "100").encode("utf-16"), "scores.csv")
    assert performances(read(tmp_path, without_performances()))[2] == ["100", "1", "3"]


def test_a_table_in_a_folder_inside(tmp_path: Path) -> None:
    (tmp_path / "in" / "side").mkdir(parents=True)
    write(tmp_path / "in" / "side", TABLE, "scores.csv")
    text = without_performances("performances_table: ./in/side/scores.csv\n")
    assert performances(read(tmp_path, text)) == WRITTEN


def test_deck_and_table_fill_each_others_gaps(tmp_path: Path) -> None:
    write(tmp_path, "alternative,cost,will\nroad,120,\nschool,,2..3\n", "scores.csv")
    text = without_performances(
        "performances_table: scores.csv\nperformances:\n  road: {will: 3, jobs: 2}\n"
        '  school: {cost: 80..150, jobs: unknown}\n  dam: {cost: "normal(100, 15)", will: 1, jobs: 3}\n'
    )
    assert performances(read(tmp_path, text)) == WRITTEN


def test_a_deck_that_is_reached_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    write(tmp_path / "real", TABLE, "scores.csv")
    write(tmp_path / "real", without_performances())
    (tmp_path / "linked").symlink_to(tmp_path / "real")
    assert performances(load(tmp_path / "linked" / "deck.yaml")) == WRITTEN


def test_a_deck_is_found_by_name_too(tmp_path: Path) -> None:
    assert load(str(write(tmp_path))) == load(tmp_path / "deck.yaml")


# Whole decks


@pytest.mark.parametrize("path", sorted(places.criteria().rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_decks_that_come_with_the_program(path: Path) -> None:
    problem = load(path)
    for preset in problem.presets:
        for perspective in problem.perspectives or (None,):
            ranking = rank(start(problem, preset.id, perspective))
            assert sorted(ranking.table.alternatives) == sorted(one.id for one in problem.alternatives)


def as_yaml(problem: Problem) -> str:
    """A random problem as a deck; texts are plain and quoted."""
    lines = ["format: parallel-paths/1", f"id: {problem.id}", f'title: "{problem.title.say("en")}"']
    lines.append("groups:" if problem.groups else "groups: []")
    lines += [
        f'  - {{id: {group.id}, title: "{group.title.say("en")}", set: {group.set}}}'
        for group in problem.groups
    ]
    lines.append("criteria:")
    for one in problem.criteria:
        lines.append(f'  - id: {one.id}\n    title: "{one.title.say("en")}"\n    direction: {one.direction}')
        if one.group:
            lines.append(f"    group: {one.group}")
        if isinstance(one.scale, NumericScale):
            lines.append(f"    range: [{one.scale.low!r}, {one.scale.high!r}]\n    unit: unit")
        else:
            lines.append("    levels:")
            lines += [
                f'      - {{level: {at.number}, text: "{at.text.say("en")}"}}' for at in one.scale.levels
            ]
    lines.append("alternatives:")
    for alternative in problem.alternatives:
        tier = f", tier: {alternative.tier}" if alternative.tier else ""
        lines.append(f'  - {{id: {alternative.id}, title: "{alternative.title.say("en")}"{tier}}}')
    lines.append("performances:")
    for alternative, row in zip(problem.alternatives, problem.cells, strict=True):
        lines.append(f"  {alternative.id}:")
        for one, cell in zip(problem.criteria, row, strict=True):
            lines.append(f'    {one.id}: {{is: "{code(cell.performance)}", basis: judgement, source: "§ 1"}}')
    lines.append("presets:")
    for preset in problem.presets:
        points = ", ".join(f"{name}: {value!r}" for name, value in preset.points.items())
        lines.append(f'  - {{id: {preset.id}, title: "{preset.title.say("en")}", weights: {{{points}}}}}')
    return "\n".join(lines) + "\n"


@settings(max_examples=40)
@given(problem=problems(), data=st.data())
def test_any_problem_comes_back_from_its_deck(
    tmp_path_factory: pytest.TempPathFactory, problem: Problem, data: st.DataObject
) -> None:
    assert read(tmp_path_factory.mktemp("deck"), as_yaml(problem)) == problem


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs a file without an end")  # noqa: PTH110
def test_a_file_without_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.files.deck import DeckError, read

    monkeypatch.setattr(read, "MOST_BYTES", 1000)
    with pytest.raises(DeckError, match="MB are allowed") as caught:
        load("/dev/zero")
    assert caught.value.kind == "too_large"
