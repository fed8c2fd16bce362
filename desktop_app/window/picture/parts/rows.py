"""The left of a row: rank, title, tier, change of rank, score with its stacked strip and whisker."""

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop_app.files.languages import language
from desktop_app.files.languages.numbers import decimal
from desktop_app.files.languages.terms import tier_name, tier_short
from desktop_app.window.picture.layout import Zone
from desktop_app.window.picture.scene import Scene, Visible


def paint_grounds(painter: QPainter, scene: Scene, visible: Visible) -> None:
    """Selection, hover and the rules between rows."""
    layout, theme, marks = scene.layout, scene.theme, scene.marks
    left, right = layout.sizes.margin, layout.width - layout.sizes.margin
    painter.setPen(Qt.PenStyle.NoPen)
    for row, place in zip(visible.rows, visible.places, strict=True):
        y = layout.y_of(place)
        box = QRectF(left, y + 1, right - left, layout.row_height - 1)
        if row == marks.selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setBrush(theme.colour("selected_row"))
            painter.drawRoundedRect(box, theme.px(6), theme.px(6))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.colour("faint_line"), 0))
    for place in list(layout.visible_places())[1:]:
        y = layout.y_of(place)
        painter.drawLine(QLineF(left, y, right, y))


def paint_names(painter: QPainter, scene: Scene, visible: Visible) -> None:
    """Ranks, titles, tiers, changes and scores."""
    for at, (row, place) in enumerate(zip(visible.rows, visible.places, strict=True)):
        y = scene.layout.y_of(place)
        _rank(painter, scene, row, y)
        _title(painter, scene, row, y)
        _change(painter, scene, row, y)
        _score(painter, scene, row, y, visible.counts[at])
        _focus(painter, scene, row, y)


def _middle(scene: Scene, y: float, height: float) -> float:
    return y + (scene.layout.row_height - height) / 2


def _rank(painter: QPainter, scene: Scene, row: int, y: float) -> None:
    layout, theme = scene.layout, scene.theme
    font = theme.font(20 if layout.roomy else 14, bold=True, tabular=True)
    label = scene.content.rank_label(row)
    if scene.texts.metrics(font).horizontalAdvance(label) > layout.sizes.rank:
        font = theme.font(11, bold=True, tabular=True)
    box = QRectF(
        layout.sizes.margin + theme.px(2),
        _middle(scene, y, scene.texts.metrics(font).height()),
        layout.sizes.rank - theme.px(2),
        layout.row_height,
    )
    painter.setPen(theme.colour("text"))
    scene.texts.draw(painter, box, label, font)


def _title(painter: QPainter, scene: Scene, row: int, y: float) -> None:
    layout, theme = scene.layout, scene.theme
    alternative = scene.content.alternative(row)
    title = alternative.title.say(language())
    font = theme.font(13, bold=True)
    line = scene.texts.metrics(font).height()
    painter.setPen(theme.colour("text"))
    width = layout.sizes.title - theme.px(6)
    if not layout.roomy:
        tag = _tag_width(scene, tier_short(alternative.tier)) + theme.px(6) if alternative.tier else 0
        most = 2 if layout.row_height >= 2 * line + theme.px(2) else 1
        lines = len(scene.texts.lines(title, width - tag, font, most))
        box = QRectF(layout.title_left, _middle(scene, y, line * lines), width - tag, line * lines)
        scene.texts.draw(painter, box, title, font, most=most)
        if alternative.tier:
            left = layout.title_left + width - tag + theme.px(6)
            _tag(
                painter,
                scene,
                alternative.tier,
                tier_short(alternative.tier),
                left,
                _middle(scene, y, theme.px(17)),
            )
        return
    lines = len(scene.texts.lines(title, width, font, 2))
    tag_height = theme.px(17) if alternative.tier else 0
    gap = theme.px(3) if alternative.tier else 0
    top = _middle(scene, y, line * lines + gap + tag_height)
    scene.texts.draw(painter, QRectF(layout.title_left, top, width, line * 2), title, font, most=2)
    if alternative.tier:
        name = tier_name(alternative.tier)
        _tag(painter, scene, alternative.tier, name, layout.title_left, top + line * lines + gap)


