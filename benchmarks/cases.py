"""The cases: what is run, what it is compared with, and the ratio that is aimed for."""

import sys
from pathlib import Path
from typing import NamedTuple

from benchmarks.result_pages import PAGES, TYPST_ALONE, write_data
from benchmarks.result_workbooks import ANNOTATED, ANNOTATED_BY_OPENPYXL, BARE_TABLE, TABLE

LONG = 20_000  # rows
SAMPLE = Path(__file__).parents[1] / "samples" / "区级未达标.xlsx"
_PROGRAM = [sys.executable, "-I", "-m", "centre_check"]
_READ_ALL = """
import sys, click, python_calamine
book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python(skip_empty_area=False)
"""
# One workbook into facts as `audit` reads it, and the same without the guard and the worker.
_FACTS = """
import sys
from pathlib import Path
from centre_check.form.types import Disclosure
from centre_check.standard import shelf
from centre_check.words import Words
from centre_check.workbook import read_facts
form = shelf.take("huyi-2019-centre").form
read_facts(Path(sys.argv[1]), form, Words("zh"), disclosure=Disclosure.MASKED)
"""
_FACTS_UNGUARDED = """
import sys
from pathlib import Path
from centre_check.form.types import Disclosure
from centre_check.model.facts import Facts, Input
from centre_check.standard import shelf
from centre_check.words import Words
from centre_check.workbook.containers import READERS, Kind
from centre_check.workbook.read import read_grids
form = shelf.take("huyi-2019-centre").form
content = Path(sys.argv[1]).read_bytes()
grids = READERS[Kind.XLSX](content)
tables, notes = read_grids(grids, form, Words("zh"), disclosure=Disclosure.MASKED)
Facts(Input(sys.argv[1], "", len(content)), tables, notes)
"""
_OPEN = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])"


class Case(NamedTuple):
    """One comparison."""

    name: str
    ours: list[str]
    peer: list[str]
    target: float


def cases(workbook: Path, long_one: Path) -> list[Case]:
    """Every comparison, with the workbook that is audited, and one of `LONG` rows."""
    return [*_of_audits(workbook), *_of_pages(workbook.parent), *_of_results(long_one)]


def _of_audits(workbook: Path) -> list[Case]:
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
        Case(
            "reading with the guard, against reading without",
            [*peer, _FACTS, path],
            [*peer, _FACTS_UNGUARDED, path],
            1.15,
        ),
    ]


def _of_pages(folder: Path) -> list[Case]:
    """The report of a sample in each format; its files go to `folder`."""
    data = folder / "报告.data"
    write_data(SAMPLE, data)
    pdf = str(folder / "报告.pdf")
    audit = [*_PROGRAM, "audit", str(SAMPLE)]
    alone = [sys.executable, "-I", "-c", TYPST_ALONE, str(PAGES), str(data), pdf]
    return [
        Case("audit with its report as .pdf, against typst alone", [*audit, "-o", pdf], alone, 1.9),
        *(
            Case(
                f"audit with its report as {suffix}, against the audit",
                [*audit, "-o", str(folder / f"报告{suffix}")],
                audit,
                target,
            )
            for suffix, target in ((".html", 1.3), (".xlsx", 1.5), (".docx", 2.2))
        ),
    ]


def _of_results(long_one: Path) -> list[Case]:
    peer = [sys.executable, "-I", "-c"]
    return [
        Case(
            "20,000-row table as .xlsx, against bare xlsxwriter",
            [*peer, TABLE],
            [*peer, BARE_TABLE],
            1.3,
        ),
        Case(
            "annotating 20,000 rows, against openpyxl load, mark, save",
            [*peer, ANNOTATED, str(long_one), str(LONG)],
            [*peer, ANNOTATED_BY_OPENPYXL, str(long_one), str(LONG)],
            0.6,
        ),
    ]
