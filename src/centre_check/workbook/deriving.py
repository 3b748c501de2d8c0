"""Deriving: passes by which one column speaks for another that has no entry of its own."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from centre_check.form.labels import bracketed, label
from centre_check.form.types import Field, Kind, Sheet
from centre_check.logic import Interval, Truth
from centre_check.logic.calendar import add_months
from centre_check.logic.spelling import normalise
from centre_check.model.entry import Entry
from centre_check.model.facts import Cell, Choices, Trouble, Value
from centre_check.model.table import Column, Columns, Position, Said
from centre_check.workbook.cells import MESSAGES, AmountRead, Raw, measure, period
from centre_check.workbook.cells.parsed import unreadable
from centre_check.workbook.cells.remarks import EntryRemark
from centre_check.workbook.columns import ANOTHER_ENTRY, KeyValueColumns, TableColumns
from centre_check.workbook.entries import EntryReader


class SheetColumns(Columns):
    """The columns of a sheet of the form, each read as a whole when it is first asked for.

    A field without an entry of its own may be supplied by another: by a period (协议期限), by a
    header that says it (使用面积), by keywords in a name (安全卫生管理制度).
    """

    def __init__(self, sheet: Sheet, own: TableColumns | KeyValueColumns) -> None:
        self._sheet = sheet
        self._fields = sheet.by_id()
        self._source = own
        fields = self._fields.values()
        self._periods = [field for field in fields if field.kind is Kind.PERIOD]
        self._measuring = [field for field in fields if field.kind is Kind.AMOUNT]
        heads = own.heads.items()
        self._telling = [(name, head) for name, head in heads if self._fields[name].implies]
        self._own: dict[str, Column | None] = {}
        self._found: dict[str, Column | None] = {}
        self._ready: dict[str, Column | None] = {}

    def get(self, field: str, default: Column | None = None) -> Column | None:  # type: ignore[override]
        """The column, or `default` where nothing in the sheet speaks of the field."""
        if field not in self._ready:
            self._ready[field] = self._in_order(field) if field in self._fields else None
        column = self._ready[field]
        return default if column is None else column

    def __getitem__(self, field: str) -> Column:
        column = self.get(field)
        if column is None:
            raise KeyError(field)
        return column

    @property
    def asked(self) -> Mapping[str, Column]:
        """Those that have been asked for."""
        return {name: column for name, column in self._ready.items() if column is not None}

    def __iter__(self) -> Iterator[str]:
        return (field for field in self._fields if self.get(field) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def own(self, field: str) -> Column | None:
        """What stands under the field's own header."""
        if field not in self._own:
            self._own[field] = self._source.read(self._fields[field])
        return self._own[field]

    def _in_order(self, field: str) -> Column | None:
        column = self._filled(field)
        term = self._sheet.spans.get(field)
        if column is None or term is None:
            return column
        start, end = map(self._filled, term)
        if start is None or end is None:
            return column
        if field == term[1]:
            for stated in self._stated_ends(term, start):
                column = as_long_as(column, stated)
        return in_order(column, start, end)

    def _stated_ends(self, term: tuple[str, str], start: Column) -> Iterator[Sequence[date | None]]:
        """On which day the term of each row ends by its months, or by its period, if they say."""
        for field in self._fields.values():
            stated = self.own(field.id) if term in (field.lasts, field.supplies) else None
            if stated is None:
                continue
            rows = range(len(stated.codes))
            yield [_stated_end(start.entry(row).value, stated.entry(row).value) for row in rows]

    def _filled(self, name: str) -> Column | None:
        """The own column, its blanks filled by other columns."""
        if name not in self._found:
            column = self.own(name)
            for fill in self._fills(name):
                base = Column.absent(self._source.numbers) if column is None else column
                changes = fill(base)
                column = base.rewritten(changes) if changes else column
            self._found[name] = column
        return self._found[name]

    def _fills(self, name: str) -> Iterator[Callable[[Column], Mapping[int, Said]]]:
        """The rules by which other columns speak for this one, in their order."""
        fields = self._fields
        if fields[name].kind is Kind.AMOUNT:
            yield partial(self._amounts, fields[name])
        for field in self._periods:
            if name in field.supplies:
                stated, start = self.own(field.id), self.own(field.supplies[0])
                if stated is not None:
                    is_end = name == field.supplies[1]
                    signed = self.own(field.since) if field.since else None
                    since = [one for one in (start, signed) if one is not None and is_end]
                    yield partial(from_period, stated=stated, start=since, is_end=is_end)
        for field in self._measuring:
            if field.measured_in == name:
                yield partial(self._units, field)
        for other, head in self._telling:
            choice = _says(fields[other], head.header, name)
            entries = self.own(other) if choice is not None else None
            if choice is not None and entries is not None:
                yield partial(from_header, entries=entries, head=head, choice=choice)
        field = fields[name]
        named = self.own(field.also_from) if field.also_from else None
        if named is not None:
            yield partial(from_name, named=named, field=field, reader=self._source.reader)

    def _amounts(self, field: Field, column: Column) -> dict[int, Said]:
        """The amounts that the texts of the column are, in the unit of their row or header."""
        changes: dict[int, Said] = {}
        for row, read in self._measured(field, column):
            parsed = read.parsed
            is_told = parsed.remark and parsed.remark is not EntryRemark.FROM_TEN_THOUSANDS
            remark = MESSAGES[parsed.remark] if parsed.remark and is_told else ""
            shown = column.entry(row).shown
            changes[row] = Entry(shown, parsed.value, parsed.trouble, remark), None
        return changes

    def _units(self, field: Field, column: Column) -> dict[int, Said]:
        """Blank units that are written to the amounts which are measured in them."""
        amounts = self.own(field.id)
        if amounts is None:
            return {}
        blanks = set(_blanks(column))
        return {
            row: (Entry(amounts.entry(row).shown, read.written), amounts.place(row))
            for row, read in self._measured(field, amounts)
            if row in blanks and read.written
        }

    def _measured(self, field: Field, column: Column) -> Iterator[tuple[int, AmountRead]]:
        """Every text of a column of amounts as what it measures."""
        units = self.own(field.measured_in) if field.measured_in else None
        for row, code in enumerate(column.codes):
            text = column.entries[code].value
            if not isinstance(text, str):
                continue
            named = units.entry(row).value if units is not None else None
            unit = named if isinstance(named, str) else ""
            unit = unit or bracketed(column.place(row).header)
            yield row, _as_measure(text, unit, self._source.raw(field.id, row))


