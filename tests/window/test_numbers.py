"""Boxes for numbers: what is typed is what is taken, with a comma or a point, in any language."""

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from desktop_app.window.widgets.numbers import NumberBox


@pytest.fixture
def box(qtbot: QtBot) -> NumberBox:
    made = NumberBox()
    made.setRange(0, 100)
    made.setDecimals(1)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def type_in(qtbot: QtBot, box: NumberBox, text: str) -> None:
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize("locale", ["en_US", "es_MX", "es_ES", "de_DE"])
@pytest.mark.parametrize("typed", ["62,5", "62.5"])
def test_comma_and_point_are_one(qtbot: QtBot, box: NumberBox, typed: str, locale: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        type_in(qtbot, box, typed)
    finally:
        QLocale.setDefault(before)
    assert box.value() == 62.5
    assert box.text() == "62.5"


@pytest.mark.parametrize(
    ("typed", "value"), [("7", 7), ("0", 0), ("0,0", 0), ("100", 100), (".5", 0.5), ("5.", 5), ("07", 7)]
)
def test_numbers(qtbot: QtBot, box: NumberBox, typed: str, value: float) -> None:
    box.setValue(33)
    type_in(qtbot, box, typed)
    assert box.value() == value


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("abc", 33),
        ("nan", 33),
        ("inf", 33),
        ("--", 33),
        ("1e2", 12),
        ("1_0", 10),
        ("6 2", 6),
        ("1,2,3", 1.23),
    ],
)
def test_keys_that_make_no_number_are_not_taken(
    qtbot: QtBot, box: NumberBox, typed: str, left: float
) -> None:
    """Such keys leave no sign in the box, so that it always shows what counts."""
    box.setValue(33)
    type_in(qtbot, box, typed)
    assert box.value() == pytest.approx(left, abs=1e-9)
    assert float(box.text()) == pytest.approx(box.value(), abs=0.05)


@pytest.mark.parametrize(("typed", "value"), [("1.234", 1.234), ("1,234", 1.234), ("12,50", 12.5)])
def test_never_ten_or_a_hundred_times_as_much(qtbot: QtBot, box: NumberBox, typed: str, value: float) -> None:
    box.setRange(0, 10_000)
    type_in(qtbot, box, typed)
    assert box.value() == pytest.approx(value)


def test_too_much_is_the_most(qtbot: QtBot, box: NumberBox) -> None:
    type_in(qtbot, box, "250")
    assert box.value() == 100


def test_left_empty_it_stays_as_it_was(qtbot: QtBot, box: NumberBox) -> None:
    box.setValue(33)
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == 33
    assert box.text() == "33"


@pytest.mark.parametrize("typed", ["62,5", "62.5 %", "62,5%", "62.5"])
def test_a_suffix_may_be_typed_or_left_out(qtbot: QtBot, box: NumberBox, typed: str) -> None:
    box.setSuffix(" %")
    type_in(qtbot, box, typed)
    assert box.value() == 62.5
    assert box.text() == "62.5 %"


def test_it_speaks_once_it_is_done_not_at_each_key(qtbot: QtBot, box: NumberBox) -> None:
    heard: list[float] = []
    box.valueChanged.connect(heard.append)
    box.selectAll()
    qtbot.keyClicks(box, "62,5")
    assert heard == []
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert heard == [62.5]


def test_arrow_keys_step(qtbot: QtBot, box: NumberBox) -> None:
    box.setValue(33)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert box.value() == 34
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.value() == 32


def test_pasted(qtbot: QtBot, box: NumberBox) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText("62,5")
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == 62.5
