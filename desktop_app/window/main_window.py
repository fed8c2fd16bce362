"""The main window: toolbar, page, status line, menu and keys; each does its work elsewhere."""

from pathlib import Path

from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QMenu, QVBoxLayout, QWidget

from desktop_app.decision.problem import Problem
from desktop_app.document.document import Document
from desktop_app.files import places
from desktop_app.files.languages import _, language
from desktop_app.window import opening
from desktop_app.window.errors import ErrorCatcher
from desktop_app.window.exporting import WorkbookExport
from desktop_app.window.pages.ranking import RankingPage
from desktop_app.window.status import StatusLine
from desktop_app.window.steps import StepActions
from desktop_app.window.theme import Theme
from desktop_app.window.theme.stylesheet import stylesheet
from desktop_app.window.toolbar import Toolbar

FIRST_SIZE = (1366, 768)
LEAST_SIZE = (800, 600)


class MainWindow(QMainWindow):
    """One document in one window."""

    def __init__(self, problem: Problem, path: Path | None, theme: Theme) -> None:
        super().__init__()
        self.document = Document(problem, path, self)
        self.theme = theme
        self.errors = ErrorCatcher(self)
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        QApplication.setPalette(theme.palette())
        self.setStyleSheet(stylesheet(theme))
        steps = StepActions(self.document.undo_stack, self)
        self._undo, self._redo = steps.undo, steps.redo
        self._build()
        self.document.refused.connect(self.status.warn)
        self.document.problem_changed.connect(self._name_window)
        self._name_window()

    def _build(self) -> None:
        body = QWidget(self)
        body.setObjectName("body")
        self.status = StatusLine(self.theme, body)
        self.exports = WorkbookExport(self.document, self.status, self)
        self.menu = self._menu()
        self.toolbar = Toolbar(self.document, self.theme, self.menu, self._undo, self._redo, body)
        self.toolbar.export_wanted.connect(self.exports.ask)
        self.page = RankingPage(self.document, self.theme, body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.page, 1)
        column.addWidget(self.status)
        self.setCentralWidget(body)
        self.page.picture.setFocus()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self._action(menu, _("Open deck …"), self.ask_to_open, QKeySequence.StandardKey.Open)
        shipped = menu.addMenu(_("Decks that come with the program"))
        for name, path in opening.shipped_decks():
            shipped.addAction(name).triggered.connect(
                lambda _checked=False, chosen=path: self.open_path(chosen)
            )
        menu.addSeparator()
        menu.addAction(self._undo)
        menu.addAction(self._redo)
        menu.addSeparator()
        self._action(menu, _("Export workbook …"), self.exports.ask, QKeySequence("Ctrl+E"))
        menu.addSeparator()
        self._action(menu, _("Quit"), self.close, QKeySequence.StandardKey.Quit)
        self.addActions(menu.actions())
        return menu

    def _action(self, menu: QMenu, text: str, act: object, keys: object) -> QAction:
        action = menu.addAction(text)
        action.setShortcut(keys)
        action.triggered.connect(act)
        return action

    def _name_window(self) -> None:
        title = " ".join(self.document.problem.title.say(language()).split())
        self.setWindowTitle(f"{title} – Parallel Paths")

    def ask_to_open(self) -> None:
        """Lets the person choose a deck."""
        folder = self.document.path.parent if self.document.path else places.criteria()
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Open deck"), str(folder), _("Decks (*.yaml *.yml);;All files (*)")
        )
        if chosen:
            self.open_path(Path(chosen))

    def open_path(self, path: Path) -> None:
        """Opens a deck; where that cannot be, says why and keeps the open one."""
        found = opening.read(path)
        if isinstance(found, str):
            self.status.warn(found)
            return
        self.document.open(found, path)
        self.status.say(_("Opened {name}").format(name=path.name))

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

    def closeEvent(self, event: QCloseEvent) -> None:
        self.errors.release()
        super().closeEvent(event)
