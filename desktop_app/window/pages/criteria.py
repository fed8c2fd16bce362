"""The page of what is being decided: recommendations and their condition on the left, the value tree on the right."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.document.document import Document
from desktop_app.files.languages import _, language
from desktop_app.files.languages.emphasis import rich_text
from desktop_app.window.criteria.alternatives import AlternativesList, AlternativesModel
from desktop_app.window.criteria.panes import Panes, ShortProse
from desktop_app.window.criteria.readings import of_alternative, of_node
from desktop_app.window.criteria.search import SearchField
from desktop_app.window.criteria.tree import Node, ValueTree
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import Card, label
from desktop_app.window.widgets.fresh import Fresh
from desktop_app.window.widgets.prose import Prose, one_line, paragraph

_MANY = 8
"""From this many recommendations on there is something to search."""


class CriteriaPage(QWidget):
    """Builds the widgets and wires them."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._document, self._theme = document, theme
        left = QVBoxLayout()
        left.setSpacing(theme.px(12))
        left.addWidget(self._recommendations(), 1)
        left.addWidget(self._condition_card())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        whole.setSpacing(theme.px(12))
        whole.addLayout(left, 1)
        whole.addWidget(self._criteria(), 1)
        self.setFocusProxy(self.list)
        self._new_deck = Fresh(self, self._read_again, document.problem_changed)
        self._new_weights = Fresh(self, self._refresh, document.ranking_changed)
        self._problem = document.problem
        self._show_all()

    def _recommendations(self) -> Card:
        theme = self._theme
        card = Card(_("Recommendations"), self)
        self.found = label("", "caption", card)
        card.head.addWidget(self.found)
        self.search = SearchField(card)
        self.alternatives = AlternativesModel(self._document, self)
        self.list = AlternativesList(self.alternatives, theme, card)
        column = QWidget(card)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(8))
        box.addWidget(self.search)
        box.addWidget(self.list, 1)
        self.reading = Prose(_("The recommendation"), theme, card)
        card.body.addWidget(Panes(theme, column, self.reading, card), 1)
        self.search.textChanged.connect(self._search)
        self.search.left.connect(self.list.setFocus)
        self.list.chosen.connect(self._read_alternative)
        return card

    def _condition_card(self) -> Card:
        self.condition_card = Card("", self)
        self.condition_card.body.addWidget(label(_("RESTS ON ONE CONDITION"), "caption", self.condition_card))
        self.condition = ShortProse(_("The condition"), self._theme, self._theme.px(118), self.condition_card)
        self.condition_card.body.addWidget(self.condition)
        self.condition_card.setAccessibleName(_("Rests on one condition"))
        return self.condition_card

    def _criteria(self) -> Card:
        card = Card(_("Criteria"), self)
        self.tree_note = label(_("share of the weight"), "caption", card)
        card.head.addWidget(self.tree_note)
        self.tree = ValueTree(self._document, self._theme, card)
        self.definition = Prose(_("The criterion"), self._theme, card)
        card.body.addWidget(Panes(self._theme, self.tree, self.definition, card), 1)
        self.tree.chosen.connect(self._read_node)
        return card

    # What is shown

    def _show_all(self) -> None:
        self.search.setVisible(self.alternatives.total >= _MANY)
        self._count()
        self._show_condition()
        self.list.go_to(self.alternatives.index(0, 0))
        self.tree.setCurrentIndex(self.tree.nodes.first_that_counts())
        # The groups above the first criterion are worth more than the criterion in the middle.
        self.tree.scrollToTop()

    def _read_again(self) -> None:
        """Another deck, or another set counts."""
        if self._problem is self._document.problem:
            return
        self._problem = self._document.problem
        # Before the search is emptied, which looks at the list.
        self.alternatives.read()
        self.search.clear()
        self.tree.read()
        self._show_all()

    def _refresh(self) -> None:
        self.tree.refresh()
        self._write_node(from_top=False)

    def _show_condition(self) -> None:
        condition, theme = self._document.problem.condition, self._theme
        self.condition_card.setVisible(condition is not None)
        if condition is None:
            return
        parts = [
            paragraph(theme, f"<b>{one_line(condition.title.say(language()))}</b>"),
            paragraph(theme, rich_text(condition.summary.say(language())), dim=True),
        ]
        self.condition.replace("".join(parts), from_top=True)

    def _read_alternative(self, alternative: str) -> None:
        shown = of_alternative(self._theme, self._document.problem.alternative(alternative))
        self.reading.replace(shown, from_top=True)

    def _read_node(self, node: Node) -> None:
        self._node = node
        self._write_node(from_top=True)

    def _write_node(self, *, from_top: bool) -> None:
        self.definition.replace(of_node(self._theme, self._document.project, self._node), from_top=from_top)

    # Searching

    def _search(self, text: str) -> None:
        self.alternatives.search(text)
        self._count()
        if self.alternatives.rowCount():
            self.list.go_to(self.alternatives.index(0, 0))
        else:
            self.reading.clear()

    def _count(self) -> None:
        shown, total = self.alternatives.rowCount(), self.alternatives.total
        self.found.setText(
            str(total) if shown == total else _("{shown} of {total}").format(shown=shown, total=total)
        )
