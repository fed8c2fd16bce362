"""A double click on a head opens a small field: the share that is typed is the share that one gets."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.files.languages import _
from desktop_app.window.widgets.numbers import NumberBox


class ShareField(NumberBox):
    """Lives over a column's head until Enter, Esc or a click elsewhere."""

    def __init__(
        self, parent: QWidget, box: QRect, title: str, share: float, done: Callable[[float], None]
    ) -> None:
        super().__init__(parent)
        self._done, self._open = done, True
        self.setRange(0, 100)
        self.setDecimals(1)
        self.setSuffix(" %")
        self.setAccessibleName(_("Share of {title} in per cent").format(title=title))
        self.setValue(share * 100)
        width = max(box.width(), self.sizeHint().width())
        left = min(box.left(), max(0, parent.width() - width))
        self.setGeometry(left, box.top(), width, self.sizeHint().height())
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.selectAll()
        self.lineEdit().installEventFilter(self)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._close(False)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._close(True)
                return True
        if event.type() == QEvent.Type.FocusOut and watched is self:
            self._close(True)
        return super().eventFilter(watched, event)

    def give_up(self) -> None:
        """Closes the field; what was typed counts for nothing."""
        self._close(False)

    def _close(self, take: bool) -> None:
        if not self._open:
            return
        self._open = False
        # A share that was only looked at is not rounded to what the field shows.
        if take and self.lineEdit().isModified():
            self.interpretText()
            self._done(self.value() / 100)
        parent = self.parentWidget()
        self.hide()
        self.deleteLater()
        if parent is not None and parent.parentWidget() is not None:
            parent.parentWidget().setFocus(Qt.FocusReason.OtherFocusReason)
