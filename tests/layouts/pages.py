"""Pages of a workbook as raw rows, and the changes that make a layout of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

import quick_book
from conftest import (
    AGREEMENTS,
    ATTESTATIONS,
    CENTRE,
    INSPECTIONS,
    MENTORS,
    ROOMS,
    SERVICES,
    STAFF,
    SYSTEMS,
    TENANTS,
    agreement,
    base_centre,
    mentor,
    staff,
    tenant,
)

DAY = "2020-12-31"
_MORE = {STAFF: staff, MENTORS: mentor, TENANTS: tenant, AGREEMENTS: agreement}
_KEYS = {
    ROOMS: "空间名称",
    STAFF: "姓名",
    MENTORS: "姓名",
    TENANTS: "实体名称",
    AGREEMENTS: "实体名称",
    SERVICES: "服务项目",
    SYSTEMS: "制度名称",
    INSPECTIONS: "检查对象",
}

Line = list[Any]
Change = Callable[["Page"], None]
Look = Callable[[Worksheet], None]


@dataclass(slots=True)
class Page:
    """One sheet: its header stands in `lines[top]`, its records follow."""

    title: str
    lines: list[Line]
    top: int = 0
    looks: list[Look] = field(default_factory=list)
    state: str = "visible"

    @property
    def headers(self) -> Line:
        return self.lines[self.top]

    def at(self, header: str) -> int:
        return self.headers.index(header)

    def record(self, cells: Mapping[str, object]) -> Line:
        return [cells.get(header) for header in self.headers]

    @property
    def number(self) -> int:
        """How many records there are."""
        return len(self.lines) - self.top - 1


Book = dict[str, Page]


def book_of(level: str) -> Book:
    """A centre that meets every clause that rows can prove, without an inspector's word."""
    sheets = base_centre(level)
    del sheets[ATTESTATIONS]
    sheets[CENTRE]["数据截止日期"] = DAY
    pages = {}
    for title, content in sheets.items():
        if isinstance(content, Mapping):
            pages[title] = Page(title, [[label, value] for label, value in content.items()])
            continue
        own = list(dict.fromkeys(header for row in content for header in row))
        headers = ["序号", *own, "备注"]
        if title == INSPECTIONS:
            headers = [*own, "内容"]
        lines = [
            [number if header == "序号" else row.get(header) for header in headers]
            for number, row in enumerate(content, 1)
        ]
        pages[title] = Page(title, [headers, *lines])
    return pages


def save(book: Book, path: Path) -> None:
    """The workbook, written."""
    plain = {page.title: page.lines for page in book.values()}
    is_bare = not any(page.looks or page.state != "visible" for page in book.values())
    if is_bare and len(plain) == len(book) and quick_book.is_plain(plain):
        quick_book.save(path, plain)
        return
    written = Workbook()
    written.remove(written.active)
    for page in book.values():
        sheet = written.create_sheet(page.title)
        for line in page.lines:
            sheet.append(line)
        for look in page.looks:
            look(sheet)
        sheet.sheet_state = page.state
    written.save(path)


def cut(number: int) -> Change:
    """Only the first records remain."""

    def change(page: Page) -> None:
        del page.lines[page.top + 1 + number :]

    return change


def row(*cells: object) -> Change:
    """A further line as it stands, from the first column on."""
    return lambda page: page.lines.append(list(cells))


def only(header: str, text: object) -> Change:
    """A further line that has one cell."""
    return lambda page: page.lines.append(page.record({header: text}))


def named(*texts: object, **cells: object) -> Change:
    """Further lines in which only the name is filled, and `cells`."""

    def change(page: Page) -> None:
        for text in texts:
            page.lines.append(page.record({_KEYS[_sort(page)]: text, **cells}))

    return change


def _sort(page: Page) -> str:
    return next(
        sort for sort in _KEYS if _KEYS[sort] in page.headers and sort[:2] == page.title[:2]
    )


def more(number: int, sort: str, **cells: object) -> Change:
    """Further good records of the sheet named."""

    def change(page: Page) -> None:
        for _ in range(number):
            known = sum(len(line) == len(page.headers) for line in page.lines)
            made = _MORE[sort](known if sort in (TENANTS, AGREEMENTS) else 1, **cells)
            if sort in (STAFF, MENTORS):
                made |= {"姓名": "程嵇邢滑裴陆荣翁荀羊惠甄曲封"[known % 14] + "海峰"} | cells
            page.lines.append(page.record(made))

    return change


def head(page: Page) -> None:
    """The header again."""
    page.lines.append(list(page.headers))


def above(*lines: Sequence[object]) -> Change:
    """Lines above the header, the first at the top."""

    def change(page: Page) -> None:
        page.lines[:0] = [list(line) for line in lines]
        page.top += len(lines)

    return change


