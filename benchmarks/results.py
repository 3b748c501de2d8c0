"""Earlier results put together: what each costs as there are more of them, and what is held.

The whole country has some 45,000 centres: `python -m benchmarks results --sizes 1000,45000`.
"""

import subprocess
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import PROGRAM, Row, in_turn, median
from benchmarks.variants import make_variants, varied

_COMMANDS = {
    "rollup": (),
    "history": (),
    "sample": ("--rate", "10%", "--seed", "2026"),
}
_MOST = 600  # MiB for all


def rows(scratch: Path, given: Namespace) -> Iterator[Row]:
    """Each command over so many results, against each of the fewest; then what it holds."""
    first: dict[str, float] = {}
    for size in given.sizes:
        lines = scratch / f"{size}.jsonl"
        _write(lines, size, scratch)
        for name, options in _COMMANDS.items():
            command = [*PROGRAM, name, str(lines), *options]
            taken = in_turn({"ours": command}, max(1, min(given.runs, 1000 // size)))["ours"]
            yield from _rows(f"{name}, {size} results", name, size, taken, first)
        both = [*PROGRAM, "compare", str(lines), str(lines)]
        taken = in_turn({"ours": both}, 1)["ours"]
        yield from _rows(f"compare, twice {size} results", "compare", size, taken, first)
        lines.unlink()


def _rows(
    told_as: str, name: str, size: int, taken: list, first: dict[str, float]
) -> Iterator[Row]:
    each = median(taken) / size * 1000
    start = first.setdefault(name, each)
    yield Row(told_as, "each of the fewest", each / start, 1.05, f"{each:.2f} ms each")
    peak = median(taken, "peak")
    yield Row(f"{told_as}, memory", f"{_MOST} MiB", peak / _MOST, 1.0, f"{peak:.0f} MiB")


def _write(lines: Path, size: int, scratch: Path) -> None:
    """The results of four workbooks, made different in name, code and figures."""
    folder = scratch / "four"
    if not folder.exists():
        make_variants(folder, 4)
    audit = [*PROGRAM, "audit", str(folder), "-f", "jsonl"]
    four = subprocess.run(audit, capture_output=True, check=False).stdout.splitlines(keepends=True)
    with lines.open("wb") as file:
        file.writelines(varied(four[at % 4], at % 4, at) for at in range(size))
