"""The profile of one recommendation over the criteria, the others in grey behind it."""

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop_app.decision.project import Project
from desktop_app.document.document import Document
from desktop_app.engine.values import ValueTable
from desktop_app.files.languages import _, language
from desktop_app.files.languages.emphasis import plain_text
from desktop_app.files.languages.numbers import decimal
from desktop_app.window.charts.export import Figure, Rows, of_chart
from desktop_app.window.picture.texts import Texts
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import Card
from desktop_app.window.widgets.export_menu import ExportButton
from desktop_app.window.widgets.fresh import Fresh

_MOST_BEHIND, _SMOOTH_BEHIND = 60, 20


def profile_name(project: Project, row: int) -> str:
    """Whose profile it is."""
    title = project.problem.alternatives[row].title.say(language())
    name = _("Effort profile · {title}") if project.perspective == "effort" else _("Profile · {title}")
    return plain_text(name.format(title=title))


def meaning_of_up(project: Project) -> str:
    return _("up = less effort") if project.perspective == "effort" else _("up = better")


class ProfileChart(QWidget):
    """Values by criterion; up is better."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._theme = document, theme
        self._texts = Texts()
        self._described: tuple[ValueTable, int, str] | None = None
        self.row = 0
        self.setMinimumHeight(theme.px(96))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(380), self._theme.px(150))

    def set_row(self, row: int) -> None:
        self.row = row
        self._describe()
        self.update()

    def refresh(self) -> None:
        self._describe()
        self.update()

    def _describe(self) -> None:
        table = self._document.ranking.table
        if self.row >= len(table.alternatives):
            return
        # A weight that moves changes no value: nothing is said anew while it is dragged.
        before, self._described = self._described, (table, self.row, language())
        if before is not None and before[0] is table and before[1:] == self._described[1:]:
            return
        problem, project = self._document.problem, self._document.project
        values = [
            f"{plain_text(problem.criterion(name).title.say(language()))} {decimal(value, 2)}"
            for name, value in zip(table.criteria, table.counts[self.row].tolist(), strict=True)
        ]
        self.setAccessibleName(profile_name(project, self.row))
        self.setAccessibleDescription(
            _("Values from 0 to 1, {meaning}: {values}").format(
                meaning=meaning_of_up(project), values=", ".join(values)
            )
        )

    def table(self) -> Rows:
        """Values of all recommendations, the shown one first."""
        table, problem = self._document.ranking.table, self._document.problem
        order = [int(row) for row in self._document.ranking.order if row != self.row]
        rows: Rows = [["id", "title", *(f"value:{name}" for name in table.criteria)]]
        for row in ([self.row] if self.row < len(table.alternatives) else []) + order:
            title = plain_text(problem.alternatives[row].title.say(language()))
            rows.append([table.alternatives[row], title, *table.counts[row].tolist()])
        return rows

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint(painter, self.width(), self.height())
        painter.end()

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        """Paints the profile in a space of this size."""
        table, theme = self._document.ranking.table, self._theme
        count = len(table.criteria)
        font = theme.font(11)
        line = self._texts.metrics(font).height()
        top = line + theme.px(8)
        box = QRectF(theme.px(8), top, width - theme.px(16), height - top - 2 * line - theme.px(10))
        painter.setPen(theme.colour("dim_text"))
        self._texts.draw(
            painter, QRectF(box.left(), 0, box.width(), line), meaning_of_up(self._document.project), font
        )
        step = box.width() / max(1, count)
        xs = box.left() + step * (np.arange(count) + 0.5)
        painter.setPen(QPen(theme.colour("faint_line"), 0))
        for level in (0, 0.5, 1):
            y = box.bottom() - level * box.height()
            painter.drawLine(QLineF(box.left(), y, box.right(), y))
        self._paint_others(painter, xs, box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if self.row < len(table.alternatives):
            self._paint_selected(painter, xs, box)
        painter.setPen(theme.colour("dim_text"))
        problem = self._document.problem
        for at, name in enumerate(table.criteria):
            label_box = QRectF(xs[at] - step / 2 + 2, box.bottom() + theme.px(8), step - 4, 2 * line)
            title = problem.criterion(name).title.say(language())
            self._texts.draw(painter, label_box, title, font, Qt.AlignmentFlag.AlignHCenter, most=2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_others(self, painter: QPainter, xs: np.ndarray, box: QRectF) -> None:
        """The others in grey; of many, a sample spread evenly over the ranks."""
        theme, ranking = self._theme, self._document.ranking
        order = ranking.order
        few = len(order) <= _SMOOTH_BEHIND
        grey = theme.colour("line").lighter(135) if theme.dark else theme.colour("line").darker(112)
        # Smooth wide lines cost twenty times a hairline.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, few)
        painter.setPen(QPen(grey, theme.px(1.2) if few else 0))
        shown = order[:: max(1, -(-len(order) // _MOST_BEHIND))]
        for row in shown:
            if row != self.row:
                painter.drawPolyline(self._line(ranking.table.counts[row], xs, box))

    def _paint_selected(self, painter: QPainter, xs: np.ndarray, box: QRectF) -> None:
        theme, table = self._theme, self._document.ranking.table
        accent = theme.colour("accent")
        painter.setPen(QPen(accent, theme.px(1.2)))
        for x, low, high in zip(xs, table.low[self.row], table.high[self.row], strict=True):
            if high > low:
                painter.drawLine(
                    QLineF(x, box.bottom() - low * box.height(), x, box.bottom() - high * box.height())
                )
        line = self._line(table.counts[self.row], xs, box)
        painter.setPen(QPen(accent, theme.px(2.4)))
        painter.drawPolyline(line)
        painter.setPen(QPen(theme.colour("card"), theme.px(1.2)))
        painter.setBrush(accent)
        for point in line:
            painter.drawEllipse(point, theme.px(4.2), theme.px(4.2))

    @staticmethod
    def _line(values: np.ndarray, xs: np.ndarray, box: QRectF) -> QPolygonF:
        return QPolygonF(
            [QPointF(x, box.bottom() - value * box.height()) for x, value in zip(xs, values, strict=True)]
        )


class ProfileCard(Card):
    """Says whose profile it is."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("–", parent)
        self._document, self._theme = document, theme
        self.chart = ProfileChart(document, theme, self)
        self.body.addWidget(self.chart, 1)
        self.export = ExportButton(theme, _("Profile"), self._figure, self)
        self.head.addWidget(self.export)
        self._alternative = ""
        Fresh(self, self.refresh, document.problem_changed, document.ranking_changed)
        self.refresh()

    def show_alternative(self, alternative: str) -> None:
        """Shows a recommendation's profile; "" for the leader's."""
        self._alternative = alternative
        self.refresh()

    def _figure(self) -> Figure:
        project = self._document.project
        return of_chart(self.chart, profile_name(project, self.chart.row), project, self._theme)

    def refresh(self) -> None:
        table = self._document.ranking.table
        if self._alternative not in table.alternatives:
            self._alternative = ""
        row = (
            table.alternatives.index(self._alternative)
            if self._alternative
            else int(self._document.ranking.order[0])
        )
        project = self._document.project
        text = profile_name(project, row)
        self.heading.setText(text if len(text) <= 60 else text[:59] + "…")
        self.heading.setToolTip(text)
        self.setAccessibleName(text)
        self.export.name(text)
        self.chart.set_row(row)
