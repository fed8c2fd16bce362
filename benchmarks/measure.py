"""Timing and memory: medians of repeated runs, the peak memory of a fresh process, one table."""

import gc
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

MILLI, MICRO = 1e3, 1e6


@dataclass(frozen=True)
class Row:
    """One line of the report; `met` is None where there is no target."""

    section: str
    what: str
    ours: str
    beside: str
    ratio: str
    target: str
    met: bool | None


def seconds(work: Callable[[], Any], least: float = 0.2, repeats: int = 7) -> float:
    """The median over `repeats` of the time of one call, each repeat long enough to be measured."""
    calls = 1
    while True:
        taken = _time(work, calls)
        if taken > least / repeats or calls > 1_000_000:
            break
        calls *= 2
    gc.collect()
    return statistics.median(_time(work, calls) / calls for _ in range(repeats))


def _time(work: Callable[[], Any], calls: int) -> float:
    start = time.perf_counter()
    for _ in range(calls):
        work()
    return time.perf_counter() - start


def shown(duration: float) -> str:
    """A duration in the unit that fits it."""
    if duration < 1e-3:
        return f"{duration * MICRO:.1f} µs"
    if duration < 1:
        return f"{duration * MILLI:.1f} ms"
    return f"{duration:.2f} s"


def in_a_process(code: str, *arguments: str, **environment: str) -> dict[str, Any]:
    """Runs Python code in a fresh process and gives the JSON object it prints last."""
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | environment,
    )
    result: dict[str, Any] = json.loads(run.stdout.strip().splitlines()[-1])
    return result


PEAK = """
def peak_mb():
    # A process inherits the resource usage of the one that started it; Linux tells its own apart.
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        pass
    try:
        import resource, sys
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
    except ImportError:
        return float("nan")
"""
"""Source of a function for code that runs in a process of its own; NaN where the system does not tell."""


def peak_mb(code: str, *arguments: str, **environment: str) -> float:
    """The peak memory in MB of a fresh process that runs some code."""
    ending = "\nimport json, os\nprint(json.dumps({'peak': peak_mb()}), flush=True)\nos._exit(0)\n"
    return float(in_a_process(PEAK + code + ending, *arguments, **environment)["peak"])


def table(rows: list[Row]) -> None:
    """Prints the report."""
    from rich.console import Console
    from rich.table import Table

    out = Table(title="Parallel Paths – benchmarks (medians of one run)", title_justify="left")
    for head, justify in (
        ("", "left"),
        ("what", "left"),
        ("ours", "right"),
        ("beside", "right"),
        ("ratio", "right"),
        ("target", "left"),
        ("", "left"),
    ):
        out.add_column(head, justify=justify, no_wrap=head != "what")  # type: ignore[arg-type]
    for row in rows:
        met = "" if row.met is None else "yes" if row.met else "NO"
        out.add_row(row.section, row.what, row.ours, row.beside, row.ratio, row.target, met)
    console = Console()
    Console(width=max(132, console.width), force_terminal=False).print(out)
