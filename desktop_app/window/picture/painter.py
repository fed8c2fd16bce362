"""Paints the aligned picture; the screen and every export use this one function."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_app.window.picture.parts import cells, drag_label, header, rows
from desktop_app.window.picture.scene import Scene


def paint(painter: QPainter, scene: Scene) -> None:
    """Paints what the scene's layout shows, from (0, 0) to (layout.width, layout.height)."""
    layout = scene.layout
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, True)
    visible = scene.visible()
    body = QRectF(0, layout.top, layout.width, layout.height - layout.top)
    painter.save()
    painter.setClipRect(body)
    rows.paint_grounds(painter, scene, visible)
    rows.paint_names(painter, scene, visible)
    painter.restore()
    columns_left = layout.left - layout.sizes.gutter / 2
    painter.save()
    painter.setClipRect(QRectF(columns_left, layout.top, layout.width - columns_left, body.height()))
    cells.paint(painter, scene, visible)
    painter.restore()
    painter.save()
    painter.setClipRect(QRectF(columns_left, 0, layout.width - columns_left, layout.height))
    header.paint(painter, scene)
    painter.restore()
    header.paint_total_head(painter, scene)
    drag_label.paint(painter, scene)
