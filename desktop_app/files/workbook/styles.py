"""How cells look. A look is made once per workbook and then shared by all its cells."""

from dataclasses import dataclass
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from desktop_app.files.workbook import colours

FACE = "Arial"
SIZE = 10.0

SCORE = "0.0"
VALUE = "0.00"
SHARE = '[=0]0%;[<0.005]"<1%";0%'


@dataclass(frozen=True, slots=True)
class Look:
    """One way for a cell to look; `rule` draws a line under it, or a box around an input."""

    bold: bool = False
    size: float = SIZE
    colour: str = colours.TEXT
    fill: str | None = None
    horizontal: str | None = None
    vertical: str = "center"
    wrap: bool = False
    indent: int = 0
    format: str = "General"
    rule: str | None = None
    input: bool = False


TITLE = Look(bold=True, size=16)
HINT = Look(colour=colours.DIM, wrap=True, vertical="top")
WORDS = Look(wrap=True, vertical="top")
ALERT = Look(bold=True, colour=colours.WORSE, wrap=True, vertical="top")
HEAD = Look(bold=True, fill=colours.GROUND, rule="strong", wrap=True, vertical="bottom", indent=1)
HEAD_RIGHT = Look(
    bold=True, fill=colours.GROUND, rule="strong", wrap=True, vertical="bottom", horizontal="right"
)
HEAD_CENTRE = Look(
    bold=True, fill=colours.GROUND, rule="strong", wrap=True, vertical="bottom", horizontal="center"
)
BLOCK = Look(bold=True, colour=colours.DIM, size=9)
CAPTION = Look(colour=colours.DIM, size=9, horizontal="right", format=SHARE)
CAPTION_NAME = Look(colour=colours.DIM, size=9, indent=1)
TEXT = Look(rule="faint", wrap=True, indent=1)
TEXT_TOP = Look(rule="faint", wrap=True, vertical="top", indent=1)
CENTRE = Look(rule="faint", horizontal="center")
RANK = Look(bold=True, size=12, rule="faint", horizontal="center")
NAME = Look(bold=True, rule="faint", wrap=True, indent=1)
SCORE_MAIN = Look(bold=True, rule="faint", horizontal="right", format=SCORE)
SCORE_SIDE = Look(colour=colours.DIM, rule="faint", horizontal="right", format=SCORE)
PART = Look(rule="faint", horizontal="right", format=SCORE)
VALUE_CELL = Look(rule="faint", horizontal="right", format=VALUE)
SHARE_CELL = Look(rule="faint", horizontal="right", format=SHARE)
NOTE = Look(rule="faint", wrap=True, indent=1, colour=colours.WORSE, size=9)
INPUT = Look(input=True, horizontal="right", colour=colours.INPUT_TEXT)
INPUT_DECIMAL = Look(input=True, horizontal="right", colour=colours.INPUT_TEXT, format="0.0")
INPUT_TEXT = Look(input=True, horizontal="center", colour=colours.INPUT_TEXT, format="@")
HIDDEN = Look(colour=colours.DIM, size=8)

_FAINT = Border(bottom=Side("thin", color=colours.FAINT))
_STRONG = Border(bottom=Side("thin", color="B8C0CB"))
_BOX = Side("thin", color=colours.INPUT_LINE)
_INPUT = Border(left=_BOX, right=_BOX, top=_BOX, bottom=_BOX)


class Styles:
    """The looks of one workbook, each made when it is first needed."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[Look, Any] = {}

    def of(self, look: Look) -> Any:
        """What openpyxl keeps as the style of a cell."""
        if look not in self._made:
            self._made[look] = self._make(look)
        return self._made[look]

    def _make(self, look: Look) -> Any:
        # A cell of no sheet's grid: only its style is wanted, registered with the workbook.
        cell = Cell(self._workbook.worksheets[0], row=1, column=1)
        cell.font = Font(name=FACE, size=look.size, bold=look.bold, color=look.colour)
        ground = colours.INPUT_GROUND if look.input else look.fill
        if ground:
            cell.fill = PatternFill("solid", fgColor=ground)
        # An indent counts only from a side that is named.
        side = look.horizontal or ("left" if look.indent else None)
        cell.alignment = Alignment(
            horizontal=side, vertical=look.vertical, wrap_text=look.wrap, indent=look.indent
        )
        if look.input:
            cell.border = _INPUT
        elif look.rule:
            cell.border = _STRONG if look.rule == "strong" else _FAINT
        cell.number_format = look.format
        cell.protection = Protection(locked=not look.input)
        return cell._style
