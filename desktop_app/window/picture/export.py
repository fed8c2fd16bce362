"""The whole ranking as a picture and as a table, also where only a part of it is scrolled into view."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_app.files.languages import _, language, ngettext
from desktop_app.files.languages.emphasis import plain_text
from desktop_app.window.charts import export
from desktop_app.window.charts.export import SCALE, Figure, Rows
from desktop_app.window.picture import spoken
from desktop_app.window.picture.content import Content
from desktop_app.window.picture.layout import Layout
from desktop_app.window.picture.painter import paint
from desktop_app.window.picture.scene import Marks, Scene
from desktop_app.window.picture.texts import Texts

MOST_ROWS = 200
"""Rows in a picture; an SVG of ten thousand would have more than 100 MB."""
_ROOMY_UP_TO = 30
"""More rows than these are set closely."""
_TITLE, _COLUMN = 240, 72
"""Room for a title, and the mean width of a column: nobody can hover over a picture to read what was elided."""

Scenes = Callable[[], Scene]
"""Gives the scene as it is now: `PictureView.scene`."""


def picture_png(scenes: Scenes, path: Path, scale: float = SCALE) -> None:
    """Writes the ranking as PNG. Raises OSError."""
    export.write(path, export.png(figure(scenes), scale))


def picture_svg(scenes: Scenes, path: Path) -> None:
    """Writes the ranking as SVG. Raises OSError."""
    export.write(path, export.svg(figure(scenes)))


def copy_picture(scenes: Scenes) -> None:
    """Puts the picture of the ranking and its table on the clipboard."""
    export.copy(figure(scenes))


def data_csv(content: Content) -> str:
    """The ranking as comma-separated values, rows and columns as they are shown."""
    return export.as_csv(table(content))


def table(content: Content) -> Rows:
    """Rank, names, score and its range, tier, and of each column the value and what it adds to the score."""
    ranking = content.ranking
    head = ["rank", "id", "title", "score", "low", "high", "tier"]
    for column in content.columns:
        head += [f"value:{column.key}", f"contribution:{column.key}"]
    values = [content.column_values(at) for at in range(len(content.columns))]
    rows: Rows = [[*head]]
    for row in content.order.tolist():
        alternative = content.alternative(row)
        line: list[str | int | float] = [
            int(ranking.rank[row]),
            alternative.id,
            spoken.row_title(content, row),
            float(ranking.score[row]),
            float(ranking.score_low[row]),
            float(ranking.score_high[row]),
            alternative.tier or "",
        ]
        for share, value in zip(content.shares.tolist(), values, strict=True):
            line += [float(value[row]), 100 * share * float(value[row])]
        rows.append(line)
    return rows


def figure(scenes: Scenes) -> Figure:
    """The ranking with a caption under it, ready to be copied or saved."""
    seen = scenes()
    scene, theme = _whole(seen), seen.theme
    layout, content = scene.layout, scene.content
    font, texts = theme.font(11.5), scene.texts
    line, pad = texts.metrics(font).height(), layout.sizes.margin
    inside = layout.width - 2 * pad
    notes = [*_notes(content), export.caption_of(content.project)]
    heights = [line * len(texts.lines(note, inside, font, 2)) + theme.px(3) for note in notes]

    def draw(painter: QPainter) -> None:
        paint(painter, scene)
        painter.setPen(theme.colour("dim_text"))
        y = layout.height + theme.px(8)
        for note, height in zip(notes, heights, strict=True):
            texts.draw(painter, QRectF(pad, y, inside, height), note, font, most=2)
            y += height

    return Figure(
        plain_text(f"{_('Ranking')} · {content.problem.title.say(language())}"),
        spoken.summary(content),
        layout.width,
        layout.height + theme.px(8) + sum(heights) + pad,
        theme.colour("card"),
        draw,
        lambda: table(content),
    )


def _notes(content: Content) -> list[str]:
    """What the picture leaves out, and an order that is not the ranking's."""
    notes = []
    more = len(content.order) - MOST_ROWS
    if more > 0:
        notes.append(ngettext("… and {count} more", "… and {count} more", more).format(count=more))
    if content.sorted_column is not None:
        title = spoken.column_title(content, content.sorted_column)
        notes.append(_("Sorted by {title}.").format(title=title))
    if content.hidden_count:
        text = ngettext(
            "{count} column is hidden; the scores count it all the same.",
            "{count} columns are hidden; the scores count them all the same.",
            content.hidden_count,
        )
        notes.append(text.format(count=content.hidden_count))
    return notes


def _whole(seen: Scene) -> Scene:
    """The scene with every row and column in it, nothing hovered, focused, selected or on its way."""
    content, px = seen.content, seen.theme.px
    sizes = replace(
        seen.layout.sizes,
        title=max(seen.layout.sizes.title, px(_TITLE)),
        column_least=max(seen.layout.sizes.column_least, px(_COLUMN)),
    )
    rows = min(len(content.order), MOST_ROWS)
    roomy = rows <= _ROOMY_UP_TO
    row_height = max(seen.layout.row_height, -(-sizes.row_roomy // 1)) if roomy else -(-sizes.row_least // 1)

    def layout(width: float) -> Layout:
        # A hair above the height that the rows fill: the layout rounds down.
        height = seen.layout.top + rows * row_height + sizes.margin / 2 + 0.01
        return Layout(sizes, width, height, content.columns, content.shares, rows)

    made = layout(seen.layout.width)
    if made.overflow_x:
        made = layout(made.width + made.overflow_x)
    return replace(seen, layout=made, texts=Texts(), marks=Marks(), places=None)
