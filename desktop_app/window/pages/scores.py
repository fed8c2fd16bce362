"""The page of scores: the matrix, and beside it the evidence of the cell that one is at."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.document.document import Document
from desktop_app.files.languages import _
from desktop_app.window.scores.filters import FilterLine
from desktop_app.window.scores.marks import Legend
from desktop_app.window.scores.model import ScoresModel
from desktop_app.window.scores.table import ScoresTable
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import Card
from desktop_app.window.widgets.evidence import EvidenceCard
from desktop_app.window.widgets.fresh import Fresh


class ScoresPage(QWidget):
    """Builds the widgets and wires them."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme = theme
        self.model = ScoresModel(document, self)
        card = Card(_("Scores"), self)
        card.head.addWidget(Legend(theme, card), 1)
        self.table = ScoresTable(self.model, theme, card)
        self.filters = FilterLine(theme, card)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.filters)
        self.evidence = EvidenceCard(document, theme, self, closable=False)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        whole.setSpacing(theme.px(12))
        whole.addWidget(card, 1)
        whole.addWidget(self.evidence)
        self.setFocusProxy(self.table)

        self.table.cell_entered.connect(self.evidence.show_cell)
        self.table.read_wanted.connect(self.evidence.text.setFocus)
        self.evidence.closed.connect(self.table.setFocus)
        self.filters.picked.connect(self._pick)
        self.filters.step.connect(self._step)
        for keys, way in (("F3", 1), ("Shift+F3", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda way=way: self._step(way))
        self._fresh = Fresh(self, self._read_again, document.problem_changed)
        self._show_counts()
        self.table.go_to(self.model.index(0, 0))

    def show_cell(self, alternative_id: str, criterion_id: str) -> None:
        """Goes to a cell and shows its evidence."""
        self.table.go_to(self.model.index_of(alternative_id, criterion_id))

    def _read_again(self) -> None:
        before = self.evidence.cell
        self.model.read()
        self._show_counts()
        index = self.model.index_of(*before) if before else self.model.index(0, 0)
        self.table.go_to(index if index.isValid() else self.model.index(0, 0))

    def _show_counts(self) -> None:
        self._pick(self.filters.show_counts(self.model.counts(), self.model.filter))

    def _pick(self, name: str) -> None:
        self.model.set_filter(name)
        self.table.viewport().update()

    def _step(self, way: int) -> None:
        self.table.go_to(self.model.next_match(self.table.currentIndex(), way))

    def resizeEvent(self, event: QResizeEvent) -> None:
        px = self._theme.px
        self.evidence.setFixedWidth(px(340) if self.width() >= px(1000) else px(250))
        super().resizeEvent(event)
