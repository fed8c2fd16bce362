"""What a tooltip in the picture says: the whole title, the numbers of a cell, what its bar adds to the score."""

import html

from desktop_app.decision.performances import AtLevel, LevelRange, Unknown, code
from desktop_app.decision.problem import Cell, Criterion
from desktop_app.decision.scales import VerbalScale
from desktop_app.files.languages import _, language
from desktop_app.files.languages.numbers import decimal, percent
from desktop_app.window.picture.content import Content
from desktop_app.window.picture.layout import Hit, Zone


def performance_label(cell: Cell, criterion: Criterion) -> str:
    """A performance as people say it: “low”, “low – high”, “120 US$ million”, “unknown”."""
    performance, scale = cell.performance, criterion.scale
    if isinstance(performance, Unknown):
        return _("unknown")
    if isinstance(scale, VerbalScale):
        if isinstance(performance, AtLevel):
            return scale.level(performance.level).label(language())
        if isinstance(performance, LevelRange):
            low, high = scale.level(performance.low), scale.level(performance.high)
            return f"{low.label(language())} – {high.label(language())}"
        return code(performance)
    return f"{code(performance).replace('..', ' – ')} {scale.unit.say(language())}".strip()


def tip(hit: Hit, content: Content) -> str:
    """Rich text for what lies under the pointer; empty where there is nothing to say."""
    match hit.zone:
        case Zone.CELL:
            return _cell(int(content.order[hit.place]), hit.column, content)
        case Zone.ROW:
            return _row(int(content.order[hit.place]), content)
        case Zone.TOTAL:
            return _total(int(content.order[hit.place]), content)
        case Zone.HEAD:
            return _head(hit.column, content)
        case Zone.BORDER | Zone.GROUP_BORDER:
            return _("Drag to move weight between the two; with Shift, within the group. Esc gives up.")
    return ""


def _bold(text: str) -> str:
    return f"<b>{html.escape(text)}</b>"


def _cell(row: int, column: int, content: Content) -> str:
    spec = content.columns[column]
    share, value = float(content.shares[column]), float(content.column_values(column)[row])
    head = f"{_bold(content.alternative(row).title.say(language()))}<br>{html.escape(content.title_of(spec))}"
    lines = [head]
    if len(spec.criteria) == 1:
        criterion = content.problem.criterion(spec.criteria[0])
        cell = content.problem.cell(content.alternative(row).id, criterion.id)
        lines[0] += f": {_bold(performance_label(cell, criterion))}"
    lines.append(
        _("value {value} × share {share} = {points} points of the score").format(
            value=decimal(value, 2), share=percent(share, 1), points=_bold(decimal(100 * share * value))
        )
    )
    return "<br>".join(lines)


def _row(row: int, content: Content) -> str:
    alternative = content.alternative(row)
    summary = html.escape(alternative.summary.say(language()))
    title = _bold(alternative.title.say(language()))
    return f"{title}<br>{summary}" if summary else title


def _total(row: int, content: Content) -> str:
    ranking = content.ranking
    text = _("Score {score}").format(score=_bold(decimal(float(ranking.score[row]))))
    low, high = decimal(float(ranking.score_low[row])), decimal(float(ranking.score_high[row]))
    if low != high:
        text += "<br>" + _("from {low} to {high} within the open scores").format(low=low, high=high)
    best, worst = int(ranking.rank_best[row]), int(ranking.rank_worst[row])
    if best != worst:
        text += "<br>" + _("rank from {best} to {worst}").format(best=best, worst=worst)
    return text


def _head(column: int, content: Content) -> str:
    spec = content.columns[column]
    parts = [f"{_bold(content.title_of(spec))} {percent(float(content.shares[column]), 1)}"]
    if len(spec.criteria) == 1:
        criterion = content.problem.criterion(spec.criteria[0])
        parts += [html.escape(text) for text in (criterion.about.say(language()),) if text]
    parts.append(_("Double-click to type a share."))
    return "<br>".join(parts)
