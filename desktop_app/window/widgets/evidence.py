"""The evidence of one cell: level, basis, rationale, scale, what would change it and what it would change."""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.decision.performances import AtLevel, LevelRange, Performance, number_text
from desktop_app.decision.problem import Basis, Cell, Criterion
from desktop_app.decision.scales import VerbalScale
from desktop_app.document.document import Document
from desktop_app.engine.what_if import what_if
from desktop_app.files.languages import _, language
from desktop_app.files.languages.claims import rich
from desktop_app.files.languages.emphasis import rich_text
from desktop_app.files.languages.numbers import MINUS, decimal, percent
from desktop_app.files.languages.what_if import word_what_if
from desktop_app.window.picture.tips import performance_label
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import Card, label
from desktop_app.window.widgets.fresh import Fresh
from desktop_app.window.widgets.prose import Prose, caption, levels, one_line, paragraph


def basis_words(basis: Basis | None) -> str:
    """What a score rests on."""
    return {
        "stated": _("stated in the source"),
        "inferred": _("inferred from the source"),
        "judgement": _("judgement"),
        None: _("no basis given"),
    }[basis]


def basis_mark(basis: Basis | None) -> str:
    """The sign of a basis: full, half, empty."""
    return {"stated": "●", "inferred": "◐", "judgement": "○", None: "–"}[basis]


class EvidenceCard(Card):
    """Says `closed` at its button or Esc; one that is not `closable` has no button."""

    closed = Signal()

    def __init__(
        self, document: Document, theme: Theme, parent: QWidget | None = None, *, closable: bool = True
    ) -> None:
        super().__init__("", parent)
        self._document, self._theme = document, theme
        self.cell: tuple[str, str] | None = None
        self.head.addWidget(label(_("EVIDENCE"), "caption", self))
        self.head.addStretch(1)
        if closable:
            close = QToolButton(self)
            close.setObjectName("flat")
            close.setText("×")
            close.setToolTip(_("Back to the weights (Esc)"))
            close.setAccessibleName(_("Close the evidence"))
            close.clicked.connect(self.closed)
            self.head.addWidget(close)
        self.body.insertLayout(0, self.head)
        self.text = Prose(_("Evidence"), theme, self)
        self.body.addWidget(self.text, 1)
        self._fresh = Fresh(self, self.refresh, document.ranking_changed)

    def show_cell(self, alternative: str, criterion: str) -> None:
        """Shows the evidence of a cell, from its top."""
        self.cell = (alternative, criterion)
        self._write(from_top=True)

    def refresh(self) -> None:
        """Takes the numbers of the present ranking."""
        self._write(from_top=False)

    def _write(self, *, from_top: bool) -> None:
        if self.cell is None:
            return
        alternative, criterion = self.cell
        table = self._document.ranking.table
        if criterion in table.criteria and alternative in table.alternatives:
            self.text.replace(self._html(alternative, criterion), from_top=from_top)
        else:
            self.cell = None
            self.text.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _html(self, alternative_id: str, criterion_id: str) -> str:
        problem, theme, said = self._document.problem, self._theme, language()
        alternative, criterion = problem.alternative(alternative_id), problem.criterion(criterion_id)
        cell = problem.cell(alternative_id, criterion_id)
        evidence = cell.evidence
        parts = [
            paragraph(theme, f"<b>{one_line(alternative.title.say(said))}</b>", size=15),
            paragraph(theme, one_line(criterion.title.say(said)), dim=True),
            paragraph(theme, self._level_line(cell, criterion)),
            paragraph(theme, self._basis_line(cell), dim=True),
        ]
        if evidence.why:
            parts.append(paragraph(theme, rich_text(evidence.why.say(said))))
        else:
            parts.append(paragraph(theme, html.escape(_("No rationale is given.")), dim=True))
        if evidence.would_change:
            parts.append(caption(theme, _("WHAT WOULD CHANGE IT")))
            parts.append(paragraph(theme, rich_text(evidence.would_change.say(said))))
        parts.append(caption(theme, _("WHAT IF THIS SCORE IS WRONG?")))
        parts.append(paragraph(theme, self._what_if(alternative_id, criterion)))
        parts.append(caption(theme, _("THE SCALE")))
        parts.append(self._scale(criterion, cell.performance))
        parts.append(caption(theme, _("WHAT IT ADDS")))
        parts.append(paragraph(theme, self._adds(alternative_id, criterion_id)))
        return "".join(parts)

    def _level_line(self, cell: Cell, criterion: Criterion) -> str:
        text = html.escape(performance_label(cell, criterion))
        wash, accent = self._theme.tokens.accent_wash, self._theme.tokens.accent
        return f"<span style='background:{wash};color:{accent}'><b>&nbsp;{text}&nbsp;</b></span>"

    def _basis_line(self, cell: Cell) -> str:
        words = f"{basis_mark(cell.evidence.basis)} {basis_words(cell.evidence.basis)}"
        source = cell.evidence.source.say(language())
        if source:
            words += " · " + _("section {source}").format(source=source)
        return html.escape(words)

    def _scale(self, criterion: Criterion, performance: Performance) -> str:
        scale = criterion.scale
        if isinstance(scale, VerbalScale):
            return levels(self._theme, scale, _held(scale, performance))
        better = _("less is better") if criterion.direction == "less_is_better" else _("more is better")
        ends = f"{number_text(scale.low)} – {number_text(scale.high)}".replace("-", MINUS)
        words = f"{ends} {scale.unit.say(language())}".strip()
        return paragraph(self._theme, html.escape(f"{words} · {better}"))

    def _what_if(self, alternative: str, criterion: Criterion) -> str:
        problem = self._document.problem
        said = what_if(self._document.ranking, problem, alternative, criterion.id)
        return " ".join(rich(word_what_if(claim, problem, alternative, criterion)) for claim in said)

    def _adds(self, alternative_id: str, criterion_id: str) -> str:
        ranking = self._document.ranking
        row = ranking.table.alternatives.index(alternative_id)
        column = ranking.table.criteria.index(criterion_id)
        return _("value {value} × share {share} = {points} points of the score").format(
            value=decimal(float(ranking.table.counts[row, column]), 2),
            share=percent(float(ranking.shares[column]), 1),
            points=f"<b>{decimal(float(ranking.contributions[row, column]))}</b>",
        )


def _held(scale: VerbalScale, performance: Performance) -> set[int]:
    """The levels that a performance may be at; of an unknown one none stands out."""
    if isinstance(performance, AtLevel):
        return {performance.level}
    if isinstance(performance, LevelRange):
        return {number for number in scale.numbers if performance.low <= number <= performance.high}
    return set()
