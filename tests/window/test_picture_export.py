"""The ranking and the profile as PNG, SVG and CSV, on the clipboard, and the button that asks where to."""

import csv
import errno
import io
import os
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog

from desktop_app.decision.performances import AtLevel
from desktop_app.decision.problem import Problem
from desktop_app.files import languages
from desktop_app.window.charts import export as files
from desktop_app.window.main_window import MainWindow
from desktop_app.window.picture import export
from desktop_app.window.picture.view import PictureView
from desktop_app.window.widgets.export_menu import ExportButton
from tests.document import decks
from tests.window.conftest import Opens, first_deck

SVG = "{http://www.w3.org/2000/svg}"


def view_of(window: MainWindow) -> PictureView:
    return window.pages[1].picture


def drawn(path: Path) -> QImage:
    """An SVG as Qt paints it."""
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    image = QImage(renderer.viewBox().size(), QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def texts(path: Path) -> list[str]:
    return ["".join(one.itertext()).strip() for one in ElementTree.parse(path).iter(f"{SVG}text")]


def records(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(params=["light", "dark"])
def window(opens: Opens, request: pytest.FixtureRequest) -> MainWindow:
    return opens(first_deck(), theme=request.param)


class TestPicture:
    def test_a_png_has_the_size_of_its_layout_times_the_scale(
        self, window: MainWindow, tmp_path: Path
    ) -> None:
        scene = view_of(window).scene
        sizes = []
        for scale in (1, 2):
            export.picture_png(scene, tmp_path / f"{scale}.png", scale)
            sizes.append(QImage(str(tmp_path / f"{scale}.png")).size())
        figure = export.figure(scene)
        assert sizes[0].width() == -(-figure.width // 1)
        assert sizes[0].height() == -(-figure.height // 1)
        assert sizes[1] == sizes[0] * 2
        assert QImage(str(tmp_path / "1.png")).text("Title") == "Ranking · Aligning Parallel Paths"

    def test_its_ground_is_the_themes_and_nothing_touches_its_rim(
        self, window: MainWindow, tmp_path: Path
    ) -> None:
        ground = window.theme.colour("card").name()
        export.picture_png(view_of(window).scene, tmp_path / "a.png", 1)
        export.picture_svg(view_of(window).scene, tmp_path / "a.svg")
        for image in (QImage(str(tmp_path / "a.png")), drawn(tmp_path / "a.svg")):
            last_x, last_y = image.width() - 1, image.height() - 1
            rim = [(x, y) for x in range(image.width()) for y in (0, last_y)]
            rim += [(x, y) for y in range(image.height()) for x in (0, last_x)]
            assert {image.pixelColor(x, y).name() for x, y in rim} == {ground}

    def test_an_svg_says_what_it_shows_and_its_text_is_text(self, window: MainWindow, tmp_path: Path) -> None:
        path = tmp_path / "ranking.svg"
        export.picture_svg(view_of(window).scene, path)
        root = ElementTree.parse(path).getroot()
        assert root.findtext(f"{SVG}title") == "Ranking · Aligning Parallel Paths"
        assert "Youth and employment leads with 73.4" in root.findtext(f"{SVG}desc", "")
        assert not list(root.iter(f"{SVG}image"))
        said = texts(path)
        assert {"Youth and employment", "73.4", "Gas pipeline", "low effort", "Cost", "Actors"} <= set(said)
        assert any(one.startswith("Aligning Parallel Paths · effort criteria · Weights: ") for one in said)
        assert all("sans-serif" in one.get("font-family", "") for one in root.iter(f"{SVG}text"))

    def test_the_svg_shows_what_the_png_shows(self, window: MainWindow, tmp_path: Path) -> None:
        export.picture_png(view_of(window).scene, tmp_path / "a.png", 1)
        export.picture_svg(view_of(window).scene, tmp_path / "a.svg")
        one, other = QImage(str(tmp_path / "a.png")), drawn(tmp_path / "a.svg")
        assert one.size() == other.size()
        # Bars stand where they stand; letters may differ by a grey.
        layout = view_of(window).layout_
        wrong = 0
        for y in range(int(layout.top), one.height(), 7):
            for x in range(0, one.width(), 5):
                a, b = one.pixelColor(x, y), other.pixelColor(x, y)
                off = max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue()))
                wrong += off > 90
        assert wrong < one.width() * one.height() / 35 * 0.02

    def test_all_rows_are_in_it_whatever_is_scrolled_into_view(self, opens: Opens, tmp_path: Path) -> None:
        view = view_of(opens(decks.table(60, 4), size=(900, 600)))
        view.verticalScrollBar().setValue(300)
        export.picture_svg(view.scene, tmp_path / "a.svg")
        said = texts(tmp_path / "a.svg")
        titles = {" ".join(one.split()) for one in said if one.startswith("Recommendation")}
        assert len(titles) == 60
        assert view.verticalScrollBar().value() == 300

    def test_200_rows_are_the_most_and_their_svg_stays_small(self, opens: Opens, tmp_path: Path) -> None:
        view = view_of(opens(decks.table(1000, 20, groups=4)))
        export.picture_svg(view.scene, tmp_path / "a.svg")
        assert (tmp_path / "a.svg").stat().st_size < 1_500_000
        said = texts(tmp_path / "a.svg")
        assert "… and 800 more" in said
        assert sum(one.startswith("Recommendation") for one in said) == export.MOST_ROWS
        export.picture_png(view.scene, tmp_path / "a.png")
        size = QImage(str(tmp_path / "a.png")).size()
        assert size.width() * size.height() <= files.MOST_PIXELS * 1.001

    def test_all_columns_are_in_it_with_their_titles(self, opens: Opens, tmp_path: Path) -> None:
        view = view_of(opens(decks.ODD["60 criteria"]))
        export.picture_svg(view.scene, tmp_path / "a.svg")
        said = " ".join(texts(tmp_path / "a.svg"))
        assert re.search(r"Criterion 59\b", said)
        assert re.search(r"Criterion 0\b", said)

    def test_what_is_pointed_at_on_the_screen_is_not_in_it(self, home: MainWindow, tmp_path: Path) -> None:
        view = view_of(home)
        plain, marked = tmp_path / "plain.png", tmp_path / "marked.png"
        view.set_active(None)
        export.picture_png(view.scene, plain)
        view.set_active("alpha")
        view.select("z")
        view.setFocus(Qt.FocusReason.TabFocusReason)
        export.picture_png(view.scene, marked)
        assert QImage(str(plain)) == QImage(str(marked))

    def test_a_look_from_another_side_says_so(self, home: MainWindow, tmp_path: Path) -> None:
        view = view_of(home)
        view.sort_by("delta")
        view.hide_column("alpha")
        export.picture_svg(view.scene, tmp_path / "a.svg")
        said = texts(tmp_path / "a.svg")
        assert "Sorted by Delta." in said
        assert "1 column is hidden; the scores count it all the same." in said

    @pytest.mark.parametrize("name", decks.ODD)
    def test_odd_decks_make_whole_files(self, opens: Opens, name: str, tmp_path: Path) -> None:
        view = view_of(opens(decks.ODD[name]))
        export.picture_png(view.scene, tmp_path / "a.png", 1)
        export.picture_svg(view.scene, tmp_path / "a.svg")
        assert drawn(tmp_path / "a.svg").size() == QImage(str(tmp_path / "a.png")).size()
        assert records(export.data_csv(view.content))

    def test_it_speaks_spanish(self, opens: Opens, tmp_path: Path) -> None:
        with languages.speaking("es"):
            export.picture_svg(view_of(opens()).scene, tmp_path / "a.svg")
        assert "Xilófono" in texts(tmp_path / "a.svg")


class TestTable:
    def test_it_has_a_row_for_each_recommendation_in_rank_order(self, home: MainWindow) -> None:
        rows = records(export.data_csv(view_of(home).content))
        assert [(row["rank"], row["id"], row["title"], row["tier"]) for row in rows] == [
            ("1", "x", "Xylophone", "low"),
            ("2", "z", "Zeppelin", "medium"),
            ("3", "y", "Yacht", "high"),
        ]

    def test_contributions_add_up_to_the_score(self, real_home: MainWindow) -> None:
        for row in records(export.data_csv(view_of(real_home).content)):
            parts = [float(value) for name, value in row.items() if name.startswith("contribution:")]
            assert sum(parts) == pytest.approx(float(row["score"]))
            assert float(row["low"]) <= float(row["score"]) <= float(row["high"])
            assert all(0 <= float(value) <= 1 for name, value in row.items() if name.startswith("value:"))

    def test_a_title_is_no_formula(self, opens: Opens) -> None:
        bad = ["=1+1", "@x", "-2", "+3", "a\nb"]
        view = view_of(opens(decks.table(5, 2, titles=bad, performances=[AtLevel(3)])))
        titles = [row["title"] for row in records(export.data_csv(view.content))]
        assert titles == ["“=1+1”", "“@x”", "“-2”", "“+3”", "a b"]

    def test_a_collapsed_group_is_one_column(self, home: MainWindow) -> None:
        view_of(home).collapse("means", True)
        row = records(export.data_csv(view_of(home).content))[0]
        assert float(row["contribution:means"]) == pytest.approx(70)


class TestClipboard:
    def test_picture_and_table_are_on_it(self, home: MainWindow) -> None:
        export.copy_picture(view_of(home).scene)
        data = QGuiApplication.clipboard().mimeData()
        assert data.hasImage()
        assert QImage(data.imageData()).width() > 800
        lines = data.text().splitlines()
        assert lines[0].split("\t")[:4] == ["rank", "id", "title", "score"]
        assert lines[1].split("\t")[:3] == ["1", "x", "Xylophone"]


Asks = Callable[..., list[str]]


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Asks:
    """Answers the file dialog; gives a list that takes the dialog's suggestions."""

    def answer(path: Path | str, kind: str = "") -> list[str]:
        suggested: list[str] = []

        def ask(parent: object, title: str, suggestion: str, filters: str) -> tuple[str, str]:
            suggested.append(suggestion)
            return str(path), kind

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return suggested

    return answer


@pytest.fixture
def button(home: MainWindow, monkeypatch: pytest.MonkeyPatch) -> ExportButton:
    monkeypatch.setattr(ExportButton, "folder", None)
    return home.pages[1].profile.export


class TestButton:
    def test_it_has_a_name_and_three_actions(self, button: ExportButton) -> None:
        assert button.accessibleName() == "Copy or save: Effort profile · Xylophone"
        assert [action.text() for action in button.menu().actions()] == [
            "Copy picture",
            "Save picture …",
            "Save data as CSV …",
        ]

    @pytest.mark.parametrize(
        ("name", "kind", "made"),
        [
            ("a.png", "", "a.png"),
            ("a.SVG", "", "a.SVG"),
            ("a", "PNG picture (*.png)", "a.png"),
            ("a.v2", "SVG drawing (*.svg)", "a.v2.svg"),
        ],
    )
    def test_the_ending_says_what_a_picture_is_saved_as(
        self,
        button: ExportButton,
        home: MainWindow,
        chosen: Asks,
        tmp_path: Path,
        name: str,
        kind: str,
        made: str,
    ) -> None:
        suggested = chosen(tmp_path / name, kind)
        button.picture.trigger()
        assert Path(suggested[0]).name == "Effort profile Xylophone.png"
        path = tmp_path / made
        assert path.read_bytes().startswith(b"<?xml" if made.lower().endswith("svg") else b"\x89PNG")
        assert home.status.text.text() == f"Saved as {path}"
        assert home.status.open_file.isVisible()

    def test_the_next_file_goes_where_the_last_one_went(
        self, button: ExportButton, chosen: Asks, tmp_path: Path
    ) -> None:
        chosen(tmp_path / "a.png")
        button.picture.trigger()
        suggested = chosen("")
        button.data.trigger()
        assert Path(suggested[0]) == tmp_path / "Effort profile Xylophone.csv"

    def test_data_are_saved_for_excel(self, button: ExportButton, chosen: Asks, tmp_path: Path) -> None:
        chosen(tmp_path / "a")
        button.data.trigger()
        text = (tmp_path / "a.csv").read_bytes()
        assert text.startswith(b"\xef\xbb\xbf")
        rows = records(text.decode("utf-8-sig"))
        assert [row["title"] for row in rows] == ["Xylophone", "Zeppelin", "Yacht"]
        assert float(rows[0]["value:alpha"]) == 1

    def test_nothing_is_written_where_the_dialog_is_left(
        self, button: ExportButton, home: MainWindow, chosen: Asks, tmp_path: Path
    ) -> None:
        chosen("")
        button.picture.trigger()
        button.data.trigger()
        assert list(tmp_path.glob("*.*")) == []
        assert home.status.text.text() == ""

    def test_a_folder_is_refused_in_a_sentence(
        self, button: ExportButton, home: MainWindow, chosen: Asks, tmp_path: Path
    ) -> None:
        (tmp_path / "a.png").mkdir()
        chosen(tmp_path / "a.png")
        button.picture.trigger()
        assert home.status.text.text() == f"{tmp_path / 'a.png'} cannot be written: it is a folder."

    def test_a_folder_that_is_gone_is_told(
        self, button: ExportButton, home: MainWindow, chosen: Asks, tmp_path: Path
    ) -> None:
        chosen(tmp_path / "gone" / "a.csv")
        button.data.trigger()
        assert home.status.text.text().endswith("cannot be written: the folder does not exist.")

    @pytest.mark.parametrize(
        ("number", "reason"), [(errno.ENOSPC, "the disk is full"), (errno.EACCES, "there is no permission")]
    )
    def test_what_the_disk_refuses_leaves_the_old_file(
        self,
        button: ExportButton,
        home: MainWindow,
        chosen: Asks,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        number: int,
        reason: str,
    ) -> None:
        path = tmp_path / "a.png"
        path.write_bytes(b"old")
        chosen(path)

        def refuse(*_arguments: object) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(os, "replace", refuse)
        button.picture.trigger()
        assert home.status.text.text() == f"{path} cannot be written: {reason}."
        assert path.read_bytes() == b"old"
        assert [one.name for one in tmp_path.glob("*") if one.is_file()] == ["a.png"]

    def test_a_file_that_the_dialog_did_not_ask_about_is_kept(
        self, button: ExportButton, home: MainWindow, chosen: Asks, tmp_path: Path
    ) -> None:
        (tmp_path / "a.png").write_bytes(b"old")
        chosen(tmp_path / "a", "PNG picture (*.png)")
        button.picture.trigger()
        assert "exists already" in home.status.text.text()
        assert (tmp_path / "a.png").read_bytes() == b"old"

    def test_copying_is_told(self, button: ExportButton, home: MainWindow) -> None:
        button.copy.trigger()
        assert home.status.text.text() == "The picture is copied."
        assert QGuiApplication.clipboard().mimeData().hasImage()


class TestProfile:
    @pytest.mark.parametrize("problem", [first_deck, lambda: decks.ODD["300 characters"]])
    def test_it_is_whole_as_a_picture(
        self, opens: Opens, tmp_path: Path, problem: Callable[[], Problem]
    ) -> None:
        window = opens(problem())
        figure = window.pages[1].profile._figure()
        files.save_picture(figure, tmp_path / "a.png")
        files.save_picture(figure, tmp_path / "a.svg")
        image = drawn(tmp_path / "a.svg")
        assert image.width() * 2 == QImage(str(tmp_path / "a.png")).width()
        ground = window.theme.colour("card").name()
        assert {image.pixelColor(x, 0).name() for x in range(image.width())} == {ground}
        assert {image.pixelColor(image.width() - 1, y).name() for y in range(image.height())} == {ground}
        assert any(one.startswith(("Effort profile", "Profile")) for one in texts(tmp_path / "a.svg"))

    def test_its_description_goes_with_it(self, home: MainWindow, tmp_path: Path) -> None:
        files.save_picture(home.pages[1].profile._figure(), tmp_path / "a.svg")
        about = ElementTree.parse(tmp_path / "a.svg").getroot().findtext(f"{SVG}desc", "")
        assert about.startswith("Values from 0 to 1, up = less effort: Alpha 1.00")
