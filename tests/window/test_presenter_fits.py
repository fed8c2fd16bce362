"""Presenter mode on a projector: nothing is cut, nothing overlaps, and all text is twice as large as on a desk."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QTextFormat
from PySide6.QtWidgets import QApplication, QScrollArea, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.decision.problem import Problem
from desktop_app.decision.texts import Text
from desktop_app.files import languages
from desktop_app.files.deck import load
from desktop_app.window.opening import shipped_decks
from desktop_app.window.presenter import Presenter
from desktop_app.window.theme import theme_for
from tests.document import decks
from tests.window.conftest import first_deck
from tests.window.presenting import Presents, presenting, settle

PROJECTORS = [(1280, 720), (1366, 768), (1920, 1080)]
LONG = Text.plain(("a title that goes on and on and must be read by everybody in the room " * 5)[:300])


@pytest.fixture
def presents(qtbot: QtBot, qapp: QApplication) -> Iterator[Presents]:
    with presenting(qtbot, qapp) as present:
        yield present


def many(count: int) -> Problem:
    problem = decks.small()
    rows = [
        replace(problem.alternatives[at % 3], id=f"a{at}", title=Text.plain(f"Option number {at}"))
        for at in range(count)
    ]
    return replace(
        problem, alternatives=tuple(rows), cells=tuple(problem.cells[at % 3] for at in range(count))
    )


def long() -> Problem:
    problem = first_deck()
    return replace(
        problem,
        title=LONG,
        alternatives=tuple(replace(one, title=LONG) for one in problem.alternatives),
        criteria=tuple(replace(one, title=LONG) for one in problem.criteria),
        condition=replace(problem.condition, title=LONG, summary=LONG),
    )


def overflowing(presenter: Presenter) -> list[QWidget]:
    """What reaches beyond the window or beyond the widget that holds it; what scrolls may."""
    found = []
    for widget in presenter.findChildren(QWidget):
        holder = widget.parentWidget()
        if not widget.isVisible() or holder is None or isinstance(holder.parentWidget(), QScrollArea):
            continue
        if not holder.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            found.append(widget)
    return found


def overlapping(presenter: Presenter) -> list[tuple[QWidget, QWidget]]:
    """Cards and texts side by side that cover one another."""
    slide = presenter.stack.currentWidget()
    parts = [child for child in slide.children() if isinstance(child, QWidget) and child.isVisible()]
    return [
        (one, other)
        for at, one in enumerate(parts)
        for other in parts[at + 1 :]
        if one.geometry().intersects(other.geometry())
    ]


SHOWN: list[tuple[Callable[[], Problem], str | None]] = [
    (first_deck, "effort"),
    (first_deck, "both"),
    (long, "both"),
    (lambda: many(30), None),
    *(((lambda path=path: load(path)), None) for _name, path in shipped_decks()[1:]),
]


class TestOnAProjector:
    @pytest.mark.parametrize("size", PROJECTORS, ids=lambda size: f"{size[0]}x{size[1]}")
    @pytest.mark.parametrize("case", SHOWN)
    @pytest.mark.parametrize("said", ["en", "es"])
    def test_every_slide_fits(
        self,
        presents: Presents,
        case: tuple[Callable[[], Problem], str | None],
        size: tuple[int, int],
        said: str,
    ) -> None:
        problem, perspective = case
        with languages.speaking(said):
            presenter = presents(problem(), size=size, perspective=perspective)
            assert (presenter.width(), presenter.height()) == size
            for name in presenter.names:
                presenter.show_slide(name)
                settle(presenter)
                assert not overflowing(presenter), name
                assert not overlapping(presenter), name

    @pytest.mark.parametrize("size", PROJECTORS)
    def test_the_deck_that_comes_with_the_program_needs_no_scrolling(
        self, presents: Presents, size: tuple[int, int]
    ) -> None:
        presenter = presents(first_deck(), size=size)
        settle(presenter)
        slide = presenter.slides["picture"]
        assert slide.picture.layout_.overflow_x == 0
        assert slide.picture.layout_.overflow_y == 0
        assert slide.words.verticalScrollBar().maximum() == 0
        for name in ("weights", "condition"):
            presenter.show_slide(name)
            settle(presenter)
        for text in (presenter.slides["weights"].swing.text, presenter.slides["condition"].text):
            assert text.verticalScrollBar().maximum() == 0

    def test_thirty_rows_scroll(self, presents: Presents) -> None:
        presenter = presents(many(30), size=(1280, 720))
        settle(presenter)
        assert presenter.slides["picture"].picture.layout_.overflow_y > 0

    def test_text_is_at_least_twice_as_large(self, presents: Presents) -> None:
        presenter = presents(long(), size=(1280, 720))
        for name in presenter.names:
            presenter.show_slide(name)
            settle(presenter)
        desk = theme_for("light")
        smallest = desk.font(11).pixelSize() * 2
        for text in presenter.findChildren(QTextBrowser):
            block = text.document().begin()
            while block.isValid():
                for at in block:
                    style = at.fragment().charFormat()
                    if style.hasProperty(QTextFormat.Property.FontPixelSize) and at.fragment().text().strip():
                        assert style.intProperty(QTextFormat.Property.FontPixelSize) >= smallest
                block = block.next()
        for widget in presenter.findChildren(QWidget):
            if widget.isVisibleTo(presenter):
                assert widget.font().pixelSize() in (-1, *range(smallest, 1000))

    def test_sentences_that_have_no_room_give_way_but_the_first(self, presents: Presents) -> None:
        words = presents(first_deck(), size=(1280, 720)).slides["picture"].words
        assert words.toPlainText().startswith("Youth and employment needs the least effort")
        assert len(words.accessibleDescription()) > len(words.toPlainText())
