"""The small API for notebooks: load a deck, rank it, get data frames.

from desktop_app import notebook

deck = notebook.load("aligning-parallel-paths")
result = notebook.rank(deck, weights={"cost": 40})
result.ranking
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.decision.faults import Fault
from desktop_app.decision.performances import code
from desktop_app.decision.problem import Problem
from desktop_app.decision.project import Project
from desktop_app.engine.ranking import Ranking
from desktop_app.engine.ranking import rank as _rank
from desktop_app.files import languages, options, places, results
from desktop_app.files.deck import DeckError
from desktop_app.files.deck import load as _load
from desktop_app.files.languages.faults import reason

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Deck", "DeckError", "Result", "load", "names", "rank"]


@dataclass(frozen=True)
class Deck:
    """A decision problem, with texts in one language."""

    problem: Problem
    language: str = "en"

    @property
    def title(self) -> str:
        return self.problem.title.say(self.language)

    @property
    def presets(self) -> dict[str, str]:
        """Titles of the presets of weights, by id; the first is the default."""
        return {preset.id: preset.title.say(self.language) for preset in self.problem.presets}

    @property
    def sets(self) -> tuple[str, ...]:
        """What can be counted at a time; the first is the default."""
        return self.problem.perspectives

    @cached_property
    def alternatives(self) -> "pd.DataFrame":
        """The recommendations by id: title, tier, summary."""
        return _frame(
            "id",
            [
                {
                    "id": one.id,
                    "title": one.title.say(self.language),
                    "tier": one.tier,
                    "summary": one.summary.say(self.language),
                }
                for one in self.problem.alternatives
            ],
            ["title", "tier", "summary"],
        )

    @cached_property
    def criteria(self) -> "pd.DataFrame":
        """The criteria by id: title, group, set, direction, what a swing from worst to best is."""
        return _frame(
            "id",
            [
                {
                    "id": one.id,
                    "title": one.title.say(self.language),
                    "group": one.group,
                    "set": self.problem.set_of(one),
                    "direction": one.direction,
                    "swing": one.swing.say(self.language),
                }
                for one in self.problem.criteria
            ],
            ["title", "group", "set", "direction", "swing"],
        )

    def __repr__(self) -> str:
        count = len(self.problem.alternatives), len(self.problem.criteria)
        return f"<Deck {self.problem.id}: {count[0]} recommendations, {count[1]} criteria>"


@dataclass(frozen=True)
class Result:
    """A ranking as data frames, in rank order; numbers are not rounded."""

    deck: Deck
    project: Project
    computed: Ranking

    @cached_property
    def ranking(self) -> "pd.DataFrame":
        """By id: rank, title, tier, score, and the best and worst that open scores allow."""
        with languages.speaking(self.deck.language):
            data = results.as_data(self.project, self.computed)
        rows = [
            {**one, "tier": self.deck.problem.alternative(one["id"]).tier, "flags": " ".join(one["flags"])}
            for one in data["alternatives"]
        ]
        columns = ["rank", "title", "tier", "score", "score_low", "score_high", "rank_best", "rank_worst"]
        return _frame("id", rows, [*columns, "flags"])

    @cached_property
    def contributions(self) -> "pd.DataFrame":
        """By id: title, and for each criterion the points that add up to the score."""
        import pandas as pd

        table, order = self.computed.table, self.computed.order.tolist()
        frame = pd.DataFrame(
            self.computed.contributions[order],
            index=pd.Index([table.alternatives[row] for row in order], name="id"),
            columns=list(table.criteria),
        )
        titles = [self.deck.problem.alternatives[row].title.say(self.deck.language) for row in order]
        # A criterion may be called title.
        frame.insert(0, "title", titles, allow_duplicates=True)
        return frame

    @cached_property
    def evidence(self) -> "pd.DataFrame":
        """By recommendation and criterion: what was scored, on what basis, and why."""
        say = self.deck.language
        rows = []
        for row in self.computed.order.tolist():
            alternative = self.deck.problem.alternatives[row]
            for column, criterion_id in enumerate(self.computed.table.criteria):
                cell = self.deck.problem.cell(alternative.id, criterion_id)
                rows.append(
                    {
                        "alternative": alternative.id,
                        "criterion": criterion_id,
                        "title": alternative.title.say(say),
                        "criterion_title": self.deck.problem.criterion(criterion_id).title.say(say),
                        "score": code(cell.performance),
                        "value": float(self.computed.table.counts[row, column]),
                        "value_low": float(self.computed.table.low[row, column]),
                        "value_high": float(self.computed.table.high[row, column]),
                        "basis": cell.evidence.basis or "",
                        "source": cell.evidence.source.say(say),
                        "why": cell.evidence.why.say(say),
                        "would_change": cell.evidence.would_change.say(say),
                    }
                )
        columns = [name for name in rows[0] if name not in ("alternative", "criterion")]
        return _frame(["alternative", "criterion"], rows, columns)

    @property
    def weights(self) -> "pd.Series[float]":
        """The share of each criterion that counts; they add up to 1."""
        import pandas as pd

        return pd.Series(dict(self.project.shares), name="share").rename_axis("criterion")

    def __repr__(self) -> str:
        return f"<Result for {self.deck.problem.id}: {len(self.computed.order)} recommendations ranked>"


def names() -> list[str]:
    """The names of the decks that come with the program."""
    return [path.stem for path in _shipped()]


def load(path_or_name: str | Path, language: str = "en") -> Deck:
    """The deck in a file, or one that comes with the program by its name.

    Raises DeckError, whose text says in one sentence what is wrong and where.
    """
    path = Path(path_or_name)
    if not path.exists():
        path = next((one for one in _shipped() if one.stem == str(path_or_name)), path)
    with languages.speaking(language):
        return Deck(_load(path), language)


def rank(
    deck: Deck,
    preset: str | None = None,
    weights: Mapping[str, float] | None = None,
    set: str | None = None,
) -> Result:
    """Ranks a deck: `preset` gives the weights (the deck's first where none is named), `weights` the points
    from 0 to 100 of some criteria instead, `set` what counts (`effort`, `effect`, `both`).

    Raises ValueError with a sentence for what cannot be.
    """
    try:
        project = options.choose(deck.problem, preset=preset, points=weights, perspective=set)
    except Fault as fault:
        with languages.speaking(deck.language):
            raise ValueError(reason(fault)) from None
    return Result(deck, project, _rank(project))


def _shipped() -> list[Path]:
    folder = places.criteria()
    return [*sorted(folder.glob("*.yaml")), *sorted(folder.glob("templates/*.yaml"))]


def _frame(
    index: str | list[str], rows: Iterable[Mapping[str, object]], columns: list[str]
) -> "pd.DataFrame":
    import pandas as pd

    return pd.DataFrame(list(rows)).set_index(index)[columns]
