"""Blank, error value and uncomputed formula are three things in every container."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlwt
from xlsb_writer import Error, Formula, Sheet, xlsb

from centre_check.model.facts import Trouble
from centre_check.workbook.containers import READERS, DamagedFile, FileKind
from centre_check.workbook.grid import Grid
from outside import by_libreoffice

# Column A: a blank, an error, a formula never computed, an empty text computed, a number computed.
EXPECTED = {1: Trouble.ERROR_VALUE, 2: Trouble.NO_STORED_RESULT}
COMPUTED = {1: "=1/0", 3: '=IF(TRUE,"","x")', 4: "=1+1"}


def _computed(extension: str, folder: Path) -> bytes:
    """The cells without the formula never computed: LibreOffice computes every one."""
    book = openpyxl.Workbook()
    for row, formula in COMPUTED.items():
        book.active.cell(row + 1, 1, formula)
    book.active.cell(6, 1, "end")
    book.active.title = "甲"
    book.active.row_dimensions[5].hidden = True
    book.active.column_dimensions["C"].hidden = True
    book.active.merge_cells("D1:D3")
    book.active["D1"] = "merged"
    book.active["B6"] = date(2020, 1, 2)
    hidden = book.create_sheet("隐")
    hidden["A1"], hidden.sheet_state = 1, "hidden"
    folder.mkdir()
    book.save(folder / "source.xlsx")
    (computed,) = by_libreoffice([folder / "source.xlsx"], "ods", folder)
    if extension != "ods":
        (computed,) = by_libreoffice([computed], extension, folder)
    return computed.read_bytes()


@pytest.mark.parametrize("kind", [FileKind.XLSX, FileKind.XLS, FileKind.ODS])
def test_errors_and_empty_results_of_libreoffice(kind: FileKind, tmp_path: Path) -> None:
    shown, hidden = READERS[kind](_computed(kind, tmp_path / "made"))
    assert dict(shown.troubles) == {(1, 0): (Trouble.ERROR_VALUE, "#DIV/0!")}
    assert [shown.raw(row, 0) or None for row in range(6)] == [None, None, None, None, 2.0, "end"]
    assert shown.raw(5, 1) == date(2020, 1, 2)
    assert (shown.hidden_rows, shown.hidden_columns) == ({4}, {2})
    assert shown.down == {(1, 3): (0, 3), (2, 3): (0, 3)}
    assert (shown.is_hidden, hidden.is_hidden) == (False, True)


def _xls_by_library() -> bytes:
    book = xlwt.Workbook()
    page = book.add_sheet("甲")
    page.write(1, 0, xlwt.Formula("1/0"))
    page.write(2, 0, xlwt.Formula("1+1"))
    page.write(4, 0, 2)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_formulas_that_a_library_wrote_into_xls_have_no_result() -> None:
    (grid,) = READERS[FileKind.XLS](_xls_by_library())
    assert {place: trouble for place, (trouble, _) in grid.troubles.items()} == {
        (1, 0): Trouble.NO_STORED_RESULT,
        (2, 0): Trouble.NO_STORED_RESULT,
    }


def _xlsb(**more: object) -> bytes:
    column = [
        None,
        Error("#N/A"),
        Formula(None),
        Formula(""),
        Formula(2.0),
        Formula(Error("#REF!")),
    ]
    page = Sheet(
        "甲",
        [[raw] for raw in column],
        hidden_rows=frozenset({4}),
        hidden_columns=frozenset({2}),
        merges=[(0, 2, 3, 3)],
    )
    return xlsb([page, Sheet("隐", [[True, date(2020, 1, 2), -3, 0.5, "字"]], 1)], **more)


def test_the_cells_of_an_xlsb() -> None:
    shown, hidden = READERS[FileKind.XLSB](_xlsb())
    assert dict(shown.troubles) == {
        (1, 0): (Trouble.ERROR_VALUE, "#N/A"),
        (2, 0): (Trouble.NO_STORED_RESULT, None),
        (5, 0): (Trouble.ERROR_VALUE, "#REF!"),
    }
    assert (shown.raw(3, 0) or None, shown.raw(4, 0)) == (None, 2.0)
    assert (shown.hidden_rows, shown.hidden_columns) == ({4}, {2})
    assert shown.down == {(1, 3): (0, 3), (2, 3): (0, 3)}
    assert hidden.rows == [[True, date(2020, 1, 2), -3.0, 0.5, "字"]]
    assert (shown.is_hidden, hidden.is_hidden) == (False, True)


def test_the_flags_of_an_xlsb() -> None:
    more = {"xl/vbaProject.bin": b"", "xl/externalLinks/externalLink1.bin": b""}
    for grid in READERS[FileKind.XLSB](_xlsb(epoch_1904=True, more=more)):
        assert (grid.epoch_1904, grid.has_macros, grid.has_external_links) == (True, True, True)


def _ods(rows: str, before: str = "") -> bytes:
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in {
            "office": "office",
            "table": "table",
            "text": "text",
            "style": "style",
        }.items()
    )
    content = (
        f'<office:document-content {spaces} xmlns:calcext="urn:org:documentfoundation:names'
        ':experimental:calc:xmlns:calcext:1.0"><office:automatic-styles>'
        f"</office:automatic-styles><office:body><office:spreadsheet>{before}"
        f'<table:table table:name="甲">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return stream.getvalue()


def _only_ods(cell: str) -> Grid:
    (grid,) = READERS[FileKind.ODS](_ods(f"<table:table-row>{cell}</table:table-row>"))
    return grid


ODS_TROUBLES: Mapping[str, tuple[str, tuple[Trouble, str | None]]] = {
    "an error by its type": (
        (
            '<table:table-cell table:formula="of:=1/0" office:value-type="string" '
            'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
        ),
        (Trouble.ERROR_VALUE, "#DIV/0!"),
    ),
    "an error by its text": (
        (
            '<table:table-cell table:formula="of:=NA()" office:value-type="string">'
            "<text:p>#N/A</text:p></table:table-cell>"
        ),
        (Trouble.ERROR_VALUE, "#N/A"),
    ),
    "a formula without a value": (
        '<table:table-cell table:formula="of:=[.B1]"/>',
        (Trouble.NO_STORED_RESULT, None),
    ),
    "NaN": (
        '<table:table-cell office:value-type="float" office:value="NaN"/>',
        (Trouble.UNREADABLE, None),
    ),
    "no date": (
        '<table:table-cell office:value-type="date" office:date-value="2020-13-01"/>',
        (Trouble.UNREADABLE, None),
    ),
}


@pytest.mark.parametrize(("cell", "trouble"), ODS_TROUBLES.values(), ids=ODS_TROUBLES)
def test_a_cell_of_an_ods_is_a_trouble(cell: str, trouble: tuple[Trouble, str | None]) -> None:
    assert dict(_only_ods(cell).troubles) == {(0, 0): trouble}


ODS_HELD: Mapping[str, tuple[str, object]] = {
    "an empty text computed": (
        '<table:table-cell table:formula="of:=&quot;&quot;"><text:p/></table:table-cell>',
        None,
    ),
    "a text of two paragraphs": (
        (
            '<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p>'
            "<text:p>c</text:p></table:table-cell>"
        ),
        "a  b\nc",
    ),
    "a text with a comment on it": (
        (
            '<table:table-cell office:value-type="string"><office:annotation><text:p>no</text:p>'
            "</office:annotation><text:p>yes</text:p></table:table-cell>"
        ),
        "yes",
    ),
    "a text with a link": (
        '<table:table-cell><text:p>a<text:a href="http://x">b</text:a></text:p></table:table-cell>',
        "ab",
    ),
    "a truth value": (
        '<table:table-cell office:value-type="boolean" office:boolean-value="false"/>',
        False,
    ),
    "a truth value that LibreOffice computed": (
        (
            '<table:table-cell table:formula="of:=TRUE()" office:value-type="float" '
            'office:value="1"><text:p>TRUE</text:p></table:table-cell>'
        ),
        True,
    ),
    "a percentage": (
        '<table:table-cell office:value-type="percentage" office:value="0.5"/>',
        0.5,
    ),
    "a date": (
        '<table:table-cell office:value-type="date" office:date-value="2020-01-02"/>',
        date(2020, 1, 2),
    ),
    "a text that reads like an error": (
        '<table:table-cell office:value-type="string"><text:p>#N/A</text:p></table:table-cell>',
        "#N/A",
    ),
}


@pytest.mark.parametrize(("cell", "raw"), ODS_HELD.values(), ids=ODS_HELD)
def test_a_cell_of_an_ods_holds(cell: str, raw: object) -> None:
    grid = _only_ods(cell)
    assert grid.troubles == {}
    assert grid.raw(0, 0) == raw


def test_repeated_blanks_of_an_ods_cost_nothing() -> None:
    filled = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    (grid,) = READERS[FileKind.ODS](
        _ods(
            '<table:table-row table:number-rows-repeated="3" table:visibility="collapse">'
            '<table:table-cell table:number-columns-repeated="2"/></table:table-row>'
            f"<table:table-row>{filled}</table:table-row>"
            '<table:table-row table:number-rows-repeated="1048572">'
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        )
    )
    assert (grid.height, grid.raw(3, 0), grid.hidden_rows) == (4, "x", {0, 1, 2})


def test_repeated_filled_cells_of_an_ods_are_refused() -> None:
    filled = "<text:p>x</text:p></table:table-cell>"
    cell = f'<table:table-cell table:number-columns-repeated="16384">{filled}'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    with pytest.raises(DamagedFile, match="beyond all measure"):
        READERS[FileKind.ODS](_ods(row))


def test_the_epoch_of_an_ods_is_told() -> None:
    (grid,) = READERS[FileKind.ODS](_ods("", '<table:null-date table:date-value="1904-01-01"/>'))
    assert grid.epoch_1904


BROKEN: Mapping[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "a zip of nothing": lambda: zipfile_of({}),
    "an OLE head": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504,
    "half an xls": lambda: _xls_by_library()[:3000],
    "half an xlsb": lambda: _xlsb()[:900],
    "an xlsb with a broken record": lambda: zipfile_of(
        {
            "xl/workbook.bin": b"\x9c\x01\xff\xff\xff\x7f\x00",
        }
    ),
}


def zipfile_of(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize("kind", [FileKind.XLS, FileKind.XLSB, FileKind.ODS, FileKind.XLSX])
@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_is_damaged(kind: FileKind, content: Callable[[], bytes]) -> None:
    with pytest.raises(DamagedFile):
        READERS[kind](content())
