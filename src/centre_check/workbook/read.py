"""Read a workbook: find every sheet of the form, turn its rows into facts, say what was left."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from centre_check.form.types import Disclosure, Form, Layout, Sheet
from centre_check.logic import Interval
from centre_check.model.facts import Facts, Note, Row, Table, TableState, Trouble
from centre_check.words import Words
from centre_check.workbook.blocks import Block, Finder
from centre_check.workbook.cell_facts import CellReader
from centre_check.workbook.grid import Grid
from centre_check.workbook.guard import DEFAULT, Limits
from centre_check.workbook.key_values import read_key_values
from centre_check.workbook.mapping import FormMapping, mapped
from centre_check.workbook.notes import notes
from centre_check.workbook.reading import Part, Reading
from centre_check.workbook.sheets import Match, match_sheets, with_year
from centre_check.workbook.source import open_workbook
from centre_check.workbook.tables import TableRead, read_table

_CENTRE, _AS_OF = "centre", "data_as_of"  # the sheet and the field that tell the workbook's year


def read_facts(
    path: Path,
    form: Form,
    words: Words,
    *,
    disclosure: Disclosure,
    limits: Limits = DEFAULT,
    mapping: FormMapping | None = None,
    content: bytes | None = None,
) -> Facts:
    """Everything that the workbook at `path` says, by the sheets of `form`.

    `content` is what stands at `path`, where somebody has read it already.

    Raises:
        UsageProblem: there is no such file.
        WorkbookError: it cannot be read at all.
        BrokenFile: the mapping does not fit it.
    """
    source, grids = open_workbook(path, limits, content)
    reading = read_book(grids, form, disclosure=disclosure, mapping=mapping)
    return Facts(source, reading.tables, notes(reading, form, words))


def read_grids(
    grids: tuple[Grid, ...],
    form: Form,
    words: Words,
    *,
    disclosure: Disclosure,
    mapping: FormMapping | None = None,
) -> tuple[Mapping[str, Table], tuple[Note, ...]]:
    """The tables of the form that these sheets hold, and what the user should know."""
    reading = read_book(grids, form, disclosure=disclosure, mapping=mapping)
    return reading.tables, notes(reading, form, words)


def read_book(
    grids: tuple[Grid, ...],
    form: Form,
    *,
    disclosure: Disclosure,
    mapping: FormMapping | None = None,
) -> Reading:
    """The tables of the form that these sheets hold, and how they were found there."""
    finder = Finder(form)
    reader = CellReader(form, disclosure=disclosure)
    match = match_sheets(grids, form, finder, mapping)
    if match.rivals and (year := _year(match, form, reader, finder, mapping)):
        match = with_year(match, year)
    parts, unread = _parts(match, form, finder, reader, mapping)
    if mapping is not None:
        from centre_check.workbook.misfits import refuse_misfits

        refuse_misfits(mapping, parts)
    embedded: dict[str, tuple[Row, ...]] = {}
    for part in parts:
        for id_, rows in part.read.embedded.items():
            embedded[id_] = embedded.get(id_, ()) + rows
    is_filled = any(_is_filled(part.read) for part in parts if part.sheet.id != "attestations")
    with_rows = {part.sheet.id for part in parts if part.read.rows}
    tables = {
        sheet.id: _table(
            sheet,
            [part for part in parts if part.sheet.id == sheet.id],
            embedded.get(sheet.id, ()),
            match,
            is_filled=is_filled and with_rows.isdisjoint(sheet.empty_unless),
        )
        for sheet in form.sheets
    }
    return Reading(tables, match, tuple(parts), tuple(unread), mapping)


def _parts(
    match: Match, form: Form, finder: Finder, reader: CellReader, mapping: FormMapping | None
) -> tuple[list[Part], list[tuple[Grid, Block]]]:
    """Every table that is read, and those that are not because their sheet stands elsewhere."""
    parts: list[Part] = []
    unread: list[tuple[Grid, Block]] = []
    owners = {id_: grid.name for id_, grid in match.grids.items()}
    owners |= dict.fromkeys(match.rivals, "")
    by_grid: dict[str, tuple[Grid, list[Sheet]]] = {}
    for sheet in form.sheets:
        if (grid := match.grids.get(sheet.id)) is not None:
            by_grid.setdefault(grid.name, (grid, []))[1].append(sheet)
    for grid, sheets in by_grid.values():
        start = 0
        for sheet in sheets:
            if sheet.layout is Layout.KEY_VALUE:
                start = finder.key_values_end(grid, sheet)
                wish = mapped(mapping, sheet.id)
                parts.append(
                    Part(sheet, grid, read_key_values(grid, sheet, reader, start, wish), None)
                )
        is_scanned = any(grid is one for one in match.by_headers)
        mains = [
            (sheet, mapped(mapping, sheet.id))
            for sheet in sheets
            if sheet.layout is Layout.TABLE and not is_scanned
        ]
        for block in finder.blocks(grid, mains, start):
            if owners.setdefault(block.sheet.id, grid.name) == grid.name:
                parts.append(Part(block.sheet, grid, read_table(block, grid, reader), block))
            else:
                unread.append((grid, block))
    return parts, unread


def _year(
    match: Match, form: Form, reader: CellReader, finder: Finder, mapping: FormMapping | None
) -> int | None:
    """The year that the workbook is about, by its own date."""
    grid = match.grids.get(_CENTRE)
    if grid is None:
        return None
    sheet = form.sheet(_CENTRE)
    end = finder.key_values_end(grid, sheet)
    read = read_key_values(grid, sheet, reader, end, mapped(mapping, sheet.id))
    fact = read.rows[0].facts.get(_AS_OF) if read.rows else None
    day = fact.value.high if fact is not None and isinstance(fact.value, Interval) else None
    return day.year if day is not None else None


def _is_filled(read: TableRead) -> bool:
    """Whether somebody has entered more than the one entry that a blank form brings."""
    entries = sum(
        fact.trouble is not Trouble.BLANK for row in read.rows[:2] for fact in row.facts.values()
    )
    return entries > 1


def _says_something(row: Row, sheet: Sheet) -> bool:
    """Whether a record that stands in another sheet has an entry beyond whose it is."""
    whose = (sheet.identity.name, sheet.identity.number) if sheet.identity else ()
    return any(
        fact.trouble is not Trouble.BLANK for name, fact in row.facts.items() if name not in whose
    )


def _table(
    sheet: Sheet,
    parts: Sequence[Part],
    embedded: tuple[Row, ...],
    match: Match,
    *,
    is_filled: bool,
) -> Table:
    """The table with its state: read, stated or taken to be empty, not filled in, missing."""
    rows = tuple(row for part in parts for row in part.read.rows)
    rows += tuple(row for row in embedded if not rows or _says_something(row, sheet))
    headers = parts[0].read.headers if parts else {}
    table = Table(
        id=sheet.id,
        title=match.grids[sheet.id].name if sheet.id in match.grids else sheet.name,
        state=TableState.READ,
        rows=rows,
        headers=headers,
        key=sheet.key,
        identity=sheet.identity,
    )
    if rows:
        return table
    if not parts and sheet.id not in match.grids:
        is_several = sheet.id in match.rivals
        return table._replace(state=TableState.SEVERAL if is_several else TableState.MISSING)
    says_none = any(part.read.says_none for part in parts)
    stated = says_none or (is_filled and bool(headers))
    empty = sheet.empty_means if stated else TableState.UNFILLED
    return table._replace(state=TableState.NONE if says_none else empty)
