"""Texts in the picture: broken and shortened to their box, whatever script they are in."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.window.picture.texts import Texts
from desktop_app.window.theme import theme_for
from tests.document import decks


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    return theme_for("light").font(13)


def said(texts: Texts, text: str, width: float, font: QFont, most: int = 1) -> list[str]:
    return [line.text() for line in texts.lines(text, width, font, most)]


def test_what_fits_stays_whole(font: QFont) -> None:
    assert said(Texts(), "Cost", 200, font) == ["Cost"]
    assert said(Texts(), "Cost", 200, font, 2) == ["Cost"]


@pytest.mark.parametrize(
    "text", [decks.LONG, decks.RIGHT_TO_LEFT * 3, decks.EMOJI * 4, decks.BREAKS * 3, "W" * 300]
)
@pytest.mark.parametrize("most", [1, 2, 3])
@pytest.mark.parametrize("width", [40, 90, 171.6, 400])
def test_lines_fit_their_width_and_are_no_more_than_asked(
    font: QFont, text: str, most: int, width: float
) -> None:
    lines = said(Texts(), text, width, font, most)
    assert 1 <= len(lines) <= most
    for line in lines:
        assert QFontMetricsF(font).horizontalAdvance(line) <= width + 1
        assert "\n" not in line
        assert "\r" not in line
        assert "\t" not in line


def test_what_does_not_fit_says_so(font: QFont) -> None:
    lines = said(Texts(), decks.LONG, 120, font, 2)
    assert lines[-1].endswith("…")
    assert not lines[0].endswith("…")
    assert decks.LONG.startswith(lines[0])


def test_two_lines_say_more_than_one(font: QFont) -> None:
    one, two = said(Texts(), decks.LONG, 150, font, 1), said(Texts(), decks.LONG, 150, font, 2)
    assert len("".join(two)) > len("".join(one))


def test_line_breaks_are_spaces(font: QFont) -> None:
    assert said(Texts(), "one\ntwo\r\n three", 300, font) == ["one two three"]


def test_no_room_no_text(font: QFont) -> None:
    assert said(Texts(), "Cost", 2, font) == []
    assert said(Texts(), "Cost", 0, font) == []
    assert said(Texts(), "Cost", -5, font) == []


def test_an_empty_text(font: QFont) -> None:
    assert "".join(said(Texts(), "", 100, font)) == ""


def test_markup_is_shown_as_it_is_written(font: QFont) -> None:
    assert said(Texts(), "<b>a</b> & b", 300, font) == ["<b>a</b> & b"]


def test_the_cache_knows_fonts_widths_and_lines_apart(font: QFont) -> None:
    texts = Texts()
    bold = theme_for("light").font(20, bold=True)
    narrow, wide = said(texts, decks.LONG, 80, font), said(texts, decks.LONG, 160, font)
    assert narrow != wide
    assert said(texts, decks.LONG, 160, bold) != wide
    assert len(said(texts, decks.LONG, 160, font, 2)) == 2
    assert said(texts, decks.LONG, 160, font) == wide


def test_drawing_tells_the_height_it_took(font: QFont, qtbot: QtBot) -> None:
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    texts = Texts()
    line = texts.metrics(font).height()
    assert texts.draw(painter, QRectF(0, 0, 120, 80), "Cost", font) == pytest.approx(line)
    assert texts.draw(painter, QRectF(0, 0, 120, 80), decks.LONG, font, most=2) == pytest.approx(2 * line)
    assert texts.draw(painter, QRectF(0, 0, 1, 80), "Cost", font) == 0
    painter.end()
