"""Large text that takes the largest size at which all of it can be seen, and scrolls only below twice the desk's."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop_app.window.theme import Theme

_STEPS = (2.6, 2.3, 2.0, 1.75, 1.5, 1.3, 1.15, 1.0)

Size = Callable[[float], int]


class FittedText(QTextBrowser):
    """Shows HTML that is written for a size: `write(size)`, where size(13) is body text in pixels."""

    def __init__(self, theme: Theme, parent: QWidget, *, largest: float = _STEPS[0]) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = [step for step in _STEPS if step <= largest]
        self._write: Callable[[Size], str] = lambda size: ""
        self.setObjectName("evidence")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def show_text(self, write: Callable[[Size], str]) -> None:
        self._write = write
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The scroll bar comes and goes with the fit and must not start another one.
        if event.oldSize().height() != event.size().height() or not self.verticalScrollBar().isVisible():
            self._fit()

    def fits(self, write: Callable[[Size], str]) -> bool:
        """Whether a text can be seen at once, at least in the smallest size."""
        return self._height(write(self._sizes(self._steps[-1]))) <= self.contentsRect().height()

    def _fit(self) -> None:
        for step in self._steps:
            written = self._write(self._sizes(step))
            if self._height(written) <= self.contentsRect().height():
                break
        if written != self.property("written"):
            self.setProperty("written", written)
            self.setHtml(written)

    def _sizes(self, step: float) -> Size:
        return lambda base: self._theme.px(base * step)

    def _height(self, written: str) -> float:
        document = QTextDocument()
        document.setDefaultFont(self.document().defaultFont())
        document.setDocumentMargin(0)
        document.setHtml(written)
        document.setTextWidth(self.contentsRect().width())
        # A word wider than the line would be cut at the right, so it counts as not fitting.
        return document.size().height() if document.idealWidth() <= self.contentsRect().width() else 1e9
