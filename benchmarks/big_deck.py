"""Large decks of random levels, for the benchmarks only."""

import random
from pathlib import Path

CODES, ODDS = ("1", "2", "3", "4", "5", "2..4", "unknown"), (20, 20, 20, 20, 20, 5, 2)


def write_deck(folder: Path, alternatives: int, criteria: int, *, in_csv: bool) -> Path:
    """Writes a deck, its performances in a CSV table or, with evidence, in the YAML itself."""
    draw = random.Random(1)
    lines = ["format: parallel-paths/1", "id: big", "title: Big", "groups:"]
    groups = min(4, criteria)
    lines += [f"  - {{id: g{at}, title: Group {at}}}" for at in range(groups)]
    lines.append("criteria:")
    for at in range(criteria):
        lines.append(f"  - id: c{at}\n    group: g{at * groups // criteria}\n    title: Criterion {at}")
        lines.append("    direction: more_is_better\n    levels:")
        lines += [f"      - {{level: {level}, text: level {level}}}" for level in range(1, 6)]
    lines.append("alternatives:")
    for at in range(alternatives):
        tier = draw.choice(("low", "medium", "high"))
        lines.append(f"  - {{id: a{at}, title: Project {at} of a national portfolio, tier: {tier}}}")
    if in_csv:
        lines.append("performances_table: big.csv")
        rows = ["alternative," + ",".join(f"c{at}" for at in range(criteria))]
        rows += [f"a{at}," + ",".join(draw.choices(CODES, ODDS, k=criteria)) for at in range(alternatives)]
        (folder / "big.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    else:
        lines.append("performances:")
        for at in range(alternatives):
            lines.append(f"  a{at}:")
            for criterion in range(criteria):
                code = draw.choices(CODES, ODDS)[0]
                why = f"Because of reason {criterion} in year 20{criterion:02d}"
                lines.append(f"    c{criterion}: {{is: {code}, basis: judgement, why: {why}}}")
    path = folder / "big.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
