"""Run the command line on one file under hard limits of time and memory, and account for it."""

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

SECONDS, ADDRESS_SPACE = 20, 1536 << 20


class Run(NamedTuple):
    """How a run ended and what it took."""

    code: int  # the number of a signal, below zero, where one ended it
    out: bytes
    err: str
    seconds: float
    peak: int  # MiB, of the process and its worker


def run(path: Path, arguments: Sequence[str] = ("--lang", "en", "-f", "json")) -> Run:
    """`centre-check audit` of `path`; killed when its time is over."""
    command = [sys.executable, "-m", "centre_check", "audit", *arguments, "--", path.name]
    began = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=path.parent,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=_bind,  # noqa: PLW1509 - the limits of this run only
    )
    peak = _Peak(process.pid)
    try:
        out, err = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
    took = time.monotonic() - began
    return Run(process.returncode, out, err.decode("utf-8", "replace"), took, peak.stop())


def _bind() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))


class _Peak:
    """Watches the highest resident memory of a process and its children, in MiB."""

    def __init__(self, pid: int) -> None:
        self._pid, self._most, self._ends = pid, 0, threading.Event()
        self._watch = threading.Thread(target=self._look)
        self._watch.start()

    def _look(self) -> None:
        while not self._ends.wait(0.02):
            self._most = max(self._most, sum(map(_peak_of, [self._pid, *_children(self._pid)])))

    def stop(self) -> int:
        self._ends.set()
        self._watch.join()
        return self._most // 1024


def _children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _peak_of(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    lines = [line for line in status.splitlines() if line.startswith("VmHWM")]
    return int(lines[0].split()[1]) if lines else 0
