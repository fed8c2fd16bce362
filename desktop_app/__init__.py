"""Parallel Paths: weigh, rank and question policy recommendations, offline."""

__version__ = "0.1.0"
