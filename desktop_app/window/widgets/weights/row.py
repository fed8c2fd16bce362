"""One criterion in the weight panel."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from desktop_app.decision.problem import Criterion
from desktop_app.document.document import Document, Gesture
from desktop_app.files.languages import _, language
from desktop_app.files.languages.emphasis import rich_text
from desktop_app.window.icons import icon
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.elided import ElidedLabel
from desktop_app.window.widgets.numbers import NumberBox
from desktop_app.window.widgets.slider import STEPS, WeightSlider


class WeightRow(QWidget):
    """Slider, points, share and lock of a criterion, and under them the swing it weighs when it is active."""

    touched = Signal(str)

    def __init__(
        self, document: Document, criterion: Criterion, theme: Theme, colour: QColor, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.criterion = criterion.id
        self._document, self._gesture = document, None
        self._refreshing = False
        self._shown: tuple[bool, bool, int] | None = None
        title = criterion.title.say(language())
        self.title = ElidedLabel(title, self)
        self.slider = WeightSlider(theme, colour, self)
        self.slider.setAccessibleName(_("Weight of {title}").format(title=title))
        self.points = NumberBox(self)
        self.points.setRange(0, 100)
        self.points.setDecimals(1)
        self.points.setAccessibleName(_("Points of {title}").format(title=title))
        self.share = NumberBox(self)
        self.share.setObjectName("quiet")
        self.share.setRange(0, 100)
        self.share.setDecimals(1)
        self.share.setSuffix(" %")
        self.share.setAccessibleName(_("Share of {title} in per cent").format(title=title))
        for box, width in ((self.points, 40), (self.share, 54)):
            box.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            box.setFixedWidth(theme.px(width))
            box.setFont(theme.font(12, tabular=True))
        self.lock = QToolButton(self)
        self.lock.setObjectName("lock")
        self.lock.setCheckable(True)
        self.lock.setFixedSize(theme.px(22), theme.px(22))
        self._theme = theme
        self._title = title
        self.swing = QLabel(rich_text(criterion.swing.say(language())), self)
        self.swing.setObjectName("caption")
        self.swing.setTextFormat(Qt.TextFormat.RichText)
        self.swing.setWordWrap(True)
        self.swing.setVisible(False)
        self._has_swing = bool(criterion.swing)
        if self._has_swing:
            words = _("weighs the step {swing}").format(swing=rich_text(criterion.swing.say(language())))
            self.swing.setText(words)
            self.title.setToolTip(words)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(4), 1, 0, 1)
        grid.setHorizontalSpacing(theme.px(3))
        grid.setVerticalSpacing(0)
        for column, widget in enumerate((self.title, self.slider, self.points, self.share, self.lock)):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self.swing, 1, 0, 1, 5)
        grid.setColumnStretch(0, 13)
        grid.setColumnStretch(1, 10)
        self.slider.sliderPressed.connect(self._press)
        self.slider.sliderReleased.connect(self._release)
        self.slider.valueChanged.connect(self._slide)
        self.points.valueChanged.connect(self._type_points)
        self.share.valueChanged.connect(self._type_share)
        self.lock.toggled.connect(self._toggle_lock)
        for widget in (self.slider, self.points, self.share, self.lock):
            widget.installEventFilter(self)
        self.refresh()

    def refresh(self) -> None:
        """Shows the document's weights."""
        project = self._document.project
        self._refreshing = True
        share, points = project.shares[self.criterion], project.weights.points[self.criterion]
        by_share = self._shares_are_set()
        self.slider.setValue(round((share * 100 if by_share else points) * STEPS))
        self.points.setValue(points)
        self.share.setValue(share * 100)
        locked = self.criterion in project.weights.locked
        can_move = project.weights.can_move(self.criterion, project.counted)
        if (locked, can_move, len(project.counted)) != self._shown:
            self._shown = (locked, can_move, len(project.counted))
            self._show_lock(locked, can_move, len(project.counted))
        self._refreshing = False

    def _show_lock(self, locked: bool, can_move: bool, counted: int) -> None:
        self.lock.setChecked(locked)
        self.lock.setIcon(
            icon(self._theme, "lock" if locked else "lock-open", "accent" if locked else "dim_text")
        )
        name = _("Unlock {title}") if locked else _("Lock the share of {title}")
        self.lock.setAccessibleName(name.format(title=self._title))
        self.lock.setToolTip(self.lock.accessibleName())
        why = ""
        if locked:
            why = _("Its share is locked.")
        elif not can_move and counted > 1:
            why = _("All others are locked, so this share cannot change; unlock one.")
        for widget in (self.slider, self.points, self.share):
            # One criterion alone always has the whole weight; its points may still be typed.
            widget.setEnabled(not why)
            widget.setToolTip(why)

    def set_active(self, active: bool) -> None:
        """Shows the swing of the criterion that is being weighed."""
        self.swing.setVisible(active and self._has_swing)

    def _shares_are_set(self) -> bool:
        project = self._document.project
        return bool(project.weights.locked & set(project.counted))

    def _press(self) -> None:
        self._gesture = self._document.gesture()
        self.touched.emit(self.criterion)

    def _release(self) -> None:
        self._gesture = None

    def _current(self) -> Gesture:
        return self._gesture if self._gesture is not None else self._document.gesture()

    def _slide(self, value: int) -> None:
        if self._refreshing:
            return
        amount = value / STEPS
        if self._shares_are_set():
            self._current().set_share(self.criterion, amount / 100)
        else:
            self._current().set_points(self.criterion, amount)

    def _type_points(self, points: float) -> None:
        if not self._refreshing:
            self._document.gesture().set_points(self.criterion, points)

    def _type_share(self, percent: float) -> None:
        if not self._refreshing:
            self._document.gesture().set_share(self.criterion, percent / 100)

    def _toggle_lock(self, locked: bool) -> None:
        if not self._refreshing:
            self._document.gesture().set_lock(self.criterion, locked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.touched.emit(self.criterion)
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and self._gesture is not None
        ):
            gesture, self._gesture = self._gesture, None
            self.slider.setSliderDown(False)
            gesture.cancel()
            return True
        return super().eventFilter(watched, event)
