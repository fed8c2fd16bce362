"""The command line: `run` finds the command, a file per command does the work.

Nothing heavy is imported before the command that needs it; only opening and picturing the window know Qt.
"""

import importlib
import os
from types import ModuleType

from desktop_app.cli import output
from desktop_app.cli.refusal import Refusal
from desktop_app.files import languages
from desktop_app.files.languages import _

COMMANDS = ("rank", "export", "check", "screens")
"""Each is a module here with `summary()`, `parser()` and `run(arguments) -> exit code`."""

REFUSED, BROKE, INTERRUPTED, PIPE_CLOSED = 2, 1, 130, 141


def run(argv: list[str]) -> int:
    """Runs the program with these arguments and gives its exit code; errors become one sentence each."""
    languages.use(languages.system_language())
    try:
        code = _run(argv)
        output.flush()
    except Refusal as refusal:
        output.complain(str(refusal))
        return REFUSED
    except output.PipeClosed:
        return PIPE_CLOSED
    except KeyboardInterrupt:
        output.abandon()
        return INTERRUPTED
    except OSError as error:
        output.abandon()
        output.complain(_os_sentence(error))
        return REFUSED
    except Exception as error:
        output.complain(_unexpected_sentence(error))
        return BROKE
    return code


def _run(argv: list[str]) -> int:
    from desktop_app.cli.arguments import take_language

    chosen, rest = take_language(argv)
    if chosen is not None:
        languages.use(chosen, asked=True)
    # Only a bare word is a command, so that a deck of that name opens as ./rank.
    if rest and rest[0] in COMMANDS:
        command, rest = _command(rest[0]), rest[1:]
    else:
        command = _command("open")
    parser = command.parser()
    arguments = parser.read(rest)
    if arguments.help:
        output.say(parser.format_help().rstrip())
        return 0
    if getattr(arguments, "version", False):
        from desktop_app import __version__

        output.say(f"Parallel Paths {__version__}")
        return 0
    code: int = command.run(arguments)
    return code


def _command(name: str) -> ModuleType:
    return importlib.import_module(f"desktop_app.cli.{name}")


def _os_sentence(error: OSError) -> str:
    from desktop_app.files.languages.faults import system_reason

    if error.filename is None:
        return _("The system refused: {problem}.").format(problem=system_reason(error))
    name = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else str(error.filename)
    return _("{file}: the system refused: {problem}.").format(file=name, problem=system_reason(error))


def _unexpected_sentence(error: Exception) -> str:
    from desktop_app.files import log

    path = log.write(error)
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    if path is None:
        return _("Something unexpected happened ({problem}).").format(problem=what)
    return _("Something unexpected happened ({problem}); the details are in {file}.").format(
        problem=what, file=path
    )
