"""The lock's two pictures, drawn so that they follow theme and scale."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap

from desktop_app.window.theme import Theme


def lock_icon(theme: Theme, closed: bool) -> QIcon:
    """A padlock; closed in the accent colour, open in the dim text colour."""
    side, scale = 16, 3
    pixmap = QPixmap(side * scale, side * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    colour = theme.colour("accent" if closed else "dim_text")
    painter.setPen(QPen(colour, 1.4))
    lift = 0 if closed else -1.5
    painter.drawArc(QRectF(5, 2.5 + lift, 6, 8), 0, 180 * 16)
    painter.drawLine(QPointF(5, 6.5 + lift), QPointF(5, 8))
    if closed:
        painter.drawLine(QPointF(11, 6.5), QPointF(11, 8))
    painter.setBrush(colour if closed else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(3.5, 7.5, 9, 6.5), 1.2, 1.2)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return QIcon(pixmap)
