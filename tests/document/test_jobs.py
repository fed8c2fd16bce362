"""Background work: its result arrives in the GUI thread, or not at all once nobody wants it."""

import sys
import threading

from PySide6.QtCore import QObject, QThread, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_app.document.jobs import Job


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.threads: list[bool] = []

    def hear(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(QThread.currentThread() is self.thread())


def listen(job: Job) -> Listener:
    listener = Listener()
    job.done.connect(listener.hear)
    job.failed.connect(listener.hear)
    return listener


def test_a_result_is_delivered_in_the_gui_thread(qtbot: QtBot) -> None:
    worked_in: list[int] = []

    def work() -> str:
        worked_in.append(threading.get_ident())
        return "result"

    job = Job(work)
    listener = listen(job)
    with qtbot.waitSignal(job.done):
        job.start()
    qtbot.waitUntil(lambda: bool(listener.results))
    assert listener.results == ["result"]
    assert listener.threads == [True]
    assert worked_in != [threading.get_ident()]


def test_a_plain_function_hears_it_in_the_gui_thread_too(qtbot: QtBot) -> None:
    heard_in: list[int] = []
    job = Job(lambda: 1)
    job.done.connect(lambda _result: heard_in.append(threading.get_ident()))
    with qtbot.waitSignal(job.done):
        job.start()
    qtbot.waitUntil(lambda: bool(heard_in))
    assert heard_in == [threading.get_ident()]


def test_an_exception_is_delivered_as_a_failure(qtbot: QtBot) -> None:
    error = ValueError("no")

    def work() -> None:
        raise error

    job = Job(work)
    done: list[object] = []
    job.done.connect(done.append)
    listener = listen(job)
    with qtbot.waitSignal(job.failed):
        job.start()
    qtbot.waitUntil(lambda: bool(listener.results))
    assert listener.results == [error]
    assert not done


def settle() -> None:
    assert QThreadPool.globalInstance().waitForDone(5000)
    QApplication.processEvents()


def test_a_dropped_job_says_nothing(qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work() -> int:
        begun.set()
        assert go_on.wait(5)
        return 1

    job = Job(work)
    listener = listen(job)
    job.start()
    assert begun.wait(5)
    job.drop()
    go_on.set()
    settle()
    assert listener.results == []


def test_a_dropped_job_that_fails_says_nothing(qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work() -> int:
        begun.set()
        assert go_on.wait(5)
        raise ValueError

    job = Job(work)
    listener = listen(job)
    job.start()
    assert begun.wait(5)
    job.drop()
    go_on.set()
    settle()
    assert listener.results == []


def test_a_result_that_is_already_on_its_way_is_dropped_too(qtbot: QtBot) -> None:
    job = Job(lambda: 1)
    listener = listen(job)
    job.start()
    assert QThreadPool.globalInstance().waitForDone(5000)
    job.drop()
    settle()
    assert listener.results == []


def test_the_owner_may_go_while_the_work_is_done(qtbot: QtBot) -> None:
    """A window is closed while its export is being written: no result, no exception in the worker."""
    begun, go_on, complaints = threading.Event(), threading.Event(), []

    def work() -> int:
        begun.set()
        assert go_on.wait(5)
        return 1

    owner = QObject()
    job = Job(work, owner)
    job.start()
    assert begun.wait(5)
    before = sys.excepthook, sys.unraisablehook
    sys.excepthook = sys.unraisablehook = lambda *what: complaints.append(what)
    try:
        delete(owner)
        go_on.set()
        settle()
    finally:
        sys.excepthook, sys.unraisablehook = before
    assert not complaints
