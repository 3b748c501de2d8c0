"""One audit: what it costs beside merely opening the workbook."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import PROGRAM, PYTHON, Row, against
from benchmarks.workbook import write_workbook

_OPEN = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])"
_READ_ALL = """
import sys, click, python_calamine
book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python(skip_empty_area=False)
"""


def rows(scratch: Path, given: Namespace) -> Iterator[Row]:
    """Thirty rows a sheet."""
    path, runs = str(scratch / "30行.xlsx"), 2 * given.runs
    write_workbook(Path(path), rows=30)
    opened = [*PYTHON, "-c", _OPEN, path]
    yield against(
        "audit, text", [*PROGRAM, "audit", path], "openpyxl opening it", opened, 0.85, runs=runs
    )
    read = [*PYTHON, "-c", _READ_ALL, path]
    ours = [*PROGRAM, "audit", path, "-f", "json"]
    yield against("audit, JSON", ours, "click + calamine reading all", read, 1.6, runs=runs)
