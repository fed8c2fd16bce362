"""`parallel-paths screens`: a picture of every page."""

import argparse
import os
import re
from pathlib import Path

from desktop_app.cli import output
from desktop_app.cli.arguments import Parser, deck_path
from desktop_app.cli.choices import load_deck
from desktop_app.cli.open import has_display
from desktop_app.cli.refusal import Refusal
from desktop_app.files.languages import _

_THEMES = {"light": ("light",), "dark": ("dark",), "both": ("light", "dark")}
_SCALES = ("1", "2")
_LEAST, _MOST = (800, 600), (7680, 4320)
_SIZE = re.compile(r"(\d{1,5})[x×](\d{1,5})", re.ASCII)


def summary() -> str:
    return _("write a picture of every page of the window")


def parser() -> Parser:
    made = Parser(
        "screens",
        "OUT [DECK] [--theme light|dark|both] [--scale 1|2] [--size 1366x768]",
        _("Writes a picture (PNG) of every page into the folder OUT; no display is needed."),
        [
            ("screens pictures", _("both themes, with the deck that comes with the program")),
            ("screens pictures my-deck.yaml --theme light --scale 2", _("a deck of your own, for print")),
            ("screens imagenes --lang es --size 1280x720", _("in Spanish, as a projector shows it")),
        ],
    )
    made.options.add_argument(
        "files", metavar="OUT DECK", nargs="*", help=_("a folder for the pictures, and a deck")
    )
    made.options.add_argument("--theme", metavar="|".join(_THEMES), help=_("light, dark or both (default)"))
    made.options.add_argument(
        "--scale",
        metavar="|".join(_SCALES),
        help=_("pixels of the picture to one of the window (default: 1)"),
    )
    made.options.add_argument("--size", metavar="1366x768", help=_("width and height of the window"))
    return made.finish()


def run(arguments: argparse.Namespace) -> int:
    if not 1 <= len(arguments.files) <= 2:
        parser().refuse(_("A folder for the pictures, and at most one deck, are needed"))
    themes = _THEMES[_one_of("--theme", arguments.theme or "both", tuple(_THEMES))]
    scale = int(_one_of("--scale", arguments.scale or "1", _SCALES))
    size = _size(arguments.size or "1366x768")
    out, *deck = arguments.files
    path = deck_path(deck[0] if deck else None)
    problem = load_deck(path)
    folder = _folder(Path(out))

    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from desktop_app.window.screens import Wanted, render
    except ImportError as error:
        if (error.name or "").startswith("desktop_app"):
            raise
        raise Refusal(
            _("The pages cannot be painted here ({problem}).").format(problem=str(error))
        ) from error
    for file in render(problem, path, folder, Wanted(themes, size, scale)):
        output.say(str(file))
    return 0


def _one_of(option: str, found: str, allowed: tuple[str, ...]) -> str:
    if found not in allowed:
        raise Refusal(
            _("{option}: “{found}” is not one of {allowed}.").format(
                option=option, found=found, allowed=", ".join(allowed)
            )
        )
    return found


def _size(text: str) -> tuple[int, int]:
    match = _SIZE.fullmatch(text.strip())
    size = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(least <= side <= most for least, side, most in zip(_LEAST, size, _MOST, strict=True)):
        raise Refusal(
            _("--size: “{found}” is no size from {least} to {most}, such as 1366x768.").format(
                found=text, least="x".join(map(str, _LEAST)), most="x".join(map(str, _MOST))
            )
        )
    return size


def _folder(out: Path) -> Path:
    """The folder, made where it is missing. The system's refusal becomes the sentence that is printed."""
    if out.exists() and not out.is_dir():
        raise Refusal(_("{file} is a file; a folder for the pictures is needed.").format(file=out))
    out.mkdir(parents=True, exist_ok=True)
    return out
