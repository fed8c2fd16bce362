"""Both themes: texts can be read on their grounds, shades are even, tokens are whole."""

import re

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.window.theme import theme_for
from desktop_app.window.theme.hues import contrast, shades
from desktop_app.window.theme.stylesheet import stylesheet
from desktop_app.window.theme.tokens import DARK, LIGHT, Tokens
from tests.document import decks

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])

ON_GROUNDS = [
    ("text", "background"),
    ("text", "card"),
    ("text", "track"),
    ("text", "selected_row"),
    ("text", "accent_wash"),
    ("dim_text", "background"),
    ("dim_text", "card"),
    ("dim_text", "track"),
    ("dim_text", "selected_row"),
    ("accent", "card"),
    ("accent", "background"),
    ("accent", "accent_wash"),
    ("accent_text", "accent"),
    ("better", "card"),
    ("better", "selected_row"),
    ("worse", "card"),
    ("worse", "selected_row"),
]


def independent_contrast(one: str, other: str) -> float:
    """WCAG 2.2, written a second time so that a slip in the product's own formula shows."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_gives_the_known_extremes() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@THEMES
@pytest.mark.parametrize(("ink", "ground"), ON_GROUNDS)
def test_texts_stand_out_from_their_grounds(tokens: Tokens, ink: str, ground: str) -> None:
    found = independent_contrast(getattr(tokens, ink), getattr(tokens, ground))
    assert found >= 4.5
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) == pytest.approx(found)


@THEMES
@pytest.mark.parametrize("tier", ["low", "medium", "high"])
def test_tiers_can_be_read(tokens: Tokens, tier: str) -> None:
    ground, ink = getattr(tokens, f"tier_{tier}")
    assert independent_contrast(ground, ink) >= 4.5


@THEMES
def test_bars_stand_out_from_the_card(tokens: Tokens) -> None:
    """The dark end of a hue marks a single criterion; 3:1 is what WCAG asks of graphics."""
    for dark, _light in tokens.hues:
        assert independent_contrast(dark, tokens.card) >= 3


@THEMES
def test_tokens_are_colours(tokens: Tokens) -> None:
    for name in Tokens.__dataclass_fields__:
        value = getattr(tokens, name)
        flat = [value] if isinstance(value, str) else list(np.ravel(np.array(value)))
        if name != "name":
            assert all(re.fullmatch("#[0-9A-F]{6}", part) for part in flat), name


class TestShades:
    def test_one_is_the_dark_one(self) -> None:
        assert shades("#2F5D9B", "#7FA3D1", 1) == ["#2F5D9B"]

    @pytest.mark.parametrize("count", [2, 3, 5, 12])
    def test_from_dark_towards_light_without_repeats(self, count: int) -> None:
        found = shades("#2F5D9B", "#7FA3D1", count)
        assert len(set(found)) == count
        assert found[0] == "#2F5D9B"
        on_black = [independent_contrast(colour, "#000000") for colour in found]
        assert on_black == sorted(on_black)
        if count > 2:
            assert found[-1] == "#7FA3D1"

    def test_even_steps(self) -> None:
        greys = shades("#000000", "#FFFFFF", 3)
        # The middle of OKLab is darker than the middle of the bytes.
        assert greys == ["#000000", "#636363", "#FFFFFF"]


class TestColours:
    def test_a_hue_per_group_and_a_shade_per_criterion(self, qapp: QApplication) -> None:
        problem = decks.table(2, 6, groups=3)
        colours = theme_for("light").criterion_colours(problem, [one.id for one in problem.criteria])
        assert len({colour.name() for colour in colours.values()}) == 6
        hues = [colours[f"c{at}"].hslHueF() for at in range(6)]
        for at in (0, 2, 4):
            assert hues[at] == pytest.approx(hues[at + 1], abs=0.06)
        assert abs(hues[0] - hues[2]) > 0.1

    def test_one_group_gets_a_hue_for_each_criterion(self, qapp: QApplication) -> None:
        problem = decks.table(2, 6, groups=1)
        colours = theme_for("light").criterion_colours(problem, [one.id for one in problem.criteria])
        assert len({round(colour.hslHueF(), 2) for colour in colours.values()}) == 6

    def test_sixty_criteria_have_colours(self, qapp: QApplication) -> None:
        problem = decks.ODD["60 criteria"]
        colours = theme_for("dark").criterion_colours(problem, [one.id for one in problem.criteria])
        assert len(colours) == 60

    def test_sizes_grow_with_the_zoom(self, qapp: QApplication) -> None:
        assert theme_for("light", 2).px(13) == 26
        assert theme_for("light", 2).font(13).pixelSize() == 26


@pytest.mark.parametrize("name", ["light", "dark"])
def test_no_colour_in_the_style_sheet_that_is_not_a_token(name: str, qapp: QApplication) -> None:
    theme = theme_for(name)
    tokens = {str(getattr(theme.tokens, field)) for field in Tokens.__dataclass_fields__}
    assert set(re.findall("#[0-9A-Fa-f]{6}", stylesheet(theme))) <= tokens
