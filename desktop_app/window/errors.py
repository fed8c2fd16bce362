"""An unexpected error becomes a dialog with details to copy and a line in the log; the window lives on."""

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from desktop_app import __version__
from desktop_app.files.languages import _
from desktop_app.files.log import log_path, write


class ErrorDialog(QMessageBox):
    """What happened, in a sentence; the details on demand and one click from the clipboard."""

    def __init__(self, summary: str, details: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        self.setIcon(QMessageBox.Icon.Warning)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(_("An unexpected error occurred. The window goes on, and what you did is still there."))
        self.setInformativeText(summary + "\n\n" + _("Log file: {path}").format(path=log_path()))
        self.setDetailedText(details)
        self.copy: QPushButton = self.addButton(_("Copy details"), QMessageBox.ButtonRole.ActionRole)
        self.copy.clicked.disconnect()
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        self.addButton(QMessageBox.StandardButton.Close)
        self.setDefaultButton(QMessageBox.StandardButton.Close)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


class ErrorCatcher(QObject):
    """Takes over `sys.excepthook` and the threads'; one dialog at a time."""

    _caught = Signal(str, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: ErrorDialog | None = None
        self._before = (sys.excepthook, threading.excepthook)
        self._caught.connect(self._show)
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self._hook(args.exc_type, args.exc_value, args.exc_traceback)

    def release(self) -> None:
        """Puts the hooks back as they were."""
        sys.excepthook, threading.excepthook = self._before

    def _hook(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        details = f"Parallel Paths {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n{details}"
        write(error or kind())
        self._caught.emit(f"{kind.__name__}: {error}", details)

    def _show(self, summary: str, details: str) -> None:
        if self.dialog is not None:
            return
        self.dialog = ErrorDialog(summary, details, self._window)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        self.dialog = None
