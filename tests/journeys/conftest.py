"""A real X server of its own for each journey, and a hand on mouse and keyboard in it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "xdotool", "scrot")
SIZE = (1366, 768)
PATIENCE = 30.0


def wait_until(
    condition: Callable[[], object], what: str | Callable[[], str], patience: float = PATIENCE
) -> None:
    """Asks again and again; fails with `what` once the patience is at its end."""
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            pytest.fail(f"waited in vain for {what if isinstance(what, str) else what()}")
        time.sleep(0.05)


@dataclass
class Screen:
    """An X server with what runs in it."""

    display: str
    home: Path
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)
    shots: int = 0

    @property
    def environment(self) -> dict[str, str]:
        places = {
            f"XDG_{name}_HOME": str(self.home / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")
        }
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "QT_QPA_PLATFORMTHEME", "LANGUAGE")
        }
        return (
            kept
            | places
            | {
                "DISPLAY": self.display,
                "HOME": str(self.home),
                "LC_ALL": "C.UTF-8",
                "PYTHONFAULTHANDLER": "1",
            }
        )

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Starts the program as a person would."""
        log = (self.home / "output.txt").open("ab")
        process = subprocess.Popen(
            [sys.executable, "-m", "desktop_app", *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=log,
            stderr=log,
        )
        log.close()
        self.running.append(process)
        return process

    def said(self) -> str:
        """What the program printed."""
        return (self.home / "output.txt").read_text(encoding="utf-8", errors="replace")

    def state(self) -> str:
        """What a failure needs to tell: windows, what runs and where, and what was printed."""
        windows = self.do("search", "--name", "")
        codes = [process.poll() for process in self.running]
        for process in self.running:
            if process.poll() is None:
                # Python's fault handler answers with where each thread is.
                process.send_signal(signal.SIGABRT)
                process.wait(10)
        return f"windows {windows.split()}, exit codes {codes}, printed: {self.said()}"

    def do(self, *words: str) -> str:
        """One xdotool command."""
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return done.stdout.strip()

    def window(self, name: str) -> str:
        """The window whose title contains `name`, in front and with the keyboard."""
        found: list[str] = []

        def there() -> bool:
            found[:] = self.do("search", "--onlyvisible", "--name", name).split()
            return bool(found)

        wait_until(there, lambda: f"a window called {name!r}; {self.state()}")
        self.do("windowfocus", "--sync", found[-1])
        return found[-1]

    def gone(self, name: str) -> bool:
        return not self.do("search", "--onlyvisible", "--name", name)

    def key(self, keys: str) -> None:
        self.do("key", "--clearmodifiers", keys)

    def type(self, text: str) -> None:
        self.do("type", "--delay", "15", text)

    def move(self, x: float, y: float) -> None:
        self.do("mousemove", "--sync", str(round(x)), str(round(y)))

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Presses, moves in steps, lets go."""
        self.move(*start)
        self.do("mousedown", "1")
        for step in range(1, 9):
            part = step / 8
            self.move(start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
        self.do("mouseup", "1")

    def picture(self, box: tuple[int, int, int, int] | None = None) -> np.ndarray:
        """What can be seen in a box (left, top, right, bottom)."""
        self.shots += 1
        path = self.home / f"shot-{self.shots}.png"
        subprocess.run(["scrot", "-o", str(path)], env=self.environment, check=True, timeout=PATIENCE)
        with Image.open(path) as image:
            pixels = np.asarray(image.convert("RGB").crop(box) if box else image.convert("RGB"))
        path.unlink()
        return pixels

    def settled(self, box: tuple[int, int, int, int]) -> np.ndarray:
        """The same once it no longer changes."""
        last = [self.picture(box)]

        def calm() -> bool:
            now = self.picture(box)
            same = np.array_equal(now, last[0])
            last[0] = now
            return same

        wait_until(calm, "a picture that stands still")
        return last[0]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """Skips where there is no Xvfb, xdotool or scrot; in CI that is a failure."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        reason = f"not here: {', '.join(missing)}"
        if os.environ.get("CI") and sys.platform == "linux":
            pytest.fail(reason)
        pytest.skip(reason)
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    if not number:
        server.kill()
        pytest.fail("Xvfb did not start")
    home = tmp_path / "home"
    home.mkdir()
    there = Screen(f":{number}", home)
    yield there
    for process in there.running:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
    server.terminate()
    server.wait(10)
