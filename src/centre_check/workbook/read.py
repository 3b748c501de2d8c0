"""Read a workbook: its sheets as tables of columns, each with its state; absences are named."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from centre_check.form.labels import label
from centre_check.form.types import Disclosure, Form, Layout, Personal, Sheet
from centre_check.logic import Interval, spelling
from centre_check.model.entry import NO_COLUMN
from centre_check.model.facts import Cell, Note, TableState
from centre_check.model.recognition import Means
from centre_check.model.table import Column, Doubt, Facts, Nearby, Said, Table
from centre_check.words import Words
from centre_check.workbook import negation, standing
from centre_check.workbook.blocks import Block, Finder
from centre_check.workbook.cards import read_cards
from centre_check.workbook.entries import EntryReader
from centre_check.workbook.grid import Grid
from centre_check.workbook.guard import DEFAULT, Limits
from centre_check.workbook.key_values import read_key_values
from centre_check.workbook.mapping import AnyMapping, FormMapping, SheetMapping, mapped
from centre_check.workbook.mapping_choice import chosen
from centre_check.workbook.masking import Masking, with_shown_names
from centre_check.workbook.notes import notes
from centre_check.workbook.reading import Part, Reading
from centre_check.workbook.sheets import Match, match_sheets, with_year
from centre_check.workbook.source import open_workbook
from centre_check.workbook.tables import TableRead, read_table
from centre_check.workbook.weighing import weighed

_CENTRE, _AS_OF = "centre", "data_as_of"  # the sheet and the field that tell the workbook's year


def read_facts(
    path: Path,
    form: Form,
    words: Words,
    *,
    disclosure: Disclosure,
    limits: Limits = DEFAULT,
    mapping: AnyMapping | None = None,
    content: bytes | None = None,
    reader: EntryReader | None = None,
) -> Facts:
    """Everything that the workbook at `path` says, by the sheets of `form`.

    `content` is what stands at `path`, where somebody has read it already; `reader` one that
    remembers words and dates of earlier files.

    Raises:
        UsageProblem: there is no such file.
        WorkbookError: it cannot be read at all.
        BrokenFile: the mapping does not fit it.
    """
    source, grids = open_workbook(path, limits, content)
    reading = read_book(grids, form, disclosure=disclosure, mapping=mapping, reader=reader)
    return Facts(source, reading.tables, notes(reading, form, words))


def read_grids(
    grids: tuple[Grid, ...],
    form: Form,
    words: Words,
    *,
    disclosure: Disclosure,
    mapping: AnyMapping | None = None,
) -> tuple[Mapping[str, Table], tuple[Note, ...]]:
    """The tables of the form that these sheets hold, and what the user should know."""
    reading = read_book(grids, form, disclosure=disclosure, mapping=mapping)
    return reading.tables, notes(reading, form, words)


def read_book(
    grids: tuple[Grid, ...],
    form: Form,
    *,
    disclosure: Disclosure,
    mapping: AnyMapping | None = None,
    reader: EntryReader | None = None,
) -> Reading:
    """The tables of the form that these sheets hold, and how they were found there.

    What earlier workbooks' texts were found to say is forgotten first: they name people.
    """
    for forget in (spelling.forget, label.cache_clear, negation.forget, standing.forget):
        forget()
    finder = Finder(form)
    reader = EntryReader(form, disclosure=disclosure) if reader is None else reader
    grids = with_shown_names(grids, disclosure)
    mapping = chosen(mapping, grids)
    match = match_sheets(grids, form, finder, mapping)
    if match.rivals and (year := _year(match, form, reader, finder, mapping)):
        match = with_year(match, year)
    parts, unread = _parts(match, form, finder, reader, mapping)
    if mapping is not None:
        from centre_check.workbook.misfits import refuse_misfits

        refuse_misfits(mapping, parts)
    reader.masking = Masking(disclosure, _people(parts))
    parts = weighed(parts, form, reader.masking)
    is_filled = any(_is_filled(part.read) for part in parts if part.sheet.id != "attestations")
    with_rows = {part.sheet.id for part in parts if part.read.numbers}
    tables = {
        sheet.id: _table(
            sheet,
            parts,
            match,
            mapping,
            is_filled=is_filled and with_rows.isdisjoint(sheet.empty_unless),
        )
        for sheet in form.sheets
    }
    return Reading(tables, match, tuple(parts), tuple(unread), mapping)


def _people(parts: Sequence[Part]) -> Iterator[str]:
    """The names of all who stand in a roster."""
    for part in parts:
        key = part.sheet.by_id().get(part.sheet.key)
        if key is not None and key.personal is Personal.NAME:
            column = part.read.columns.get(key.id)
            for entry in column.entries if column is not None else ():
                if isinstance(entry.value, str):
                    yield entry.value


def _parts(
    match: Match, form: Form, finder: Finder, reader: EntryReader, mapping: FormMapping | None
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
                read = read_key_values(grid, sheet, reader, range(start), wish, finder.composer)
                parts.append(Part(sheet, grid, read, None))
        mains = _mains(sheets, grid, match, mapping)
        is_card = any(sheet.id in match.cards for sheet in sheets)
        for block in finder.blocks(grid, mains, start) if not is_card else ():
            if owners.setdefault(block.sheet.id, grid.name) == grid.name:
                parts.append(Part(block.sheet, grid, read_table(block, grid, reader), block))
            else:
                unread.append((grid, block))
    parts += _cards(match, form, finder, reader, mapping)
    filled = {part.sheet.id for part in parts if part.read.numbers} | match.rivals.keys()
    strays = [(grid, block) for grid, block in unread if block.sheet.id not in filled]
    parts += [  # the sheet of its own was left blank: what stands elsewhere is all there is
        Part(block.sheet, grid, read_table(block, grid, reader), block) for grid, block in strays
    ]
    return parts, [one for one in unread if one not in strays]


def _cards(
    match: Match, form: Form, finder: Finder, reader: EntryReader, mapping: FormMapping | None
) -> Iterator[Part]:
    for id_, grids in match.cards.items():
        sheet, wish = form.sheet(id_), mapped(mapping, id_)
        for grid in grids:
            for read in read_cards(grid, sheet, reader, finder.composer, wish):
                yield Part(sheet, grid, read, None)


def _mains(
    sheets: Sequence[Sheet], grid: Grid, match: Match, mapping: FormMapping | None
) -> list[tuple[Sheet, SheetMapping]]:
    """The tables that a grid is known to hold, by its name, its columns or a mapping."""
    if any(grid is one for one in match.by_headers):
        return []
    return [
        (sheet, mapped(mapping, sheet.id))
        for sheet in sheets
        if sheet.layout is Layout.TABLE and sheet.id not in match.cards
    ]


def _year(
    match: Match, form: Form, reader: EntryReader, finder: Finder, mapping: FormMapping | None
) -> int | None:
    """The year that the workbook is about, by its own date."""
    grid = match.grids.get(_CENTRE)
    if grid is None:
        return None
    sheet = form.sheet(_CENTRE)
    end = finder.key_values_end(grid, sheet)
    wish = mapped(mapping, sheet.id)
    read = read_key_values(grid, sheet, reader, range(end), wish, finder.composer)
    column = read.columns.get(_AS_OF) if read.numbers else None
    value = column.entry(0).value if column is not None else None
    return value.high.year if isinstance(value, Interval) and value.high is not None else None


def _is_filled(read: TableRead) -> bool:
    """Whether somebody has entered more than the one entry that a blank form brings."""
    rows = range(min(2, len(read.numbers)))
    entries = (column.entry(row) for row in rows for column in read.columns.values())
    return sum(not entry.is_blank for entry in entries) > 1


def _says_something(row: int, columns: Mapping[str, Column], sheet: Sheet) -> bool:
    """Whether a record that stands in another sheet has an entry beyond whose it is."""
    whose = (sheet.identity.name, sheet.identity.number) if sheet.identity else ()
    return any(
        not column.entry(row).is_blank for name, column in columns.items() if name not in whose
    )


def _table(
    sheet: Sheet,
    parts: Sequence[Part],
    match: Match,
    mapping: FormMapping | None,
    *,
    is_filled: bool,
) -> Table:
    """The table with its state: read, stated or taken to be empty, not filled in, missing."""
    own = [part.read for part in parts if part.sheet.id == sheet.id]
    filled = [(read.numbers, read.columns) for read in own if read.numbers]
    standing, nearby = _beside([read for read in own if read.numbers])
    is_listed = bool(filled)
    for part in parts:
        if found := part.read.embedded.get(sheet.id):
            numbers = part.read.numbers
            rows = range(len(numbers))
            some = [row for row in rows if not is_listed or _says_something(row, found, sheet)]
            filled.append(_only(some, numbers, found))
    numbers, columns = _joined(filled)
    headers = own[0].headers if own else {}
    grid = match.grids.get(sheet.id)
    title = grid.name if grid is not None else sheet.name
    state = TableState.READ
    if not numbers:
        state = _state_of_none(sheet, own, match, is_filled=is_filled and bool(headers))
    return Table(
        sheet.id,
        title,
        state,
        numbers,
        columns,
        headers,
        sheet.key,
        sheet.identity,
        standing,
        nearby,
        known_by=match.known_by(sheet.id),
        heads_known_by=_heads_known_by(own, mapped(mapping, sheet.id)),
        composed=tuple(_composed(sheet, parts)),
    )


def _heads_known_by(own: Sequence[TableRead], wish: SheetMapping) -> Mapping[str, str]:
    """How the header of each field was recognised."""
    found: dict[str, str] = {}
    for read in own:
        for head in read.heads:
            if head.field is not None:
                name = head.field.id
                is_mapped = name in wish.columns or name in wish.letters
                found.setdefault(name, "mapped" if is_mapped else head.known_by())
    return found


def _beside(
    reads: Sequence[TableRead],
) -> tuple[dict[int, Sequence[Doubt]], dict[int, Sequence[Nearby]]]:
    """What stands beside the rows of tables that are joined, by their positions then."""
    standing: dict[int, Sequence[Doubt]] = {}
    nearby: dict[int, Sequence[Nearby]] = {}
    first = 0
    for read in reads:
        standing |= {first + at: why for at, why in read.standing.items()}
        nearby |= {first + at: said for at, said in read.nearby.items()}
        first += len(read.numbers)
    return standing, nearby


def _composed(sheet: Sheet, parts: Sequence[Part]) -> Iterator[Cell]:
    """The headers of a sheet that are known by what they are made of, wherever they stand."""
    for part in parts:
        for head in part.read.heads:
            if head.means is not Means.COMPOSED:
                continue
            is_own = head.field is not None and part.sheet.id == sheet.id
            is_here = any(one is own for one in head.others for own in sheet.fields)
            if is_own or is_here:
                yield part.header_cell(head)


def _state_of_none(
    sheet: Sheet, own: Sequence[TableRead], match: Match, *, is_filled: bool
) -> TableState:
    if not own and sheet.id not in match.grids:
        return TableState.SEVERAL if sheet.id in match.rivals else TableState.MISSING
    if any(read.says_none for read in own):
        return TableState.NONE
    return sheet.empty_means if is_filled else TableState.UNFILLED


Rows = tuple[Sequence[int], Mapping[str, Column]]


def _only(rows: Sequence[int], numbers: Sequence[int], columns: Mapping[str, Column]) -> Rows:
    """These rows of columns alone."""
    if len(rows) == len(numbers):
        return numbers, columns
    kept = {name: column.only(rows) for name, column in columns.items()}
    return [numbers[row] for row in rows], kept


def _joined(parts: Sequence[Rows]) -> Rows:
    """Tables of one sheet of the form that stand apart, as one below the other."""
    if len(parts) <= 1:
        return parts[0] if parts else ((), {})
    numbers = [number for own, _ in parts for number in own]
    names = dict.fromkeys(name for _, columns in parts for name in columns)
    return numbers, {name: _stacked(name, parts, numbers) for name in names}


def _stacked(name: str, parts: Sequence[Rows], numbers: Sequence[int]) -> Column:
    """The columns of several parts as one column."""
    found = [(columns.get(name) or Column.absent(own), own) for own, columns in parts]
    first = next(column for column, _ in found if column.letters or column.numbers)
    sheet, letters, header = first.sheet, first.letters, first.header
    changes: dict[int, Said] = {}
    for column, own in found:
        is_same = (column.sheet, column.letters, column.header) == (sheet, letters, header)
        for row in range(len(own)):
            place = column.strays.get(row) if is_same else column.place(row)
            changes[len(changes)] = column.entry(row), place
    codes, none = [0] * len(numbers), [NO_COLUMN]
    return Column(sheet, letters, header, numbers, codes, none).rewritten(changes)
