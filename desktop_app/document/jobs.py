"""Slow work on a worker thread; a result that is no longer wanted is dropped."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid


class Job(QObject):
    """One piece of work. `done` with its result or `failed` with its exception, in the GUI thread."""

    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, work: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._dropped = False
        self._runner: _Runner | None = None
        self._ended.connect(self._deliver)

    def start(self) -> None:
        self._runner = _Runner(self)
        QThreadPool.globalInstance().start(self._runner)

    def drop(self) -> None:
        """Nobody waits for the result any more."""
        self._dropped = True

    def run(self) -> None:
        result, failure = None, None
        try:
            result = self._work()
        except Exception as error:
            failure = error
        if isValid(self):
            self._ended.emit(result, failure)

    def _deliver(self, result: object, failure: Exception | None) -> None:
        """Runs in the GUI thread, where a result on its way can still be dropped."""
        if self._dropped:
            return
        if failure is not None:
            self.failed.emit(failure)
        else:
            self.done.emit(result)


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()
