"""Exporting the workbook: asks where, writes on a worker thread, shows the file afterwards."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.document.document import Document
from desktop_app.document.jobs import Job
from desktop_app.files.languages import _, language
from desktop_app.window.status import StatusLine


class WorkbookExport(QObject):
    """One export at a time. `status` gives the status line, which is another after a change of theme."""

    def __init__(self, document: Document, status: Callable[[], StatusLine], window: QWidget) -> None:
        super().__init__(window)
        self._document, self._status, self._window = document, status, window
        self._folder: Path | None = None
        self.job: Job | None = None

    def ask(self) -> None:
        """Lets the person choose the file, then writes it."""
        if self.job is not None:
            self._status().warn(_("An export is still being written; try again in a moment."))
            return
        path, _filter = QFileDialog.getSaveFileName(
            self._window, _("Export workbook"), str(self.suggestion()), _("Excel workbook (*.xlsx)")
        )
        if not path:
            return
        chosen = Path(path)
        if chosen.suffix.lower() != ".xlsx":
            chosen = chosen.with_name(chosen.name + ".xlsx")
            if chosen.exists():
                # The dialog asked about the name as it was typed, not about this file.
                sentence = _("{file} exists already; choose another name.")
                self._status().warn(sentence.format(file=chosen.name))
                return
        self.write(chosen)

    def suggestion(self) -> Path:
        """The deck's id and the day, where the last export went."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._folder or Path(documents or Path.home())
        return folder / f"{self._document.problem.id} {date.today().isoformat()}.xlsx"

    def write(self, path: Path) -> None:
        """Writes the present ranking to `path`, in the language in use."""
        project, ranking, said = self._document.project, self._document.ranking, language()

        def work() -> Path:
            from desktop_app.files.workbook import export

            return export(project, path, table=ranking.table, ranking=ranking, language=said)

        self._status().say(_("Writing {name} …").format(name=path.name))
        self.job = Job(work, self)
        self.job.done.connect(self._written)
        self.job.failed.connect(self._failed)
        self.job.start()

    def _written(self, path: Path) -> None:
        self.job = None
        self._folder = path.parent
        self._status().offer(_("Exported to {path}").format(path=path), path)

    def _failed(self, error: Exception) -> None:
        self.job = None
        from desktop_app.files.workbook import WorkbookError

        if isinstance(error, WorkbookError):
            self._status().warn(str(error))
            return
        raise error
