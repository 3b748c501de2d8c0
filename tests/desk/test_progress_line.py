"""The progress of a run on a pseudo-terminal: one line, written over and over."""

import os
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from unicodedata import east_asian_width

import pytest

from conftest import ROOT

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
SAMPLE = ROOT / "samples" / "镇级达标.xlsx"
_CLEAR = "\r\x1b[K"
MANY = 60
_PATIENCE = 60  # seconds
Watch = Callable[[int], tuple[str, str]]


@pytest.fixture(scope="module")
def watch(many: Path) -> Watch:
    """A run over all of them on a terminal of so many columns, once for each width."""
    return cache(lambda columns: watched("rollup", many, columns=columns))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More workbooks than one process audits in a second, of one centre all."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(MANY):
        shutil.copy(SAMPLE, folder / f"{number:03}.xlsx")
    return folder


def watched(*arguments: object, columns: int) -> tuple[str, str]:
    """What the terminal behind stderr was sent, and what went to stdout, a pipe."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command = [sys.executable, "-m", "centre_check", *map(str, arguments)]
    environment = {k: v for k, v in os.environ.items() if k != "COLUMNS"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=theirs, stdin=theirs, env=environment, cwd=ROOT
    ) as process:
        os.close(theirs)
        assert process.stdout is not None
        sent = _read([ours, process.stdout.fileno()])
    os.close(ours)
    return sent[0].decode(), sent[1].decode()


def _read(sources: Sequence[int]) -> list[bytes]:
    """All that comes from each, until each has ended."""
    found = dict.fromkeys(sources, b"")
    open_, end = set(sources), time.monotonic() + _PATIENCE
    while open_ and time.monotonic() < end:
        for source in select.select(sorted(open_), [], [], 1)[0]:
            try:
                chunk = os.read(source, 1 << 16)
            except OSError:  # a terminal nobody holds any more
                chunk = b""
            found[source] += chunk
            if not chunk:
                open_.discard(source)
    assert not open_
    return list(found.values())


def width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


@pytest.mark.parametrize("columns", [40, 200])
def test_one_line_is_written_over_and_gone_in_the_end(watch: Watch, columns: int) -> None:
    shown, printed = watch(columns)
    steps = [part for part in shown.split(_CLEAR) if part]
    assert steps
    assert shown.endswith(_CLEAR)
    for step in steps:
        assert "\n" not in step
        assert width(step) < columns
    done = [int(re.findall("[0-9]+", step)[0]) for step in steps]
    assert done == sorted(set(done))
    assert all(0 < number <= MANY for number in done)
    assert _CLEAR not in printed


def test_the_counts_and_the_time_left_are_said(watch: Watch) -> None:
    shown, _ = watch(200)
    (first, *_rest) = [part for part in shown.split(_CLEAR) if part]
    said = re.fullmatch(
        rf"已审([0-9]+)/{MANY}份 · 每秒[0-9.]+份 · 约剩[0-9分]+秒 · .*待核定([0-9]+)个.*",
        first,
    )
    assert said is not None, first
    assert said[1] == said[2]


def test_nothing_is_shown_where_nobody_looks(many: Path) -> None:
    command = [sys.executable, "-m", "centre_check", "rollup", str(many)]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert "\x1b" not in ended.stderr
    assert "约剩" not in ended.stderr
