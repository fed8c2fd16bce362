"""The evidence of one cell: level, scale, basis, section, rationale, and what would change it."""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QToolButton, QWidget

from desktop_app.decision.performances import AtLevel, LevelRange, Performance, Unknown
from desktop_app.decision.problem import Basis, Cell, Criterion
from desktop_app.decision.scales import VerbalScale
from desktop_app.document.document import Document
from desktop_app.files.languages import _, language
from desktop_app.files.languages.emphasis import rich_text
from desktop_app.files.languages.numbers import decimal, percent
from desktop_app.window.picture.tips import performance_label
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import Card, label


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
    """Closes with its button or Esc. `closed` then."""

    closed = Signal()

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._document, self._theme = document, theme
        self.cell: tuple[str, str] | None = None
        caption = label(_("EVIDENCE"), "caption", self)
        close = QToolButton(self)
        close.setObjectName("flat")
        close.setText("×")
        close.setToolTip(_("Back to the weights (Esc)"))
        close.setAccessibleName(_("Close the evidence"))
        close.clicked.connect(self.closed)
        self.head.addWidget(caption)
        self.head.addStretch(1)
        self.head.addWidget(close)
        self.body.insertLayout(0, self.head)
        self.text = QTextBrowser(self)
        self.text.setObjectName("evidence")
        self.text.setOpenLinks(False)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setAccessibleName(_("Evidence"))
        self.text.document().setDocumentMargin(0)
        self.body.addWidget(self.text, 1)
        document.ranking_changed.connect(self.refresh)

    def show_cell(self, alternative: str, criterion: str) -> None:
        """Shows the evidence of a cell, from its top."""
        self.cell = (alternative, criterion)
        self.refresh()
        self.text.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        if self.cell is None or not self.isVisibleTo(self.parentWidget()):
            return
        alternative, criterion = self.cell
        project = self._document.project
        if criterion not in project.counted or alternative not in self._document.ranking.table.alternatives:
            return
        before = self.text.verticalScrollBar().value()
        self.text.setHtml(self._html(alternative, criterion))
        self.text.verticalScrollBar().setValue(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _html(self, alternative_id: str, criterion_id: str) -> str:
        problem, dim = self._document.problem, self._theme.tokens.dim_text
        alternative, criterion = problem.alternative(alternative_id), problem.criterion(criterion_id)
        cell = problem.cell(alternative_id, criterion_id)
        evidence, px = cell.evidence, self._theme.px

        def caption(text: str) -> str:
            return f"<p style='color:{dim};font-size:{px(11)}px;margin:{px(12)}px 0 {px(2)}px 0'>{html.escape(text)}</p>"

        def paragraph(text: str, extra: str = "") -> str:
            return f"<p style='margin:0 0 {px(5)}px 0;{extra}'>{text}</p>"

        said = language()
        parts = [
            paragraph(f"<b>{html.escape(alternative.title.say(said))}</b>", f"font-size:{px(15)}px;"),
            paragraph(html.escape(criterion.title.say(said)), f"color:{dim};"),
            paragraph(self._level_line(cell, criterion)),
            paragraph(self._basis_line(cell), f"color:{dim};"),
        ]
        if evidence.why:
            parts.append(paragraph(rich_text(evidence.why.say(said))))
        else:
            parts.append(paragraph(html.escape(_("No rationale is given.")), f"color:{dim};"))
        if evidence.would_change:
            parts.append(caption(_("WHAT WOULD CHANGE IT")))
            parts.append(paragraph(rich_text(evidence.would_change.say(said))))
        parts.append(caption(_("THE SCALE")))
        parts.append(self._scale(criterion, cell.performance))
        parts.append(caption(_("WHAT IT ADDS")))
        parts.append(paragraph(self._adds(alternative_id, criterion_id)))
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
        scale, dim = criterion.scale, self._theme.tokens.dim_text
        if not isinstance(scale, VerbalScale):
            better = _("less is better") if criterion.direction == "less_is_better" else _("more is better")
            unit = scale.unit.say(language())
            return f"<p>{decimal(scale.low, 0)} – {decimal(scale.high, 0)} {html.escape(unit)} · {html.escape(better)}</p>"
        held: set[int] = set()
        if isinstance(performance, AtLevel):
            held = {performance.level}
        elif isinstance(performance, LevelRange):
            held = {number for number in scale.numbers if performance.low <= number <= performance.high}
        elif isinstance(performance, Unknown):
            held = set(scale.numbers)
        rows = []
        for level in reversed(scale.levels):
            text = html.escape(level.text.say(language()))
            number = str(level.number)
            if level.number in held and not isinstance(performance, Unknown):
                number, text = f"<b>{number}</b>", f"<b>{text}</b>"
                style = ""
            else:
                style = f"color:{dim};"
            pad = self._theme.px(3)
            rows.append(
                f"<tr><td style='padding:{pad}px {2 * pad}px {pad}px 0;{style}'>{number}</td>"
                f"<td style='padding:{pad}px 0;{style}'>{text}</td></tr>"
            )
        return f"<table cellspacing='0' width='100%'>{''.join(rows)}</table>"

    def _adds(self, alternative_id: str, criterion_id: str) -> str:
        ranking = self._document.ranking
        row = ranking.table.alternatives.index(alternative_id)
        column = ranking.table.criteria.index(criterion_id)
        return _("value {value} × share {share} = {points} points of the score").format(
            value=decimal(float(ranking.table.counts[row, column]), 2),
            share=percent(float(ranking.shares[column]), 1),
            points=f"<b>{decimal(float(ranking.contributions[row, column]))}</b>",
        )
