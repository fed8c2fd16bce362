"""The sheet that says what this is: deck, date, version, method, how to use it, condition, sources."""

from collections.abc import Iterator

from desktop_app import __version__
from desktop_app.files.languages import _, listed
from desktop_app.files.languages.terms import best_is
from desktop_app.files.workbook import styles
from desktop_app.files.workbook.page import Page
from desktop_app.files.workbook.plan import MOST_DRAWN, MOST_EVIDENCE, MOST_SORTED, Plan
from desktop_app.files.workbook.texts import lines_needed, prose

_WIDTHS = (26.0, 112.0)


def build(page: Page, plan: Plan) -> None:
    page.widths(dict(enumerate(_WIDTHS, start=1)))
    page.put(1, 1, _("About this workbook"), styles.TITLE)
    page.sheet.row_dimensions[1].height = 26
    row = 2
    for label, text in _entries(plan):
        row += 1
        page.put(row, 1, label, styles.Look(bold=True, vertical="top", rule="faint", wrap=True, indent=1))
        page.put(row, 2, text, styles.TEXT_TOP)
        page.height(row, max(lines_needed(text, _WIDTHS[1]), lines_needed(label, _WIDTHS[0])))
    page.sheet.freeze_panes = "A3"
    page.protect()
    page.set_up_print(1, 2, row, plan.deck_title, "1:1")


def _entries(plan: Plan) -> Iterator[tuple[str, str]]:
    problem = plan.project.problem
    yield _("Deck"), f"{plan.deck_title} ({problem.id})"
    if problem.about:
        yield _("What is decided"), prose(problem.about)
    yield _("Made"), _("{when}, with Parallel Paths {version}").format(when=plan.made, version=__version__)
    yield _("What counts"), _what_counts(plan)
    if problem.condition:
        title, summary = prose(problem.condition.title), prose(problem.condition.summary)
        yield (
            _("Condition"),
            _("{title}. {summary} All recommendations rest on it; it is not ranked.")
            .format(title=title.rstrip("."), summary=summary)
            .replace("  ", " "),
        )
    yield (
        _("Method"),
        _(
            "Each level or number becomes a value from 0 (worst) to 1 (best) on the declared scale of its criterion. "
            "A criterion's share is its points over the points of all criteria that count. A contribution is "
            "100 × share × value, and the score is the sum of the contributions, from 0 to 100 ({best}). "
            "A range counts with the mean of its ends' values, an unknown with 0.5; “lowest” and “highest” take every "
            "score at its low and at its high value at once. Ranks compare scores rounded to nine decimals; "
            "equal ones share a rank (1, 2, 2, 4)."
        ).format(best=best_is(plan.project.perspective) or _("100 = best")),
    )
    yield (
        _("How to use it"),
        _(
            "Change the yellow cells: points on “{weights}”, codes on “{scores}”. Everything else is a formula and "
            "follows at once in Excel 2016 or later and in LibreOffice. Formulas are protected without a password: "
            "unprotect a sheet to change them. The sentence “As exported” on “{ranking}” does not change."
        ).format(weights=plan.names.weights, scores=plan.names.scores, ranking=plan.names.ranking),
    )
    yield (
        _("How entries are read"),
        _(
            "Points run from 0 to 100; a number between 0 and 1 is read as a percentage, and what is no such number "
            "counts as 0; the note beside it says so. A code that cannot be read counts as unknown and is reported in "
            "the check beside it. Distributions count with their mean, lowest and highest as exported (5th and 95th "
            "percentile), as long as their code is left as it is."
        ),
    )
    yield from _limits(plan)
    for source in problem.sources:
        parts = (source.authors, prose(source.title), source.publisher, source.year)
        text = ". ".join(part.rstrip(".") for part in parts if part) + "."
        note = prose(source.note)
        yield _("Source"), f"{text} {note}".strip()


def _what_counts(plan: Plan) -> str:
    names = {
        "effort": _("Effort is counted: {criteria}."),
        "effect": _("Effect is counted: {criteria}."),
        "both": _("Effort and effect are counted in one sum: {criteria}."),
    }
    counted = names.get(plan.project.perspective or "", _("These criteria are counted: {criteria}."))
    text = counted.format(criteria=listed([plan.title(criterion) for criterion in plan.criteria]))
    inside = {criterion.id for criterion in plan.criteria}
    others = [plan.title(one) for one in plan.project.problem.criteria if one.id not in inside]
    if others:
        text += " " + _("Not counted, and left out of this workbook: {criteria}.").format(
            criteria=listed(others)
        )
    return text


def _limits(plan: Plan) -> Iterator[tuple[str, str]]:
    """What a large deck has to do without."""
    count, size = len(plan.alternatives), len(plan.alternatives) * len(plan.criteria)
    limits = []
    if count > MOST_DRAWN:
        limits.append(_("The chart shows the {count} recommendations at the top.").format(count=MOST_DRAWN))
    if not plan.sorts_itself:
        limits.append(
            _(
                "With more than {count} recommendations the ranking keeps the order of the export; "
                "scores and ranks follow changes all the same."
            ).format(count=MOST_SORTED)
        )
    if size > MOST_EVIDENCE:
        limits.append(
            _("With more than {count} scores only those with evidence are listed on “{evidence}”.").format(
                count=MOST_EVIDENCE, evidence=plan.names.evidence
            )
        )
    if limits:
        yield _("Limits of this workbook"), " ".join(limits)
