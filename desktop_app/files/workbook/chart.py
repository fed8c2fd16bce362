"""The stacked bars beneath the ranking: a bar per recommendation, the best on top, a colour per criterion."""

from typing import Any

from openpyxl.chart import BarChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties
from openpyxl.worksheet.pagebreak import Break

from desktop_app.files.languages import _
from desktop_app.files.workbook import colours, styles
from desktop_app.files.workbook.page import POINTS_PER_CM, Page, column
from desktop_app.files.workbook.places import HEAD_RANKING, RankingPlace, sheet
from desktop_app.files.workbook.plan import MOST_DRAWN, Plan
from desktop_app.files.workbook.scores_sheet import chart_label
from desktop_app.files.workbook.texts import line

_NARROWEST_CM = 16.0
_BAR_CM, _LEGEND_CM = 0.95, 0.5
_HEAD_CM = 1.2
"""What the head that comes again takes from a later page; the first one has its own."""
_MANY = 20
"""Bars from which on labels are set smaller."""


def add_chart(page: Page, plan: Plan, at: RankingPlace) -> int:
    """Draws the chart two rows beneath the table; gives the last row that it covers."""
    drawn = min(len(plan.alternatives), MOST_DRAWN)
    row = at.last + 2
    caption = _("What each criterion adds to the score")
    if drawn < len(plan.alternatives):
        caption += " " + _("(the {count} recommendations at the top of the table)").format(count=drawn)
    page.put(row, at.rank, caption, styles.Look(bold=True, size=12))
    chart = _bars(plan, at, drawn)
    legend = -(-sum(len(plan.title(criterion)) + 5 for criterion in plan.criteria) // 110)
    most = page.paper_height_cm(at.rank, at.end)
    pages = page.pages_wide(at.rank, at.end)
    part = page.width_cm(at.rank, at.end) / pages
    # Pages side by side end between columns: the chart stays clear of where the first one ends.
    chart.width = max(_NARROWEST_CM, part if pages == 1 else 0.85 * part)
    chart.height = min(most, 2.2 + _LEGEND_CM * legend + max(drawn, 3) * _BAR_CM)
    page.sheet.add_chart(chart, f"{column(at.rank)}{row + 1}")
    if page.height_cm(1, row) + chart.height > most + _HEAD_CM:
        page.sheet.row_breaks.append(Break(id=at.last))
    return row + 1 + int(chart.height * POINTS_PER_CM / 15.0) + 1


def _bars(plan: Plan, at: RankingPlace, drawn: int) -> Any:
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 45
    # Labels and ids stand in hidden columns.
    chart.visible_cells_only = False
    name = sheet(plan.names.ranking)
    last = at.first + drawn - 1
    order = [int(index) for index in plan.ranking.order[:drawn]]
    labels = [chart_label(plan, plan.alternatives[index]) for index in order]
    label = column(at.label)
    categories = AxDataSource(
        strRef=StrRef(f=f"{name}!${label}${at.first}:${label}${last}", strCache=_texts(labels))
    )
    shades = colours.shades([plan.outermost(criterion) for criterion in plan.criteria])
    for j, criterion in enumerate(plan.criteria):
        col = column(at.parts + j)
        title = StrRef(f=f"{name}!${col}${HEAD_RANKING}", strCache=_texts([line(plan.title(criterion))]))
        numbers = NumData(
            formatCode=styles.SCORE,
            ptCount=drawn,
            pt=[
                NumVal(idx=at_row, v=repr(float(plan.ranking.contributions[index, j])))
                for at_row, index in enumerate(order)
            ],
        )
        series = Series(
            idx=j,
            order=j,
            tx=SeriesLabel(strRef=title),
            cat=categories,
            val=NumDataSource(numRef=NumRef(f=f"{name}!${col}${at.first}:${col}${last}", numCache=numbers)),
        )
        series.spPr = GraphicalProperties(solidFill=shades[j], ln=LineProperties(solidFill="FFFFFF", w=6350))
        series.invertIfNegative = False
        chart.series.append(series)
    _axes(chart, 800 if drawn > _MANY else 900)
    return chart


def _texts(texts: list[str]) -> Any:
    return StrData(ptCount=len(texts), pt=[StrVal(idx=at, v=text) for at, text in enumerate(texts)])


def _axes(chart: Any, size: int) -> None:
    """The best on top, the scale beneath, and both shown: Excel hides an axis that does not say so."""
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.scaling.min, chart.y_axis.scaling.max, chart.y_axis.majorUnit = 0, 100, 20
    chart.y_axis.number_format = "0"
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=colours.LINE, w=6350))
    for axis in (chart.x_axis, chart.y_axis):
        axis.title = None
        axis.majorTickMark = "none"
        axis.spPr = GraphicalProperties(ln=LineProperties(solidFill=colours.LINE, w=6350))
        axis.txPr = _face(size, colours.TEXT if axis is chart.x_axis else colours.DIM)
    chart.legend.position = "b"
    chart.legend.txPr = _face(900, colours.TEXT)


def _face(size: int, colour: str) -> Any:
    """The workbook's face for a text of a chart; `size` in hundredths of a point."""
    properties = CharacterProperties(
        sz=size, b=False, solidFill=colour, latin=Font(typeface=styles.FACE), cs=Font(typeface=styles.FACE)
    )
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=properties), endParaRPr=properties)
    return RichText(p=[paragraph])
