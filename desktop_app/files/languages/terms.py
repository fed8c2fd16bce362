"""Words that stand in more places than one: effort tiers, and what a score of 100 stands for."""

from desktop_app.files.languages import _, pgettext


def tier_name(tier: str) -> str:
    """An effort tier where it stands alone: “low effort”."""
    return {"low": _("low effort"), "medium": _("medium effort"), "high": _("high effort")}[tier]


def tier_short(tier: str) -> str:
    """An effort tier where its place says that it is one: “low”."""
    return {
        "low": pgettext("tier", "low"),
        "medium": pgettext("tier", "medium"),
        "high": pgettext("tier", "high"),
    }[tier]


def best_is(perspective: str | None) -> str | None:
    """What a score of 100 stands for; None where a deck has no sets."""
    match perspective:
        case "effort":
            return _("100 = least effort")
        case "effect":
            return _("100 = strongest effect")
        case "both":
            return _("100 = most effect for least effort")
    return None
