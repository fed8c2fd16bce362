"""Decks that cannot be taken: one sentence with file, line, key, what was found and what is allowed."""

import os
import sys
from pathlib import Path

import pytest

from desktop_app.files.deck import DeckError, load
from desktop_app.files.languages import speaking
from tests.decks import SMALL, TABLE, changed, line_with, refusal, without_performances, write

DIRECTIONS = "allowed are less_is_better, more_is_better."
PERFORMANCES = SMALL[SMALL.index("performances:") : SMALL.index("presets:")]

# (what is changed, by what, a part of the line that is to blame, key, what is said)
CHANGES = [
    # Keys
    ("about:", "abuot:", "abuot", "abuot", "the key “abuot” is not known; allowed are format, id, title, criteria,"),
    ("    unit: M€", "    units: M€", "units", "criteria.cost.units", "the key “units” is not known; allowed are id, title, direction,"),
    ("will: 3, jobs: 2}", "will: {is: 3, bases: stated}, jobs: 2}", "bases", "performances.road.will.bases", "the key “bases” is not known; allowed are is, basis, source, why, would_change."),
    ("{level: 1, text: against}", "{level: 1, txt: against}", "txt", "criteria.will.levels.1.txt", "the key “txt” is not known; allowed are level, text, name, value."),
    ("title: {en: Small, es: Pequeño}", "titel: Small", "titel", "titel", "the key “titel” is not known"),
    ("id: small\n", "id: small\nid: large\n", "id: large", "", "the key “id” stands here twice; each key may stand once."),
    ("will: 3, jobs: 2}", "will: 3, will: 2, jobs: 2}", "will: 2, jobs", "", "the key “will” stands here twice"),
    ("title: {en: Small, es: Pequeño}\n", "", "format", "", "the key “title” is missing."),
    ("    direction: less_is_better\n", "", "id: cost", "criteria.cost", "the key “direction” is missing."),
    ("{id: dam, title: Dam}", "{id: dam}", "id: dam", "alternatives.dam", "the key “title” is missing."),
    ("cost: {is: 80..150, ", "cost: {", "basis: stated", "performances.school.cost", "the key “is” is missing."),
    ("about: Three", "? [about]\n: Three", "? [about]", "", "a key must be a plain text."),
    # Kinds
    ("[0, 200]", "wide", "range: wide", "criteria.cost.range", "found “wide”, but a list must stand here."),
    ("[0, 200]", "[0]", "range:", "criteria.cost.range", "a range is a list of two numbers, the lower one first, such as [0, 100]."),
    ("[0, 200]", "[0, 1, 2]", "range:", "criteria.cost.range", "a range is a list of two numbers"),
    ("[0, 200]", "[0, dear]", "range:", "criteria.cost.range.2", "found “dear”, but a number must stand here."),
    ("{level: 1, text: against}", "{level: one, text: against}", "level: one", "criteria.will.levels.one.level", "found “one”, but a whole number must stand here."),
    ("{level: 1, text: against}", "{level: 1.5, text: against}", "level: 1.5", "criteria.will.levels.1.5.level", "found “1.5”, but a whole number must stand here."),
    ("value: 0.3", "value: 0,3", "value: 0,3", "criteria.jobs.levels.2.3", "the key “3” is not known"),
    ("value: 0.3", 'value: "0,3"', "0,3", "criteria.jobs.levels.2.value", "found “0,3”, but a number must stand here."),
    ("value: 0.3", "value: 1.3", "1.3", "criteria.jobs.levels.2.value", "“1.3” is outside 0 to 1."),
    ("value: 0.3", "value: nan", "nan", "criteria.jobs.levels.2.value", "“nan” is outside 0 to 1."),
    ("value: 0.3", "value: -.inf", "-.inf", "criteria.jobs.levels.2.value", "found “-.inf”, but a number must stand here."),
    ("title: Will\n", "title: [Will]\n", "[Will]", "criteria.will.title", "found a list, but a text must stand here."),
    ("title: Will\n", "title:\n", "    title:\n", "criteria.will.title", "found nothing, but a text must stand here."),
    ("title: Will\n", 'title: "  "\n', '"  "', "criteria.will.title", "there is no text; write at least one word."),
    ("title: Will\n", "title: {}\n", "title: {}", "criteria.will.title", "at least one entry is needed."),
    ("title: Will\n", "title: {en: Will, es: }\n", "es: }", "criteria.will.title.es", "found nothing, but a text must stand here."),
    ("title: Will\n", 'title: {en: Will, es: ""}\n', 'es: ""', "criteria.will.title.es", "there is no text; write at least one word."),
    ("title: Will\n", "title: {en: Will, ES: Voluntad}\n", "ES:", "criteria.will.title.ES", "“ES” is not a language; languages are written en, es, pt-BR."),
    ("title: Will\n", "title: {en: Will, spanish: Voluntad}\n", "spanish:", "criteria.will.title.spanish", "“spanish” is not a language"),
    ("about: Three options of our own making.", "about: {EN: Three}", "EN:", "about.EN", "“EN” is not a language"),
    ("es: [estado, municipios]", "es: estado", "es: estado", "alternatives.road.actors.es", "found “estado”, but a list must stand here."),
    ("es: [estado, municipios]", "ES: [estado, municipios]", "ES:", "alternatives.road.actors.ES", "“ES” is not a language"),
    ("es: [estado, municipios]", "es: [estado]", "es: [estado]", "alternatives.road.actors", "the lists of the languages differ in length."),
    ("countries: [Honduras]", "countries: Honduras", "countries", "alternatives.road.countries", "found “Honduras”, but a list must stand here."),
    ("  - {id: dam, title: Dam}", "  - dam", "- dam", "alternatives.3", "found “dam”, but a mapping must stand here."),
    ("condition:\n  title: Keep talking\n  summary: Without it nothing moves.", "condition: Keep talking", "condition", "condition", "found “Keep talking”, but a mapping must stand here."),
    ("direction: less_is_better", "direction: down", "direction: down", "criteria.cost.direction", f"“down” is not known; {DIRECTIONS}"),
    ("direction: less_is_better", "direction:", "direction:\n", "criteria.cost.direction", "found nothing, but a text must stand here."),
    ("set: effect}", "set: result}", "set: result", "groups.gain.set", "“result” is not known; allowed are effort, effect."),
    ("tier: low", "tier: lowest", "tier: lowest", "alternatives.road.tier", "“lowest” is not known; allowed are low, medium, high."),
    ("basis: stated", "basis: guessed", "guessed", "performances.school.cost.basis", "“guessed” is not known; allowed are stated, inferred, judgement."),
    # Ids
    ("id: small", "id: Small deck", "id: Small", "id", "“Small deck” is not an id; an id begins with a small letter"),
    ("  - id: cost", "  - id: coût", "coût", "criteria.coût.id", "“coût” is not an id"),
    ("  - id: cost", '  - id: "cost\\n"', "cost\\n", "criteria.cost.id", "“cost” is not an id"),
    ("  - id: cost", f"  - id: {'c' * 81}", f"- id: {'c' * 81}", "", "is not an id"),
    ("{id: school, title", "{id: road, title", "{id: road", "alternatives.road.id", "the id “road” is used twice; each id may be used once."),
    ("  - id: jobs", "  - id: will", "", "criteria.will.id", "the id “will” is used twice"),
    ("{id: groups, title", "{id: equal, title", "title: Groups", "presets.equal.id", "the id “equal” is used twice"),
    ("{id: gain, title: Gain, set: effect}", "{id: gain, title: Gain, set: effect}\n  - {id: will, title: Will, inside: work}", "  - id: will", "criteria.will.id", "the id “will” is that of a group; criteria and groups need different ids."),
    # Format
    ("parallel-paths/1", "parallel-paths/2", "format", "format", "the format “parallel-paths/2” is newer than this program, which reads parallel-paths/1; update the program."),
    ("parallel-paths/1", "parallel-paths/0", "format", "format", "the format “parallel-paths/0” is not known; allowed is parallel-paths/1."),
    ("parallel-paths/1", "parallel-paths/²", "format", "format", "is not known; allowed is parallel-paths/1."),
    ("format: parallel-paths/1\n", "", "id: small", "", "the key “format” is missing."),
    ("format: parallel-paths/1", "format: [1]", "format", "format", "found a list, but a text must stand here."),
    # Groups
    ("group: gain", "group: gian", "gian", "criteria.jobs.group", "there is no group “gian”; allowed are work, people, gain."),
    ("inside: work}", "inside: wrok}", "wrok", "groups.people.inside", "there is no group “wrok”; allowed are work, people, gain."),
    ("inside: work}", "inside: people}", "inside: people", "groups.people.inside", "the group “people” lies inside itself."),
    ("set: effort}", "inside: people}", "title: Work", "groups.work.inside", "the group “work” lies inside itself."),
    ("inside: work}", "inside: work, set: effort}", "title: People", "groups.people.set", "a group inside another takes that one's set"),
    ("    group: people\n", "    group: work\n", "title: People", "groups.people", "no criterion is in the group “people”; give it one or remove it."),
    ("    group: people\n", "", "title: People", "groups.people", "no criterion is in the group"),
    ("title: Work, set: effort}", "title: Work}", "- id: cost", "criteria.cost", "the criterion “cost” is in no set while others are; put it in a group of the set effort or effect."),
    # Scales
    ("    range: [0, 200]\n", "", "- id: cost", "criteria.cost", "a criterion needs either levels or a range (with its unit)."),
    ("    group: people\n", "    group: people\n    range: [0, 1]\n", "- id: will", "criteria.will", "a criterion needs either levels or a range"),
    ("[0, 200]", "[5.0, 5]", "[5.0", "criteria.cost.range", "the range 5 to 5 holds no numbers; write the lower number first."),
    ("[0, 200]", "[200, 0.5]", "[200", "criteria.cost.range", "the range 200 to 0.5 holds no numbers"),
    ("[0, 200]", "[0, inf]", "inf]", "criteria.cost.range", "the range reaches to “inf”; it needs two finite numbers."),
    ("[0, 200]", "[-1e400, 200]", "-1e400", "criteria.cost.range.1", "found “-1e400”, but a number must stand here."),
    ("[0, 200]", "[nan, 200]", "nan", "criteria.cost.range", "the range reaches to “nan”"),
    ("[0, 200]", "[-1e308, 1e308]", "[-1e308, 1e308]", "criteria.cost.range", "two finite numbers"),
    ("[0, 200]", "[.nan, 200]", "nan", "criteria.cost.range.1", "found “.nan”, but a number must stand here."),
    ("    group: people\n", "    group: people\n    unit: M€\n", "", "criteria.will.unit", "levels have no unit; remove it or give a range instead of levels."),
    ("{level: 2, text: undecided, name: half}", "{level: 3, text: undecided}", "text: in favour", "criteria.will.levels.3.level", "the level “3” is out of order; levels are written by rising number."),
    ("{level: 1, text: against}", "{level: -1, text: against}", "level: -1", "criteria.will.levels.-1.level", "the level “-1” is negative; levels are numbered from 0 or 1 up."),
    ("      - {level: 1, text: against}\n      - {level: 2, text: undecided, name: half}\n", "", "levels:\n      - {level: 3, text: in", "criteria.will.levels", "at least 2 entries are needed."),
    ("text: some, value: 0.3}", "text: some}", "text: some", "criteria.jobs.levels.2.level", "some levels have a value and this one has none; give one to all levels or to none."),
    ("few, value: 0}", "few, value: 0.1}", "text: few", "criteria.jobs.levels.1.value", "the values must rise from 0 at the first level to 1 at the last."),
    ("many, value: 1}", "many, value: 0.9}", "text: few", "criteria.jobs.levels.1.value", "the values must rise from 0"),
    ("some, value: 0.3}\n      - {level: 3, text: many", "some, value: 0.3}\n      - {level: 3, text: more, value: 0.2}\n      - {level: 4, text: many", "text: few", "criteria.jobs.levels.1.value", "the values must rise from 0"),
    ("group: gain\n    direction: more", "group: gain\n    direction: less", "text: few", "criteria.jobs.levels.1.value", "the values must fall from 1 at the first level to 0 at the last."),
    # Alternatives and performances
    ("  road: {cost: 120, will: 3, jobs: 2}\n", "", "performances:", "performances.road", "the performance of road on cost is missing; write a level, a range or unknown."),
    ("    jobs: unknown\n", "", "  school:", "performances.school", "the performance of school on jobs is missing; write a level, a range or unknown."),
    ("    jobs: unknown\n", "    jobs:\n", "    jobs:\n", "performances.school.jobs", "found nothing, but a level, a range, unknown, or a mapping with the key “is” must stand here."),
    ("    jobs: unknown\n", "    jobs: [2, 3]\n", "[2, 3]", "performances.school.jobs", "found a list, but a level, a range, unknown, or a mapping with the key “is” must stand here."),
    ("    jobs: unknown\n", '    jobs: ""\n', '""', "performances.school.jobs", "“” is not a level; write a level (1 to 3), a range such as 1..3, or unknown."),
    ("    jobs: unknown\n", "    jobs: 2-3\n", "2-3", "performances.school.jobs", "“2-3” is not a level; write a level (1 to 3), a range such as 1..3, or unknown."),
    ("    jobs: unknown\n", "    jobs: 4\n", "jobs: 4", "performances.school.jobs", "the level “4” is not on the scale; allowed are 1..3."),
    ("    jobs: unknown\n", "    jobs: {is: 2..5}\n", "2..5", "performances.school.jobs.is", "the level “5” is not on the scale; allowed are 1..3."),
    ("    jobs: unknown\n", "    jobs: 3..2\n", "3..2", "performances.school.jobs", "the range “3..2” is reversed; write 2..3."),
    ("    jobs: unknown\n", "    jobs: NO\n", "jobs: NO", "performances.school.jobs", "“NO” is not a level"),
    ("{cost: 120,", "{cost: 201,", "cost: 201", "performances.road.cost", "“201” is outside the criterion's range 0 to 200."),
    ("{cost: 120,", "{cost: .nan,", ".nan", "performances.road.cost", "“.nan” is not a number; write 120, 80..150, triangular(80, 100, 150), normal(100, 15) or unknown."),
    ("{cost: 120,", "{cost: -.inf,", "-.inf", "performances.road.cost", "“-.inf” is not a number"),
    ("{cost: 120,", "{cost: 1e400,", "1e400", "performances.road.cost", "“1e400” is outside the criterion's range 0 to 200."),
    ("{cost: 120,", '{cost: "62,5",', "62,5", "performances.road.cost", "“62,5” has a decimal comma; write 62.5, with a decimal point."),
    ("normal(100, 15)", "normal(100, -15)", "normal(100, -15)", "performances.dam.cost", "“normal(100, -15)” is not a distribution on this range; write triangular(low, mode, high)"),
    ("normal(100, 15)", "normal(900, 1)", "normal(900", "performances.dam.cost", "is not a distribution on this range"),
    ("  dam: {cost", "  damm: {cost", "damm", "performances.damm", "there is no alternative “damm”; allowed are road, school, dam."),
    ("{cost: 120, will: 3, jobs", "{cost: 120, will: 3, job", "job: 2", "performances.road.job", "there is no criterion “job”; allowed are cost, will, jobs."),
    ("  road: {cost: 120, will: 3, jobs: 2}", "  road: 3", "road: 3", "performances.road", "found “3”, but a mapping must stand here."),
    (PERFORMANCES, "performances: none\n", "performances: none", "performances", "found “none”, but a mapping must stand here."),
    (PERFORMANCES, "performances: []\n", "performances: []", "performances", "found a list, but a mapping must stand here."),
    (PERFORMANCES, "performances: {}\n", "performances: {}", "performances", "there are no performances; write them here or name a CSV file under “performances_table”."),
    (PERFORMANCES, "performances:\n", "performances:", "performances", "there are no performances"),
    (PERFORMANCES, "", "format", "performances", "there are no performances"),
    ('  - id: road\n    title: Road\n    tier: low\n    actors: {en: [state, towns], es: [estado, municipios]}\n    countries: [Honduras]\n  - {id: school, title: School, tier: medium}\n  - {id: dam, title: Dam}\n', "  []\n", "alternatives:", "alternatives", "at least one entry is needed."),
    # Weights
    ("weights: equal}", "weights: equl}", "equl", "presets.equal.weights", "found “equl”, but weights are equal, equal_groups, or a mapping of criteria to points."),
    ("weights: equal}", "weights: }", "title: Equal", "presets.equal.weights", "found nothing, but weights are equal"),
    ("weights: equal}", "weights: [1, 2]}", "[1, 2]", "presets.equal.weights", "found a list, but weights are equal"),
    ("weights: equal}", "weights: {}}", "{}}", "presets.equal.weights", "all weights are zero; at least one criterion must weigh something."),
    ("{cost: 100, will: 20}", "{cost: x, will: 20}", "cost: x", "presets.thrift.weights.cost", "found “x”, but a number must stand here."),
    ("{cost: 100, will: 20}", "{cost: , will: 20}", "cost: ,", "presets.thrift.weights.cost", "found nothing, but a number must stand here."),
    ("{cost: 100, will: 20}", "{cost: 100, will: -1}", "will: -1", "presets.thrift.weights.will", "“-1” is outside 0 to 100."),
    ("{cost: 100, will: 20}", "{cost: 101.5, will: 20}", "101.5", "presets.thrift.weights.cost", "“101.5” is outside 0 to 100."),
    ("{cost: 100, will: 20}", "{cost: nan, will: 20}", "nan", "presets.thrift.weights.cost", "“nan” is outside 0 to 100."),
    ("{cost: 100, will: 20}", "{cost: inf, will: 20}", "inf", "presets.thrift.weights.cost", "“inf” is outside 0 to 100."),
    ("{cost: 100, will: 20}", "{Cost: 100, will: 20}", "Cost: 100", "presets.thrift.weights.Cost", "“Cost” is not an id"),
    ("{cost: 100, will: 20}", "{costs: 100, will: 20}", "costs", "presets.thrift.weights.costs", "there is no criterion “costs”; allowed are cost, will, jobs."),
    ("{cost: 100, will: 20}", "{cost: 100}", "{cost: 100}", "presets.thrift.weights", "the criterion will has no weight; name every criterion of its set, 0 allowed."),
    ("{cost: 100, will: 20}", "{cost: 0, will: 0}", "{cost: 0", "presets.thrift.weights", "all weights are zero"),
    ("{cost: 100, will: 20}", "{cost: 0, will: 1, jobs: 0}", "jobs: 0}", "presets.thrift.weights", "all weights are zero"),
    # Tables
    (PERFORMANCES, "performances_table: ../scores.csv\n", "performances_table", "performances_table", "“../scores.csv” is not a file in the deck's own folder; write a relative path such as scores.csv."),
    (PERFORMANCES, "performances_table: in/../../scores.csv\n", "performances_table", "performances_table", "is not a file in the deck's own folder"),
    (PERFORMANCES, "performances_table: /etc/passwd\n", "performances_table", "performances_table", "“/etc/passwd” is not a file in the deck's own folder"),
    (PERFORMANCES, "performances_table: C:\\scores.csv\n", "performances_table", "performances_table", "is not a file in the deck's own folder"),
    (PERFORMANCES, "performances_table: C:scores.csv\n", "performances_table", "performances_table", "is not a file in the deck's own folder"),
    (PERFORMANCES, "performances_table: \\\\server\\scores.csv\n", "performances_table", "performances_table", "is not a file in the deck's own folder"),
    (PERFORMANCES, 'performances_table: ""\n', "performances_table", "performances_table", "“” is not a file in the deck's own folder"),
    (PERFORMANCES, 'performances_table: "a\\0b"\n', "performances_table", "performances_table", "is not a file in the deck's own folder"),
    (PERFORMANCES, "performances_table: nothing.csv\n", "performances_table", "performances_table", "there is no file “nothing.csv” in the deck's folder."),
    (PERFORMANCES, f"performances_table: {'x' * 300}.csv\n", "performances_table", "performances_table", "the file cannot be read: the name is too long."),
    (PERFORMANCES, "performances_table: [scores.csv]\n", "performances_table", "performances_table", "found a list, but a text must stand here."),
    # YAML
    ("about: Three", "about: &a Three", "about:", "", "anchors and aliases (&, *, <<) are not allowed; write the text out."),
    ("about: Three options of our own making.", "about: !secret Three", "about:", "", "tags (!) are not allowed"),
    ("about: Three options", "about: Three: options", "about:", "", "this is not valid YAML: mapping values are not allowed in this context."),
    ("about: Three options of our own making.", f"about: {'[' * 40}{']' * 40}", "about:", "", "the nesting is too deep; at most 32 levels are allowed."),
    ("about: Three", "---\nabout: Three", "---", "", "a second document begins here (---); a deck is one document."),
    ("about: Three", "about: \x07Three", "about:", "", "there is a control character that YAML does not allow."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "blamed", "key", "said"), CHANGES)