def under_header(*lines: Sequence[object]) -> Change:
    """Lines between the header and the first record."""

    def change(page: Page) -> None:
        page.lines[page.top + 1 : page.top + 1] = [list(line) for line in lines]

    return change


def column(header: str, *values: object, before: str | None = None) -> Change:
    """A further column; a single value stands on every record."""

    def change(page: Page) -> None:
        at = len(page.headers) if before is None else page.at(before)
        records = page.lines[page.top + 1 :]
        given = values * len(records) if len(values) == 1 else values
        width = len(page.headers)
        for every in page.lines[page.top :]:
            every.extend([None] * (width - len(every)))
        page.headers.insert(at, header)
        for number, line in enumerate(records):
            line.insert(at, given[number] if number < len(given) else None)

    return change


def drop(header: str) -> Change:
    """The column is not there."""

    def change(page: Page) -> None:
        at = page.at(header)
        for line in page.lines[page.top :]:
            del line[at : at + 1]

    return change


def put(number: int, **cells: object) -> Change:
    """Other entries in a record, counted from 1; a header that is new becomes a column."""

    def change(page: Page) -> None:
        for header, value in cells.items():
            name = header.replace("__", "/")
            if name not in page.headers:
                column(name, None)(page)
            line = page.lines[page.top + number]
            line += [None] * (len(page.headers) - len(line))
            line[page.at(name)] = value

    return change


def every(**cells: object) -> Change:
    """Other entries in every record."""

    def change(page: Page) -> None:
        for number in range(1, page.number + 1):
            put(number, **cells)(page)

    return change


def say(label: str, value: object) -> Change:
    """Another entry beside a label of 01 基本信息."""

    def change(page: Page) -> None:
        for line in page.lines:
            if line and line[0] == label:
                line[1] = value
                return
        page.lines.append([label, value])

    return change


def rename(label: str, other: str) -> Change:
    """A header, or a label of 01 基本信息, in other words."""

    def change(page: Page) -> None:
        if page.title.startswith("01"):
            next(line for line in page.lines if line[0] == label)[0] = other
        else:
            page.headers[page.at(label)] = other

    return change


def sheet(title: str) -> Change:
    """The sheet under another name."""

    def change(page: Page) -> None:
        page.title = title

    return change


def comment(number: int, header: str, text: str) -> Change:
    """A comment on a cell of a record."""

    def look(page: Page) -> Look:
        at = (page.top + number + 1, page.at(header) + 1)

        def draw(sheet: Worksheet) -> None:
            sheet.cell(*at).comment = Comment(text, "王")

        return draw

    return lambda page: page.looks.append(look(page))


def font(number: int, **looks: Any) -> Change:
    """How all cells of a record look."""

    def change(page: Page) -> None:
        line = page.top + number + 1

        def draw(sheet: Worksheet) -> None:
            for cell in sheet[line]:
                cell.font = Font(**looks)

        page.looks.append(draw)

    return change


def shaded(number: int, colour: str) -> Change:
    """A record whose cells all have a background."""

    def change(page: Page) -> None:
        line = page.top + number + 1

        def draw(sheet: Worksheet) -> None:
            for cell in sheet[line]:
                cell.fill = PatternFill("solid", fgColor=colour)

        page.looks.append(draw)

    return change


def hidden(number: int) -> Change:
    """A record in a hidden line."""

    def change(page: Page) -> None:
        line = page.top + number + 1

        def draw(sheet: Worksheet) -> None:
            sheet.row_dimensions[line].hidden = True

        page.looks.append(draw)

    return change


def merged(first: int, last: int, header: str) -> Change:
    """The cells of a column over several records as one, which keeps the first entry."""

    def change(page: Page) -> None:
        at = page.at(header) + 1
        for line in page.lines[page.top + first + 1 : page.top + last + 1]:
            line[at - 1] = None
        top, end = page.top + first + 1, page.top + last + 1

        def draw(sheet: Worksheet) -> None:
            sheet.merge_cells(start_row=top, end_row=end, start_column=at, end_column=at)

        page.looks.append(draw)

    return change


def low(number: int) -> Change:
    """A record in a line without height."""

    def change(page: Page) -> None:
        line = page.top + number + 1

        def draw(sheet: Worksheet) -> None:
            sheet.row_dimensions[line].height = 0

        page.looks.append(draw)

    return change


def shown_as(number: int, header: str, number_format: str) -> Change:
    """A cell of a record with a number format."""

    def change(page: Page) -> None:
        at = (page.top + number + 1, page.at(header) + 1)

        def draw(sheet: Worksheet) -> None:
            sheet.cell(*at).number_format = number_format

        page.looks.append(draw)

    return change
