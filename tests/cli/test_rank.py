"""`parallel-paths rank`: the printed table, JSON and CSV."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests import bridges
from tests.cli.conftest import Run


def table_lines(out: str) -> list[str]:
    return out.split("\n\n")[0].splitlines()


class TestTable:
    def test_shows_ranks_with_ties_scores_spans_and_tiers(self, parallel_paths: Run, deck: str) -> None:
        done = parallel_paths("rank", deck)
        assert done.code == 0 and done.err == ""
        title, reading, head, _rule, *rows = table_lines(done.out)
        assert title == "Which bridge?"
        assert reading == "100 = least effort"
        assert head.split() == ["Rank", "Recommendation", "Score", "Lowest–highest", "Tier"]
        assert rows[0].split()[:7] == [
            "1",
            "Wooden",
            "footbridge",
            "92.5",
            "90.0–95.0",
            "low",
            rows[0].split()[6],
        ]
        assert rows[1].split()[0] == rows[2].split()[0] == "2="
        assert rows[3].split()[:6] == ["4", "=Stone", "arches", "40.0", "15.0–65.0", "high"]

    def test_bars_are_as_long_as_the_scores(self, parallel_paths: Run, deck: str) -> None:
        *_, wood, _steel, _rope, stone = table_lines(parallel_paths("rank", deck).out)
        assert stone.count("█") / wood.count("█") == pytest.approx(40 / 92.5, abs=0.05)

    def test_says_in_words_who_leads_the_weights_and_the_condition(
        self, parallel_paths: Run, deck: str
    ) -> None:
        out = " ".join(parallel_paths("rank", deck).out.split())
        assert (
            "Wooden footbridge needs the least effort, ahead of Steel truss “A” by at least 37.5 points."
            in out
        )
        assert "Weights (Equal weights): Cost 50 %, Time 50 %." in out
        assert "not ranked: The budget law passes. Nothing is built before it." in out
        assert "\x02" not in out

    def test_names_weights_that_no_preset_has(self, parallel_paths: Run, deck: str) -> None:
        out = " ".join(parallel_paths("rank", deck, "--weights", "cost=40").out.split())
        assert "Weights (chosen freely): Cost 29 %, Time 71 %." in out

    @pytest.mark.parametrize("columns", [20, 24, 40, 60, 71, 72, 80, 120, 300])
    @pytest.mark.parametrize("language", ["en", "es"])
    def test_fits_the_terminal(
        self, parallel_paths: Run, deck: str, monkeypatch: pytest.MonkeyPatch, columns: int, language: str
    ) -> None:
        monkeypatch.setenv("COLUMNS", str(columns))
        out = parallel_paths("rank", deck, "--lang", language).out
        assert max(map(len, out.splitlines())) <= max(columns, 24)
        assert "92.5" in out and "90.0–95.0" in out and "█" in out

    def test_elides_long_titles(
        self, parallel_paths: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        deck = bridges.write(
            tmp_path, bridges.TEXT.replace("Wooden footbridge", "Wooden " + "very " * 40 + "long")
        )
        first = table_lines(parallel_paths("rank", str(deck)).out)[4]
        assert "Wooden very" in first and "…" in first and "92.5" in first

    def test_is_plain_ascii_where_the_terminal_cannot_do_more(self, fresh: Run, deck: str) -> None:
        for language in ("en", "es"):
            done = fresh("rank", deck, "--lang", language, PYTHONIOENCODING="ascii", COLUMNS="90")
            assert done.code == 0 and done.out.isascii()
            assert "####" in done.out and "90.0-95.0" in done.out and "?????" not in done.out

    @pytest.mark.parametrize("encoding", ["cp1252", "cp437", "latin-1", "utf-8"])
    def test_survives_any_encoding(self, fresh: Run, deck: str, encoding: str) -> None:
        done = fresh("rank", deck, "--lang", "es", PYTHONIOENCODING=encoding)
        assert done.code == 0 and done.err == "" and "92.5" in done.out

    def test_has_no_colour_in_a_pipe(self, fresh: Run, deck: str) -> None:
        assert "\x1b" not in fresh("rank", deck, FORCE_COLOR="").out

    def test_does_not_let_a_title_steer_the_terminal(self, parallel_paths: Run, tmp_path: Path) -> None:
        deck = bridges.write(
            tmp_path, bridges.TEXT.replace("{en: Rope bridge,", r'{en: "\e[31mRope\a\u202e bridge",')
        )
        out = parallel_paths("rank", str(deck)).out
        assert "\x1b" not in out and "\a" not in out and "\u202e" not in out and "[31mRope bridge" in out

    def test_shows_no_spans_where_every_score_is_a_point(self, parallel_paths: Run, tmp_path: Path) -> None:
        deck = bridges.write(tmp_path, bridges.TEXT.replace("10..20", "15").replace("1..3", "2"))
        assert "Lowest" not in parallel_paths("rank", str(deck)).out

    @pytest.mark.parametrize(
        ("choice", "reading"),
        [
            ("effort", "least effort"),
            ("effect", "strongest effect"),
            ("both", "most effect for least effort"),
        ],
    )
    def test_says_how_to_read_each_set(
        self, parallel_paths: Run, deck: str, choice: str, reading: str
    ) -> None:
        assert f"100 = {reading}" in parallel_paths("rank", deck, "--set", choice).out


class TestJson:
    def test_has_the_documented_shape(self, parallel_paths: Run, deck: str) -> None:
        data = json.loads(parallel_paths("rank", deck, "--json").out)
        assert list(data) == ["deck", "set", "method", "weights", "alternatives"]
        assert (data["deck"], data["set"], data["method"]) == ("bridges", "effort", "additive")
        assert data["weights"] == {"cost": 0.5, "time": 0.5}
        assert [one["id"] for one in data["alternatives"]] == ["wood", "steel", "rope", "stone"]
        wood = data["alternatives"][0]
        assert {name: wood[name] for name in ("title", "rank", "rank_best", "rank_worst", "flags")} == {
            "title": "Wooden footbridge",
            "rank": 1,
            "rank_best": 1,
            "rank_worst": 1,
            "flags": ["range:cost"],
        }
        assert [wood["score"], wood["score_low"], wood["score_high"]] == pytest.approx([92.5, 90, 95])
        assert wood["contributions"] == pytest.approx({"cost": 42.5, "time": 50})
        assert wood["values"] == pytest.approx({"cost": 0.85, "time": 1})

    def test_flags_unknowns(self, parallel_paths: Run, deck: str) -> None:
        data = json.loads(parallel_paths("rank", deck, "--json", "--set", "effect").out)
        assert {one["id"]: one["flags"] for one in data["alternatives"]}["steel"] == ["unknown:use"]

    def test_has_no_set_in_a_deck_without_sets(self, parallel_paths: Run, tmp_path: Path) -> None:
        deck = bridges.write(tmp_path, bridges.WITHOUT_SETS)
        data = json.loads(parallel_paths("rank", str(deck), "--json").out)
        assert data["set"] is None and list(data["weights"]) == ["cost", "time", "use"]

    def test_is_utf8_whatever_the_terminal_takes(self, fresh: Run, deck: str) -> None:
        done = fresh("rank", deck, "--json", "--lang", "es", PYTHONIOENCODING="ascii")
        assert done.code == 0 and "«A»" in done.raw.decode("utf-8")

    def test_takes_the_language_before_or_after_the_command(self, parallel_paths: Run, deck: str) -> None:
        for words in (
            ("--lang", "es", "rank", deck),
            ("rank", deck, "--lang=es"),
            ("rank", "--lang", "es", deck),
        ):
            data = json.loads(parallel_paths(*words, "--json").out)
            assert data["alternatives"][0]["title"] == "Pasarela de madera"


class TestCsv:
    def test_has_a_row_per_recommendation_in_rank_order(self, parallel_paths: Run, deck: str) -> None:
        rows = list(csv.DictReader(io.StringIO(parallel_paths("rank", deck, "--csv").out)))
        assert [row["rank"] for row in rows] == ["1", "2", "2", "4"]
        assert [row["id"] for row in rows] == ["wood", "steel", "rope", "stone"]
        assert float(rows[0]["score"]) == pytest.approx(92.5)
        assert float(rows[0]["contribution:cost"]) + float(rows[0]["contribution:time"]) == pytest.approx(
            92.5
        )
        assert rows[0]["flags"] == "range:cost" and rows[0]["tier"] == "low"

    def test_gives_a_spreadsheet_no_formula(self, parallel_paths: Run, deck: str) -> None:
        rows = list(csv.DictReader(io.StringIO(parallel_paths("rank", deck, "--csv").out)))
        assert rows[3]["title"] == "“=Stone arches”"


class TestWeights:
    def test_named_criteria_get_points_and_the_others_keep_the_presets(
        self, parallel_paths: Run, deck: str
    ) -> None:
        done = parallel_paths("rank", deck, "--preset", "thrift", "--weights", "time=75", "--json")
        assert json.loads(done.out)["weights"] == {"cost": 0.5, "time": 0.5}

    def test_a_preset_alone(self, parallel_paths: Run, deck: str) -> None:
        data = json.loads(parallel_paths("rank", deck, "--preset", "thrift", "--json").out)
        assert data["weights"] == {"cost": 0.75, "time": 0.25}
        assert data["alternatives"][0]["score"] == pytest.approx(88.75)

    @pytest.mark.parametrize(
        ("weights", "said"),
        [
            (
                "cost=37,5",
                "looks like a decimal comma; commas separate criteria: write decimal points, as in cost=37.5",
            ),
            ("time=10,cost=37,5", "as in cost=37.5"),
            ("cost=37,5,time=3", "as in cost=37.5"),
            ("roof=10", "there is no criterion “roof”; allowed are cost, time"),
            ("use=10", "does not count in the set effort"),
            ("cost=1,cost=2", "named twice"),
            ("cost=-1", "outside 0 to 100"),
            ("cost=101", "outside 0 to 100"),
            ("cost=0,time=0", "all weights are zero"),
            ("cost=nan", "is not a weight"),
            ("cost=inf", "is not a weight"),
            ("cost=1e999", "outside 0 to 100"),
            ("cost", "is not a weight"),
            ("cost=4;time=3", "is not a weight"),
            ("cost=40 %", "is not a weight"),
            ("", "is not a weight"),
            ("cost=40,", "is not a weight"),
        ],
    )
    def test_refuses_with_one_sentence(self, parallel_paths: Run, deck: str, weights: str, said: str) -> None:
        done = parallel_paths("rank", deck, "--weights", weights)
        assert done.code == 2 and done.out == ""
        assert done.err.startswith("--weights: ") and said in done.err and done.err.count("\n") == 1
