"""The workbook that is measured: the form's tables with so many rows each, plausibly filled."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl

from centre_check.form.types import Field, Form, Kind, Layout, Sheet
from centre_check.standard import locations
from centre_check.standard.load import read_form

_VALUES = {Kind.NUMBER: 30, Kind.DATE: "2024-03-05", Kind.PERIOD: "2024.3.5-2027.3.4"}


def write_workbook(path: Path, rows: int, *, staff: int | None = None) -> None:
    """Write a district centre's workbook with `rows` records on every table, or so many `staff`."""
    form = read_form(locations.locate_form("centre", locations.locate("huyi-2019-centre")))
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in form.sheets:
        if sheet.id != "attestations":
            page = book.create_sheet(sheet.name)
            many = staff if sheet.id == "staff" and staff is not None else rows
            for line in _lines(sheet, form, many):
                page.append(line)
    book.save(path)


def _lines(sheet: Sheet, form: Form, rows: int) -> Iterator[list[str | int]]:
    yield [sheet.title.zh]
    if sheet.layout is Layout.KEY_VALUE:
        for field in sheet.fields:
            yield [field.header, _value(field, form, 1)]
        return
    yield ["填报单位：某中心"]
    yield [field.header for field in sheet.fields]
    for number in range(1, rows + 1):
        yield [_value(field, form, number) for field in sheet.fields]


def _value(field: Field, form: Form, number: int) -> str | int:
    if field.id == "data_as_of":
        return "2026-06-30"
    if field.kind in (Kind.CHOICE, Kind.CHOICES):
        choices = form.dictionaries[field.dictionary]
        return choices[number % len(choices)].title.zh
    return _VALUES.get(field.kind, f"{field.title.zh}{number}")
