"""The help: two sentences per page, the signs of the picture, every key; and the ways to close it."""

import re

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.files import languages
from desktop_app.window.help import HelpDialog, page_sentences, window_keys
from desktop_app.window.help_signs import SIGNS, Sign
from desktop_app.window.pages import PAGES
from desktop_app.window.theme import theme_for

KEYS = [("Ctrl+Z", "Undo"), ("F11", "Present")]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def help_(qtbot: QtBot, window: QWidget) -> HelpDialog:
    dialog = HelpDialog(theme_for("light"), window, KEYS)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def texts(dialog: HelpDialog) -> list[str]:
    return [re.sub("<[^>]+>", "", label.text()) for label in dialog.findChildren(QLabel)]


class TestContents:
    @pytest.mark.parametrize("said", languages.LANGUAGES)
    @pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.key))
    def test_each_page_is_told_in_two_sentences(self, page: object, said: str) -> None:
        with languages.speaking(said):
            sentences = re.findall(r"[^.]+\.(?= |$)", page_sentences(page))
        assert len(sentences) == 2

    def test_pages_signs_and_keys_are_there(self, help_: HelpDialog) -> None:
        said = " ".join(texts(help_))
        for page in PAGES:
            assert f"{page.name()} ({page.key})" in said
        for _kind, say in SIGNS:
            assert say() in said
        for key, what in KEYS:
            assert key in said
            assert what in said
        for key in ("Drag a border", "Shift + drag", "Double-click a head", "Page Down, Page Up", "Enter"):
            assert key in said

    def test_every_sign_is_drawn(self, qtbot: QtBot, help_: HelpDialog) -> None:
        signs = help_.findChildren(Sign)
        assert len(signs) == len(SIGNS)
        for sign in signs:
            picture = sign.grab().toImage()
            colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
            assert len(colours) > 1

    def test_keys_come_from_the_actions_all_of_each(self) -> None:
        several, none, empty = QAction("Help"), QAction("Nothing"), QAction("Quit")
        several.setShortcuts([QKeySequence("F1"), QKeySequence("?")])
        empty.setShortcuts([QKeySequence()])
        named = QAction("Open && close …")
        named.setShortcut(QKeySequence("Ctrl+O"))
        found = [
            (key.replace("\u200b", ""), what) for key, what in window_keys([several, none, empty, named])
        ]
        assert found == [("F1, ?", "Help"), ("Ctrl+O", "Open & close")]


class TestClosing:
    @pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Question])
    def test_by_key(self, qtbot: QtBot, help_: HelpDialog, key: Qt.Key) -> None:
        qtbot.keyClick(help_.focusWidget() or help_, key)
        assert not help_.isVisible()

    def test_by_a_click_inside(self, qtbot: QtBot, help_: HelpDialog) -> None:
        qtbot.mouseClick(help_.scroll.widget(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        assert not help_.isVisible()

    def test_by_a_click_outside_which_does_nothing_else(
        self, qtbot: QtBot, window: QWidget, help_: HelpDialog
    ) -> None:
        seen: list[QEvent] = []
        window.mousePressEvent = seen.append
        qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
        assert not help_.isVisible()
        assert not seen
        qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
        assert len(seen) == 1

    def test_not_by_its_scroll_bar_or_by_reading_on(self, qtbot: QtBot, help_: HelpDialog) -> None:
        help_.resize(600, 300)
        qtbot.mouseClick(help_.scroll.verticalScrollBar(), Qt.MouseButton.LeftButton)
        qtbot.keyClick(help_.scroll, Qt.Key.Key_Down)
        assert help_.isVisible()
        assert help_.scroll.verticalScrollBar().value() > 0


class TestFitting:
    @pytest.mark.parametrize("said", languages.LANGUAGES)
    @pytest.mark.parametrize("size", [(800, 600), (1280, 720), (1366, 768)])
    def test_it_stays_inside_the_window_and_no_text_is_cut(
        self, qtbot: QtBot, window: QWidget, size: tuple[int, int], said: str
    ) -> None:
        window.resize(*size)
        with languages.speaking(said):
            dialog = HelpDialog(theme_for("dark"), window, KEYS)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        assert dialog.width() <= size[0]
        assert dialog.height() <= size[1]
        assert dialog.scroll.widget().width() <= dialog.scroll.viewport().width()
        for label in dialog.findChildren(QLabel):
            if label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width())

    def test_every_part_has_a_name(self, help_: HelpDialog) -> None:
        assert help_.accessibleName()
        assert help_.scroll.accessibleName()
