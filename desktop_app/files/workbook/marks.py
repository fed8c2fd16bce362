"""Marks by which a later version finds in a changed workbook what a reader may have changed.

Defined names (hidden from Excel's own list, and kept by it when rows or columns move):

- `pp_format`: the version of this arrangement, `parallel-paths-workbook/1`;
- `pp_weight_ids`, `pp_weights`: side by side, ids of criteria (and of groups, whose cells are empty) and
  the points as typed; how an entry is read is said in `weights_sheet`;
- `pp_alternative_ids` (downwards), `pp_criterion_ids` (across), `pp_codes`: the table of codes as typed.

The hidden sheet says in pairs of key and value which deck, perspective and language were exported, by
which version and when. Excel keeps what formulas amount to; programs that rewrite a workbook may drop it.
Read the inputs, and rank them anew.
"""

from typing import Any

from openpyxl.workbook.defined_name import DefinedName

from desktop_app import __version__
from desktop_app.files.languages import language
from desktop_app.files.workbook import styles
from desktop_app.files.workbook.page import Page, column
from desktop_app.files.workbook.places import ScoresPlace, WeightsPlace, sheet
from desktop_app.files.workbook.plan import FORMAT, Plan
from desktop_app.files.workbook.specification import quoted


def build(page: Page, plan: Plan) -> None:
    pairs = (
        ("format", FORMAT),
        ("deck", plan.project.problem.id),
        ("perspective", plan.project.perspective or ""),
        ("language", language()),
        ("version", __version__),
        ("made_at", plan.made_at.isoformat()),
    )
    for row, pair in enumerate(pairs, start=1):
        page.put_row(row, 1, pair, styles.HIDDEN)
    page.sheet.sheet_state = "hidden"
    page.protect()
    for name, where in _areas(plan).items():
        _define(page.sheet.parent, name, where)
    _define(page.sheet.parent, "pp_format", quoted(FORMAT))


def _areas(plan: Plan) -> dict[str, str]:
    weights, scores = WeightsPlace(plan), ScoresPlace(plan)

    def area(name: str, first: tuple[int, int], last: tuple[int, int]) -> str:
        (col, row), (last_col, last_row) = first, last
        return f"{sheet(name)}!${column(col)}${row}:${column(last_col)}${last_row}"

    on_weights, on_scores = plan.names.weights, plan.names.scores
    last_code = scores.values - 1
    return {
        "pp_weight_ids": area(on_weights, (weights.id, weights.first), (weights.id, weights.last)),
        "pp_weights": area(on_weights, (weights.points, weights.first), (weights.points, weights.last)),
        "pp_alternative_ids": area(on_scores, (scores.id, scores.first), (scores.id, scores.last)),
        "pp_criterion_ids": area(on_scores, (scores.codes, scores.ids_row), (last_code, scores.ids_row)),
        "pp_codes": area(on_scores, (scores.codes, scores.first), (last_code, scores.last)),
    }


def _define(workbook: Any, name: str, where: str) -> None:
    workbook.defined_names[name] = DefinedName(name, attr_text=where, hidden=True)
