"""The cells: a bar as long as the value, a whisker for a range, a hatched “?” for an unknown."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from desktop_app.engine.values import POINT, UNKNOWN_KIND
from desktop_app.window.picture.layout import Zone
from desktop_app.window.picture.parts.rows import whisker
from desktop_app.window.picture.scene import Scene, Visible

_INSET = 2.0


def paint(painter: QPainter, scene: Scene, visible: Visible) -> None:
    """The bars of all rows in view."""
    layout, theme = scene.layout, scene.theme
    counts, low, high, kind = visible.counts, visible.low, visible.high, visible.kind
    bar = min(theme.px(23), layout.row_height - theme.px(12))
    edges = layout.edges
    seen = [
        column
        for column in range(len(scene.content.columns))
        if edges[column + 1] - edges[column] > 2 * _INSET
        and edges[column + 1] > layout.left - layout.sizes.gutter
        and edges[column] < layout.width
    ]
    track = theme.colour("track")
    for at, (row, place) in enumerate(zip(visible.rows, visible.places, strict=True)):
        y = layout.y_of(place) + (layout.row_height - bar) / 2
        for column in seen:
            left = edges[column] + _INSET
            width = edges[column + 1] - edges[column] - 2 * _INSET
            painter.fillRect(QRectF(left, y, width, bar), track)
            if kind[at, column] == UNKNOWN_KIND:
                _unknown(painter, scene, QRectF(left, y, width, bar))
            else:
                length = max(theme.px(2), width * counts[at, column])
                painter.fillRect(QRectF(left, y, length, bar), scene.colour_of(column))
                if kind[at, column] != POINT:
                    start, end = left + width * low[at, column], left + width * high[at, column]
                    whisker(painter, scene, start, end, y + bar / 2, min(theme.px(11), bar))
            _mark(painter, scene, row, column, QRectF(left, y, width, bar))


def _unknown(painter: QPainter, scene: Scene, box: QRectF) -> None:
    theme = scene.theme
    hatch = QColor(theme.colour("dim_text"))
    hatch.setAlphaF(0.45)
    painter.save()
    painter.setBrushOrigin(box.topLeft())
    painter.fillRect(box, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    painter.restore()
    font = theme.font(12, bold=True)
    metrics = scene.texts.metrics(font)
    size = min(metrics.height(), box.height())
    if box.width() >= metrics.averageCharWidth():
        ground = QRectF(box.center().x() - size * 0.4, box.center().y() - size / 2, size * 0.8, size)
        painter.fillRect(ground.intersected(box), theme.colour("track"))
        painter.setPen(theme.colour("text"))
        inner = box.adjusted(0, (box.height() - metrics.height()) / 2, 0, 0)
        scene.texts.draw(painter, inner, "?", font, Qt.AlignmentFlag.AlignHCenter)


def _mark(painter: QPainter, scene: Scene, row: int, column: int, box: QRectF) -> None:
    marks, theme = scene.marks, scene.theme
    focused = marks.focus == (row, column)
    hovered = (
        marks.hover.zone is Zone.CELL
        and marks.hover.column == column
        and scene.places is None
        and int(scene.content.order[marks.hover.place]) == row
    )
    if focused or hovered:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), theme.px(2) if focused else 1))
        out = theme.px(2)
        painter.drawRect(box.adjusted(-out / 2, -out, out / 2, out))
