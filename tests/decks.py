"""The text of a small deck that uses every part of the format, and what changes of it say."""

from pathlib import Path

from desktop_app.decision.problem import Problem
from desktop_app.files.deck import DeckError, load

SMALL = """\
format: parallel-paths/1
id: small
title: {en: Small, es: Pequeño}
about: Three options of our own making.
condition:
  title: Keep talking
  summary: Without it nothing moves.
sources:
  - id: report
    title: A report
    year: 2024
groups:
  - {id: work, title: Work, set: effort}
  - {id: people, title: People, inside: work}
  - {id: gain, title: Gain, set: effect}
criteria:
  - id: cost
    title: {en: Cost, es: Coste}
    group: work
    direction: less_is_better
    unit: M€
    range: [0, 200]
    swing: from 200 to nothing
  - id: will
    title: Will
    group: people
    direction: more_is_better
    levels:
      - {level: 1, text: against}
      - {level: 2, text: undecided, name: half}
      - {level: 3, text: in favour}
  - id: jobs
    title: Jobs
    group: gain
    direction: more_is_better
    levels:
      - {level: 1, text: few, value: 0}
      - {level: 2, text: some, value: 0.3}
      - {level: 3, text: many, value: 1}
alternatives:
  - id: road
    title: Road
    tier: low
    actors: {en: [state, towns], es: [estado, municipios]}
    countries: [Honduras]
  - {id: school, title: School, tier: medium}
  - {id: dam, title: Dam}
performances:
  road: {cost: 120, will: 3, jobs: 2}
  school:
    cost: {is: 80..150, basis: stated, source: § 2, why: the budget, would_change: a tender}
    will: 2..3
    jobs: unknown
  dam: {cost: "normal(100, 15)", will: 1, jobs: 3}
presets:
  - {id: equal, title: Equal, weights: equal}
  - {id: groups, title: Groups, weights: equal_groups}
  - id: thrift
    title: Thrift
    argument: Money is short.
    weights: {cost: 100, will: 20}
"""

TABLE = """\
alternative,cost,will,jobs
road,120,3,2
school,80..150,2..3,unknown
dam,"normal(100, 15)",1,3
"""


def changed(old: str, new: str, text: str = SMALL) -> str:
    """The small deck with one part, which must occur once, replaced."""
    assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times"
    return text.replace(old, new)


def without_performances(extra: str = "performances_table: scores.csv\n") -> str:
    """The small deck with a table instead of its performances."""
    start, end = SMALL.index("performances:"), SMALL.index("presets:")
    return SMALL[:start] + extra + SMALL[end:]


def write(folder: Path, text: str | bytes = SMALL, name: str = "deck.yaml") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def read(folder: Path, text: str | bytes = SMALL) -> Problem:
    """The problem in a deck. Raises DeckError."""
    return load(write(folder, text))


def refusal(folder: Path, text: str | bytes) -> DeckError:
    """What is said about a deck that cannot be taken."""
    try:
        read(folder, text)
    except DeckError as error:
        return error
    raise AssertionError("the deck was taken")


def line_with(part: str, text: str = SMALL) -> int:
    """The line, from 1, on which a part stands that occurs once."""
    assert text.count(part) == 1, f"{part!r} occurs {text.count(part)} times"
    return text[: text.index(part)].count("\n") + 1
