"""Every fault that the code can raise has a sentence, which its particulars fill."""

import ast
import errno
import os
from pathlib import Path
from typing import Any

import pytest

import desktop_app
from desktop_app.decision.faults import Fault
from desktop_app.files.languages import LANGUAGES, speaking
from desktop_app.files.languages.faults import (
    _expected,
    choices,
    quoted,
    reason,
    sentence,
    shortened,
    system_reason,
)

PACKAGE = Path(desktop_app.__file__).parent

# What stands for a particular whose value is only known at run time.
SAMPLES: dict[str, Any] = {
    "found": "x",
    "allowed": ("a", "b"),
    "key": "k",
    "expected": "list",
    "at_least": 2,
    "low": 0,
    "high": 1,
    "less": True,
    "better": "y",
    "problem": "a problem",
    "alternative": "road",
    "criterion": "cost",
    "set": "effort",
}


def raised() -> dict[str, list[tuple[str, set[str], bool]]]:
    """Kinds of faults in the code: where each is raised, with which particulars, and whether others may come."""
    found: dict[str, list[tuple[str, set[str], bool]]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Fault"
            ):
                continue
            kinds = [one.value for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant)]
            given = {keyword.arg for keyword in node.keywords if keyword.arg}
            more = any(keyword.arg is None for keyword in node.keywords)
            where = f"{path.relative_to(PACKAGE)}:{node.lineno}"
            for kind in kinds:
                if isinstance(kind, str) and kind.isidentifier():
                    found.setdefault(kind, []).append((where, given, more))
    # These kinds stand in a variable where they are raised.
    for kind in ("id_wrong", "language_wrong", "text_empty"):
        found.setdefault(kind, []).append(("structure.py", {"found", "place"}, False))
    for kind in ("weight_not_counted", "no_such_criterion"):
        found.setdefault(kind, []).append(("options.py", {"found", "set", "allowed"}, False))
    return found


CASES = [
    (kind, where, given)
    for kind, places in raised().items()
    for where, given, more in places
    if not more or kind == "performance_missing"
]


def test_the_faults_in_the_code_are_found() -> None:
    assert len(raised()) > 60


@pytest.mark.parametrize(("kind", "where", "given"), CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fault_is_worded_with_the_particulars_it_brings(
    kind: str, where: str, given: set[str], language: str
) -> None:
    particulars = {name: SAMPLES[name] for name in given & SAMPLES.keys()}
    if kind == "too_large":
        particulars |= {"found": 70_000_000, "allowed": 64_000_000}
    with speaking(language):
        said = reason(Fault(kind, **particulars))
    assert not said.startswith(kind), f"{kind} of {where} has no sentence"
    assert said.endswith(".") and "\n" not in said and "{" not in said


@pytest.mark.parametrize("kind", ["file_empty", "file_binary", "is_folder"])
def test_a_table_is_not_called_a_deck(kind: str) -> None:
    assert "deck" not in reason(Fault(kind, in_table=True))
    assert "deck" in reason(Fault(kind))


def test_a_fault_that_nobody_worded_still_says_something() -> None:
    assert reason(Fault("new_kind", found=3)) == "new_kind (found=3)"


@pytest.mark.parametrize("kind", ["list", "mapping", "whole_number", "number", "cell", "text"])
def test_everything_expected_has_a_name(kind: str) -> None:
    assert _expected(kind)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (None, "nothing"),
        ({"a": 1}, "a mapping"),
        (["a"], "a list"),
        ("a  b\n c", "“a b c”"),
        ("a\u202eb\x07", "“a�b�”"),
        (3, "“3”"),
        ("x" * 60, "“" + "x" * 60 + "”"),
        ("x" * 61, "“" + "x" * 59 + "…”"),
        ("", "“”"),
    ],
)
def test_what_was_found_is_shown_as_a_word(found: object, said: str) -> None:
    assert quoted(found) == said


def test_the_middle_of_a_long_text_does_not_pass_for_its_end() -> None:
    assert shortened("x" + " " * 10_000 + "y").endswith("…")


def test_long_lists_are_cut() -> None:
    assert choices(()) == "none"
    assert choices(("a", "b")) == "a, b"
    assert choices(range(12)).endswith("10, 11")
    assert choices(range(14)).endswith("11 and 2 more")


@pytest.mark.parametrize(
    ("line", "key", "said"),
    [
        (None, "", "deck.yaml: it is so."),
        (3, "", "deck.yaml, line 3: it is so."),
        (3, "criteria.cost", "deck.yaml, line 3: criteria.cost: it is so."),
        (None, "criteria.cost", "deck.yaml: criteria.cost: it is so."),
    ],
)
def test_where_something_is_wrong(line: int | None, key: str, said: str) -> None:
    assert sentence("deck.yaml", line, key, "it is so.") == said


def test_reasons_of_the_system() -> None:
    assert system_reason(OSError(errno.EACCES, "Permission denied")) == "there is no permission"
    assert system_reason(OSError(errno.ENOSPC, "No space left on device")) == "the disk is full"
    unheard = OSError(errno.EBADF, os.strerror(errno.EBADF))
    assert system_reason(unheard) == os.strerror(errno.EBADF)
    assert system_reason(OSError("odd")) == "odd"
