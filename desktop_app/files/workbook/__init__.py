"""The Excel export: a ranking that lives on in Excel and LibreOffice, and can be read where nothing computes."""

import os
from datetime import datetime
from pathlib import Path

from desktop_app.decision.project import Project
from desktop_app.engine.ranking import Ranking, rank
from desktop_app.engine.values import ValueTable
from desktop_app.files.atomic import replacing
from desktop_app.files.languages import _, speaking
from desktop_app.files.languages import language as language_in_use
from desktop_app.files.languages.faults import system_reason

__all__ = ["WorkbookError", "export"]

_WINDOWS = os.name == "nt"


class WorkbookError(Exception):
    """A workbook that cannot be written; its text is one sentence that says which and why."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


def export(
    project: Project,
    path: Path,
    *,
    table: ValueTable | None = None,
    ranking: Ranking | None = None,
    language: str | None = None,
    made_at: datetime | None = None,
) -> Path:
    """Writes a project's ranking as a workbook to `path` and gives back `path`.

    `table` and `ranking`, where given, are the project's own; `language` is the one in use where none is
    given; `made_at` is now. Raises WorkbookError, and leaves what was at `path` as it was; ValueError for
    a language that we do not speak; Fault `all_weights_zero`.
    """
    # A headless command that writes no workbook must not pay for openpyxl.
    from desktop_app.files.workbook.plan import Plan, names
    from desktop_app.files.workbook.write import write

    with speaking(language or language_in_use()):
        _refuse_open(path)
        project.weights.shares(project.counted)
        result = ranking or rank(project, table)
        plan = Plan(project, result, made_at or datetime.now().astimezone(), names())
        try:
            with replacing(path) as file:
                write(plan, file)
        except OSError as error:
            raise WorkbookError(path, _refused(path, error)) from error
    return path


def _refuse_open(path: Path) -> None:
    """Elsewhere than on Windows a file can be replaced under the hands of who has it open: look for their marks."""
    for mark in (f"~${path.name}", f".~lock.{path.name}#"):
        if os.path.lexists(path.parent / mark):
            raise WorkbookError(
                path,
                _(
                    "{file} is open in another program; close it there or choose another name. "
                    "(If it is not, remove {mark} beside it.)"
                ).format(file=path, mark=mark),
            )


def _refused(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError) and _WINDOWS:
        return _(
            "{file} cannot be written, most likely because it is open in Excel; close it there or choose another name."
        ).format(file=path)
    return _("{file} cannot be written: {reason}.").format(file=path, reason=system_reason(error))
