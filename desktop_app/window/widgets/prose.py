"""Parts of the text in cards that are read rather than worked: captions, paragraphs, the levels of a scale."""

import html
from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop_app.decision.scales import VerbalScale
from desktop_app.files.languages import language
from desktop_app.window.theme import Theme


class Prose(QTextBrowser):
    """A text that wraps to its card, scrolls, and can be walked and copied by keyboard."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("evidence")
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(0)
        # Words keep off the scroll bar.
        self.setViewportMargins(0, 0, theme.px(6), 0)

    def replace(self, text: str, *, from_top: bool) -> None:
        """Shows other HTML, where it was scrolled to or from its top."""
        before = 0 if from_top else self.verticalScrollBar().value()
        self.setHtml(text)
        self.verticalScrollBar().setValue(before)


def one_line(text: str) -> str:
    """A deck's text as one line of HTML."""
    return html.escape(" ".join(text.split()))


def caption(theme: Theme, text: str) -> str:
    """What a part of the text is about."""
    dim, px = theme.tokens.dim_text, theme.px
    return (
        f"<p style='color:{dim};font-size:{px(11)}px;margin:{px(12)}px 0 {px(3)}px 0'>{html.escape(text)}</p>"
    )


def paragraph(theme: Theme, text: str, *, size: float = 13, dim: bool = False) -> str:
    """HTML as a paragraph."""
    colour = f"color:{theme.tokens.dim_text};" if dim else ""
    return f"<p style='margin:0 0 {theme.px(5)}px 0;font-size:{theme.px(size)}px;{colour}'>{text}</p>"


def levels(theme: Theme, scale: VerbalScale, held: Collection[int] | None = None) -> str:
    """A scale's levels in words, the highest number first; those held stand out, the others step back."""
    pad, dim = theme.px(3), theme.tokens.dim_text
    rows = []
    for level in reversed(scale.levels):
        number, text = str(level.number), html.escape(level.text.say(language()))
        style = ""
        if held is not None and level.number in held:
            number, text = f"<b>{number}</b>", f"<b>{text}</b>"
        elif held is not None:
            style = f"color:{dim};"
        elif level.name:
            text = f"<b>{html.escape(level.name.say(language()))}</b> · {text}"
        rows.append(
            f"<tr><td width='{theme.px(20)}' style='padding:{pad}px {2 * pad}px {pad}px 0;{style}'>{number}</td>"
            f"<td style='padding:{pad}px 0;{style}'>{text}</td></tr>"
        )
    return f"<table cellspacing='0' width='100%'>{''.join(rows)}</table>"
