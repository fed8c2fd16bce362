"""Text in the picture: measured and elided once, then drawn from a cache (text costs most of a repaint)."""

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTextLayout, QTextOption

_MOST = 8000
_LEAST_LETTERS = 3
"""Narrower boxes stay empty: what is left of a word there says nothing."""


class Texts:
    """Elided lines by (text, width, font, lines)."""

    def __init__(self) -> None:
        self._lines: OrderedDict[tuple[str, int, int, int], list[QStaticText]] = OrderedDict()
        self._fonts: dict[int, tuple[QFont, QFontMetricsF]] = {}

    def metrics(self, font: QFont) -> QFontMetricsF:
        return self._entry(font)[1]

    def _entry(self, font: QFont) -> tuple[QFont, QFontMetricsF]:
        # By identity: a theme hands out the same object for the same face, and QFont.key() is slow. The
        # font is kept, so that its identity is not given to another.
        entry = self._fonts.get(id(font))
        if entry is None:
            entry = self._fonts[id(font)] = (font, QFontMetricsF(font))
        return entry

    def lines(self, text: str, width: float, font: QFont, most: int = 1) -> list[QStaticText]:
        """At most `most` lines of a text in a width, the last elided."""
        key = (text, int(width), most, id(font))
        found = self._lines.get(key)
        if found is None:
            self._entry(font)
            found = self._lines[key] = [
                self._static(line, font) for line in self._break(text, width, font, most)
            ]
            if len(self._lines) > _MOST:
                self._lines.popitem(last=False)
        return found

    def draw(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        font: QFont,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        most: int = 1,
        bottom: bool = False,
    ) -> float:
        """Draws a text in a box, from its top or up from its bottom; gives the height it took."""
        lines = self.lines(text, box.width(), font, most)
        painter.setFont(font)
        height = self.metrics(font).height()
        top = box.bottom() - height * len(lines) if bottom else box.top()
        for at, line in enumerate(lines):
            x = box.left()
            if align == Qt.AlignmentFlag.AlignRight:
                x = box.right() - line.size().width()
            elif align == Qt.AlignmentFlag.AlignHCenter:
                x = box.center().x() - line.size().width() / 2
            painter.drawStaticText(QPointF(x, top + at * height), line)
        return height * len(lines)

    @staticmethod
    def _static(line: str, font: QFont) -> QStaticText:
        static = QStaticText(line)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        static.prepare(font=font)
        return static

    def _break(self, text: str, width: float, font: QFont, most: int) -> list[str]:
        text = " ".join(text.split())
        metrics = self.metrics(font)
        if metrics.horizontalAdvance(text) <= width:
            return [text]
        if width < metrics.averageCharWidth() * _LEAST_LETTERS:
            return []
        if most == 1:
            return self._kept([metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)])
        layout = QTextLayout(text, font)
        layout.setTextOption(self._wrap())
        layout.beginLayout()
        starts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append((line.textStart(), line.textLength()))
            if len(starts) == most:
                break
        layout.endLayout()
        # Qt counts in UTF-16, where an emoji takes two places.
        units = text.encode("utf-16-le")
        ends = [start + length for start, length in starts[:-1]] + [len(units) // 2]
        pieces = [
            units[2 * start : 2 * end].decode("utf-16-le", "ignore").strip()
            for (start, _), end in zip(starts, ends, strict=True)
        ]
        return self._kept([metrics.elidedText(one, Qt.TextElideMode.ElideRight, width) for one in pieces])

    @staticmethod
    def _kept(lines: list[str]) -> list[str]:
        """No lines at all where nothing but dots would be left of the first."""
        return lines if lines[0].strip("…") else []

    @staticmethod
    def _wrap() -> QTextOption:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        return option
