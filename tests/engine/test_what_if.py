"""What if a score is wrong? Each claim is true: the score is changed in the deck and the deck ranked again."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.decision.performances import AtLevel, LevelRange, Number, NumberRange, Performance
from desktop_app.decision.problem import Alternative, Cell, Criterion, Problem
from desktop_app.decision.project import Project, start
from desktop_app.decision.scales import Direction, Level, NumericScale, Scale, VerbalScale
from desktop_app.decision.texts import Text
from desktop_app.engine.ranking import Ranking, rank
from desktop_app.engine.values import valuer
from desktop_app.engine.what_if import (
    CountsAs,
    LeaderStays,
    LeaderWouldBe,
    NothingChanges,
    NothingToPass,
    NoWeight,
    RankStays,
    RankWouldBe,
    said_decimals,
    what_if,
)
from desktop_app.files.languages.claims import plain
from desktop_app.files.languages.what_if import word_what_if
from tests.strategies import projects

FIVE = VerbalScale(tuple(Level(number, Text.plain(f"text {number}")) for number in range(1, 6)))


def with_score(project: Project, alternative: str, criterion: str, at: float) -> Ranking:
    """The ranking once this score is a level or number."""
    problem = project.problem
    verbal = isinstance(problem.criterion(criterion).scale, VerbalScale)
    performance: Performance = AtLevel(int(at)) if verbal else Number(at)
    cells = tuple(
        tuple(
            Cell(performance) if (one.id, other.id) == (alternative, criterion) else cell
            for other, cell in zip(problem.criteria, row, strict=True)
        )
        for one, row in zip(problem.alternatives, problem.cells, strict=True)
    )
    return rank(replace(project, problem=replace(problem, cells=cells)))


def leaders(ranking: Ranking) -> set[str]:
    return {ranking.table.alternatives[at] for at in np.flatnonzero(ranking.rank == 1)}


def other_scores(criterion: Criterion, present: float) -> dict[str, list[float]]:
    """Levels, or numbers in the steps that are said, on either side of a value, from there outwards."""
    scale, value = criterion.scale, valuer(criterion)
    if isinstance(scale, VerbalScale):
        scores = [(value(AtLevel(level)).counts, float(level)) for level in scale.numbers]
    else:
        unit = 10.0 ** -said_decimals(scale)
        steps = np.arange(np.ceil(scale.low / unit), np.floor(scale.high / unit) + 1)
        numbers = {round(float(step) * unit, said_decimals(scale)) for step in steps} | {
            scale.low,
            scale.high,
        }
        scores = [(value(Number(one)).counts, one) for one in numbers if scale.low <= one <= scale.high]
    # What floats alone keep apart from the present value is no other score.
    near = 1e-9
    return {
        "better": [score for at, score in sorted(scores) if at > present + near],
        "worse": [score for at, score in sorted(scores, reverse=True) if at < present - near],
    }


@given(projects(most_alternatives=4, most_criteria=3), st.data())
def test_every_claim_is_true_when_the_deck_is_ranked_again(project: Project, data: st.DataObject) -> None:
    ranking = rank(project)
    row = data.draw(st.integers(0, len(ranking.rank) - 1))
    column = data.draw(st.integers(0, len(ranking.shares) - 1))
    alternative, name = ranking.table.alternatives[row], ranking.table.criteria[column]
    criterion = project.problem.criterion(name)
    claims = what_if(ranking, project.problem, alternative, name)
    assert all(word_what_if(claim, project.problem, alternative, criterion) for claim in claims)
    if len(ranking.rank) == 1:
        assert claims == (NothingToPass(),)
        return
    others = other_scores(criterion, float(ranking.table.counts[row, column]))
    rank_now, leaders_now = int(ranking.rank[row]), leaders(ranking)

    def after(at: float) -> Ranking:
        return with_score(project, alternative, name, at)

    def same_rank(at: float) -> bool:
        return int(after(at).rank[row]) == rank_now

    def still_lead(at: float) -> bool:
        return leaders_now <= leaders(after(at))

    def before(side: str, at: float) -> float | None:
        assert at in others[side]
        place = others[side].index(at)
        return others[side][place - 1] if place else None

    moved = {claim.side for claim in claims if isinstance(claim, RankWouldBe)}
    for claim in claims:
        match claim:
            case RankWouldBe(side, at, new_rank, passed, level_with, new_leaders):
                there, previous = after(at), before(side, at)
                assert int(there.rank[row]) == new_rank != rank_now
                assert (new_rank < rank_now) == (side == "better")
                assert previous is None or same_rank(previous)
                same = {there.table.alternatives[one] for one in np.flatnonzero(there.rank == new_rank)}
                assert set(level_with) == same - {alternative}
                for other in passed:
                    theirs = there.table.alternatives.index(other)
                    assert (there.rank[theirs] > new_rank) == (side == "better")
                assert (new_leaders is None) == still_lead(at)
                assert new_leaders is None or set(new_leaders) == leaders(there)
            case LeaderWouldBe(side, at, new_leaders):
                previous = before(side, at)
                assert set(new_leaders) == leaders(after(at)) and not still_lead(at)
                assert previous is None or still_lead(previous)
            case RankStays(side):
                for one in ("better", "worse") if side is None else (side,):
                    assert one not in moved
                    assert all(same_rank(at) for at in others[one][-1:])
            case LeaderStays():
                assert all(still_lead(at) for ends in others.values() for at in ends[-1:])
            case NothingChanges() | NoWeight():
                ends = [at for side in others.values() for at in side[-1:]]
                assert all(same_rank(at) and still_lead(at) for at in ends)


# By hand


def project_of(
    *scores: Performance,
    scale: Scale = FIVE,
    direction: Direction = "more_is_better",
    points: tuple[float, float] = (100.0, 0.0),
) -> Project:
    """Alternatives A, B, … that differ on the first criterion alone."""
    alternatives = tuple(
        Alternative("ABCD"[at], Text.plain(f"Option {'ABCD'[at]}")) for at in range(len(scores))
    )
    criteria = (
        Criterion("c", Text.plain("C"), direction, scale),
        Criterion("rest", Text.plain("Rest"), direction, FIVE),
    )
    cells = tuple((Cell(score), Cell(AtLevel(3))) for score in scores)
    project = start(Problem("p", Text.plain("P"), alternatives, criteria, cells))
    return project.with_weights(
        replace(project.weights, points=dict(zip(("c", "rest"), points, strict=True)))
    )


def sentences(project: Project, alternative: str, criterion: str = "c") -> list[str]:
    problem = project.problem
    return [
        plain(word_what_if(claim, problem, alternative, problem.criterion(criterion)))
        for claim in what_if(rank(project), problem, alternative, criterion)
    ]


def test_the_first_level_on_either_side_that_changes_the_rank_and_the_first_that_changes_the_leader() -> None:
    project = project_of(AtLevel(4), AtLevel(3), AtLevel(2))
    assert what_if(rank(project), project.problem, "B", "c") == (
        RankWouldBe("better", 4, 1, (), ("A",), None),
        LeaderWouldBe("better", 5, ("B",)),
        RankWouldBe("worse", 1, 3, ("C",), (), None),
    )
    assert sentences(project, "B") == [
        "At level 4 it would rise to rank 1=, level with Option A.",
        "At level 5 it would lead alone.",
        "At level 1 it would fall to rank 3, behind Option C.",
    ]


def test_a_leader_that_falls_names_who_leads_then() -> None:
    assert sentences(project_of(AtLevel(4), AtLevel(3), AtLevel(3)), "A") == [
        "At level 2 it would fall to rank 3, behind Option B and Option C. "
        "Then Option B and Option C would share the lead.",
        "No better level would change its rank.",
    ]


def test_tied_leaders_part_at_the_next_level() -> None:
    assert sentences(project_of(AtLevel(4), AtLevel(4)), "A") == [
        "At level 5 it would lead alone.",
        "At level 3 it would fall to rank 2, behind Option B. Then Option B would lead.",
        "No better level would change its rank.",
    ]


def test_a_range_is_judged_from_the_value_that_counts() -> None:
    project = project_of(LevelRange(2, 5), AtLevel(4))
    # It counts with 62.5: level 3 is below that, level 4 above.
    assert sentences(project, "A") == [
        "A range counts with its middle.",
        "At level 4 it would rise to rank 1=, level with Option B.",
        "At level 5 it would lead alone.",
        "No worse level would change its rank.",
    ]
    assert CountsAs("range") in what_if(rank(project), project.problem, "A", "c")


def test_where_no_level_changes_anything_one_sentence_says_so() -> None:
    project = project_of(AtLevel(5), AtLevel(1), points=(1.0, 99.0))
    assert sentences(project, "B", "c") == [
        "At level 5 it would rise to rank 1=, level with Option A.",
        "No level would change who leads.",
    ]
    assert sentences(project_of(AtLevel(5), AtLevel(1), points=(0.0, 1.0)), "B") == [
        "This criterion has no weight now, so that no score on it changes anything."
    ]
    assert sentences(project_of(AtLevel(5)), "A") == ["There is no other recommendation that it could pass."]
    far = project_of(AtLevel(5), AtLevel(1), points=(99.0, 1.0))
    assert sentences(far, "B", "rest") == ["No other level would change its rank or who leads."]


def test_a_number_is_said_in_its_unit_and_rounded_so_that_it_does_what_is_said() -> None:
    scale = NumericScale(0.0, 100.0, Text.plain("km"))
    project = project_of(Number(60.04), NumberRange(20.0, 60.0), scale=scale, direction="less_is_better")
    assert sentences(project, "A") == [
        "At 40 km it would rise to rank 1=, level with Option B.",
        "At 39.9 km it would lead alone.",
        "No worse number would change its rank.",
    ]
    assert sentences(project, "B") == [
        "A range counts with its middle.",
        "At 60.1 km it would fall to rank 2, behind Option A. Then Option A would lead.",
        "No better number would change its rank.",
    ]


def test_the_end_of_a_scale_is_said_where_no_rounded_number_lies_between() -> None:
    scale = NumericScale(0.0, 100.04)
    project = project_of(Number(100.02), Number(100.03), scale=scale)
    assert sentences(project, "A")[0] == "At 100.04 it would rise to rank 1, past Option B."


@pytest.mark.parametrize(
    ("width", "decimals"), [(1, 2), (10, 1), (100, 1), (999, 1), (5_000_000, -3), (0.02, 4)]
)
def test_numbers_are_told_as_precisely_as_the_scale_is_wide(width: float, decimals: int) -> None:
    assert said_decimals(NumericScale(0.0, width)) == decimals
