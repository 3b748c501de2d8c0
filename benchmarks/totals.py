"""A summary table of many rows against taking every row from calamine."""

import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import PROGRAM, PYTHON, Row, in_turn, median, ratio

_ROWS = 20_000
_FLOOR = """
import sys, python_calamine
book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    for row in book.get_sheet_by_name(name).iter_rows():
        pass
"""


def rows(scratch: Path, given: Namespace) -> Iterator[Row]:
    """By CPU and by peak memory."""
    table = str(scratch / "wide.xlsx")
    make = [sys.executable, "-m", "benchmarks.make_wide", table, "--rows", str(_ROWS)]
    subprocess.run(make, check=True)
    commands = {
        "ours": [*PROGRAM, "totals", table, "-f", "jsonl"],
        "floor": [*PYTHON, "-c", _FLOOR, table],
    }
    taken = in_turn(commands, given.runs)
    ours, floor = taken["ours"], taken["floor"]
    told = f"{median(ours):.2f} s, {median(floor):.2f} s"
    name, peer = f"totals, {_ROWS} rows", "calamine reading every row"
    yield Row(name, peer, ratio(ours, floor), 3.5, told)
    told = f"{median(ours, 'peak'):.0f} MiB, {median(floor, 'peak'):.0f} MiB"
    yield Row(f"{name}, memory", peer, ratio(ours, floor, "peak"), 1.5, told)