def test_a_deck_that_cannot_be_taken(
    tmp_path: Path, old: str, new: str, blamed: str, key: str, said: str
) -> None:
    text = changed(old, new)
    error = refusal(tmp_path, text)
    message = str(error)
    assert said in message
    assert message.startswith("deck.yaml, line ")
    assert message.count("\n") == 0 and message.endswith(".")
    assert error.path == tmp_path / "deck.yaml" and error.kind
    if blamed:
        assert error.line == line_with(blamed, text)
    assert message.startswith(f"deck.yaml, line {error.line}: " + (f"{key}: " if key else ""))
    with speaking("es"):
        in_spanish = str(refusal(tmp_path, text))
    assert in_spanish.startswith(f"deck.yaml, línea {error.line}") and said not in in_spanish


def test_a_line_is_blamed_where_the_text_occurs_twice(tmp_path: Path) -> None:
    text = changed("    group: people\n", "    group: people\n    unit: M€\n")
    assert refusal(tmp_path, text).line == line_with("group: people") + 1
    text = changed("  - id: jobs", "  - id: will")
    assert refusal(tmp_path, text).line == line_with("- id: jobs")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "deck.yaml: the file is empty; a deck begins with “format: parallel-paths/1”."),
        (b"# soon\n", "deck.yaml: the file is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "deck.yaml: this is not a text file; a deck is YAML in UTF-8."),
        (
            SMALL.encode("latin-1", "replace"),
            f"deck.yaml, line {line_with('Pequeño')}: the text is not UTF-8; save the file in the encoding UTF-8.",
        ),
        (SMALL.encode("utf-16-le"), "deck.yaml: this is not a text file"),
        (b"- a\n- b\n", "deck.yaml, line 1: a deck is a mapping of keys such as format, id, title,"),
        (b"just words\n", "deck.yaml, line 1: a deck is a mapping"),
        (b"---\n", "deck.yaml, line "),
    ],
)
def test_files_that_are_no_decks(tmp_path: Path, data: bytes, said: str) -> None:
    assert str(refusal(tmp_path, data)).startswith(said)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match=r"nothing\.yaml: there is no such file\."):
        load(tmp_path / "nothing.yaml")
    with pytest.raises(DeckError, match="this is a folder; a deck is a YAML file"):
        load(tmp_path)
    with pytest.raises(DeckError, match="there is no such file"):
        load("a\0b.yaml")
    with pytest.raises(DeckError, match="the name is too long"):
        load("x" * 300 + ".yaml")
    with pytest.raises(DeckError, match="the folder does not exist"):
        load(write(tmp_path) / "deck.yaml")


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not hold the superuser back"
)
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.chmod(0)
    with pytest.raises(DeckError, match="there is no permission"):
        load(path)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    with path.open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    with pytest.raises(DeckError, match="the file has 65 MB; at most 64 MB are allowed"):
        load(path)


