"""The condition that everything rests on, and which is not ranked."""

import html

from PySide6.QtWidgets import QWidget

from desktop_app.document.document import Document
from desktop_app.files.languages import _, language
from desktop_app.files.languages.emphasis import rich_text
from desktop_app.window.presenter.fitted import FittedText, Size
from desktop_app.window.presenter.slide import Slide
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import Card


class ConditionSlide(Slide):
    """One card, in the largest type that holds it."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(document, theme, parent)
        card = Card("", self, margin=theme.px(20))
        self.text = FittedText(theme, card)
        self.text.setAccessibleName(_("The condition that all rest on"))
        card.body.addWidget(self.text)
        self.column.addWidget(card, 1)
        document.problem_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        if self.document.problem.condition is not None:
            self.text.show_text(self._html)

    def _html(self, size: Size) -> str:
        condition, said = self.document.problem.condition, language()
        if condition is None:
            return ""
        caption = html.escape(_("RESTS ON ONE CONDITION"))
        dim = self.theme.tokens.dim_text
        return (
            f"<p style='font-size:{self.theme.px(13)}px;color:{dim};margin:0'>{caption}</p>"
            f"<p style='font-size:{size(20)}px;margin:0 0 {size(8)}px 0'>"
            f"<b>{html.escape(condition.title.say(said))}</b></p>"
            f"<p style='font-size:{size(14)}px;margin:0'>{rich_text(condition.summary.say(said))}</p>"
        )