def _tag_width(scene: Scene, text: str) -> float:
    font = scene.theme.font(11, bold=True)
    return scene.texts.metrics(font).horizontalAdvance(text) + scene.theme.px(14)


def _tag(painter: QPainter, scene: Scene, tier: str, text: str, x: float, y: float) -> None:
    theme = scene.theme
    font = theme.font(11, bold=True)
    ground, ink = theme.tier(tier)
    height = theme.px(17)
    box = QRectF(x, y, _tag_width(scene, text), height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(ink)
    metrics = scene.texts.metrics(font)
    inner = box.adjusted(0, (height - metrics.height()) / 2, 0, 0)
    scene.texts.draw(painter, inner, text, font, Qt.AlignmentFlag.AlignHCenter)


def _change(painter: QPainter, scene: Scene, row: int, y: float) -> None:
    change = scene.content.rank_change(row)
    if change == 0:
        return
    layout, theme = scene.layout, scene.theme
    font = theme.font(12, bold=True, tabular=True)
    painter.setPen(theme.colour("better" if change > 0 else "worse"))
    text = ("▲" if change > 0 else "▼") + str(abs(change))
    height = scene.texts.metrics(font).height()
    box = QRectF(layout.change_left, _middle(scene, y, height), layout.sizes.change - theme.px(4), height)
    scene.texts.draw(painter, box, text, font, Qt.AlignmentFlag.AlignRight)


def _score(painter: QPainter, scene: Scene, row: int, y: float, values: np.ndarray) -> None:
    layout, theme, ranking = scene.layout, scene.theme, scene.content.ranking
    font = theme.font(18 if layout.roomy else 14, bold=True, tabular=True)
    line = scene.texts.metrics(font).height()
    strip, gap = theme.px(7), theme.px(1)
    top = _middle(scene, y, line + gap + strip + theme.px(5 if layout.roomy else 2))
    painter.setPen(theme.colour("text"))
    box = QRectF(layout.total_left, top, layout.sizes.total, line)
    scene.texts.draw(painter, box, decimal(float(ranking.score[row])), font, Qt.AlignmentFlag.AlignRight)
    _strip(painter, scene, row, values, top + line + (gap if layout.roomy else -theme.px(2)), strip)


def _strip(painter: QPainter, scene: Scene, row: int, values: np.ndarray, y: float, height: float) -> None:
    """The row's bars pushed together: as long as the score, on a track of 0 to 100."""
    layout, theme, content = scene.layout, scene.theme, scene.content
    ranking = content.ranking
    left, width = layout.total_left, layout.sizes.total
    painter.fillRect(QRectF(left, y, width, height), theme.colour("track"))
    x = left
    for column, length in enumerate((width * content.shares * values).tolist()):
        if length > 0:
            painter.fillRect(QRectF(x, y, length, height), scene.colour_of(column))
        x += length
    low, high = float(ranking.score_low[row]), float(ranking.score_high[row])
    if high - low > 1e-9:
        whisker(
            painter, scene, left + width * low / 100, left + width * high / 100, y + height / 2, theme.px(9)
        )


def whisker(painter: QPainter, scene: Scene, low: float, high: float, y: float, height: float) -> None:
    """A range from `low` to `high` with end strokes, legible on bars and on the card."""
    theme = scene.theme
    lines = [
        QLineF(low, y, high, y),
        QLineF(low, y - height / 2, low, y + height / 2),
        QLineF(high, y - height / 2, high, y + height / 2),
    ]
    for colour, width in ((theme.colour("card"), theme.px(4)), (theme.colour("text"), theme.px(1.6))):
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLines(lines)


def _focus(painter: QPainter, scene: Scene, row: int, y: float) -> None:
    marks, layout, theme = scene.marks, scene.layout, scene.theme
    if marks.hover.zone is Zone.NOTHING and marks.focus is None:
        return
    if marks.focus == (row, -1):
        painter.setPen(QPen(theme.colour("accent"), theme.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        left = layout.sizes.margin + 1
        painter.drawRect(QRectF(left, y + 2, layout.left - layout.sizes.gutter - left, layout.row_height - 4))
