"""The sheet of evidence: why each score is what it is."""

from collections.abc import Iterator

from desktop_app.decision.performances import AtLevel, LevelRange, Performance, code
from desktop_app.decision.problem import NO_EVIDENCE, Alternative, Cell, Criterion
from desktop_app.decision.scales import NumericScale
from desktop_app.files.languages import _, language
from desktop_app.files.workbook import styles
from desktop_app.files.workbook.page import Page, column
from desktop_app.files.workbook.places import HEAD_EVIDENCE
from desktop_app.files.workbook.plan import MOST_EVIDENCE, Plan
from desktop_app.files.workbook.texts import lines_needed, prose

_WIDTHS = (8.0, 8.0, 24.0, 18.0, 9.0, 18.0, 11.0, 17.0, 64.0, 32.0)
_FIRST = 3


def build(page: Page, plan: Plan) -> None:
    page.widths(dict(enumerate(_WIDTHS, start=1)))
    page.put(1, _FIRST, _("Evidence"), styles.TITLE)
    page.sheet.row_dimensions[1].height = 26
    size = len(plan.alternatives) * len(plan.criteria)
    everything = size <= MOST_EVIDENCE
    hint = _(
        "Codes and reasons as they stood at the export; a code changed on the sheet of scores does not change them."
    )
    if not everything:
        hint += " " + _("Of {count} scores only those with evidence are listed.").format(count=size)
    page.across(2, _FIRST, len(_WIDTHS), hint, styles.HINT)
    page.put_row(HEAD_EVIDENCE, 1, ("id", "criterion"), styles.HIDDEN)
    heads = (
        _("Recommendation"),
        _("Criterion"),
        _("Code"),
        _("What the code says"),
        _("Basis"),
        _("Section"),
        _("Why"),
        _("What would change it"),
    )
    page.put_row(HEAD_EVIDENCE, _FIRST, heads, styles.HEAD)
    row = HEAD_EVIDENCE
    for alternative, criterion, cell in _cells(plan, everything):
        row += 1
        _row(page, plan, row, alternative, criterion, cell)
    page.hide_columns((1, 2))
    page.sheet.freeze_panes = f"{column(_FIRST + 1)}{HEAD_EVIDENCE + 1}"
    page.sheet.auto_filter.ref = (
        f"{column(_FIRST)}{HEAD_EVIDENCE}:{column(len(_WIDTHS))}{max(row, HEAD_EVIDENCE + 1)}"
    )
    page.set_up_print(_FIRST, len(_WIDTHS), row, plan.deck_title, f"{HEAD_EVIDENCE}:{HEAD_EVIDENCE}")


def _cells(plan: Plan, everything: bool) -> Iterator[tuple[Alternative, Criterion, Cell]]:
    for alternative in plan.alternatives:
        for criterion in plan.criteria:
            cell = plan.project.problem.cell(alternative.id, criterion.id)
            if everything or cell.evidence != NO_EVIDENCE:
                yield alternative, criterion, cell


def _row(
    page: Page, plan: Plan, row: int, alternative: Alternative, criterion: Criterion, cell: Cell
) -> None:
    evidence = cell.evidence
    bases = {"stated": _("stated"), "inferred": _("inferred"), "judgement": _("judgement")}
    texts = (
        plan.title(alternative),
        plan.title(criterion),
        code(cell.performance),
        meaning(cell.performance, criterion),
        bases[evidence.basis] if evidence.basis else "",
        prose(evidence.source),
        prose(evidence.why),
        prose(evidence.would_change),
    )
    page.put_row(row, 1, (alternative.id, criterion.id), styles.HIDDEN)
    page.put_row(row, _FIRST, texts, styles.TEXT_TOP)
    widths = _WIDTHS[_FIRST - 1 :]
    page.height(row, max(lines_needed(text, width) for text, width in zip(texts, widths, strict=True)))


def meaning(performance: Performance, criterion: Criterion) -> str:
    """What a code says: the names of its levels, or the unit of its numbers."""
    scale = criterion.scale
    if isinstance(scale, NumericScale):
        return prose(scale.unit)
    match performance:
        case AtLevel(level):
            return scale.level(level).label(language())
        case LevelRange(low, high):
            return _("{low} to {high}").format(
                low=scale.level(low).label(language()), high=scale.level(high).label(language())
            )
    return _("unknown")
