"""HOW it is computed: numpy arrays in, numpy arrays out. No Qt, no pandas, no files, no language."""
