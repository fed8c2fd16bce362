"""What a command refuses, as one sentence; the program ends with exit code 2."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.decision.faults import Fault


class Refusal(Exception):
    """Its text is the sentence that is printed."""


@contextmanager
def refusing(what: str) -> Iterator[None]:
    """Turns a Fault into a Refusal that begins with `what` it concerns."""
    from desktop_app.files.languages.faults import reason

    try:
        yield
    except Fault as fault:
        raise Refusal(f"{what}: {reason(fault)}") from None
