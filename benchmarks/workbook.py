"""(e) Writing the workbook, and reading decks as large as they get."""

import tempfile
import time
from pathlib import Path

import yaml

from benchmarks.big_deck import write_deck
from benchmarks.measure import Row, peak_mb, seconds, shown
from desktop_app.decision.project import start
from desktop_app.files import places
from desktop_app.files.deck import load

_PEAK = """
import sys
from pathlib import Path
from desktop_app.decision.project import start
from desktop_app.files.deck import load
from desktop_app.files.workbook import export
export(start(load(sys.argv[1])), Path(sys.argv[2]))
"""


def rows() -> list[Row]:
    """The report's lines for files."""
    from desktop_app.files.workbook import export

    found = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = places.first_deck()
        project = start(load(first))
        taken = seconds(lambda: export(project, folder / "small.xlsx"), repeats=5)
        found.append(Row("e", "workbook of the first deck", shown(taken), "", "", "", None))
        large = write_deck(folder, 1000, 50, in_csv=True)
        project = start(load(large))
        before = time.perf_counter()
        export(project, folder / "large.xlsx")
        taken = time.perf_counter() - before
        found.append(Row("e", "workbook of 1000×50", shown(taken), "", "", "", None))
        for what, deck in (("the first deck", first), ("1000×50", large)):
            peak = peak_mb(_PEAK, str(deck), str(folder / "peak.xlsx"))
            found.append(Row("f", f"peak memory, export of {what}", f"{peak:.0f} MB", "", "", "", None))
        found.append(_all_in_yaml(folder))
    return found


def _all_in_yaml(folder: Path) -> Row:
    """A deck of 10,000×20 with evidence in each cell, beside a plain full load of the same text."""
    deck = write_deck(folder, 10_000, 20, in_csv=False)
    before = time.perf_counter()
    load(deck)
    ours = time.perf_counter() - before
    text = deck.read_text(encoding="utf-8")
    before = time.perf_counter()
    yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    theirs = time.perf_counter() - before
    what = "open a deck of 10,000×20, all in YAML; beside CSafeLoader on the same text"
    return Row("c", what, shown(ours), shown(theirs), f"{ours / theirs:.2f}×", "≤ 0.5×", ours / theirs <= 0.5)
