"""Many workbooks: one worker against the floor and three peers, two workers against one."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from benchmarks.make_centres import make_centres
from benchmarks.measure import PROGRAM, Row, in_turn, median, ratio

_HERE = Path(__file__).parent
_PEERS = {  # a script, how it is called, what is aimed for
    "floor": ("floor.py", "calamine reading every cell", 12.0),
    "naive": ("naive.py", "naive openpyxl script, ten checks", 1.0),
    "pandera": ("pandera_peer.py", "pandera script, ten checks", 1.1),
    "frictionless": ("frictionless_peer.py", "frictionless script, ten checks", 0.2),
}
_OF_THEIR_OWN = ("pandera", "frictionless")  # numpy would make openpyxl slow


def rows(scratch: Path, given: Namespace) -> Iterator[Row]:
    """Different workbooks of some thirty rows a sheet."""
    make_centres(scratch / "all", given.count)
    folder = str(scratch / "all")
    commands = {
        name: [
            given.frameworks if name in _OF_THEIR_OWN else sys.executable,
            str(_HERE / script),
            folder,
        ]
        for name, (script, _, _) in _PEERS.items()
        if name not in _OF_THEIR_OWN or given.frameworks
    }
    audit = [*PROGRAM, "audit", folder, "-f", "jsonl", "--jobs"]
    taken = in_turn({"one": [*audit, "1"], "two": [*audit, "2"], **commands}, given.runs)
    ours = median(taken["one"])
    for name in commands:
        _, peer, aim = _PEERS[name]
        told = f"{ours:.2f} s, {median(taken[name]):.2f} s"
        found = ratio(taken["one"], taken[name])
        yield Row(f"{given.count} workbooks, one worker", peer, found, aim, told)
    wall = ratio(taken["two"], taken["one"], "wall")
    told = (
        f"{median(taken['two'], 'wall'):.2f} s, {median(taken['one'], 'wall'):.2f} s of wall time"
    )
    yield Row(f"{given.count} workbooks, two workers", "one worker, by wall time", wall, 0.6, told)
