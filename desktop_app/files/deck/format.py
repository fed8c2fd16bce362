"""The shape of a deck file, from which the reader and the JSON Schema are made."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

FORMAT = "parallel-paths/1"

ID_PATTERN = r"^[a-z][a-z0-9_-]*$"
LANGUAGE_PATTERN = r"^[a-z]{2}(-[A-Z]{2})?$"
NOT_EMPTY = r"\S"

Id = Annotated[
    str,
    Meta(
        pattern=ID_PATTERN,
        max_length=80,
        description="An id that lasts: a small letter, then small letters, digits, _ and -",
    ),
]
Language = Annotated[str, Meta(pattern=LANGUAGE_PATTERN)]
Words = Annotated[str, Meta(pattern=NOT_EMPTY)]
TitleField = Annotated[
    Words | Annotated[dict[Language, Words], Meta(min_length=1)],
    Meta(description="A text, or one text per language: {en: …, es: …}"),
]
TextField = Annotated[
    str | dict[Language, str], Meta(description="A text, or one text per language: {en: …, es: …}")
]
Texts = Annotated[
    list[TextField] | dict[Language, list[str]],
    Meta(description="A list of texts, or one list per language, equally long: {en: […], es: […]}"),
]
Code = Annotated[
    str | int | float,
    Meta(
        description="3, 2..4, unknown; numbers also 120, 80..150, triangular(80, 100, 150), normal(100, 15)"
    ),
]
Points = Annotated[float, Meta(ge=0, le=100, description="Swing points; only proportions count")]


class _Part(Struct, forbid_unknown_fields=True, kw_only=True):
    """A part of the deck: keys that it does not know are refused."""


class SourcePart(_Part):
    """A document that the evidence points to."""

    id: Id
    title: TitleField
    authors: Annotated[str, Meta(description="Who wrote it")] | None = None
    year: Annotated[str | int, Meta(description="When it appeared")] | None = None
    publisher: Annotated[str, Meta(description="Who published it")] | None = None
    note: Annotated[TextField, Meta(description="What readers should know about it")] | None = None


class ConditionPart(_Part):
    """What all alternatives rest on: shown, never ranked."""

    title: TitleField
    summary: Annotated[TextField, Meta(description="One or two sentences")] | None = None


class GroupPart(_Part):
    """A group of criteria; it must hold one, its own or one of a group inside it."""

    id: Id
    title: TitleField
    about: Annotated[TextField, Meta(description="What the group gathers")] | None = None
    set: (
        Annotated[
            Literal["effort", "effect"],
            Meta(description="The set that it counts in; only for groups that lie in no other"),
        ]
        | None
    ) = None
    inside: Annotated[Id, Meta(description="The group that holds this one")] | None = None


class LevelPart(_Part):
    """One level of a verbal scale."""

    level: Annotated[int, Meta(description="Its number, rising from level to level, from 0 or 1 up")]
    text: Annotated[TitleField, Meta(description="What the level means, so that two people would choose it")]
    name: Annotated[TextField, Meta(description="A word or two for narrow cells")] | None = None
    value: (
        Annotated[
            float,
            Meta(ge=0, le=1, description="Its value, 1 = best; for all levels or none (evenly spaced)"),
        ]
        | None
    ) = None


class CriterionPart(_Part):
    """A dimension on which alternatives are judged: by levels in words or by a range of numbers."""

    id: Id
    title: TitleField
    direction: Annotated[
        Literal["less_is_better", "more_is_better"], Meta(description="Which end of the scale is good")
    ]
    group: Annotated[Id, Meta(description="The group that it belongs to")] | None = None
    about: Annotated[TextField, Meta(description="What is counted, and what is not")] | None = None
    levels: (
        Annotated[list[LevelPart], Meta(min_length=2, description="Levels in words, by rising number")] | None
    ) = None
    unit: Annotated[TextField, Meta(description="The unit of the numbers in the range")] | None = None
    range: (
        Annotated[
            tuple[float, float],
            Meta(description="The lowest and highest number that is conceivable: [0, 100]"),
        ]
        | None
    ) = None
    swing: (
        Annotated[TextField, Meta(description="The step from the worst to the best end, in words")] | None
    ) = None


class AlternativePart(_Part):
    """What is ranked."""

    id: Id
    title: TitleField
    summary: Annotated[TextField, Meta(description="Two or three sentences")] | None = None
    tier: (
        Annotated[
            Literal["low", "medium", "high"], Meta(description="The effort tier that the source itself gives")
        ]
        | None
    ) = None
    actors: Annotated[Texts, Meta(description="Who must act")] | None = None
    countries: Annotated[Texts, Meta(description="Where")] | None = None
    builds_on: Annotated[TextField, Meta(description="What it continues")] | None = None


class CellPart(_Part, rename={"performance": "is"}, gc=False):
    """A performance with its evidence."""

    performance: Code
    basis: (
        Annotated[
            Literal["stated", "inferred", "judgement"],
            Meta(description="Stated in the source, inferred from it, or a judgement"),
        ]
        | None
    ) = None
    source: Annotated[TextField, Meta(description="Where it stands in the source")] | None = None
    why: Annotated[TextField, Meta(description="The reasons, in your own words")] | None = None
    would_change: Annotated[TextField, Meta(description="What finding would change it")] | None = None


CellField = Code | CellPart


class PresetPart(_Part):
    """A point of view on the weights."""

    id: Id
    title: TitleField
    weights: Annotated[
        Literal["equal", "equal_groups"] | dict[Id, Points],
        Meta(description="equal, equal_groups, or points from 0 to 100 for every criterion of a set"),
    ]
    argument: Annotated[TextField, Meta(description="Why one would weigh so")] | None = None


class DeckPart(_Part):
    """A decision problem for Parallel Paths."""

    format: Annotated[
        str, Meta(description="The version of this format", extra_json_schema={"const": FORMAT})
    ]
    id: Id
    title: TitleField
    criteria: Annotated[
        list[CriterionPart], Meta(min_length=1, description="Columns of the ranking, in this order")
    ]
    alternatives: Annotated[
        list[AlternativePart], Meta(min_length=1, description="Rows of the ranking; ties keep this order")
    ]
    performances: (
        Annotated[
            dict[Id, dict[Id, CellField]],
            Meta(description="For each alternative how it does on each criterion; nothing may be missing"),
        ]
        | None
    ) = None
    performances_table: (
        Annotated[
            str, Meta(description="A CSV file beside the deck: a row per alternative, a column per criterion")
        ]
        | None
    ) = None
    groups: Annotated[list[GroupPart], Meta(description="Groups of criteria")] = []
    presets: Annotated[
        list[PresetPart],
        Meta(description="Points of view; the first is the default, without any all weigh the same"),
    ] = []
    about: (
        Annotated[TextField, Meta(description="What is scored and how, limits, decisions taken")] | None
    ) = None
    condition: ConditionPart | None = None
    sources: Annotated[list[SourcePart], Meta(description="The documents that the evidence points to")] = []
