"""Widgets that follow the document only while they can be seen, and catch up when they are shown again."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Fresh(QObject):
    """Calls `refresh` when a signal comes while the widget is visible, else once when it is next shown."""

    def __init__(self, widget: QWidget, refresh: Callable[[], None], *signals: Any) -> None:
        super().__init__(widget)
        self._widget, self._refresh = widget, refresh
        self._stale = False
        widget.installEventFilter(self)
        for signal in signals:
            signal.connect(self._changed)

    def _changed(self, *_ignored: object) -> None:
        if self._widget.isVisible():
            self._stale = False
            self._refresh()
        else:
            self._stale = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._stale:
            self._stale = False
            self._refresh()
        return False
