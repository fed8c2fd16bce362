"""The open decision: a problem, the present weights and the perspective; every edit gives a new one."""

from dataclasses import dataclass, replace
from functools import cached_property

from desktop_app.decision.faults import Fault
from desktop_app.decision.preferences import Weights, equal_points
from desktop_app.decision.problem import Preset, Problem


@dataclass(frozen=True)
class Project:
    """A problem with weights on its criteria, seen from one perspective."""

    problem: Problem
    weights: Weights
    perspective: str | None

    @cached_property
    def counted(self) -> tuple[str, ...]:
        """Ids of the criteria that count, in the deck's order."""
        return tuple(criterion.id for criterion in self.problem.counted(self.perspective))

    @cached_property
    def shares(self) -> dict[str, float]:
        """Shares of the criteria that count; they add up to 1."""
        return self.weights.shares(self.counted)

    def group_share(self, group_id: str) -> float:
        """The sum of the shares of a group's members that count."""
        return sum(self.shares.get(criterion.id, 0.0) for criterion in self.problem.members(group_id))

    def with_weights(self, weights: Weights) -> "Project":
        return replace(self, weights=weights)

    def with_perspective(self, perspective: str | None) -> "Project":
        """Raises Fault `no_such_set` or `all_weights_zero`."""
        project = replace(self, perspective=perspective)
        project.weights.shares(project.counted)
        return project

    def with_preset(self, preset: Preset) -> "Project":
        """The preset's points; locks stay where they are but hold nothing back."""
        return self.with_weights(replace(self.weights, points=dict(preset.points)))

    @property
    def preset(self) -> Preset | None:
        """The first preset whose shares are the present ones, if any."""
        for preset in self.problem.presets:
            try:
                theirs = Weights(preset.points).shares(self.counted)
            except Fault:
                continue
            if all(abs(theirs[criterion] - share) < 1e-9 for criterion, share in self.shares.items()):
                return preset
        return None


def start(problem: Problem, preset_id: str | None = None, perspective: str | None = None) -> Project:
    """A project with a preset's weights: the deck's first preset, else equal ones.

    Raises Fault `no_such_preset`, `no_such_set` or `all_weights_zero`.
    """
    if preset_id is not None:
        try:
            points = problem.preset(preset_id).points
        except KeyError:
            allowed = tuple(preset.id for preset in problem.presets)
            raise Fault("no_such_preset", found=preset_id, allowed=allowed) from None
    else:
        points = problem.presets[0].points if problem.presets else equal_points(problem)
    chosen = problem.default_perspective if perspective is None else perspective
    project = Project(problem, Weights(dict(points)), chosen)
    project.weights.shares(project.counted)
    return project
