"""Decks: decision problems as YAML files. `criteria/README.md` documents the format."""

from desktop_app.files.deck.read import DeckError, load

__all__ = ["DeckError", "load"]
