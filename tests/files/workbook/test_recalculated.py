"""The workbook lives: LibreOffice computes from its inputs what our engine computes from the same."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.decision.performances import parse
from desktop_app.decision.preferences import Weights
from desktop_app.decision.project import Project, start
from desktop_app.engine.ranking import rank
from desktop_app.files import places
from desktop_app.files.deck import load
from desktop_app.files.workbook import export, plan
from tests.files.workbook import decks
from tests.files.workbook.conftest import Recalculate
from tests.files.workbook.reading import (
    SCORES,
    agrees,
    code_cells,
    head_row,
    opened,
    shown,
    stripped,
    weight_cells,
)

pytestmark = [
    pytest.mark.needs_office,
    pytest.mark.filterwarnings("ignore:.*extension is not supported"),
]

Check = Callable[[Any, str], None]


@dataclass(frozen=True)
class Case:
    """A workbook to recalculate and what must come of it; the text names the case in a failure."""

    name: str
    path: Path
    check: Check


def same_as(project: Project) -> Check:
    def check(workbook: Any, name: str) -> None:
        agrees(shown(workbook), rank(project), name)
        assert shown(workbook).alert == "", name

    return check


def changed(project: Project, path: Path, language: str, edit: Callable[[Any], None]) -> Path:
    """An export with some inputs changed, as a person would; openpyxl drops the stored results."""
    export(project, path, language=language)
    workbook = opened(path, values=False)
    edit(workbook)
    workbook.save(path)
    return path


def as_exported(folder: Path, language: str) -> list[Case]:
    projects = {
        "mixed": decks.mixed(),
        "mixed-effect": decks.mixed().with_perspective("effect"),
        "mixed-both": decks.mixed().with_perspective("both"),
        "ties": decks.ties(),
        "titled": decks.titled(),
        "large": decks.large(60, 9),
    }
    for deck in sorted(places.criteria().glob("**/*.yaml")):
        problem = load(deck)
        for perspective in problem.perspectives or (None,):
            projects[f"{deck.stem}-{perspective}"] = start(problem, None, perspective)
    cases = []
    for name, project in projects.items():
        exported = export(project, folder / f"full-{name}.xlsx", language=language)
        cases.append(Case(name, stripped(exported, folder / f"{name}.xlsx"), same_as(project)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "MOST_SORTED", 4)
        exported = export(decks.mixed(), folder / "full-unsorted.xlsx", language=language)
    unsorted = stripped(exported, folder / "unsorted.xlsx")
    cases.append(Case("beyond what sorts itself", unsorted, same_as(decks.mixed())))
    return cases


def with_changed_inputs(folder: Path, language: str) -> list[Case]:
    plain, mixed = decks.plain(), decks.mixed()

    def weigh(points: dict[str, Any]) -> Callable[[Any], None]:
        def edit(workbook: Any) -> None:
            cells = weight_cells(workbook)
            for name, value in points.items():
                cells[name].value = value

        return edit

    reweighed = plain.with_weights(Weights({"cost": 5.0, "will": 30.0, "time": 20.0, "base": 90.0}))
    none_first = mixed.with_weights(Weights(dict(mixed.weights.points) | {"cost": 0.0, "will": 12.25}))

    def rescore(codes: dict[tuple[str, str], Any]) -> Callable[[Any], None]:
        def edit(workbook: Any) -> None:
            cells = code_cells(workbook)
            for key, value in codes.items():
                cells[key].value = value

        return edit

    new_codes = {
        ("roads", "cost"): "60..90.5",
        ("schools", "will"): "5",
        ("wells", "cost"): "10",
        ("wells", "will"): "1..2",
        ("trains", "upkeep"): "-3.25",
        ("ferries", "time"): "unknown",
        ("ferries", "cost"): 150,
    }
    return [
        Case(
            "weights changed",
            changed(plain, folder / "reweighed.xlsx", language, weigh({"cost": 5, "base": 90})),
            same_as(reweighed),
        ),
        Case(
            "a weight at zero",
            changed(mixed, folder / "none.xlsx", language, weigh({"cost": 0, "will": 12.25})),
            same_as(none_first),
        ),
        Case(
            "codes changed",
            changed(mixed, folder / "rescored.xlsx", language, rescore(new_codes)),
            same_as(rescored(mixed, {key: str(value) for key, value in new_codes.items()})),
        ),
        Case(
            "all weights zero",
            changed(
                plain,
                folder / "zero.xlsx",
                language,
                weigh(dict.fromkeys(("cost", "will", "time", "base"), 0)),
            ),
            all_rank_first,
        ),
        Case("messy weights", messy_weights_workbook(folder, language), messy_weights_read(language)),
        Case("messy codes", messy_codes_workbook(folder, language), messy_codes_read),
    ]


def rescored(project: Project, codes: dict[tuple[str, str], str]) -> Project:
    """The project with other performances."""
    problem = project.problem
    rows = []
    for alternative, row in zip(problem.alternatives, problem.cells, strict=True):
        cells = []
        for criterion, cell in zip(problem.criteria, row, strict=True):
            code = codes.get((alternative.id, criterion.id))
            cells.append(cell if code is None else replace(cell, performance=parse(code, criterion.scale)))
        rows.append(tuple(cells))
    return replace(project, problem=replace(problem, cells=tuple(rows)))


def all_rank_first(workbook: Any, name: str) -> None:
    found = shown(workbook)
    assert found.ids == ["one", "two", "three", "four", "five"], name
    assert found.ranks == [1] * 5 and found.score == [0] * 5, name
    assert found.alert, name


MESSY_WEIGHTS: list[tuple[Any, str | None, float | None, bool]] = [
    # entry, number format, points in an English file (None: as the exported 7), whether a note says how it was read
    ("40", None, 40, True),
    ("40 %", None, 40, True),
    ("100 %", None, 100, True),
    ("0.4 %", None, 0.4, True),
    (0.4, "0%", 40, True),
    (1, "0%", 1, True),
    ("40\u00a0", None, 40, True),
    ("\u202f40\u00a0%", None, 40, True),
    (None, None, 0, True),
    ("   ", None, 0, True),
    ("%", None, 0, True),
    ("abc", None, 0, True),
    (250, None, 0, True),
    (-5, None, 0, True),
    ("-5", None, 0, True),
    ("37,5", None, 0, True),
    ("1,234.5", None, 0, True),
    ("3 4", None, 0, True),
    ("1/2", None, 0, True),
    (True, None, 0, True),
    (40, None, 40, False),
    (12.5, None, 12.5, False),
    (0, None, 0, False),
    (7, None, 7, False),
]
SPANISH = {"37,5": 37.5}


def messy_weights() -> Project:
    criteria = [decks.criterion(f"c{at}") for at in range(len(MESSY_WEIGHTS) + 1)]
    codes = {
        name: [str(1 + (at * step) % 5) for at in range(len(criteria))] for step, name in enumerate("uvwxy")
    }
    # The last one keeps its points, which are less than 1 and yet no percentage.
    return decks.project(criteria, codes, [7.0] * len(MESSY_WEIGHTS) + [0.25])


def messy_weights_workbook(folder: Path, language: str) -> Path:
    def edit(workbook: Any) -> None:
        cells = weight_cells(workbook)
        for at, (entry, number_format, *_) in enumerate(MESSY_WEIGHTS):
            cells[f"c{at}"].value = entry
            if number_format:
                cells[f"c{at}"].number_format = number_format

    return changed(messy_weights(), folder / "messy-weights.xlsx", language, edit)


def messy_weights_read(language: str) -> Check:
    def check(workbook: Any, name: str) -> None:
        points = {"c24": 0.25}
        cells = weight_cells(workbook)
        for at, (entry, _, read, noted) in enumerate(MESSY_WEIGHTS):
            if language == "es" and isinstance(entry, str):
                read = SPANISH.get(entry, read)
            points[f"c{at}"] = float(read or 0)
            note = cells[f"c{at}"].offset(column=2).value
            assert bool(note) == noted, (name, entry, note)
            if read and noted and read != 1:
                assert any(str(form) in note for form in (f"{read:g}", f"{read:g}".replace(".", ","))), (
                    entry,
                    note,
                )
        assert not cells["c24"].offset(column=2).value
        project = messy_weights().with_weights(Weights(points))
        agrees(shown(workbook), rank(project), name)

    return check


MESSY_CODES: list[tuple[str, str, Any, str | None]] = [
    # alternative, criterion, entry, the code that it stands for (None: cannot be read, counts as unknown)
    ("roads", "will", "2-4", None),
    ("roads", "time", "?", None),
    ("roads", "upkeep", "2,5", None),
    ("schools", "will", " 3 ", "3"),
    ("schools", "time", None, None),
    ("schools", "upkeep", " -3 .. 2.5 ", "-3..2.5"),
    ("wells", "will", "7", None),
    ("wells", "cost", "40 %", None),
    ("wells", "time", 5, "5"),
    ("trains", "will", "2..", None),
    ("trains", "cost", 250, None),
    ("trains", "time", "2..3", None),
    ("ferries", "will", "2\u00a0..\u00a04", "2..4"),
    ("ferries", "cost", "12.5", "12.5"),
    ("ferries", "upkeep", "..4", None),
    ("ferries", "time", "UNKNOWN", "unknown"),
    ("roads", "cost", True, None),
]


def messy_codes_workbook(folder: Path, language: str) -> Path:
    def edit(workbook: Any) -> None:
        cells = code_cells(workbook)
        for alternative, criterion, entry, _ in MESSY_CODES:
            cells[alternative, criterion].value = entry
            if entry is True:
                # As pasted: in a cell formatted as text it would be one.
                cells[alternative, criterion].number_format = "General"

    return changed(decks.mixed(), folder / "messy-codes.xlsx", language, edit)


def messy_codes_read(workbook: Any, name: str) -> None:
    codes = {(alternative, criterion): read or "unknown" for alternative, criterion, _, read in MESSY_CODES}
    agrees(shown(workbook), rank(rescored(decks.mixed(), codes)), name)
    wrong = [one for one in MESSY_CODES if one[3] is None]
    assert str(len(wrong)) in shown(workbook).alert, name
    sheet = workbook.worksheets[SCORES]
    head = head_row(sheet)
    for row in range(head + 1, head + 6):
        alternative, check = sheet.cell(row, 1).value, sheet.cell(row, 3).value or ""
        mine = [one for one in wrong if one[0] == alternative]
        if not mine:
            assert check == "", (name, alternative)
            continue
        order = ["cost", "upkeep", "will", "time"]
        first = min(mine, key=lambda one: order.index(one[1]))
        assert check.startswith(f"{first[1].title()}: “{_typed(first[2])}” "), (name, check)
        assert check.endswith(f" (+{len(mine) - 1})") == (len(mine) > 1), (name, check)


def _typed(entry: Any) -> str:
    """An entry as a formula joins it to a text; LibreOffice joins TRUE as 1."""
    return "" if entry is None else "1" if entry is True else str(entry)


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_office_computes_what_the_app_computes(
    tmp_path: Path, recalculate: Recalculate, language: str
) -> None:
    cases = as_exported(tmp_path, language) + with_changed_inputs(tmp_path, language)
    results = recalculate([case.path for case in cases], language)
    for case, result in zip(cases, results, strict=True):
        case.check(opened(result), case.name)
