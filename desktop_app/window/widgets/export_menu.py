"""The “⋯” in a card's head: copy its picture, save it, save its numbers."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from desktop_app.files.languages import _
from desktop_app.files.languages.faults import system_reason
from desktop_app.window.charts import export
from desktop_app.window.charts.export import Figure
from desktop_app.window.icons import icon
from desktop_app.window.status import StatusLine
from desktop_app.window.theme import Theme

_LONGEST_NAME = 80


class ExportButton(QToolButton):
    """`saved` with a file that was written, `copied`, and `failed` with the sentence that says why not.

    The window's status line tells all three.
    """

    saved = Signal(Path)
    copied = Signal()
    failed = Signal(str)

    folder: Path | None = None
    """Where the last file of any such button went."""

    def __init__(
        self, theme: Theme, what: str, figure: Callable[[], Figure], parent: QWidget | None = None
    ) -> None:
        """`what` names the picture for screen readers; `figure` is called when something is wanted."""
        super().__init__(parent)
        self._figure = figure
        self.setObjectName("flat")
        self.setIcon(icon(theme, "ellipsis", "dim_text"))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.setFixedSize(theme.px(26), theme.px(22))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(_("Copy or save"))
        self.name(what)
        menu = QMenu(self)
        self.copy = menu.addAction(_("Copy picture"))
        self.picture = menu.addAction(_("Save picture …"))
        self.data = menu.addAction(_("Save data as CSV …"))
        self.copy.triggered.connect(self.copy_picture)
        self.picture.triggered.connect(self.ask_for_picture)
        self.data.triggered.connect(self.ask_for_data)
        self.setMenu(menu)
        self.saved.connect(self._offer)
        self.copied.connect(lambda: self._status(lambda line: line.say(_("The picture is copied."))))
        self.failed.connect(lambda sentence: self._status(lambda line: line.warn(sentence)))

    def name(self, what: str) -> None:
        self.setAccessibleName(_("Copy or save: {what}").format(what=what))

    def copy_picture(self) -> None:
        export.copy(self._figure())
        self.copied.emit()

    def ask_for_picture(self) -> None:
        """Lets the person choose a file; its ending, or else the kind chosen in the dialog, says what it gets."""
        figure = self._figure()
        filters = {_("PNG picture (*.png)"): ".png", _("SVG drawing (*.svg)"): ".svg"}
        path, chosen = QFileDialog.getSaveFileName(
            self, _("Save picture"), str(self._suggestion(figure, ".png")), ";;".join(filters)
        )
        if path:
            self._write(
                Path(path),
                tuple(export.PICTURES),
                filters.get(chosen, ".png"),
                lambda target: export.save_picture(figure, target),
            )

    def ask_for_data(self) -> None:
        """Lets the person choose a file for the table."""
        figure = self._figure()
        path, _chosen = QFileDialog.getSaveFileName(
            self, _("Save data as CSV"), str(self._suggestion(figure, ".csv")), _("Table (*.csv)")
        )
        if path:
            self._write(Path(path), (".csv",), ".csv", lambda target: export.save_csv(figure.table(), target))

    @classmethod
    def _suggestion(cls, figure: Figure, ending: str) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        # No system takes all of these in a file's name.
        name = "".join(" " if one in '<>:"/\\|?*·' or ord(one) < 32 else one for one in figure.title)
        name = " ".join(name.split())[:_LONGEST_NAME].strip(". ")
        return (cls.folder or Path(documents or Path.home())) / f"{name or 'picture'}{ending}"

    def _write(
        self, path: Path, endings: tuple[str, ...], otherwise: str, write: Callable[[Path], None]
    ) -> None:
        if path.suffix.lower() not in endings:
            path = path.with_name(path.name + otherwise)
            if path.exists():
                # The dialog has asked about the name without the ending.
                self.failed.emit(_("{file} exists already; choose another name.").format(file=path))
                return
        try:
            write(path)
        except OSError as error:
            text = _("{file} cannot be written: {reason}.")
            self.failed.emit(text.format(file=path, reason=system_reason(error)))
            return
        type(self).folder = path.parent
        self.saved.emit(path)

    def _offer(self, path: Path) -> None:
        self._status(lambda line: line.offer(_("Saved as {path}").format(path=path), path))

    def _status(self, tell: Callable[[StatusLine], None]) -> None:
        line = self.window().findChild(StatusLine)
        if line is not None:
            tell(line)
