"""Performances in a CSV file beside the deck: a row per alternative, a column per criterion, codes in the cells.

The first column is headed `alternative` and holds ids; the other heads are ids of criteria.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from desktop_app.decision.faults import Fault
from desktop_app.files.yaml_text import decode


@dataclass(frozen=True, slots=True)
class CodeTable:
    """Codes by alternative and criterion (empty where a cell is); the lines of the head and of each row."""

    head_line: int
    lines: Mapping[str, int]
    codes: Mapping[str, Mapping[str, str]]


def table_path(deck: Path, name: str) -> Path:
    """The file that a deck names. Raises Fault `table_outside` for one that is not in the deck's folder."""
    parts = PurePosixPath(name).parts
    windows = PureWindowsPath(name)
    if (
        not parts
        or "\0" in name
        or "\\" in name
        or PurePosixPath(name).is_absolute()
        or windows.drive
        or windows.root
        or ".." in parts
    ):
        raise Fault("table_outside", found=name)
    path = deck.parent.joinpath(*parts)
    try:
        inside = path.resolve().is_relative_to(deck.parent.resolve())
    except (OSError, RuntimeError):  # links that lead round in a circle
        inside = False
    if not inside:
        raise Fault("table_outside", found=name)
    return path


def read_rows(data: bytes) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, each with its line. Commas, semicolons or tabs separate.

    Raises Fault for bytes that are no text, and `csv_broken`.
    """
    text = decode(data)
    head = text.lstrip().split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    rows = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        start = 1
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((start, row))
            start = reader.line_num + 1
    except csv.Error as error:
        raise Fault("csv_broken", line=reader.line_num, problem=str(error)) from None
    return rows


def codes(data: bytes, criteria: Sequence[str], alternatives: Sequence[str]) -> CodeTable:
    """The codes in a table of performances.

    Raises Fault `table_head`, `unknown_column`, `duplicate_column`, `unknown_row`, `duplicate_row` or
    `row_length`, each with its `line`.
    """
    rows = read_rows(data)
    if not rows:
        raise Fault("file_empty")
    head_line, head = rows[0][0], [cell.strip() for cell in rows[0][1]]
    if head[0] != "alternative":
        raise Fault("table_head", line=head_line, found=head[0])
    columns = head[1:]
    known = set(criteria)
    for at, name in enumerate(columns):
        if name not in known:
            raise Fault("unknown_column", line=head_line, found=name, allowed=tuple(criteria))
        if name in columns[:at]:
            raise Fault("duplicate_column", line=head_line, found=name)
    wanted = set(alternatives)
    cells: dict[str, dict[str, str]] = {}
    lines: dict[str, int] = {}
    count = len(head)
    for line, row in rows[1:]:
        name = row[0].strip()
        if name in cells:
            raise Fault("duplicate_row", line=line, found=name)
        if name not in wanted:
            raise Fault("unknown_row", line=line, found=name, allowed=tuple(alternatives))
        if len(row) != count:
            raise Fault("row_length", line=line, found=len(row), allowed=count)
        cells[name] = dict(zip(columns, map(str.strip, row[1:]), strict=True))
        lines[name] = line
    return CodeTable(head_line, lines, cells)