def _as_measure(text: str, unit: str, raw: Raw) -> AmountRead:
    is_share = isinstance(raw, int | float) and 0 < abs(raw) <= 1
    if normalise(unit) == "%" and is_share:  # 0.038 may be 3.8 %, as its format shows it
        return AmountRead(unreadable(EntryRemark.PERCENT_SIGN_MISSING), unit, unit)
    return measure(text, unit)


def _blanks(column: Column) -> list[int]:
    return column.where([entry.is_blank for entry in column.entries])


def from_period(
    column: Column, stated: Column, start: Sequence[Column], *, is_end: bool
) -> dict[int, Said]:
    """Blank days that a period in the row gives: its first, or its last counted from a start.

    That is the day in the first column of `start` that has one.
    """
    changes: dict[int, Said] = {}
    for row in _blanks(column):
        entry = stated.entry(row)
        if entry.is_blank:
            continue
        if entry.trouble is None:
            days = (one.entry(row).value for one in start)
            since = next((day for day in days if isinstance(day, Interval)), None)
            both = period(entry.value, since)
            parsed = both.end if is_end else both.start
            if parsed.trouble is Trouble.BLANK:
                continue
            remark = MESSAGES[parsed.remark] if parsed.remark else ""
            entry = Entry(entry.shown, parsed.value, parsed.trouble, remark)
        changes[row] = entry, stated.place(row)
    return changes


def from_header(column: Column, entries: Column, head: Cell, choice: str) -> dict[int, Said]:
    """Blanks that the header of another entry of the row says: 使用面积."""
    said = Entry(head.value, Choices(frozenset((choice,)))), Position(*head[:3])
    return {row: said for row in _blanks(column) if entries.entry(row).value is not None}


def from_name(column: Column, named: Column, field: Field, reader: EntryReader) -> dict[int, Said]:
    """Choices whose keywords a document's name holds, beside those that are entered."""
    found = [
        reader.keywords(field, entry.value) if isinstance(entry.value, str) else frozenset()
        for entry in named.entries
    ]
    changes: dict[int, Said] = {}
    for row in named.where([bool(more) for more in found]):
        more, name, own = found[named.codes[row]], named.entry(row), column.entry(row)
        if own.is_blank:
            is_open = any(word in name.value for word in field.also_open)
            choices = Choices(more, (name.value,) if is_open else ())
            changes[row] = Entry(name.shown, choices), named.place(row)
        elif own.trouble is None:
            known = own.value if isinstance(own.value, Choices) else Choices(frozenset())
            choices = Choices(known.known | more, known.unlisted)
            changes[row] = Entry(own.shown, choices, None, own.remark), None
    return changes


def _stated_end(start: Value, said: Value) -> date | None:
    """The last day of a term of so many months, or of what a text says: 五年."""
    if not isinstance(start, Interval) or not start.is_exact or start.low is None:
        return None
    if isinstance(said, Interval) and said.is_exact and isinstance(said.low, Decimal):
        whole = said.low == said.low.to_integral_value() and said.low <= _LONGEST_TERM
        return add_months(start.low, int(said.low)) if whole else None
    if not isinstance(said, str):
        return None
    end = period(said, start).end.value
    return end.high if isinstance(end, Interval) and end.is_exact else None


_LONGEST_TERM = 600  # months


def as_long_as(column: Column, stated: Sequence[date | None]) -> Column:
    """The last days of terms; one that another entry of its row puts elsewhere is either."""
    changes: dict[int, Said] = {}
    for row, end in enumerate(stated):
        entry = column.entry(row)
        value = entry.value
        if (
            end is None
            or not isinstance(value, Interval)
            or not value.is_exact
            or value.low is None
        ):
            continue
        if abs((end - value.low).days) > _ABOUT_A_MONTH:
            either = Interval(min(end, value.low), max(end, value.low))
            changes[row] = Entry(entry.shown, either, None, ANOTHER_ENTRY), None
    return column.rewritten(changes)


_ABOUT_A_MONTH = 31  # days by which a term may be counted otherwise


def in_order(column: Column, start: Column, end: Column) -> Column:
    """The days of terms that end before they start hold neither way."""
    changes: dict[int, Said] = {}
    for row, code in enumerate(column.codes):
        first, last, entry = start.entry(row).value, end.entry(row).value, column.entries[code]
        if first is None or last is None or entry.value is None:
            continue
        if last.at_least(first.low) is Truth.NO:
            wrong = Entry(entry.shown, trouble=Trouble.ENDS_BEFORE_START)
            changes[row] = wrong, None
    return column.rewritten(changes)


def _says(field: Field, header: str, name: str) -> str | None:
    """The choice of the field `name` that a header of `field` says, or ends with."""
    own = label(header)
    said = (one for one in field.implies if one.field == name)
    return next((one.choice for one in said if own.endswith(one.label)), None)
