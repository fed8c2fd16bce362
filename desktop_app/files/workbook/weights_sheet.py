"""The sheet of weights: points to change, the shares that they make, and how each entry was read."""

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from desktop_app.decision.problem import Criterion, Group
from desktop_app.files.languages import _, language
from desktop_app.files.workbook import colours, styles
from desktop_app.files.workbook.page import Page, column
from desktop_app.files.workbook.places import HEAD_WEIGHTS, WeightsPlace
from desktop_app.files.workbook.plan import Branch, Plan
from desktop_app.files.workbook.specification import Formula, quoted
from desktop_app.files.workbook.texts import lines_needed, prose

NO_BREAK_SPACES = ("\u00a0", "\u202f")
_WIDTHS = (8.0, 36.0, 10.0, 10.0, 34.0, 74.0)


def without_no_break_spaces(cell: str) -> str:
    """A formula's part: the text of a cell with plain spaces only."""
    for space in NO_BREAK_SPACES:
        cell = f'SUBSTITUTE({cell},"{space}"," ")'
    return cell


def build(page: Page, plan: Plan) -> None:
    at = WeightsPlace(plan)
    page.widths(dict(enumerate(_WIDTHS, start=1)))
    _head(page, plan, at)
    for row, branch in enumerate(plan.tree, start=at.first):
        if isinstance(branch.item, Group):
            _group(page, plan, at, row, branch, branch.item)
        else:
            _criterion(page, plan, at, row, branch, branch.item)
    _total(page, plan, at)
    _mark_inputs(page, at)
    page.hide_columns((at.id, at.exported, at.number, at.counts))
    page.sheet.freeze_panes = f"C{HEAD_WEIGHTS + 1}"
    page.sheet.sheet_properties.tabColor = colours.INPUT_LINE
    page.protect()
    page.set_up_print(at.title, at.swing, at.total, plan.deck_title, f"{HEAD_WEIGHTS}:{HEAD_WEIGHTS}")


def all_zero() -> str:
    """What is said where nothing weighs anything."""
    return _("All weights are zero, so no score tells anything apart: every recommendation ranks 1.")


def _head(page: Page, plan: Plan, at: WeightsPlace) -> None:
    preset = plan.project.preset
    used = (
        _("Weights at the export: the preset “{title}”.").format(title=preset.title.say(language()))
        if preset
        else _("Weights at the export: own ones, no preset of the deck.")
    )
    if preset and preset.argument:
        used += " " + prose(preset.argument)
    hint = _(
        "Change the points in the yellow cells, from 0 to 100. A criterion's share is its points over all points; "
        "scores, ranks and the chart follow at once."
    )
    page.put(1, 2, _("Weights"), styles.TITLE)
    page.sheet.row_dimensions[1].height = 26
    page.across(2, 2, at.swing, hint, styles.HINT)
    page.across(3, 2, at.swing, used, styles.WORDS)
    alert = Formula(f'=IF({column(at.points)}{at.total}=0,{quoted(all_zero())},"")', "")
    page.across(4, 2, at.swing, alert, styles.ALERT)
    page.put(HEAD_WEIGHTS, at.id, "id", styles.HIDDEN)
    page.put(HEAD_WEIGHTS, at.title, _("Criterion"), styles.HEAD)
    page.put_row(HEAD_WEIGHTS, at.points, (_("Points"), _("Share")), styles.HEAD_RIGHT)
    page.put_row(
        HEAD_WEIGHTS,
        at.note,
        (_("How the entry was read"), _("What the weight weighs: the change from worst to best")),
        styles.HEAD,
    )
    page.put_row(HEAD_WEIGHTS, at.exported, ("exported", "number", "counts"), styles.HIDDEN)
    page.height(HEAD_WEIGHTS, 1)


def _group(page: Page, plan: Plan, at: WeightsPlace, row: int, branch: Branch, group: Group) -> None:
    look = styles.Look(bold=True, fill=colours.GROUND, rule="faint", wrap=True, indent=1 + 2 * branch.depth)
    number = styles.Look(
        bold=True, fill=colours.GROUND, rule="faint", horizontal="right", format=styles.SHARE
    )
    members = [one.id for one in plan.project.problem.members(group.id)]
    rows = sorted(at.row_of[one] for one in members if one in at.row_of)
    page.put(row, at.id, group.id, styles.HIDDEN)
    page.put(row, at.title, plan.title(group), look)
    page.put(row, at.points, None, number)
    share = column(at.share)
    summed = ",".join(f"{share}{a}:{share}{b}" for a, b in _runs(rows))
    page.put(row, at.share, Formula(f"=SUM({summed})", plan.project.group_share(group.id)), number)
    page.put(row, at.note, None, number)
    page.put(
        row,
        at.swing,
        prose(group.about),
        styles.Look(fill=colours.GROUND, rule="faint", wrap=True, indent=1, colour=colours.DIM),
    )
    page.height(row, lines_needed(prose(group.about), _WIDTHS[at.swing - 1]))


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Rows side by side as (first, last)."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def _criterion(
    page: Page, plan: Plan, at: WeightsPlace, row: int, branch: Branch, criterion: Criterion
) -> None:
    points = plan.project.weights.points[criterion.id]
    swing = prose(criterion.swing)
    title = plan.title(criterion)
    page.put(row, at.id, criterion.id, styles.HIDDEN)
    page.put(row, at.title, title, styles.Look(rule="faint", wrap=True, indent=1 + 2 * branch.depth))
    page.put(row, at.points, points, styles.INPUT if points == int(points) else styles.INPUT_DECIMAL)
    total = f"{column(at.points)}${at.total}"
    counts = f"{column(at.counts)}{row}"
    share = plan.project.shares[criterion.id]
    page.put(row, at.share, Formula(f"=IF({total}=0,0,{counts}/{total})", share), styles.SHARE_CELL)
    page.put(row, at.note, Formula(_note(at, row), ""), styles.NOTE)
    page.put(row, at.swing, swing, styles.TEXT)
    page.put(row, at.exported, points, styles.HIDDEN)
    page.put(row, at.number, Formula(_number(at, row), points), styles.HIDDEN)
    page.put(row, at.counts, Formula(_counts(at, row), points), styles.HIDDEN)
    page.height(
        row,
        max(
            lines_needed(swing, _WIDTHS[at.swing - 1]),
            lines_needed(title, _WIDTHS[at.title - 1] - 2 * branch.depth),
        ),
    )


