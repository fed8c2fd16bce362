"""A ranking as plain data, in the stable shapes that `docs/command-line.md` documents, and as CSV."""

import csv
import io
from typing import Any

from desktop_app.decision.project import Project
from desktop_app.engine.ranking import Ranking
from desktop_app.engine.values import DISTRIBUTION, RANGE, UNKNOWN_KIND
from desktop_app.files.languages import language

METHOD = "additive"

_FLAG = {RANGE: "range", UNKNOWN_KIND: "unknown", DISTRIBUTION: "distribution"}
# Spreadsheets run a cell that begins with one of these, also in its full width form, as a formula.
_FORMULA_STARTS = tuple("=+-@＝＋－＠")


def flags(ranking: Ranking, row: int) -> list[str]:
    """Which scores of an alternative are no points: `range:cost`, `unknown:actors`, in the deck's order."""
    kinds = zip(ranking.table.criteria, ranking.table.kind[row].tolist(), strict=True)
    return [f"{_FLAG[kind]}:{criterion}" for criterion, kind in kinds if kind in _FLAG]


def as_data(project: Project, ranking: Ranking) -> dict[str, Any]:
    """The ranking as `rank --json` gives it: alternatives in rank order, no number rounded."""
    criteria = ranking.table.criteria
    return {
        "deck": project.problem.id,
        "set": project.perspective,
        "method": METHOD,
        "weights": dict(zip(criteria, ranking.shares.tolist(), strict=True)),
        "alternatives": [
            {
                "id": ranking.table.alternatives[row],
                "title": project.problem.alternatives[row].title.say(language()),
                "rank": int(ranking.rank[row]),
                "rank_best": int(ranking.rank_best[row]),
                "rank_worst": int(ranking.rank_worst[row]),
                "score": float(ranking.score[row]),
                "score_low": float(ranking.score_low[row]),
                "score_high": float(ranking.score_high[row]),
                "contributions": dict(zip(criteria, ranking.contributions[row].tolist(), strict=True)),
                "values": dict(zip(criteria, ranking.table.counts[row].tolist(), strict=True)),
                "flags": flags(ranking, row),
            }
            for row in ranking.order.tolist()
        ],
    }


def as_csv(project: Project, ranking: Ranking) -> str:
    """The ranking as a table, a row per alternative in rank order, decimal points, no number rounded."""
    data = as_data(project, ranking)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    head = ["rank", "id", "title", "tier", "score", "score_low", "score_high", "rank_best", "rank_worst"]
    writer.writerow([*head, "flags", *(f"contribution:{criterion}" for criterion in data["weights"])])
    for one in data["alternatives"]:
        tier = project.problem.alternative(one["id"]).tier or ""
        first = {**one, "title": spreadsheet_safe(one["title"]), "tier": tier}
        writer.writerow(
            [*(first[name] for name in head), " ".join(one["flags"]), *one["contributions"].values()]
        )
    return text.getvalue()


def spreadsheet_safe(title: str) -> str:
    """A title on one line; in quotation marks where a spreadsheet would take it for a formula."""
    title = " ".join(title.split())
    return f"“{title}”" if title.startswith(_FORMULA_STARTS) else title
