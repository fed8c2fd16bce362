"""A small deck whose results are known by hand: two bridges tie, one has an open cost, one an unknown use.

At equal weights of the set effort: wood 92.5 (90–95), steel and rope 55, stone 40 (15–65).
"""

from pathlib import Path

TEXT = """\
format: parallel-paths/1
id: bridges
title: {en: Which bridge?, es: ¿Qué puente?}
condition:
  title: {en: The budget law passes, es: Se aprueba el presupuesto}
  summary: {en: Nothing is built before it., es: Nada se construye antes.}
groups:
  - {id: means, title: {en: Means, es: Medios}, set: effort}
  - {id: ends, title: {en: Ends, es: Fines}, set: effect}
criteria:
  - id: cost
    group: means
    title: {en: Cost, es: Costo}
    direction: less_is_better
    unit: million
    range: [0, 100]
  - id: time
    group: means
    title: {en: Time, es: Tiempo}
    direction: less_is_better
    levels: [{level: 1, text: a year}, {level: 2, text: two years}, {level: 3, text: longer}]
  - id: use
    group: ends
    title: {en: Use, es: Uso}
    direction: more_is_better
    levels: [{level: 1, text: few}, {level: 2, text: some}, {level: 3, text: many}]
alternatives:
  - {id: wood, tier: low, title: {en: Wooden footbridge, es: Pasarela de madera}}
  - {id: stone, tier: high, title: {en: =Stone arches, es: =Arcos de piedra}}
  - {id: steel, tier: medium, title: {en: Steel truss “A”, es: Armadura de acero «A»}}
  - {id: rope, tier: low, title: {en: Rope bridge, es: Puente de cuerda}}
performances:
  wood:
    cost: {is: 10..20, basis: stated, source: "table 2", why: {en: Two offers., es: Dos ofertas.}}
    time: 1
    use: 1
  stone: {cost: 70, time: 1..3, use: 3}
  steel: {cost: 40, time: 2, use: unknown}
  rope: {cost: 40, time: 2, use: 2}
presets:
  - {id: equal, title: {en: Equal weights, es: Pesos iguales}, weights: equal}
  - {id: thrift, title: {en: Thrift, es: Austeridad}, weights: {cost: 75, time: 25}}
"""

WITHOUT_SETS = (
    TEXT.replace(", set: effort", "")
    .replace(", set: effect", "")
    .replace("{cost: 75, time: 25}", "{cost: 75, time: 25, use: 0}")
)


def write(folder: Path, text: str = TEXT, name: str = "bridges.yaml") -> Path:
    """The deck as a file in a folder."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
