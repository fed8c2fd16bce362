"""The gap between two scores as a waterfall: from the one behind, criterion by criterion, to the one ahead."""

import numpy as np
from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.decision.problem import Problem
from desktop_app.engine.comparison import Gap, shown_parts
from desktop_app.files.languages import _, language, ngettext
from desktop_app.files.languages.numbers import MINUS, decimal
from desktop_app.window.picture.texts import Texts
from desktop_app.window.theme import Theme


def signed(number: float) -> str:
    """A part with its sign: “+3.1”, “−0.5”, “0.0”."""
    text = decimal(abs(number))
    if float(text) == 0:
        return text
    return ("+" if number > 0 else MINUS) + text


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
        self.setAccessibleName(_("The gap by criterion, in points: {parts}").format(parts=", ".join(parts)))
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

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._gap is None:
            return
        painter = QPainter(self)
        theme = self._theme
        font = theme.font(11.5)
        line = self._texts.metrics(font).height() + theme.px(3)
        room = max(2, int(self.height() // line))
        rows = self.rows(room)
        height = min(theme.px(24), self.height() / max(1, len(rows)))
        name_width = min(theme.px(150), self.width() * 0.34)
        number_width = (
            self._texts.metrics(theme.font(11.5, bold=True, tabular=True)).horizontalAdvance("+88.8") + 8
        )
        left, right = name_width + theme.px(8), self.width() - number_width - theme.px(4)
        steps = np.concatenate(([0.0], np.cumsum([part for _, part in rows])))
        low, high = float(steps.min()), float(steps.max())
        span = max(high - low, 1e-9)

        def x(value: float) -> float:
            return left + (value - low) / span * (right - left)

        painter.setPen(QPen(theme.colour("line"), 0))
        for value in (steps[0], steps[-1]):
            painter.drawLine(QLineF(x(value), 0, x(value), height * len(rows)))
        for at, (name, part) in enumerate(rows):
            y = at * height
            self._row(
                painter, y, height, name, part, x(steps[at]), x(steps[at + 1]), name_width, number_width
            )
        painter.end()

    def _row(
        self,
        painter: QPainter,
        y: float,
        height: float,
        name: str,
        part: float,
        start: float,
        end: float,
        name_width: float,
        number_width: float,
    ) -> None:
        theme, font = self._theme, self._theme.font(11.5)
        inset = (height - self._texts.metrics(font).height()) / 2
        painter.setPen(theme.colour("text"))
        self._texts.draw(painter, QRectF(0, y + inset, name_width, height), name, font)
        bar = min(theme.px(14), height - theme.px(4))
        colour = QColor(theme.colour("better" if part >= 0 else "worse"))
        box = QRectF(min(start, end), y + (height - bar) / 2, max(theme.px(1.5), abs(end - start)), bar)
        painter.fillRect(box, colour)
        painter.setPen(QPen(theme.colour("dim_text"), 0))
        painter.drawLine(QLineF(end, y + height / 2, end, y + height))
        bold = theme.font(11.5, bold=True, tabular=True)
        painter.setPen(theme.colour("text"))
        number_box = QRectF(self.width() - number_width, y + inset, number_width, height)
        self._texts.draw(painter, number_box, signed(part), bold, Qt.AlignmentFlag.AlignRight)
