"""The cases: what is run, what it is compared with, and the ratio that is aimed for."""

import sys
from pathlib import Path
from typing import NamedTuple

_PROGRAM = [sys.executable, "-I", "-m", "centre_check"]
_READ_ALL = """
import sys, click, python_calamine
book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python(skip_empty_area=False)
"""
_OPEN = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])"


class Case(NamedTuple):
    """One comparison."""

    name: str
    ours: list[str]
    peer: list[str]
    target: float


def cases(workbook: Path) -> list[Case]:
    """Every comparison, with the workbook that is audited."""
    peer = [sys.executable, "-I", "-c"]
    path = str(workbook)
    return [
        Case("--help against `import click`", [*_PROGRAM, "--help"], [*peer, "import click"], 1.25),
        Case(
            "audit, text, against opening with openpyxl",
            [*_PROGRAM, "audit", path],
            [*peer, _OPEN, path],
            0.5,
        ),
        Case(
            "audit, JSON, against click + calamine reading all",
            [*_PROGRAM, "audit", path, "-f", "json"],
            [*peer, _READ_ALL, path],
            1.6,
        ),
    ]
