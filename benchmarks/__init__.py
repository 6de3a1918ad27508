"""How fast it is, side by side with what else could be used, in one run: `python -m benchmarks`."""