def test_a_newer_format_speaks_before_its_unknown_keys(tmp_path: Path) -> None:
    text = changed("parallel-paths/1", "parallel-paths/2").replace("about:", "abstract:")
    assert refusal(tmp_path, text).kind == "format_newer"


def test_what_strangers_wrote_is_shown_short_and_on_one_line(tmp_path: Path) -> None:
    long = "x" * 100_000
    for text in (
        changed("id: small", f"id: {long}"),
        changed("about:", f"{long}:"),
        changed("id: small", f"id: small\n{long}: 1\n{long}: 2"),
        changed("  dam: {cost", f"  ? {long}\n  : {{cost"),
        changed("id: small", '"a\\u202eb\\nc": 1\nid: small'),
    ):
        message = str(refusal(tmp_path, text))
        assert len(message) < 500 and message.isprintable()


# Tables

# (what is changed in the table, by what, line, key, what is said)
TABLE_CHANGES = [
    ("alternative,", "option,", 1, "", "the first column is headed “option”; it must be headed “alternative”."),
    ("will,jobs\n", "wil,jobs\n", 1, "", "there is no criterion “wil”; columns are headed by the ids cost, will, jobs."),
    ("will,jobs\n", "will,\n", 1, "", "there is no criterion “”"),
    ("will,jobs\n", "will,cost\n", 1, "", "the column “cost” stands twice; keep one."),
    ("road,", "rod,", 2, "", "there is no alternative “rod”; allowed are road, school, dam."),
    ("school,", "road,", 3, "", "the alternative “road” has two rows; keep one."),
    ("road,120,3,2", "road,120,3", 2, "", "the row has 3 cells; the head has 4."),
    ("road,120,3,2", "road,120,3,2,", 2, "", "the row has 5 cells; the head has 4."),
    ("road,120,3,2", "\n\nroad,120,3,9", 4, "road.jobs", "the level “9” is not on the scale; allowed are 1..3."),
    ("road,120,3,2", "road,120,3,", 2, "road.jobs", "the performance of road on jobs is missing; write a level, a range or unknown."),
    ("road,120,3,2", 'road,"62,5",3,2', 2, "road.cost", "“62,5” has a decimal comma; write 62.5, with a decimal point."),
    ("road,120,3,2", "road,nan,3,2", 2, "road.cost", "“nan” is not a number"),
    ("road,120,3,2\n", "", 1, "road.cost", "the performance of road on cost is missing"),
    ('"normal(100, 15)"', '"normal(100, 15)', 4, "", "this is not a valid CSV table: unexpected end of data."),
    ('"normal(100, 15)"', '"normal"(100, 15)', 4, "", "this is not a valid CSV table"),
    ("dam,", "dám,", 4, "", "there is no alternative “dám”"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "key", "said"), TABLE_CHANGES)
