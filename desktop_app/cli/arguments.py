"""Reading arguments: argparse does the work, every sentence that people read is ours and in their language."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from desktop_app.cli.refusal import Refusal
from desktop_app.files.languages import LANGUAGES, _

PROGRAM = "parallel-paths"


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, _("usage: "))


class Parser(argparse.ArgumentParser):
    """A parser that refuses with a Refusal, and knows --help and --lang."""

    def __init__(self, command: str, usage: str, about: str, examples: Sequence[tuple[str, str]]) -> None:
        self.command = f"{PROGRAM} {command}".strip()
        super().__init__(
            prog=self.command,
            usage=f"{self.command} {usage}",
            description=about,
            epilog=_examples(examples),
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self.color = False
        self.options = self.add_argument_group(_("options"))

    def finish(self) -> "Parser":
        """Adds the options that every command knows."""
        self.options.add_argument(
            "--lang", metavar="|".join(LANGUAGES), help=_("language (default: the system's)")
        )
        self.options.add_argument("-h", "--help", action="store_true", help=_("show this help"))
        return self

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """The arguments in `words`. Raises Refusal."""
        try:
            arguments, strangers = self.parse_known_intermixed_args(words)
        except argparse.ArgumentError as error:
            option = error.argument_name or ""
            if "ignored explicit argument" in str(error):
                raise self._refusal(_("{option} takes no value").format(option=option)) from None
            raise self._refusal(_("{option} needs a value").format(option=option)) from None
        if strangers:
            raise self._refusal(_("{word} is not known here").format(word=strangers[0]))
        return arguments

    def error(self, message: str) -> NoReturn:
        raise self._refusal(message)

    def _refusal(self, problem: str) -> Refusal:
        return Refusal(
            _("{problem}; “{command} --help” shows what is.").format(problem=problem, command=self.command)
        )

    def refuse(self, problem: str) -> NoReturn:
        """Refuses arguments that do not go together."""
        raise self._refusal(problem)


def _examples(examples: Sequence[tuple[str, str]]) -> str:
    lines = [_("examples:")]
    for command, meaning in examples:
        lines += [f"  {PROGRAM} {command}".rstrip(), f"      {meaning}"]
    return "\n".join(lines)


def take_language(argv: Sequence[str]) -> tuple[str | None, list[str]]:
    """The language that `--lang` names anywhere before `--`, and the other words. Raises Refusal."""
    rest: list[str] = []
    chosen: str | None = None
    words = iter(argv)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == "--lang":
            chosen = next(words, "")
        elif word.startswith("--lang="):
            chosen = word.removeprefix("--lang=")
        else:
            rest.append(word)
            continue
        if chosen is not None and chosen not in LANGUAGES:
            raise Refusal(
                _("--lang: there is no language “{found}”; allowed are {allowed}.").format(
                    found=chosen, allowed=", ".join(LANGUAGES)
                )
            )
    return chosen, rest


def deck_path(word: str | None) -> Path:
    """The deck that a command names, else the one that comes with the program."""
    from desktop_app.files import places

    return places.first_deck() if word is None else Path(word)
