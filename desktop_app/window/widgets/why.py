"""Why A before B: two recommendations, the gap between them by criterion, and a sentence of plain words."""

from PySide6.QtWidgets import QWidget

from desktop_app.document.document import Document
from desktop_app.engine.comparison import gap
from desktop_app.engine.words import comparison_claims
from desktop_app.files.languages import _, language
from desktop_app.files.languages.claims import plain, rich, word
from desktop_app.files.languages.emphasis import plain_text
from desktop_app.window.charts.export import Figure, of_chart
from desktop_app.window.charts.waterfall import Waterfall
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import Card, label
from desktop_app.window.widgets.export_menu import ExportButton
from desktop_app.window.widgets.fresh import Fresh
from desktop_app.window.widgets.picker import Picker


class WhyCard(Card):
    """Follows the ranking; the leader against the second until a person picks others."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_("Why A before B"), parent)
        self.heading.hide()
        self._document, self._theme = document, theme
        self._picked: tuple[str, str] | None = None
        self._filling = False
        self.one, self.other = (
            self._picker(_("First recommendation")),
            self._picker(_("Second recommendation")),
        )
        why = label(_("Why"), "heading", self)
        before = label(_("before"), "heading", self)
        for at, (widget, stretch) in enumerate(((why, 0), (self.one, 1), (before, 0), (self.other, 1))):
            self.head.insertWidget(at, widget, stretch)
        self.export = ExportButton(theme, _("why A before B"), self._figure, self)
        self.head.addWidget(self.export)
        self.sentence = label("", "dim", self, wrap=True, rich=True)
        self.chart = Waterfall(theme, self)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.chart, 1)
        self._fill()
        Fresh(self, self._renew, document.problem_changed)
        Fresh(self, self.refresh, document.ranking_changed)
        self.refresh()

    def _picker(self, name: str) -> Picker:
        picker = Picker(self._theme, name, self)
        picker.currentIndexChanged.connect(self._pick)
        return picker

    def _fill(self) -> None:
        self._filling = True
        titles = [" ".join(one.title.say(language()).split()) for one in self._document.problem.alternatives]
        for picker in (self.one, self.other):
            picker.clear()
            picker.addItems(titles)
            picker.setEnabled(len(titles) > 1)
        self._filling = False

    def _renew(self) -> None:
        names = self._document.ranking.table.alternatives
        if self._picked is not None and not all(one in names for one in self._picked):
            self._picked = None
        self._fill()
        self.refresh()

    def compare(self, one: str, other: str) -> None:
        """Compares two recommendations from now on."""
        self._picked = (one, other)
        self.refresh()

    def _pick(self) -> None:
        if self._filling:
            return
        names = self._document.ranking.table.alternatives
        self.compare(names[self.one.currentIndex()], names[self.other.currentIndex()])

    def pair(self) -> tuple[str, str] | None:
        """The two that are compared; None where there is only one recommendation."""
        ranking = self._document.ranking
        names = ranking.table.alternatives
        if self._picked is not None and all(one in names for one in self._picked):
            return self._picked
        if len(names) < 2:
            return None
        return names[ranking.order[0]], names[ranking.order[1]]

    def _figure(self) -> Figure:
        project, pair = self._document.project, self.pair()
        titles = [project.problem.alternative(one).title.say(language()) for one in pair or ()]
        name = _("Why {one} before {other}").format(one=titles[0], other=titles[1]) if pair else ""
        return of_chart(self.chart, plain_text(name), project, self._theme)

    def refresh(self) -> None:
        """Shows the gap as it is now."""
        pair, ranking = self.pair(), self._document.ranking
        if pair is None:
            self.sentence.setText(_("There is only one recommendation; nothing to compare it with."))
            self.chart.hide()
            self.export.hide()
            return
        names = ranking.table.alternatives
        self._filling = True
        self.one.setCurrentIndex(names.index(pair[0]))
        self.other.setCurrentIndex(names.index(pair[1]))
        self._filling = False
        if pair[0] == pair[1]:
            self.sentence.setText(_("Pick two different recommendations."))
            self.chart.hide()
            self.export.hide()
            return
        found = gap(ranking, *pair)
        self.chart.show()
        self.export.show()
        self.chart.show_gap(found, self._document.problem)
        sentences = [word(claim, self._document.project) for claim in comparison_claims(found)]
        self.sentence.setText(" ".join(rich(sentence) for sentence in sentences))
        self.sentence.setAccessibleName(" ".join(plain(sentence) for sentence in sentences))
