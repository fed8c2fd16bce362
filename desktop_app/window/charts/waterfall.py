"""The gap between two scores as a waterfall: from the one behind, criterion by criterion, to the one ahead."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.decision.problem import Problem
from desktop_app.engine.comparison import Gap, shown_parts
from desktop_app.files.languages import _, language, ngettext
from desktop_app.files.languages.numbers import MINUS, decimal
from desktop_app.window.charts.export import Rows
from desktop_app.window.picture.texts import Texts
from desktop_app.window.theme import Theme


def signed(number: float) -> str:
    """A part with its sign: “+3.1”, “−0.5”, “0.0”."""
    text = decimal(abs(number))
    if float(text) == 0:
        return text
    return ("+" if number > 0 else MINUS) + text


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide the names, the numbers and the whole are."""

    names: float
    numbers: float
    width: float


class Waterfall(QWidget):
    """One bar per criterion, the largest first; what does not fit is summed up in one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = Texts()
        self._gap: Gap | None = None
        self._names: dict[str, str] = {}
        self.setMinimumHeight(theme.px(80))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(380), self._theme.px(130))

    def show_gap(self, gap: Gap, problem: Problem) -> None:
        """Shows a gap between two scores."""
        self._gap = gap
        self._names = {one: problem.criterion(one).title.say(language()) for one in gap.criteria}
        parts = [f"{name} {signed(part)}" for name, part in self.rows(len(gap.criteria))]
        self.setAccessibleName(_("The gap by criterion"))
        self.setAccessibleDescription(_("In points: {parts}").format(parts=", ".join(parts)))
        self.update()

    def rows(self, most: int) -> list[tuple[str, float]]:
        """Names and parts as shown: at most `most` rows, which add up to the gap as shown."""
        gap = self._gap
        if gap is None:
            return []
        order = gap.largest()
        exact, names = gap.parts[order], [self._names[gap.criteria[at]] for at in order]
        if len(order) > most:
            kept, rest = most - 1, len(order) - most + 1
            exact = np.concatenate((exact[:kept], [exact[kept:].sum()]))
            names = [*names[:kept], ngettext("{count} other", "{count} others", rest).format(count=rest)]
        return list(zip(names, shown_parts(exact, gap.total), strict=True))

    def table(self) -> Rows:
        """Every criterion's exact part of the gap, the largest first."""
        gap = self._gap
        rows: Rows = [["id", "title", "points"]]
        if gap is not None:
            rows += [
                [gap.criteria[at], self._names[gap.criteria[at]], float(gap.parts[at])]
                for at in gap.largest()
            ]
        return rows

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint(painter, self.width(), self.height())
        painter.end()

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        """Paints the waterfall in a space of this size."""
        if self._gap is None:
            return
        theme = self._theme
        font = theme.font(11.5)
        line = self._texts.metrics(font).height() + theme.px(3)
        rows = self.rows(max(2, int(height // line)))
        row_height = min(theme.px(24), height / max(1, len(rows)))
        bold = theme.font(11.5, bold=True, tabular=True)
        columns = _Columns(
            names=min(theme.px(150), width * 0.34),
            numbers=self._texts.metrics(bold).horizontalAdvance("+88.8") + theme.px(8),
            width=width,
        )
        left, right = columns.names + theme.px(8), width - columns.numbers - theme.px(4)
        steps = np.concatenate(([0.0], np.cumsum([part for _, part in rows])))
        low, high = float(steps.min()), float(steps.max())
        xs = left + (steps - low) / max(high - low, 1e-9) * (right - left)
        painter.setPen(QPen(theme.colour("line"), 0))
        for x in (xs[0], xs[-1]):
            painter.drawLine(QLineF(x, 0, x, row_height * len(rows)))
        for at, (name, part) in enumerate(rows):
            self._row(painter, columns, at * row_height, row_height, name, part, (xs[at], xs[at + 1]))

    def _row(
        self,
        painter: QPainter,
        columns: "_Columns",
        y: float,
        height: float,
        name: str,
        part: float,
        ends: tuple[float, float],
    ) -> None:
        start, end = ends
        theme, font = self._theme, self._theme.font(11.5)
        inset = (height - self._texts.metrics(font).height()) / 2
        painter.setPen(theme.colour("text"))
        self._texts.draw(painter, QRectF(0, y + inset, columns.names, height), name, font)
        bar = min(theme.px(14), height - theme.px(4))
        colour = QColor(theme.colour("better" if part >= 0 else "worse"))
        box = QRectF(min(start, end), y + (height - bar) / 2, max(theme.px(1.5), abs(end - start)), bar)
        if round(part, 1) != 0:
            painter.fillRect(box, colour)
        painter.setPen(QPen(theme.colour("dim_text"), 0))
        painter.drawLine(QLineF(end, y + height / 2, end, y + height))
        bold = theme.font(11.5, bold=True, tabular=True)
        painter.setPen(theme.colour("text"))
        number_box = QRectF(columns.width - columns.numbers, y + inset, columns.numbers, height)
        self._texts.draw(painter, number_box, signed(part), bold, Qt.AlignmentFlag.AlignRight)
