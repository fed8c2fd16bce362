"""The sheet of scales: what each level means and what it is worth; scores are looked up here."""

from desktop_app.decision.performances import number_text
from desktop_app.decision.problem import Criterion
from desktop_app.decision.scales import NumericScale, VerbalScale
from desktop_app.engine.values import level_values
from desktop_app.files.languages import _
from desktop_app.files.workbook import colours, styles
from desktop_app.files.workbook.page import Page
from desktop_app.files.workbook.places import HEAD_SCALES, ScalesPlace
from desktop_app.files.workbook.plan import Plan
from desktop_app.files.workbook.texts import lines_needed, prose

_WIDTHS = (8.0, 34.0, 12.0, 18.0, 78.0, 10.0)


def build(page: Page, plan: Plan) -> None:
    at = ScalesPlace(plan)
    page.widths(dict(enumerate(_WIDTHS, start=1)))
    page.put(1, 2, _("Scales"), styles.TITLE)
    page.sheet.row_dimensions[1].height = 26
    hint = _("What the codes on the sheet “{scores}” stand for. A value runs from 0 (worst) to 1 (best).")
    page.across(2, 2, at.value, hint.format(scores=plan.names.scores), styles.HINT)
    page.put(HEAD_SCALES, at.id, "id", styles.HIDDEN)
    page.put(HEAD_SCALES, at.title, _("Criterion"), styles.HEAD)
    page.put(HEAD_SCALES, at.level, _("Level"), styles.HEAD_CENTRE)
    page.put_row(HEAD_SCALES, at.name, (_("Name"), _("What it means")), styles.HEAD)
    page.put(HEAD_SCALES, at.value, _("Value"), styles.HEAD_RIGHT)
    for criterion in plan.criteria:
        _criterion(page, plan, at, criterion)
    page.hide_columns((at.id,))
    page.sheet.freeze_panes = f"C{HEAD_SCALES + 1}"
    page.protect()
    end = max(last for _first, last in at.rows.values())
    page.set_up_print(at.title, at.value, end, plan.deck_title, f"{HEAD_SCALES}:{HEAD_SCALES}")


def _criterion(page: Page, plan: Plan, at: ScalesPlace, criterion: Criterion) -> None:
    first, last = at.rows[criterion.id]
    less = criterion.direction == "less_is_better"
    direction = _("less is better") if less else _("more is better")
    for row, (level, name, meaning, value) in enumerate(_lines(criterion), start=first):
        if row == first:
            title, look = plan.title(criterion), styles.NAME
        else:
            title, look = (
                (direction if row == first + 1 else ""),
                styles.Look(colour=colours.DIM, rule="faint", wrap=True, indent=1),
            )
        page.put(row, at.id, criterion.id, styles.HIDDEN)
        page.put(row, at.title, title, look)
        page.put(row, at.level, level, styles.CENTRE)
        page.put_row(row, at.name, (name, meaning), styles.TEXT)
        page.put(row, at.value, value, styles.VALUE_CELL)
        widths = ((title, at.title), (name, at.name), (meaning, at.meaning))
        page.height(row, max(lines_needed(text, _WIDTHS[col - 1] - 1) for text, col in widths))
    assert row == last


def _lines(criterion: Criterion) -> list[tuple[float, str, str, float]]:
    """Level or end of the range, its name, what it means, its value."""
    scale, less = criterion.scale, criterion.direction == "less_is_better"
    if isinstance(scale, VerbalScale):
        values = level_values(scale, less)
        return [
            (level.number, prose(level.name), prose(level.text), values[level.number])
            for level in scale.levels
        ]
    unit = prose(scale.unit)
    return [
        (scale.low, unit, _("The lowest number of the range; values are linear over it."), float(less)),
        (scale.high, unit, _("The highest number of the range."), float(not less)),
    ]


def allowed(criterion: Criterion) -> str:
    """What a code may be, as the end of a sentence that begins with a criterion and a code."""
    scale = criterion.scale
    if isinstance(scale, NumericScale):
        return _(
            "is no number from {low} to {high} (with a decimal point), no range of them such as {low}..{high}, "
            "and not “unknown”: it counts as unknown."
        ).format(low=number_text(scale.low), high=number_text(scale.high))
    return _(
        "is no level from {low} to {high}, no range of them such as {low}..{high}, and not “unknown”: "
        "it counts as unknown."
    ).format(low=scale.numbers[0], high=scale.numbers[-1])
