"""The status line: what was done, what went wrong, and the file that came of it."""

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop_app.files.languages import _
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import label
from desktop_app.window.widgets.elided import ElidedLabel

_STAYS_MS = 12_000


class StatusLine(QFrame):
    """One sentence; it goes by itself, or stays while it offers a file."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.text = ElidedLabel("", self)
        self.mark = label("", "heading", self)
        self.open_file = QPushButton(_("Open"), self)
        self.open_folder = QPushButton(_("Show in folder"), self)
        self.dismiss = QPushButton("×", self)
        self.dismiss.setAccessibleName(_("Dismiss the message"))
        self._path: Path | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(4))
        line.addWidget(self.mark)
        line.addWidget(self.text, 1)
        for button in (self.open_file, self.open_folder, self.dismiss):
            button.setObjectName("flat")
            line.addWidget(button)
        self.open_file.clicked.connect(lambda: self._open(self._path))
        self.open_folder.clicked.connect(lambda: self._open(self._path.parent if self._path else None))
        self.dismiss.clicked.connect(self.clear)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self.hide()

    def say(self, sentence: str) -> None:
        """Something that was done."""
        self._show("✓", sentence, None)
        self._timer.start(_STAYS_MS)

    def warn(self, sentence: str) -> None:
        """Something that was not taken or went wrong."""
        self._show("!", sentence, None)
        self._timer.start(_STAYS_MS)

    def offer(self, sentence: str, path: Path) -> None:
        """Something that was written; the file is one click away."""
        self._timer.stop()
        self._show("✓", sentence, path)

    def clear(self) -> None:
        self.text.setText("")
        self.hide()

    def _show(self, mark: str, sentence: str, path: Path | None) -> None:
        self._path = path
        self.mark.setText(mark)
        self.text.setText(" ".join(sentence.split()))
        self.text.setAccessibleName(self.text.text())
        self.open_file.setVisible(path is not None)
        self.open_folder.setVisible(path is not None)
        self.show()

    @staticmethod
    def _open(path: Path | None) -> None:
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
