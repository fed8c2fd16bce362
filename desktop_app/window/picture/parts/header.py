"""The head of the picture: bands of groups, titles of criteria, their shares, and the borders between them."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop_app.files.languages import _
from desktop_app.files.languages.numbers import percent
from desktop_app.window.picture.layout import Zone
from desktop_app.window.picture.scene import Scene

_BAND_FONT, _TITLE_FONT, _SHARE_FONT = 11.5, 11.5, 12.5


def paint(painter: QPainter, scene: Scene) -> None:
    """Bands, titles, shares and column lines."""
    _bands(painter, scene)
    for column in range(len(scene.content.columns)):
        _head(painter, scene, column)
    _lines(painter, scene)
    _border_handle(painter, scene)


def _bands(painter: QPainter, scene: Scene) -> None:
    layout, theme, content = scene.layout, scene.theme, scene.content
    font = theme.font(_BAND_FONT, bold=True)
    metrics = scene.texts.metrics(font)
    for group, first, end in layout.bands:
        if group is None:
            continue
        left, right = layout.edges[first] + 1, layout.edges[end] - 1
        box = QRectF(left, layout.sizes.margin, max(0.0, right - left), layout.sizes.band - theme.px(3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.drawRoundedRect(box, theme.px(5), theme.px(5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        share = percent(float(content.shares[first:end].sum()))
        title = content.group_title(group)
        text = f"{title} {share}"
        if metrics.horizontalAdvance(text) > box.width() - theme.px(8):
            room = box.width() - theme.px(10) - metrics.horizontalAdvance(share + " ")
            shortened = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
            text = f"{shortened} {share}" if room > theme.px(16) else share
        painter.setPen(theme.colour("dim_text"))
        inner = box.adjusted(theme.px(2), (box.height() - metrics.height()) / 2, -theme.px(2), 0)
        scene.texts.draw(painter, inner, text, font, Qt.AlignmentFlag.AlignHCenter)


def _head(painter: QPainter, scene: Scene, column: int) -> None:
    layout, theme, content = scene.layout, scene.theme, scene.content
    spec = content.columns[column]
    left, right = layout.edges[column], layout.edges[column + 1]
    if right < layout.left - layout.sizes.gutter or left > layout.width:
        return
    top = layout.sizes.margin + layout.sizes.band
    pad = theme.px(5)
    box = QRectF(
        left + pad, top + theme.px(4), right - left - pad - theme.px(3), layout.sizes.head - theme.px(10)
    )
    hovered = scene.marks.hover.zone is Zone.HEAD and scene.marks.hover.column == column
    focused = scene.marks.focus == (-1, column)
    if hovered or focused or scene.marks.active == spec.key:
        ground = QRectF(left + 1.5, top + 1, right - left - 3, layout.sizes.head - theme.px(6))
        painter.fillRect(ground, theme.colour("accent_wash"))
    if focused:
        painter.setPen(QPen(theme.colour("accent"), theme.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left + 2, top + 2, right - left - 4, layout.sizes.head - theme.px(8)))
    painter.setPen(theme.colour("text"))
    title_font = theme.font(_TITLE_FONT)
    title_box = QRectF(box.left(), box.top(), box.width(), scene.texts.metrics(title_font).height() * 2)
    scene.texts.draw(painter, title_box, content.title_of(spec), title_font, most=2)
    share_font = theme.font(_SHARE_FONT, bold=True, tabular=True)
    share = percent(float(content.shares[column]))
    if all(one in content.project.weights.locked for one in spec.criteria):
        # A filled square stands for the lock: it needs no glyph that a system's face may lack.
        side = theme.px(6)
        height = scene.texts.metrics(share_font).height()
        mark = QRectF(box.left(), box.bottom() - (height + side) / 2, side, side)
        painter.fillRect(mark, theme.colour("accent"))
        box.setLeft(box.left() + side + theme.px(4))
    if scene.texts.metrics(share_font).horizontalAdvance(share) <= box.width() + theme.px(3):
        wide = box.adjusted(0, 0, theme.px(3), 0)
        scene.texts.draw(painter, wide, share, share_font, bottom=True)
    rule = QRectF(left + 2, layout.top - theme.px(4), max(1.0, right - left - 4), theme.px(3))
    painter.fillRect(rule, scene.colour_of(column))
    if content.arrangement.sorted_by == spec.key:
        _sort_mark(painter, scene, QPointF(right - theme.px(9), layout.top - theme.px(15)))


def _sort_mark(painter: QPainter, scene: Scene, centre: QPointF) -> None:
    size = scene.theme.px(4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(scene.theme.colour("accent"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.drawPolygon(
        QPolygonF(
            [centre + QPointF(-size, -size / 2), centre + QPointF(size, -size / 2), centre + QPointF(0, size)]
        )
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _lines(painter: QPainter, scene: Scene) -> None:
    layout, theme = scene.layout, scene.theme
    painter.setPen(QPen(theme.colour("line"), 0))
    bottom = min(layout.height, layout.y_of(layout.rows))
    top = layout.sizes.margin + layout.sizes.band + theme.px(4)
    for x in layout.edges[1:-1]:
        painter.drawLine(QLineF(x, top, x, bottom))


def _border_handle(painter: QPainter, scene: Scene) -> None:
    layout, theme, marks = scene.layout, scene.theme, scene.marks
    hit = marks.dragging if marks.dragging.zone in (Zone.BORDER, Zone.GROUP_BORDER) else marks.hover
    if hit.zone not in (Zone.BORDER, Zone.GROUP_BORDER):
        return
    x = float(layout.edges[hit.column])
    top = layout.sizes.margin
    middle = top + (
        layout.sizes.band / 2 - theme.px(1)
        if hit.zone is Zone.GROUP_BORDER
        else layout.sizes.band + theme.px(46)
    )
    tall, wide, arrow = theme.px(20), theme.px(6), theme.px(4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(QRectF(x - wide / 2, middle - tall / 2, wide, tall), 2, 2)
    for side in (-1, 1):
        near, far = x + side * theme.px(7), x + side * (theme.px(7) + arrow)
        painter.drawPolygon(
            QPolygonF([QPointF(near, middle - arrow), QPointF(near, middle + arrow), QPointF(far, middle)])
        )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_total_head(painter: QPainter, scene: Scene) -> None:
    """The caption over the totals."""
    layout, theme = scene.layout, scene.theme
    top = layout.sizes.margin + layout.sizes.band
    box = QRectF(layout.total_left, top, layout.sizes.total, layout.sizes.head - theme.px(6))
    if scene.marks.hover.zone is Zone.TOTAL_HEAD:
        painter.fillRect(box.adjusted(-theme.px(4), 1, theme.px(4), 0), theme.colour("accent_wash"))
    painter.setPen(theme.colour("dim_text"))
    font = theme.font(11)
    scene.texts.draw(
        painter, box, _score_means(scene), font, Qt.AlignmentFlag.AlignRight, most=3, bottom=True
    )


def _score_means(scene: Scene) -> str:
    match scene.content.project.perspective:
        case "effort":
            return _("Score: 100 = least effort")
        case "effect":
            return _("Score: 100 = strongest effect")
        case "both":
            return _("Score: 100 = most effect for least effort")
    return _("Score, 0–100")
