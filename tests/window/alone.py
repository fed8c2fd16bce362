"""A page by itself, in a window of its own."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.decision.problem import Problem
from desktop_app.document.document import Document
from desktop_app.window.theme import Theme, theme_for
from desktop_app.window.theme.stylesheet import stylesheet

Page = TypeVar("Page", bound=QWidget)


def open_alone(
    qtbot: QtBot,
    make: Callable[[Document, Theme], Page],
    problem: Problem,
    theme: str = "light",
    size: tuple[int, int] = (1290, 700),
) -> Page:
    """A page that is shown, active and focused; its document is its attribute `document`.

    Whoever asks must hold it: qtbot does so only weakly, and a page that nobody holds is collected while
    it is painted.
    """
    look = theme_for(theme)
    document = Document(problem)
    page = make(document, look)
    document.setParent(page)
    page.document = document  # type: ignore[attr-defined]
    page.setStyleSheet(stylesheet(look))
    page.resize(*size)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    return page
