"""Where the files that come with the program lie: beside the package in a checkout, inside it when installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """Translations, icons and the like."""
    return _folder("resources")


def criteria() -> Path:
    """The decks that come with the program."""
    return _folder("criteria")


def first_deck() -> Path:
    """The deck that opens when none is named."""
    return criteria() / "aligning-parallel-paths.yaml"
