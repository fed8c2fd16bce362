"""Texts of a deck, in the languages that it speaks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One text in one or more languages; `versions` pairs a language code with its wording."""

    versions: tuple[tuple[str, str], ...]

    @classmethod
    def plain(cls, wording: str) -> "Text":
        """A text that reads the same in every language."""
        return cls((("", wording),))

    def say(self, language: str) -> str:
        """The wording in `language`, else in English, else in the first language that has any."""
        by_language = dict(self.versions)
        for wanted in (language, "en"):
            if by_language.get(wanted):
                return by_language[wanted]
        return next((wording for _, wording in self.versions if wording), "")

    def __bool__(self) -> bool:
        return any(wording for _, wording in self.versions)


NO_TEXT = Text(())
