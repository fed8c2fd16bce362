"""Weights: swing points, the shares they make, and how a change of one moves the others.

Only shares count. Points run from 0 to 100; where a change would push one over 100, all are scaled
down so that the largest is 100.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from desktop_app.decision.faults import Fault
from desktop_app.decision.problem import Problem

MOST_POINTS = 100.0


@dataclass(frozen=True, slots=True)
class Weights:
    """Swing points by criterion, and the criteria whose share is locked."""

    points: Mapping[str, float] = field(hash=False)
    locked: frozenset[str] = frozenset()

    def shares(self, counted: Collection[str]) -> dict[str, float]:
        """The shares of the criteria that count; they add up to 1.

        Raises Fault `all_weights_zero` where no counted criterion has any points.
        """
        total = math.fsum(self.points[criterion] for criterion in counted)
        if total <= 0:
            raise Fault("all_weights_zero")
        return {criterion: self.points[criterion] / total for criterion in counted}

    def room(self, criterion: str, counted: Collection[str]) -> float:
        """The largest share that a criterion can take beside the locked ones."""
        shares = self.shares(counted)
        held = math.fsum(shares[other] for other in counted if other in self.locked and other != criterion)
        return max(0.0, 1.0 - held)

    def can_move(self, criterion: str, counted: Collection[str]) -> bool:
        """Whether a criterion's share can change at all: it is free, and another is free to give way."""
        free = [other for other in counted if other not in self.locked]
        return criterion in free and len(free) > 1

    def with_lock(self, criterion: str, locked: bool) -> "Weights":
        """These weights with one criterion locked or free."""
        change = self.locked | {criterion} if locked else self.locked - {criterion}
        return replace(self, locked=change)

    def with_points(self, criterion: str, points: float, counted: Collection[str]) -> "Weights":
        """These weights with a criterion's points changed and the other points as they are.

        Points outside 0–100 are clamped. Raises Fault `all_weights_zero` where nothing would be left.
        """
        changed = dict(self.points) | {criterion: min(max(points, 0.0), MOST_POINTS)}
        weights = replace(self, points=changed)
        weights.shares(counted)
        return weights

    def with_share(self, criterion: str, share: float, counted: Collection[str]) -> "Weights":
        """These weights with a criterion at `share` (0–1); the free others give way in proportion.

        A share beyond what the locked ones leave is clamped. Raises Fault `share_locked` where the
        criterion is locked and `nothing_gives_way` where no other is free.
        """
        return self._with_shares_moved([criterion], share, counted)

    def with_group_share(self, members: Iterable[str], share: float, counted: Collection[str]) -> "Weights":
        """These weights with a group at `share`: its free members scale in proportion (from 0: equally).

        Raises the same faults as `with_share`.
        """
        return self._with_shares_moved(list(members), share, counted)

    def _with_shares_moved(self, members: list[str], share: float, counted: Collection[str]) -> "Weights":
        if all(member in self.locked for member in members):
            raise Fault("share_locked")
        shares = self.shares(counted)
        rising = [member for member in members if member not in self.locked]
        giving = [other for other in counted if other not in self.locked and other not in members]
        if not giving:
            if len(members) == len(counted):
                return self
            raise Fault("nothing_gives_way")
        held_inside = math.fsum(shares[member] for member in members if member in self.locked)
        held = math.fsum(shares[other] for other in counted if other in self.locked)
        wanted = min(max(share - held_inside, 0.0), max(0.0, 1.0 - held))
        _spread(shares, rising, wanted)
        _spread(shares, giving, max(0.0, 1.0 - held - wanted))
        return self._with_shares(shares, counted)

    def with_moved(
        self, gaining: Iterable[str], losing: Iterable[str], amount: float, counted: Collection[str]
    ) -> "Weights":
        """These weights with `amount` of share moved from some criteria to others; all the rest stay.

        Negative amounts move the other way; what a side does not have cannot be moved. Locked criteria
        keep their share. Raises Fault `share_locked` where one side is locked as a whole.
        """
        shares = self.shares(counted)
        gains = [criterion for criterion in gaining if criterion not in self.locked]
        loses = [criterion for criterion in losing if criterion not in self.locked]
        if not gains or not loses:
            raise Fault("share_locked")
        have = math.fsum(shares[criterion] for criterion in gains)
        give = math.fsum(shares[criterion] for criterion in loses)
        amount = min(max(amount, -have), give)
        _spread(shares, gains, have + amount)
        _spread(shares, loses, give - amount)
        return self._with_shares(shares, counted)

    def _with_shares(self, shares: Mapping[str, float], counted: Collection[str]) -> "Weights":
        total = math.fsum(self.points[criterion] for criterion in counted)
        points = dict(self.points)
        points.update((criterion, shares[criterion] * total) for criterion in counted)
        largest = max(points.values())
        if largest > MOST_POINTS:
            points = {
                criterion: min(MOST_POINTS, value * (MOST_POINTS / largest))
                for criterion, value in points.items()
            }
        return replace(self, points=points)


def _spread(shares: dict[str, float], members: list[str], wanted: float) -> None:
    """Gives `members` the share `wanted` in proportion to what they have; equally where they have nothing."""
    have = math.fsum(shares[member] for member in members)
    for member in members:
        shares[member] = shares[member] / have * wanted if have > 0 else wanted / len(members)


def equal_points(problem: Problem) -> dict[str, float]:
    """100 points for every criterion."""
    return {criterion.id: MOST_POINTS for criterion in problem.criteria}


def equal_group_points(problem: Problem) -> dict[str, float]:
    """Points that make groups side by side equal, down the tree, and criteria equal within their group."""
    shares: dict[str, float] = {}

    def share_out(group_id: str | None, share: float) -> None:
        groups = [
            group.id for group in problem.groups if group.inside == group_id and problem.members(group.id)
        ]
        criteria = [criterion.id for criterion in problem.criteria if criterion.group == group_id]
        for group in groups:
            share_out(group, share / (len(groups) + len(criteria)))
        for criterion in criteria:
            shares[criterion] = share / (len(groups) + len(criteria))

    share_out(None, 1.0)
    largest = max(shares.values())
    return {criterion.id: MOST_POINTS * shares[criterion.id] / largest for criterion in problem.criteria}
