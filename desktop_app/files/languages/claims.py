"""Claims in words, in the language in use. Numbers are rounded so that each sentence stays true."""

import html as _html
import math
from collections.abc import Sequence

from desktop_app.decision.project import Project
from desktop_app.engine.words import (
    Ahead,
    Claim,
    GainsOn,
    LeadCertain,
    LeadersTied,
    LeadOpen,
    Leads,
    NothingAgainst,
    SameScore,
    ScoresOpen,
    Sole,
    TiersAgree,
    TiersDisagree,
)
from desktop_app.files.languages import _, language, listed, ngettext

_BOLD, _END = "\x02", "\x03"
_MOST_NAMED = 3


def plain(sentence: str) -> str:
    """A sentence without emphasis."""
    return sentence.replace(_BOLD, "").replace(_END, "")


def rich(sentence: str) -> str:
    """A sentence as HTML, what matters in bold."""
    return _html.escape(sentence, quote=False).replace(_BOLD, "<b>").replace(_END, "</b>")


def strong(text: str) -> str:
    """Emphasis for `plain` and `rich`."""
    return f"{_BOLD}{' '.join(plain(text).split())}{_END}"


def at_least(number: float, decimals: int = 1) -> str:
    """A number rounded down, for what is at least that much."""
    factor = 10**decimals
    return f"{math.floor(round(number, 9) * factor + 1e-9) / factor:.{decimals}f}"


def word(claim: Claim, project: Project) -> str:
    """One claim as a sentence, with the marks of `strong`."""

    def title(alternative: str) -> str:
        return strong(project.problem.alternative(alternative).title.say(language()))

    def titles(alternatives: Sequence[str]) -> str:
        named = [title(one) for one in alternatives[:_MOST_NAMED]]
        more = len(alternatives) - len(named)
        if more:
            named.append(ngettext("{count} other", "{count} others", more).format(count=more))
        return listed(named)

    def criterion(name: str) -> str:
        return strong(project.problem.criterion(name).title.say(language()))

    match claim:
        case Sole(alternative):
            return _("{title} is the only recommendation; there is nothing to rank it against.").format(
                title=title(alternative)
            )
        case Ahead(ahead, behind, gap):
            return _("{ahead} is ahead of {behind} by {gap}.").format(
                ahead=title(ahead), behind=title(behind), gap=_distance(gap)
            )
        case SameScore(one, other, alike):
            same = (
                _("{one} and {other} are equal on every criterion that counts.")
                if alike
                else _("{one} and {other} have the same score.")
            )
            return same.format(one=title(one), other=title(other))
        case GainsOn(alternative, criteria, all_of_them):
            named = listed([criterion(one) for one in criteria])
            gains = (
                _("{title} wins points on {criteria} alone.")
                if all_of_them
                else _("{title} wins most on {criteria}.")
            )
            return gains.format(title=title(alternative), criteria=named)
        case NothingAgainst(ahead, behind):
            return _("{behind} wins points against {ahead} on no criterion that counts.").format(
                ahead=title(ahead), behind=title(behind)
            )
        case Leads(leader, second, gap):
            distance = _distance(gap)
            return _lead_sentence(project.perspective).format(
                leader=title(leader), second=title(second), gap=distance
            )
        case LeadersTied(alternatives, others):
            if not others:
                return _("All {count} recommendations are tied.").format(count=strong(str(len(alternatives))))
            return _("{titles} share the first place.").format(titles=titles(alternatives))
        case LeadCertain(leader):
            return _("{title} stays first whatever the open scores turn out to be.").format(
                title=title(leader)
            )
        case LeadOpen(alternatives):
            return _("Within the open scores {titles} could come first too.").format(
                titles=titles(alternatives)
            )
        case TiersAgree():
            return _("The order agrees with the source's effort tiers.")
        case TiersDisagree(ahead, behind, pairs):
            if pairs == 1:
                return _("Against the source's effort tiers, {ahead} comes before {behind}.").format(
                    ahead=title(ahead), behind=title(behind)
                )
            return _(
                "In {count} pairs the order goes against the source's effort tiers; {ahead} comes before {behind}."
            ).format(count=strong(str(pairs)), ahead=title(ahead), behind=title(behind))
        case ScoresOpen(unknowns, ranges, distributions):
            parts = []
            if unknowns:
                parts.append(
                    ngettext("{count} score is unknown", "{count} scores are unknown", unknowns).format(
                        count=unknowns
                    )
                )
            if ranges:
                parts.append(
                    ngettext("{count} is a range", "{count} are ranges", ranges).format(count=ranges)
                )
            if distributions:
                parts.append(
                    ngettext("{count} is a distribution", "{count} are distributions", distributions).format(
                        count=distributions
                    )
                )
            return _("Of the scores that count, {parts}.").format(parts=listed(parts))


def _distance(gap: float) -> str:
    if gap >= 0.1:
        return _("at least {gap} points").format(gap=strong(at_least(gap)))
    return _("less than 0.1 points")


def _lead_sentence(perspective: str | None) -> str:
    match perspective:
        case "effort":
            return _("{leader} needs the least effort, ahead of {second} by {gap}.")
        case "effect":
            return _("{leader} promises the strongest effect, ahead of {second} by {gap}.")
        case "both":
            return _("{leader} promises the most effect for the least effort, ahead of {second} by {gap}.")
    return _("{leader} comes first, ahead of {second} by {gap}.")
