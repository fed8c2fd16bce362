"""(d) From the start of a process to the first painted ranking, beside a bare PySide6 + pyqtgraph window."""

import statistics
import time

from benchmarks.measure import Row, in_a_process, peak_mb, shown

_BARE = """
import json, sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
import pyqtgraph
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(pyqtgraph.PlotWidget())
window.resize(1366, 768)
window.show()
app.processEvents()
print(json.dumps({"now": time.time()}))
sys.stdout.flush()
import os; os._exit(0)
"""

_OURS = """
import json, sys, time
from desktop_app.window.start import application, make_window
app = application()
window = make_window()
window.show()
app.processEvents()
heavy = [name for name in ("pandas", "openpyxl", "pyqtgraph") if name in sys.modules]
print(json.dumps({"now": time.time(), "heavy": heavy}))
sys.stdout.flush()
import os; os._exit(0)
"""

REPEATS = 7


def rows() -> list[Row]:
    """The report's lines for the start; the two take turns, so that a busy moment meets both."""
    ours, bare = [], []
    heavy: list[str] = []
    for _ in range(REPEATS):
        for code, taken in ((_BARE, bare), (_OURS, ours)):
            start = time.time()
            found = in_a_process(code, QT_QPA_PLATFORM="offscreen")
            taken.append(found["now"] - start)
            heavy = found.get("heavy", heavy)
    mine, theirs = statistics.median(ours), statistics.median(bare)
    ending = "\n".join(line for line in _OURS.splitlines() if "os._exit" not in line and "print" not in line)
    peak = peak_mb(ending, QT_QPA_PLATFORM="offscreen")
    return [
        Row(
            "d",
            "start to first painted ranking; beside a bare PySide6 + pyqtgraph window"
            + (f" (imported already: {', '.join(heavy)})" if heavy else ""),
            shown(mine),
            shown(theirs),
            f"{mine / theirs:.2f}×",
            "≤ 1.5×",
            mine / theirs <= 1.5,
        ),
        Row("f", "peak memory, the window with the first deck", f"{peak:.0f} MB", "", "", "", None),
    ]
