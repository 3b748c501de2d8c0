"""What python-calamine hides in an .xlsx: each case read as what it is."""

from datetime import date, datetime, time

import pytest
from packages import MAIN, cell, rows, xlsx

from centre_check.model.facts import Trouble
from centre_check.workbook.containers import READERS, DamagedFile, FileKind
from centre_check.workbook.grid import Grid


def only(content: bytes) -> Grid:
    (grid,) = READERS[FileKind.XLSX](content)
    return grid


ERROR, UNCOMPUTED, UNREADABLE = Trouble.ERROR_VALUE, Trouble.NO_STORED_RESULT, Trouble.UNREADABLE

TROUBLED = {
    "an error value": (cell("<v>#N/A</v>", 't="e"'), (ERROR, "#N/A")),
    "an error in single quotes": (cell("<v>#N/A</v>", "t='e'"), (ERROR, "#N/A")),
    "an error of a newer Excel": (cell("<v>#SPILL!</v>", 't="e"'), (ERROR, "#SPILL!")),
    "an error nobody knows": (cell("<v>#FOO!</v>", 't="e"'), (ERROR, "#FOO!")),
    "an error without its text": (cell("<v/>", 't="e"'), (ERROR, None)),
    "an error computed": (cell("<f>1/0</f><v>#DIV/0!</v>", 't="e"'), (ERROR, "#DIV/0!")),
    "a formula without a value": (cell("<f>A2</f>"), (UNCOMPUTED, None)),
    "a formula with an empty value": (cell("<f>A2</f><v/>"), (UNCOMPUTED, None)),
    "a formula with an empty value, spelled out": (cell("<f>A2</f><v></v>"), (UNCOMPUTED, None)),
    "a formula with a blank value": (cell("<f>A2</f> <v> </v>"), (UNCOMPUTED, None)),
    "a shared formula without a value": (cell('<f t="shared" si="0"/>'), (UNCOMPUTED, None)),
    "an array formula without a value": (
        cell('<f t="array" ref="A1:A2">B1:B2</f><v/>'),
        (UNCOMPUTED, None),
    ),
    "a text formula without a value": (cell("<f>A2</f>", 't="str"'), (UNCOMPUTED, None)),
    "a truth formula without a value": (cell("<f>A2</f><v/>", 't="b"'), (UNCOMPUTED, None)),
    "NaN": (cell("<v>NaN</v>"), (UNREADABLE, "NaN")),
    "infinity": (cell("<v>-INF</v>"), (UNREADABLE, "-INF")),
    "a number too large": (cell("<v>1e400</v>"), (UNREADABLE, "1e400")),
    "a number with a comma": (cell("<v>1,5</v>", 't="n"'), (UNREADABLE, "1,5")),
    "a number with a Python underscore": (cell("<v>1_0</v>", 't="n"'), (UNREADABLE, "1_0")),
    "a string that is not there": (cell("<v>9</v>", 't="s"'), (UNREADABLE, "9")),
    "a string before the first": (cell("<v>-1</v>", 't="s"'), (UNREADABLE, "-1")),
    "a string by no number": (cell("<v>x</v>", 't="s"'), (UNREADABLE, "x")),
    "a truth value beyond both": (cell("<v>2</v>", 't="b"'), (UNREADABLE, "2")),
    "a type nobody knows": (cell("<v>2</v>", 't="zz"'), (UNREADABLE, "2")),
}


@pytest.mark.parametrize(("sheet", "trouble"), TROUBLED.values(), ids=TROUBLED)
def test_it_is_a_trouble_and_no_blank(sheet: str, trouble: tuple[Trouble, str | None]) -> None:
    grid = only(xlsx(sheet))
    assert dict(grid.troubles) == {(0, 0): trouble}
    assert grid.raw(0, 0) in (None, "")
    assert not grid.is_blank(0, 0)
    assert (grid.height, grid.width) == (1, 1)


