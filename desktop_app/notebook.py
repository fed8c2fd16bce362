"""The small API for notebooks."""
