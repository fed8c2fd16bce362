"""What if a score is wrong? The claims in words, in the language in use."""

from collections.abc import Sequence

from desktop_app.decision.performances import number_text
from desktop_app.decision.problem import Criterion, Problem
from desktop_app.decision.scales import VerbalScale
from desktop_app.engine.what_if import (
    CountsAs,
    LeaderStays,
    LeaderWouldBe,
    NothingChanges,
    NothingToPass,
    NoWeight,
    RankStays,
    RankWouldBe,
    Side,
    WhatIf,
)
from desktop_app.files.languages import _, language, listed, ngettext
from desktop_app.files.languages.claims import strong
from desktop_app.files.languages.numbers import MINUS

_MOST_NAMED = 2


def word_what_if(claim: WhatIf, problem: Problem, alternative: str, criterion: Criterion) -> str:
    """One claim about the score of `alternative` on `criterion` as a sentence, with the marks of `strong`."""
    levels = isinstance(criterion.scale, VerbalScale)

    def titles(alternatives: Sequence[str]) -> str:
        named = [strong(problem.alternative(one).title.say(language())) for one in alternatives[:_MOST_NAMED]]
        more = len(alternatives) - len(named)
        if more:
            named.append(ngettext("{count} other", "{count} others", more).format(count=more))
        return listed(named)

    match claim:
        case NothingToPass():
            return _("There is no other recommendation that it could pass.")
        case NoWeight():
            return _("This criterion has no weight now, so that no score on it changes anything.")
        case CountsAs(kind):
            return {
                "range": _("A range counts with its middle."),
                "distribution": _("A distribution counts with its mean."),
                "unknown": _("What is unknown counts with the middle of the scale."),
            }[kind]
        case RankWouldBe(side, at, rank, passed, level_with, leaders):
            sentence = _moves(side, bool(passed), bool(level_with)).format(
                at=strong(_place(criterion, at)),
                rank=strong(f"{rank}=" if level_with else str(rank)),
                passed=titles(passed),
                level_with=titles(level_with),
            )
            if leaders is None or leaders == (alternative,):
                return sentence
            return f"{sentence} {_leads(leaders).format(leaders=titles(leaders))}"
        case LeaderWouldBe(_side, at, leaders):
            where = strong(_place(criterion, at))
            if leaders == (alternative,):
                return _("At {at} it would lead alone.").format(at=where)
            return _("At {at} the lead would go to {leaders}.").format(at=where, leaders=titles(leaders))
        case RankStays(side):
            return _rank_stays(side, levels)
        case LeaderStays():
            return _("No level would change who leads.") if levels else _("No number would change who leads.")
        case NothingChanges():
            return (
                _("No other level would change its rank or who leads.")
                if levels
                else _("No other number would change its rank or who leads.")
            )


def _place(criterion: Criterion, at: float) -> str:
    """A level or a number as people say it."""
    scale = criterion.scale
    if not isinstance(scale, VerbalScale):
        return f"{number_text(at).replace('-', MINUS)} {scale.unit.say(language())}".strip()
    level = scale.level(int(at))
    if level.name:
        return _("level {number} ({name})").format(number=level.number, name=level.name.say(language()))
    return _("level {number}").format(number=level.number)


def _moves(side: Side, passes: bool, joins: bool) -> str:
    if side == "better":
        if passes and joins:
            return _("At {at} it would rise to rank {rank}, past {passed} and level with {level_with}.")
        if passes:
            return _("At {at} it would rise to rank {rank}, past {passed}.")
        return _("At {at} it would rise to rank {rank}, level with {level_with}.")
    if joins:
        return _("At {at} it would fall to rank {rank}, behind {passed} and level with {level_with}.")
    return _("At {at} it would fall to rank {rank}, behind {passed}.")


def _leads(leaders: Sequence[str]) -> str:
    return ngettext("Then {leaders} would lead.", "Then {leaders} would share the lead.", len(leaders))


def _rank_stays(side: Side | None, levels: bool) -> str:
    match side:
        case "better":
            return (
                _("No better level would change its rank.")
                if levels
                else _("No better number would change its rank.")
            )
        case "worse":
            return (
                _("No worse level would change its rank.")
                if levels
                else _("No worse number would change its rank.")
            )
    return (
        _("No other level would change its rank.") if levels else _("No other number would change its rank.")
    )
