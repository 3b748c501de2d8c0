"""What a workbook costs as there are more of them, and what the parent holds."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import PROGRAM, Row, in_turn, median
from benchmarks.variants import make_variants


def rows(scratch: Path, given: Namespace) -> Iterator[Row]:
    """CPU a workbook against that at the smallest count; the largest is run once."""
    first = None
    for size in given.sizes:
        folder = scratch / str(size)
        make_variants(folder, size)
        command = [*PROGRAM, "audit", str(folder), "-f", "jsonl", "--jobs", "1"]
        taken = in_turn({"ours": command}, max(1, min(given.runs, 1000 // size)))["ours"]
        each, peak = median(taken) / size * 1000, median(taken, "peak")
        first = first or (size, each)
        told = f"{each:.1f} ms each, parent's peak {peak:.0f} MiB"
        yield Row(f"{size} workbooks", f"each of {first[0]}", each / first[1], 1.05, told)
