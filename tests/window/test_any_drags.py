"""Whatever is dragged, clicked, locked and given up: shares add up to 1, locked ones stay, undo of all restores."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.window.main_window import MainWindow
from desktop_app.window.picture.layout import Zone
from tests.document import decks
from tests.window.conftest import Opens
from tests.window.hands import NONE, SHIFT, Mouse

gestures = st.lists(
    st.tuples(
        st.sampled_from(("border", "border", "group", "lock", "pump", "undo")),
        st.integers(0, 30),
        st.floats(-400, 400),
        st.booleans(),
        st.sampled_from(("let go", "let go", "let go", "escape")),
    ),
    min_size=1,
    max_size=8,
)


@pytest.fixture
def window(opens: Opens) -> MainWindow:
    return opens(decks.table(4, 7, groups=3, points=[30, 20, 10, 20, 10, 5, 5]))


def act(window: MainWindow, kind: str, at: int, by: float, shift: bool, end: str) -> None:
    view, document = window.pages[1].picture, window.document
    layout = view.layout_
    mouse = Mouse(view.viewport())
    top = layout.sizes.margin + layout.sizes.band
    if kind in ("border", "group"):
        y = top + layout.sizes.head / 2 if kind == "border" else top - layout.sizes.band / 2
        borders = [
            x for x in layout.edges[1:-1] if layout.hit(float(x), y).zone in (Zone.BORDER, Zone.GROUP_BORDER)
        ]
        x = float(borders[at % len(borders)])
        mouse.drag((x, y), by, SHIFT if shift else NONE, steps=3, let_go=end == "let go")
        if end == "escape":
            QTest.keyClick(view, Qt.Key.Key_Escape)
            mouse.release(x + by, y)
    elif kind == "lock":
        criterion = document.project.counted[at % 7]
        row = window.pages[1].weights.rows[criterion]
        QTest.mouseClick(row.lock, Qt.MouseButton.LeftButton)
    elif kind == "pump":
        view.setFocus(Qt.FocusReason.TabFocusReason)
        view.marks.focus = (-1, at % 7)
        QTest.keyClick(view, Qt.Key.Key_Up if shift else Qt.Key.Key_Down)
    elif kind == "undo":
        QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sequence=gestures)
def test_any_sequence_of_drags(window: MainWindow, sequence) -> None:
    document = window.document
    document.open(document.problem, None)
    first, undone = document.project, False
    for kind, *particulars in sequence:
        before = document.project
        act(window, kind, *particulars)
        shares = document.project.shares
        undone = undone or kind == "undo"
        assert math.fsum(shares.values()) == pytest.approx(1, abs=1e-9)
        assert all(share >= 0 for share in shares.values())
        if kind in ("border", "group", "pump"):
            for name in before.weights.locked:
                assert shares[name] == pytest.approx(before.shares[name], abs=1e-9)
            if particulars[-1] == "escape" and kind != "pump":
                assert document.project == before
        edges = window.pages[1].picture.layout_.edges
        assert (edges[1:] >= edges[:-1]).all()
    last = document.project
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.project == first
    if not undone:
        while document.undo_stack.canRedo():
            document.undo_stack.redo()
        assert document.project == last
