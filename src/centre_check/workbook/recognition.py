"""Say what was recognised in a workbook, down to each column and each row left out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

from centre_check.form.types import Disclosure, Field, Form, Personal
from centre_check.logic.codes import is_credit_code, is_person_number
from centre_check.model.entry import Entry
from centre_check.model.facts import Cell, Note, TableState, Trouble
from centre_check.model.recognition import (
    ColumnFound,
    Ground,
    Means,
    Recognition,
    RowLeftOut,
    SheetFound,
    TableFound,
    Taken,
    TotalFound,
    Unreadable,
)
from centre_check.model.table import Facts
from centre_check.words import Words
from centre_check.workbook.blocks import Finder
from centre_check.workbook.entries import CREDIT_CODES, EntryReader
from centre_check.workbook.grid import Grid, ref
from centre_check.workbook.guard import DEFAULT, Limits
from centre_check.workbook.guesses import guess, spoken_for
from centre_check.workbook.headers import HeaderColumn
from centre_check.workbook.mapping import AnyMapping, mapped
from centre_check.workbook.masking import with_shown_names
from centre_check.workbook.notes import is_supplied, labels_of, nearest_field, notes
from centre_check.workbook.read import read_book
from centre_check.workbook.reading import Part, Reading
from centre_check.workbook.source import open_workbook
from centre_check.workbook.witness import below

_MEANS = {
    "name": Means.CANONICAL,
    "synonym": Means.SYNONYM,
    "implied": Means.IMPLIED,
    "composed": Means.COMPOSED,
}


class Deciding(NamedTuple):
    """The ids of the fields on which a verdict rests, by sheet.

    `needed` are those whose column has to be there: a blank of them may leave a clause open.
    """

    fields: Mapping[str, AbstractSet[str]]
    needed: Mapping[str, AbstractSet[str]]


def recognise(
    path: Path,
    form: Form,
    words: Words,
    deciding: Deciding,
    *,
    disclosure: Disclosure,
    doubted: Callable[[Facts], Iterable[Note]] = lambda _: (),
    mapping: AnyMapping | None = None,
    limits: Limits = DEFAULT,
) -> Recognition:
    """What the workbook at `path` is recognised to hold; `doubted` notes what else is odd in it.

    Raises:
        UsageProblem: there is no such file.
        WorkbookError: it cannot be read at all.
        BrokenFile: the mapping does not fit it.
    """
    source, grids = open_workbook(path, limits)
    grids = with_shown_names(grids, disclosure)
    reading = read_book(grids, form, disclosure=disclosure, mapping=mapping)
    facts = Facts(source, reading.tables, notes(reading, form, words))
    look = _Look(reading, form, deciding)
    return Recognition(
        input=source,
        form=form.id,
        mapping=reading.mapping.name if reading.mapping is not None else "",
        sheets=tuple(look.sheet(grid) for grid in grids),
        absent=tuple(look.absent()),
        unreadable=tuple(look.unreadable()),
        wrong_numbers=tuple(look.wrong_numbers()),
        totals=tuple(TotalFound(*one) for part in reading.parts for one in part.read.totals),
        notes=(*facts.notes, *doubted(facts)),
    )


_OPEN = (Taken.UNREAD, Taken.NEAR, Taken.BY_NAME)


class _Look:
    """Looks at one reading from its several sides."""

    def __init__(self, reading: Reading, form: Form, deciding: Deciding) -> None:
        self.reading = reading
        self.form = form
        self.deciding = deciding
        self.finder = Finder(form)
        self.reader = EntryReader(form, disclosure=Disclosure.MASKED)

    def sheet(self, grid: Grid) -> SheetFound:
        tables = [self._table(part) for part in self.reading.parts if part.grid is grid]
        taken = self._taken(grid)
        part = None
        if not tables and taken in _OPEN:
            part = guess(grid, self.form, self.finder, self.reader)
        return SheetFound(grid.name, taken, tuple(tables), self._table(part) if part else None)

    def _taken(self, grid: Grid) -> Taken:
        match = self.reading.match
        ids = [id_ for id_, one in match.grids.items() if one is grid]
        rivals = [one for several in match.rivals.values() for one in several]
        kinds = (
            (any(id_ in match.mapped for id_ in ids), Taken.BY_MAPPING),
            (_holds(match.by_columns, grid), Taken.BY_COLUMNS),
            (_holds([one for own in match.cards.values() for one in own], grid), Taken.AS_CARD),
            (_holds(match.by_headers, grid), Taken.BY_HEADERS),
            (_holds([one for one, _ in match.near], grid), Taken.NEAR),
            (bool(ids), Taken.BY_NAME),
            (_holds(rivals, grid), Taken.RIVAL),
            (_holds(match.hidden, grid), Taken.HIDDEN),
            (_holds(match.ignored, grid), Taken.IGNORED),
            (_holds(match.unread, grid), Taken.UNREAD),
        )
        return next((kind for is_so, kind in kinds if is_so), Taken.EMPTY)

    def _table(self, part: Part) -> TableFound:
        rows = list(part.read.numbers)
        first, last = part.read.rows_of_header or (-1, -1)
        if part.block is None:
            rows = [at + 1 for at in (first, last) if rows]
        missing = self._missing(part)
        absent = labels_of(part.sheet, self._unfound(part))
        return TableFound(
            sheet=part.sheet.id,
            name=part.sheet.name,
            header_rows=(first + 1, last + 1) if part.block is not None else (0, 0),
            columns=tuple(self._columns(part, absent)),
            first=min(rows, default=0),
            last=max(rows, default=0),
            records=len(part.read.numbers),
            left_out=tuple(RowLeftOut(row.kind, row.cell) for row in part.read.left_out),
            missing=tuple(field.header for field in missing),
            outside=part.read.outside,
        )

    def _columns(self, part: Part, absent: Mapping[str, Field]) -> Iterator[ColumnFound]:
        wish = mapped(self.reading.mapping, part.sheet.id)
        given = {*wish.columns, *wish.letters}
        taken: set[str] = set()
        for column in part.read.heads:
            cell = Cell(part.grid.name, self._place(part, column), column.header, column.header)
            field = column.field
            if field is None and column.others:
                name = part.sheet.embeds[0].sheet
                yield ColumnFound(cell, Means.EMBEDDED, f"{name}.{column.others[0].id}")
            elif field is None and column.at in part.read.embedded_at:
                yield ColumnFound(cell, Means.EMBEDDED, part.read.embedded_at[column.at])
            elif field is None and column.suggested:
                titles = "/".join(one.header for one in column.suggested)
                means = column.means or Means.SUGGESTED
                yield ColumnFound(cell, means, suggestion=titles, ground=Ground.WORDS)
            elif field is None:
                yield self._unknown(part, column, cell, absent)
            elif field.id in taken:
                yield ColumnFound(cell, Means.REPEATED, field.id, field.header)
            else:
                means = Means.MAPPED if field.id in given else _MEANS[column.known_by()]
                yield ColumnFound(cell, means, field.id, field.header)
            taken |= {field.id} if field is not None else set()

    def _unknown(
        self, part: Part, column: HeaderColumn, cell: Cell, absent: Mapping[str, Field]
    ) -> ColumnFound:
        """A header that no field answers to, with what it may be by its spelling or its entries."""
        close = nearest_field(column.header, absent, self.form)
        if close is not None:
            return ColumnFound(cell, Means.UNKNOWN, suggestion=close.header, ground=Ground.SPELLING)
        fields = {field.id: field for field in absent.values()}.values()
        heard = below(part.grid, part.block.header.row, column.at) if part.block else []
        likely = spoken_for(heard, fields, self.form)
        if likely is None or self.form.grammar.parts(column.header):
            return ColumnFound(cell, Means.UNKNOWN)
        return ColumnFound(cell, Means.SUGGESTED, suggestion=likely.header, ground=Ground.ENTRIES)

    def _place(self, part: Part, column: HeaderColumn) -> str:
        return ref(part.block.header.row if part.block is not None else column.row, column.at)

    def _unfound(self, part: Part) -> list[Field]:
        return [field for field in part.sheet.fields if field.id not in part.read.headers]

    def _missing(self, part: Part) -> list[Field]:
        wanted = self.deciding.needed.get(part.sheet.id, frozenset())
        headers = set(self.reading.tables[part.sheet.id].headers) | set(part.read.headers)
        return [
            field
            for field in part.sheet.fields
            if field.id in wanted
            and field.required
            and not is_supplied(field, part.sheet, headers, self.form)
        ]

    def absent(self) -> Iterator[str]:
        """Sheets that decide and are not there, or whose header was not found."""
        for sheet in self.form.sheets:
            if not self.deciding.fields.get(sheet.id) or self.reading.of(sheet.id):
                continue
            has_rows = self.reading.tables[sheet.id].state is TableState.READ
            is_embedded = any(
                embedding.sheet == sheet.id and part.read.embedded_at
                for part in self.reading.parts
                for embedding in part.sheet.embeds
            )
            if not has_rows and not is_embedded:
                yield sheet.name

    def unreadable(self) -> Iterator[Unreadable]:
        seen: set[str] = set()
        for id_, wanted in self.deciding.fields.items():
            for row in self.reading.tables[id_].rows:
                for field in sorted(wanted):
                    entry, cell = row.entry(field), row.cell(field)
                    if cell is None or entry.is_blank or entry.trouble is None:
                        continue
                    if cell.address not in seen:
                        seen.add(cell.address)
                        yield Unreadable(cell, entry.trouble, entry.remark)

    def wrong_numbers(self) -> Iterator[Cell]:
        """Identity numbers and credit codes that fail their check digit, or are too long for one.

        Numbers of another make are none: the old 15-digit ones, phones, passports.
        """
        for part in self.reading.parts:
            numbered = [
                field
                for field in part.sheet.fields
                if (field.personal is Personal.NUMBER or field.id in CREDIT_CODES)
                and field.id in part.read.headers
            ]
            columns = [(field, part.read.columns[field.id]) for field in numbered]
            for row in range(len(part.read.numbers)):
                for field, column in columns:
                    cell = column.cells[row]
                    if cell is not None and _is_wrong(column.entry(row), field):
                        yield cell


def _is_wrong(entry: Entry, field: Field) -> bool:
    if entry.trouble is Trouble.UNREADABLE:
        return True
    text = entry.value
    if not isinstance(text, str) or not text:
        return False
    if field.personal is Personal.NUMBER:
        return len(text) > 15 and text[:6].isdigit() and not is_person_number(text)
    return len(text) != 15 and not is_credit_code(text)


def _holds(grids: Sequence[Grid], grid: Grid) -> bool:
    return any(one is grid for one in grids)
