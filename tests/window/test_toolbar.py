"""Toolbar and status line: presets, what counts, undo by name, sentences that go by themselves."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.window.main_window import MainWindow
from tests.document import decks
from tests.window.conftest import Opens

LEFT = Qt.MouseButton.LeftButton
START = {"alpha": 0.4, "beta": 0.3, "gamma": 0.2, "delta": 0.1}


def segment(window: MainWindow, text: str) -> QAbstractButton:
    found = [one for one in window.toolbar.perspectives.findChildren(QAbstractButton) if one.text() == text]
    assert len(found) == 1
    return found[0]


def step_button(window: MainWindow, name: str) -> QToolButton:
    action = window.action(name)
    return next(one for one in window.toolbar.findChildren(QToolButton) if one.defaultAction() is action)


class TestPresets:
    def test_the_menu_lists_the_decks_points_of_view(self, home: MainWindow) -> None:
        texts = [action.text() for action in home.toolbar.presets.menu().actions()]
        assert texts == ["As given", "Ways && means"]

    def test_one_can_be_chosen_and_is_named(self, home: MainWindow) -> None:
        assert "As given" in home.toolbar.presets.text()
        home.toolbar.presets.menu().actions()[1].trigger()
        assert home.document.project.shares["delta"] == pytest.approx(0.7)
        assert "Ways && means" in home.toolbar.presets.text()

    def test_weights_of_ones_own_are_called_so(self, home: MainWindow) -> None:
        home.document.gesture().set_share("delta", 0.5)
        assert "my own" in home.toolbar.presets.text()
        home.document.undo_stack.undo()
        assert "As given" in home.toolbar.presets.text()

    def test_another_deck_has_its_own(self, home: MainWindow) -> None:
        home.document.open(decks.table(3, 3), None)
        assert [action.text() for action in home.toolbar.presets.menu().actions()] == ["Given"]

    def test_every_preset_of_the_first_deck_can_be_chosen_by_every_count(self, real_home: MainWindow) -> None:
        for perspective in real_home.document.problem.perspectives:
            real_home.document.set_perspective(perspective)
            for at, preset in enumerate(real_home.document.problem.presets):
                real_home.toolbar.presets.menu().actions()[at].trigger()
                if real_home.document.project.preset is not preset:
                    assert real_home.status.isVisible(), "refused without a word"


class TestWhatCounts:
    def test_a_click_counts_another_set(self, home: MainWindow, qtbot: QtBot) -> None:
        qtbot.mouseClick(segment(home, "Effect"), LEFT)
        assert home.document.project.counted == ("gain", "hope")
        assert segment(home, "Effect").isChecked()
        assert not segment(home, "Effort").isChecked()
        assert [column.key for column in home.pages[1].picture.layout_.columns] == ["gain", "hope"]

    def test_undo_sets_the_button_back(self, home: MainWindow, qtbot: QtBot) -> None:
        qtbot.mouseClick(segment(home, "Both"), LEFT)
        home.document.undo_stack.undo()
        assert segment(home, "Effort").isChecked()
        assert not segment(home, "Both").isChecked()

    def test_a_refused_set_leaves_the_button_where_it_was(self, opens: Opens, qtbot: QtBot) -> None:
        window = opens(decks.small(gain=0.0, hope=0.0))
        qtbot.mouseClick(segment(window, "Effect"), LEFT)
        assert window.document.project.perspective == "effort"
        assert window.status.isVisible()
        assert segment(window, "Effort").isChecked()
        assert not segment(window, "Effect").isChecked()

    def test_a_deck_without_sets_has_no_choice(self, home: MainWindow) -> None:
        assert home.toolbar.perspectives.isVisible()
        home.document.open(decks.table(3, 3), None)
        assert not home.toolbar.perspectives.isVisible()
        home.document.open(decks.small(), None)
        assert home.toolbar.perspectives.isVisible()


class TestSteps:
    def test_nothing_to_take_back_nothing_to_press(self, home: MainWindow) -> None:
        assert not step_button(home, "undo").isEnabled()
        assert not step_button(home, "redo").isEnabled()

    def test_they_say_what_they_would_do(self, home: MainWindow, qtbot: QtBot) -> None:
        home.document.gesture().set_share("alpha", 0.5)
        undo, redo = step_button(home, "undo"), step_button(home, "redo")
        assert "Alpha 40 % → 50 %" in undo.toolTip().replace("\u202f", " ")
        qtbot.mouseClick(undo, LEFT)
        assert home.document.project.shares == pytest.approx(START)
        assert not undo.isEnabled()
        assert "Alpha 40 % → 50 %" in redo.toolTip().replace("\u202f", " ")
        qtbot.mouseClick(redo, LEFT)
        assert home.document.project.shares["alpha"] == pytest.approx(0.5)

    def test_ampersands_and_long_names_stay_readable(self, opens: Opens) -> None:
        window = opens(decks.ODD["300 characters"])
        window.document.gesture().set_share("c0", 0.5)
        undo = step_button(window, "undo")
        assert undo.sizeHint().width() < 400
        assert decks.LONG[:40] in undo.toolTip()
        assert window.minimumSizeHint().width() <= 1366
        window.document.open(decks.small(), None)
        window.document.apply_preset("second")
        assert "Ways && means" in window.action("undo").text()

    def test_a_new_deck_begins_without_steps(self, home: MainWindow) -> None:
        home.document.gesture().set_share("alpha", 0.5)
        home.document.open(decks.table(3, 3), None)
        assert not step_button(home, "undo").isEnabled()


def test_the_title_is_the_decks(home: MainWindow) -> None:
    assert home.toolbar.title.text() == "A small choice"
    assert home.windowTitle().startswith("A small choice")
    home.document.open(decks.ODD["line breaks"], None)
    assert "\n" not in home.windowTitle()
    assert "5 recommendations" in home.toolbar.caption.text()


class TestStatus:
    def test_it_is_absent_until_there_is_something_to_say(self, home: MainWindow) -> None:
        assert not home.status.isVisible()

    def test_a_sentence_goes_by_itself(self, home: MainWindow, qtbot: QtBot, monkeypatch) -> None:
        monkeypatch.setattr("desktop_app.window.status._STAYS_MS", 1)
        home.status.say("Done.")
        assert home.status.isVisible()
        qtbot.waitUntil(lambda: not home.status.isVisible())

    def test_a_file_is_offered_until_it_is_dismissed(
        self, home: MainWindow, qtbot: QtBot, monkeypatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr("desktop_app.window.status._STAYS_MS", 1)
        home.status.say("Before.")
        home.status.offer("Written.", tmp_path / "a.xlsx")
        qtbot.wait(20)
        assert home.status.isVisible()
        assert home.status.open_file.isVisible()
        qtbot.mouseClick(home.status.dismiss, LEFT)
        assert not home.status.isVisible()

    def test_the_offered_file_and_its_folder_are_opened(
        self, home: MainWindow, qtbot: QtBot, monkeypatch, tmp_path: Path
    ) -> None:
        opened: list[str] = []
        monkeypatch.setattr(
            QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()) or True
        )
        path = tmp_path / "ñandú 100 %.xlsx"
        home.status.offer("Written.", path)
        qtbot.mouseClick(home.status.open_file, LEFT)
        qtbot.mouseClick(home.status.open_folder, LEFT)
        assert opened == [str(path), str(tmp_path)]

    def test_a_warning_offers_no_file(self, home: MainWindow, tmp_path: Path) -> None:
        home.status.offer("Written.", tmp_path / "a.xlsx")
        home.status.warn("Not taken.")
        assert not home.status.open_file.isVisible()
        assert home.status.text.text() == "Not taken."

    def test_a_long_sentence_takes_one_line_and_its_tooltip(self, home: MainWindow) -> None:
        size = home.size()
        home.status.warn(decks.BREAKS + decks.LONG * 3)
        home.grab()
        assert home.size() == size
        assert home.status.height() < 60
        assert decks.LONG[:50] in home.status.text.toolTip()
