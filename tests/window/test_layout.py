"""The picture's geometry, without Qt: columns as wide as weights, and what lies under a point."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.window.picture.layout import NO_HIT, Column, Layout, Sizes, Zone

SIZES = Sizes()
HEAD_Y = SIZES.margin + SIZES.band + SIZES.head / 2
BAND_Y = SIZES.margin + SIZES.band / 2


def columns(count: int, groups: int = 1) -> list[Column]:
    return [Column(f"c{at}", (f"c{at}",), f"g{at * groups // count}") for at in range(count)]


def layout(
    shares: list[float],
    *,
    width: float = 980,
    height: float = 500,
    rows: int = 5,
    groups: int = 1,
    **scroll: float,
) -> Layout:
    return Layout(SIZES, width, height, columns(len(shares), groups), shares, rows, **scroll)


some_shares = st.lists(st.floats(0, 1), min_size=1, max_size=60).filter(lambda shares: sum(shares) > 0.01)


@given(some_shares, st.floats(500, 3000))
def test_columns_are_as_wide_as_their_weights(shares: list[float], width: float) -> None:
    shares = [share / sum(shares) for share in shares]
    there = layout(shares, width=width)
    widths = np.diff(there.edges)
    assert there.edges[0] == there.left
    assert widths.sum() == pytest.approx(there.area)
    assert widths == pytest.approx(np.array(shares) * there.area, abs=1e-6)
    assert (widths >= 0).all()


@given(some_shares, st.floats(500, 3000), st.floats(0, 1))
def test_a_distance_and_the_share_it_stands_for_agree(shares: list[float], width: float, part: float) -> None:
    shares = [share / sum(shares) for share in shares]
    there = layout(shares, width=width)
    assert there.share_of(there.area * part) == pytest.approx(part, abs=1e-9)


@pytest.mark.parametrize("count", [2, 8, 20, 60])
@pytest.mark.parametrize("width", [560, 980, 1600])
def test_columns_stay_readable_or_scroll(count: int, width: float) -> None:
    there = layout([1 / count] * count, width=width)
    assert np.diff(there.edges).mean() >= SIZES.column_least
    visible = width - there.left - SIZES.margin
    assert there.overflow_x == pytest.approx(max(0, there.area - visible))


def test_a_scrolled_picture_ends_at_its_right_margin() -> None:
    there = layout([1 / 60] * 60)
    scrolled = layout([1 / 60] * 60, scroll_x=there.overflow_x)
    assert scrolled.edges[-1] == pytest.approx(scrolled.width - SIZES.margin)


def test_hidden_weight_leaves_the_shown_columns_the_whole_area() -> None:
    there = layout([0.3, 0.1])
    assert np.diff(there.edges) == pytest.approx(there.area * np.array([0.75, 0.25]))
    assert there.share_of(there.area) == pytest.approx(0.4)


def test_no_weight_at_all_on_what_is_shown() -> None:
    there = layout([0.0, 0.0])
    assert np.diff(there.edges) == pytest.approx([there.area / 2] * 2)
    assert there.share_of(50) == 0


def test_no_column_at_all() -> None:
    there = Layout(SIZES, 980, 500, [], [], 5)
    assert there.hit(700, HEAD_Y).column == -1
    assert there.hit(700, there.y_of(0) + 5).column == -1


class TestBorders:
    @pytest.mark.parametrize("zoom", [1, 1.25, 2])
    def test_a_border_is_at_least_nine_pixels_wide_to_the_mouse(self, zoom: float) -> None:
        sizes = SIZES.times(zoom)
        there = Layout(sizes, 1600 * zoom, 500 * zoom, columns(4), [0.4, 0.3, 0.2, 0.1], 5)
        y = sizes.margin + sizes.band + sizes.head / 2
        for at in (1, 2, 3):
            hits = [there.hit(there.edges[at] + off, y) for off in np.arange(-4.5, 4.51, 0.5)]
            assert all(hit.zone is Zone.BORDER and hit.column == at for hit in hits)

    def test_borders_of_groups_are_as_wide_in_the_bands(self) -> None:
        there = layout([0.4, 0.3, 0.2, 0.1], groups=2)
        for off in np.arange(-4.5, 4.51, 0.5):
            hit = there.hit(there.edges[2] + off, BAND_Y)
            assert hit.zone is Zone.GROUP_BORDER
            assert hit.column == 2

    def test_inside_a_group_its_band_has_no_border(self) -> None:
        there = layout([0.4, 0.3, 0.2, 0.1], groups=2)
        assert there.hit(float(there.edges[1]), BAND_Y).zone is Zone.GROUP

    def test_the_outer_edges_are_no_borders(self) -> None:
        there = layout([0.5, 0.5])
        assert there.hit(float(there.edges[0]) + 0.1, HEAD_Y).zone is Zone.HEAD
        assert there.hit(float(there.edges[2]) - 0.1, HEAD_Y).zone is Zone.HEAD

    @given(st.lists(st.sampled_from((0.0, 0.001, 0.01, 0.2, 1.0)), min_size=2, max_size=12).filter(any))
    def test_every_column_without_width_can_be_pulled_open(self, shares: list[float]) -> None:
        shares = [share / sum(shares) for share in shares]
        there = layout(shares)
        grips = {there.hit(float(x), HEAD_Y).column for x in there.edges[1:-1]}
        for at, share in enumerate(shares):
            if share == 0:
                # One of its two borders, or of those that lie on the same spot, is under the pointer.
                spot = there.edges[at]
                same = {number for number in range(1, len(shares)) if there.edges[number] == spot}
                assert same & grips

    def test_a_narrow_column_can_still_be_hit(self) -> None:
        there = layout([0.5, 14 / (980 - 382), 0.5 - 14 / (980 - 382)])
        middle = float(there.edges[1] + there.edges[2]) / 2
        assert there.hit(middle, HEAD_Y).zone is Zone.HEAD


class TestHits:
    there = layout([0.4, 0.3, 0.2, 0.1], groups=2)

    def test_a_cell(self) -> None:
        there = self.there
        hit = there.hit(float(there.edges[2]) + 3, there.y_of(1) + 5)
        assert (hit.zone, hit.place, hit.column) == (Zone.CELL, 1, 2)

    def test_a_row_by_its_title_and_by_its_total(self) -> None:
        there = self.there
        assert there.hit(there.title_left + 3, there.y_of(4) + 5).zone is Zone.ROW
        assert there.hit(there.total_left + 3, there.y_of(4) + 5).zone is Zone.TOTAL

    def test_a_group_and_a_head(self) -> None:
        there = self.there
        assert there.hit(float(there.edges[0]) + 20, BAND_Y).zone is Zone.GROUP
        hit = there.hit(float(there.edges[1]) + 20, HEAD_Y)
        assert (hit.zone, hit.column) == (Zone.HEAD, 1)

    def test_the_total_has_a_head(self) -> None:
        assert self.there.hit(self.there.total_left + 5, HEAD_Y).zone is Zone.TOTAL_HEAD

    @given(st.floats(-50, 1100), st.floats(-50, 700))
    def test_any_point_hits_what_exists_or_nothing(self, x: float, y: float) -> None:
        hit = self.there.hit(x, y)
        if hit.zone in (Zone.CELL, Zone.ROW, Zone.TOTAL):
            assert 0 <= hit.place < 5
            assert self.there.y_of(hit.place) <= y <= self.there.y_of(hit.place + 1)
        if hit.zone in (Zone.CELL, Zone.HEAD, Zone.GROUP):
            assert 0 <= hit.column < 4
            assert self.there.edges[hit.column] <= x <= self.there.edges[hit.column + 1]

    def test_below_the_last_row_is_nothing(self) -> None:
        assert self.there.hit(700, self.there.y_of(5) + 1) == NO_HIT

    def test_hits_follow_scrolling(self) -> None:
        there = layout([1.0], rows=100, scroll_y=340)
        assert there.hit(700, there.top + 1).place == int(340 // there.row_height)


class TestRows:
    @pytest.mark.parametrize("rows", [1, 2, 5, 12, 100, 10_000])
    def test_rows_are_neither_flat_nor_huge(self, rows: int) -> None:
        there = layout([1.0], rows=rows)
        assert SIZES.row_least <= there.row_height <= SIZES.row_most

    def test_only_rows_in_view_are_visible(self) -> None:
        there = layout([1.0], rows=10_000)
        seen = there.visible_places()
        assert len(seen) <= there.height / there.row_height + 4
        assert seen.start == 0
        middle = layout([1.0], rows=10_000, scroll_y=170_000).visible_places()
        assert middle.start <= 170_000 / there.row_height <= middle.stop
        assert len(middle) <= there.height / there.row_height + 5

    @given(st.integers(1, 500), st.floats(0, 1))
    def test_whatever_is_on_the_screen_is_among_the_visible(self, rows: int, part: float) -> None:
        there = layout([1.0], rows=rows)
        there = layout([1.0], rows=rows, scroll_y=there.overflow_y * part)
        visible = there.visible_places()
        for place in range(rows):
            on_screen = there.y_of(place + 1) > there.top and there.y_of(place) < there.height
            assert not on_screen or place in visible

    def test_the_last_row_can_be_scrolled_into_view(self) -> None:
        there = layout([1.0], rows=300)
        end = layout([1.0], rows=300, scroll_y=there.overflow_y)
        assert end.y_of(300) <= end.height


class TestBands:
    def test_neighbours_of_one_group_share_a_band(self) -> None:
        assert layout([0.25] * 4, groups=2).bands == [("g0", 0, 2), ("g1", 2, 4)]

    def test_a_group_that_is_torn_apart_has_two_bands(self) -> None:
        torn = [Column("a", ("a",), "g"), Column("b", ("b",), "h"), Column("c", ("c",), "g")]
        there = Layout(SIZES, 980, 500, torn, [0.3, 0.3, 0.4], 3)
        assert [band[0] for band in there.bands] == ["g", "h", "g"]
