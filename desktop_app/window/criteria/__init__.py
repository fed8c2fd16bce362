"""What is being decided: the recommendations, the condition they rest on, and the tree of criteria."""
