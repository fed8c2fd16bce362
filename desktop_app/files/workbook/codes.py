"""Score codes as formulas read them: a level or number, a range of them, or unknown.

Each code becomes two values in [0, 1], one per end. `UNKNOWN` stands for unknown, anything else outside
[0, 1] for a code that cannot be read; both count as the whole scale, but the second is reported.
"""

from desktop_app.decision.performances import Normal, Performance, Triangular, code
from desktop_app.decision.problem import Criterion
from desktop_app.files.workbook.places import ScalesPlace
from desktop_app.files.workbook.specification import quoted
from desktop_app.files.workbook.weights_sheet import without_no_break_spaces

UNKNOWN = "1E+99"
UNREADABLE = "-1"

_POISON = ("%", ",", "/", ":", "...")
"""Signs that make a text something else than a plain number somewhere in the world: such a text is not read."""


def cleaned(cell: str) -> str:
    """The code in a cell, without spaces around it; numbers stay numbers."""
    text = without_no_break_spaces(cell)
    for sign in _POISON:
        text = f'SUBSTITUTE({text},"{sign}","x")'
    # TRUE is a number to LibreOffice and none to Excel.
    return f'=IFERROR(IF(ISLOGICAL({cell}),"x",IF(ISNUMBER({cell}),{cell},TRIM({text}))),"x")'


def _number(text: str) -> str:
    return f'_xlfn.NUMBERVALUE(SUBSTITUTE(TRIM({text})," ","x"),".","|")'


def left(code: str, criterion: Criterion, scales: ScalesPlace) -> str:
    """The value of the only or the first end; `code` is the address of the cleaned code."""
    point = scales.value_of(criterion, code)
    end = scales.value_of(criterion, _number(f'LEFT({code},FIND("..",{code}&"..")-1)'))
    nothing = f'OR({code}="",LEFT({code},2)="..")'
    return (
        f'=IFERROR(IF(ISNUMBER({code}),{point},IF({code}="unknown",{UNKNOWN},'
        f"IF({nothing},{UNREADABLE},{end}))),{UNREADABLE})"
    )


def right(code: str, left: str, criterion: Criterion, scales: ScalesPlace) -> str:
    """The value of the second end, or of the only one; `left` is the address of the first end's value."""
    end = scales.value_of(criterion, _number(f'MID({code},FIND("..",{code})+2,99)'))
    return (
        f'=IF(ISNUMBER({code}),{left},IF(ISERROR(FIND("..",{code})),{left},'
        f'IFERROR(IF(RIGHT({code},2)="..",{UNREADABLE},{end}),{UNREADABLE})))'
    )


def readable(left: str, right: str) -> str:
    return f"AND(MIN({left},{right})>=0,MAX({left},{right})<=1)"


def unreadable_in(lefts: str, rights: str) -> str:
    """1 for each code of a row that cannot be read, as an array inside a formula."""
    inside = f"({lefts}>=0)*({lefts}<=1)*({rights}>=0)*({rights}<=1)"
    return f"(1-{inside}-({lefts}={UNKNOWN}))"


def stored(performance: Performance, cell: str) -> str | None:
    """A test for the code that was exported, where that is a distribution; formulas cannot work one out."""
    if isinstance(performance, (Triangular, Normal)):
        return f"TRIM({cell})={quoted(code(performance))}"
    return None
