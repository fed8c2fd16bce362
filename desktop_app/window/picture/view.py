"""The aligned picture on the screen: scrolls, glides, and hands mouse and keys to its gestures."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from desktop_app.document.document import Document
from desktop_app.files.languages import _
from desktop_app.window.picture import menus, tips
from desktop_app.window.picture.arranging import Arranging
from desktop_app.window.picture.content import Content
from desktop_app.window.picture.corner import Corner
from desktop_app.window.picture.gestures import keys
from desktop_app.window.picture.gestures.pointer import BORDERS, Pointer
from desktop_app.window.picture.gestures.type_share import ShareField
from desktop_app.window.picture.layout import NO_HIT, Hit, Layout, Sizes, Zone
from desktop_app.window.picture.motion import Glide
from desktop_app.window.picture.painter import paint
from desktop_app.window.picture.scene import Marks, Scene
from desktop_app.window.picture.texts import Texts
from desktop_app.window.theme import Theme


class PictureView(Arranging, QAbstractScrollArea):
    """Rows by rank, columns by weight.

    `cell_opened` (alternative, criterion) when a cell's evidence is asked for; `comparison_wanted` with
    two alternatives; `row_selected` (alternative or "") and `criterion_touched` (criterion) when one is
    pointed out.
    """

    cell_opened = Signal(str, str)
    comparison_wanted = Signal(str, str)
    row_selected = Signal(str)
    criterion_touched = Signal(str)

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(_("Ranking: a row for each recommendation, a column for each criterion"))
        self.content = Content(document.project, document.ranking)
        self.marks = Marks()
        self._texts = Texts()
        self._glide = Glide(self)
        self._glide.moved.connect(self.viewport().update)
        self._pointer = Pointer(self, document)
        self._colours = theme.criterion_colours(document.problem, document.project.counted)
        self.verticalScrollBar().setSingleStep(theme.px(40))
        self.horizontalScrollBar().setSingleStep(theme.px(40))
        self.corner = Corner(theme, self.viewport())
        self.corner.found.connect(self._found)
        self.corner.ranking_wanted.connect(lambda: self.sort_by(None))
        self.corner.all_wanted.connect(self.show_all)
        self.corner.unpin_wanted.connect(self.unpin)
        self.layout_ = self._new_layout()
        document.problem_changed.connect(self._renew)
        document.ranking_changed.connect(self.answer)

    # What is shown

    @property
    def glide(self) -> Glide:
        return self._glide

    def sizes(self) -> Sizes:
        """The fixed lengths, before the zoom, in the present width."""
        return Sizes().fitted(self.viewport().width() / self._theme.zoom, bool(self.content.pinned))

    def _new_layout(self) -> Layout:
        view = self.viewport()
        return Layout(
            self.sizes().times(self._theme.zoom),
            view.width(),
            view.height(),
            self.content.columns,
            self.content.shares,
            len(self.content.order),
            self.horizontalScrollBar().value(),
            self.verticalScrollBar().value(),
        )

    def relayout(self) -> None:
        layout = self._new_layout()
        for bar, overflow, page in (
            (self.horizontalScrollBar(), layout.overflow_x, layout.width),
            (self.verticalScrollBar(), layout.overflow_y, layout.height),
        ):
            bar.setPageStep(int(page))
            if bar.maximum() != int(overflow):
                bar.setRange(0, int(overflow))
        if (layout.scroll_x, layout.scroll_y) != (
            self.horizontalScrollBar().value(),
            self.verticalScrollBar().value(),
        ):
            layout = self._new_layout()
        self.layout_ = layout
        sizes = layout.sizes
        self.corner.setGeometry(
            int(sizes.margin),
            int(sizes.margin),
            max(1, int(layout.total_left - 2 * sizes.margin)),
            int(layout.top - sizes.margin - 4),
        )
        self.corner.show_state(self.content)
        self.viewport().update()

    def _renew(self) -> None:
        """Other rows or columns: nothing glides, nothing stays marked that is gone."""
        self._pointer.give_up()
        for field in self.viewport().findChildren(ShareField):
            field.give_up()
        same = self._document.problem is self.content.problem
        self._glide.stop()
        self.content.update(self._document.project, self._document.ranking)
        self._colours = self._theme.criterion_colours(self._document.problem, self._document.project.counted)
        self.marks.hover, self.marks.focus, self.marks.active = NO_HIT, None, None
        if not same:
            self.marks.selected = -1
            self.verticalScrollBar().setValue(0)
        self.relayout()

    def answer(self) -> None:
        """New weights: columns follow at once, rows glide."""
        before = self.content.order
        self.content.update(self._document.project, self._document.ranking)
        after = self.content.order
        if len(before) != len(after):
            self._glide.stop()
        elif (before != after).any():
            self._glide.go(before, after)
        self._pointer.relabel()
        self._forget_lost_columns()
        self.relayout()

    def _forget_lost_columns(self) -> None:
        focus = self.marks.focus
        if focus is not None and focus[1] >= len(self.content.columns):
            self.marks.focus = (focus[0], len(self.content.columns) - 1)
        if self.marks.hover.column >= len(self.content.columns):
            self.marks.hover = NO_HIT

    def scene(self) -> Scene:
        """What is painted now."""
        return Scene(
            self.content,
            self.layout_,
            self._theme,
            self._texts,
            self._colours,
            self.marks,
            self._glide.places,
        )

    def set_active(self, criterion: str | None) -> None:
        """Marks the criterion that the weight panel is on."""
        self.marks.active = criterion
        self.viewport().update()

    def select(self, alternative: str) -> None:
        """Selects a row by its alternative; "" for none."""
        names = self.content.ranking.table.alternatives
        self.marks.selected = names.index(alternative) if alternative in names else -1
        self.viewport().update()
        self.row_selected.emit(alternative)

    def _found(self, row: int) -> None:
        self.select(self.content.ranking.table.alternatives[row])
        self._bring_into_view(row, -1)

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint(painter, self.scene())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.relayout()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.layout_ = self._new_layout()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = self.viewport().mapFromGlobal(event.globalPos())
        hit = self.layout_.hit(where.x(), where.y())
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.marks.focus is not None:
            hit = self._hit_of(self.marks.focus)
            where = QPoint(int(self.layout_.edges[max(0, hit.column)]), int(self.layout_.top))
        menu = menus.menu_for(hit, self)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(where))

    def _hit_of(self, focus: keys.Focus) -> Hit:
        row, column = focus
        if row == keys.HEAD:
            return Hit(Zone.HEAD, column=column)
        place = int((self.content.order == row).argmax())
        return Hit(Zone.CELL, place, column) if column >= 0 else Hit(Zone.ROW, place)

    def leaveEvent(self, event: QEvent) -> None:
        if not self._pointer.busy:
            self.point_at(NO_HIT)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = self.layout_.hit(event.pos().x(), event.pos().y())
            text = tips.tip(hit, self.content)
            if text:
                QToolTip.showText(event.globalPos(), text, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pointer.busy:
            self._pointer.give_up()
            return
        focus = self.marks.focus
        if focus is None or not self.content.columns:
            super().keyPressEvent(event)
            return
        if keys.pumped(event, focus, self.content, self._document):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._activate(focus)
            return
        moved = keys.moved(focus, event.key(), self.content)
        if moved == focus:
            super().keyPressEvent(event)
            return
        self._focus_on(moved)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            backwards = event.reason() is Qt.FocusReason.BacktabFocusReason
            self._focus_on(self._first_cell() if backwards else (keys.HEAD, 0))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.marks.focus = None
        self.viewport().update()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks from the head to the rows before it leaves the picture."""
        focus = self.marks.focus
        if focus is not None and forward and focus[0] == keys.HEAD:
            self._focus_on(self._first_cell())
            return True
        if focus is not None and not forward and focus[0] != keys.HEAD:
            self._focus_on((keys.HEAD, max(0, focus[1])))
            return True
        return super().focusNextPrevChild(forward)

    # What mouse and keys do

    def type_share(self, column: int) -> ShareField:
        """Opens the field for the share of a column."""
        spec = self.content.columns[column]
        layout = self.layout_
        box = QRect(
            QPoint(int(layout.edges[column]), int(layout.sizes.margin + layout.sizes.band)),
            QPoint(int(layout.edges[column + 1]), int(layout.top)),
        )

        def take(share: float) -> None:
            keys.set_share(self._document, spec.criteria, spec.key, share)

        return ShareField(
            self.viewport(), box, self.content.title_of(spec), float(self.content.shares[column]), take
        )

    def click(self, hit: Hit, compare: bool) -> None:
        names = self.content.ranking.table.alternatives
        if hit.zone in (Zone.ROW, Zone.TOTAL, Zone.CELL):
            row = int(self.content.order[hit.place])
            if compare and 0 <= self.marks.selected != row:
                self.comparison_wanted.emit(names[self.marks.selected], names[row])
                return
            self.select(names[row])
            if hit.zone is Zone.CELL:
                self._open_cell(row, hit.column)
        elif hit.zone is Zone.HEAD:
            self.criterion_touched.emit(self.content.columns[hit.column].criteria[0])

    def _activate(self, focus: keys.Focus) -> None:
        row, column = focus
        if row == keys.HEAD:
            self.type_share(column)
            return
        self.select(self.content.ranking.table.alternatives[row])
        if column >= 0:
            self._open_cell(row, column)

    def _open_cell(self, row: int, column: int) -> None:
        criteria = self.content.columns[column].criteria
        if len(criteria) == 1:
            self.cell_opened.emit(self.content.ranking.table.alternatives[row], criteria[0])

    def point_at(self, hit: Hit) -> None:
        if hit == self.marks.hover:
            return
        self.marks.hover = hit
        shape = Qt.CursorShape.ArrowCursor
        if hit.zone in BORDERS:
            shape = Qt.CursorShape.SplitHCursor
        elif hit.zone in (Zone.CELL, Zone.ROW, Zone.TOTAL):
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def _first_cell(self) -> keys.Focus:
        row = self.marks.selected if self.marks.selected >= 0 else int(self.content.order[0])
        return row, -1

    def _focus_on(self, focus: keys.Focus) -> None:
        self.marks.focus = focus
        row, column = focus
        if row == keys.HEAD:
            self.criterion_touched.emit(self.content.columns[column].criteria[0])
        self._bring_into_view(row, column)
        self.viewport().update()

    def _bring_into_view(self, row: int, column: int) -> None:
        layout = self.layout_
        if row != keys.HEAD:
            place = int((self.content.order == row).argmax())
            top, bar = place * layout.row_height, self.verticalScrollBar()
            room = layout.height - layout.top
            bar.setValue(int(min(max(bar.value(), top + layout.row_height - room), top)))
        if column >= 0:
            bar = self.horizontalScrollBar()
            left, right = layout.edges[column] + bar.value(), layout.edges[column + 1] + bar.value()
            bar.setValue(
                int(min(max(bar.value(), right - layout.width + layout.sizes.margin), left - layout.left))
            )
