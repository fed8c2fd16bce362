"""The card “In plain words”: sentences that are true of the present ranking."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from desktop_app.document.document import Document
from desktop_app.engine.words import claims
from desktop_app.files.languages import _
from desktop_app.files.languages.claims import plain, rich, word
from desktop_app.window.widgets.card import Card, label
from desktop_app.window.widgets.fresh import Fresh


class WordsCard(Card):
    """Words follow the ranking while a weight moves."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._document = document
        caption = label(_("IN PLAIN WORDS"), "caption", self)
        self.words = label("", "words", self, wrap=True, rich=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        # "Minimum" would ask for the height of a narrow column, and with it for a scroll bar.
        policy = self.words.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        self.words.setSizePolicy(policy)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.words)
        self.body.addWidget(caption)
        self.body.addWidget(scroll, 1)
        self.setAccessibleName(_("In plain words"))
        Fresh(self, self.refresh, document.ranking_changed)
        self.refresh()

    def refresh(self) -> None:
        project = self._document.project
        sentences = [word(claim, project) for claim in claims(project, self._document.ranking)]
        self.words.setText(" ".join(rich(sentence) for sentence in sentences))
        self.words.setAccessibleName(" ".join(plain(sentence) for sentence in sentences))
