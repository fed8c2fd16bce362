"""What `rank` and `export` have in common: a deck, and the choices of preset, weights and set."""

import argparse
from pathlib import Path

from desktop_app.cli.arguments import Parser
from desktop_app.cli.refusal import Refusal, refusing
from desktop_app.decision.faults import Fault
from desktop_app.decision.problem import Problem
from desktop_app.decision.project import Project
from desktop_app.files.languages import _


def add_choices(parser: Parser) -> None:
    """Adds --preset, --weights and --set."""
    parser.options.add_argument(
        "--preset", metavar="NAME", help=_("weights of this preset (default: the deck's first)")
    )
    parser.options.add_argument(
        "--weights",
        metavar="cost=40,…",
        action="append",
        help=_("points from 0 to 100 for these criteria, the others keep the preset's"),
    )
    parser.options.add_argument(
        "--set",
        metavar="effort|effect|both",
        help=_("the criteria that count (default: the deck's first set)"),
    )


def load_deck(path: Path) -> Problem:
    """The problem in a deck file. Raises Refusal."""
    from desktop_app.files.deck import DeckError, load

    try:
        return load(path)
    except DeckError as error:
        raise Refusal(str(error)) from None


def chosen_project(problem: Problem, arguments: argparse.Namespace) -> Project:
    """The problem with the weights and the set that the arguments choose. Raises Refusal."""
    from desktop_app.files import options

    points = None
    if arguments.weights is not None:
        with refusing("--weights"):
            points = options.read_points(",".join(arguments.weights))
    try:
        return options.choose(problem, preset=arguments.preset, points=points, perspective=arguments.set)
    except Fault as fault:
        option = {"no_such_set": "--set", "no_such_preset": "--preset"}.get(fault.kind, "--weights")
        with refusing(option):
            raise
