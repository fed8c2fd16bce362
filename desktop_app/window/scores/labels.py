"""A score in words: as short as a cell is, as a screen reader says it, and what it rests on in one word."""

from desktop_app.decision.performances import LevelRange, Normal, Triangular, number_text
from desktop_app.decision.problem import Alternative, Basis, Cell, Criterion
from desktop_app.decision.scales import NumericScale, VerbalScale
from desktop_app.files.languages import _, language
from desktop_app.files.languages.numbers import MINUS
from desktop_app.window.picture.tips import performance_label


def basis_word(basis: Basis | None) -> str:
    """What a score rests on; nothing where the deck does not say."""
    return {"stated": _("stated"), "inferred": _("inferred"), "judgement": _("judgement"), None: ""}[basis]


def level_names(cell: Cell, criterion: Criterion) -> tuple[str, ...]:
    """The name of a level; of a range that of both ends."""
    if isinstance(cell.performance, LevelRange) and isinstance(criterion.scale, VerbalScale):
        ends = (cell.performance.low, cell.performance.high)
        return tuple(criterion.scale.level(number).label(language()) for number in ends)
    return (performance_label(cell, criterion),)


def number_label(cell: Cell, criterion: Criterion) -> tuple[str, str]:
    """A performance on a numeric scale as (numbers, unit)."""
    assert isinstance(criterion.scale, NumericScale)
    unit = criterion.scale.unit.say(language())
    match cell.performance:
        case Triangular(low, mode, high):
            return "–".join(_signed(number) for number in (low, mode, high)), unit
        case Normal(mean, deviation):
            return f"{_signed(mean)} ± {_signed(deviation)}", unit
    text = performance_label(cell, criterion)
    return (text.removesuffix(unit).strip() if unit else text).replace("-", MINUS), unit


def _signed(number: float) -> str:
    return number_text(number).replace("-", MINUS)


def spoken(alternative: Alternative, criterion: Criterion, cell: Cell) -> str:
    """“Electrical interconnection, Political will: very high, stated”."""
    said = language()
    parts = [performance_label(cell, criterion)]
    if cell.evidence.basis:
        parts.append(basis_word(cell.evidence.basis))
    text = f"{alternative.title.say(said)}, {criterion.title.say(said)}: {', '.join(parts)}"
    return " ".join(text.split())
