"""Mutilated decks: whatever is done to one, it is taken or refused with a sentence."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.decision.problem import Problem
from desktop_app.decision.project import start
from desktop_app.engine.ranking import rank
from desktop_app.files.deck import DeckError, load
from tests.decks import SMALL, TABLE, without_performances, write

ODDS = (
    *(
        "",
        " ",
        "\n",
        "\t",
        "  ",
        "- ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        '"',
        "'",
        "#",
        "&a ",
        "*a",
        "!",
        "|",
        ">",
        "~",
    ),
    *(
        "null",
        "NO",
        ".nan",
        "nan",
        "inf",
        "-inf",
        "1e400",
        "-1",
        "0",
        "9" * 5000,
        "1e-320",
        "3..2",
        "..",
        "...",
    ),
    *("unknown", "{}", "[]", "normal(100, 1e-300)", "normal(0, 1e15)", "triangular(0, 1e-320, 2e-320)"),
    *("triangular(-1e308, 0, 1e308)", "[0, 5e-324]", "[-1e308, 1e308]", "ñ", "\u2028", "\x00", "\ufeff", "٣"),
)


def mutilated(text: str, chance: random.Random) -> str:
    """A text with a few lines, words or characters moved, lost, doubled or replaced."""
    for _ in range(chance.randint(1, 3)):
        lines = text.splitlines(keepends=True)
        at = chance.randrange(len(lines)) if lines else 0
        if not lines:
            return text
        match chance.randrange(6):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, chance.choice(lines))
            case 2:
                lines[at] = lines[at].replace(
                    chance.choice(lines[at].split() or [" "]), chance.choice(ODDS), 1
                )
            case 3:
                lines[at] = "  " + lines[at]
            case 4:
                place = chance.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:place] + chance.choice(ODDS) + lines[at][place:]
            case 5:
                other = chance.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
        text = "".join(lines)
    return text


def taken_or_refused(path: Path) -> bool:
    """Whether a deck is taken; one that is can be ranked from every point of view."""
    try:
        problem = load(path)
    except DeckError as error:
        message = str(error)
        assert message.startswith(path.name) or message.startswith("scores.csv"), message
        assert message.endswith(".") and message.isprintable() and len(message) < 1500, message
        return False
    assert isinstance(problem, Problem)
    for perspective in problem.perspectives or (None,):
        ranking = rank(start(problem, perspective=perspective))
        assert (ranking.score_low <= ranking.score).all() and (ranking.score <= ranking.score_high).all()
    return True


@pytest.mark.parametrize("part", range(8))
def test_mutilated_decks(tmp_path: Path, part: int) -> None:
    chance = random.Random(part)
    taken = [taken_or_refused(write(tmp_path, mutilated(SMALL, chance))) for _ in range(150)]
    assert any(taken) and not all(taken)


@pytest.mark.parametrize("part", range(2))
def test_mutilated_tables(tmp_path: Path, part: int) -> None:
    chance = random.Random(part)
    deck = write(tmp_path, without_performances())
    taken = []
    for _ in range(150):
        write(tmp_path, mutilated(TABLE, chance), "scores.csv")
        taken.append(taken_or_refused(deck))
    assert any(taken) and not all(taken)


@pytest.mark.parametrize("odd", ODDS)
@pytest.mark.parametrize(
    "part",
    [
        "small\n",
        "2024",
        "effort}",
        "less_is_better",
        "M€",
        "[0, 200]",
        "level: 2, text: u",
        "0.3",
        "low\n",
        "[Honduras]",
        "120",
        "80..150",
        '"normal(100, 15)"',
        "equal_groups",
        "20}",
        "Keep talking",
    ],
)
def test_odd_words_in_every_kind_of_place(tmp_path: Path, part: str, odd: str) -> None:
    taken_or_refused(write(tmp_path, SMALL.replace(part, odd, 1)))


@settings(max_examples=150)
@given(data=st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    assert not taken_or_refused(write(tmp_path_factory.mktemp("deck"), data))
