"""The one catalogue of texts for window, command line, workbook and errors.

Source texts are English; `resources/translations/LANGUAGE/LC_MESSAGES/parallel-paths.po` holds the others.
"""

import gettext as _gettext
import locale
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from desktop_app.files import places

LANGUAGES = ("en", "es")
DOMAIN = "parallel-paths"

_current = "en"
_asked = False


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    return _gettext.translation(
        DOMAIN, localedir=places.resources() / "translations", languages=[language], fallback=True
    )


def language() -> str:
    """The language that texts are given in now."""
    return _current


def use(language: str, *, asked: bool = False) -> None:
    """Gives texts in `language` from now on; `asked` when a person named it for this run.

    Raises ValueError where we do not speak it.
    """
    global _current, _asked
    if language not in LANGUAGES:
        raise ValueError(language)
    _current, _asked = language, _asked or asked


def asked() -> bool:
    """Whether a person named the language for this run, so that no remembered choice overrides it."""
    return _asked


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Gives texts in `language` for a while."""
    before = _current
    use(language)
    try:
        yield
    finally:
        use(before)


def system_language() -> str:
    """The first language of the system that we speak, else English."""
    wanted = [os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    wanted = [name for name in wanted if name] or [locale.getlocale()[0] or ""]
    code = wanted[0].split(":")[0][:2].lower()
    if wanted[0].lower().startswith("spanish"):
        code = "es"
    return code if code in LANGUAGES else "en"


def _(message: str) -> str:
    return _catalogue(_current).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    return _catalogue(_current).ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    return _catalogue(_current).pgettext(context, message)


def listed(items: list[str], last: str | None = None) -> str:
    """Items in a row of words: “a, b and c”."""
    if len(items) < 2:
        return "".join(items)
    return _("{first} and {last}").format(first=", ".join(items[:-1]), last=items[-1])
