"""Puts the sheets together and saves them."""

import io
from collections.abc import Callable
from datetime import UTC
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Font

from desktop_app.files.workbook import (
    about_sheet,
    evidence_sheet,
    marks,
    ranking_sheet,
    scales_sheet,
    scores_sheet,
    stored_results,
    styles,
    weights_sheet,
)
from desktop_app.files.workbook.page import Page
from desktop_app.files.workbook.plan import Plan
from desktop_app.files.workbook.stored_results import SheetResults


def write(plan: Plan, target: BinaryIO) -> None:
    """Writes the workbook in the language in use. Raises OSError where `target` cannot take it."""
    workbook = Workbook()
    # Column widths are counted in digits of this face.
    workbook._named_styles["Normal"].font = Font(name=styles.FACE, size=styles.SIZE)
    looks = styles.Styles(workbook)
    names = plan.names
    sheets: tuple[tuple[str, Callable[[Page, Plan], None]], ...] = (
        (names.ranking, ranking_sheet.build),
        (names.weights, weights_sheet.build),
        (names.scores, scores_sheet.build),
        (names.scales, scales_sheet.build),
        (names.evidence, evidence_sheet.build),
        (names.about, about_sheet.build),
        (names.hidden, marks.build),
    )
    pages = []
    for at, (name, build) in enumerate(sheets):
        sheet = workbook.worksheets[0] if at == 0 else workbook.create_sheet()
        sheet.title = name
        page = Page(sheet, looks)
        build(page, plan)
        pages.append(page)
    _describe(workbook, plan)
    package = io.BytesIO()
    workbook.save(package)
    stored_results.write(
        package.getvalue(),
        [SheetResults(page.results, page.texts_like_numbers) for page in pages],
        target,
    )


def _describe(workbook: Any, plan: Plan) -> None:
    properties = workbook.properties
    properties.title = plan.deck_title
    properties.creator = properties.lastModifiedBy = "Parallel Paths"
    properties.created = plan.made_at.astimezone(UTC).replace(tzinfo=None)
