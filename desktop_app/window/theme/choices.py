"""Which theme a choice means."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.window.theme.theme import Theme, theme_for

CHOICES = ("system", "light", "dark")


def system_is_dark() -> bool:
    """Whether the system asks for dark windows."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def theme_of(choice: str) -> Theme:
    """The theme for `system`, `light` or `dark`; anything else counts as `system`."""
    if choice in ("light", "dark"):
        return theme_for(choice)
    return theme_for("dark" if system_is_dark() else "light")
