"""The heads of the matrix: criteria over two lines above, recommendations beside, each whole in its tooltip."""

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.window.picture.texts import Texts
from desktop_app.window.theme import Theme


class Head(QHeaderView):
    """Titles that wrap to two lines; the one of the present cell stands out."""

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._theme, self._texts = theme, Texts()
        self._across = orientation == Qt.Orientation.Horizontal
        self.setHighlightSections(True)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._font = theme.font(12 if self._across else 13, bold=True)
        self._small = theme.font(11, bold=True)

    def text_width(self, title: str) -> float:
        """How wide a title is on one line."""
        return self._texts.metrics(self._font).horizontalAdvance(title)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._across:
            height = 2 * self._texts.metrics(self._font).height() + self._theme.px(12)
            return QSize(hint.width(), round(height))
        return hint

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, box = self._theme, QRectF(rect)
        painter.save()
        painter.fillRect(rect, theme.colour("card"))
        painter.setPen(QPen(theme.colour("line" if self._across else "faint_line"), 0))
        painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        title = str(self.model().headerData(section, self.orientation()))
        painter.setPen(theme.colour("text" if not self._across or self._is_current(section) else "dim_text"))
        if self._across:
            inner = box.adjusted(theme.px(7), 0, -theme.px(4), -theme.px(8))
            self._texts.draw(painter, inner, title, self._fitting(title, inner.width()), most=2, bottom=True)
        else:
            width = box.width() - theme.px(12)
            most = 2 if box.height() > 2 * self._texts.metrics(self._font).height() + theme.px(4) else 1
            lines = self._texts.lines(title, width, self._font, most)
            height = len(lines) * self._texts.metrics(self._font).height()
            inner = QRectF(box.left(), box.top() + (box.height() - height) / 2, width, height)
            self._texts.draw(painter, inner, title, self._font, most=most)
        painter.restore()

    def _fitting(self, title: str, width: float) -> QFont:
        """A smaller type where a word would not fit."""
        longest = max(map(self.text_width, title.split()), default=0)
        return self._font if longest <= width else self._small

    def _is_current(self, section: int) -> bool:
        table = self.parent()
        current: QModelIndex = table.currentIndex() if hasattr(table, "currentIndex") else QModelIndex()
        return current.isValid() and section == current.column()
