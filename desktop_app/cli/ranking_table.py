"""The ranking as it is printed for people: a table with bars that fits the terminal, and what it says in words."""

import os
import re
import shutil
import sys
from dataclasses import dataclass
from typing import TextIO

from rich.box import SIMPLE_HEAD, Box
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from desktop_app.cli import output
from desktop_app.decision.project import Project
from desktop_app.engine.ranking import Ranking
from desktop_app.engine.words import claims
from desktop_app.files.languages import _, language
from desktop_app.files.languages.claims import strong, word
from desktop_app.files.languages.emphasis import plain_text
from desktop_app.files.languages.numbers import decimal, percent
from desktop_app.files.languages.terms import best_is, tier_short

_ASCII_HEAD = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_BAR_COLOUR = "#0072b2"
_MOST_WIDTH, _LEAST_WIDTH, _WIDE = 120, 24, 72
# Rich breaks lines at no-break spaces too: until the lines stand, a private character takes their place.
_UNBROKEN, _KEPT = re.compile("[\u00a0\u202f]"), "\ue000"
_STRONG = re.compile("\x02(.*?)\x03", re.DOTALL)


def print_ranking(project: Project, ranking: Ranking) -> None:
    """Prints a ranking on standard output."""
    page = _Page(sys.stdout)
    page.heading(project)
    page.table(project, ranking)
    page.sentences([word(claim, project) for claim in claims(project, ranking)])
    page.weights(project)
    page.condition(project)
    output.say(page.text())


