"""All weights, large, and the swing of the one that is being weighed in words."""

import html

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.decision.problem import Criterion
from desktop_app.decision.scales import VerbalScale
from desktop_app.document.document import Document
from desktop_app.files.languages import _, language
from desktop_app.files.languages.emphasis import rich_text
from desktop_app.files.languages.numbers import decimal, percent
from desktop_app.window.presenter.fitted import FittedText, Size
from desktop_app.window.presenter.slide import Slide
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import Card
from desktop_app.window.widgets.fresh import Fresh
from desktop_app.window.widgets.weights.panel import WeightPanel


def heaviest(document: Document) -> str:
    """The criterion with the largest share, the first of them in the deck's order."""
    shares = document.project.shares
    return max(shares, key=lambda one: round(shares[one], 9))


def swing(criterion: Criterion) -> str:
    """From worst to best, as HTML; in the words of the scale where the deck has none."""
    said = language()
    if criterion.swing:
        return rich_text(criterion.swing.say(said))
    scale = criterion.scale
    if isinstance(scale, VerbalScale):
        ends = [scale.levels[0].text.say(said), scale.levels[-1].text.say(said)]
    else:
        unit = scale.unit.say(said)
        ends = [f"{decimal(end, 0)} {unit}".strip() for end in (scale.low, scale.high)]
    worst, best = reversed(ends) if criterion.direction == "less_is_better" else ends
    return _("from {worst} to {best}").format(
        worst=f"<b>{html.escape(worst)}</b>", best=f"<b>{html.escape(best)}</b>"
    )


class RoomWeights(WeightPanel):
    """The weight panel without the condition, which has a slide of its own."""

    def _rebuild(self) -> None:
        super()._rebuild()
        # Eight criteria in three groups are then seen at once on a small projector.
        self._scroll.widget().layout().setSpacing(0)
        for row in self.rows.values():
            # What makes room around the text of a button would push the lock beyond its row.
            row.lock.setStyleSheet("min-height: 0; padding: 0")

    def _show_condition(self) -> None:
        self._condition.hide()


class SwingCard(Card):
    """What one weight weighs."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget) -> None:
        super().__init__("", parent, margin=theme.px(12))
        self._document, self._theme = document, theme
        self.criterion = heaviest(document)
        self.text = FittedText(theme, self, largest=1.75)
        self.text.setAccessibleName(_("What this weight weighs"))
        self.body.addWidget(self.text)
        Fresh(self, self.refresh, document.ranking_changed)
        self.refresh()

    def show_criterion(self, criterion: str) -> None:
        self.criterion = criterion
        self.refresh()

    def refresh(self) -> None:
        if self.criterion not in self._document.project.counted:
            self.criterion = heaviest(self._document)
        self.text.show_text(self._html)

    def _html(self, size: Size) -> str:
        project, said = self._document.project, language()
        criterion, dim = project.problem.criterion(self.criterion), self._theme.tokens.dim_text
        title = html.escape(criterion.title.say(said))
        share = percent(project.shares[self.criterion], 1)
        step = _("weighs the step {swing}").format(swing=swing(criterion))
        about = html.escape(criterion.about.say(said))
        parts = [
            f"<p style='font-size:{size(13)}px;margin:0'>{title}</p>",
            f"<p style='font-size:{size(26)}px;margin:0 0 {size(8)}px 0'><b>{share}</b></p>",
            f"<p style='font-size:{size(15)}px;margin:0 0 {size(10)}px 0'>{step}</p>",
        ]
        if about:
            parts.append(f"<p style='font-size:{size(13)}px;margin:0;color:{dim}'>{about}</p>")
        return "".join(parts)


class WeightsSlide(Slide):
    """The list at the left; at the right the criterion that a person turned to last, at first the heaviest."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(document, theme, parent)
        self.weights = RoomWeights(document, theme, self)
        margin = theme.px(10)
        self.weights.body.setContentsMargins(margin, margin, margin, margin)
        self.swing = SwingCard(document, theme, self)
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        line.addWidget(self.weights, 3)
        line.addWidget(self.swing, 2)
        self.column.addLayout(line, 1)
        self.weights.criterion_touched.connect(self.swing.show_criterion)

    def show_cell(self, alternative: str, criterion: str) -> None:
        self.swing.show_criterion(criterion)
