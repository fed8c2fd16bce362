"""The sheet of scores: codes to change, the values that they stand for, and what comes of them."""

from collections.abc import Sequence

import numpy as np
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from desktop_app.decision.performances import code
from desktop_app.decision.problem import Alternative, Criterion
from desktop_app.decision.scales import VerbalScale
from desktop_app.engine.ranking import DECIMALS
from desktop_app.engine.values import DISTRIBUTION, UNKNOWN_KIND
from desktop_app.files.languages import _, ngettext, terms
from desktop_app.files.workbook import codes, colours, styles
from desktop_app.files.workbook.page import Page, column
from desktop_app.files.workbook.places import HEAD_SCORES, ScalesPlace, ScoresPlace, WeightsPlace
from desktop_app.files.workbook.plan import Plan
from desktop_app.files.workbook.scales_sheet import allowed
from desktop_app.files.workbook.specification import Formula, quoted
from desktop_app.files.workbook.texts import clean, lines_needed, longest_word, short

_TITLE_WIDTH, _CHECK_WIDTH, _CODE_WIDTH, _RESULT_WIDTH = 36.0, 32.0, 11.0, 10.0
_WIDEST_CODE = 30.0
_LONGEST_LIST = 255
_LONGEST_LABEL = 48


def tier_name(alternative: Alternative) -> str:
    """The effort tier that the source gives, in words."""
    return terms.tier_name(alternative.tier) if alternative.tier else "–"


def chart_label(plan: Plan, alternative: Alternative) -> str:
    """A title that fits beside a bar."""
    return short(plan.title(alternative), _LONGEST_LABEL)


def head_width(heads: Sequence[str]) -> float:
    """A width for columns of numbers under these heads that breaks no ordinary word."""
    return min(18.0, max(9.5, 2.0 + 1.1 * longest_word(heads)))


def head_lines(heads: Sequence[str]) -> int:
    """The lines of the highest head; a title as long as a paragraph may stay cut on the screen."""
    return min(6, max(lines_needed(head, head_width(heads)) for head in heads))


class _Sheet:
    """The sheet under construction: its page, its plan, and what its rows need again and again."""

    def __init__(self, page: Page, plan: Plan) -> None:
        self.page, self.plan = page, plan
        self.at, self.weights, self.scales = ScoresPlace(plan), WeightsPlace(plan), ScalesPlace(plan)
        self.cells = [
            [
                plan.project.problem.cell(alternative.id, criterion.id).performance
                for criterion in plan.criteria
            ]
            for alternative in plan.alternatives
        ]
        self.places = np.argsort(plan.ranking.order) + 1


def build(page: Page, plan: Plan) -> None:
    it = _Sheet(page, plan)
    at = it.at
    _widths(it)
    _head(it)
    for index in range(len(plan.alternatives)):
        _row(it, index)
    _mark_inputs(it)
    page.sheet.freeze_panes = f"{column(at.check)}{HEAD_SCORES + 1}"
    page.sheet.sheet_properties.tabColor = colours.INPUT_LINE
    page.protect()
    titles = f"{column(at.title)}:{column(at.title)}"
    page.set_up_print(at.title, at.rank, at.last, plan.deck_title, f"{HEAD_SCORES}:{HEAD_SCORES}", titles)


def _head(it: _Sheet) -> None:
    page, plan, at = it.page, it.plan, it.at
    page.put(1, 2, _("Scores"), styles.TITLE)
    page.sheet.row_dimensions[1].height = 26
    hint = _(
        "Change the codes in the yellow cells: a level or number, a range such as 2..4, or unknown. "
        "The sheet “{scales}” says what they stand for. A range counts with the mean of its ends' values, "
        "an unknown with 0.5."
    ).format(scales=plan.names.scales)
    last = min(at.values - 1, at.codes + 9)
    page.across(2, 2, last, hint, styles.HINT)
    wrong = f"SUM({at.down(at.wrong_count)})"
    page.across(3, 2, last, Formula(f"={unreadable_sentence(wrong)}", ""), styles.ALERT)

    blocks = (
        (at.codes, _("Codes")),
        (at.values, _("Values that count, 0 to 1")),
        (at.lows, _("Lowest values")),
        (at.highs, _("Highest values")),
        (at.score, _("Results, 0 to 100")),
    )
    for col, text in blocks:
        page.put(4, col, text, styles.BLOCK)
    page.put_row(at.ids_row, at.id, ("id", None, None), styles.HIDDEN)
    heads: list[str] = [plan.title(criterion) for criterion in plan.criteria]
    for index, criterion in enumerate(plan.criteria):
        col = at.codes + index
        page.put(at.ids_row, col, criterion.id, styles.HIDDEN)
        page.put(at.hints_row, col, allowed(criterion), styles.HIDDEN)
        share = it.weights.on_sheet(it.weights.share, it.weights.row_of[criterion.id])
        page.put(at.share_row, col, Formula(f"={share}", float(plan.ranking.shares[index])), styles.CAPTION)
        page.put(HEAD_SCORES, col, heads[index], styles.HEAD)
        for block in (at.values, at.lows, at.highs):
            page.put(HEAD_SCORES, block + index, heads[index], styles.HEAD_RIGHT)
    page.hide_rows((at.ids_row, at.hints_row))
    page.put(at.share_row, at.title, _("Share of the criterion"), styles.CAPTION)
    page.put(HEAD_SCORES, at.id, "id", styles.HIDDEN)
    page.put_row(HEAD_SCORES, at.title, (_("Recommendation"), _("Check of the codes")), styles.HEAD)
    page.put_row(HEAD_SCORES, at.score, (_("Score"), _("Lowest"), _("Highest"), _("Rank")), styles.HEAD_RIGHT)
    helpers = ("key", "place", "tier", "label", "wrong", "first wrong")
    page.put_row(HEAD_SCORES, at.key, helpers, styles.HIDDEN)
    page.height(HEAD_SCORES, head_lines(heads))


