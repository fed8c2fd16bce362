"""The card that holds all weights, by group."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.document.document import Document
from desktop_app.files.languages import _, language
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.card import Card, label, rule
from desktop_app.window.widgets.elided import ElidedLabel
from desktop_app.window.widgets.fresh import Fresh
from desktop_app.window.widgets.numbers import NumberBox
from desktop_app.window.widgets.weights.row import WeightRow


class GroupRow(QWidget):
    """A group's title and its share, which can be typed; its members scale in proportion."""

    def __init__(self, document: Document, group: str, depth: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._group = document, group
        self._refreshing = False
        title = document.problem.group_by_id[group].title.say(language())
        heading = ElidedLabel(title, self)
        heading.setObjectName("group")
        self.share = NumberBox(self)
        self.share.setObjectName("quiet")
        self.share.setRange(0, 100)
        self.share.setDecimals(1)
        self.share.setSuffix(" %")
        self.share.setFixedWidth(theme.px(60))
        self.share.setFont(theme.font(12, bold=True, tabular=True))
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.share.setAccessibleName(_("Share of the group {title} in per cent").format(title=title))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(4 + 10 * depth), theme.px(6), theme.px(25), 0)
        line.addWidget(heading, 1)
        line.addWidget(self.share)
        self.share.valueChanged.connect(self._type)
        self.refresh()

    def refresh(self) -> None:
        self._refreshing = True
        project = self._document.project
        self.share.setValue(project.group_share(self._group) * 100)
        members = [one.id for one in project.problem.members(self._group) if one.id in project.counted]
        free = [one for one in project.counted if one not in project.weights.locked]
        movable = any(one in members for one in free) and any(one not in members for one in free)
        self.share.setEnabled(movable)
        self.share.setToolTip(
            "" if movable else _("No weight is free to move between this group and the others.")
        )
        self._refreshing = False

    def _type(self, percent: float) -> None:
        if not self._refreshing:
            self._document.gesture().set_group_share(self._group, percent / 100)


class WeightPanel(Card):
    """Groups and criteria that count. `criterion_touched` when a person turns to one."""

    criterion_touched = Signal(str)

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_("Weights"), parent)
        self._document, self._theme = document, theme
        self.rows: dict[str, WeightRow] = {}
        self.groups: dict[str, GroupRow] = {}
        for text, act, why in (
            (_("Equal"), document.make_equal, _("The same points for every criterion")),
            (_("Reset"), document.reset, _("The deck's first preset, nothing locked")),
        ):
            button = QPushButton(text, self)
            button.setObjectName("flat")
            button.setToolTip(why)
            button.clicked.connect(act)
            self.head.addWidget(button)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._scroll, 1)
        self._condition = QWidget(self)
        self.body.addWidget(self._condition)
        QVBoxLayout(self._condition).setContentsMargins(0, 0, 0, 0)
        document.problem_changed.connect(self._rebuild)
        Fresh(self, self.refresh, document.ranking_changed)
        self._rebuild()

    def _rebuild(self) -> None:
        problem, project = self._document.problem, self._document.project
        self.rows, self.groups = {}, {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(3))
        colours = self._theme.criterion_colours(problem, project.counted)
        for criterion_id in project.counted:
            criterion = problem.criterion(criterion_id)
            for depth, group in enumerate(reversed(list(problem.ancestors(criterion)))):
                if group.id not in self.groups:
                    heading = GroupRow(self._document, group.id, depth, self._theme, inside)
                    self.groups[group.id] = heading
                    column.addWidget(heading)
            row = WeightRow(self._document, criterion, self._theme, colours[criterion_id], inside)
            row.touched.connect(self.criterion_touched)
            self.rows[criterion_id] = row
            column.addWidget(row)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        self._show_condition()

    def _show_condition(self) -> None:
        box = self._condition.layout()
        while (item := box.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        condition = self._document.problem.condition
        self._condition.setVisible(condition is not None)
        if condition is None:
            return
        caption = label(_("RESTS ON ONE CONDITION"), "caption", self._condition)
        title = label(condition.title.say(language()), "heading", self._condition, wrap=True)
        summary = label(condition.summary.say(language()), "dim", self._condition, wrap=True)
        for widget in (rule(self._condition), caption, title, summary):
            box.addWidget(widget)

    def refresh(self) -> None:
        """Shows the document's weights."""
        if self.rows.keys() != set(self._document.project.counted):
            return
        for row in self.rows.values():
            row.refresh()
        for group in self.groups.values():
            group.refresh()

    def set_active(self, criterion: str) -> None:
        """Shows the swing of one criterion and brings its row into view."""
        for name, row in self.rows.items():
            row.set_active(name == criterion)
        if criterion in self.rows:
            self._scroll.ensureWidgetVisible(self.rows[criterion], 0, self._theme.px(30))
