"""The picture in words, as screen readers say it: the whole, its rows, its cells, its weights."""

from desktop_app.files.languages import _, language, listed, ngettext
from desktop_app.files.languages.emphasis import plain_text
from desktop_app.files.languages.numbers import decimal, percent
from desktop_app.files.languages.terms import tier_name
from desktop_app.window.picture.content import Content
from desktop_app.window.picture.tips import performance_label

_MOST_NAMED = 12
"""Columns that a row's name tells of; the rest is told by its cells."""


def summary(content: Content) -> str:
    """How many recommendations, which leads and by how much, what the rows are sorted by."""
    count = len(content.order)
    parts = [
        ngettext("{count} recommendation", "{count} recommendations", count).format(count=count) + ".",
        leaders(content),
    ]
    by = content.sorted_column
    if by is None:
        parts.append(_("Sorted by score."))
    else:
        parts.append(_("Sorted by {title}.").format(title=column_title(content, by)))
    return " ".join(parts)


def leaders(content: Content) -> str:
    """A sentence: who leads, with what score and by how much."""
    ranking = content.ranking
    ahead = [int(row) for row in ranking.order if ranking.rank[row] == 1]
    score = decimal(float(ranking.score[ahead[0]]))
    if len(ahead) == len(ranking.order) > 1:
        return _("All have the same score, {score}.").format(score=score)
    if len(ahead) > 1:
        titles = listed([row_title(content, row) for row in ahead[:_MOST_NAMED]])
        return _("{titles} share the lead with {score}.").format(titles=titles, score=score)
    title = row_title(content, ahead[0])
    if len(ranking.order) == 1:
        return _("{title} has a score of {score}.").format(title=title, score=score)
    second = int(ranking.order[1])
    return _("{title} leads with {score}, {gap} ahead of {second}.").format(
        title=title,
        score=score,
        gap=decimal(float(ranking.score[ahead[0]] - ranking.score[second])),
        second=row_title(content, second),
    )


def row_title(content: Content, row: int) -> str:
    return plain_text(content.alternative(row).title.say(language()))


def column_title(content: Content, column: int) -> str:
    return plain_text(content.title_of(content.columns[column]))


def row_name(content: Content, row: int) -> str:
    """“1. Youth and employment, score 77.2, low effort, Cost low, …”."""
    ranking = content.ranking
    rank = int(ranking.rank[row])
    place = _("{rank} equal") if ranking.tied[row] else "{rank}"
    parts = [
        f"{place.format(rank=rank)}. {row_title(content, row)}",
        _("score {score}").format(score=decimal(float(ranking.score[row]))),
    ]
    tier = content.alternative(row).tier
    if tier:
        parts.append(tier_name(tier))
    parts += [
        f"{column_title(content, column)} {_level(content, row, column)}"
        for column in range(min(len(content.columns), _MOST_NAMED))
    ]
    return ", ".join(parts)


def row_about(content: Content, row: int) -> str:
    """What the whisker and the arrow of a row show."""
    ranking = content.ranking
    parts = []
    low, high = decimal(float(ranking.score_low[row])), decimal(float(ranking.score_high[row]))
    if low != high:
        parts.append(_("from {low} to {high} within the open scores").format(low=low, high=high))
    best, worst = int(ranking.rank_best[row]), int(ranking.rank_worst[row])
    if best != worst:
        parts.append(_("rank from {best} to {worst}").format(best=best, worst=worst))
    change = content.rank_change(row)
    if change > 0:
        text = ngettext("{count} place up since pinned", "{count} places up since pinned", change)
        parts.append(text.format(count=change))
    elif change < 0:
        text = ngettext("{count} place down since pinned", "{count} places down since pinned", -change)
        parts.append(text.format(count=-change))
    return ", ".join(parts)


def cell_name(content: Content, row: int, column: int) -> str:
    """“Cost: low – medium, value 0.62, 9.1 points”."""
    value = float(content.column_values(column)[row])
    points = 100 * float(content.shares[column]) * value
    title, level = column_title(content, column), _level(content, row, column)
    if len(content.columns[column].criteria) > 1:
        return _("{title}: value {value}, {points} points").format(
            title=title, value=level, points=decimal(points)
        )
    return _("{title}: {level}, value {value}, {points} points").format(
        title=title, level=level, value=decimal(value, 2), points=decimal(points)
    )


def _level(content: Content, row: int, column: int) -> str:
    """A cell's level in words; of a collapsed group the mean value."""
    criteria = content.columns[column].criteria
    if len(criteria) > 1:
        return decimal(float(content.column_values(column)[row]), 2)
    criterion = content.problem.criterion(criteria[0])
    cell = content.problem.cell(content.alternative(row).id, criterion.id)
    return plain_text(performance_label(cell, criterion))


def weight_name(content: Content, column: int) -> str:
    return _("Weight of {title}").format(title=column_title(content, column))


def weight_about(content: Content, column: int) -> str:
    """What the criterion asks, and whether its share is locked."""
    spec = content.columns[column]
    parts = []
    if len(spec.criteria) == 1:
        about = plain_text(content.problem.criterion(spec.criteria[0]).about.say(language()))
        parts.append(about)
    if all(one in content.project.weights.locked for one in spec.criteria):
        parts.append(_("Its share is locked."))
    return " ".join(part for part in parts if part)


def weight_value(content: Content, column: int) -> str:
    return percent(float(content.shares[column]), 1)
