"""A file per chart."""
