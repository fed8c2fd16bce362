"""Colours, type, spacing and motion: no colour or pixel size is written anywhere else."""

from desktop_app.window.theme.theme import Theme, theme_for

__all__ = ["Theme", "theme_for"]
