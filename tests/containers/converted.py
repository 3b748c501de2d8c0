"""The same workbook in another container: by LibreOffice, by our .xlsb writer, or as .csv."""

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from xlsb_writer import Sheet, xlsb

ROOT = Path(__file__).parents[2]


def as_xlsb(path: Path) -> bytes:
    """The workbook at `path` as .xlsb."""
    sheets = openpyxl.load_workbook(path).worksheets
    return xlsb(
        [
            Sheet(
                page.title,
                rows_of(page),
                {"visible": 0, "hidden": 1, "veryHidden": 2}[page.sheet_state],
                merges=[
                    (one.min_row - 1, one.max_row - 1, one.min_col - 1, one.max_col - 1)
                    for one in page.merged_cells.ranges
                ],
            )
            for page in sheets
        ]
    )


def as_csv(path: Path, encoding: str = "utf-8") -> dict[str, bytes]:
    """The visible sheets of the workbook at `path`, each a .csv file."""
    files = {}
    for page in openpyxl.load_workbook(path).worksheets:
        if page.sheet_state == "visible":
            stream = io.StringIO(newline="")
            csv.writer(stream).writerows([_shown(raw) for raw in row] for row in rows_of(page))
            files[f"{page.title}.csv"] = stream.getvalue().encode(encoding)
    return files


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def rows_of(page: Worksheet) -> Sequence[Sequence[object]]:
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=1, min_col=1)]
    while rows and not any(raw is not None for raw in rows[-1]):
        rows.pop()
    return rows


def _shown(raw: object) -> str:
    """A cell as Excel saves it in .csv."""
    match raw:
        case None:
            return ""
        case bool():
            return "TRUE" if raw else "FALSE"
        case datetime():
            return raw.date().isoformat()
        case date():
            return raw.isoformat()
        case _:
            return str(raw)
