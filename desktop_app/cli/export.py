"""`parallel-paths export`: the ranking as a living Excel workbook."""

import argparse
from pathlib import Path

from desktop_app.cli import output
from desktop_app.cli.arguments import Parser, deck_path
from desktop_app.cli.choices import add_choices, chosen_project, load_deck
from desktop_app.cli.refusal import Refusal
from desktop_app.files.languages import _, language


def summary() -> str:
    return _("write the ranking as an Excel workbook")


def parser() -> Parser:
    made = Parser(
        "export",
        "[DECK] OUT.xlsx [--preset NAME] [--weights cost=40,…] [--set effort|effect|both]",
        _("Writes the ranking as an Excel workbook whose weights can be changed in Excel or LibreOffice."),
        [
            ("export ranking.xlsx", _("the deck that comes with the program")),
            ("export my-deck.yaml ranking.xlsx --set effect", _("a deck of your own, ranked by its effect")),
            ("export clasificacion.xlsx --lang es", _("in Spanish")),
        ],
    )
    made.options.add_argument("files", metavar="DECK OUT.xlsx", nargs="*", help=_("a deck, and the workbook"))
    add_choices(made)
    return made.finish()


def run(arguments: argparse.Namespace) -> int:
    if not arguments.files or len(arguments.files) > 2:
        parser().refuse(_("A deck, if any, and the workbook to write are needed"))
    *deck, out = arguments.files
    # A lone deck would otherwise be taken for the workbook and be overwritten.
    if Path(out).suffix.lower() != ".xlsx":
        parser().refuse(
            _("The name of the workbook must end in .xlsx, and {found} does not").format(found=out)
        )
    project = chosen_project(load_deck(deck_path(deck[0] if deck else None)), arguments)

    from desktop_app.files.workbook import WorkbookError, export

    try:
        path = export(project, Path(out), language=language())
    except WorkbookError as error:
        raise Refusal(str(error)) from None
    output.say(_("The workbook is in {file}.").format(file=path))
    return 0
