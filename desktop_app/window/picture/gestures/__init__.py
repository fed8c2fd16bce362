"""A file per gesture: each turns mouse or keys into weight commands."""
