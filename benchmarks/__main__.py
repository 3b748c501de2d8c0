"""Measure: `python -m benchmarks [NAME…] [--runs 5] [--sizes 10,100,1000,10000]`.

Without a name, everything. CPU seconds (user + system), medians of paired runs after one to warm
up; a ratio of 1 means as long as the peer.
"""

import argparse
import os
import tempfile
from importlib import import_module
from pathlib import Path

from benchmarks.measure import show

NAMES = ("start", "audit", "many", "growth", "totals", "papers", "results")


def main() -> None:
    """Measure what was asked for, one line each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=" ".join(NAMES))
    parser.add_argument("--runs", type=int, default=5, help="paired runs of each")
    parser.add_argument("--count", type=int, default=300, help="many: how many workbooks")
    parser.add_argument(
        "--sizes", default="10,100,1000,10000", help="growth, results: how many files, in turn"
    )
    parser.add_argument(
        "--frameworks",
        metavar="PYTHON",
        help="many: an interpreter with pandera[pandas], frictionless[excel], python-calamine",
    )
    given = parser.parse_args()
    unknown = set(given.names) - set(NAMES)
    if unknown:
        parser.error(f"nothing is called {' '.join(sorted(unknown))}: there are {' '.join(NAMES)}")
    given.sizes = [int(size) for size in given.sizes.split(",")]
    print(f"medians of {given.runs} paired runs; load {os.getloadavg()[0]:.1f}\n")
    print(f"{'':<38}{'against':<34}{'ratio':>8}{'aim':>8}  seconds or MiB")
    for name in given.names or NAMES:
        with tempfile.TemporaryDirectory() as scratch:
            show(import_module(f"benchmarks.{name}").rows(Path(scratch), given))


if __name__ == "__main__":
    main()
