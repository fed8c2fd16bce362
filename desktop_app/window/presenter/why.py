"""Why one recommendation comes before another."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_app.document.document import Document
from desktop_app.window.presenter.slide import Slide
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.why import WhyCard


class WhySlide(Slide):
    """The leader against the second until a person compares others."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(document, theme, parent)
        self.why = WhyCard(document, theme, self)
        margin = theme.px(10)
        self.why.body.setContentsMargins(margin, margin, margin, margin)
        self.why.sentence.setObjectName("words")
        # Titles of three hundred characters need more than a screen.
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.why)
        self.column.addWidget(scroll, 1)

    def compare(self, first: str, second: str) -> None:
        self.why.compare(first, second)
