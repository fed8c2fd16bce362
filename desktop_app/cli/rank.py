"""`parallel-paths rank`: the ranking as a table, as JSON or as CSV."""

import argparse

from desktop_app.cli import output
from desktop_app.cli.arguments import Parser, deck_path
from desktop_app.cli.choices import add_choices, chosen_project, load_deck
from desktop_app.decision.project import Project
from desktop_app.files.languages import _


def summary() -> str:
    return _("print the ranking")


def parser() -> Parser:
    made = Parser(
        "rank",
        "[DECK] [--preset NAME] [--weights cost=40,…] [--set effort|effect|both] [--json | --csv]",
        _("Prints the ranking of a deck, by default of the one that comes with the program."),
        [
            ("rank", _("the deck that comes with the program, with its first preset")),
            ("rank my-deck.yaml --preset donor", _("a deck of your own, from a point of view that it names")),
            (
                "rank --weights cost=40,ownership=10",
                _("two criteria with other points, the others as before"),
            ),
            ("rank --set both --json", _("effort and effect in one sum, for another program")),
        ],
    )
    made.options.add_argument("deck", metavar="DECK", nargs="*", help=_("a deck, a YAML file"))
    add_choices(made)
    made.options.add_argument("--json", action="store_true", help=_("as JSON, in full precision"))
    made.options.add_argument("--csv", action="store_true", help=_("as CSV, a row per recommendation"))
    return made.finish()


def run(arguments: argparse.Namespace) -> int:
    if arguments.json and arguments.csv:
        parser().refuse(_("--json and --csv do not go together"))
    if len(arguments.deck) > 1:
        parser().refuse(_("One deck can be ranked at a time"))
    problem = load_deck(deck_path(arguments.deck[0] if arguments.deck else None))
    project = chosen_project(problem, arguments)
    if arguments.json or arguments.csv:
        _write_data(project, arguments.json)
    else:
        show(project)
    return 0


def _write_data(project: Project, as_json: bool) -> None:
    from desktop_app.engine.ranking import rank
    from desktop_app.files import results

    ranking = rank(project)
    if as_json:
        import json

        data = results.as_data(project, ranking)
        output.write_data(json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n")
    else:
        output.write_data(results.as_csv(project, ranking))


def show(project: Project) -> None:
    """Prints a project's ranking for people."""
    from desktop_app.cli.ranking_table import print_ranking
    from desktop_app.engine.ranking import rank

    print_ranking(project, rank(project))
