"""Claims about a ranking: each is true over random problems, by brute force."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop_app.decision.performances import (
    UNKNOWN,
    AtLevel,
    LevelRange,
    Number,
    NumberRange,
    Performance,
    Triangular,
)
from desktop_app.decision.problem import TIERS, Alternative, Cell, Criterion, Group, Problem
from desktop_app.decision.project import Project, start
from desktop_app.decision.scales import Level, NumericScale, Scale, VerbalScale
from desktop_app.decision.texts import Text
from desktop_app.engine.ranking import Ranking, rank, rerank
from desktop_app.engine.words import (
    Claim,
    LeadCertain,
    LeadersTied,
    LeadOpen,
    Leads,
    ScoresOpen,
    Sole,
    TiersAgree,
    TiersDisagree,
    claims,
    scores_open,
)
from tests.strategies import projects

FIVE = VerbalScale(tuple(Level(number, Text.plain(str(number))) for number in range(1, 6)))


def project_of(
    *rows: tuple[str | None, Performance], set_of: str | None = "effort", scale: Scale = FIVE
) -> Project:
    """Alternatives A, B, … with a tier and their performance on the one criterion."""
    alternatives = tuple(
        Alternative("ABCDEF"[at], Text.plain(f"Option {at}"), tier=tier)  # type: ignore[arg-type]
        for at, (tier, _) in enumerate(rows)
    )
    criterion = Criterion("c", Text.plain("C"), "more_is_better", scale, "g")
    groups = (Group("g", Text.plain("G"), set=set_of),)
    cells = tuple((Cell(performance),) for _, performance in rows)
    return start(Problem("p", Text.plain("P"), alternatives, (criterion,), cells, groups))


def said(project: Project) -> tuple[Claim, ...]:
    return claims(project, rank(project))


def at(level: int) -> Performance:
    return AtLevel(level)


# By hand


def test_one_alternative_has_nothing_to_be_ranked_against() -> None:
    assert said(project_of((None, at(3)))) == (Sole("A"),)
    assert said(project_of((None, UNKNOWN))) == (Sole("A"), ScoresOpen(1, 0, 0))


def test_a_leader_its_second_and_the_gap() -> None:
    assert said(project_of((None, at(2)), (None, at(5)), (None, at(4)))) == (Leads("B", "C", 25.0),)


def test_the_second_is_the_first_of_those_tied_behind() -> None:
    assert said(project_of((None, at(4)), (None, at(4)), (None, at(5)))) == (Leads("C", "A", 25.0),)


def test_leaders_that_are_tied() -> None:
    assert said(project_of((None, at(4)), (None, at(2)), (None, at(4)))) == (LeadersTied(("A", "C"), 1),)
    assert said(project_of((None, at(4)), (None, at(4)))) == (LeadersTied(("A", "B"), 0),)


def test_of_tied_leaders_nothing_is_said_about_certainty() -> None:
    tied = project_of((None, LevelRange(3, 5)), (None, at(4)))
    assert said(tied) == (LeadersTied(("A", "B"), 0), ScoresOpen(0, 1, 0))


def test_a_lead_that_is_certain_within_the_open_scores() -> None:
    certain = project_of((None, LevelRange(4, 5)), (None, LevelRange(2, 3)))
    assert said(certain) == (Leads("A", "B", 50.0), LeadCertain("A"), ScoresOpen(0, 2, 0))
    touching = project_of((None, LevelRange(3, 5)), (None, LevelRange(2, 3)))
    assert LeadCertain("A") in said(touching)


def test_a_lead_that_is_open_names_all_who_could_come_first() -> None:
    project = project_of((None, LevelRange(3, 5)), (None, at(1)), (None, LevelRange(3, 4)), (None, at(3)))
    assert said(project) == (
        Leads("A", "C", 12.5),
        LeadOpen(("C", "D")),
        ScoresOpen(0, 2, 0),
    )


def test_a_distribution_is_open_over_its_whole_support() -> None:
    scale = NumericScale(0.0, 100.0)
    project = project_of((None, Number(60.0)), (None, Triangular(0.0, 10.0, 61.0)), scale=scale)
    assert LeadOpen(("B",)) in said(project)
    assert said(project)[-1] == ScoresOpen(0, 0, 1)


def test_kinds_of_open_scores_are_counted() -> None:
    scale = NumericScale(0.0, 100.0)
    rows = (UNKNOWN, UNKNOWN, UNKNOWN, NumberRange(0.0, 1.0), NumberRange(1.0, 2.0), Triangular(0, 1, 2))
    project = project_of(*((None, row) for row in rows), scale=scale)
    assert scores_open(rank(project)) == ScoresOpen(3, 2, 1)
    assert scores_open(rank(project_of((None, at(1)), (None, at(2))))) is None


def test_tiers_that_agree() -> None:
    assert TiersAgree() in said(project_of(("low", at(5)), ("medium", at(4)), ("high", at(3))))
    assert TiersAgree() in said(project_of(("low", at(4)), ("high", at(4))))
    assert TiersAgree() in said(project_of(("high", at(3)), (None, at(5)), ("low", at(4))))


def test_tiers_that_disagree_name_a_pair_and_count_all() -> None:
    swapped = project_of(("high", at(5)), ("low", at(4)))
    assert said(swapped) == (Leads("A", "B", 25.0), TiersDisagree("A", "B", 1))
    # Before a low one (C) come a medium (B) and a high one (A), and the high before the medium one.
    upside_down = project_of(("high", at(5)), ("medium", at(4)), ("low", at(3)))
    assert said(upside_down)[1] == TiersDisagree("B", "C", 3)


def test_untiered_alternatives_are_left_out_of_the_pair() -> None:
    project = project_of((None, at(5)), ("low", at(2)), ("low", at(4)), ("high", at(3)))
    assert said(project)[1] == TiersDisagree("D", "B", 1)


def test_the_pair_named_is_one_that_disagrees() -> None:
    # The first of the high ones is behind all; the first of the low ones ties with the second high one.
    project = project_of(("high", at(1)), ("high", at(4)), ("low", at(4)), ("low", at(3)), ("low", at(5)))
    assert TiersDisagree("B", "D", 1) in said(project)


def test_no_word_on_tiers_without_two_of_them() -> None:
    for rows in ([(None, at(5)), (None, at(4))], [("low", at(5)), ("low", at(4)), (None, at(3))]):
        assert said(project_of(*rows)) == (Leads("A", "B", 25.0),)


def test_tiers_are_about_effort_alone() -> None:
    for set_of in ("effect", None):
        project = project_of(("high", at(5)), ("low", at(4)), set_of=set_of)
        assert said(project) == (Leads("A", "B", 25.0),)


# By brute force


def drawn_ranks(ranking: Ranking, points: np.ndarray, part: np.ndarray) -> list[int]:
    """Ranks where every open score turns out `part` of the way from its least to its most."""
    table = ranking.table
    ranks: list[int] = rerank(points, table.least + part * (table.most - table.least))[3].tolist()
    return ranks


@given(projects(), st.data())
def test_every_claim_is_true(project: Project, data: st.DataObject) -> None:
    ranking = rank(project)
    names = list(ranking.table.alternatives)
    score = dict(zip(names, np.round(ranking.score, 9).tolist(), strict=True))
    best = max(score.values())
    points = np.array([project.weights.points[criterion] for criterion in ranking.table.criteria])
    made = claims(project, ranking)
    open_cells = [
        cell.performance
        for row in project.problem.cells
        for cell, criterion in zip(row, project.problem.criteria, strict=True)
        if criterion.id in project.counted and not isinstance(cell.performance, AtLevel | Number)
    ]
    kinds = [type(claim) for claim in made]
    assert kinds[0] in (Sole, Leads, LeadersTied)
    assert len(set(kinds)) == len(kinds)
    assert (ScoresOpen in kinds) == bool(open_cells)
    tiers = {one.id: one.tier for one in project.problem.alternatives}
    for claim in made:
        match claim:
            case Sole(alternative):
                assert names == [alternative]
            case Leads(leader, second, gap):
                assert [name for name in names if score[name] == best] == [leader]
                behind = max(value for name, value in score.items() if name != leader)
                assert score[second] == behind
                assert 0 < gap == round(gap, 9)
                assert abs(gap - (best - behind)) < 2e-9
            case LeadersTied(alternatives, others):
                assert list(alternatives) == [name for name in names if score[name] == best]
                assert len(alternatives) > 1 and others == len(names) - len(alternatives)
            case LeadCertain(leader):
                part = data.draw(arrays(np.float64, ranking.table.counts.shape, elements=st.floats(0, 1)))
                assert drawn_ranks(ranking, points, part)[names.index(leader)] == 1
                worst = np.ones(ranking.table.counts.shape)
                worst[names.index(leader)] = 0
                assert drawn_ranks(ranking, points, worst)[names.index(leader)] == 1
            case LeadOpen(alternatives):
                could = []
                for row, name in enumerate(names):
                    favour = np.zeros(ranking.table.counts.shape)
                    favour[row] = 1
                    if score[name] != best and drawn_ranks(ranking, points, favour)[row] == 1:
                        could.append(name)
                assert set(alternatives) == set(could) and alternatives
            case TiersAgree() | TiersDisagree():
                assert project.perspective == "effort"
                level = {name: TIERS.index(tier) for name, tier in tiers.items() if tier}
                wrong = [(a, b) for a in level for b in level if level[a] > level[b] and score[a] > score[b]]
                if isinstance(claim, TiersAgree):
                    assert not wrong
                else:
                    assert (claim.ahead, claim.behind) in wrong and claim.pairs == len(wrong)
            case ScoresOpen(unknowns, ranges, distributions):
                assert unknowns == open_cells.count(UNKNOWN)
                assert unknowns + ranges + distributions == len(open_cells)


@given(projects(most_alternatives=4))
def test_certainty_is_spoken_of_where_one_leads_and_something_is_open(project: Project) -> None:
    made = claims(project, rank(project))
    kinds = {type(claim) for claim in made}
    speaks = bool(kinds & {LeadCertain, LeadOpen})
    assert speaks == ({Leads, ScoresOpen} <= kinds)


def test_an_alternative_without_a_tier_does_not_stand_for_another() -> None:
    project = project_of(("high", at(5)), (None, at(4)), ("low", at(5)))
    assert TiersAgree() in said(replace(project))
