"""How long the program takes to begin."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import PROGRAM, PYTHON, Row, against


def rows(_scratch: Path, given: Namespace) -> Iterator[Row]:
    """`--help` against importing click; short runs, so four times as many."""
    bare = [*PYTHON, "-c", "import click"]
    yield against("--help", [*PROGRAM, "--help"], "import click", bare, 1.15, runs=4 * given.runs)
