"""A file per part of the picture."""
