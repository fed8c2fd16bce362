"""Starts the application: the window with a deck, ranked, from the first moment."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QThreadPool, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.files import places
from desktop_app.files.deck import load
from desktop_app.files.languages import LANGUAGES, asked, language, use
from desktop_app.files.memory import Memory, system_folder
from desktop_app.window.main_window import MainWindow
from desktop_app.window.theme import choices


def application() -> QApplication:
    """The one QApplication, made where there is none."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(sys.argv[:1])
    app.setApplicationName("parallel-paths")
    app.setApplicationDisplayName("Parallel Paths")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(language()), "qtbase", "_", folder):
        app.installTranslator(translator)
    return app


def make_window(deck: Path | None = None, memory: Memory | None = None) -> MainWindow:
    """The window with a deck, not yet shown. Raises DeckError."""
    kept = memory.choices() if memory is not None else {}
    if not asked() and kept.get("language") in LANGUAGES:
        use(kept["language"])
    path = places.first_deck() if deck is None else deck
    window = MainWindow(load(path), path, choices.theme_of(str(kept.get("theme"))), memory)
    window.restore_place()
    return window


def open_window(deck: Path | None = None) -> int:
    """Shows the window and runs until it is closed. Raises DeckError before anything is shown."""
    app = application()
    window = make_window(deck, Memory(system_folder()))
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: follow_system(window))
    window.show()
    code = app.exec()
    # An export that is still being written is finished before the process ends.
    QThreadPool.globalInstance().waitForDone()
    return code


def follow_system(window: MainWindow) -> None:
    """Turns light or dark with the system, where that is the choice."""
    if window.choice("theme", "system") == "system" and choices.system_is_dark() != window.theme.dark:
        window.theme = choices.theme_of("system")
        window.rebuild()
