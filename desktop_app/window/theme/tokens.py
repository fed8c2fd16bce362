"""The tokens of both themes, as plain data: tests compute contrasts from them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """Named colours, `#RRGGBB`."""

    name: str
    background: str
    card: str
    line: str
    faint_line: str
    text: str
    dim_text: str
    accent: str
    accent_text: str
    accent_wash: str
    selected_row: str
    track: str
    better: str
    worse: str
    tier_low: tuple[str, str]
    tier_medium: tuple[str, str]
    tier_high: tuple[str, str]
    hues: tuple[tuple[str, str], ...]
    """Per group the darkest and the lightest shade of its hue."""


LIGHT = Tokens(
    name="light",
    background="#F6F7F9",
    card="#FFFFFF",
    line="#E2E5EA",
    faint_line="#EEF0F3",
    text="#1B2430",
    dim_text="#5B6675",
    accent="#1F5FBF",
    accent_text="#FFFFFF",
    accent_wash="#E8F0FC",
    selected_row="#EEF4FD",
    track="#EDEFF2",
    better="#0B7A55",
    worse="#985200",
    tier_low=("#D9F0E6", "#0B6B4B"),
    tier_medium=("#FBEBCB", "#7A4B00"),
    tier_high=("#F6DAD2", "#8C2F12"),
    hues=(
        ("#2F5D9B", "#7FA3D1"),
        ("#8A5A00", "#E0BE7C"),
        ("#1F7A6B", "#9CCFC3"),
        ("#6B4E9B", "#B6A2D6"),
        ("#9B3D5D", "#D9A0B4"),
        ("#4E6B2F", "#A9C486"),
    ),
)

DARK = Tokens(
    name="dark",
    background="#14181F",
    card="#1B212A",
    line="#2C3542",
    faint_line="#242C37",
    text="#E8ECF2",
    dim_text="#A3AFBF",
    accent="#7FB2FF",
    accent_text="#10151C",
    accent_wash="#20334F",
    selected_row="#222E40",
    track="#252D38",
    better="#5FD3A4",
    worse="#F0B35C",
    tier_low=("#153B2D", "#8FE3C0"),
    tier_medium=("#40300F", "#F2CF8B"),
    tier_high=("#45201A", "#F5B3A1"),
    hues=(
        ("#5E93DB", "#9DBFEA"),
        ("#C98A1B", "#F0D29B"),
        ("#2FA28F", "#ABDDD3"),
        ("#9A7DD0", "#CDBDEB"),
        ("#D0708F", "#EBBCCB"),
        ("#86AB58", "#C6DCAC"),
    ),
)
