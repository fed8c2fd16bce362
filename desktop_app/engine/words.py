"""Results as plain claims: which claim, which numbers. The wording in each language stands with the other texts.

Every claim is exact; none is made where it could be false.
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.decision.problem import TIERS, Problem
from desktop_app.decision.project import Project
from desktop_app.engine.comparison import Gap
from desktop_app.engine.ranking import DECIMALS, Ranking
from desktop_app.engine.values import DISTRIBUTION, RANGE, UNKNOWN_KIND


@dataclass(frozen=True, slots=True)
class Sole:
    """There is one alternative only."""

    alternative: str


@dataclass(frozen=True, slots=True)
class Leads:
    """`leader` alone is first; `second` is the first of those behind it, by `gap` points (0–100)."""

    leader: str
    second: str
    gap: float


@dataclass(frozen=True, slots=True)
class LeadersTied:
    """These alternatives share the first rank; `others` are behind them."""

    alternatives: tuple[str, ...]
    others: int


@dataclass(frozen=True, slots=True)
class LeadCertain:
    """The sole leader stays first, alone or tied, whatever its and the others' open scores turn out to be."""

    leader: str


@dataclass(frozen=True, slots=True)
class LeadOpen:
    """Within the open scores, at the present weights, these others may come first too."""

    alternatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TiersAgree:
    """No alternative of a higher tier ranks before one of a lower."""


@dataclass(frozen=True, slots=True)
class TiersDisagree:
    """`ahead`, of a higher tier, ranks before `behind`, of a lower; `pairs` counts all such pairs."""

    ahead: str
    behind: str
    pairs: int


@dataclass(frozen=True, slots=True)
class ScoresOpen:
    """How many of the scores that count are no points."""

    unknowns: int
    ranges: int
    distributions: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """`ahead` has the higher score, by `gap` points (0–100)."""

    ahead: str
    behind: str
    gap: float


@dataclass(frozen=True, slots=True)
class SameScore:
    """Two alternatives have the same score; `alike` where they are equal on every criterion that counts."""

    one: str
    other: str
    alike: bool


@dataclass(frozen=True, slots=True)
class GainsOn:
    """On these criteria, the most important first, `alternative` wins points against the other.

    `all_of_them` where it wins points on no other criterion.
    """

    alternative: str
    criteria: tuple[str, ...]
    all_of_them: bool


@dataclass(frozen=True, slots=True)
class NothingAgainst:
    """`behind` wins points on no criterion that counts."""

    ahead: str
    behind: str


Claim = (
    Ahead
    | SameScore
    | GainsOn
    | NothingAgainst
    | Sole
    | Leads
    | LeadersTied
    | LeadCertain
    | LeadOpen
    | TiersAgree
    | TiersDisagree
    | ScoresOpen
)


def claims(project: Project, ranking: Ranking) -> tuple[Claim, ...]:
    """What can be said of a ranking, the most important first."""
    said: list[Claim] = [_lead(ranking)]
    open_scores = scores_open(ranking)
    if open_scores is not None and len(ranking.rank) > 1:
        said.extend(_certainty(ranking))
    if project.perspective == "effort":
        said.extend(_tiers(project.problem, ranking))
    if open_scores is not None:
        said.append(open_scores)
    return tuple(said)


_MOST_GAINS = 3


def comparison_claims(gap: Gap) -> tuple[Claim, ...]:
    """What can be said of two alternatives, side by side."""
    parts = np.round(gap.parts, DECIMALS)
    if gap.tied:
        said: list[Claim] = [SameScore(gap.ahead, gap.behind, not parts.any())]
    else:
        said = [Ahead(gap.ahead, gap.behind, round(gap.total, DECIMALS))]
    for alternative, sign in ((gap.ahead, 1), (gap.behind, -1)):
        gains = [gap.criteria[at] for at in gap.largest() if parts[at] * sign > 0]
        if gains:
            said.append(GainsOn(alternative, tuple(gains[:_MOST_GAINS]), len(gains) <= _MOST_GAINS))
        elif sign < 0 and not gap.tied:
            said.append(NothingAgainst(gap.ahead, gap.behind))
    return tuple(said)


def _lead(ranking: Ranking) -> Claim:
    names, order = ranking.table.alternatives, ranking.order
    if len(names) == 1:
        return Sole(names[0])
    first = [names[at] for at in order[: int((ranking.rank == 1).sum())]]
    if len(first) > 1:
        return LeadersTied(tuple(first), len(names) - len(first))
    gap = float(np.round(ranking.score[order[0]] - ranking.score[order[1]], DECIMALS))
    return Leads(names[order[0]], names[order[1]], gap)


def _certainty(ranking: Ranking) -> list[Claim]:
    names, leaders = ranking.table.alternatives, np.flatnonzero(ranking.rank == 1)
    if len(leaders) > 1:
        return []
    leader = leaders[0]
    if ranking.rank_worst[leader] == 1:
        return [LeadCertain(names[leader])]
    # Never empty: nobody's low score exceeds the highest of the others' high ones, once that exceeds the leader's.
    rivals = ranking.order[(ranking.rank_best == 1)[ranking.order]]
    return [LeadOpen(tuple(names[at] for at in rivals if at != leader))]


def _tiers(problem: Problem, ranking: Ranking) -> list[Claim]:
    tiers = np.array(problem.tier_levels)
    tiered = np.flatnonzero(tiers >= 0)
    if len(set(tiers[tiered].tolist())) < 2:
        return []
    rank, level = ranking.rank[tiered], tiers[tiered]
    # For each alternative: those of a lower tier that rank behind it.
    wrong = 0
    worst: tuple[int, int] | None = None
    for higher in range(1, len(TIERS)):
        behind = np.flatnonzero(level < higher)
        ranks_behind = np.sort(rank[behind])
        ahead = np.flatnonzero(level == higher)
        counts = len(ranks_behind) - np.searchsorted(ranks_behind, rank[ahead], side="right")
        wrong += int(counts.sum())
        if worst is None and counts.any():
            a = ahead[np.argmax(counts > 0)]
            b = behind[np.argmax(rank[behind] > rank[a])]
            worst = (int(tiered[a]), int(tiered[b]))
    if worst is None:
        return [TiersAgree()]
    names = ranking.table.alternatives
    return [TiersDisagree(names[worst[0]], names[worst[1]], wrong)]


def scores_open(ranking: Ranking) -> ScoresOpen | None:
    """Counts the scores that are no points; None where all are."""
    kinds = np.bincount(ranking.table.kind.ravel(), minlength=4)
    if not kinds[1:].any():
        return None
    return ScoresOpen(int(kinds[UNKNOWN_KIND]), int(kinds[RANGE]), int(kinds[DISTRIBUTION]))
