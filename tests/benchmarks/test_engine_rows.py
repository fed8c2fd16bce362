"""The benchmarks run at all; how fast is for a person to read, not for a test."""

from benchmarks import engine


def test_the_engine_is_measured_beside_others() -> None:
    rows = engine.rows(sizes=((3, 2),), batch=50)
    assert [row.section for row in rows] == ["a", "a", "a", "b", "f", "f", "f"]
    assert all(row.ours for row in rows)
