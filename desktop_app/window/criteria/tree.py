"""The value tree: groups inside groups, criteria in them, and the share of each, which follows the weights."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop_app.decision.problem import Problem
from desktop_app.decision.project import Project
from desktop_app.document.document import Document
from desktop_app.files.languages import _, language
from desktop_app.files.languages.numbers import percent
from desktop_app.window.picture.texts import Texts
from desktop_app.window.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NODE = Qt.ItemDataRole.UserRole + 1
SHARE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Node:
    """A set, a group or a criterion of the tree."""

    kind: str
    id: str


def set_name(name: str) -> str:
    """A set of criteria as its heading says it."""
    return {"effort": _("Effort"), "effect": _("Effect")}[name]


def node_title(problem: Problem, node: Node) -> str:
    """What stands at a node."""
    if node.kind == "set":
        return set_name(node.id)
    text = problem.group_by_id[node.id].title if node.kind == "group" else problem.criterion(node.id).title
    return " ".join(text.say(language()).split())


def node_share(project: Project, node: Node) -> float | None:
    """The share of a node; None where nothing of it counts now."""
    problem = project.problem
    if node.kind == "criterion":
        return project.shares.get(node.id)
    members = (
        problem.members(node.id)
        if node.kind == "group"
        else tuple(one for one in problem.criteria if problem.set_of(one) == node.id)
    )
    counted = [project.shares[one.id] for one in members if one.id in project.shares]
    return sum(counted) if counted else None


class TreeModel(QStandardItemModel):
    """The whole tree, also what does not count now."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.read()

    def read(self) -> None:
        """Takes another deck."""
        self.clear()
        problem = self._document.problem
        self.items: dict[Node, QStandardItem] = {}
        root = self.invisibleRootItem()
        # Criteria outside all groups stand under the root.
        if len(problem.sets) > 1:
            for name in problem.sets:
                node = self._add(root, Node("set", name))
                self._fill(node, None, name)
        else:
            self._fill(root, None, None)
        self.refresh()

    def _fill(self, above: QStandardItem, inside: str | None, only: str | None) -> None:
        problem = self._document.problem
        for group in problem.groups:
            if group.inside == inside and (only is None or inside is not None or group.set == only):
                self._fill(self._add(above, Node("group", group.id)), group.id, only)
        for criterion in problem.criteria:
            if criterion.group == inside:
                self._add(above, Node("criterion", criterion.id))

    def _add(self, above: QStandardItem, node: Node) -> QStandardItem:
        item = QStandardItem(node_title(self._document.problem, node))
        item.setData(node, NODE)
        item.setEditable(False)
        item.setToolTip(item.text())
        self.items[node] = item
        above.appendRow(item)
        return item

    def refresh(self) -> None:
        """Takes the present shares."""
        project = self._document.project
        for node, item in self.items.items():
            share = node_share(project, node)
            item.setData(share, SHARE)
            said = (
                _("does not count now") if share is None else _("share {share}").format(share=percent(share))
            )
            item.setData(f"{item.text()}, {said}", Qt.ItemDataRole.AccessibleTextRole)

    def first_that_counts(self) -> QModelIndex:
        counted = self._document.project.counted
        return self.items[Node("criterion", counted[0])].index()


class TreeDelegate(QStyledItemDelegate):
    """A title with the criterion's colour before it, and its share as a number and a bar."""

    def __init__(self, document: Document, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._theme, self._texts = document, theme, Texts()
        self.colours: dict[str, QColor] = {}

    def take_colours(self) -> None:
        """The colours that the criteria which count have on every page."""
        project = self._document.project
        self.colours = self._theme.criterion_colours(project.problem, project.counted)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, texts, px = self._theme, self._texts, self._theme.px
        node, share = index.data(NODE), index.data(SHARE)
        box = QRectF(option.rect).adjusted(0, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(theme.colour("accent"), 1) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected_row"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        left, right = box.left() + px(6), box.right() - px(8)
        if node.kind == "criterion":
            self._paint_criterion(
                painter, node.id, share, QRectF(left, box.top(), right - left, box.height())
            )
            left += px(17)
        bold = node.kind != "criterion"
        font, number = theme.font(12 if bold else 13, bold=bold), theme.font(12, bold=bold, tabular=True)
        room = px(44)
        painter.setPen(theme.colour("dim_text" if share is None or bold else "text"))
        for text, face, start, width, align in (
            (
                "–" if share is None else percent(share),
                number,
                right - room,
                room,
                Qt.AlignmentFlag.AlignRight,
            ),
            (str(index.data()), font, left, right - room - left, Qt.AlignmentFlag.AlignLeft),
        ):
            line = texts.metrics(face).height()
            middle = box.center().y() - (0 if bold else px(2))
            texts.draw(painter, QRectF(start, middle - line / 2, width, line), text, face, align)
        painter.restore()

    def _paint_criterion(self, painter: QPainter, criterion: str, share: float | None, box: QRectF) -> None:
        """The criterion's colour before the title, and under it a bar as long as its share of the largest."""
        px = self._theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colours.get(criterion, self._theme.colour("line")))
        middle = box.center().y() - px(2)
        painter.drawRoundedRect(QRectF(box.left(), middle - px(5), px(10), px(10)), px(3), px(3))
        if share:
            left = box.left() + px(17)
            length = (box.right() - left) * share / max(self._document.project.shares.values())
            painter.drawRoundedRect(QRectF(left, box.bottom() - px(4), length, px(2)), px(1), px(1))


class ValueTree(QTreeView):
    """Tells the node that one comes to."""

    chosen = Signal(object)

    def __init__(self, document: Document, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.nodes = TreeModel(document, self)
        self._delegate = TreeDelegate(document, theme, self)
        self.setAccessibleName(_("Criteria"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(theme.px(14))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setModel(self.nodes)
        self.setItemDelegate(self._delegate)
        self._delegate.take_colours()
        self.expandAll()

    def read(self) -> None:
        """Takes another deck."""
        self.nodes.read()
        self._delegate.take_colours()
        self.expandAll()

    def refresh(self) -> None:
        """Takes the present shares."""
        self.nodes.refresh()
        self._delegate.take_colours()

    def go_to(self, index: Index) -> None:
        """Makes a node the present one, in view."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.data(NODE))
