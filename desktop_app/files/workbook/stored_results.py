"""A pass over a saved workbook that puts every formula's result beside it.

A workbook that arrives by mail opens in a view that computes nothing: without stored results its reader
sees empty cells. openpyxl writes none.
"""

import io
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, BinaryIO
from xml.sax.saxutils import escape

Result = float | int | str

_FORMULA = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)><f>([^<]*)</f><v ?/?>(?:</v>)?</c>')
_AFTER_IGNORED = re.compile(rb"<(?:drawing|legacyDrawing|tableParts|extLst)\b|</worksheet>")
_BLOCK = 1 << 20
_ROW_END = b"</row>"


@dataclass(frozen=True, slots=True)
class SheetResults:
    """What one sheet's formulas amount to, by address, and its areas of texts that look like numbers."""

    results: Mapping[str, Result]
    texts_like_numbers: Sequence[str] = ()


def write(package: bytes, sheets: Sequence[SheetResults], target: BinaryIO) -> None:
    """Copies a workbook, sheets in order, with results stored.

    Raises ValueError where a formula has no result or a result no formula.
    """
    by_part = {f"xl/worksheets/sheet{at}.xml": sheet for at, sheet in enumerate(sheets, start=1)}
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for part in source.infolist():
            entry = zipfile.ZipInfo(part.filename, part.date_time)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with source.open(part) as old, copy.open(entry, "w", force_zip64=True) as new:
                if part.filename in by_part:
                    _copy_sheet(old, new, by_part[part.filename])
                else:
                    shutil.copyfileobj(old, new)


def _copy_sheet(old: IO[bytes], new: IO[bytes], sheet: SheetResults) -> None:
    stored = formulas = 0

    def store(match: re.Match[bytes]) -> bytes:
        nonlocal stored
        address, attributes, formula = match.groups()
        name = address.decode()
        if name not in sheet.results:
            raise ValueError(f"the formula in {name} has no result")
        stored += 1
        result = sheet.results[name]
        if isinstance(result, str):
            kind, value = b' t="str"', escape(result).encode()
        else:
            kind, value = b"", repr(result).encode()
        return b'<c r="%b"%b%b><f>%b</f><v>%b</v></c>' % (address, attributes, kind, formula, value)

    for xml in _by_rows(old):
        formulas += xml.count(b"<f>")
        new.write(_FORMULA.sub(store, _ignoring(xml, sheet.texts_like_numbers)))
    if not stored == formulas == len(sheet.results):
        raise ValueError("formulas and their results do not match")


def _by_rows(old: IO[bytes]) -> Iterator[bytes]:
    """A sheet in pieces that end where a row does, so that a large one is never whole in memory."""
    rest = b""
    while block := old.read(_BLOCK):
        rows, end, tail = (rest + block).rpartition(_ROW_END)
        if end:
            yield rows + end
        rest = tail
    yield rest


def _ignoring(xml: bytes, areas: Sequence[str]) -> bytes:
    """Tells Excel, after the last row, where texts may look like numbers."""
    if not areas or b"</sheetData>" not in xml:
        return xml
    ignored = (
        f'<ignoredErrors><ignoredError sqref="{" ".join(areas)}" numberStoredAsText="1"/></ignoredErrors>'
    )
    return _AFTER_IGNORED.sub(lambda match: ignored.encode() + match[0], xml, count=1)