def unreadable_sentence(count: str) -> str:
    """A formula's part: what is said where codes cannot be read; `count` is the number of them."""
    one = ngettext(
        "{count} score cannot be read and counts as unknown: see the check on the sheet of scores.",
        "{count} scores cannot be read and count as unknown: see the check on the sheet of scores.",
        1,
    ).replace("{count}", "1")
    before, after = ngettext(
        "{count} score cannot be read and counts as unknown: see the check on the sheet of scores.",
        "{count} scores cannot be read and count as unknown: see the check on the sheet of scores.",
        2,
    ).split("{count}")
    return f'IF({count}=0,"",IF({count}=1,{quoted(one)},{quoted(before)}&{count}&{quoted(after)}))'


def _row(it: _Sheet, index: int) -> None:
    page, plan, at, row = it.page, it.plan, it.at, it.at.first + index
    alternative, title = plan.alternatives[index], plan.title(plan.alternatives[index])
    page.put(row, at.id, alternative.id, styles.HIDDEN)
    page.put(row, at.title, title, styles.NAME)
    _check(it, row)
    for j, criterion in enumerate(plan.criteria):
        _cell(it, index, j, criterion)
    _results(it, index)
    page.put(row, at.tier, tier_name(alternative), styles.HIDDEN)
    page.put(row, at.label, chart_label(plan, alternative), styles.HIDDEN)
    page.height(row, max(2, lines_needed(title, _TITLE_WIDTH - 2)))


def _check(it: _Sheet, row: int) -> None:
    page, at = it.page, it.at
    lefts, rights = at.along(at.lefts, row), at.along(at.rights, row)
    wrong = codes.unreadable_in(lefts, rights)
    count, first = f"${column(at.wrong_count)}{row}", f"${column(at.wrong_first)}{row}"
    page.put(row, at.wrong_count, Formula(f"=SUMPRODUCT({wrong})", 0), styles.HIDDEN)
    beyond = at.lefts + at.width
    nearest = f"SUMPRODUCT(MAX({wrong}*({beyond}-COLUMN({lefts}))))"
    page.put(row, at.wrong_first, Formula(f"=IF({count}=0,0,{at.width + 1}-{nearest})", 0), styles.HIDDEN)
    heads, hints = at.along_head(at.codes, HEAD_SCORES), at.along_head(at.codes, at.hints_row)
    typed = at.along(at.codes, row)
    more = f'IF({count}>1," (+"&({count}-1)&")","")'
    page.put(
        row,
        at.check,
        Formula(
            f'=IF({count}=0,"",INDEX({heads},{first})&": “"&INDEX({typed},{first})&"” "&INDEX({hints},{first})&{more})',
            "",
        ),
        styles.NOTE,
    )


def _cell(it: _Sheet, index: int, j: int, criterion: Criterion) -> None:
    page, at, table, row = it.page, it.at, it.plan.ranking.table, it.at.first + index
    performance = it.cells[index][j]
    written = code(performance)
    typed, text, left, right = (
        f"{column(block + j)}{row}" for block in (at.codes, at.cleaned, at.lefts, at.rights)
    )
    counts, low, high = (float(part[index, j]) for part in (table.counts, table.low, table.high))
    first, second = (high, low) if criterion.direction == "less_is_better" else (low, high)
    if table.kind[index, j] == UNKNOWN_KIND:
        first = second = float(codes.UNKNOWN)
    elif table.kind[index, j] == DISTRIBUTION:
        first = second = 0.0

    stored = codes.stored(performance, typed)

    def kept(formula: str, value: float) -> str:
        """The formula, or the value of the exported distribution while its code still stands there."""
        return formula if stored is None else f"=IF({stored},{value!r},{formula[1:]})"

    readable = codes.readable(left, right)
    page.put(row, at.codes + j, written, styles.INPUT_TEXT)
    page.put(row, at.cleaned + j, Formula(codes.cleaned(typed), _cleaned(written)), styles.HIDDEN)
    page.put(
        row, at.lefts + j, Formula(kept(codes.left(text, criterion, it.scales), 0.0), first), styles.HIDDEN
    )
    page.put(
        row,
        at.rights + j,
        Formula(kept(codes.right(text, left, criterion, it.scales), 0.0), second),
        styles.HIDDEN,
    )
    blocks = (
        (at.values, f"=IF({readable},({left}+{right})/2,0.5)", counts),
        (at.lows, f"=IF({readable},MIN({left},{right}),0)", low),
        (at.highs, f"=IF({readable},MAX({left},{right}),1)", high),
    )
    for block, formula, value in blocks:
        page.put(row, block + j, Formula(kept(formula, value), value), styles.VALUE_CELL)


