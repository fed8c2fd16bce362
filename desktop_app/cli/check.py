"""`parallel-paths check`: whether a deck can be taken, and what is in it."""

import argparse
from collections import Counter
from pathlib import Path

from desktop_app.cli import output
from desktop_app.cli.arguments import Parser
from desktop_app.cli.choices import load_deck
from desktop_app.decision.performances import LevelRange, Normal, NumberRange, Triangular, Unknown
from desktop_app.decision.problem import Problem
from desktop_app.files.languages import _, language, listed, ngettext


def summary() -> str:
    return _("check a deck and say what is in it")


def parser() -> Parser:
    made = Parser(
        "check",
        "DECK",
        _("Checks a deck: says what is in it, or in one sentence what is wrong and where."),
        [("check my-deck.yaml", _("exit code 0 when it is good, 2 when it is not"))],
    )
    made.options.add_argument("deck", metavar="DECK", nargs="*", help=_("a deck, a YAML file"))
    return made.finish()


def run(arguments: argparse.Namespace) -> int:
    if len(arguments.deck) != 1:
        parser().refuse(_("One deck to check is needed"))
    path = Path(arguments.deck[0])
    problem = load_deck(path)
    output.say(
        _("{file} is a good deck: {title}").format(file=path.name, title=problem.title.say(language()))
    )
    for line in contents(problem):
        output.say(f"  {line}")
    return 0


def contents(problem: Problem) -> list[str]:
    """What is in a deck, a line for each kind of thing."""
    lines = [
        _counted_alternatives(problem),
        *_counted_criteria(problem),
        _counted_scores(problem),
    ]
    if problem.presets:
        names = ", ".join(preset.id for preset in problem.presets)
        lines.append(_("presets: {names}").format(names=names))
    if problem.condition:
        title = problem.condition.title.say(language())
        lines.append(_("condition, shown and never ranked: {title}").format(title=title))
    return lines


def _counted_alternatives(problem: Problem) -> str:
    count = len(problem.alternatives)
    return ngettext("{count} recommendation", "{count} recommendations", count).format(count=count)


def _counted_criteria(problem: Problem) -> list[str]:
    lines = []
    for name in problem.sets or (None,):
        count = len(problem.counted(name))
        if name is None:
            lines.append(ngettext("{count} criterion", "{count} criteria", count).format(count=count))
        else:
            lines.append(
                ngettext(
                    "{count} criterion in the set {set}", "{count} criteria in the set {set}", count
                ).format(count=count, set=name)
            )
    return lines


def _counted_scores(problem: Problem) -> str:
    cells = [cell for row in problem.cells for cell in row]
    kinds = Counter(type(cell.performance) for cell in cells)
    parts = []
    if ranges := kinds[LevelRange] + kinds[NumberRange]:
        parts.append(ngettext("{count} range", "{count} ranges", ranges).format(count=ranges))
    if distributions := kinds[Triangular] + kinds[Normal]:
        parts.append(
            ngettext("{count} distribution", "{count} distributions", distributions).format(
                count=distributions
            )
        )
    if unknowns := kinds[Unknown]:
        parts.append(ngettext("{count} unknown", "{count} unknown", unknowns).format(count=unknowns))
    reasoned = sum(bool(cell.evidence.why) for cell in cells)
    parts.append(
        ngettext("{count} with a rationale", "{count} with a rationale", reasoned).format(count=reasoned)
    )
    total = ngettext("{count} score", "{count} scores", len(cells)).format(count=len(cells))
    return f"{total}: {listed(parts)}"
