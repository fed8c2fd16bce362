"""Starts the application: the window with a deck, ranked, from the first moment."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.files import places
from desktop_app.files.deck import load
from desktop_app.files.languages import language
from desktop_app.window.errors import start_log
from desktop_app.window.main_window import MainWindow
from desktop_app.window.theme import Theme, theme_for


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


def system_theme() -> Theme:
    """Light or dark, as the system has it."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return theme_for("dark" if dark else "light")


def make_window(deck: Path | None = None) -> MainWindow:
    """The window with a deck, not yet shown. Raises DeckError."""
    path = places.first_deck() if deck is None else deck
    return MainWindow(load(path), path, system_theme())


def open_window(deck: Path | None = None) -> int:
    """Shows the window and runs until it is closed. Raises DeckError before anything is shown."""
    app = application()
    start_log()
    window = make_window(deck)
    window.show()
    return app.exec()