def test_a_table_that_cannot_be_taken(
    tmp_path: Path, old: str, new: str, line: int, key: str, said: str
) -> None:
    write(tmp_path, changed(old, new, TABLE), "scores.csv")
    error = refusal(tmp_path, without_performances())
    assert str(error).startswith(f"scores.csv, line {line}: " + (f"{key}: " if key else ""))
    assert said in str(error) and str(error).endswith(".") and "\n" not in str(error)
    assert error.path == tmp_path / "scores.csv" and error.line == line


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "scores.csv: the file is empty; a table has a head, “alternative” and the ids of criteria."),
        (b"\n;;\n,,\n", "scores.csv"),
        (b"PK\x03\x04\0\0", "scores.csv: this is not a text file; a table is CSV in UTF-8."),
        (b"alternative,cost\nCooperaci\xf3n,1", "scores.csv, line 2: the text is not UTF-8"),
        (
            b"alternative\n" + b"x" * 200_000,
            "scores.csv, line 2: this is not a valid CSV table: field larger than",
        ),
    ],
)
def test_files_that_are_no_tables(tmp_path: Path, data: bytes, said: str) -> None:
    write(tmp_path, data, "scores.csv")
    assert str(refusal(tmp_path, without_performances())).startswith(said)


def test_a_table_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "scores.csv").mkdir()
    assert str(refusal(tmp_path, without_performances())).endswith("this is a folder; a table is a CSV file.")