def _number(at: WeightsPlace, row: int) -> str:
    """The number in an entry: a text is cleaned first; what holds none gives an empty text."""
    cell = f"{column(at.points)}{row}"
    text = f'TRIM(SUBSTITUTE({without_no_break_spaces(cell)},"%",""))'
    # A comma is a decimal sign in Spanish and could be anything in English; "x" makes a number unreadable.
    comma = "." if language() == "es" else "x"
    safe = text
    for sign, instead in ((" ", "x"), ("/", "x"), (":", "x"), (",", comma)):
        safe = f'SUBSTITUTE({safe},"{sign}","{instead}")'
    # An empty text would be read as 0: the division refuses it.
    read = f'IFERROR(_xlfn.NUMBERVALUE({safe},".","|")/(LEN({text})>0),"")'
    # TRUE is a number to LibreOffice and none to Excel.
    return f'=IF(ISLOGICAL({cell}),"",IF(ISNUMBER({cell}),{cell},IF(ISTEXT({cell}),{read},"")))'


def _counts(at: WeightsPlace, row: int) -> str:
    """The points that count: a part of 1 is a percentage, unless it is what was exported."""
    cell, number, exported = (f"{column(col)}{row}" for col in (at.points, at.number, at.exported))
    fraction = f'AND({number}>0,{number}<1,{cell}<>{exported},ISERROR(FIND("%",{cell})))'
    return f"=IF(ISNUMBER({number}),IF(OR({number}<0,{number}>100),0,IF({fraction},{number}*100,{number})),0)"


def _note(at: WeightsPlace, row: int) -> str:
    cell, number, exported, counts = (
        f"{column(col)}{row}" for col in (at.points, at.number, at.exported, at.counts)
    )
    one = _("Read as 1 point; for 100 % write 100.")
    blank = _("Empty: counts as 0.")
    no_number = _("Not a number: counts as 0.")
    outside = _("Not from 0 to 100: counts as 0.")
    before, after = _("Read as {points}.").split("{points}")
    plain = f'IF(AND({cell}=1,{exported}<>1),{quoted(one)},"")'
    read = f"{quoted(before)}&ROUND({counts},6)&{quoted(after)}"
    return (
        f"=IF(ISBLANK({cell}),{quoted(blank)},IF(NOT(ISNUMBER({number})),{quoted(no_number)},"
        f"IF(OR({number}<0,{number}>100),{quoted(outside)},"
        f"IF(ISNUMBER({cell}),IF({cell}={counts},{plain},{read}),{read}))))"
    )


def _total(page: Page, plan: Plan, at: WeightsPlace) -> None:
    look = styles.Look(bold=True, horizontal="right")
    page.put(at.total, at.title, _("All that count"), styles.Look(bold=True))
    counts, share = column(at.counts), column(at.share)
    points = Formula(f"=SUM({counts}{at.first}:{counts}{at.last})", sum(plan.points))
    page.put(at.total, at.points, points, styles.Look(bold=True, horizontal="right", format="General"))
    rows = sorted(at.row_of.values())
    summed = ",".join(f"{share}{a}:{share}{b}" for a, b in _runs(rows))
    whole = styles.Look(bold=True, horizontal="right", format=styles.SHARE)
    page.put(at.total, at.share, Formula(f"=SUM({summed})", 1.0), whole)
    page.put(at.total, at.note, None, look)


def _mark_inputs(page: Page, at: WeightsPlace) -> None:
    area = f"{column(at.points)}{at.first}:{column(at.points)}{at.last}"
    check = DataValidation(type="decimal", operator="between", formula1="0", formula2="100", allow_blank=True)
    check.errorStyle = "warning"
    check.errorTitle = _("Points")
    check.error = _("Points run from 0 to 100; anything else counts as 0.")
    check.showErrorMessage = True
    for row in at.row_of.values():
        check.add(f"{column(at.points)}{row}")
    page.sheet.add_data_validation(check)
    doubtful = FormulaRule(
        formula=[f"LEN(${column(at.note)}{at.first})>0"], fill=PatternFill("solid", bgColor="FBEBCB")
    )
    page.sheet.conditional_formatting.add(f"{column(at.note)}{at.first}:{column(at.note)}{at.last}", doubtful)
    page.texts_like_numbers.append(area)
