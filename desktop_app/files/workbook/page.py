"""One sheet under construction: contents with looks, and the results that its formulas shall carry."""

import locale
import os
from collections.abc import Iterable, Mapping
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from desktop_app.files.workbook.specification import Content, Formula
from desktop_app.files.workbook.styles import Look, Styles
from desktop_app.files.workbook.texts import clean, lines_needed

LINE_HEIGHT = 13.5
POINTS_PER_CM = 28.35
_DEFAULT_HEIGHT = 15.0
_CM_PER_CHARACTER = 0.195
_PAPER_WIDTH_CM, _PAPER_HEIGHT_CM = 25.4, 17.0
"""What A4 and Letter, landscape, both have between our margins; the height without the head that comes again."""

_HIGHEST_ROW = 409.0
_WIDEST_PAPER = 230.0
"""Characters of a sheet that can still be read on one landscape page."""

_LETTER_COUNTRIES = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "DO", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)
_LETTER, _A4 = 1, 9


def column(at: int) -> str:
    """The letters of a column counted from 1."""
    letters: str = get_column_letter(at)
    return letters


def paper() -> int:
    """Letter in the countries that print on it and where the country is not known, else A4.

    (The countries after the Unicode CLDR's measurement data; our texts are in the languages of two of
    them, the United States and Mexico.)
    """
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_PAPER", "LANG")]
    name = next((one for one in names if one), locale.getlocale()[0] or "")
    _, underscore, country = name.partition(".")[0].partition("@")[0].partition("_")
    return _A4 if len(country) == 2 and underscore and country.upper() not in _LETTER_COUNTRIES else _LETTER


class Page:
    """A worksheet that takes contents together with their looks."""

    def __init__(self, sheet: Any, styles: Styles) -> None:
        self.sheet = sheet
        self.results: dict[str, float | int | str] = {}
        """The result of each formula, by the address of its cell."""
        self.texts_like_numbers: list[str] = []
        """Areas whose texts may look like numbers without Excel marking each of them as doubtful."""
        self._styles = styles
        self._widths: dict[int, float] = {}

    def put(self, row: int, col: int, content: Content, look: Look) -> None:
        """Writes one cell. Texts stay texts, whatever they begin with."""
        cell = Cell(self.sheet, row=row, column=col)
        cell._style = self._styles.of(look)
        if isinstance(content, Formula):
            cell._value, cell.data_type = content.text, "f"
            result = content.result
            self.results[f"{column(col)}{row}"] = clean(result) if isinstance(result, str) else result
        elif isinstance(content, str):
            cell._value, cell.data_type = clean(content), "s"
        elif content is not None:
            cell._value, cell.data_type = content, "n"
        self.sheet._cells[row, col] = cell

    def put_row(self, row: int, col: int, contents: Iterable[Content], look: Look) -> None:
        """Writes cells side by side from `col` on."""
        for at, content in enumerate(contents, start=col):
            self.put(row, at, content, look)

    def across(self, row: int, first: int, last: int, content: Content, look: Look) -> None:
        """Writes one cell over several columns, high enough for its text. Needs the columns' widths."""
        self.put(row, first, content, look)
        if last > first:
            self.sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
        shown = content.result if isinstance(content, Formula) else content
        self.height(row, lines_needed(str(shown or ""), self.width(first, last)), look.size * 1.35)

    def height(self, row: int, lines: int, line_height: float = LINE_HEIGHT) -> None:
        """Makes a row high enough for some lines of text."""
        self.sheet.row_dimensions[row].height = min(_HIGHEST_ROW, max(16.5, lines * line_height + 4))

    def widths(self, widths: Mapping[int, float]) -> None:
        """Widths of columns, in characters."""
        self._widths.update(widths)
        for at, width in widths.items():
            self.sheet.column_dimensions[column(at)].width = width

    def width(self, first: int, last: int) -> float:
        """What some columns together measure, in characters."""
        return sum(self._widths[at] for at in range(first, last + 1))

    def pages_wide(self, first: int, last: int) -> int:
        """On how many pages side by side some columns are printed."""
        return max(1, -int(-self.width(first, last) // _WIDEST_PAPER))

    def width_cm(self, first: int, last: int) -> float:
        """What some columns together measure on the screen."""
        return self.width(first, last) * _CM_PER_CHARACTER

    def height_cm(self, first: int, last: int) -> float:
        """What some rows together measure on the screen."""
        heights = (self.sheet.row_dimensions[row].height or _DEFAULT_HEIGHT for row in range(first, last + 1))
        return float(sum(heights)) / POINTS_PER_CM

    def paper_height_cm(self, first: int, last: int) -> float:
        """How much of the sheet goes down one page when columns `first` to `last` fill its pages side by side."""
        wide = self.width_cm(first, last) / self.pages_wide(first, last)
        return _PAPER_HEIGHT_CM * max(1.0, wide / _PAPER_WIDTH_CM)

    def hide_columns(self, columns: Iterable[int]) -> None:
        for at in columns:
            self.sheet.column_dimensions[column(at)].hidden = True

    def hide_rows(self, rows: Iterable[int]) -> None:
        for at in rows:
            self.sheet.row_dimensions[at].hidden = True

    def protect(self) -> None:
        """Guards formulas against slips, without a password; widths and heights stay the reader's."""
        protection = self.sheet.protection
        protection.sheet = True
        protection.formatColumns = False
        protection.formatRows = False

    def set_up_print(
        self, first: int, last: int, end: int, footer: str, head: str, title_columns: str | None = None
    ) -> None:
        """Prints columns `first` to `last` down to row `end`, landscape, on as many pages as stay readable.

        The rows `head` ("3:4") and the columns `title_columns` ("B:C") come again on each page; the
        margins suit A4 as well as Letter.
        """
        sheet = self.sheet
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = paper()
        sheet.page_setup.fitToWidth = self.pages_wide(first, last)
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        margins = sheet.page_margins
        margins.left = margins.right = 0.45
        margins.top, margins.bottom, margins.header, margins.footer = 0.5, 0.6, 0.3, 0.3
        sheet.print_title_rows = head
        if title_columns:
            sheet.print_title_cols = title_columns
        sheet.print_area = f"{column(first)}1:{column(last)}{end}"
        sheet.oddFooter.left.text = footer.replace("&", "&&")
        sheet.oddFooter.right.text = "&P / &N"
        for part in (sheet.oddFooter.left, sheet.oddFooter.right):
            part.size, part.font = 8, "Arial"
        sheet.sheet_view.showGridLines = False
        sheet.sheet_view.zoomScale = 100
