"""The pages that exist, each with the number key that it keeps for good."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop_app.document.document import Document
from desktop_app.files.languages import _
from desktop_app.window.theme import Theme


@dataclass(frozen=True)
class PageSpec:
    """A page: its key, icon, name in the rail and what it is for; `make` builds it when it is first shown."""

    key: int
    icon: str
    name: Callable[[], str]
    about: Callable[[], str]
    make: Callable[[Document, Theme, QWidget], QWidget]


def _ranking(document: Document, theme: Theme, parent: QWidget) -> QWidget:
    from desktop_app.window.pages.ranking import RankingPage

    return RankingPage(document, theme, parent)


def _criteria(document: Document, theme: Theme, parent: QWidget) -> QWidget:
    from desktop_app.window.pages.criteria import CriteriaPage

    return CriteriaPage(document, theme, parent)


def _scores(document: Document, theme: Theme, parent: QWidget) -> QWidget:
    from desktop_app.window.pages.scores import ScoresPage

    return ScoresPage(document, theme, parent)


PAGES = (
    PageSpec(
        1,
        "chart-bar-stacked",
        lambda: _("Ranking"),
        lambda: _("Ranking: the order that follows from the weights"),
        _ranking,
    ),
    PageSpec(
        2,
        "list-tree",
        lambda: _("Criteria"),
        lambda: _("Recommendations and criteria: what is being decided"),
        _criteria,
    ),
    PageSpec(
        3,
        "grid-3x3",
        lambda: _("Scores"),
        lambda: _("Scores: how each recommendation does, and on what evidence"),
        _scores,
    ),
)