class _Page:
    """Collects what is printed, for one stream: its width, its characters, its colours."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.blocks = output.takes(stream, _EIGHTHS + "─")
        self.width = max(_LEAST_WIDTH, min(shutil.get_terminal_size((80, 24)).columns, _MOST_WIDTH))
        coloured = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self.console = Console(
            record=False,
            width=self.width,
            force_terminal=coloured,
            color_system="standard" if coloured else None,
            no_color=not coloured,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
            _environ={},
        )
        self.console.begin_capture()

    def text(self) -> str:
        lines = self.console.end_capture().replace(_KEPT, " ").split("\n")
        return "\n".join(line.rstrip() for line in lines).rstrip("\n")

    def fit(self, text: str) -> str:
        return output.fit(" ".join(text.split()), self.stream)

    def heading(self, project: Project) -> None:
        self.console.print(Text(self.fit(project.problem.title.say(language())), style="bold"))
        self.console.print(
            Text(self.fit(best_is(project.perspective) or _("100 = best on every criterion")), style="dim")
        )

    def table(self, project: Project, ranking: Ranking) -> None:
        rows = [self.row(project, ranking, at) for at in ranking.order.tolist()]
        open_scores = bool((ranking.score_low < ranking.score_high).any())
        wide = self.width >= _WIDE
        table = Table(
            box=SIMPLE_HEAD if self.blocks else _ASCII_HEAD,
            show_edge=False,
            pad_edge=False,
            # The box itself puts one column between two cells.
            padding=(0, 1, 0, 0) if wide else 0,
        )
        if wide:
            self.fill_wide(table, rows, open_scores)
        else:
            self.fill_narrow(table, rows, open_scores)
        self.console.print(table)

    def row(self, project: Project, ranking: Ranking, at: int) -> "_Row":
        alternative = project.problem.alternatives[at]
        low, high = decimal(float(ranking.score_low[at])), decimal(float(ranking.score_high[at]))
        return _Row(
            title=self.fit(alternative.title.say(language())),
            tier=self.fit(tier_short(alternative.tier)) if alternative.tier else "",
            rank=f"{ranking.rank[at]}{'=' if ranking.tied[at] else ' '}",
            score=float(ranking.score[at]),
            shown=self.fit(decimal(float(ranking.score[at]))),
            span=self.fit(f"{low}–{high}"),
        )

    def fill_wide(self, table: Table, rows: list["_Row"], open_scores: bool) -> None:
        columns = [(_("Rank"), [row.rank for row in rows]), (_("Score"), [row.shown for row in rows])]
        if open_scores:
            columns.append((_("Lowest–highest"), [row.span for row in rows]))
        if any(row.tier for row in rows):
            columns.append((_("Tier"), [row.tier for row in rows]))
        columns = [(self.fit(head), cells) for head, cells in columns]
        taken = sum(max(map(cell_len, (head, *cells))) + 2 for head, cells in columns)
        room = self.width - taken - 2
        head_of_titles = self.fit(_("Recommendation"))
        longest = max(cell_len(head_of_titles), *(cell_len(row.title) for row in rows))
        for_title = min(longest, room - 10)
        for_bar = max(6, min(40, room - for_title))
        columns.insert(1, (head_of_titles, [self.elided(row.title, for_title) for row in rows]))
        for at, (head, _cells) in enumerate(columns):
            left = at == 1 or (at == len(columns) - 1 and any(row.tier for row in rows))
            table.add_column(
                head, justify="left" if left else "right", no_wrap=True, style="bold" if at == 2 else ""
            )
        table.add_column("", no_wrap=True)
        for at, row in enumerate(rows):
            table.add_row(*(cells[at] for _head, cells in columns), self.bar(row.score, for_bar))

    def fill_narrow(self, table: Table, rows: list["_Row"], open_scores: bool) -> None:
        """Two lines a row: title and score, bar and span."""
        figures = [row.span if open_scores else row.shown for row in rows]
        head_of_scores = self.fit(_("Score"))
        taken = max(len(row.rank) for row in rows) + max(map(cell_len, (head_of_scores, *figures))) + 2
        room = max(8, self.width - taken)
        table.add_column("", justify="right", no_wrap=True)
        table.add_column(self.elided(self.fit(_("Recommendation")), room), no_wrap=True)
        table.add_column(head_of_scores, justify="right", no_wrap=True)
        for row in rows:
            tag = f" ({row.tier})" if row.tier else ""
            first = Text(self.elided(row.title, room - cell_len(tag)) + tag + "\n")
            second = Text(row.shown, style="bold").append(
                "\n" + (row.span if open_scores else ""), style="not bold"
            )
            table.add_row(row.rank, first.append_text(self.bar(row.score, room)), second)

    def elided(self, text: str, room: int) -> str:
        """`text`, cut with an ellipsis where it has more than `room` columns."""
        if cell_len(text) <= room:
            return text
        mark = self.fit("…")
        while text and cell_len(text) + len(mark) > room:
            text = text[:-1]
        return text.rstrip() + mark

    def bar(self, score: float, room: int) -> Text:
        """A bar of a score from 0 to 100; 100 fills the room."""
        if not self.blocks:
            return Text("#" * round(score / 100 * room))
        eighths = round(score / 100 * room * 8)
        whole, part = divmod(eighths, 8)
        return Text("█" * whole + (_EIGHTHS[part] if part else ""), style=_BAR_COLOUR)

    def sentences(self, sentences: list[str]) -> None:
        self.console.print()
        for sentence in sentences:
            self.console.print(self.emphasised(sentence))

    def emphasised(self, sentence: str) -> Text:
        text = Text()
        for at, piece in enumerate(_STRONG.split(sentence)):
            fitted = _KEPT.join(output.fit(part, self.stream) for part in _UNBROKEN.split(piece))
            text.append(fitted, style="bold" if at % 2 else "")
        return text

    def weights(self, project: Project) -> None:
        preset = project.preset
        if preset:
            name = strong(preset.title.say(language()))
        elif len({project.weights.points[criterion] for criterion in project.counted}) == 1:
            name = _("equal")
        else:
            name = _("chosen freely")
        said = [_("Weights ({name}):").format(name=name)]
        parts = []
        for criterion, share in project.shares.items():
            title = " ".join(project.problem.criterion(criterion).title.say(language()).split())
            # Stays together where the line breaks.
            parts.append(f"{title}\u00a0{percent(share)}")
        said.append(", ".join(parts) + ".")
        self.console.print()
        self.console.print(self.emphasised(" ".join(said)))

    def condition(self, project: Project) -> None:
        condition = project.problem.condition
        if condition is None:
            return
        title = strong(condition.title.say(language()))
        sentence = _("All rest on one condition, which is not ranked: {title}.").format(title=title)
        self.console.print()
        self.console.print(self.emphasised(sentence))
        if condition.summary:
            summary = Text(self.fit(plain_text(condition.summary.say(language()))))
            self.console.print(Padding(summary, (0, 0, 0, 2)))


@dataclass(frozen=True, slots=True)
class _Row:
    """What is shown of an alternative, in characters that the stream takes."""

    title: str
    tier: str
    rank: str
    score: float
    shown: str
    span: str
