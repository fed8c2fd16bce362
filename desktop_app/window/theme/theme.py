"""A theme: tokens, type and metrics, at the scale of a desk or of a room."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from desktop_app.decision.problem import Problem
from desktop_app.window.theme.hues import shades
from desktop_app.window.theme.tokens import DARK, LIGHT, Tokens

GLIDE_MS = 200
"""How long rows glide to their new places."""


@dataclass(frozen=True)
class Theme:
    """Colours as QColor by token name, fonts and sizes; `zoom` is 1 on a desk, 2 in front of a room."""

    tokens: Tokens
    zoom: float = 1.0

    def colour(self, token: str) -> QColor:
        return self._colours[token]

    @cached_property
    def _colours(self) -> dict[str, QColor]:
        return {
            name: QColor(value)
            for name in Tokens.__dataclass_fields__
            if isinstance(value := getattr(self.tokens, name), str) and value.startswith("#")
        }

    @property
    def dark(self) -> bool:
        return self.tokens.name == "dark"

    def tier(self, tier: str) -> tuple[QColor, QColor]:
        """Ground and text colour of a tier's tag."""
        ground, text = getattr(self.tokens, f"tier_{tier}")
        return QColor(ground), QColor(text)

    def px(self, size: float) -> int:
        """A size in pixels at this zoom."""
        return round(size * self.zoom)

    def font(self, size: float = 13, *, bold: bool = False, tabular: bool = False) -> QFont:
        """The system's own face at a size in pixels; `tabular` for figures that stand in columns."""
        key = (size, bold, tabular)
        if key not in self._fonts:
            font = QFont(QGuiApplication.font().family())
            font.setPixelSize(self.px(size))
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            if tabular:
                font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[key] = font
        return self._fonts[key]

    @cached_property
    def _fonts(self) -> dict[tuple[float, bool, bool], QFont]:
        return {}

    def criterion_colours(self, problem: Problem, criteria: Sequence[str]) -> dict[str, QColor]:
        """A hue per top group and a shade per criterion in it."""
        groups: dict[str | None, list[str]] = {}
        for criterion_id in criteria:
            above = list(problem.ancestors(problem.criterion(criterion_id)))
            groups.setdefault(above[-1].id if above else None, []).append(criterion_id)
        if len(groups) == 1:
            # One group only: a hue for each criterion tells them apart better than shades of one.
            return self._a_hue_each(criteria)
        colours = {}
        for at, members in enumerate(groups.values()):
            dark, light = self.tokens.hues[at % len(self.tokens.hues)]
            colours.update(zip(members, map(QColor, shades(dark, light, len(members))), strict=True))
        return colours

    def _a_hue_each(self, criteria: Sequence[str]) -> dict[str, QColor]:
        hues = self.tokens.hues
        colours = {}
        for at, criterion_id in enumerate(criteria):
            dark, light = hues[at % len(hues)]
            turn = (at // len(hues)) % 3
            colours[criterion_id] = QColor(shades(dark, light, 3)[turn])
        return colours

    def palette(self) -> QPalette:
        """The application's palette, for what the style sheet does not reach."""
        palette = QPalette()
        role = QPalette.ColorRole
        for target, token in (
            (role.Window, "background"),
            (role.Base, "card"),
            (role.AlternateBase, "background"),
            (role.Button, "card"),
            (role.ToolTipBase, "card"),
            (role.Text, "text"),
            (role.WindowText, "text"),
            (role.ButtonText, "text"),
            (role.ToolTipText, "text"),
            (role.PlaceholderText, "dim_text"),
            (role.Highlight, "accent"),
            (role.HighlightedText, "accent_text"),
            (role.Link, "accent"),
        ):
            palette.setColor(target, self.colour(token))
        for target in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, self.colour("dim_text"))
        return palette


def theme_for(name: str, zoom: float = 1.0) -> Theme:
    """`light` or `dark`."""
    return Theme(DARK if name == "dark" else LIGHT, zoom)
