"""The home page: the aligned picture, the weights or a cell's evidence beside it, words and profile below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.document.document import Document
from desktop_app.window.charts.profile import ProfileCard
from desktop_app.window.picture.view import PictureView
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import Card
from desktop_app.window.widgets.evidence import EvidenceCard
from desktop_app.window.widgets.weights.panel import WeightPanel
from desktop_app.window.widgets.words import WordsCard


class RankingPage(QWidget):
    """Builds the widgets and wires them."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.picture = PictureView(document, theme, self)
        frame = Card("", self, margin=1)
        frame.body.addWidget(self.picture)
        self.weights = WeightPanel(document, theme, self)
        self.evidence = EvidenceCard(document, theme, self)
        self.side = QStackedWidget(self)
        self.side.addWidget(self.weights)
        self.side.addWidget(self.evidence)
        self.side.setFixedWidth(theme.px(340))
        self.words = WordsCard(document, self)
        self.profile = ProfileCard(document, theme, self)

        below = QHBoxLayout()
        below.setSpacing(theme.px(12))
        below.addWidget(self.words, 1)
        below.addWidget(self.profile, 1)
        main = QVBoxLayout()
        main.setSpacing(theme.px(12))
        main.addWidget(frame, 10)
        main.addLayout(below, 4)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        whole.setSpacing(theme.px(12))
        whole.addLayout(main, 1)
        whole.addWidget(self.side)

        self.picture.cell_opened.connect(self.show_evidence)
        self.picture.row_selected.connect(self.profile.show_alternative)
        self.picture.criterion_touched.connect(self._touch)
        self.weights.criterion_touched.connect(self._touch)
        self.evidence.closed.connect(self.close_evidence)
        document.problem_changed.connect(self.close_evidence)

    def show_evidence(self, alternative: str, criterion: str) -> None:
        """Puts a cell's evidence in the place of the weights."""
        self.side.setCurrentWidget(self.evidence)
        self.evidence.show_cell(alternative, criterion)

    def close_evidence(self) -> None:
        self.side.setCurrentWidget(self.weights)

    def _touch(self, criterion: str) -> None:
        self.weights.set_active(criterion)
        self.picture.set_active(criterion)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.side.currentWidget() is self.evidence:
            self.close_evidence()
        else:
            super().keyPressEvent(event)
