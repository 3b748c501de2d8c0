"""Fuzz by hand: `python -m tests.fuzz cells --executions 1000000`; ends with 1 if it finds any."""

import argparse
import hashlib
import sys
from pathlib import Path

from tests.fuzz.books import Books
from tests.fuzz.cells import Cells
from tests.fuzz.loop import Tally, Target, fuzz

KEPT = Path(__file__).parent / "corpus" / "kept"
TARGETS: dict[str, type[Target]] = {"cells": Cells, "books": Books}


def main(arguments: list[str] | None = None) -> int:
    """Run, print what was seen, keep every input that is a finding."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--executions", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    asked = parser.parse_args(arguments)
    tally = fuzz(TARGETS[asked.target](), asked.seed, asked.executions, asked.seconds)
    _print(asked.target, tally)
    for finding in tally.findings:
        name = f"{asked.target}-{hashlib.sha256(finding.content).hexdigest()[:12]}"
        (KEPT / name).write_bytes(finding.content)
        sys.stdout.write(f"  {name}: {finding.cause}\n")
    return bool(tally.findings)


def _print(target: str, tally: Tally) -> None:
    sys.stdout.write(
        f"{target}: {tally.executions} executions, {len(tally.outcomes)} outcomes, "
        f"{tally.deaths} ended the worker, {len(tally.findings)} findings, {tally.seconds:.0f} s\n"
    )


if __name__ == "__main__":
    sys.exit(main())
