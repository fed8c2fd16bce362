"""The evidence of one score, beside whose it is."""

import html

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.decision.performances import AtLevel, LevelRange
from desktop_app.decision.problem import Cell, Criterion
from desktop_app.decision.scales import VerbalScale
from desktop_app.document.document import Document
from desktop_app.files.languages import _, language
from desktop_app.files.languages.numbers import decimal, percent
from desktop_app.window.picture.tips import performance_label
from desktop_app.window.presenter.fitted import FittedText, Size
from desktop_app.window.presenter.slide import Slide
from desktop_app.window.presenter.weights import heaviest
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import Card
from desktop_app.window.widgets.evidence import EvidenceCard
from desktop_app.window.widgets.fresh import Fresh


def level_words(cell: Cell, criterion: Criterion) -> list[str]:
    """The level of a cell in words, as HTML; of a range both ends; nothing where the scale has no levels."""
    performance, scale = cell.performance, criterion.scale
    if not isinstance(scale, VerbalScale):
        return []
    held = ()
    if isinstance(performance, AtLevel):
        held = (performance.level,)
    elif isinstance(performance, LevelRange):
        held = (performance.low, performance.high)
    texts = [html.escape(scale.level(number).text.say(language())) for number in held]
    return [" – ".join(texts)] if texts else []


class EvidenceSlide(Slide):
    """Shows the cell that was chosen last; until one is, the leader's on the heaviest criterion."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(document, theme, parent)
        self._chosen: tuple[str, str] | None = None
        whose = Card("", self, margin=theme.px(12))
        self.whose = FittedText(theme, whose, largest=1.75)
        self.whose.setAccessibleName(_("Whose score this is"))
        whose.body.addWidget(self.whose)
        self.evidence = EvidenceCard(document, theme, self)
        margin = theme.px(10)
        self.evidence.body.setContentsMargins(margin, margin, margin, margin)
        # On a wall the slide keys close it; its own button speaks of the weights beside it.
        for button in self.evidence.findChildren(QToolButton):
            button.hide()
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        line.addWidget(whose, 2)
        line.addWidget(self.evidence, 3)
        self.column.addLayout(line, 1)
        Fresh(self, self.refresh, document.ranking_changed, document.problem_changed)
        self.refresh()

    @property
    def cell(self) -> tuple[str, str]:
        """The cell that is shown."""
        project, ranking = self.document.project, self.document.ranking
        names = ranking.table.alternatives
        if self._chosen and self._chosen[0] in names and self._chosen[1] in project.counted:
            return self._chosen
        return names[int(ranking.order[0])], heaviest(self.document)

    def show_cell(self, alternative: str, criterion: str) -> None:
        self._chosen = (alternative, criterion)
        self.refresh()

    def refresh(self) -> None:
        if self.evidence.cell != self.cell:
            self.evidence.show_cell(*self.cell)
        self.whose.show_text(self._html)

    def _html(self, size: Size) -> str:
        alternative_id, criterion_id = self.cell
        problem, ranking, said = self.document.problem, self.document.ranking, language()
        alternative, criterion = problem.alternative(alternative_id), problem.criterion(criterion_id)
        row = ranking.table.alternatives.index(alternative_id)
        rank = f"{ranking.rank[row]}{'=' if ranking.tied[row] else ''}"
        colours = self.theme.criterion_colours(problem, self.document.project.counted)
        share = percent(float(ranking.shares[ranking.table.criteria.index(criterion_id)]))
        cell = problem.cell(alternative_id, criterion_id)
        level = performance_label(cell, criterion)
        score = _("Score {score}").format(score=decimal(float(ranking.score[row])))
        dim, swatch = self.theme.tokens.dim_text, colours[criterion_id].name()

        def line(base: float, text: str, extra: str = "") -> str:
            return f"<p style='font-size:{size(base)}px;margin:0 0 {size(3)}px 0;{extra}'>{text}</p>"

        return "".join(
            (
                line(26, f"<b>{rank}</b>"),
                line(16, f"<b>{html.escape(alternative.title.say(said))}</b>"),
                line(13, html.escape(score), f"color:{dim};"),
                line(6, "&nbsp;"),
                line(
                    15,
                    f"<span style='color:{swatch}'>■</span> {html.escape(criterion.title.say(said))} {share}",
                ),
                line(15, f"<b>{html.escape(level)}</b>"),
                *(line(13, text, f"color:{dim};") for text in level_words(cell, criterion)),
            )
        )
