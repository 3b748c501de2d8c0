"""Measure a summary table of many rows: `python -m benchmarks.wide [--rows 50000] [--runs 5]`.

CPU and peak memory of `totals` against a floor that takes every row from python-calamine one by one
and does nothing with it, in turn; medians of ratios.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

_MAKE = [sys.executable, "-m", "benchmarks.make_wide"]
_FLOOR = """
import sys, python_calamine
book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    for row in book.get_sheet_by_name(name).iter_rows():
        pass
"""
_CPU, _MEMORY = 1.5, 1.0  # what is aimed for


class Taken(NamedTuple):
    """What a run took: CPU seconds, peak memory in MiB."""

    cpu: float
    peak: float


def main() -> None:
    """Write the table, measure in pairs, print one line for each ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        table = Path(scratch) / "wide.xlsx"
        # Elsewhere: what a parent holds when it forks is counted as its children's peak.
        subprocess.run([*_MAKE, str(table), "--rows", str(given.rows)], check=True)
        print(f"{given.rows} rows; load {os.getloadavg()[0]:.1f}; medians of {given.runs}")
        for form in ("jsonl", "text"):
            _compare(table, form, given.runs)


def _compare(table: Path, form: str, runs: int) -> None:
    program = [sys.executable, "-I", "-m", "centre_check", "totals", str(table), "-f", form]
    floor = [sys.executable, "-I", "-c", _FLOOR, str(table)]
    pairs = [(_run(program), _run(floor)) for _ in range(runs)]
    cpu = statistics.median(ours.cpu / bare.cpu for ours, bare in pairs)
    peak = statistics.median(ours.peak / bare.peak for ours, bare in pairs)
    ours, bare = pairs[0]
    print(f"{form:<6} CPU    {cpu:>6.2f}   target {_CPU}   ({ours.cpu:.2f} s, {bare.cpu:.2f} s)")
    sizes = f"({ours.peak:.0f} MiB, {bare.peak:.0f} MiB)"
    print(f"{form:<6} memory {peak:>6.2f}   target {_MEMORY}   {sizes}")


def _run(command: list[str]) -> Taken:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 4):
        sys.exit(f"{command} ended with {process.returncode}")
    return Taken(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
