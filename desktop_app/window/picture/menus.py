"""The menus of a head, a band and a row: what the gestures do, in words, and what has no gesture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop_app.files.languages import _
from desktop_app.window.picture.layout import Hit, Zone

if TYPE_CHECKING:
    from desktop_app.window.picture.view import PictureView


def menu_for(hit: Hit, view: PictureView) -> QMenu | None:
    """The menu for what lies under the pointer; None where there is none."""
    if hit.zone is Zone.HEAD:
        return _head(hit.column, view)
    if hit.zone is Zone.GROUP:
        return _band(hit.column, view)
    if hit.zone in (Zone.ROW, Zone.TOTAL, Zone.CELL):
        return _row(hit, view)
    if hit.zone is Zone.TOTAL_HEAD and view.content.sorted_column is not None:
        menu = QMenu(view)
        menu.addAction(_("Back to the ranking")).triggered.connect(lambda: view.sort_by(None))
        return menu
    return None


def _head(column: int, view: PictureView) -> QMenu:
    content = view.content
    spec = content.columns[column]
    menu = QMenu(view)
    menu.addAction(_("Type a share …")).triggered.connect(lambda: view.type_share(column))
    if len(spec.criteria) == 1:
        locked = spec.criteria[0] in content.project.weights.locked
        text = _("Unlock the share") if locked else _("Lock the share")
        menu.addAction(text).triggered.connect(lambda: view.lock(spec.criteria[0], not locked))
    menu.addSeparator()
    if content.arrangement.sorted_by == spec.key:
        menu.addAction(_("Back to the ranking")).triggered.connect(lambda: view.sort_by(None))
    else:
        menu.addAction(_("Sort by this, for a look")).triggered.connect(lambda: view.sort_by(spec.key))
    if spec.key in content.arrangement.collapsed:
        menu.addAction(_("Show the criteria of this group")).triggered.connect(
            lambda: view.collapse(spec.key, False)
        )
    elif len(content.columns) > 1:
        menu.addAction(_("Hide this column")).triggered.connect(lambda: view.hide_column(spec.key))
    for text, step in ((_("Move left"), -1), (_("Move right"), 1)):
        order = content.order_after_step(column, step)
        if order is not None:
            menu.addAction(text).triggered.connect(lambda _on=False, order=order: view.reorder(order))
    _ways_back(menu, view)
    return menu


def _band(column: int, view: PictureView) -> QMenu:
    content = view.content
    group = content.columns[column].group
    menu = QMenu(view)
    if group is not None:
        collapsed = group in content.arrangement.collapsed
        text = _("Show the criteria of this group") if collapsed else _("Collapse into one column")
        menu.addAction(text).triggered.connect(lambda: view.collapse(group, not collapsed))
    _ways_back(menu, view)
    return menu


def _ways_back(menu: QMenu, view: PictureView) -> None:
    if view.content.hidden_count or view.content.collapsed_count:
        menu.addSeparator()
        menu.addAction(_("Show all columns")).triggered.connect(view.show_all)


def _row(hit: Hit, view: PictureView) -> QMenu:
    content = view.content
    names = content.ranking.table.alternatives
    row = int(content.order[hit.place])
    menu = QMenu(view)
    if hit.zone is Zone.CELL and len(content.columns[hit.column].criteria) == 1:
        criterion = content.columns[hit.column].criteria[0]
        menu.addAction(_("Evidence of this score")).triggered.connect(
            lambda: view.cell_opened.emit(names[row], criterion)
        )
    selected = view.marks.selected
    if 0 <= selected != row:
        title = " ".join(content.title_of_row(selected).split())
        short = title if len(title) <= 40 else title[:39] + "…"
        text = _("Compare with {title}").format(title=short).replace("&", "&&")
        menu.addAction(text).triggered.connect(
            lambda: view.comparison_wanted.emit(names[selected], names[row])
        )
    menu.addAction(_("Select")).triggered.connect(lambda: view.select(names[row]))
    return menu
