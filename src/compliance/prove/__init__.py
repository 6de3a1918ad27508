"""Questions about every practice that the vocabulary allows, answered by the solver z3; it takes the extra `prove`."""
