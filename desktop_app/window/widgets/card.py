"""A card: one idea, with one heading that says what it answers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.window.widgets.elided import ElidedLabel


class Card(QFrame):
    """A white panel; `body` takes its contents and `head` what stands beside the heading."""

    def __init__(self, heading: str = "", parent: QWidget | None = None, *, margin: int = 14) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(6)
        self.heading = ElidedLabel(heading, self)
        self.heading.setObjectName("heading")
        if heading:
            self.head.addWidget(self.heading, 1)
            self.body.addLayout(self.head)
            self.setAccessibleName(heading)
        else:
            self.heading.hide()


def rule(parent: QWidget) -> QFrame:
    """A hairline between two parts of a card."""
    line = QFrame(parent)
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line


def label(text: str, kind: str, parent: QWidget, *, wrap: bool = False, rich: bool = False) -> QLabel:
    """A label of a kind that the style sheet knows (caption, dim, heading, title, words, group)."""
    made = QLabel(text, parent)
    made.setObjectName(kind)
    made.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        # Only the vertical part: the policy must go on saying that the height depends on the width.
        policy = made.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        made.setSizePolicy(policy)
    return made
