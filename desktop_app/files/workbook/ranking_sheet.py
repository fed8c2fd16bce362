"""The sheet that opens first: the sorted table, alive, and the chart beneath it."""

from openpyxl.formatting.rule import DataBar, FormatObject, FormulaRule, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from desktop_app.engine.words import claims
from desktop_app.files.languages import _
from desktop_app.files.languages.claims import plain, word
from desktop_app.files.languages.terms import best_is
from desktop_app.files.workbook import colours, styles
from desktop_app.files.workbook.chart import add_chart
from desktop_app.files.workbook.page import Page, column
from desktop_app.files.workbook.places import HEAD_RANKING, RankingPlace, ScoresPlace, WeightsPlace
from desktop_app.files.workbook.plan import MOST_SORTED, Plan
from desktop_app.files.workbook.scores_sheet import (
    chart_label,
    head_lines,
    head_width,
    tier_name,
    unreadable_sentence,
)
from desktop_app.files.workbook.specification import Formula, quoted
from desktop_app.files.workbook.texts import lines_needed
from desktop_app.files.workbook.weights_sheet import all_zero

_TITLE, _SCORE, _SIDE, _TIER = 38.0, 11.0, 9.0, 15.0
_ROWS_ON_A_PAGE = 24


def build(page: Page, plan: Plan) -> None:
    at = RankingPlace(plan)
    _columns(page, plan, at)
    _head(page, plan, at)
    scores = ScoresPlace(plan)
    for place in range(len(plan.alternatives)):
        _row(page, plan, at, scores, place)
    _bars(page, plan, at)
    # Any title can come to stand in any row.
    lines = max(lines_needed(plan.title(alternative), _TITLE - 2) for alternative in plan.alternatives)
    for row in range(at.first, at.last + 1):
        page.height(row, lines)
    page.hide_columns((at.id, at.row, at.label))
    page.hide_rows((at.ids_row,))
    page.sheet.freeze_panes = f"{column(at.score)}{HEAD_RANKING + 1}"
    page.protect()
    end = add_chart(page, plan, at)
    heads, titles = f"{at.groups_row}:{HEAD_RANKING}", f"{column(at.rank)}:{column(at.title)}"
    page.set_up_print(at.rank, at.end, end, plan.deck_title, heads, titles)


def _head(page: Page, plan: Plan, at: RankingPlace) -> None:
    page.put(1, at.rank, plan.deck_title, styles.TITLE)
    page.sheet.row_dimensions[1].height = 26
    follows = _(
        "Scores run from 0 to 100 ({best}). Change the yellow cells on the sheets “{weights}” and “{scores}”: "
        "this table sorts itself again and the chart follows."
    )
    stays = _(
        "Scores run from 0 to 100 ({best}). Change the yellow cells on the sheets “{weights}” and “{scores}”: "
        "scores, ranks and chart follow. With more than {count} recommendations the rows keep the order of the export."
    )
    hint = (follows if plan.sorts_itself else stays).format(
        best=best_is(plan.project.perspective) or _("100 = best"),
        weights=plan.names.weights,
        scores=plan.names.scores,
        count=MOST_SORTED,
    )
    if len(plan.alternatives) > _ROWS_ON_A_PAGE:
        hint += " " + _("The chart stands below the table.")
    last = min(at.end, at.parts + 9)
    page.across(2, at.rank, last, hint, styles.HINT)
    said = " ".join(plain(word(claim, plan.project)) for claim in claims(plan.project, plan.ranking))
    exported = _("As exported on {when}: {words}").format(when=plan.made, words=said)
    page.across(3, at.rank, last, exported, styles.WORDS)

    weights, scores = WeightsPlace(plan), ScoresPlace(plan)
    wrong = f"SUM({scores.down_on_sheet(scores.wrong_count)})"
    alert = f"=IF({weights.total_points}=0,{quoted(all_zero())},{unreadable_sentence(wrong)})"
    page.across(4, at.rank, last, Formula(alert, ""), styles.ALERT)


