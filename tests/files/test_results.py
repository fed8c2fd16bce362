"""The ranking as plain data and as CSV."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.decision.project import Project, start
from desktop_app.engine.ranking import rank
from desktop_app.files.deck import load
from desktop_app.files.languages import speaking
from desktop_app.files.results import as_csv, as_data, spreadsheet_safe
from tests import bridges
from tests.strategies import projects


@pytest.fixture
def project(tmp_path) -> Project:
    return start(load(bridges.write(tmp_path)))


@given(projects())
def test_data_of_any_project_is_whole_and_ordered(project: Project) -> None:
    ranking = rank(project)
    data = json.loads(json.dumps(as_data(project, ranking), allow_nan=False))
    assert list(data) == ["deck", "set", "method", "weights", "alternatives"]
    assert data["set"] == project.perspective
    assert data["weights"] == dict(zip(project.counted, ranking.shares.tolist(), strict=True))
    assert {one["id"] for one in data["alternatives"]} == set(ranking.table.alternatives)
    ranks = [one["rank"] for one in data["alternatives"]]
    assert ranks == sorted(ranks)
    for one in data["alternatives"]:
        row = ranking.table.alternatives.index(one["id"])
        # Unrounded: what another program reads is what the engine computed.
        assert one["score"] == ranking.score[row]
        assert sum(one["contributions"].values()) == pytest.approx(one["score"], abs=1e-9)
        assert one["score_low"] <= one["score"] <= one["score_high"]
        assert one["rank_best"] <= one["rank"] <= one["rank_worst"]
        assert list(one["contributions"]) == list(one["values"]) == list(data["weights"])
        assert all(flag.partition(":")[2] in data["weights"] for flag in one["flags"])


@given(projects())
def test_csv_holds_the_same_numbers(project: Project) -> None:
    ranking = rank(project)
    data, rows = as_data(project, ranking), list(csv.DictReader(io.StringIO(as_csv(project, ranking))))
    assert [row["id"] for row in rows] == [one["id"] for one in data["alternatives"]]
    for row, one in zip(rows, data["alternatives"], strict=True):
        assert float(row["score"]) == one["score"]
        assert row["flags"].split() == one["flags"]
        for criterion, points in one["contributions"].items():
            assert float(row[f"contribution:{criterion}"]) == points


def test_each_kind_of_open_score_has_its_flag(tmp_path) -> None:
    text = bridges.WITHOUT_SETS.replace("stone: {cost: 70", 'stone: {cost: "normal(70, 5)"')
    project = start(load(bridges.write(tmp_path, text)))
    flags = {one["id"]: one["flags"] for one in as_data(project, rank(project))["alternatives"]}
    assert flags == {
        "wood": ["range:cost"],
        "stone": ["distribution:cost", "range:time"],
        "steel": ["unknown:use"],
        "rope": [],
    }


def test_titles_are_in_the_language_in_use(project: Project) -> None:
    with speaking("es"):
        assert as_data(project, rank(project))["alternatives"][0]["title"] == "Pasarela de madera"


@pytest.mark.parametrize(
    ("title", "safe"),
    [
        ("=1+1", "“=1+1”"),
        ("+5 %", "“+5 %”"),
        ("-5 %", "“-5 %”"),
        ("@home", "“@home”"),
        ("\t=1+1", "“=1+1”"),
        ("＝1+1", "“＝1+1”"),
        ("a = b", "a = b"),
        ("two\nlines", "two lines"),
    ],
)
def test_no_title_is_a_formula_for_a_spreadsheet(title: str, safe: str) -> None:
    assert spreadsheet_safe(title) == safe


@given(st.text())
def test_no_title_at_all(title: str) -> None:
    assert spreadsheet_safe(title)[:1] not in tuple("=+-@\t\r\n＝＋－＠")
