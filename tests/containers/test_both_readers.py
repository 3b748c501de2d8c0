"""The fast and the exact reader of .xlsx agree wherever python-calamine hides nothing."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from converted import ROOT

from centre_check.workbook.cells import Raw
from centre_check.workbook.containers import READERS, FileKind
from centre_check.workbook.containers.ooxml import OoxmlPackage, sheet_parts
from centre_check.workbook.containers.xlsx_cells import XlsxCells
from centre_check.workbook.grid import Grid

SAMPLES = sorted((ROOT / "samples").glob("*.xlsx"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_they_read_the_same(sample: Path) -> None:
    content = sample.read_bytes()
    package = OoxmlPackage(zipfile.ZipFile(io.BytesIO(content)))
    book = package.read(package.book)
    exact = [XlsxCells(package, book).read(part) for part in sheet_parts(package, book)]
    fast = READERS[FileKind.XLSX](content)
    assert [_told(grid) for grid in fast] == [_told(grid) for grid in exact]


def _told(grid: Grid) -> tuple[object, ...]:
    rows = [_filled(row) for row in grid.rows]
    return grid.name, grid.is_hidden, rows, grid.troubles, grid.down, grid.across


def _filled(row: Sequence[Raw]) -> list[tuple[int, type, Raw]]:
    return [(at, type(raw), raw) for at, raw in enumerate(row) if raw not in ("", None)]