def _columns(page: Page, plan: Plan, at: RankingPlace) -> None:
    weights = WeightsPlace(plan)
    names = {
        at.rank: (_("Rank"), styles.HEAD_CENTRE),
        at.title: (_("Recommendation"), styles.HEAD),
        at.score: (_("Score"), styles.HEAD_RIGHT),
        at.low: (_("Lowest"), styles.HEAD_RIGHT),
        at.high: (_("Highest"), styles.HEAD_RIGHT),
    }
    rank = 1.2 * len(_("Rank")) + 2.0
    widths = {at.rank: rank, at.title: _TITLE, at.score: _SCORE, at.low: _SIDE, at.high: _SIDE}
    lines = 1
    if at.tier:
        names[at.tier] = (_("Source's tier"), styles.HEAD_CENTRE)
        widths[at.tier] = _TIER
        lines = lines_needed(names[at.tier][0], _TIER - 1)
    for col, (name, look) in names.items():
        page.put(HEAD_RANKING, col, name, look)
    page.put_row(HEAD_RANKING, at.id, ("id", "row", "label"), styles.HIDDEN)
    page.put(
        at.share_row,
        at.title,
        _("Share of the criterion, and what it adds to the score at most"),
        styles.CAPTION_NAME,
    )
    before = None
    heads = [plan.title(criterion) for criterion in plan.criteria]
    part = head_width(heads)
    for j, criterion in enumerate(plan.criteria):
        col = at.parts + j
        group = plan.outermost(criterion)
        name = plan.title(group) if group and group != before else ""
        before = group
        page.put(at.groups_row, col, name, styles.BLOCK)
        page.put(at.ids_row, col, criterion.id, styles.HIDDEN)
        share = weights.on_sheet(weights.share, weights.row_of[criterion.id])
        page.put(at.share_row, col, Formula(f"={share}", float(plan.ranking.shares[j])), styles.CAPTION)
        page.put(HEAD_RANKING, col, heads[j], styles.HEAD_RIGHT)
        widths[col] = part
    page.widths(widths)
    page.height(HEAD_RANKING, max(lines, head_lines(heads)))


def _row(page: Page, plan: Plan, at: RankingPlace, scores: ScoresPlace, place: int) -> None:
    ranking, row = plan.ranking, at.first + place
    index = int(ranking.order[place])
    alternative = plan.alternatives[index]
    source = f"${column(at.row)}{row}"

    def taken(col: int) -> str:
        return f"=INDEX({scores.down_on_sheet(col)},{source})"

    if plan.sorts_itself:
        found = Formula(f"=MATCH({place + 1},{scores.down_on_sheet(scores.place)},0)", index + 1)
        page.put(row, at.row, found, styles.HIDDEN)
    else:
        page.put(row, at.row, index + 1, styles.HIDDEN)
    page.put(row, at.id, Formula(taken(scores.id), alternative.id), styles.HIDDEN)
    page.put(row, at.label, Formula(taken(scores.label), chart_label(plan, alternative)), styles.HIDDEN)
    page.put(row, at.rank, Formula(taken(scores.rank), int(ranking.rank[index])), styles.RANK)
    page.put(row, at.title, Formula(taken(scores.title), plan.title(alternative)), styles.NAME)
    page.put(row, at.score, Formula(taken(scores.score), float(ranking.score[index])), styles.SCORE_MAIN)
    page.put(row, at.low, Formula(taken(scores.low), float(ranking.score_low[index])), styles.SCORE_SIDE)
    page.put(row, at.high, Formula(taken(scores.high), float(ranking.score_high[index])), styles.SCORE_SIDE)
    if at.tier:
        page.put(row, at.tier, Formula(taken(scores.tier), tier_name(alternative)), styles.CENTRE)
    for j in range(len(plan.criteria)):
        col = at.parts + j
        value = f"INDEX({scores.down_on_sheet(scores.values + j)},{source})"
        part = Formula(f"=100*{column(col)}${at.share_row}*{value}", float(ranking.contributions[index, j]))
        page.put(row, col, part, styles.PART)


def _bars(page: Page, plan: Plan, at: RankingPlace) -> None:
    formatting = page.sheet.conditional_formatting

    def over(col: int) -> str:
        return f"{column(col)}{at.first}:{column(col)}{at.last}"

    formatting.add(over(at.score), _bar(colours.ACCENT, "100"))
    shades = colours.shades([plan.outermost(criterion) for criterion in plan.criteria])
    for j, shade in enumerate(shades):
        col = at.parts + j
        formatting.add(over(col), _bar(shade, f"100*${column(col)}${at.share_row}"))
    rank = column(at.rank)
    tie = Rule(
        type="expression",
        formula=[f"COUNTIF(${rank}${at.first}:${rank}${at.last},{rank}{at.first})>1"],
        dxf=DifferentialStyle(numFmt=NumberFormat(numFmtId=190, formatCode='0"="')),
    )
    formatting.add(over(at.rank), tie)
    if at.tier:
        for alternative in {one.tier: one for one in plan.alternatives if one.tier}.values():
            assert alternative.tier
            ground, text = colours.TIERS[alternative.tier]
            same = f"{column(at.tier)}{at.first}={quoted(tier_name(alternative))}"
            rule = FormulaRule(
                formula=[same], fill=PatternFill("solid", bgColor=ground), font=Font(color=text)
            )
            formatting.add(over(at.tier), rule)


def _bar(colour: str, most: str) -> Rule:
    """A bar from 0 to `most`, so that it is as long as the value is good and empty at 0."""
    end = (
        FormatObject(type="num", val=float(most))
        if most.isdigit()
        else FormatObject(type="formula", val=most)
    )
    bar = DataBar(cfvo=[FormatObject(type="num", val=0), end], color=colour, minLength=0, maxLength=100)
    return Rule(type="dataBar", dataBar=bar)
