"""Reads an exported workbook's ranking and inputs back, for comparison with the engine's own."""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest

from desktop_app.engine.ranking import Ranking

RANKING, WEIGHTS, SCORES, SCALES, EVIDENCE, ABOUT, HIDDEN = range(7)


@dataclass(frozen=True)
class Shown:
    """The sorted table as it stands in a workbook."""

    ids: list[str]
    titles: list[str]
    ranks: list[int]
    score: list[float]
    low: list[float]
    high: list[float]
    contributions: np.ndarray
    alert: str


def opened(path: Path, values: bool = True) -> Any:
    return openpyxl.load_workbook(path, data_only=values)


def head_row(sheet: Any) -> int:
    """The row of a sheet's heads, which begins with the hidden “id”."""
    return max(row for row in range(1, 12) if sheet.cell(row, 1).value == "id")


def shown(workbook: Any) -> Shown:
    sheet = workbook.worksheets[RANKING]
    head = head_row(sheet)
    columns = [cell.column for cell in sheet[head - 2] if cell.value]
    rows = [row for row in range(head + 1, sheet.max_row + 1) if sheet.cell(row, 1).value is not None]

    def down(col: int) -> list[Any]:
        return [sheet.cell(row, col).value for row in rows]

    return Shown(
        down(1),
        down(5),
        down(4),
        down(6),
        down(7),
        down(8),
        np.array([[sheet.cell(row, col).value for col in columns] for row in rows], dtype=float),
        sheet.cell(4, 4).value or "",
    )


def agrees(found: Shown, ranking: Ranking, case: str = "") -> None:
    """The workbook's table is the engine's, order included, to 1e-9."""
    order = ranking.order
    assert found.ids == [ranking.table.alternatives[at] for at in order], case
    assert found.ranks == ranking.rank[order].tolist(), case
    for name in ("score", "low", "high"):
        engine = getattr(ranking, name if name == "score" else f"score_{name}")[order]
        assert getattr(found, name) == pytest.approx(engine.tolist(), rel=0, abs=1e-9), (case, name)
    np.testing.assert_allclose(
        found.contributions, ranking.contributions[order], rtol=0, atol=1e-9, err_msg=case
    )


def area(workbook: Any, name: str) -> Any:
    """The cells behind a defined name."""
    where = workbook.defined_names[name].attr_text
    sheet, cells = where.rsplit("!", 1)
    return workbook[sheet.strip("'").replace("''", "'")][cells.replace("$", "")]


def weight_cells(workbook: Any) -> dict[str, Any]:
    """The input cell of each criterion."""
    pairs = zip(area(workbook, "pp_weight_ids"), area(workbook, "pp_weights"), strict=True)
    return {name.value: cell for (name,), (cell,) in pairs}


def code_cells(workbook: Any) -> dict[tuple[str, str], Any]:
    """The input cell of each alternative on each criterion."""
    criteria = [cell.value for cell in area(workbook, "pp_criterion_ids")[0]]
    names = [row[0].value for row in area(workbook, "pp_alternative_ids")]
    return {
        (name, criterion): cell
        for name, row in zip(names, area(workbook, "pp_codes"), strict=True)
        for criterion, cell in zip(criteria, row, strict=True)
    }


_STORED = re.compile(rb"(<f>[^<]*</f>)<v>[^<]*</v>")


def stripped(path: Path, target: Path) -> Path:
    """A copy whose formulas have no stored results, so that an office has to compute them."""
    taken = 0
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in source.namelist():
            data = source.read(part)
            if part.startswith("xl/worksheets/"):
                data, count = _STORED.subn(rb"\1", data)
                taken += count
            copy.writestr(part, data)
    assert taken
    return target


def parts(path: Path) -> dict[str, str]:
    """The texts inside a package."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return {name: package.read(name).decode() for name in package.namelist()}
