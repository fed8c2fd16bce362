"""The product's colours on white paper, and one for each criterion: a hue per group, a shade within it."""

from collections.abc import Sequence

TEXT = "1B2430"
DIM = "5B6675"
LINE = "E2E5EA"
FAINT = "EEF0F3"
ACCENT = "1F5FBF"
GROUND = "F6F7F9"
WORSE = "985200"
TIERS = {"low": ("D9F0E6", "0B6B4B"), "medium": ("FBEBCB", "7A4B00"), "high": ("F6DAD2", "8C2F12")}

INPUT_GROUND = "FFF9DB"
INPUT_LINE = "C7A93A"
INPUT_TEXT = "1F3FA8"

_HUES = (
    ("2F5D9B", "7FA3D1"),
    ("8A5A00", "E0BE7C"),
    ("1F7A6B", "9CCFC3"),
    ("6B4A8E", "C3ADD9"),
    ("8E3B46", "DFA6AD"),
    ("4A5568", "B4BDCB"),
)


def shades(groups: Sequence[object]) -> list[str]:
    """A colour (RRGGBB) per criterion; `groups` names the group of each. Hues come again after six."""
    order = list(dict.fromkeys(groups))
    sizes = {group: sum(1 for one in groups if one == group) for group in order}
    seen = dict.fromkeys(order, 0)
    colours = []
    for group in groups:
        dark, light = _HUES[order.index(group) % len(_HUES)]
        size = sizes[group]
        # The lightest shade is for groups of three and more: two neighbours are told apart without it.
        reach = 0.0 if size == 1 else min(1.0, 0.7 + 0.15 * (size - 2))
        colours.append(_between(dark, light, reach * seen[group] / max(size - 1, 1)))
        seen[group] += 1
    return colours


def _between(dark: str, light: str, part: float) -> str:
    channels = []
    for at in (0, 2, 4):
        a, b = int(dark[at : at + 2], 16), int(light[at : at + 2], 16)
        channels.append(round(a + (b - a) * part))
    return "".join(f"{channel:02X}" for channel in channels)
