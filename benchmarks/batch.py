"""Measure a run over many centres: `python -m benchmarks.batch [--count 1100] [--runs 5]`.

CPU of one worker against the floor, the naive script and the same ten clauses in two frameworks, in
turn, as medians of ratios; wall time of two workers against one; time per workbook and the parent's
peak memory as the count grows. `--frameworks PYTHON` is an interpreter with frictionless[excel],
pandera[pandas] and python-calamine: one of their own, as numpy makes openpyxl slow.
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
_SCRIPTS = {
    "floor": "floor.py",
    "naive": "naive.py",
    "pandera": "pandera_peer.py",
    "frictionless": "frictionless_peer.py",
}
_TARGETS = {"floor": 2, "naive": 0.1, "pandera": 0.2, "frictionless": 0.2}


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
    parser.add_argument("--frameworks", metavar="PYTHON")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "all"
        make_centres(folder, given.count)
        print(f"{given.count} workbooks; load {os.getloadavg()[0]:.1f}; medians of {given.runs}\n")
        _compare(folder, given.runs, given.frameworks)
        _growth(Path(scratch), given.count)


def _compare(folder: Path, runs: int, frameworks: str | None) -> None:
    scripts = dict.fromkeys(("floor", "naive"), sys.executable)
    scripts |= dict.fromkeys(("pandera", "frictionless"), frameworks) if frameworks else {}
    commands = {
        name: [python, str(_HERE / _SCRIPTS[name]), str(folder)] for name, python in scripts.items()
    }
    commands |= {"one": _audit(folder, 1), "two": _audit(folder, 2)}
    taken: dict[str, list[Taken]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(_run(command))
    for name in scripts:
        pairs = zip(taken["one"], taken[name], strict=True)
        ratio = statistics.median(one.cpu / peer.cpu for one, peer in pairs)
        print(f"CPU, one worker / {name:<22}{ratio:>8.2f}   target {_TARGETS[name]}")
    pairs = zip(taken["one"], taken["two"], strict=True)
    ratio = statistics.median(two.wall / one.wall for one, two in pairs)
    print(f"{'wall, two workers / one':<40}{ratio:>8.2f}   target 0.65")
    for name, all_ in taken.items():
        cpu, wall, peak = (statistics.median(values) for values in zip(*all_, strict=True))
        print(f"{name:<14}CPU {cpu:>7.1f} s   wall {wall:>7.1f} s   parent's peak {peak:>5.0f} MiB")


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
