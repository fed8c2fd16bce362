"""What a drag shows: both shares beside a border, or where a column would go in."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from desktop_app.window.picture.scene import Scene


def paint(painter: QPainter, scene: Scene) -> None:
    """Drawn under the head, at the border."""
    marks, theme, layout = scene.marks, scene.theme, scene.layout
    if marks.drop_x is not None:
        line = QRectF(marks.drop_x - theme.px(1.5), layout.sizes.margin, theme.px(3), layout.height)
        painter.fillRect(line, theme.colour("accent"))
    if not marks.label:
        return
    font = theme.font(12, bold=True, tabular=True)
    metrics = scene.texts.metrics(font)
    width = metrics.horizontalAdvance(marks.label) + theme.px(16)
    height = metrics.height() + theme.px(8)
    left = min(
        max(marks.label_x - width / 2, layout.sizes.margin), layout.width - width - layout.sizes.margin
    )
    box = QRectF(left, layout.top + theme.px(4), width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(box, theme.px(5), theme.px(5))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(theme.colour("accent_text"))
    inner = box.adjusted(0, theme.px(4), 0, 0)
    scene.texts.draw(painter, inner, marks.label, font, Qt.AlignmentFlag.AlignHCenter)
