"""The window of presenter mode: slides, the keys of a clicker, a curtain."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app.document.document import Document
from desktop_app.files.languages import _, language
from desktop_app.window.presenter.keys import SLIDE_WISHES, Wish, wish
from desktop_app.window.presenter.slide import Slide
from desktop_app.window.presenter.slides import SLIDES
from desktop_app.window.theme import theme_for
from desktop_app.window.theme.stylesheet import stylesheet
from desktop_app.window.widgets.card import label
from desktop_app.window.widgets.elided import ElidedLabel

ZOOM = 2.0
_SENTENCE_STAYS_MS = 8_000


class Presenter(QWidget):
    """Covers the screen over the same document. `left` when the person goes back to the main window."""

    left = Signal()

    def __init__(self, document: Document, theme_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.document = document
        self.theme = theme_for(theme_name, ZOOM)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(stylesheet(self.theme))
        # The window itself takes the focus when a weight is put down, so that arrows turn slides again.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.names: list[str] = []
        self.slides: dict[str, Slide] = {}
        self._gone = False
        self._watched: QWidget | None = None
        self._build()
        document.problem_changed.connect(self._renew)
        document.refused.connect(self._say)
        QApplication.instance().focusChanged.connect(self._watch)

    def start(self) -> None:
        """Covers the screen that the main window is on."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.window().screen().geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()

    def leave(self) -> None:
        """Back to the main window."""
        self.close()

    # What stands where

    def _build(self) -> None:
        px = self.theme.px
        self.stack = QStackedWidget(self)
        self.counter = label("", "caption", self)
        self.sentence = ElidedLabel("", self)
        self.sentence.setObjectName("caption")
        self._sentence_timer = QTimer(self)
        self._sentence_timer.setSingleShot(True)
        self._sentence_timer.setInterval(_SENTENCE_STAYS_MS)
        self._sentence_timer.timeout.connect(lambda: self.sentence.setText(""))
        foot = QHBoxLayout()
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.counter)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(8), px(8), px(2))
        column.setSpacing(px(2))
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        self.curtain = QWidget(self)
        self.curtain.setObjectName("page")
        self.curtain.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.curtain.setAccessibleName(_("The screen is blank; B shows the slide again."))
        self.curtain.hide()
        self._renew()

    def _renew(self) -> None:
        """Other slides may have something to show."""
        present = self.name if self.names else ""
        self.names = [spec.name for spec in SLIDES if spec.fits(self.document)]
        for spec in SLIDES:
            if spec.name in self.names and spec.name not in self.slides:
                slide = spec.make(self.document, self.theme, self.stack)
                slide.cell_opened.connect(self.show_cell)
                slide.comparison_wanted.connect(self.compare)
                self.slides[spec.name] = slide
                self.stack.addWidget(slide)
        title = " ".join(self.document.problem.title.say(language()).split())
        self.setWindowTitle(f"{title} – Parallel Paths")
        self.show_slide(present if present in self.names else self.names[0])

    # Slides

    @property
    def name(self) -> str:
        """The slide that is shown."""
        current = self.stack.currentWidget()
        return next(name for name, slide in self.slides.items() if slide is current)

    def show_slide(self, name: str) -> None:
        """Shows a slide by its name."""
        self.stack.setCurrentWidget(self.slides[name])
        at, count = self.names.index(name) + 1, len(self.names)
        self.counter.setText(f"{at} / {count}")
        self.counter.setAccessibleName(_("Slide {number} of {count}").format(number=at, count=count))
        self.setFocus()

    def show_cell(self, alternative: str, criterion: str) -> None:
        """Turns to the evidence of a cell."""
        self.choose_cell(alternative, criterion)
        self.show_slide("evidence")

    def choose_cell(self, alternative: str, criterion: str) -> None:
        """Says which cell the evidence is to be of, without turning to it."""
        for slide in self.slides.values():
            slide.show_cell(alternative, criterion)

    def pin(self, ranks: dict[str, int]) -> None:
        """Shows changes of rank against these, as the main window's picture does."""
        for slide in self.slides.values():
            slide.pin(ranks)

    def compare(self, first: str, second: str) -> None:
        """Turns to why one comes before the other, where there is a slide for that."""
        for slide in self.slides.values():
            slide.compare(first, second)
        if "why" in self.names:
            self.show_slide("why")

    def _turn(self, wanted: Wish) -> None:
        at = self.names.index(self.name)
        last = len(self.names) - 1
        to = {Wish.NEXT: at + 1, Wish.PREVIOUS: at - 1, Wish.FIRST: 0, Wish.LAST: last}[wanted]
        to = min(max(to, 0), last)
        if to != at:
            self.show_slide(self.names[to])

    def draw_curtain(self, down: bool) -> None:
        """Hides everything from the room, or shows it again."""
        self.curtain.setGeometry(self.rect())
        self.curtain.setVisible(down)
        self.curtain.raise_()
        if down:
            self.setFocus()

    def _say(self, sentence: str) -> None:
        self.sentence.setText(" ".join(sentence.split()))
        self.sentence.setAccessibleName(self.sentence.text())
        self._sentence_timer.start()

    # Keys

    def _watch(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Sees the keys before the widget with the focus does: many widgets keep Page Down for themselves."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        inside = now is not None and now is not self and self.isAncestorOf(now)
        self._watched = now if inside else None
        if inside:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event, self._watched)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take(event, None):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent, focus: QWidget | None) -> bool:
        wanted = wish(event, focus)
        if wanted is None:
            return False
        if wanted is Wish.LEAVE:
            self.leave()
        elif QApplication.mouseButtons() != Qt.MouseButton.NoButton or (
            event.isAutoRepeat() and wanted not in (Wish.UNDO, Wish.REDO)
        ):
            # A drag is not cut off in its middle, and a key held down does not run through all slides.
            pass
        elif self.curtain.isVisible():
            if wanted is Wish.CURTAIN or wanted in SLIDE_WISHES:
                self.draw_curtain(False)
        elif wanted is Wish.CURTAIN:
            self.draw_curtain(True)
        elif wanted is Wish.UNDO:
            self.document.undo_stack.undo()
        elif wanted is Wish.REDO:
            self.document.undo_stack.redo()
        else:
            self._turn(wanted)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.curtain.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._gone:
            self._gone = True
            self.left.emit()
