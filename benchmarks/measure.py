"""Measure commands as the operating system accounts for them, in turn with their peers."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

PYTHON = [sys.executable, "-I"]
PROGRAM = [*PYTHON, "-m", "centre_check"]
_ENDS = (0, 1, 3, 4)  # an audit's verdicts, a table in which somebody stands twice
_KEPT = {"PATH", "SYSTEMROOT", "HOME", "TEMP", "PYTHONPATH"}


class Taken(NamedTuple):
    """What a run took: CPU seconds of all its processes, wall seconds, its own peak in MiB."""

    cpu: float
    wall: float
    peak: float


class Row(NamedTuple):
    """One line of the page: what was measured, against what, how it came out, what is aimed for."""

    name: str
    peer: str
    ratio: float
    aim: float
    told: str = ""  # the figures behind the ratio


def run(command: Sequence[str]) -> Taken:
    """One run, its output thrown away, in a lean environment."""
    began = time.monotonic()
    environment = {name: value for name, value in os.environ.items() if name in _KEPT}
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment | {"LANG": "C.UTF-8"},
    )
    peak, pid = 0.0, 0
    while not pid:
        peak = _peak(process.pid) or peak
        time.sleep(0.005)
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in _ENDS:
        complaint = process.stderr.read().decode() if process.stderr else ""
        sys.exit(f"{' '.join(command)} ended with {process.returncode}: {complaint}")
    return Taken(usage.ru_utime + usage.ru_stime, time.monotonic() - began, peak)


def _peak(pid: int) -> float:
    """The highest resident memory of a process so far, without its children."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:  # no Linux
        return 0.0
    sizes = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return int(sizes[0]) / 1024 if sizes else 0.0


def in_turn(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, list[Taken]]:
    """All of them, one after the other, `runs` times after one to warm up.

    A machine's speed drifts; the ratio of two runs that follow each other holds.
    """
    taken: dict[str, list[Taken]] = {name: [] for name in commands}
    for at in range(runs + 1):
        for name, command in commands.items():
            found = run(command)
            if at:
                taken[name].append(found)
    return taken


def ratio(ours: Sequence[Taken], peer: Sequence[Taken], of: str = "cpu") -> float:
    """The median of the ratios pair by pair."""
    pairs = zip(ours, peer, strict=True)
    return statistics.median(getattr(mine, of) / getattr(theirs, of) for mine, theirs in pairs)


def median(taken: Sequence[Taken], of: str = "cpu") -> float:
    """The median of one figure."""
    return statistics.median(getattr(one, of) for one in taken)


def against(
    name: str, ours: Sequence[str], peer_name: str, peer: Sequence[str], aim: float, *, runs: int
) -> Row:
    """A command against its peer, by CPU."""
    taken = in_turn({"ours": ours, "peer": peer}, runs)
    told = f"{median(taken['ours']):.3f} s, {median(taken['peer']):.3f} s"
    return Row(name, peer_name, ratio(taken["ours"], taken["peer"]), aim, told)


def show(rows: Iterator[Row]) -> None:
    """Print each as soon as it is known."""
    for row in rows:
        is_reached = "" if row.ratio <= row.aim else "  ← not reached"
        print(
            f"{row.name:<38}{row.peer:<34}{row.ratio:>8.2f}{row.aim:>8.2f}  {row.told}{is_reached}",
            flush=True,
        )
