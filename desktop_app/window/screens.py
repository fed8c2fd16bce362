"""Pictures of every page, for people to look at and for the documentation."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QAbstractAnimation,
    QBuffer,
    QIODevice,
    QMessageLogContext,
    QPoint,
    QSize,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.decision.problem import Problem
from desktop_app.document.document import Document
from desktop_app.window.help import HelpDialog, window_keys
from desktop_app.window.main_window import MainWindow
from desktop_app.window.pages import PAGES
from desktop_app.window.picture.motion import Glide
from desktop_app.window.presenter import Presenter
from desktop_app.window.start import application
from desktop_app.window.theme import theme_for

_NAMES = {
    1: "ranking",
    2: "criteria",
    3: "scores",
    4: "sensitivity",
    5: "robustness",
    6: "scenarios",
    7: "workshop",
    8: "report",
}
"""Names of files stay the same in every language."""


@dataclass(frozen=True)
class Wanted:
    """How the pictures are to be: themes, size of the window, pixels to one of its pixels."""

    themes: tuple[str, ...] = ("light", "dark")
    size: tuple[int, int] = (1366, 768)
    scale: int = 1


def render(problem: Problem, path: Path, out: Path, wanted: Wanted) -> Iterator[Path]:
    """Writes a PNG for each page and theme into a folder that exists, and gives its path when it is there.

    Raises OSError where it cannot.
    """
    application()
    before = qInstallMessageHandler(_complain)
    try:
        for theme in wanted.themes:
            for name, picture in _pictures(problem, path, theme, wanted):
                file = out / f"{name}-{theme}.png"
                file.write_bytes(picture)
                yield file
    finally:
        qInstallMessageHandler(before)


def _complain(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    # Qt's platform without a screen says of every window that it cannot limit its size.
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)


def _pictures(problem: Problem, path: Path, theme: str, wanted: Wanted) -> Iterator[tuple[str, bytes]]:
    window = MainWindow(problem, path, theme_for(theme))
    # An error belongs on the terminal, not in a dialog that nobody sees.
    window.errors.release()
    _show(window, wanted)
    for page in PAGES:
        window.show_page(page.key)
        yield _NAMES[page.key], _picture(window, wanted)
    window.show_page(1)
    alternative, criterion = _telling_cell(window.document)
    window.page.picture.select(alternative)
    window.page.show_evidence(alternative, criterion)
    yield "evidence", _picture(window, wanted)

    presenter = Presenter(window.document, theme)
    _show(presenter, wanted)
    presenter.choose_cell(alternative, criterion)
    for name in presenter.names:
        presenter.show_slide(name)
        yield f"presenter-{name}", _picture(presenter, wanted)

    dialog = HelpDialog(window.theme, window, window_keys(window.actions_.by_name.values()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    dialog.show()
    yield "help", _picture(dialog, wanted)
    for widget in (dialog, presenter, window):
        widget.close()
        widget.deleteLater()


def _telling_cell(document: Document) -> tuple[str, str]:
    """A cell whose evidence says something, of the best recommendation that has one; else any."""
    names, counted = document.ranking.table.alternatives, document.project.counted
    cells = [(names[row], criterion) for row in document.ranking.order for criterion in counted]
    return next((one for one in cells if document.problem.cell(*one).evidence.why), cells[0])


def _show(window: QWidget, wanted: Wanted) -> None:
    """Shows a window to Qt, which lays it out, but not on the screen, which may be smaller."""
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(*wanted.size)
    window.show()


def _picture(window: QWidget, wanted: Wanted) -> bytes:
    """A window as PNG, at rest: nothing glides, nothing has the focus, no pointer is over it."""
    application().processEvents()
    for glide in window.findChildren(Glide):
        glide.stop()
    for animation in window.findChildren(QAbstractAnimation):
        animation.stop()
    focus = QApplication.focusWidget() or window.focusWidget()
    if focus is not None:
        focus.clearFocus()
    application().processEvents()
    pixmap = QPixmap(QSize(window.width(), window.height()) * wanted.scale)
    pixmap.setDevicePixelRatio(wanted.scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    window.render(pixmap, QPoint(0, 0))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return bytes(buffer.data().data())
