"""`python -m benchmarks`: measures, and prints tables.

Exit 1 where engines answer differently, or where the command or a scenario fails; 2 where an engine is not installed.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.batch import PEERS, Mismatch, batch
from benchmarks.outcome import as_json, machine, show
from benchmarks.population import compared
from benchmarks.proof import BILL, LAW, proofs
from benchmarks.scenarios import scenarios
from benchmarks.single import single
from benchmarks.workload import workload


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--practices", type=int, default=10_000)
    parser.add_argument("--rules", type=int, default=50)
    parser.add_argument("--repeat", type=int, default=11, help="turns; what is slow gets three")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="1,000 practices, three turns")
    parser.add_argument("--scenarios", type=int, default=1_000, help="scenarios that pytest runs; 0: none")
    parser.add_argument(
        "--population", type=int, default=10_000, help="practices drawn and put under a bill; 0: none"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    parser.add_argument(
        "--peers",
        nargs="*",
        choices=PEERS,
        default=PEERS,
        help="what to measure beside columns; by default all",
    )
    options = parser.parse_args(arguments)
    practices, repeat = (1_000, 3) if options.quick else (options.practices, options.repeat)
    work = workload(practices, options.rules, options.seed)
    try:
        many = batch(work, repeat, tuple(options.peers), lambda line: print(line, file=sys.stderr))
    except Mismatch as mismatch:
        print(mismatch, file=sys.stderr)
        return 1
    except ModuleNotFoundError as missing:
        print(f"{missing}; `make bench` installs what the benchmarks need", file=sys.stderr)
        return 2
    print("one practice", file=sys.stderr)
    one = single(work, repeat)
    played = None
    if options.scenarios:
        print(f"{options.scenarios:,} scenarios", file=sys.stderr)
        played = scenarios(options.scenarios)
    counted = None
    if options.population:
        print(f"{options.population:,} practices under a bill", file=sys.stderr)
        try:
            counted = compared(options.population, options.seed)
        except Mismatch as mismatch:
            print(mismatch, file=sys.stderr)
            return 1
    try:
        print(f"covers, {LAW} rules by {BILL}", file=sys.stderr)
        proved = proofs(repeat)
    except Mismatch as mismatch:
        print(mismatch, file=sys.stderr)
        return 1
    where = machine()
    show(one, many, where, played, counted, proved)
    if options.json is not None:
        figures = as_json(one, many, where, played, counted, proved)
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    failed = one.command is None or (played is not None and played.pytest is None)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
