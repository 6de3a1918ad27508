"""The benchmarks lie at the top of the repository, beside the tests."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))
