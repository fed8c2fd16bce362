"""The home page: the aligned picture, the weights or a cell's evidence beside it, words and profile below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.document.document import Document
from desktop_app.files.languages import _
from desktop_app.window.charts.profile import ProfileCard
from desktop_app.window.picture import accessible
from desktop_app.window.picture.export import figure
from desktop_app.window.picture.view import PictureView
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import Card
from desktop_app.window.widgets.evidence import EvidenceCard
from desktop_app.window.widgets.export_menu import ExportButton
from desktop_app.window.widgets.weights.panel import WeightPanel
from desktop_app.window.widgets.why import WhyCard
from desktop_app.window.widgets.words import WordsCard

BELOW, BELOW_NARROW = 206, 150
"""The height of the cards under the picture, the same whatever they say."""
SIDE, SIDE_NARROW = 340, 288
NARROW = 1000
"""Below this width the profile gives its place to the words."""


class RankingPage(QWidget):
    """Builds the widgets and wires them."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme = theme
        accessible.install()
        self.picture = PictureView(document, theme, self)
        self.copies = ExportButton(theme, _("the ranking"), lambda: figure(self.picture.scene), self.picture)
        self.picture.corner.add_tool(self.copies)
        frame = Card("", self, margin=1)
        frame.body.addWidget(self.picture)
        self.weights = WeightPanel(document, theme, self)
        self.evidence = EvidenceCard(document, theme, self)
        self.side = QStackedWidget(self)
        self.side.addWidget(self.weights)
        self.side.addWidget(self.evidence)
        self.side.setFixedWidth(theme.px(SIDE))
        self.words = WordsCard(document, self)
        self.profile = ProfileCard(document, theme, self)
        self.why = WhyCard(document, theme, self)
        for card, text, other in ((self.profile, _("Why A before B"), 1), (self.why, _("Profile"), 0)):
            switch = QPushButton(text, card)
            switch.setObjectName("link")
            switch.clicked.connect(lambda _on=False, other=other: self.below.setCurrentIndex(other))
            card.head.addWidget(switch)

        below = QHBoxLayout()
        below.setSpacing(theme.px(12))
        below.addWidget(self.words, 1)
        self.below = QStackedWidget(self)
        self.below.addWidget(self.profile)
        self.below.addWidget(self.why)
        below.addWidget(self.below, 1)
        for card in (self.words, self.below):
            card.setFixedHeight(theme.px(BELOW))
            card.setMinimumWidth(theme.px(120))
        main = QVBoxLayout()
        main.setSpacing(theme.px(12))
        main.addWidget(frame, 1)
        main.addLayout(below)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        whole.setSpacing(theme.px(12))
        whole.addLayout(main, 1)
        whole.addWidget(self.side)

        self.picture.cell_opened.connect(self.show_evidence)
        self.picture.comparison_wanted.connect(self.show_why)
        self.picture.row_selected.connect(self.profile.show_alternative)
        self.picture.criterion_touched.connect(self._touch)
        self.weights.criterion_touched.connect(self._touch)
        self.evidence.closed.connect(self.close_evidence)
        document.problem_changed.connect(self.close_evidence)
        self._touch(document.project.counted[0])

    def show_evidence(self, alternative: str, criterion: str) -> None:
        """Puts a cell's evidence in the place of the weights."""
        self.side.setCurrentWidget(self.evidence)
        self.evidence.show_cell(alternative, criterion)

    def show_why(self, one: str, other: str) -> None:
        """Takes the gap between two recommendations apart."""
        self.below.setCurrentWidget(self.why)
        self.why.compare(one, other)

    def close_evidence(self) -> None:
        self.side.setCurrentWidget(self.weights)

    def _touch(self, criterion: str) -> None:
        self.weights.set_active(criterion)
        self.picture.set_active(criterion)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < self._theme.px(NARROW)
        self.below.setVisible(not narrow)
        self.words.setFixedHeight(self._theme.px(BELOW_NARROW if narrow else BELOW))
        self.side.setFixedWidth(self._theme.px(SIDE_NARROW if narrow else SIDE))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.side.currentWidget() is self.evidence:
            self.close_evidence()
        else:
            super().keyPressEvent(event)
