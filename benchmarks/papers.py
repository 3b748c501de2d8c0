"""What is written: papers, result workbooks, annotated copies."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import PROGRAM, PYTHON, Row, against
from benchmarks.result_pages import PAGES, TYPST_ALONE, write_data
from benchmarks.result_workbooks import ANNOTATED, ANNOTATED_BY_OPENPYXL, BARE_TABLE, TABLE
from benchmarks.workbook import write_workbook

_LONG = 20_000  # rows
_SAMPLE = Path(__file__).parents[1] / "samples" / "区级未达标.xlsx"


def rows(scratch: Path, given: Namespace) -> Iterator[Row]:
    """The report of a sample in each format; long tables."""
    data, pdf = scratch / "报告.data", str(scratch / "报告.pdf")
    write_data(_SAMPLE, data)
    audit = [*PROGRAM, "audit", str(_SAMPLE)]
    alone = [*PYTHON, "-c", TYPST_ALONE, str(PAGES), str(data), pdf]
    yield against("audit + PDF", [*audit, "-o", pdf], "typst alone", alone, 1.71, runs=given.runs)
    for suffix, aim in ((".html", 1.3), (".xlsx", 1.5), (".docx", 2.2)):
        ours = [*audit, "-o", str(scratch / f"报告{suffix}")]
        yield against(f"audit + {suffix}", ours, "the audit", audit, aim, runs=given.runs)
    long_one = scratch / "20000行.xlsx"
    write_workbook(long_one, rows=30, staff=_LONG)
    about = str(long_one), str(_LONG)
    yield against(
        f"annotated copy, {_LONG} rows",
        [*PYTHON, "-c", ANNOTATED, *about],
        "openpyxl load, mark, save",
        [*PYTHON, "-c", ANNOTATED_BY_OPENPYXL, *about],
        0.16,
        runs=given.runs,
    )
    yield against(
        f"{_LONG} rows as .xlsx",
        [*PYTHON, "-c", TABLE],
        "bare xlsxwriter",
        [*PYTHON, "-c", BARE_TABLE],
        1.14,
        runs=given.runs,
    )
