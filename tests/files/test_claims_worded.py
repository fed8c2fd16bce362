"""Claims in words: every claim in every language, and numbers that are rounded so that the sentence stays true."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.decision.problem import PERSPECTIVES
from desktop_app.decision.project import Project, start
from desktop_app.decision.texts import Text
from desktop_app.engine.ranking import rank
from desktop_app.engine.words import (
    Claim,
    LeadCertain,
    LeadersTied,
    LeadOpen,
    Leads,
    ScoresOpen,
    Sole,
    TiersAgree,
    TiersDisagree,
    claims,
)
from desktop_app.files.languages import LANGUAGES, speaking
from desktop_app.files.languages.claims import at_least, plain, rich, strong, word
from tests.decision.test_problem import BOTH, NO_SETS
from tests.strategies import projects

PROJECT = start(BOTH)


def said(claim: Claim, perspective: str | None = "effort") -> str:
    return plain(word(claim, replace(PROJECT, perspective=perspective)))


@given(st.floats(0, 100), st.integers(0, 3))
def test_at_least_is_never_more_and_never_a_step_less(number: float, decimals: int) -> None:
    shown = at_least(number, decimals)
    assert re.fullmatch(r"\d+" + (rf"\.\d{{{decimals}}}" if decimals else ""), shown)
    rounded = round(number, 9)
    assert float(shown) <= rounded + 1e-9
    assert rounded - float(shown) < 10**-decimals


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (17.31, "17.3"),
        (17.39, "17.3"),
        (0.3, "0.3"),
        (0.7, "0.7"),
        (1.1, "1.1"),
        (2.3, "2.3"),
        (8.2, "8.2"),
        (2.2999999999, "2.3"),
        (2.299999999, "2.2"),
        (0.05, "0.0"),
        (100.0, "100.0"),
    ],
)
def test_at_least_by_hand(number: float, shown: str) -> None:
    assert at_least(number) == shown


@given(projects())
def test_every_claim_of_every_ranking_is_worded(project: Project) -> None:
    for claim in claims(project, rank(project)):
        for language in LANGUAGES:
            with speaking(language):
                sentence = plain(word(claim, project))
        assert sentence.endswith(".") and sentence.isprintable() and "{" not in sentence


@given(projects())
def test_the_gap_that_is_told_is_true(project: Project) -> None:
    claim = claims(project, rank(project))[0]
    if not isinstance(claim, Leads):
        return
    sentence = plain(word(claim, project))
    if found := re.search(r"at least (\d+\.\d) points", sentence):
        assert 0.1 <= float(found[1]) <= claim.gap + 1e-9
        assert claim.gap < float(found[1]) + 0.1
    else:
        assert "less than 0.1 points" in sentence and claim.gap < 0.1


@pytest.mark.parametrize(
    ("perspective", "words"),
    [
        ("effort", "X needs the least effort, ahead of Y by at least 4.2 points."),
        ("effect", "X promises the strongest effect, ahead of Y by at least 4.2 points."),
        ("both", "X promises the most effect for the least effort, ahead of Y by at least 4.2 points."),
        (None, "X comes first, ahead of Y by at least 4.2 points."),
    ],
)
def test_who_leads_from_each_perspective(perspective: str | None, words: str) -> None:
    assert said(Leads("x", "y", 4.29), perspective) == words
    assert perspective is None or perspective in PERSPECTIVES


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (Sole("x"), "X is the only recommendation; there is nothing to rank it against."),
        (Leads("x", "y", 0.1), "X needs the least effort, ahead of Y by at least 0.1 points."),
        (Leads("x", "y", 0.099999999), "X needs the least effort, ahead of Y by less than 0.1 points."),
        (LeadersTied(("x", "y"), 0), "All 2 recommendations are tied."),
        (LeadersTied(("x", "y"), 3), "X and Y share the first place."),
        (LeadersTied(("x", "y", "x", "y"), 3), "X, Y, X and 1 other share the first place."),
        (LeadersTied(("x", "y", "x", "y", "x"), 3), "X, Y, X and 2 others share the first place."),
        (LeadCertain("x"), "X stays first whatever the open scores turn out to be."),
        (LeadOpen(("y",)), "Within the open scores Y could come first too."),
        (TiersAgree(), "The order agrees with the source's effort tiers."),
        (TiersDisagree("x", "y", 1), "Against the source's effort tiers, X comes before Y."),
        (
            TiersDisagree("x", "y", 4),
            "In 4 pairs the order goes against the source's effort tiers; X comes before Y.",
        ),
        (ScoresOpen(1, 0, 0), "Of the scores that count, 1 score is unknown."),
        (ScoresOpen(0, 2, 0), "Of the scores that count, 2 are ranges."),
        (
            ScoresOpen(3, 1, 1),
            "Of the scores that count, 3 scores are unknown, 1 is a range and 1 is a distribution.",
        ),
    ],
)
def test_claims_in_english(claim: Claim, words: str) -> None:
    assert said(claim) == words


def test_titles_of_strangers_stay_text() -> None:
    odd = Text.plain("{x} <b>A</b>\x02 & \n B")
    problem = replace(
        NO_SETS, alternatives=(replace(NO_SETS.alternatives[0], title=odd), NO_SETS.alternatives[1])
    )
    sentence = word(Sole("x"), start(problem))
    assert plain(sentence).startswith("{x} <b>A</b> & B is the only")
    assert rich(sentence).startswith("<b>{x} &lt;b&gt;A&lt;/b&gt; &amp; B</b> is the only")


def test_emphasis() -> None:
    assert plain(strong("a  b")) == "a b"
    assert rich(f"1 < {strong('a')}") == "1 &lt; <b>a</b>"
