"""Measure a command's CPU time as the operating system accounts for it, in pairs."""

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from typing import NamedTuple


class Result(NamedTuple):
    """Medians of CPU seconds, and the median of the ratios pair by pair."""

    ours: float
    peer: float
    ratio: float


def compare(ours: Sequence[str], peer: Sequence[str], runs: int) -> Result:
    """Run both in turn: the ratio of a pair holds even when the machine's speed drifts."""
    cpu_seconds(ours), cpu_seconds(peer)
    pairs = [(cpu_seconds(ours), cpu_seconds(peer)) for _ in range(runs)]
    return Result(
        statistics.median(mine for mine, _ in pairs),
        statistics.median(theirs for _, theirs in pairs),
        statistics.median(mine / theirs for mine, theirs in pairs),
    )


def cpu_seconds(command: Sequence[str]) -> float:
    """User and system seconds of one run, its output read away, in a lean environment."""
    kept = {"PATH", "SYSTEMROOT", "HOME", "TEMP"}
    environment = {name: value for name, value in os.environ.items() if name in kept}
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment | {"LANG": "C.UTF-8"},
    )
    assert process.stdout is not None
    process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 4):
        complaint = process.stderr.read().decode() if process.stderr else ""
        sys.exit(f"{command[0]} ended with {process.returncode}: {complaint}")
    return usage.ru_utime + usage.ru_stime
