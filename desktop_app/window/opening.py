"""Opening another deck: from the menu, by drag and drop; what cannot be opened leaves the open one as it is."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from desktop_app.decision.problem import Problem
from desktop_app.files import places
from desktop_app.files.deck import DeckError, load
from desktop_app.files.languages import _

LARGE = 500_000
"""Bytes; a tenth of a second or so."""


def dropped_path(data: QMimeData) -> Path | None:
    """The one deck file in what was dropped; None where there is none, or more than one."""
    urls = data.urls() if data.hasUrls() else []
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None


def why_not_dropped(data: QMimeData) -> str:
    """Why what was dropped is not opened, as a sentence."""
    urls = data.urls() if data.hasUrls() else []
    if len(urls) > 1:
        return _("{count} files were dropped; drop one deck at a time.").format(count=len(urls))
    if urls and urls[0].isLocalFile() and Path(urls[0].toLocalFile()).is_dir():
        return _("A folder was dropped; drop a deck, which is a YAML file.")
    return _("What was dropped is no file; drop a deck, which is a YAML file.")


def read(path: Path) -> Problem | str:
    """The problem in a file, or the sentence that says why it cannot be opened."""
    try:
        return load(path)
    except DeckError as error:
        return str(error)


def is_large(path: Path) -> bool:
    """Whether reading a file takes so long that a person would wonder."""
    try:
        return path.stat().st_size > LARGE
    except OSError:
        return False


def shipped_decks() -> list[tuple[str, Path]]:
    """Decks that come with the program, the first of them first, with the names they are listed by."""
    folder = places.criteria()
    paths = [places.first_deck(), *sorted(folder.glob("templates/*.yaml"))]
    return [(path.stem.replace("-", " ").capitalize(), path) for path in paths if path.is_file()]
