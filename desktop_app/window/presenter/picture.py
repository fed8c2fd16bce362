"""The aligned picture on a wall, with what it means in words below."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.document.document import Document
from desktop_app.engine.words import claims
from desktop_app.files.languages import _
from desktop_app.files.languages.claims import plain, rich, word
from desktop_app.window.picture.layout import Sizes
from desktop_app.window.picture.view import PictureView
from desktop_app.window.presenter.fitted import FittedText, Size
from desktop_app.window.presenter.room_texts import RoomTexts
from desktop_app.window.presenter.slide import Slide
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import Card
from desktop_app.window.widgets.fresh import Fresh

_ROOM = Sizes(margin=6, total=78, gutter=10, band=18, head=93, row_most=90, row_least=31, column_least=22)
_RANK, _RANK_ROOMY = 27, 36
_TITLE = (150, 230)
_COLUMN, _COLUMNS_KEPT = 42, 8
"""The width at which a column shows its share in full, and how many columns titles leave that width to."""
_HEAD_ROOMY = 104
_SHORTEST_SHARE = "0 %"
_ROWS_KEPT = 8
"""Rows that the words leave room for, as far as they can."""
_LINES = (3, 4)
_WORDS = 15
_FRAME = 4
"""What the card takes around the picture."""


class RoomPicture(PictureView):
    """The picture with less between its columns than on a desk, because everything in it is twice as large."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(document, theme, parent)
        self._texts = RoomTexts(self._head_height)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self._theme.px(200))

    def sizes(self) -> Sizes:
        """The fixed lengths, before the zoom, in the present width."""
        top = (_ROOM.margin + _ROOM.band + _ROOM.head) * self._theme.zoom
        row = (self.viewport().height() - top) / max(1, len(self.content.order))
        roomy = row > (_ROOM.row_roomy + 8) * self._theme.zoom
        rank, change = (_RANK_ROOMY if roomy else _RANK), (28 if self.content.pinned else 4)
        beside = 2 * _ROOM.margin + rank + change + _ROOM.total + _ROOM.gutter
        columns = _COLUMN * min(len(self.content.columns), _COLUMNS_KEPT)
        title = self.viewport().width() / self._theme.zoom - beside - columns
        title = min(max(title, _TITLE[0]), _TITLE[1])
        head = _HEAD_ROOMY if roomy else _ROOM.head
        return replace(_ROOM, title=title, rank=rank, change=change, head=head)

    def _head_height(self, font: QFont, width: float) -> float:
        """What a head has for its title: over its share, or in its place where that has no room itself."""
        metrics = QFontMetricsF(font)
        share = metrics.horizontalAdvance(_SHORTEST_SHARE) <= width
        room = self.layout_.sizes.head - 10 * self._theme.zoom
        return room - 1.1 * metrics.height() if share else room


class PictureSlide(Slide):
    """Weights are dragged here as on the home page; a click on a cell asks for its evidence."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(document, theme, parent)
        self.picture = RoomPicture(document, theme, self)
        frame = Card("", self, margin=1)
        frame.body.addWidget(self.picture)
        self.words = FittedText(theme, self, largest=1.0)
        self.words.setAccessibleName(_("In plain words"))
        self.column.addWidget(frame, 1)
        self.column.addWidget(self.words)
        self.picture.cell_opened.connect(self.cell_opened)
        self.picture.comparison_wanted.connect(self.comparison_wanted)
        Fresh(self, self._say, document.ranking_changed)
        document.problem_changed.connect(self._share_room)

    def pin(self, ranks: dict[str, int]) -> None:
        self.picture.content.pinned = dict(ranks)
        self.picture.relayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The words get lines that stay theirs: a picture that changes its height would jump under a drag."""
        zoom, line = self.theme.zoom, QFontMetrics(self.theme.font(_WORDS)).lineSpacing()
        rows = min(len(self.document.ranking.order), _ROWS_KEPT)
        picture = (_ROOM.margin * 1.5 + _ROOM.band + _ROOM.head + rows * _ROOM.row_least) * zoom
        lines = int((self.height() - picture - self.column.spacing() - _FRAME) // line)
        self.words.setFixedHeight(min(max(lines, _LINES[0]), _LINES[1]) * line + 2)
        self._say()

    def _say(self) -> None:
        """As many sentences as have room; the first in any case."""
        project = self.document.project
        sentences = [word(claim, project) for claim in claims(project, self.document.ranking)]
        for count in range(len(sentences), 0, -1):
            write = self._write(sentences[:count])
            if self.words.fits(write):
                break
        self.words.show_text(write)
        self.words.setAccessibleDescription(" ".join(plain(sentence) for sentence in sentences))

    @staticmethod
    def _write(sentences: list[str]) -> Callable[[Size], str]:
        text = " ".join(rich(sentence) for sentence in sentences)
        return lambda size: f"<p style='font-size:{size(_WORDS)}px;margin:0'>{text}</p>"
