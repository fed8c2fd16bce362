"""(c) From a change to the painted window, at 5×8 and at 10,000×20; scrolling and gliding."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.big_deck import write_deck
from benchmarks.measure import MILLI, Row


def _median(work: Callable[[int], None], times: int) -> float:
    taken = []
    for at in range(times):
        start = time.perf_counter()
        work(at)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def rows() -> list[Row]:
    """The report's lines for the window, off-screen: the same painting, without a display's own delays."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop_app.files import places
    from desktop_app.files.deck import load
    from desktop_app.window.main_window import MainWindow
    from desktop_app.window.start import application
    from desktop_app.window.theme import theme_for

    app = application()
    deck = places.first_deck()
    window = MainWindow(load(deck), deck, theme_for("light"))
    window.show()
    app.processEvents()
    found = _small(window, app.processEvents)
    window.close()
    with tempfile.TemporaryDirectory() as folder:
        big = write_deck(Path(folder), 10_000, 20, in_csv=True)
        start = time.perf_counter()
        problem = load(big)
        opened = time.perf_counter() - start
        found.append(_row("open a deck of 10,000×20, performances in CSV", opened, "≤ 1 s", opened <= 1))
        large = MainWindow(problem, big, theme_for("light"))
        large.show()
        app.processEvents()
        found += _large(large, app.processEvents)
        large.close()
    return found


def _row(what: str, taken: float, target: str, met: bool | None, beside: float | None = None) -> Row:
    ratio = f"{taken / beside:.2f}×" if beside else ""
    return Row(
        "c", what, f"{taken * MILLI:.1f} ms", f"{beside * MILLI:.1f} ms" if beside else "", ratio, target, met
    )


def _small(window: object, settle: Callable[[], None]) -> list[Row]:
    picture = window.page.picture  # type: ignore[attr-defined]
    slider = window.page.weights.rows["cost"].slider  # type: ignore[attr-defined]

    def slide(at: int) -> None:
        slider.setValue(300 + 3 * at)
        settle()

    def drag(at: int) -> None:
        gesture.move_share(["cost"], ["technical_works"], -0.0005 * at)
        settle()

    def bare(_at: int) -> None:
        window.repaint()  # type: ignore[attr-defined]
        settle()

    for warm in range(5):
        slide(warm)
    changed = _median(slide, 120)
    picture.glide.stop()
    gesture = window.document.gesture()  # type: ignore[attr-defined]
    dragged = _median(drag, 120)
    picture.glide.stop()
    settle()
    painted = _median(bare, 60)
    glide = _glide(window, settle)
    return [
        _row(
            "slider change to painted home page, 5×8; beside a bare repaint",
            changed,
            "≤ 16 ms and ≤ 2×",
            changed <= 0.016 and changed <= 2 * painted,
            painted,
        ),
        _row(
            "border drag to painted home page, 5×8",
            dragged,
            "≤ 16 ms and ≤ 2×",
            dragged <= min(0.016, 2 * painted),
            painted,
        ),
        _row("slowest frame of a glide, 5×8", glide, "≤ 33 ms", glide <= 0.033),
    ]


def _glide(window: object, settle: Callable[[], None]) -> float:
    """The slowest of twenty frames of rows on their way."""
    picture = window.page.picture  # type: ignore[attr-defined]
    order = picture.content.order
    picture.glide.go(order[::-1].copy(), order)
    picture.glide.animation.pause()
    slowest = 0.0
    for at in range(20):
        start = time.perf_counter()
        picture.glide.animation.setCurrentTime(at * 10)
        settle()
        slowest = max(slowest, time.perf_counter() - start)
    picture.glide.stop()
    return slowest


def _large(window: object, settle: Callable[[], None]) -> list[Row]:
    picture = window.page.picture  # type: ignore[attr-defined]
    gesture = window.document.gesture()  # type: ignore[attr-defined]

    def drag(at: int) -> None:
        gesture.move_share(["c0"], ["c1"], 0.0004 * (at + 1))
        settle()

    def scroll(at: int) -> None:
        picture.verticalScrollBar().setValue(at * 500)
        settle()

    drag(0)
    dragged = _median(drag, 60)
    picture.glide.stop()
    settle()
    scrolled = _median(scroll, 60)
    return [
        _row("border drag to painted home page, 10,000×20", dragged, "≤ 33 ms", dragged <= 0.033),
        _row("scrolling, 10,000×20", scrolled, "≤ 16 ms", scrolled <= 0.016),
    ]
