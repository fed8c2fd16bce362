"""(a) One re-rank beside pymcdm, scikit-criteria and bare numpy; (b) 100,000 weight vectors beside a loop."""

import numpy as np

from benchmarks.measure import Row, peak_mb, seconds, shown
from desktop_app.engine.ranking import ranks, rerank, scores

SIZES = ((5, 8), (50, 20), (1000, 50))
LOOP_SAMPLE = 2000

_PEAK = """
import numpy as np
from desktop_app.engine.ranking import ranks, rerank, scores
rng = np.random.default_rng(1)
values, points = rng.random({shape}), rng.random({shape}[1])
rerank(points, values)
if {batch}:
    ranks(scores(rng.dirichlet(np.ones({shape}[1]), {batch}), values))
"""


def rows(sizes: tuple[tuple[int, int], ...] = SIZES, batch: int = 100_000) -> list[Row]:
    """The report's lines for the engine."""
    return [row for size in sizes for row in one_rerank(*size)] + [many_weights(batch)] + memory(batch)


def one_rerank(alternatives: int, criteria: int) -> list[Row]:
    """Shares, scores, contributions and ranks together."""
    from pymcdm.helpers import rrankdata
    from pymcdm.methods import WSM

    rng = np.random.default_rng(alternatives)
    values, points = rng.random((alternatives, criteria)), rng.random(criteria) * 100
    directions, method = np.ones(criteria), WSM()

    def theirs() -> object:
        return rrankdata(method(values, points / points.sum(), directions))

    weights = points / points.sum()
    ours = seconds(lambda: rerank(points, values))
    pymcdm, bare = seconds(theirs), seconds(lambda: np.argsort(values @ weights))
    size = f"re-rank {alternatives}×{criteria}"
    return [
        Row(
            "a",
            f"{size}: shares, scores, contributions, ranks; beside pymcdm",
            shown(ours),
            shown(pymcdm),
            f"{pymcdm / ours:.0f}× faster",
            "≥ 8×" if alternatives == 5 else "",
            pymcdm / ours >= 8 if alternatives == 5 else None,
        ),
        scikit(values, points, ours, size),
        Row(
            "a",
            f"{size}; beside bare numpy, product and argsort",
            shown(ours),
            shown(bare),
            f"{ours / bare:.1f}×",
            "≤ 5×" if alternatives == 1000 else "",
            ours / bare <= 5 if alternatives == 1000 else None,
        ),
    ]


def scikit(values: np.ndarray, points: np.ndarray, ours: float, size: str) -> Row:
    """Beside scikit-criteria, whose objects are made in each call as a user's change of weights would."""
    import skcriteria
    from skcriteria.agg.simple import WeightedSumModel

    model = WeightedSumModel()

    def theirs() -> object:
        return model.evaluate(
            skcriteria.mkdm(values, [max] * values.shape[1], weights=points / points.sum())
        ).rank_

    taken = seconds(theirs, least=0.1, repeats=5)
    return Row(
        "a",
        f"{size}; beside scikit-criteria",
        shown(ours),
        shown(taken),
        f"{taken / ours:.0f}× faster",
        "",
        None,
    )


def many_weights(batch: int) -> Row:
    """Scores and ranks under many weight vectors; the loop is timed on a sample and scaled."""
    from pymcdm.helpers import rrankdata
    from pymcdm.methods import WSM

    rng = np.random.default_rng(2)
    values, weights = rng.random((5, 8)), rng.dirichlet(np.ones(8), batch)
    directions, method = np.ones(8), WSM()
    sample = weights[: min(batch, LOOP_SAMPLE)]

    def loop() -> None:
        for one in sample:
            rrankdata(method(values, one, directions))

    ours = seconds(lambda: ranks(scores(weights, values)))
    theirs = seconds(loop, repeats=3) * batch / len(sample)
    return Row(
        "b",
        f"{batch:,} weight vectors on 5×8; beside a pymcdm loop (timed on {len(sample):,} of them)",
        shown(ours),
        shown(theirs),
        f"{theirs / ours:.0f}× faster",
        "≥ 500×",
        theirs / ours >= 500,
    )


def memory(batch: int) -> list[Row]:
    """Peak memory of fresh processes, above one that only imports the engine."""
    idle = peak_mb("import desktop_app.engine.ranking")
    found = []
    for shape, many in (((5, 8), 0), ((1000, 50), 0), ((5, 8), batch)):
        peak = peak_mb(_PEAK.format(shape=shape, batch=many))
        what = f"{many:,} weight vectors on 5×8" if many else f"re-rank {shape[0]}×{shape[1]}"
        found.append(Row("f", f"peak memory, {what}", f"{peak:.0f} MB", f"idle {idle:.0f} MB", "", "", None))
    return found
