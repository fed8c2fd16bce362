"""The line under the matrix: what is picked out, the way to the next one, and how many there are of each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop_app.files.languages import _, ngettext
from desktop_app.window.theme import Theme
from desktop_app.window.widgets.elided import ElidedLabel

ALWAYS = ("all", "stated", "inferred", "judgement", "range", "unknown")
"""Filters that are offered even where they pick out nothing."""


def filter_name(name: str) -> str:
    """What a filter picks out."""
    return {
        "all": _("all"),
        "stated": _("stated"),
        "inferred": _("inferred"),
        "judgement": _("judgement"),
        "none": _("no basis"),
        "range": _("ranges"),
        "distribution": _("distributions"),
        "unknown": _("unknown"),
    }[name]


def counted(counts: dict[str, int]) -> str:
    """“16 stated · 15 inferred · 9 judgement   2 ranges · 1 unknown”."""
    parts = [
        ngettext("{count} stated", "{count} stated", counts["stated"]).format(count=counts["stated"]),
        ngettext("{count} inferred", "{count} inferred", counts["inferred"]).format(count=counts["inferred"]),
        ngettext("{count} judgement", "{count} judgement", counts["judgement"]).format(
            count=counts["judgement"]
        ),
    ]
    if counts["none"]:
        parts.append(_("{count} with no basis").format(count=counts["none"]))
    parts.append(ngettext("{count} range", "{count} ranges", counts["range"]).format(count=counts["range"]))
    if counts["distribution"]:
        parts.append(
            ngettext("{count} distribution", "{count} distributions", counts["distribution"]).format(
                count=counts["distribution"]
            )
        )
    parts.append(
        ngettext("{count} unknown", "{count} unknown", counts["unknown"]).format(count=counts["unknown"])
    )
    return " · ".join(parts)


class FilterLine(QWidget):
    """`picked` with a filter's name; `step` with 1 or −1 for the next or previous cell that it picks out."""

    picked = Signal(str)
    step = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = QToolButton(self)
        self.choice.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choice.setMenu(QMenu(self.choice))
        self.choice.setToolTip(_("Dims all scores but these"))
        self.back, self.on = QToolButton(self), QToolButton(self)
        for button, sign, name, way in (
            (self.back, "‹", _("Previous of these (Shift+F3)"), -1),
            (self.on, "›", _("Next of these (F3)"), 1),
        ):
            button.setObjectName("flat")
            button.setText(sign)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _checked=False, way=way: self.step.emit(way))
        self.counts = ElidedLabel("", self)
        self.counts.setObjectName("dim")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(4))
        for widget in (self.choice, self.back, self.on):
            line.addWidget(widget)
        line.addSpacing(theme.px(8))
        line.addWidget(self.counts, 1)

    def show_counts(self, counts: dict[str, int], chosen: str) -> str:
        """Offers what there is; gives the filter that is in force then."""
        offered = [name for name, count in counts.items() if count or name in ALWAYS]
        self.chosen = chosen if chosen in offered else "all"
        self._numbers = counts
        menu = self.choice.menu()
        menu.clear()
        for name in offered:
            action = menu.addAction(f"{filter_name(name)} ({counts[name]})")
            action.setCheckable(True)
            action.setData(name)
            action.triggered.connect(lambda _checked=False, name=name: self._pick(name))
        self.counts.setText(counted(counts))
        self.counts.setAccessibleName(counted(counts))
        self._show_choice()
        return self.chosen

    def _pick(self, name: str) -> None:
        self.chosen = name
        self._show_choice()
        self.picked.emit(name)

    def _show_choice(self) -> None:
        count = self._numbers[self.chosen]
        text = _("Show: {what} ({count})").format(what=filter_name(self.chosen), count=count)
        self.choice.setText(f"{text} ▾")
        self.choice.setAccessibleName(text)
        for action in self.choice.menu().actions():
            action.setChecked(action.data() == self.chosen)
        for button in (self.back, self.on):
            button.setEnabled(count > 0)
