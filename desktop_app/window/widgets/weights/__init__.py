"""The weight panel: groups, and in them a slider, points, share and lock for each criterion."""
