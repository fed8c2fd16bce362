"""The main window: toolbar, rail, pages, status line; each does its work elsewhere."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.decision.problem import Problem
from desktop_app.document.document import Document
from desktop_app.document.jobs import Job
from desktop_app.files import places
from desktop_app.files.languages import _, language, use
from desktop_app.files.memory import Memory
from desktop_app.window import actions, opening
from desktop_app.window.errors import ErrorCatcher
from desktop_app.window.exporting import WorkbookExport
from desktop_app.window.pages import PAGES
from desktop_app.window.rail import Rail
from desktop_app.window.status import StatusLine
from desktop_app.window.theme import Theme, choices
from desktop_app.window.theme.stylesheet import stylesheet
from desktop_app.window.toolbar import Toolbar

FIRST_SIZE = (1366, 768)
LEAST_SIZE = (800, 600)
_REMEMBER_AFTER_MS = 1500


class MainWindow(QMainWindow):
    """One document in one window. `memory`, where given, keeps choices and weights between runs."""

    def __init__(
        self, problem: Problem, path: Path | None, theme: Theme, memory: Memory | None = None
    ) -> None:
        super().__init__()
        self.document = Document(problem, path, self)
        self.theme = theme
        self.memory = memory
        self.errors = ErrorCatcher(self)
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self.presenter: QWidget | None = None
        self._reading: Job | None = None
        self.page_key = 1
        self.pages: dict[int, QWidget] = {}
        self._remember_soon = QTimer(self)
        self._remember_soon.setSingleShot(True)
        self._remember_soon.setInterval(_REMEMBER_AFTER_MS)
        self._remember_soon.timeout.connect(self._remember_weights)
        self.exports = WorkbookExport(self.document, lambda: self.status, self)
        self._build()
        self.document.refused.connect(self._warn)
        self.document.problem_changed.connect(self._name_window)
        self.document.ranking_changed.connect(self._remember_soon.start)
        self._name_window()
        self._recall()

    # What stands where

    def _build(self) -> None:
        """Builds all that can be seen, in the present theme and language."""
        QApplication.setPalette(self.theme.palette())
        self.setStyleSheet(stylesheet(self.theme))
        body = QWidget(self)
        body.setObjectName("body")
        self.status = StatusLine(self.theme, body)
        self.actions_ = actions.Actions(self)
        self.toolbar = Toolbar(self.document, self.theme, self.actions_, body)
        self.rail = Rail(self.theme, body)
        self.rail.page_wanted.connect(self.show_page)
        self.stack = QStackedWidget(body)
        self.pages = {}
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(body)
        self.show_page(self.page_key)

    @property
    def page(self) -> QWidget:
        """The page that is open."""
        return self.pages[self.page_key]

    def show_page(self, key: int) -> None:
        """Opens a page by its number; one that does not exist leaves the present one open."""
        spec = next((page for page in PAGES if page.key == key), None)
        if spec is None:
            return
        if key not in self.pages:
            self.pages[key] = spec.make(self.document, self.theme, self.stack)
            self.stack.addWidget(self.pages[key])
        self.page_key = key
        self.stack.setCurrentWidget(self.pages[key])
        self.rail.show_page(key)
        self.pages[key].setFocus()

    def rebuild(self) -> None:
        """Builds the window anew, in another theme or language; the document is as it was."""
        self.actions_.deleteLater()
        old = self.takeCentralWidget()
        self._build()
        old.deleteLater()
        self._name_window()

    def _name_window(self) -> None:
        title = " ".join(self.document.problem.title.say(language()).split())
        self.setWindowTitle(f"{title} – Parallel Paths")

    def _warn(self, sentence: str) -> None:
        self.status.warn(sentence)

    # Choices

    def choose_theme(self, choice: str) -> None:
        """`system`, `light` or `dark`, from now on."""
        self._keep_choice("theme", choice)
        self.theme = choices.theme_of(choice)
        self.rebuild()

    def choose_language(self, chosen: str) -> None:
        """`en` or `es`, from now on."""
        self._keep_choice("language", chosen)
        use(chosen)
        self.rebuild()

    def choice(self, name: str, otherwise: str) -> str:
        """A remembered choice."""
        kept = self.memory.choices().get(name) if self.memory else None
        return kept if isinstance(kept, str) else otherwise

    def _keep_choice(self, name: str, value: str) -> None:
        if self.memory is not None:
            self.memory.keep_choices(self.memory.choices() | {name: value})

    # Decks

    def ask_to_open(self) -> None:
        """Lets the person choose a deck."""
        folder = self.document.path.parent if self.document.path else places.criteria()
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Open deck"), str(folder), _("Decks (*.yaml *.yml);;All files (*)")
        )
        if chosen:
            self.open_path(Path(chosen))

    def open_path(self, path: Path) -> None:
        """Opens a deck; where that cannot be, says why and keeps the open one.

        A large one is read on a worker thread; the open deck stays in use until it is there.
        """
        if self._reading is not None:
            self._reading.drop()
            self._reading = None
        if not opening.is_large(path):
            self._take(opening.read(path), path)
            return
        self.status.say(_("Opening {name} …").format(name=path.name))
        self._reading = Job(lambda: opening.read(path), self)
        self._reading.done.connect(lambda found: self._take(found, path))
        self._reading.start()

    def _take(self, found: Problem | str, path: Path) -> None:
        self._reading = None
        if isinstance(found, str):
            self.status.warn(found)
            return
        self._remember_weights()
        self.document.open(found, path)
        self.status.say(_("Opened {name}").format(name=path.name))
        self._recall()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        path = opening.dropped_path(event.mimeData())
        if path is None:
            self.status.warn(opening.why_not_dropped(event.mimeData()))
        else:
            self.open_path(path)

    # Memory

    def _recall(self) -> None:
        kept = self.memory.weights(self.document.problem) if self.memory else None
        if kept is None:
            return
        weights, perspective = kept
        if self.document.recall(weights, perspective):
            self.status.say(_("Your last weights are back; Reset gives the deck's own."))

    def _remember_weights(self) -> None:
        self._remember_soon.stop()
        if self.memory is not None:
            self.memory.keep_weights(self.document.project)

    def restore_place(self) -> None:
        """Puts the window where it was at the end of the last run."""
        kept = self.choice("geometry", "")
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore")))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._remember_weights()
        self._keep_choice("geometry", self.saveGeometry().toBase64().toStdString())
        self.errors.release()
        super().closeEvent(event)

    def action(self, name: str) -> QAction:
        """One of the window's actions."""
        return self.actions_.by_name[name]
