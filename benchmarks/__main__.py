"""Run all benchmarks: `python -m benchmarks [--runs N] [--only WORDS]`; each with its target."""

import argparse
import tempfile
from pathlib import Path

from benchmarks.cases import LONG, cases
from benchmarks.measure import compare
from benchmarks.workbook import write_workbook


def main() -> None:
    """Measure every case in pairs and print one line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21, help="pairs of each case")
    parser.add_argument("--only", default="", help="cases whose name holds this")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        workbook = Path(folder) / "30行.xlsx"
        write_workbook(workbook, rows=30)
        long_one = Path(folder) / "20000行.xlsx"
        write_workbook(long_one, rows=30, staff=LONG)
        print(
            f"CPU seconds (user + system), medians of {asked.runs} paired runs after one warm-up\n"
        )
        print(f"{'case':<58}{'ours':>8}{'peer':>8}{'ratio':>8}{'target':>8}")
        for case in (one for one in cases(workbook, long_one) if asked.only in one.name):
            result = compare(case.ours, case.peer, asked.runs)
            print(
                f"{case.name:<58}{result.ours:>8.3f}{result.peer:>8.3f}"
                f"{result.ratio:>8.2f}{case.target:>8.2f}"
            )


main()
