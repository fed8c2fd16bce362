"""Tables of bare values, ranked, for tests that need no deck."""

import numpy as np

from desktop_app.engine.ranking import Ranking, rank_table
from desktop_app.engine.values import POINT, ValueTable


def ranked(values: list[list[float]], points: list[float]) -> Ranking:
    """Alternatives a0, a1, … on criteria c0, c1, …, every cell a point."""
    table = np.array(values, dtype=float)
    names = tuple(f"a{at}" for at in range(len(table)))
    criteria = tuple(f"c{at}" for at in range(table.shape[1]))
    kinds = np.full(table.shape, POINT, dtype=np.int8)
    return rank_table(
        ValueTable(names, criteria, table, table, table, table, table, kinds), np.array(points, dtype=float)
    )
