"""Presenter mode in a window of a projector's size, for its tests."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.decision.problem import Problem
from desktop_app.document.document import Document
from desktop_app.window.presenter import Presenter
from tests.document import decks

Presents = Callable[..., Presenter]


@contextmanager
def presenting(qtbot: QtBot, qapp: QApplication) -> Iterator[Presents]:
    qapp.setStyle("Fusion")
    shown: list[Presenter] = []

    def present(
        problem: Problem | None = None,
        *,
        size: tuple[int, int] = (1366, 768),
        perspective: str | None = None,
        theme: str = "light",
    ) -> Presenter:
        document = Document(problem or decks.small())
        if perspective is not None:
            document.set_perspective(perspective)
        presenter = Presenter(document, theme)
        shown.append(presenter)
        presenter.start()
        qtbot.waitExposed(presenter)
        presenter.showNormal()
        presenter.resize(*size)
        presenter.activateWindow()
        presenter.setFocus()
        qapp.processEvents()
        return presenter

    yield present
    for presenter in shown:
        presenter.close()
        presenter.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def settle(presenter: Presenter) -> None:
    for _turn in range(3):
        QApplication.processEvents()
    presenter.slides["picture"].picture.glide.stop()