def _cleaned(written: str) -> str:
    return clean(written).replace(",", "x")


def _results(it: _Sheet, index: int) -> None:
    page, at, ranking, row = it.page, it.at, it.plan.ranking, it.at.first + index
    shares = at.along_head(at.codes, at.share_row)

    def weighed(block: int) -> str:
        return f"=100*SUMPRODUCT({at.along(block, row)},{shares})"

    key, rank = column(at.key), column(at.rank)
    keys = f"{key}${at.first}:{key}${at.last}"
    mine = f"{key}{row}"
    ranked = f"1+SUMPRODUCT(({keys}>{mine})*1)" if it.plan.sorts_itself else f"RANK({mine},{keys},0)"
    place = int(it.places[index])
    score = float(ranking.score[index])
    page.put(row, at.score, Formula(weighed(at.values), score), styles.SCORE_MAIN)
    page.put(row, at.low, Formula(weighed(at.lows), float(ranking.score_low[index])), styles.SCORE_SIDE)
    page.put(row, at.high, Formula(weighed(at.highs), float(ranking.score_high[index])), styles.SCORE_SIDE)
    page.put(row, at.rank, Formula(f"={ranked}", int(ranking.rank[index])), styles.CENTRE)
    rounded = Formula(f"=ROUND({column(at.score)}{row},{DECIMALS})", float(np.round(score, DECIMALS)))
    page.put(row, at.key, rounded, styles.HIDDEN)
    if it.plan.sorts_itself:
        before = f"SUMPRODUCT(({keys}={mine})*(ROW({keys})<ROW({mine})))"
        page.put(row, at.place, Formula(f"={rank}{row}+{before}", place), styles.HIDDEN)
    else:
        page.put(row, at.place, place, styles.HIDDEN)


def _mark_inputs(it: _Sheet) -> None:
    page, at = it.page, it.at
    area = f"{column(at.codes)}{at.first}:{column(at.values - 1)}{at.last}"
    left, right = f"{column(at.lefts)}{at.first}", f"{column(at.rights)}{at.first}"
    wrong = FormulaRule(
        formula=[f"AND({left}<>{codes.UNKNOWN},OR(MIN({left},{right})<0,MAX({left},{right})>1))"],
        fill=PatternFill("solid", bgColor="F6DAD2"),
        font=Font(color="8C2F12", bold=True),
    )
    page.sheet.conditional_formatting.add(area, wrong)
    page.texts_like_numbers.append(area)
    for j, criterion in enumerate(it.plan.criteria):
        offered = _offered(criterion)
        if offered:
            col = column(at.codes + j)
            choice = DataValidation(type="list", formula1=f'"{offered}"', allow_blank=True)
            # What is not in the list may still be a code: the check says what cannot be read.
            choice.showErrorMessage = False
            choice.add(f"{col}{at.first}:{col}{at.last}")
            page.sheet.add_data_validation(choice)


def _offered(criterion: Criterion) -> str:
    """The codes of a verbal scale as a list to choose from; without ranges where they would be too many."""
    if not isinstance(criterion.scale, VerbalScale):
        return ""
    numbers = criterion.scale.numbers
    levels = [str(number) for number in numbers]
    ranges = [f"{a}..{b}" for a in numbers for b in numbers if a < b]
    for offered in ([*levels, *ranges, "unknown"], [*levels, "unknown"]):
        text = ",".join(offered)
        if len(text) <= _LONGEST_LIST:
            return text
    return ""


def _widths(it: _Sheet) -> None:
    page, at = it.page, it.at
    widths = {at.id: 8.0, at.title: _TITLE_WIDTH, at.check: _CHECK_WIDTH}
    narrow = head_width([it.plan.title(criterion) for criterion in it.plan.criteria])
    for j in range(at.width):
        longest = max(len(code(row[j])) for row in it.cells)
        widths[at.codes + j] = max(narrow, _CODE_WIDTH, min(_WIDEST_CODE, longest + 2.0))
    widths |= dict.fromkeys(range(at.values, at.score), narrow)
    widths |= dict.fromkeys(range(at.score, at.key), _RESULT_WIDTH)
    page.widths(widths)
    page.hide_columns((at.id, *range(at.key, at.end + 1)))
