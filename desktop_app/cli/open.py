"""`parallel-paths [DECK]`: opens the window; without a display it prints the ranking instead."""

import argparse
import importlib
import os
import sys
from pathlib import Path

from desktop_app.cli import COMMANDS, output
from desktop_app.cli.arguments import Parser, deck_path
from desktop_app.cli.refusal import Refusal
from desktop_app.files.languages import _

# Qt's platforms that paint without X or Wayland.
_SCREENLESS = ("offscreen", "minimal", "minimalegl", "vnc", "eglfs", "linuxfb", "directfb")


def parser() -> Parser:
    made = Parser(
        "",
        f"[DECK] [--lang en|es]\n       parallel-paths {'|'.join(COMMANDS)} … [--help]",
        _about(),
        [
            ("", _("the window with the deck that comes with the program")),
            ("my-deck.yaml", _("the window with a deck of your own")),
            ("rank", _("the ranking in the terminal")),
            ("./rank", _("a deck whose file is named like a command")),
        ],
    )
    made.options.add_argument("deck", metavar="DECK", nargs="*", help=_("a deck, a YAML file"))
    made.finish()
    made.options.add_argument("--version", action="store_true", help=_("show the version"))
    return made


def _about() -> str:
    lines = [
        _("Weigh, rank and question policy recommendations. Opens the window; or one of the commands:"),
        "",
    ]
    for name in COMMANDS:
        command = importlib.import_module(f"desktop_app.cli.{name}")
        lines.append(f"  {name:<8} {command.summary()}")
    return "\n".join(lines)


def has_display() -> bool:
    """Whether a window can be painted. Windows and macOS always have a display."""
    if sys.platform in ("win32", "cygwin", "darwin"):
        return True
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    wanted = os.environ.get("QT_QPA_PLATFORM", "").split(";")
    return any(name.partition(":")[0] in _SCREENLESS for name in wanted)


def run(arguments: argparse.Namespace) -> int:
    if len(arguments.deck) > 1:
        parser().refuse(_("One deck can be opened at a time"))
    deck = Path(arguments.deck[0]) if arguments.deck else None
    if not has_display():
        return _rank_instead(deck)
    try:
        from desktop_app.window.start import open_window
    except ImportError as error:
        if (error.name or "").startswith("desktop_app"):
            raise
        # A library that Qt needs of the system is missing.
        raise Refusal(
            _("The window cannot open here ({problem}); “parallel-paths rank” works without it.").format(
                problem=str(error)
            )
        ) from error
    from desktop_app.files.deck import DeckError

    try:
        return open_window(deck)
    except DeckError as error:
        raise Refusal(str(error)) from None


def _rank_instead(deck: Path | None) -> int:
    from desktop_app.cli.choices import load_deck
    from desktop_app.cli.rank import show
    from desktop_app.decision.project import start

    show(start(load_deck(deck_path(None if deck is None else str(deck)))))
    output.say("")
    output.say(
        _(
            "There is no display here, so this is the ranking alone; run the same command on a desktop, "
            "or over “ssh -X”, for the window."
        )
    )
    return 0
