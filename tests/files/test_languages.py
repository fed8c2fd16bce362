"""The catalogue of texts: complete, with the same blanks to fill in, and found at run time."""

import gettext
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import desktop_app
from desktop_app.files import languages, places
from desktop_app.files.languages import (
    LANGUAGES,
    _,
    listed,
    ngettext,
    pgettext,
    speaking,
    system_language,
    use,
)

BLANK = re.compile(r"\{(\w*)[^{}]*\}")
OTHERS = [language for language in LANGUAGES if language != "en"]

Key = tuple[str | None, str]


@cache
def in_code() -> dict[Key, str | tuple[str, ...]]:
    """Every text in the code, by context and (singular) wording."""
    package = Path(desktop_app.__file__).parent
    return {
        (context, message if isinstance(message, str) else message[0]): message
        for _file, _line, message, _comments, context in extract_from_dir(package)
    }


@cache
def catalogue(language: str) -> Catalog:
    path = places.resources() / "translations" / language / "LC_MESSAGES" / f"{languages.DOMAIN}.po"
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=languages.DOMAIN)


def messages(language: str) -> dict[Key, Message]:
    return {
        (message.context, message.id if isinstance(message.id, str) else message.id[0]): message
        for message in catalogue(language)
        if message.id
    }


def translated(language: str) -> dict[Key, Message]:
    """Those that are not left empty, which has a test of its own."""
    return {key: message for key, message in messages(language).items() if all(versions(message.string))}


def versions(texts: str | tuple[str, ...] | list[str]) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts)


@pytest.mark.parametrize("language", OTHERS)
class TestCatalogue:
    def test_every_text_in_the_code_is_translated(self, language: str) -> None:
        there = messages(language)
        missing = [key for key in in_code() if key not in there or not all(versions(there[key].string))]
        assert not missing, "docs/translating.md says how to add these"

    def test_no_translation_is_left_of_texts_that_are_gone(self, language: str) -> None:
        assert messages(language).keys() <= in_code().keys()
        assert not catalogue(language).obsolete

    def test_no_translation_is_a_guess(self, language: str) -> None:
        assert not [message.id for message in messages(language).values() if message.fuzzy]

    def test_the_same_blanks_are_filled_in(self, language: str) -> None:
        for key, message in translated(language).items():
            english, forms = versions(message.id), versions(message.string)
            for at, form in enumerate(forms):
                wanted = english[0] if at == 0 else english[-1]
                assert set(BLANK.findall(form)) == set(BLANK.findall(wanted)), key

    def test_sentences_end_as_they_do_in_english(self, language: str) -> None:
        for key, message in translated(language).items():
            end = versions(message.id)[-1][-1]
            if end in ".:":
                assert all(version.endswith(end) for version in versions(message.string)), key

    def test_plurals_have_as_many_forms_as_the_language(self, language: str) -> None:
        for key, message in translated(language).items():
            if not isinstance(message.id, str):
                assert len(versions(message.string)) == catalogue(language).num_plurals, key

    def test_the_compiled_catalogue_is_where_the_program_looks(self, language: str) -> None:
        folder = places.resources() / "translations"
        compiled = gettext.translation(languages.DOMAIN, localedir=folder, languages=[language])
        assert compiled.gettext("Recommendation") == messages(language)[(None, "Recommendation")].string


def test_texts_come_in_the_language_in_use() -> None:
    with speaking("es"):
        assert _("Recommendation") == "Recomendación"
        assert pgettext("tier", "low") == "bajo"
        assert ngettext("{count} recommendation", "{count} recommendations", 2) == "{count} recomendaciones"
        assert listed(["a", "b", "c"]) == "a, b y c"
    assert _("Recommendation") == "Recommendation"


def test_speaking_goes_back_also_after_an_error() -> None:
    with pytest.raises(RuntimeError), speaking("es"):
        raise RuntimeError
    assert languages.language() == "en"


def test_only_our_languages_can_be_used() -> None:
    with pytest.raises(ValueError, match="fr"):
        use("fr")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "es_ES"}, "es"),
        ({"LANGUAGE": "es:en", "LANG": "en_US.UTF-8"}, "es"),
        ({"LC_MESSAGES": "es_MX", "LANG": "en_US"}, "es"),
    ],
)
def test_the_language_of_the_system(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert system_language() == expected
