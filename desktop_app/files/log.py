"""The log file of what nobody expected, in the system's usual place."""

import contextlib
import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from desktop_app import __version__

_MOST_BYTES = 1_000_000


def log_path() -> Path:
    """Where the log file is or would be."""
    from platformdirs import user_log_path

    return user_log_path("parallel-paths", appauthor=False) / "parallel-paths.log"


def write(error: BaseException) -> Path | None:
    """Adds an error with its traceback to the log; None where the log cannot be written."""
    path = log_path()
    entry = (
        f"{datetime.now(UTC).isoformat(timespec='seconds')} Parallel Paths {__version__}, "
        f"Python {platform.python_version()}, {platform.platform()}\n"
        f"{' '.join(sys.argv)}\n{''.join(traceback.format_exception(error))}\n"
    )
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(entry)
        return path
    return None
