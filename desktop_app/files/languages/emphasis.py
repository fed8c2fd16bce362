"""Emphasis in the texts of a deck: what stands between two pairs of asterisks is strong."""

import html
import re

_STRONG = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def rich_text(text: str) -> str:
    """A deck's text as HTML."""
    escaped = html.escape(" ".join(text.split()), quote=False)
    return _STRONG.sub(r"<b>\1</b>", escaped)


def plain_text(text: str) -> str:
    """A deck's text without the asterisks."""
    return _STRONG.sub(r"\1", " ".join(text.split()))
