"""Read a workbook: find every sheet of the form, turn its rows into facts, say what was left."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from centre_check.form.types import Form, Layout, Sheet
from centre_check.model.facts import Facts, Note, Row, Table, TableState, Trouble
from centre_check.words import Words, mark
from centre_check.workbook.cell_facts import CellReader
from centre_check.workbook.grid import Grid
from centre_check.workbook.guard import DEFAULT, Limits
from centre_check.workbook.headers import find_header
from centre_check.workbook.key_values import read_key_values
from centre_check.workbook.rows import RowKind
from centre_check.workbook.sheets import Match, match_sheets
from centre_check.workbook.source import open_workbook
from centre_check.workbook.tables import TableRead, read_table

_LEFT_OUT = {
    RowKind.EXAMPLE: mark("example row, not counted"),
    RowKind.TOTAL: mark("total row, not counted"),
    RowKind.VACANCY: mark("a place that is not filled, not counted"),
}


def read_facts(
    path: Path, form: Form, words: Words, *, show_personal: bool, limits: Limits = DEFAULT
) -> Facts:
    """Everything that the workbook at `path` says, by the sheets of `form`.

    Raises:
        UsageProblem: there is no such file.
        WorkbookError: it cannot be read at all.
    """
    source, grids = open_workbook(path, limits)
    tables, notes = read_grids(grids, form, words, show_personal=show_personal)
    return Facts(source, tables, notes)


def read_grids(
    grids: tuple[Grid, ...], form: Form, words: Words, *, show_personal: bool
) -> tuple[Mapping[str, Table], tuple[Note, ...]]:
    """The tables of the form that these sheets hold, and what the user should know."""
    match = match_sheets(grids, form)
    reader = CellReader(form, show_personal=show_personal)
    reads = {
        sheet.id: _read(match.grids[sheet.id], sheet, reader)
        for sheet in form.sheets
        if sheet.id in match.grids
    }
    embedded: dict[str, tuple[Row, ...]] = {}
    for read in reads.values():
        embedded |= read.embedded
    is_filled = any(_is_filled(read) for id_, read in reads.items() if id_ != "attestations")
    tables = {
        sheet.id: _table(
            sheet, reads.get(sheet.id), embedded.get(sheet.id, ()), match, is_filled=is_filled
        )
        for sheet in form.sheets
    }
    return tables, (*_sheet_notes(match, form, words), *_row_notes(reads, form, words))


def _read(grid: Grid, sheet: Sheet, reader: CellReader) -> TableRead:
    if sheet.layout is Layout.KEY_VALUE:
        return read_key_values(grid, sheet, reader)
    header = find_header(grid, sheet)
    return read_table(grid, sheet, header, reader) if header else TableRead((), {})


def _is_filled(read: TableRead) -> bool:
    """Whether somebody has entered more than the one entry that a blank form brings."""
    entries = sum(
        fact.trouble is not Trouble.BLANK for row in read.rows[:2] for fact in row.facts.values()
    )
    return entries > 1


def _table(
    sheet: Sheet,
    read: TableRead | None,
    embedded: tuple[Row, ...],
    match: Match,
    *,
    is_filled: bool,
) -> Table:
    """The table with its state: read, stated or taken to be empty, not filled in, missing."""
    rows = (read.rows if read else ()) + embedded
    table = Table(
        id=sheet.id,
        title=match.grids[sheet.id].name if sheet.id in match.grids else sheet.name,
        state=TableState.READ,
        rows=rows,
        headers=read.headers if read else {},
        key=sheet.key,
        identity=sheet.identity,
    )
    if rows:
        return table
    if read is None:
        return table._replace(state=TableState.MISSING)
    stated = read.says_none or (is_filled and bool(read.headers))
    empty = sheet.empty_means if stated else TableState.UNFILLED
    return table._replace(state=TableState.NONE if read.says_none else empty)


def _sheet_notes(match: Match, form: Form, words: Words) -> Iterator[Note]:
    for grid in match.by_headers:
        text = words(mark("sheet {name} was recognised by its headers"), name=grid.name)
        yield Note("sheet_by_headers", text)
    for id_, rivals in match.rivals.items():
        names = words.join(grid.name for grid in rivals)
        text = words(
            mark("several sheets could be {sheet}: {names}; keep one, none was read"),
            sheet=words.phrase(form.sheet(id_).title),
            names=names,
        )
        yield Note("rival_sheets", text)
    if match.hidden:
        names = words.join(grid.name for grid in match.hidden)
        yield Note(
            "hidden_sheets", words(mark("hidden sheets were not read: {names}"), names=names)
        )
    if match.unread:
        names = words.join(grid.name for grid in match.unread)
        text = words(mark("sheets that are not of the form were not read: {names}"), names=names)
        yield Note("unread_sheets", text)


def _row_notes(reads: Mapping[str, TableRead], form: Form, words: Words) -> Iterator[Note]:
    for name, read in reads.items():
        for kind, message in _LEFT_OUT.items():
            cells = tuple(row.cell for row in read.left_out if row.kind is kind)
            if cells:
                yield Note(f"{kind}_rows", words(message), cells)
        deciding = [field.id for field in form.sheet(name).fields if field.decides]
        for row in read.rows:
            for field in deciding:
                fact = row.facts.get(field)
                if fact and fact.remark and fact.trouble is None and fact.cell is not None:
                    text = words(
                        mark("{header} 「{value}」: {remark}"),
                        header=fact.cell.header,
                        value=fact.cell.value,
                        remark=words(fact.remark),
                    )
                    yield Note("read_as", text, (fact.cell,))
