"""Measure a run over many centres: `python -m benchmarks.batch [--count 1100] [--runs 5]`.

CPU of one worker against the floor and the naive script, in turn, as medians of ratios; wall time
of two workers against one; time per workbook and the parent's peak memory as the count grows.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.make_centres import make_centres

_HERE = Path(__file__).parent


class Taken(NamedTuple):
    """What a run took: CPU seconds of all its processes, wall seconds, the parent's peak in MiB."""

    cpu: float
    wall: float
    peak: float


def main() -> None:
    """Write the centres, measure in pairs, print one line for each comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_100)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "all"
        make_centres(folder, given.count)
        print(f"{given.count} workbooks; load {os.getloadavg()[0]:.1f}; medians of {given.runs}\n")
        _compare(folder, given.runs)
        _growth(Path(scratch), given.count)


def _compare(folder: Path, runs: int) -> None:
    peers = {
        "floor": [sys.executable, str(_HERE / "floor.py"), str(folder)],
        "naive": [sys.executable, str(_HERE / "naive.py"), str(folder)],
        "one": _audit(folder, 1),
        "two": _audit(folder, 2),
    }
    taken: dict[str, list[Taken]] = {name: [] for name in peers}
    for _ in range(runs):
        for name, command in peers.items():
            taken[name].append(_run(command))
    pairs = list(zip(taken["one"], taken["floor"], taken["naive"], taken["two"], strict=True))
    cases = (
        ("CPU, one worker / floor", [one.cpu / floor.cpu for one, floor, _, _ in pairs], 2),
        ("CPU, one worker / naive", [one.cpu / naive.cpu for one, _, naive, _ in pairs], 0.1),
        ("wall, two workers / one", [two.wall / one.wall for one, _, _, two in pairs], 0.65),
    )
    for text, ratios, target in cases:
        print(f"{text:<40}{statistics.median(ratios):>8.2f}   target {target}")
    for name, all_ in taken.items():
        cpu, wall, peak = (statistics.median(values) for values in zip(*all_, strict=True))
        print(f"{name:<10}CPU {cpu:>7.1f} s   wall {wall:>7.1f} s   parent's peak {peak:>5.0f} MiB")


def _growth(scratch: Path, count: int) -> None:
    print("\nworkbooks   CPU ms each   parent's peak MiB")
    for size in (count // 10, count // 3, count):
        folder = scratch / str(size)
        make_centres(folder, size)
        taken = _run(_audit(folder, 1))
        print(f"{size:>9}{taken.cpu / size * 1000:>14.1f}{taken.peak:>20.0f}")


def _audit(folder: Path, jobs: int) -> list[str]:
    program = [sys.executable, "-I", "-m", "centre_check", "audit", str(folder)]
    return [*program, "-f", "jsonl", "--jobs", str(jobs)]


def _run(command: list[str]) -> Taken:
    """Run it; the system adds up the CPU of the process and of all that it has waited for."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak, pid = 0.0, 0
    while not pid:
        peak = _peak(process.pid) or peak
        time.sleep(0.02)
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 4):
        sys.exit(f"{command} ended with {process.returncode}")
    return Taken(usage.ru_utime + usage.ru_stime, time.monotonic() - began, peak)


def _peak(pid: int) -> float:
    """The highest resident memory of a process so far, without its children."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    sizes = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return int(sizes[0]) / 1024 if sizes else 0.0


if __name__ == "__main__":
    main()