HELD = {
    "a formula with its value": (cell("<f>A2</f><v>3</v>"), 3.0),
    "a formula that gave 0": (cell("<f>A2</f><v>0</v>"), 0.0),
    "a formula that gave an empty text": (cell("<f>A2</f><v></v>", 't="str"'), None),
    "a text formula": (cell("<f>A2</f><v>abc</v>", 't="str"'), "abc"),
    "a blank with a style": (cell("", 's="1"'), None),
    "a text in place": (cell("<is><t>abc</t></is>", 't="inlineStr"'), "abc"),
    "a rich text in place, its reading hint left out": (
        cell(
            '<is><r><t>a</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>',
            't="inlineStr"',
        ),
        "ab",
    ),
    "an escape spelled out": (cell("<is><t>_x001B_[31m</t></is>", 't="inlineStr"'), "_x001B_[31m"),
    "a line break spelled out": (cell("<is><t>a_x000D_b</t></is>", 't="inlineStr"'), "a\rb"),
    "half a character spelled out": (
        cell("<is><t>_xD800__x0001_</t></is>", 't="inlineStr"'),
        "_xD800__x0001_",
    ),
    "a number that a comment divides": (cell("<v>1<!-- x -->2</v>"), 12.0),
    "a date": (cell("<v>43832</v>", 's="1"'), date(2020, 1, 2)),
    "a date and time": (cell("<v>43832.5</v>", 's="1"'), datetime(2020, 1, 2, 12)),
    "a time": (cell("<v>0.5</v>", 's="1"'), time(12)),
    "an identity number in a column of dates": (
        cell("<v>610118199001011234</v>", 's="1"'),
        610118199001011234.0,
    ),
    "a date before all dates": (cell("<v>-1e300</v>", 's="1"'), -1e300),
    "TRUE spelled out": (cell("<v>true</v>", 't="b"'), True),
    "an ISO date": (cell("<v>2020-01-02</v>", 't="d"'), date(2020, 1, 2)),
}  # fmt: skip


@pytest.mark.parametrize(("sheet", "raw"), HELD.values(), ids=HELD)
def test_it_is_no_trouble(sheet: str, raw: object) -> None:
    grid = only(xlsx(sheet))
    assert grid.troubles == {}
    assert (grid.raw(0, 0) or None) == (raw or None)
    assert type(grid.raw(0, 0)) is type(raw) or raw is None


def test_a_zero_is_no_result_where_the_workbook_is_yet_to_be_computed() -> None:
    sheet = rows('<row r="1"><c r="A1"><f>B1</f><v>0</v></c><c r="B1"><v>0</v></c></row>')
    grid = only(xlsx(sheet, after='<calcPr calcId="1" fullCalcOnLoad="1"/>'))
    assert dict(grid.troubles) == {(0, 0): (UNCOMPUTED, None)}
    assert grid.raw(0, 1) == 0


def test_rich_shared_texts_lose_their_reading_hints_and_escapes() -> None:
    strings = [
        "<si><r><t>甲</t></r><r><t>乙</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>",
        "_x001B_x",
    ]
    grid = only(
        xlsx(rows('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'), strings=strings)
    )
    assert grid.rows == [["甲乙", "_x001B_x"]]


NUMBERED = rows(
    '<row r="1"><c r="A1"><v>1</v></c></row><row><c><v>2</v></c><c t="e"><v>#N/A</v></c></row>'
)
WRITTEN = {
    "cells without addresses": NUMBERED,
    "prefixed elements": NUMBERED.replace("</", "</x:")
    .replace("<", "<x:")
    .replace("<x:/x:", "</x:")
    .replace("xmlns=", "xmlns:x="),
    "strict OOXML": NUMBERED.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    "UTF-16": ('<?xml version="1.0" encoding="UTF-16"?>' + NUMBERED).encode("utf-16"),
    "single quotes": NUMBERED.replace('"', "'"),
}


@pytest.mark.parametrize("sheet", WRITTEN.values(), ids=WRITTEN)
def test_every_way_to_write_the_same_sheet_reads_the_same(sheet: str | bytes) -> None:
    grid = only(xlsx(sheet))
    assert [grid.raw(0, 0), grid.raw(1, 0)] == [1.0, 2.0]
    assert dict(grid.troubles) == {(1, 1): (ERROR, "#N/A")}


