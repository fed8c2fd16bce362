"""What people choose for a ranking: preset, points and set, as texts from a command line or values from a notebook."""

import math
import re
from collections.abc import Mapping

from desktop_app.decision.faults import Fault
from desktop_app.decision.preferences import MOST_POINTS
from desktop_app.decision.problem import Problem
from desktop_app.decision.project import Project, start

_PART = re.compile(r"\s*([^=\s]+)\s*=\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)\s*\Z", re.ASCII)
_DECIMAL_COMMA = re.compile(r"([^=,;\s]+\s*=\s*[+-]?\d+)\s*,\s*(\d+)\s*(?=[,;]|\Z)", re.ASCII)


def read_points(text: str) -> dict[str, float]:
    """The points in `cost=40,ownership=10`.

    Raises Fault `weight_decimal_comma`, `weight_unreadable` or `weight_twice`.
    """
    if comma := _DECIMAL_COMMA.search(text):
        raise Fault("weight_decimal_comma", found=comma[0].strip(), better=f"{comma[1]}.{comma[2]}")
    points: dict[str, float] = {}
    for part in text.split(","):
        match = _PART.match(part)
        if match is None:
            raise Fault("weight_unreadable", found=part.strip() or text)
        if match[1] in points:
            raise Fault("weight_twice", found=match[1])
        points[match[1]] = float(match[2])
    return points


def check_points(points: Mapping[str, float], problem: Problem, perspective: str | None) -> None:
    """Raises Fault `weight_not_counted`, `no_such_criterion`, `weight_unreadable` or `outside`."""
    counted = tuple(criterion.id for criterion in problem.counted(perspective))
    known = {criterion.id for criterion in problem.criteria}
    for criterion, value in points.items():
        if criterion not in counted:
            kind = "weight_not_counted" if criterion in known else "no_such_criterion"
            raise Fault(kind, found=criterion, set=perspective, allowed=counted)
        if math.isnan(value):
            raise Fault("weight_unreadable", found=f"{criterion}={value}")
        if not 0 <= value <= MOST_POINTS:
            raise Fault("outside", found=f"{criterion}={value:g}", low=0, high=int(MOST_POINTS))


def choose(
    problem: Problem,
    *,
    preset: str | None = None,
    points: Mapping[str, float] | None = None,
    perspective: str | None = None,
) -> Project:
    """A project with the points of a preset (the deck's first where none is named), some of them changed.

    Raises Fault `no_such_set`, `no_such_preset`, `all_weights_zero` or what `check_points` raises.
    """
    if perspective is not None and perspective not in problem.perspectives:
        raise Fault("no_such_set", found=perspective, allowed=problem.perspectives)
    project = start(problem, preset, perspective)
    if not points:
        return project
    check_points(points, problem, project.perspective)
    weights = project.weights
    changed = dict(weights.points) | {criterion: float(value) for criterion, value in points.items()}
    project = Project(problem, type(weights)(changed), project.perspective)
    project.weights.shares(project.counted)
    return project
