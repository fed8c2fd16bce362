"""The API for notebooks."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import notebook
from desktop_app.files import languages
from tests import bridges


@pytest.fixture
def deck(tmp_path: Path) -> notebook.Deck:
    return notebook.load(bridges.write(tmp_path))


def test_the_ranking_is_in_rank_order_by_id(deck: notebook.Deck) -> None:
    frame = notebook.rank(deck).ranking
    assert frame.index.name == "id"
    assert frame.index.tolist() == ["wood", "steel", "rope", "stone"]
    assert frame["rank"].tolist() == [1, 2, 2, 4]
    assert frame["score"].tolist() == pytest.approx([92.5, 55, 55, 40])
    assert frame.loc["stone", ["score_low", "score_high"]].tolist() == pytest.approx([15, 65])
    assert frame.loc["wood", "title"] == "Wooden footbridge"
    assert frame["tier"].tolist() == ["low", "medium", "low", "high"]


def test_contributions_add_up_to_the_score(deck: notebook.Deck) -> None:
    result = notebook.rank(deck, preset="thrift", weights={"time": 50}, set="both")
    frame = result.contributions
    assert frame.columns.tolist() == ["title", "cost", "time", "use"]
    assert frame.sum(axis=1, numeric_only=True).tolist() == pytest.approx(result.ranking["score"].tolist())
    assert result.weights.to_dict() == pytest.approx({"cost": 75 / 225, "time": 50 / 225, "use": 100 / 225})


def test_the_evidence_has_a_row_for_each_cell_that_counts(deck: notebook.Deck) -> None:
    frame = notebook.rank(deck).evidence
    assert len(frame) == 8
    cell = frame.loc[("wood", "cost")]
    assert (cell["score"], cell["basis"], cell["source"], cell["why"]) == (
        "10..20",
        "stated",
        "table 2",
        "Two offers.",
    )
    assert (cell["value"], cell["value_low"], cell["value_high"]) == pytest.approx((0.85, 0.8, 0.9))
    assert frame.loc[("stone", "time"), "criterion_title"] == "Time"


def test_a_deck_tells_what_is_in_it(deck: notebook.Deck) -> None:
    assert deck.title == "Which bridge?"
    assert deck.presets == {"equal": "Equal weights", "thrift": "Thrift"}
    assert deck.sets == ("effort", "effect", "both")
    assert deck.criteria.loc["use", ["set", "direction"]].tolist() == ["effect", "more_is_better"]
    assert deck.alternatives.index.tolist() == ["wood", "stone", "steel", "rope"]
    assert repr(deck) == "<Deck bridges: 4 recommendations, 3 criteria>"


def test_texts_come_in_the_language_of_the_deck(tmp_path: Path) -> None:
    before = languages.language()
    result = notebook.rank(notebook.load(bridges.write(tmp_path), language="es"))
    assert (
        result.ranking.loc["wood", "title"]
        == result.contributions.loc["wood", "title"]
        == "Pasarela de madera"
    )
    assert result.evidence.loc[("wood", "cost"), "why"] == "Dos ofertas."
    assert languages.language() == before


def test_a_criterion_may_be_called_title(tmp_path: Path) -> None:
    text = bridges.TEXT.replace("id: time", "id: title").replace("time:", "title:")
    frame = notebook.rank(notebook.load(bridges.write(tmp_path, text))).contributions
    assert frame.columns.tolist() == ["title", "cost", "title"]


@pytest.mark.parametrize("name", notebook.names())
def test_the_decks_of_the_program_load_by_name(name: str) -> None:
    assert notebook.load(name).problem.id


def test_what_cannot_be_is_a_sentence(deck: notebook.Deck) -> None:
    with pytest.raises(ValueError, match="there is no criterion “roof”; allowed are cost, time"):
        notebook.rank(deck, weights={"roof": 1})
    with pytest.raises(ValueError, match="there is no preset"):
        notebook.rank(deck, preset="roof")
    with pytest.raises(notebook.DeckError, match=r"nowhere\.yaml: there is no such file"):
        notebook.load("nowhere.yaml")


def test_pandas_is_not_imported_before_it_is_needed(tmp_path: Path) -> None:
    script = (
        "import sys; from desktop_app import notebook\n"
        f"result = notebook.rank(notebook.load({str(bridges.write(tmp_path))!r}))\n"
        "assert 'pandas' not in sys.modules and 'PySide6' not in sys.modules\n"
        "result.ranking\n"
        "assert 'pandas' in sys.modules and 'PySide6' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
