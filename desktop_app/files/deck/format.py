"""The shape of a deck file, from which the reader and the JSON Schema are made."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

FORMAT = "parallel-paths/1"

Id = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_-]*$", max_length=80)]
TextField = Annotated[
    str | dict[Annotated[str, Meta(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")], str],
    Meta(description="A text, or one text per language: {en: …, es: …}"),
]
Texts = Annotated[
    list[TextField] | dict[str, list[str]],
    Meta(description="A list of texts, or one list per language: {en: […], es: […]}"),
]
Code = Annotated[
    str | int | float,
    Meta(
        description="3, 2..4, unknown; numbers also 120, 80..150, triangular(80, 100, 150), normal(100, 15)"
    ),
]
Points = Annotated[float, Meta(ge=0, le=100)]


class _Part(Struct, forbid_unknown_fields=True, kw_only=True):
    """A part of the deck: keys that it does not know are refused."""


class SourcePart(_Part):
    id: Id
    title: TextField
    authors: str | None = None
    year: str | int | None = None
    publisher: str | None = None
    note: TextField | None = None


class ConditionPart(_Part):
    title: TextField
    summary: TextField | None = None


class GroupPart(_Part):
    id: Id
    title: TextField
    about: TextField | None = None
    set: Literal["effort", "effect"] | None = None
    inside: Id | None = None


class LevelPart(_Part):
    level: int
    text: TextField
    name: TextField | None = None
    value: Annotated[float, Meta(ge=0, le=1)] | None = None


class CriterionPart(_Part):
    id: Id
    title: TextField
    direction: Literal["less_is_better", "more_is_better"]
    group: Id | None = None
    about: TextField | None = None
    levels: Annotated[list[LevelPart], Meta(min_length=2)] | None = None
    unit: TextField | None = None
    range: tuple[float, float] | None = None
    swing: TextField | None = None


class AlternativePart(_Part):
    id: Id
    title: TextField
    summary: TextField | None = None
    tier: Literal["low", "medium", "high"] | None = None
    actors: Texts | None = None
    countries: Texts | None = None
    builds_on: TextField | None = None


class CellPart(_Part, rename={"performance": "is"}):
    performance: Code
    basis: Literal["stated", "inferred", "judgement"] | None = None
    source: TextField | None = None
    why: TextField | None = None
    would_change: TextField | None = None


CellField = Code | CellPart


class PresetPart(_Part):
    id: Id
    title: TextField
    weights: Literal["equal", "equal_groups"] | dict[Id, Points]
    argument: TextField | None = None


class DeckPart(_Part):
    """A decision problem for Parallel Paths."""

    format: str
    id: Id
    title: TextField
    criteria: Annotated[list[CriterionPart], Meta(min_length=1)]
    alternatives: Annotated[list[AlternativePart], Meta(min_length=1)]
    performances: dict[Id, dict[Id, CellField]] | None = None
    performances_table: (
        Annotated[
            str, Meta(description="A CSV file beside the deck: a row per alternative, a column per criterion")
        ]
        | None
    ) = None
    groups: list[GroupPart] = []
    presets: list[PresetPart] = []
    about: TextField | None = None
    condition: ConditionPart | None = None
    sources: list[SourcePart] = []
