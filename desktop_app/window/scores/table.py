"""The matrix that is walked like a spreadsheet."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QTableView, QWidget

from desktop_app.files.languages import _
from desktop_app.window.scores.delegate import ScoreDelegate
from desktop_app.window.scores.heads import Head
from desktop_app.window.scores.model import Index, ScoresModel
from desktop_app.window.theme import Theme

_MEASURED = 300
"""Titles that are measured for the width of their column; more would be too slow to wait for."""
_FEW = 12
_NARROWEST = 84
"""A column in which names of levels can still be read."""


class ScoresTable(QTableView):
    """Tells the cell that one comes to; Enter asks to read its evidence."""

    cell_entered = Signal(str, str)
    read_wanted = Signal()

    def __init__(self, model: ScoresModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self.setAccessibleName(_("Scores"))
        self.setHorizontalHeader(Head(Qt.Orientation.Horizontal, theme, self))
        self.setVerticalHeader(Head(Qt.Orientation.Vertical, theme, self))
        self.horizontalHeader().setAccessibleName(_("Criteria"))
        self.verticalHeader().setAccessibleName(_("Recommendations"))
        self.findChild(QAbstractButton).setAccessibleName(_("Select all scores"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(model)
        self.setItemDelegate(ScoreDelegate(model, theme, self))
        model.modelReset.connect(self.lay_out)
        self.lay_out()

    def lay_out(self) -> None:
        """Gives rows and columns their sizes."""
        model, heads = self._model, self.verticalHeader()
        assert isinstance(heads, Head)
        titles = [
            str(model.headerData(row, Qt.Orientation.Vertical))
            for row in range(min(model.rowCount(), _MEASURED))
        ]
        words = {word for title in titles for word in title.split()}
        gap = self._theme.px(14)
        self._longest = round(max(map(heads.text_width, titles), default=0)) + gap
        self._longest_word = round(max(map(heads.text_width, words), default=0)) + gap
        self._share_out()

    def _share_out(self) -> None:
        """Columns share the width, below a legible one they scroll; few rows share the height."""
        px, columns, rows = self._theme.px, self._model.columnCount(), self._model.rowCount()
        whole = self.width() - 2 * self.frameWidth() - px(12)
        # Titles wrap to two lines before a column is lost from view.
        least = max(px(96), min(max(round(self._longest * 0.6), self._longest_word), px(190)))
        most = max(least, min(self._longest, px(220), whole - columns * px(_NARROWEST)))
        self.verticalHeader().setFixedWidth(max(px(90), min(most, round(whole * 0.34))))
        room = whole - self.verticalHeader().width()
        width = min(max(room // max(1, columns), px(_NARROWEST)), px(190))
        self.horizontalHeader().setDefaultSectionSize(width)
        height = px(58)
        if rows <= _FEW:
            free = self.height() - self.horizontalHeader().sizeHint().height() - px(12)
            height = min(max(free // max(1, rows), px(64)), px(82))
        self.verticalHeader().setDefaultSectionSize(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_out()
        super().resizeEvent(event)

    def go_to(self, index: Index) -> None:
        """Makes a cell the present one, in view."""
        if index.isValid():
            # Not the view's own way there, which would extend the selection while Shift is down for Shift+F3.
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.horizontalHeader().viewport().update()
        if current.isValid():
            self.cell_entered.emit(*self._model.names_at(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.read_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab walks the cells, but from the last one it leads on, so that a keyboard is never caught here.
        here = self.currentIndex()
        last = (self._model.rowCount() - 1, self._model.columnCount() - 1) if forward else (0, 0)
        if not here.isValid() or (here.row(), here.column()) == last:
            return QWidget.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)

    def copy(self) -> None:
        """Puts the codes of the selected cells on the clipboard, tab-separated."""
        text = self._codes(self.selectionModel().selection())
        if text:
            QGuiApplication.clipboard().setText(text)

    def _codes(self, selection: QItemSelection) -> str:
        if not len(selection):
            return ""
        rows: dict[int, dict[int, str]] = {}
        for block in selection:
            columns = range(block.left(), block.right() + 1)
            for row in range(block.top(), block.bottom() + 1):
                rows.setdefault(row, {}).update(zip(columns, self._model.codes(row, columns), strict=True))
        used = sorted(set().union(*rows.values()))
        return "\n".join("\t".join(rows[row].get(column, "") for column in used) for row in sorted(rows))
