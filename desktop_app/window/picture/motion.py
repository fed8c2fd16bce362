"""Rows glide to their new places, unless the system asks for less motion."""

import numpy as np
from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtWidgets import QApplication, QStyle

from desktop_app.window.theme.theme import GLIDE_MS


def motion_wanted() -> bool:
    """False where the system's animations are off."""
    style = QApplication.style()
    return style is None or style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


class Glide(QObject):
    """Places of rows (by index in the deck) on their way; retargeted from where they are now."""

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.places: np.ndarray | None = None
        self._start = self._target = np.zeros(0)
        self.animation = QVariantAnimation(self)
        self.animation.setStartValue(0.0)
        self.animation.setEndValue(1.0)
        self.animation.setDuration(GLIDE_MS)
        self.animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.animation.valueChanged.connect(self._step)
        self.animation.finished.connect(self._rest)

    def go(self, before: np.ndarray, after: np.ndarray) -> None:
        """Starts from the order `before` (or from wherever rows are now) to the order `after`."""
        start = self.places if self.places is not None else _places(before)
        self._target = _places(after)
        if len(start) != len(self._target) or not motion_wanted():
            self.stop()
            return
        self._start = start
        self.places = start.copy()
        self.animation.stop()
        self.animation.start()

    def stop(self) -> None:
        """Puts every row where it belongs, at once."""
        self.animation.stop()
        self._rest()

    def _step(self, progress: float) -> None:
        self.places = self._start + (self._target - self._start) * progress
        self.moved.emit()

    def _rest(self) -> None:
        self.places = None
        self.moved.emit()


def _places(order: np.ndarray) -> np.ndarray:
    places = np.empty(len(order))
    places[order] = np.arange(len(order))
    return places
