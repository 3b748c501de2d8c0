"""Tables made by hand: rows of what their cells say, as columns."""

from collections.abc import Mapping, Sequence

from centre_check.model.entry import Entry
from centre_check.model.facts import Cell, Identity, TableState, Trouble, Value
from centre_check.model.table import Column, Doubt, Position, Row, Said, Table


def said(value: Value | Trouble | None, ref: str = "A2") -> Said:
    """What a cell says: a value, nothing (None), or why it has none."""
    if value is None:
        return Entry(None, None, Trouble.BLANK), Position("s", ref, "h")
    trouble = value if isinstance(value, Trouble) else None
    return Entry(str(value), None if trouble else value, trouble), Position("s", ref, "h")


def table_of(
    name: str,
    rows: Sequence[Mapping[str, Said]],
    key: str = "",
    identity: Identity | None = None,
    *,
    state: TableState = TableState.READ,
    headers: Mapping[str, Cell] | None = None,
    standing: Mapping[int, Sequence[Doubt]] | None = None,
) -> Table:
    """A sheet of these rows; the first stands in row 2."""
    numbers = list(range(2, len(rows) + 2))
    names = dict.fromkeys(field for row in rows for field in row)
    columns = {
        field: Column.absent(numbers).rewritten(
            {at: row[field] for at, row in enumerate(rows) if field in row}
        )
        for field in names
    }
    told, heads = standing or {}, headers or {}
    return Table(name, name, state, numbers, columns, heads, key, identity, told)


def row_of(said: Mapping[str, Said], identity: Identity | None = None) -> Row:
    """A row by itself."""
    return table_of("t", [said], identity=identity).rows[0]
