"""What the program remembers between two runs: choices, the window's place, and each deck's last weights.

Small JSON files in the system's place for such things; whatever cannot be read or written is forgotten
without a word, since nothing of the person's work lies here.
"""

import hashlib
import json
import math
from pathlib import Path
from typing import Any

import platformdirs

from desktop_app.decision.faults import Fault
from desktop_app.decision.preferences import MOST_POINTS, Weights
from desktop_app.decision.problem import Problem
from desktop_app.decision.project import Project
from desktop_app.files.atomic import replacing


def system_folder() -> Path:
    """Where the system keeps the data of programs."""
    return Path(platformdirs.user_data_path("parallel-paths", appauthor=False))


class Memory:
    """A folder of small files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def choices(self) -> dict[str, Any]:
        """The choices of the last run; empty where there are none."""
        return self._read("choices.json")

    def keep_choices(self, choices: dict[str, Any]) -> None:
        self._write("choices.json", choices)

    def weights(self, problem: Problem) -> tuple[Weights, str | None] | None:
        """The last weights of a deck and the set that counted; None where there are none that fit it."""
        kept = self._read(_weights_file(problem))
        points, perspective = kept.get("points"), kept.get("set")
        ids = [criterion.id for criterion in problem.criteria]
        if not isinstance(points, dict) or set(points) != set(ids):
            return None
        if not all(_is_points(value) for value in points.values()):
            return None
        locked = [one for one in kept.get("locked", []) if one in ids]
        weights = Weights({one: float(points[one]) for one in ids}, frozenset(locked))
        try:
            weights.shares([criterion.id for criterion in problem.counted(perspective)])
        except (Fault, TypeError):
            return None
        return weights, perspective if perspective is not None else problem.default_perspective

    def keep_weights(self, project: Project) -> None:
        weights = project.weights
        kept = {"points": dict(weights.points), "locked": sorted(weights.locked), "set": project.perspective}
        self._write(_weights_file(project.problem), kept)

    def _read(self, name: str) -> dict[str, Any]:
        try:
            found = json.loads((self.folder / name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, name: str, content: dict[str, Any]) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with replacing(self.folder / name) as file:
                file.write(json.dumps(content, indent=1).encode("utf-8"))
        except OSError:
            return


def _weights_file(problem: Problem) -> str:
    # Two decks may share an id, a deck may change its criteria: then their weights are others.
    criteria = ",".join(criterion.id for criterion in problem.criteria)
    digest = hashlib.sha256(f"{problem.id}|{criteria}".encode()).hexdigest()[:16]
    return f"weights-{problem.id[:40]}-{digest}.json"


def _is_points(value: object) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and math.isfinite(value)
        and 0 <= value <= MOST_POINTS
    )