def test_of_two_sheets_with_one_name_both_are_read() -> None:
    grids = READERS[FileKind.XLSX](xlsx(cell("<v>1</v>"), cell("<v>2</v>"), names=["甲", "甲"]))
    assert [(grid.name, grid.raw(0, 0)) for grid in grids] == [("甲", 1.0), ("甲", 2.0)]


def test_hidden_sheets_rows_and_columns_are_told() -> None:
    columns = '<cols><col min="2" max="3" hidden="1"/></cols>'
    sheet = rows(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>',
        columns,
    )
    states = {"隐": "hidden", "深": "veryHidden"}
    shown, hidden, deep = READERS[FileKind.XLSX](
        xlsx(sheet, cell("<v>1</v>"), cell("<v>1</v>"), names=["显", "隐", "深"], states=states)
    )
    assert (shown.is_hidden, hidden.is_hidden, deep.is_hidden) == (False, True, True)
    assert (shown.hidden_rows, shown.hidden_columns) == ({1}, {1, 2})
    assert shown.raw(1, 0) == 2.0


def test_the_epoch_of_1904_is_told_and_minded() -> None:
    grid = only(xlsx(cell("<v>42370</v>", 's="1"'), properties='<workbookPr date1904="1"/>'))
    assert (grid.epoch_1904, grid.raw(0, 0)) == (True, date(2020, 1, 2))


def test_macros_and_external_links_are_told() -> None:
    plain = only(xlsx(cell("<v>1</v>")))
    both = {"xl/vbaProject.bin": b"", "xl/externalLinks/externalLink1.xml": b"<x/>"}
    full = only(xlsx(cell("<v>1</v>"), more=both))
    assert (plain.has_macros, plain.has_external_links) == (False, False)
    assert (full.has_macros, full.has_external_links) == (True, True)


def test_merged_cells_are_told_where_the_sheet_is_read_cell_by_cell() -> None:
    merges = '<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="B1:C1"/></mergeCells>'
    grid = only(xlsx(rows('<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>', after=merges)))
    assert (grid.down, grid.across) == ({(1, 0): (0, 0), (2, 0): (0, 0)}, {(0, 2): (0, 1)})


@pytest.mark.parametrize("address", ["A0", "foo", "$A$1", "XFE1", "A1048577", "A99999999999"])
def test_an_impossible_address_is_named(address: str) -> None:
    with pytest.raises(DamagedFile, match="impossible address") as caught:
        only(xlsx(rows(f'<row r="1"><c r="{address}"><v>1</v></c></row>')))
    assert caught.value.values["ref"] == address


@pytest.mark.parametrize(
    "content", [b"", b"PK", xlsx(rows("<row"))], ids=["nothing", "no zip", "no XML"]
)
def test_what_cannot_be_read_is_damaged(content: bytes) -> None:
    with pytest.raises(DamagedFile):
        READERS[FileKind.XLSX](content)


def test_styled_blanks_to_the_last_row_are_no_rows() -> None:
    tail = "".join(f'<row r="{at}"><c r="A{at}" s="1"/></row>' for at in range(2, 1_048_577, 8))
    assert len(only(xlsx(rows('<row r="1"><c r="A1"><v>1</v></c></row>' + tail))).rows) == 1


def test_the_blank_rows_before_a_stray_cell_are_one() -> None:
    grid = only(
        xlsx(
            rows(
                '<row r="1"><c r="A1"><v>1</v></c></row>'
                '<row r="1048576"><c r="B1048576"><v>1</v></c></row>'
            )
        )
    )
    assert grid.raw(1_048_575, 1) == 1.0
    assert len({id(row) for row in grid.rows}) == 3


def test_text_results_that_are_empty_are_no_rows() -> None:
    filled = "".join(
        f'<row r="{at}"><c r="A{at}" t="str"><f>B{at}</f><v></v></c></row>' for at in range(2, 500)
    )
    assert only(xlsx(rows('<row r="1"><c r="A1"><v>1</v></c></row>' + filled))).height == 1
