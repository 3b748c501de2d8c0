"""Read a summary table with one record a row, row by row: none is kept once it has been judged."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

from centre_check.errors import WorkbookError
from centre_check.form.labels import sheet_label
from centre_check.form.types import Disclosure, Form, Kind, Sheet
from centre_check.model.facts import Input, TableState
from centre_check.model.table import Table
from centre_check.words import mark
from centre_check.workbook.cells import Raw
from centre_check.workbook.columns import TableColumns, is_ditto_cell
from centre_check.workbook.deriving import SheetColumns
from centre_check.workbook.entries import EntryReader
from centre_check.workbook.grid import Grid
from centre_check.workbook.guard import Limits
from centre_check.workbook.header_search import find_header
from centre_check.workbook.headers import ENOUGH, Header
from centre_check.workbook.rows import RowKind, row_kind
from centre_check.workbook.source import open_workbook
from centre_check.workbook.tables import heads_of

_SEARCHED = 60  # rows among which the header stands
_CARRIED = (Kind.TEXT, Kind.CHOICE)  # what 同上 and merged cells say again; never a figure


class RawRow(NamedTuple):
    """A row that holds something: its number in the sheet, its cells, what it is."""

    number: int
    raws: Sequence[Raw]
    kind: RowKind


class Wide:
    """A table whose rows are read once, in order.

    `columns` are the positions of the fields that have a header.
    """

    def __init__(
        self, source: Input, grid: Grid, form: Form, header: Header, rows: Iterator[Sequence[Raw]]
    ) -> None:
        self.source = source
        self.sheet: Sheet = form.sheets[0]
        self.name = grid.name
        self.columns = {name: column.at for name, column in header.fields.items()}
        self.troubled = frozenset(row + 1 for row, _ in grid.troubles)
        self._grid = grid
        self._header = header
        self._rows = rows
        self._row = _OneRow()
        self._plain = grid._replace(rows=self._row, down={}, across={})
        self._heads = heads_of(grid, header)
        self._reader = EntryReader(form, disclosure=Disclosure.MASKED)
        fields = self.sheet.by_id()
        texts = (at for name, at in self.columns.items() if fields[name].kind in _CARRIED)
        self._texts = tuple(texts)
        self._numbers = tuple(
            at for name, at in self.columns.items() if fields[name].kind is Kind.NUMBER
        )[:2]

    def rows(self) -> Iterator[RawRow]:
        """Every row below the header that holds something; 同上 and merged texts are put in."""
        header, key = self._header, self.columns[self.sheet.key]
        above: Sequence[Raw] = ()
        for number, raws in enumerate(self._rows, header.row + 2):
            if self._is_plain(raws, key):
                kind = RowKind.RECORD
            else:
                kind = row_kind(raws, header, key)
                if kind is RowKind.BLANK and number not in self.troubled:
                    continue
            filled = self._filled(number, raws, above)
            above = filled if kind is RowKind.RECORD else above
            yield RawRow(number, filled, kind)

    def _is_plain(self, raws: Sequence[Raw], key: int) -> bool:
        """Whether the row can be told to be a record by a short look: two figures, no 计 or 例."""
        if len(raws) <= key + 1 or not raws[key] or raws[key + 1] == "":
            return False
        if any(raws[at].__class__ is not float for at in self._numbers if at < len(raws)):
            return False
        early = raws[: key + 2]
        return not any(raw.__class__ is str and ("计" in raw or "例" in raw) for raw in early)

    def _filled(self, number: int, raws: Sequence[Raw], above: Sequence[Raw]) -> Sequence[Raw]:
        """The cells, with what the cell above says where a text is merged with it or says 同上."""
        for at in self._texts:
            raw = raws[at] if at < len(raws) else ""
            is_merged = bool(self._grid.down) and (number - 1, at) in self._grid.down
            if not is_merged and not (isinstance(raw, str) and len(raw) < 3 and is_ditto_cell(raw)):
                continue
            if at < len(above):
                raws = [*raws[:at], *[""] * (at - len(raws)), above[at], *raws[at + 1 :]]
        return raws

    def table(self, number: int, raws: Sequence[Raw]) -> Table:
        """The table with this row alone, called by this number, until the next one is asked for."""
        self._row.be(number - 1, raws)
        source = TableColumns(self._plain, [number - 1], self._heads, self._reader)
        sheet, columns, heads = self.sheet, SheetColumns(self.sheet, source), self._heads.cells
        return Table(
            sheet.id, self.name, TableState.READ, source.numbers, columns, heads, sheet.key
        )


class _OneRow(Sequence[Sequence[Raw]]):
    """A sheet of which one row is known, now this one and now that."""

    def __init__(self) -> None:
        self.be(0, ())

    def be(self, at: int, raws: Sequence[Raw]) -> None:
        """Let the known row be another one."""
        self._at = at
        self._raws = raws

    def __len__(self) -> int:
        return self._at + 1

    def __getitem__(self, at: Any) -> Any:
        return self._raws if at == self._at else ()


def open_wide(path: Path, form: Form, limits: Limits) -> Wide:
    """The summary table in the workbook: the sheet that has the form's headers.

    Raises:
        UsageProblem: there is no such file.
        WorkbookError: it cannot be read, has no such table, or has several.
    """
    source, grids = open_workbook(path, limits, is_streamed=True)
    found = list(_tables(grids, form))
    named = [one for one in found if sheet_label(one[0].name) in form.sheet_labels]
    if len(found) > 1 and len(named) == 1:
        found = named
    if not found:
        raise WorkbookError(
            mark("{path} has no table with one centre a row: a header with {headers} is missing"),
            mark("`centre-check template -s` with the standard writes a blank one"),
            path=source.path,
            headers="、".join(field.header for field in form.sheets[0].fields if field.required),
        )
    if len(found) > 1:
        raise WorkbookError(
            mark("{path} has several sheets that could be the summary table: {sheets}"),
            mark("leave one, or name it {name}"),
            path=source.path,
            sheets="、".join(grid.name for grid, _, _ in found),
            name=form.sheets[0].name,
        )
    grid, header, rows = found[0]
    return Wide(source, grid, form, header, rows)


def _tables(
    grids: Sequence[Grid], form: Form
) -> Iterator[tuple[Grid, Header, Iterator[Sequence[Raw]]]]:
    """The visible sheets with the form's headers, and the rows below these."""
    sheet = form.sheets[0]
    for grid in grids:
        if grid.is_hidden:
            continue
        rows = iter(grid.rows)
        head = list(islice(rows, _SEARCHED))
        header = find_header(grid._replace(rows=head), sheet)
        if header is not None and sheet.key in header.fields and len(header.fields) >= ENOUGH:
            yield grid, header, chain(head[header.row + 1 :], rows)
