"""A process that has read a deck ends as it should: some releases of msgspec crashed one in four at their end."""

import subprocess
import sys

import pytest

from desktop_app.files import places

_CODE = "import sys; from desktop_app.files.deck import load; load(sys.argv[1])"


@pytest.mark.parametrize("attempt", range(8))
def test_reading_a_deck_leaves_a_process_that_ends(attempt: int) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _CODE, str(places.first_deck())], check=False, capture_output=True, text=True
    )
    assert (run.returncode, run.stderr) == (0, "")
