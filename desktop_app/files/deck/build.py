"""Makes a decision problem of a deck's typed parts and checks what no schema can: ids, scales, levels, weights."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from desktop_app.decision.faults import Fault
from desktop_app.decision.performances import number_text, parse
from desktop_app.decision.preferences import equal_group_points, equal_points
from desktop_app.decision.problem import (
    NO_EVIDENCE,
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
from desktop_app.decision.scales import Level, NumericScale, Scale, VerbalScale
from desktop_app.decision.texts import NO_TEXT, Text
from desktop_app.files.deck.format import (
    FORMAT,
    AlternativePart,
    CellPart,
    CriterionPart,
    DeckPart,
    GroupPart,
    PresetPart,
)
from desktop_app.files.deck.table import CodeTable
from desktop_app.files.yaml_text import Place


def build(deck: DeckPart, table: CodeTable | None = None) -> Problem:
    """The problem that a deck describes; `table` holds performances that stand in a CSV file.

    Raises Fault with `place` for the first thing that does not hold together.
    """
    check_format(deck.format)
    for section in ("sources", "groups", "criteria", "alternatives", "presets"):
        _check_ids(section, [part.id for part in getattr(deck, section)])
    groups = _groups(deck.groups)
    criteria = tuple(_criterion(part, at, groups) for at, part in enumerate(deck.criteria))
    alternatives = tuple(_alternative(part, at) for at, part in enumerate(deck.alternatives))
    problem = Problem(
        id=deck.id,
        title=_text(deck.title),
        about=_text(deck.about),
        alternatives=alternatives,
        criteria=criteria,
        cells=_cells(deck, criteria, alternatives, table),
        groups=groups,
        condition=Condition(_text(deck.condition.title), _text(deck.condition.summary))
        if deck.condition
        else None,
        sources=tuple(
            Source(
                part.id,
                _text(part.title),
                part.authors or "",
                str(part.year or ""),
                part.publisher or "",
                _text(part.note),
            )
            for part in deck.sources
        ),
    )
    _check_sets(problem)
    presets = tuple(_preset(part, at, problem) for at, part in enumerate(deck.presets))
    return replace(problem, presets=presets)


def check_format(found: str) -> None:
    """Raises Fault `format_newer` or `format_unknown`."""
    name, _, version = found.partition("/")
    known_name, _, known_version = FORMAT.partition("/")
    if name == known_name and version.isascii() and version.isdigit() and int(version) > int(known_version):
        raise Fault("format_newer", found=found, allowed=FORMAT, place=("format",))
    if found != FORMAT:
        raise Fault("format_unknown", found=found, allowed=FORMAT, place=("format",))


def _check_ids(section: str, ids: Sequence[str]) -> None:
    seen: set[str] = set()
    for at, one in enumerate(ids):
        if one.endswith("\n"):  # which a pattern's `$` lets pass
            raise Fault("id_wrong", found=one, place=(section, at, "id"))
        if one in seen:
            raise Fault("duplicate_id", found=one, place=(section, at, "id"))
        seen.add(one)


def _text(field: Any) -> Text:
    if field is None:
        return NO_TEXT
    if isinstance(field, str):
        return Text.plain(field)
    return Text(tuple(field.items()))


def _texts(field: Any, place: Place) -> tuple[Text, ...]:
    if field is None:
        return ()
    if isinstance(field, list):
        return tuple(_text(item) for item in field)
    lengths = {len(items) for items in field.values()}
    if len(lengths) > 1:
        raise Fault("lists_differ", place=place)
    languages = list(field)
    return tuple(
        Text(tuple(zip(languages, items, strict=True))) for items in zip(*field.values(), strict=True)
    )


def _groups(parts: Sequence[GroupPart]) -> tuple[Group, ...]:
    by_id = {part.id: part for part in parts}
    for at, part in enumerate(parts):
        if part.inside is not None:
            if part.inside not in by_id:
                raise Fault(
                    "no_such_group", found=part.inside, allowed=tuple(by_id), place=("groups", at, "inside")
                )
            if part.set is not None:
                raise Fault("set_inside", place=("groups", at, "set"))
    for at, part in enumerate(parts):
        above, seen = part, {part.id}
        while above.inside is not None:
            above = by_id[above.inside]
            if above.id in seen:
                raise Fault("groups_circle", found=part.id, place=("groups", at, "inside"))
            seen.add(above.id)
    return tuple(
        Group(part.id, _text(part.title), _text(part.about), part.inside, part.set) for part in parts
    )


def _criterion(part: CriterionPart, at: int, groups: Sequence[Group]) -> Criterion:
    ids = tuple(group.id for group in groups)
    if part.id in ids:
        # Results name the weights of criteria and of groups side by side.
        raise Fault("id_of_group", found=part.id, place=("criteria", at, "id"))
    if part.group is not None and part.group not in ids:
        raise Fault("no_such_group", found=part.group, allowed=ids, place=("criteria", at, "group"))
    scale = _scale(part, ("criteria", at))
    return Criterion(
        part.id, _text(part.title), part.direction, scale, part.group, _text(part.about), _text(part.swing)
    )


def _scale(part: CriterionPart, place: Place) -> Scale:
    if (part.levels is None) == (part.range is None):
        raise Fault("levels_or_range", place=place)
    if part.range is not None:
        low, high = part.range
        if not (math.isfinite(low) and math.isfinite(high)):
            raise Fault("range_endless", found=low if math.isfinite(high) else high, place=(*place, "range"))
        if not low < high:
            raise Fault("range_empty", low=number_text(low), high=number_text(high), place=(*place, "range"))
        if not math.isfinite(high - low):
            raise Fault("range_endless", found=number_text(high), place=(*place, "range"))
        return NumericScale(low, high, _text(part.unit))
    if part.unit is not None:
        raise Fault("unit_with_levels", place=(*place, "unit"))
    levels = tuple(
        Level(level.level, _text(level.text), _text(level.name), level.value) for level in part.levels or ()
    )
    numbers = [level.number for level in levels]
    for index, number in enumerate(numbers[1:], start=1):
        if number <= numbers[index - 1]:
            raise Fault("levels_order", found=number, place=(*place, "levels", index, "level"))
    if numbers[0] < 0:
        raise Fault("level_negative", found=numbers[0], place=(*place, "levels", 0, "level"))
    _check_level_values(levels, part.direction == "less_is_better", place)
    return VerbalScale(levels)


def _check_level_values(levels: Sequence[Level], less: bool, place: Place) -> None:
    values = [level.value for level in levels]
    given = [value for value in values if value is not None]
    if not given:
        return
    if len(given) < len(values):
        raise Fault("values_incomplete", place=(*place, "levels", values.index(None), "level"))
    rising = given[::-1] if less else given
    monotone = all(a <= b for a, b in pairwise(rising))
    if rising[0] != 0 or rising[-1] != 1 or not monotone:
        raise Fault("values_wrong", less=less, place=(*place, "levels", 0, "value"))


def _alternative(part: AlternativePart, at: int) -> Alternative:
    return Alternative(
        part.id,
        _text(part.title),
        _text(part.summary),
        part.tier,
        _texts(part.actors, ("alternatives", at, "actors")),
        _texts(part.countries, ("alternatives", at, "countries")),
        _text(part.builds_on),
    )


def _cells(
    deck: DeckPart,
    criteria: Sequence[Criterion],
    alternatives: Sequence[Alternative],
    table: CodeTable | None,
) -> tuple[tuple[Cell, ...], ...]:
    written: Mapping[str, Mapping[str, Any]] = deck.performances or {}
    if not written and table is None:
        raise Fault("performances_missing", place=("performances",))
    criterion_ids, alternative_ids = {one.id for one in criteria}, {one.id for one in alternatives}
    for alternative_id, row in written.items():
        if alternative_id not in alternative_ids:
            place: Place = ("performances", alternative_id)
            allowed = tuple(one.id for one in alternatives)
            raise Fault("no_such_alternative", found=alternative_id, allowed=allowed, place=place)
        if not row.keys() <= criterion_ids:
            stranger = next(one for one in row if one not in criterion_ids)
            place = ("performances", alternative_id, stranger)
            allowed = tuple(one.id for one in criteria)
            raise Fault("no_such_criterion", found=stranger, allowed=allowed, place=place)
    reader = _CellReader(criteria)
    columns = [(criterion, criterion.id, reader.bare[criterion.id]) for criterion in criteria]
    rows: list[tuple[Cell, ...]] = []
    nothing: Mapping[str, Any] = {}
    for alternative in alternatives:
        mine = written.get(alternative.id, nothing)
        tabled = table.codes.get(alternative.id, nothing) if table else nothing
        cells: list[Cell] = []
        for criterion, name, bare in columns:
            found, code = mine.get(name), tabled.get(name)
            if found is None:
                if not code:
                    raise _missing(alternative.id, name, written, table)
                cell = bare.get(code) or reader.read(
                    code,
                    criterion,
                    (alternative.id, name),
                    in_table=True,
                    line=_line_in(table, alternative.id),
                )
            elif code:
                place = ("performances", alternative.id, name)
                raise Fault("performance_twice", alternative=alternative.id, criterion=name, place=place)
            elif isinstance(found, CellPart):
                code = str(found.performance)
                place = ("performances", alternative.id, name, "is")
                simple = bare.get(code) or reader.read(code, criterion, place)
                cell = Cell(simple.performance, reader.evidence(found))
            else:
                code = str(found)
                place = ("performances", alternative.id, name)
                cell = bare.get(code) or reader.read(code, criterion, place)
            cells.append(cell)
        rows.append(tuple(cells))
    return tuple(rows)


def _missing(alternative: str, criterion: str, written: Mapping[str, Any], table: CodeTable | None) -> Fault:
    where: dict[str, Any] = {"place": ("performances", alternative)}
    if table is not None and alternative not in written:
        where = {
            "place": (alternative, criterion),
            "in_table": True,
            "line": _line_in(table, alternative),
        }
    return Fault("performance_missing", alternative=alternative, criterion=criterion, **where)


def _line_in(table: CodeTable | None, alternative: str) -> int | None:
    return table.lines.get(alternative, table.head_line) if table else None


class _CellReader:
    """Reads codes, each once per criterion: equal cells are one object, however large the deck."""

    def __init__(self, criteria: Iterable[Criterion]) -> None:
        self.bare: dict[str, dict[str, Cell]] = {criterion.id: {} for criterion in criteria}

    def read(self, code: str, criterion: Criterion, place: Place, **where: object) -> Cell:
        try:
            performance = parse(code, criterion.scale)
        except Fault as fault:
            raise Fault(
                fault.kind, **fault.particulars, criterion=criterion.id, place=place, **where
            ) from None
        cell = self.bare[criterion.id][code] = Cell(performance)
        return cell

    @staticmethod
    def evidence(part: CellPart) -> Evidence:
        if part.basis is part.source is part.why is part.would_change is None:
            return NO_EVIDENCE
        return Evidence(part.basis, _text(part.source), _text(part.why), _text(part.would_change))


def _check_sets(problem: Problem) -> None:
    for at, group in enumerate(problem.groups):
        if not problem.members(group.id):
            raise Fault("group_empty", found=group.id, place=("groups", at))
    sets = {criterion.id: problem.set_of(criterion) for criterion in problem.criteria}
    if any(sets.values()) and not all(sets.values()):
        stray = next(criterion for criterion, name in sets.items() if name is None)
        at = next(index for index, criterion in enumerate(problem.criteria) if criterion.id == stray)
        raise Fault("criterion_without_set", found=stray, place=("criteria", at))


def _preset(part: PresetPart, at: int, problem: Problem) -> Preset:
    place: Place = ("presets", at, "weights")
    if part.weights == "equal":
        points = equal_points(problem)
    elif part.weights == "equal_groups":
        points = equal_group_points(problem)
    else:
        assert isinstance(part.weights, dict)
        points = _named_points(part.weights, place, problem)
    return Preset(part.id, _text(part.title), points, _text(part.argument))


def _named_points(weights: Mapping[str, float], place: Place, problem: Problem) -> dict[str, float]:
    ids = tuple(criterion.id for criterion in problem.criteria)
    for name in weights:
        if name not in ids:
            raise Fault("no_such_criterion", found=name, allowed=ids, place=(*place, name))
    if not weights:
        raise Fault("all_weights_zero", place=place)
    points = equal_points(problem)
    for name_of_set in problem.sets or (None,):
        members = [criterion.id for criterion in problem.counted(name_of_set)]
        named = [member for member in members if member in weights]
        if not named:
            continue
        if len(named) < len(members):
            missing = next(member for member in members if member not in weights)
            raise Fault("weight_missing", criterion=missing, place=place)
        if not any(weights[member] > 0 for member in members):
            raise Fault("all_weights_zero", place=place)
        points.update((member, float(weights[member])) for member in members)
    return points
