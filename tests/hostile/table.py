"""Print how each hostile or odd file ends, its time and its peak memory: a page of the docs."""

import sys
import tempfile
from pathlib import Path

from tests.hostile.make import FILES, READ, SURVIVE
from tests.hostile.run import ADDRESS_SPACE, SECONDS, Run, run

_INTRODUCTION = f"""# Hostile and odd files

Each file of `tests/hostile/make.py`, audited through the command line with {SECONDS} s and
{ADDRESS_SPACE >> 20} MiB of address space. Printed by `python -m tests.hostile.table`. Peak memory
is that of the process and of the worker that reads doubtful files, together, every 20 ms.

| file | exit | seconds | MiB | what is said |
|---|---|---|---|---|"""


def main() -> None:
    """Run every file and print one row for it."""
    lines = [_INTRODUCTION]
    for name, odd in FILES.items():
        with tempfile.TemporaryDirectory() as folder:
            odd.lay(Path(folder))
            done = run(Path(folder) / name)
        shown = ascii(name)[1:-1].replace("|", "\\|")
        took = f"{done.code} | {done.seconds:.1f} | {done.peak}"
        lines.append(f"| `{shown}` | {took} | {_said(done, odd.then)} |")
    sys.stdout.write("\n".join(lines) + "\n")


def _said(done: Run, then: str) -> str:
    if done.code == 3:
        text = done.err.strip().replace("\n", " ").replace("|", "\\|")
        return text.encode("ascii", "backslashreplace").decode() if "\\" in text else text
    return "read, with the right values" if then == READ else "read" if then == SURVIVE else "?"


if __name__ == "__main__":
    main()
