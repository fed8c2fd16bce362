"""YAML as plain texts: what is read, what is refused, and on which line a place stands."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.decision.faults import Fault
from desktop_app.files import yaml_text
from desktop_app.files.yaml_text import DEEPEST, decode, line_of, parse


def fault_of(data: bytes | str) -> Fault:
    with pytest.raises(Fault) as caught:
        parse(decode(data) if isinstance(data, bytes) else data)
    return caught.value


# Bytes


@pytest.mark.parametrize(
    "data",
    [
        "a: ñ".encode(),
        "\ufeffa: ñ".encode(),
        "\ufeffa: ñ".encode("utf-16-le"),
        "\ufeffa: ñ".encode("utf-16-be"),
    ],
)
def test_encodings_that_say_what_they_are(data: bytes) -> None:
    assert parse(decode(data)) == {"a": "ñ"}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "file_empty"),
        (b" \n\t\n", "file_empty"),
        (b"\xef\xbb\xbf", "file_empty"),
        (b"# nothing but a comment\n", "file_empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "file_binary"),
        ("a: ñ".encode("utf-16-le"), "file_binary"),
        (b"\xff\xfea", "file_binary"),
        (b"\xff\xfe\x00\xd8", "file_binary"),
        ("\ufeffa: b".encode("utf-32-le"), "yaml_character"),
        (b"a: \x07", "yaml_character"),
    ],
)
def test_bytes_that_are_no_text(data: bytes, kind: str) -> None:
    assert fault_of(data).kind == kind


def test_another_encoding_is_refused_with_its_line() -> None:
    fault = fault_of("a: b\nc: Cooperación".encode("latin-1"))
    assert (fault.kind, fault.particulars) == ("not_utf8", {"line": 2})


def test_a_control_character_is_found_on_its_line() -> None:
    assert fault_of("a: b\nc: d\ne: \x07").particulars == {"line": 3}


def test_files_that_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "MOST_BYTES", 10)
    assert parse(decode(b"a: 34567 0")) == {"a": "34567 0"}
    fault = fault_of(b"a: 34567 01")
    assert (fault.kind, fault.particulars) == ("too_large", {"found": 11, "allowed": 10})


# Texts


@pytest.mark.parametrize(
    "written",
    [
        "NO",
        "yes",
        "on",
        "1e3",
        "0x10",
        "010",
        "2024-05-01",
        "12:30:00",
        ".nan",
        ".inf",
        "1_000",
        "3.0",
        "true",
    ],
)
def test_a_word_stays_what_was_written(written: str) -> None:
    assert parse(f"a: {written}") == {"a": written}
    assert parse(f"{written}: a") == {written: "a"}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_nothing_unless_quoted(nothing: str) -> None:
    assert parse(f"a: {nothing}\nb: [c]") == {"a": None, "b": ["c"]}
    assert parse(f'a: "{nothing}"') == {"a": nothing}


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8)
TREES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3), max_leaves=8
)


@given(TREES, st.booleans())
def test_whatever_a_yaml_writer_writes_is_read_back(tree: object, flow: bool) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, default_style='"')
    if "? " in text or "<<" in text:
        return
    assert parse(text) == tree


def lines_of(
    tree: object, node: yaml.Node, place: tuple[str | int, ...] = ()
) -> dict[tuple[str | int, ...], int]:
    """The line of each place by the library's own tree of nodes."""
    lines = {place: node.start_mark.line + 1}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            lines |= lines_of(tree, value, (*place, key.value))
            lines[(*place, key.value)] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for at, value in enumerate(node.value):
            lines |= lines_of(tree, value, (*place, at))
    return lines


@given(TREES, st.booleans())
def test_the_line_of_every_place(tree: object, flow: bool) -> None:
    text = "# a comment\n" + yaml.safe_dump(
        tree, allow_unicode=True, default_flow_style=flow, default_style='"'
    )
    if "? " in text or "<<" in text:
        return
    for place, line in lines_of(tree, yaml.compose(text, Loader=yaml.SafeLoader)).items():
        assert line_of(text, place) == line


TEXT = """\
# head
a:
  b: 1
  c:
    - x
    - d: 2
      e: [3,
        4]
f: {g: 5,
  h: 6}
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ((), 2),
        (("a",), 2),
        (("a", "b"), 3),
        (("a", "c"), 4),
        (("a", "c", 0), 5),
        (("a", "c", 1), 6),
        (("a", "c", 1, "d"), 6),
        (("a", "c", 1, "e"), 7),
        (("a", "c", 1, "e", 1), 8),
        (("f", "g"), 9),
        (("f", "h"), 10),
        # Of what is missing: the line of what should hold it.
        (("a", "nothing"), 2),
        (("a", "c", 7), 4),
        (("a", "c", 1, "nothing", "at all"), 6),
        (("nothing",), 2),
    ],
)
def test_lines_of_places(place: tuple[str | int, ...], line: int) -> None:
    assert line_of(TEXT, place) == line


def test_lines_are_counted_alike_with_other_line_ends() -> None:
    assert line_of(TEXT.replace("\n", "\r\n"), ("a", "c", 1, "e", 1)) == 8


# What is refused


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("a: 1\nb: 2\na: 3", "duplicate_key", 3),
        ("x:\n  - {a: 1, b: 2, a: 3}", "duplicate_key", 2),
        ("a: &name 1", "yaml_alias", 1),
        ("a: 1\nb: *name", "yaml_alias", 2),
        ("a:\n  <<: {b: 1}", "yaml_alias", 2),
        ("a: &name {b: 1}", "yaml_alias", 1),
        ("a: &name [b]", "yaml_alias", 1),
        ("a: &name !!str b", "yaml_alias", 1),
        ("a: !!python/object:os.system b", "yaml_tag", 1),
        ("a: !include b", "yaml_tag", 1),
        ("a: !!map {b: 1}", "yaml_tag", 1),
        ("a: 1\n? [b, c]\n: 2", "key_not_text", 2),
        ("a: 1\n---\nb: 2", "several_documents", 2),
        ("a: 1\n b: 2", "yaml_broken", 2),
        ("a: [1, 2\nb: 3", "yaml_broken", 2),
        ("a: 'b", "yaml_broken", 1),
        ("a:\n\t- b", "yaml_broken", 2),
        ("a: @b", "yaml_broken", 1),
    ],
)
def test_what_is_refused(text: str, kind: str, line: int) -> None:
    fault = fault_of(text)
    assert (fault.kind, fault.particulars["line"]) == (kind, line)


def test_a_duplicate_key_is_named() -> None:
    assert fault_of("a: 1\na: 2").particulars["key"] == "a"


def test_the_parsers_problem_is_told() -> None:
    assert fault_of("a: [1").particulars["problem"]


def test_an_alias_bomb_ends_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{at}: &b{at} [{', '.join(['*a'] * 9)}]\n" for at in range(9))
    fault = fault_of(bomb)
    assert (fault.kind, fault.particulars["line"]) == ("yaml_alias", 1)


def test_nesting_ends_somewhere() -> None:
    assert parse("[" * DEEPEST + "]" * DEEPEST)
    fault = fault_of("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))
    assert (fault.kind, fault.particulars) == ("yaml_too_deep", {"line": 1, "allowed": DEEPEST})
    assert fault_of("[" * 1_000_000).kind == "yaml_too_deep"


@given(st.text(max_size=60) | st.text("ab:-[]{}&*!|>'\"#? \n\t,%@`<", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse(text)
    except Fault:
        return
    line_of(text, ("a", 0))
