"""Workbooks of a compliant centre with one thing changed, and where a cell of them stands.

A place is written `03 离岗日期 5`: the sheet's number, the header, the row of data; 01 基本信息 has
no rows. `03 运营管理人员!F6` is a cell of a sheet whose layout was changed by hand.
"""

from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from conftest import Row, Sheets, lines


def put(sheets: Sheets, place: str, value: object) -> None:
    """Writes `value` at `place`; a row below the last is a new one."""
    number, header, *row = place.split(" ")
    content = sheets[title_of(sheets, number)]
    if isinstance(content, Mapping):
        content[header] = value
        return
    at = int(row[0])
    while len(content) < at:
        content.append({})
    content[at - 1][header] = value


def address(sheets: Sheets, place: str) -> str:
    """`03 运营管理人员!F6` for `03 离岗日期 5`."""
    if "!" in place:
        return place
    number, header, *row = place.split(" ")
    title = title_of(sheets, number)
    content: Row | list[Row] = sheets[title]
    if isinstance(content, Mapping):
        return f"{title}!B{list(content).index(header) + 1}"
    column = lines(title, content, 0)[0].index(header) + 1
    return f"{title}!{get_column_letter(column)}{1 + int(row[0])}"


def title_of(sheets: Sheets, number: str) -> str:
    return next(title for title in sheets if title.startswith(number))


def built(sheets: Sheets) -> Workbook:
    """The workbook with each header in row 1."""
    book = Workbook()
    book.remove(book.active)
    for title, content in sheets.items():
        page = book.create_sheet(title)
        for line in lines(title, content, 0):
            page.append(line)
    return book


def rewritten(path: Path, part: str, old: str, new: str) -> None:
    """Changes the XML of a part of the package: what openpyxl cannot write."""
    import zipfile

    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts[part].decode()
    assert old in text, (part, old)
    parts[part] = text.replace(old, new).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
