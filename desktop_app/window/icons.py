"""Icons in the colour and sharpness that a place needs. The drawings are Lucide's (`resources/icons/LICENSE`)."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.files import places
from desktop_app.window.theme import Theme

_SIDE = 24
_SHARPNESS = 3


def icon(theme: Theme, name: str, token: str = "text", active: str | None = None) -> QIcon:
    """An icon in the colour of a token; `active` colours it where its button is checked."""
    made = QIcon()
    made.addPixmap(_pixmap(name, getattr(theme.tokens, token)), QIcon.Mode.Normal, QIcon.State.Off)
    made.addPixmap(_pixmap(name, theme.tokens.dim_text), QIcon.Mode.Disabled, QIcon.State.Off)
    if active is not None:
        made.addPixmap(_pixmap(name, getattr(theme.tokens, active)), QIcon.Mode.Normal, QIcon.State.On)
    return made


@lru_cache(maxsize=128)
def _pixmap(name: str, colour: str) -> QPixmap:
    drawing = (places.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    pixmap = QPixmap(_SIDE * _SHARPNESS, _SIDE * _SHARPNESS)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(_SHARPNESS)
    return pixmap
