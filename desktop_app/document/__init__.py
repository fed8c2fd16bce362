"""The open document as Qt sees it: one project, one undo stack, signals, background jobs."""
