"""WHAT is decided: frozen dataclasses in plain Python. No numpy, no Qt, no files, no language."""
