"""The matrix of scores: what it holds, how a cell is painted, how it is walked and searched."""
