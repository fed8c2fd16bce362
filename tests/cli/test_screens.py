"""`parallel-paths screens`: a picture of every page, in files whose names stay."""

import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from desktop_app.window.pages import PAGES
from tests.cli.conftest import Run

LIGHT = {
    "evidence",
    "help",
    "presenter-condition",
    "presenter-evidence",
    "presenter-picture",
    "presenter-weights",
    "presenter-why",
    "ranking",
}


def pictures(folder: Path) -> dict[str, Image.Image]:
    return {path.stem: Image.open(path).convert("RGB") for path in sorted(folder.glob("*.png"))}


class TestPictures:
    def test_every_page_in_both_themes_without_a_display(self, fresh: Run, deck: str, tmp_path: Path) -> None:
        done = fresh("screens", "out", deck, "--size", "1280x720")
        assert done.code == 0, done.err
        assert done.err == ""
        found = pictures(tmp_path / "out")
        names = {name.removesuffix("-light") for name in found if name.endswith("-light")}
        assert names >= LIGHT
        assert len(names) == len(LIGHT) + len(PAGES) - 1
        assert {name.removesuffix("-dark") for name in found if name.endswith("-dark")} == names
        assert sorted(Path(line).name for line in done.out.split("\n") if line) == sorted(
            f"{name}.png" for name in found
        )
        for name, picture in found.items():
            if not name.startswith("help"):
                assert picture.size == (1280, 720), name
            assert len(picture.getcolors(1 << 24)) > 20, name
        assert sum(found["ranking-light"].resize((1, 1)).getpixel((0, 0))) > 600
        assert sum(found["ranking-dark"].resize((1, 1)).getpixel((0, 0))) < 200

    def test_scale_doubles_the_pixels_of_the_same_layout(
        self, parallel_paths: Run, deck: str, tmp_path: Path
    ) -> None:
        for scale in ("1", "2"):
            done = parallel_paths(
                "screens", str(tmp_path / scale), deck, "--theme", "light", "--scale", scale
            )
            assert done.code == 0
        once, twice = pictures(tmp_path / "1"), pictures(tmp_path / "2")
        assert once.keys() == twice.keys()
        for name, picture in once.items():
            assert twice[name].size == (2 * picture.width, 2 * picture.height)
        small = twice["ranking-light"].resize(once["ranking-light"].size, Image.Resampling.BOX)
        pairs = zip(small.tobytes(), once["ranking-light"].tobytes(), strict=True)
        far = sum(abs(one - other) > 96 for one, other in pairs)
        assert far < 0.01 * len(small.tobytes())

    def test_a_second_run_gives_the_same_pictures(
        self, parallel_paths: Run, deck: str, tmp_path: Path
    ) -> None:
        for folder in ("one", "other"):
            assert parallel_paths("screens", str(tmp_path / folder), deck, "--theme", "dark").code == 0
        for path in (tmp_path / "one").iterdir():
            one, other = (
                Image.open(tmp_path / folder / path.name).convert("RGB") for folder in ("one", "other")
            )
            # Qt draws a large letter a shade differently once it has drawn it before.
            steps = ImageChops.difference(one, other).getextrema()
            assert max(high for _low, high in steps) < 16, path.name

    def test_in_spanish_under_the_same_names(self, parallel_paths: Run, deck: str, tmp_path: Path) -> None:
        for said in ("en", "es"):
            done = parallel_paths("screens", str(tmp_path / said), deck, "--theme", "light", "--lang", said)
            assert done.code == 0
        english, spanish = pictures(tmp_path / "en"), pictures(tmp_path / "es")
        assert english.keys() == spanish.keys()
        assert english["ranking-light"].tobytes() != spanish["ranking-light"].tobytes()

    def test_no_widget_shows_the_focus(self, parallel_paths: Run, tmp_path: Path) -> None:
        assert parallel_paths("screens", str(tmp_path / "out"), "--theme", "light").code == 0
        # The ring of a button: one pixel of the accent along its edge, on the toolbar's white.
        toolbar = pictures(tmp_path / "out")["presenter-weights-light"]
        accent = (0x1F, 0x5F, 0xBF)
        assert accent not in {colour for _count, colour in toolbar.getcolors(1 << 24)}


class TestRefused:
    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            (["--theme", "pink"], "--theme: “pink” is not one of light, dark, both."),
            (["--scale", "3"], "--scale: “3” is not one of 1, 2."),
            (["--size", "wide"], "--size: “wide” is no size from 800x600 to 7680x4320, such as 1366x768."),
            (["--size", "640x480"], "--size: “640x480” is no size"),
            (["--size", "99999x99999"], "--size: “99999x99999” is no size"),
            (["--lang", "fr"], "there is no language “fr”"),
        ],
        ids=" ".join,
    )
    def test_values_that_are_not_known(
        self, parallel_paths: Run, deck: str, tmp_path: Path, words: list[str], sentence: str
    ) -> None:
        done = parallel_paths("screens", str(tmp_path / "out"), deck, *words)
        assert done.code == 2
        assert sentence in done.err
        assert done.err.count("\n") == 1
        assert not (tmp_path / "out").exists()

    @pytest.mark.parametrize("words", [[], ["out", "deck.yaml", "more"]])
    def test_too_few_or_too_many(self, parallel_paths: Run, words: list[str]) -> None:
        done = parallel_paths("screens", *words)
        assert done.code == 2
        assert "A folder for the pictures, and at most one deck, are needed" in done.err

    def test_a_deck_that_is_not_there(self, parallel_paths: Run, tmp_path: Path) -> None:
        done = parallel_paths("screens", str(tmp_path / "out"), str(tmp_path / "none.yaml"))
        assert done.code == 2
        assert "none.yaml" in done.err
        assert not (tmp_path / "out").exists()

    def test_a_file_in_the_place_of_the_folder(self, parallel_paths: Run, deck: str) -> None:
        done = parallel_paths("screens", deck)
        assert done.code == 2
        assert "is a file; a folder for the pictures is needed." in done.err

    @pytest.mark.skipif(sys.platform != "linux", reason="/proc takes no folders on Linux")
    def test_a_folder_that_cannot_be_made(self, parallel_paths: Run, deck: str) -> None:
        done = parallel_paths("screens", "/proc/pictures", deck)
        assert done.code == 2
        assert "/proc/pictures" in done.err
        assert done.err.count("\n") == 1

    def test_a_picture_that_cannot_be_written(self, parallel_paths: Run, deck: str, tmp_path: Path) -> None:
        (tmp_path / "out" / "ranking-light.png").mkdir(parents=True)
        done = parallel_paths("screens", str(tmp_path / "out"), deck, "--theme", "light")
        assert done.code == 2
        assert "ranking-light.png" in done.err
        assert done.err.count("\n") == 1


def test_the_help_has_examples(parallel_paths: Run) -> None:
    done = parallel_paths("screens", "--help")
    assert done.code == 0
    assert "parallel-paths screens pictures my-deck.yaml --theme light --scale 2" in done.out
