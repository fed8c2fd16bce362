"""A pass over a saved workbook that puts every formula's result beside it.

A workbook that arrives by mail opens in a view that computes nothing: without stored results its reader
sees empty cells. openpyxl writes none.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO
from xml.sax.saxutils import escape

Result = float | int | str

_FORMULA = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)><f>([^<]*)</f><v ?/?>(?:</v>)?</c>')
_AFTER_IGNORED = re.compile(rb"<(?:drawing|legacyDrawing|tableParts|extLst)\b|</worksheet>")
_WHEN = (1980, 1, 1, 0, 0, 0)


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
            data = source.read(part)
            if part.filename in by_part:
                data = _with_results(data, by_part[part.filename])
            # A fixed time, so that the same export gives the same bytes.
            entry = zipfile.ZipInfo(part.filename, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(entry, data)


def _with_results(xml: bytes, sheet: SheetResults) -> bytes:
    stored = 0

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

    xml = _FORMULA.sub(store, xml)
    if stored != len(sheet.results) or xml.count(b"<f>") != stored:
        raise ValueError("formulas and their results do not match")
    if sheet.texts_like_numbers:
        areas = " ".join(sheet.texts_like_numbers)
        ignored = (
            f'<ignoredErrors><ignoredError sqref="{areas}" numberStoredAsText="1"/></ignoredErrors>'.encode()
        )
        xml = _AFTER_IGNORED.sub(lambda match: ignored + match[0], xml, count=1)
    return xml
