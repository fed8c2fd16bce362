"""The list of recommendations, which is searched; only what is in view is painted."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.decision.problem import Alternative
from desktop_app.document.document import Document
from desktop_app.files.languages import _, language
from desktop_app.files.languages.terms import tier_name
from desktop_app.window.picture.corner import folded
from desktop_app.window.picture.texts import Texts
from desktop_app.window.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class AlternativesModel(QAbstractListModel):
    """The recommendations whose title holds every word that is searched for, in the deck's order."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._words: list[str] = []
        self._take()

    def read(self) -> None:
        """Takes another deck, all of it."""
        self.beginResetModel()
        self._words = []
        self._take()
        self.endResetModel()

    def _take(self) -> None:
        self._alternatives = self._document.problem.alternatives
        self._letters: list[str] | None = None
        self._shown = self._found()

    def search(self, text: str) -> None:
        """Shows what matches only; letters match with or without accents."""
        self.beginResetModel()
        self._words = folded(text).split()
        self._shown = self._found()
        self.endResetModel()

    def _found(self) -> list[int]:
        if not self._words:
            return list(range(len(self._alternatives)))
        if self._letters is None:
            self._letters = [folded(one.title.say(language())) for one in self._alternatives]
        return [
            at for at, letters in enumerate(self._letters) if all(word in letters for word in self._words)
        ]

    @property
    def total(self) -> int:
        return len(self._alternatives)

    def alternative(self, row: int) -> Alternative:
        return self._alternatives[self._shown[row]]

    def index_of(self, alternative_id: str) -> QModelIndex:
        """Nowhere where it is not shown."""
        for row, at in enumerate(self._shown):
            if self._alternatives[at].id == alternative_id:
                return self.index(row, 0)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        alternative = self.alternative(index.row())
        title = " ".join(alternative.title.say(language()).split())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{title}, {tier_name(alternative.tier)}" if alternative.tier else title
        return None


class AlternativeDelegate(QStyledItemDelegate):
    """A title over two lines, and under it the tag of its tier."""

    def __init__(self, model: AlternativesModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme, self._texts = model, theme, Texts()
        self._font, self._small = theme.font(13, bold=True), theme.font(11, bold=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = self._texts.metrics(self._font).height()
        return QSize(self._theme.px(120), round(2 * line + self._theme.px(17 + 4 + 18)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, texts = self._theme, self._texts
        alternative = self._model.alternative(index.row())
        box = QRectF(option.rect).adjusted(0, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(theme.colour("accent"), 1) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected_row"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
        else:
            painter.setPen(QPen(theme.colour("faint_line"), 0))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        inner = box.adjusted(theme.px(8), 0, -theme.px(8), 0)
        title = alternative.title.say(language())
        line = texts.metrics(self._font).height()
        lines = len(texts.lines(title, inner.width(), self._font, 2))
        tag = theme.px(17 + 4) if alternative.tier else 0
        inner.setTop(box.top() + (box.height() - lines * line - tag) / 2)
        painter.setPen(theme.colour("text"))
        texts.draw(painter, inner, title, self._font, most=2)
        if alternative.tier:
            self._paint_tag(painter, alternative.tier, inner.left(), inner.top() + lines * line + theme.px(4))
        painter.restore()

    def _paint_tag(self, painter: QPainter, tier: str, x: float, y: float) -> None:
        theme, texts = self._theme, self._texts
        ground, ink = theme.tier(tier)
        metrics, height = texts.metrics(self._small), theme.px(17)
        text = tier_name(tier)
        box = QRectF(x, y, metrics.horizontalAdvance(text) + theme.px(14), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(ink)
        inner = box.adjusted(0, (height - metrics.height()) / 2, 0, 0)
        texts.draw(painter, inner, text, self._small, Qt.AlignmentFlag.AlignHCenter)


class AlternativesList(QListView):
    """Tells the recommendation that one comes to."""

    chosen = Signal(str)

    def __init__(self, model: AlternativesModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setObjectName("list")
        self.setAccessibleName(_("Recommendations"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setModel(model)
        self.setItemDelegate(AlternativeDelegate(model, theme, self))

    def go_to(self, index: Index) -> None:
        """Makes a recommendation the present one, in view."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self._model.alternative(current.row()).id)
