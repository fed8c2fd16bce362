"""`uv run python -m benchmarks [engine] [window] [startup] [workbook]`: all of them, or those named."""

import importlib
import sys

from benchmarks.measure import table

SECTIONS = ("engine", "window", "startup", "workbook")


def main(wanted: list[str]) -> int:
    unknown = [name for name in wanted if name not in SECTIONS]
    if unknown:
        print(f"There is no benchmark {unknown[0]}; allowed are {', '.join(SECTIONS)}.", file=sys.stderr)
        return 2
    rows = []
    for name in wanted or SECTIONS:
        print(f"… {name}", file=sys.stderr, flush=True)
        rows += importlib.import_module(f"benchmarks.{name}").rows()
    table(sorted(rows, key=lambda row: row.section))
    return 0 if all(row.met is not False for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
