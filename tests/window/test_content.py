"""What the picture shows of a ranking: columns collapsed, hidden and reordered, rows sorted for a look."""

import numpy as np
import pytest
from hypothesis import given, settings

from desktop_app.decision.performances import UNKNOWN, AtLevel, LevelRange
from desktop_app.decision.project import Project, start
from desktop_app.engine.ranking import rank
from desktop_app.engine.values import POINT, RANGE, UNKNOWN_KIND
from desktop_app.window.picture.content import Arrangement, Content
from tests.document import decks
from tests.strategies import projects


def content(problem=None, **arranged: object) -> Content:
    project = start(problem or decks.small())
    return Content(project, rank(project), Arrangement(**arranged))


def keys(shown: Content) -> list[str]:
    return [column.key for column in shown.columns]


def names(shown: Content) -> list[str]:
    return [shown.ranking.table.alternatives[row] for row in shown.order]


def test_a_column_for_each_criterion_that_counts() -> None:
    shown = content()
    assert keys(shown) == ["alpha", "beta", "gamma", "delta"]
    assert shown.shares.tolist() == pytest.approx([0.4, 0.3, 0.2, 0.1])
    assert names(shown) == ["x", "z", "y"]


def test_a_collapsed_group_is_one_column_with_the_weight_of_all() -> None:
    shown = content(collapsed={"means"})
    assert keys(shown) == ["means", "gamma", "delta"]
    assert shown.columns[0].criteria == ("alpha", "beta")
    assert shown.shares.tolist() == pytest.approx([0.7, 0.2, 0.1])
    assert shown.title_of(shown.columns[0]) == "Means"
    assert shown.group_title("means") == "Means"


def test_a_collapsed_value_is_the_mean_by_shares_so_that_bars_still_add_up() -> None:
    problem = decks.table(
        2, 2, groups=1, points=[75, 25], performances=[AtLevel(5), AtLevel(1), AtLevel(2), AtLevel(4)]
    )
    shown = content(problem, collapsed={"g0"})
    assert shown.column_values(0).tolist() == pytest.approx([0.75, 0.375])
    assert (100 * shown.shares @ np.array([shown.column_values(0)])).tolist() == pytest.approx(
        shown.ranking.score.tolist()
    )


def test_a_collapsed_group_without_weight_counts_its_members_alike() -> None:
    problem = decks.table(1, 3, groups=1, points=[0, 0, 1], performances=[AtLevel(5), AtLevel(1), AtLevel(3)])
    project = start(problem)
    shown = Content(project, rank(project), Arrangement(collapsed={"g0"}, hidden=set()))
    assert np.isfinite(shown.column_values(0)).all()


def test_a_hidden_column_still_counts() -> None:
    shown = content(hidden={"gamma"})
    assert keys(shown) == ["alpha", "beta", "delta"]
    assert names(shown) == ["x", "z", "y"]
    assert shown.ranking.score.tolist() == pytest.approx([70, 30, 50])


def test_columns_stand_in_the_order_that_was_given_them() -> None:
    shown = content(order=["delta", "alpha", "no longer there"])
    assert keys(shown) == ["delta", "alpha", "beta", "gamma"]
    assert shown.shares.tolist() == pytest.approx([0.1, 0.4, 0.3, 0.2])
    assert shown.column_values(0).tolist() == [0, 1, 0.5]


def test_sorting_by_a_column_is_only_a_look() -> None:
    shown = content(sorted_by="gamma")
    assert names(shown) == ["y", "z", "x"]
    assert shown.rank_label(0) == "1"
    shown.arrangement.sorted_by = None
    shown.update(shown.project, shown.ranking)
    assert names(shown) == ["x", "z", "y"]


def test_sorting_by_equal_values_falls_back_on_the_rank() -> None:
    problem = decks.table(4, 2, performances=[AtLevel(3), AtLevel(1), AtLevel(3), AtLevel(5)])
    shown = content(problem, sorted_by="c0")
    assert shown.column_values(0).tolist() == [0.5] * 4
    assert names(shown) == ["a1", "a3", "a0", "a2"]


def test_sorting_by_a_column_that_is_gone_shows_the_ranking() -> None:
    shown = content(sorted_by="gamma", hidden={"gamma"})
    assert names(shown) == ["x", "z", "y"]


def test_ties_are_marked() -> None:
    shown = content(decks.ODD["all equal"])
    assert [shown.rank_label(row) for row in range(5)] == ["1="] * 5


def test_cells_tell_points_ranges_and_unknowns_apart() -> None:
    problem = decks.table(1, 3, performances=[AtLevel(2), LevelRange(2, 4), UNKNOWN])
    shown = content(problem)
    counts, low, high, kind = shown.cells(np.array([0]))
    assert counts.tolist() == [[0.25, 0.5, 0.5]]
    assert low.tolist() == [[0.25, 0.25, 0]]
    assert high.tolist() == [[0.25, 0.75, 1]]
    assert kind.tolist() == [[POINT, RANGE, UNKNOWN_KIND]]
    assert shown.is_unknown(0, "c2")
    assert not shown.is_unknown(0, "c1")


def test_changes_of_rank_count_from_the_pinned_state() -> None:
    shown = content()
    assert [shown.rank_change(row) for row in range(3)] == [0, 0, 0]
    shown.pinned = {"x": 1, "z": 2, "y": 3}
    project = shown.project
    weights = project.weights.with_share("delta", 0.9, project.counted)
    changed = project.with_weights(weights)
    shown.update(changed, rank(changed))
    assert {name: shown.rank_change(at) for at, name in enumerate(("x", "y", "z"))} == {
        "x": -2,
        "y": 2,
        "z": 0,
    }


def test_another_problem_is_arranged_anew() -> None:
    shown = content(hidden={"gamma"}, sorted_by="alpha")
    shown.pinned = {"x": 1}
    other = start(decks.table(2, 3))
    shown.update(other, rank(other))
    assert keys(shown) == ["c0", "c1", "c2"]
    assert shown.pinned == {}
    assert shown.arrangement.sorted_by is None


@settings(max_examples=40)
@given(projects())
def test_bars_of_a_row_add_up_to_its_score_whatever_is_collapsed(project: Project) -> None:
    groups = {group.id for group in project.problem.groups}
    ranking = rank(project)
    for collapsed in (set(), groups):
        shown = Content(project, ranking, Arrangement(collapsed=collapsed))
        values = np.array([shown.column_values(at) for at in range(len(shown.columns))])
        assert (100 * shown.shares @ values).tolist() == pytest.approx(ranking.score.tolist())
        assert sorted(shown.order.tolist()) == list(range(len(ranking.rank)))
