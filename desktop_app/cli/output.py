"""Writing to the terminal, a file or a pipe: in whatever characters it takes, and calm when it closes early."""

import contextlib
import errno
import os
import sys
import unicodedata
from collections.abc import Iterator
from typing import TextIO

_PLAIN = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "…": "...",
    "–": "-", "—": "-", "‑": "-", "−": "-", "·": "-", "•": "*", "×": "x", "÷": "/", "±": "+/-",
    "≤": "<=", "≥": ">=", "≠": "!=", "→": "->", "←": "<-", "½": "1/2", "ß": "ss", "æ": "ae", "Æ": "AE",
    "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "€": "EUR",
}  # fmt: skip


class PipeClosed(Exception):
    """Who reads the output has gone."""


def takes(stream: TextIO, text: str) -> bool:
    """Whether a stream's encoding has all characters of `text`."""
    try:
        text.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def fit(text: str, stream: TextIO) -> str:
    """`text` in characters that the stream takes; control characters, which could steer a terminal, left out."""
    if not text.isprintable():
        text = "".join(one for one in text if one.isprintable() or one in "\n\u00a0\u202f")
    if takes(stream, text):
        return text
    return "".join(one if takes(stream, one) else _plain(one, stream) for one in text)


def _plain(character: str, stream: TextIO) -> str:
    plain = _PLAIN.get(character)
    if plain is None:
        parts = unicodedata.normalize("NFKD", character)
        plain = "".join(part for part in parts if not unicodedata.combining(part))
    return plain if takes(stream, plain) else "?"


def say(text: str) -> None:
    """Prints text for people."""
    with _piping():
        print(fit(text, sys.stdout))


def write_data(text: str) -> None:
    """Writes data for programs: UTF-8, whatever a terminal would take."""
    with _piping():
        if sys.stdout.isatty() or not hasattr(sys.stdout, "buffer"):
            sys.stdout.write(fit(text, sys.stdout))
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))


def complain(sentence: str) -> None:
    """Prints one sentence on the error stream, whatever state that is in."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        print(fit(" ".join(sentence.split()), sys.stderr), file=sys.stderr, flush=True)


def flush() -> None:
    """Sends out what was printed, so that a failure shows now and not while Python shuts down."""
    if sys.stdout is not None:
        with _piping():
            sys.stdout.flush()


def abandon() -> None:
    """Drops what could not be written: Python would try, and fail, again at its end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextlib.contextmanager
def _piping() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # Windows reports a closed pipe as an invalid argument.
        if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
            abandon()
            raise PipeClosed from None
        raise
