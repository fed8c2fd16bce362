"""The program ends as it should: with code 0, time after time."""

import subprocess
import sys

from tests.journeys.conftest import ROOT

TIMES = 24
AT_ONCE = 4


def test_reading_a_deck_never_ends_in_a_crash() -> None:
    """msgspec 0.19 and 0.22 free annotated types twice when Python ends, in every fourth run or so."""
    read = "from desktop_app.files import places, deck; deck.load(places.first_deck())"
    codes: list[int] = []
    for _ in range(TIMES // AT_ONCE):
        running = [subprocess.Popen([sys.executable, "-c", read], cwd=ROOT) for _ in range(AT_ONCE)]
        codes += [process.wait(60) for process in running]
    assert codes == [0] * TIMES