def test_a_performance_in_the_deck_and_in_the_table(tmp_path: Path) -> None:
    write(tmp_path, TABLE, "scores.csv")
    text = without_performances("performances_table: scores.csv\nperformances:\n  road:\n    will: 3\n")
    error = refusal(tmp_path, text)
    assert error.line == line_with("    will: 3", text)
    assert "performances.road.will: the performance of road on will stands here and in the table" in str(
        error
    )


def test_a_gap_of_deck_and_table_is_the_decks_where_it_speaks_of_the_alternative(tmp_path: Path) -> None:
    write(tmp_path, changed("road,120,3,2", "road,,3,2", TABLE), "scores.csv")
    text = without_performances("performances_table: scores.csv\nperformances:\n  road: {}\n")
    error = refusal(tmp_path, text)
    assert (error.path.name, error.line) == ("deck.yaml", line_with("road: {}", text))
    assert "performances.road: the performance of road on cost is missing" in str(error)


def test_links_that_lead_out_of_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    write(tmp_path, TABLE, "scores.csv")
    (inside / "scores.csv").symlink_to(tmp_path / "scores.csv")
    (inside / "out").symlink_to(tmp_path)
    (inside / "round").symlink_to(inside / "round")
    for name in ("scores.csv", "out/scores.csv", "round", "round/scores.csv"):
        error = refusal(inside, without_performances(f"performances_table: {name}\n"))
        assert f"performances_table: “{name}” is not a file in the deck's own folder" in str(error)


def test_a_link_within_the_folder_is_taken(tmp_path: Path) -> None:
    write(tmp_path, TABLE, "real.csv")
    (tmp_path / "scores.csv").symlink_to(tmp_path / "real.csv")
    assert load(write(tmp_path, without_performances())).id == "small"
