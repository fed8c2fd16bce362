"""A cell: its level as segments in the criterion's colour, its name, and the mark of what it rests on."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.decision.performances import Unknown
from desktop_app.decision.scales import NumericScale
from desktop_app.window.picture.texts import Texts
from desktop_app.window.scores.breaking import Label, Labels
from desktop_app.window.scores.model import ScoresModel
from desktop_app.window.scores.sprites import Sprites
from desktop_app.window.theme import Theme

_DIMMED = 0.3
_MARK_ROOM = 12


class ScoreDelegate(QStyledItemDelegate):
    """Paints the cells of a ScoresModel; nothing is a widget."""

    def __init__(self, model: ScoresModel, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._model, self._theme, self._texts = model, theme, Texts()
        self._font, self._small = theme.font(12), theme.font(11)
        # A copy, for the theme's fonts are shared.
        self._italic = QFont(self._font)
        self._italic.setItalic(True)
        metrics = self._texts.metrics(self._font)
        self._line = metrics.height()
        self._lift = metrics.ascent() - self._texts.metrics(self._small).ascent()
        self._sprites = Sprites(theme)
        self._labels = Labels(self._texts, self._font, self._small, theme.px(_MARK_ROOM), theme.px(4))
        self._colours: list[QColor] = []
        model.modelReset.connect(self._take)
        self._take()

    def _take(self) -> None:
        """Takes what is now in the model."""
        names = [criterion.id for criterion in self._model.criteria]
        by_name = self._theme.criterion_colours(self._model.problem, names)
        self._colours = [by_name[name] for name in names]
        self._labels.forget()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, box = self._theme, QRectF(option.rect)
        row, column = index.row(), index.column()
        current = self._view.currentIndex() == index
        if current or option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("selected_row"))
        painter.setPen(QPen(theme.colour("faint_line"), 0))
        painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        if current:
            width = theme.px(2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), width))
            painter.drawRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2 - 1))
        painter.setOpacity(1.0 if self._model.matching[row, column] else _DIMMED)
        self._paint_score(painter, box, row, column)
        painter.setOpacity(1.0)

    def _paint_score(self, painter: QPainter, box: QRectF, row: int, column: int) -> None:
        px, line, sprites = self._theme.px, self._line, self._sprites
        left, width = box.left() + px(7), int(box.width()) - 2 * px(7)
        gap, ratio = px(6), painter.device().devicePixelRatio()
        # All bars of a row stand at one height, whether one line of text follows or two.
        top = round(box.top() + (box.height() - sprites.bar_height - gap - 1.5 * line) / 2)
        painter.drawPixmap(QPointF(left, top), self._bar(ratio, width, row, column))
        first = QRectF(left, top + sprites.bar_height + gap, width, line)
        cell = self._model.cell(row, column)
        label = self._labels.label(cell, self._model.criteria[column], width)
        marked = cell.evidence.basis is not None
        self._paint_label(painter, QRectF(first), label, px(_MARK_ROOM) if marked else 0)
        if marked:
            side = sprites.mark_side
            by = first.center().y() + (line if label.mark_below else 0)
            corner = QPointF(first.right() - side + 1, round(by - side / 2))
            painter.drawPixmap(corner, sprites.basis(ratio, cell.evidence.basis))

    def _bar(self, ratio: float, width: int, row: int, column: int) -> QPixmap:
        model, colour = self._model, self._colours[column]
        if not isinstance(model.criteria[column].scale, NumericScale):
            return self._sprites.segments(ratio, colour, width, *model.segments(row, column))
        if isinstance(model.cell(row, column).performance, Unknown):
            return self._sprites.bar(ratio, colour, width, 0, 0)
        ends = (float(values[row, column]) for values in (model.values.low, model.values.high))
        surely, perhaps = (max(self._theme.px(2), round(width * end)) for end in ends)
        return self._sprites.bar(ratio, colour, width, surely, perhaps)

    def _paint_label(self, painter: QPainter, first: QRectF, label: Label, room: int) -> None:
        theme, texts = self._theme, self._texts
        second = first.translated(0, first.height())
        painter.setPen(theme.colour("dim_text" if label.unknown else "text"))
        (second if label.mark_below else first).setWidth(first.width() - room)
        texts.draw(painter, first, label.first, self._italic if label.unknown else self._font)
        if label.second:
            texts.draw(painter, second, label.second, self._font)
        if label.unit:
            painter.setPen(theme.colour("dim_text"))
            line = second if label.unit_below else first.adjusted(label.used, 0, 0, 0)
            texts.draw(painter, line.translated(0, self._lift), label.unit, self._small)
