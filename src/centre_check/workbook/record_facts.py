"""The facts of one record, each read when it is first asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence, ValuesView
from types import MappingProxyType
from typing import Any, NamedTuple

from centre_check.form.labels import bracketed, label
from centre_check.form.types import Field, Kind, Sheet
from centre_check.logic import Interval, Truth
from centre_check.logic.spelling import normalise
from centre_check.model.facts import Cell, Choices, Fact, Trouble
from centre_check.words import mark
from centre_check.workbook.cell_facts import CellReader, with_more
from centre_check.workbook.cells import MESSAGES, Measure, Raw, is_ditto, measure, period
from centre_check.workbook.cells.parsed import unreadable
from centre_check.workbook.cells.remarks import Remark
from centre_check.workbook.grid import Grid, Place

NOTHING_ABOVE = mark("nothing stands above it")
ANOTHER_ENTRY = mark("there is another entry of it, which differs")
_LONGEST_DITTO = 6


def is_ditto_cell(raw: Raw) -> bool:
    """Whether the cell only says 同上."""
    return isinstance(raw, str) and 0 < len(raw) <= _LONGEST_DITTO and is_ditto(raw)


class Layout(NamedTuple):
    """Where a sheet's facts stand: the header cell of each field that has one.

    `supplied` are the fields that a period may give, `implied` those that a header may say, `units`
    those that an amount may bring.
    """

    grid: Grid
    fields: Mapping[str, Field]
    headers: Mapping[str, Cell]
    reader: CellReader
    spans: Mapping[str, tuple[str, str]]  # a day's field -> the term's start and end
    supplied: frozenset[str]
    implied: frozenset[str]
    units: frozenset[str]


def layout(grid: Grid, sheet: Sheet, headers: Mapping[str, Cell], reader: CellReader) -> Layout:
    """The layout of a sheet of the form in this grid, under these headers."""
    fields = sheet.by_id()
    implied = (implied.field for name in headers for implied in fields[name].implies)
    supplied = (name for field in sheet.fields for name in field.supplies)
    units = frozenset(field.measured_in for field in sheet.fields if field.measured_in)
    return Layout(
        grid, fields, headers, reader, sheet.spans, frozenset(supplied), frozenset(implied), units
    )


class RecordFacts(Mapping[str, Fact]):
    """The facts of one record; `place` gives the cell of each field that has a header.

    A field without an entry of its own may be supplied by another one: by a period (协议期限), by
    a header that says it (使用面积), by keywords in a name (安全卫生管理制度).
    """

    def __init__(
        self,
        layout: Layout,
        place: Callable[[str], Place | None],
        rivals: Mapping[str, Sequence[Place]] = MappingProxyType({}),
    ) -> None:
        self._layout = layout
        self._place = place
        self._rivals = rivals  # where else a field has an entry
        self._read: dict[str, Fact | None] = {}

    def __getitem__(self, name: str) -> Fact:
        fact: Fact | None = self.get(name)
        if fact is None:
            raise KeyError(name)
        return fact

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.get(name) is not None

    def values(self) -> ValuesView[Fact]:
        """The facts; looked up once each, where a mapping's own view would ask three times."""
        return {name: self[name] for name in self}.values()

    def get(self, name: str, default: Any = None) -> Any:
        """The fact, or `default` where the sheet has nothing for the field."""
        try:
            fact = self._read[name]
        except KeyError:
            fact = self._read[name] = self._in_order(name, self._find(name))
        return default if fact is None else fact

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._layout.fields if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _in_order(self, name: str, fact: Fact | None) -> Fact | None:
        """The fact, unless it is a day of a term that ends before it starts: then neither holds."""
        if fact is None or fact.value is None or name not in self._layout.spans:
            return fact
        start, end = (self._find(one) for one in self._layout.spans[name])
        if start is None or end is None or start.value is None or end.value is None:
            return fact
        if end.value.at_least(start.value.low) is not Truth.NO:
            return fact
        return Fact(fact.cell, trouble=Trouble.ENDS_BEFORE_START)

    def _find(self, name: str) -> Fact | None:
        field = self._layout.fields.get(name)
        if field is None:
            return None
        own = self._own(name)
        if field.kind is Kind.AMOUNT and own is not None and isinstance(own.value, str):
            parsed = self._measured(field, own).parsed
            is_told = parsed.remark and parsed.remark is not Remark.FROM_TEN_THOUSANDS
            remark = MESSAGES[parsed.remark] if parsed.remark and is_told else ""
            return Fact(own.cell, parsed.value, parsed.trouble, remark)
        if own is None or own.trouble is Trouble.BLANK:
            known = self._layout
            supplied = self._supplied(name) if name in known.supplied else None
            supplied = supplied or (self._unit(name) if name in known.units else None)
            implied = self._implied(name) if not supplied and name in known.implied else None
            own = supplied or implied or own
        return self._with_keywords(field, own) if field.also_from else own

    def _own(self, name: str) -> Fact | None:
        """What stands in the field's own cell; None where it has none."""
        header = self._layout.headers.get(name)
        if header is None:
            return None
        place = self._place(name)
        if place is None:
            return Fact(header, trouble=Trouble.BLANK)
        field = self._layout.fields[name]
        fact = self._layout.reader.fact(self._layout.grid, *place, field, header.header)
        if isinstance(fact.value, str) and is_ditto_cell(fact.value):
            return Fact(fact.cell, None, Trouble.UNREADABLE, NOTHING_ABOVE)
        rivals = self._rivals.get(name)
        if rivals and _is_told(fact):
            others = (
                self._layout.reader.fact(self._layout.grid, *other, field, header.header)
                for other in rivals
            )
            if any(_is_told(one) and one.value != fact.value for one in others):
                return Fact(fact.cell, None, Trouble.UNREADABLE, ANOTHER_ENTRY)
        return fact

    def _measured(self, field: Field, own: Fact) -> Measure:
        """The amount that stands in the field's cell, in the unit that its row or header names."""
        named = self._own(field.measured_in) if field.measured_in else None
        unit = named.value if named is not None and isinstance(named.value, str) else ""
        header = own.cell.header if own.cell is not None else ""
        unit = unit or bracketed(header)
        place = self._place(field.id)
        raw = self._layout.grid.raw(*place) if place is not None else None
        is_share = isinstance(raw, int | float) and 0 < abs(raw) <= 1
        if normalise(unit) == "%" and is_share:  # 0.038 may be 3.8 %, as its format shows it
            return Measure(unreadable(Remark.PERCENT_SIGN_MISSING), unit, unit)
        return measure(own.value, unit)

    def _unit(self, name: str) -> Fact | None:
        """The unit that is written to the amount which is measured in it."""
        for field in self._layout.fields.values():
            if field.kind is Kind.AMOUNT and field.measured_in == name:
                own = self._own(field.id)
                if own is not None and isinstance(own.value, str):
                    written = self._measured(field, own).written
                    return Fact(own.cell, written) if written else None
        return None

    def _supplied(self, name: str) -> Fact | None:
        """The start or the end that a period gives."""
        for field in self._layout.fields.values():
            if field.kind is Kind.PERIOD and name in field.supplies:
                fact = self._own(field.id)
                if fact is not None and fact.trouble is not Trouble.BLANK:
                    return self._part(field, fact, name)
        return None

    def _part(self, field: Field, fact: Fact, name: str) -> Fact | None:
        start_id, end_id = field.supplies
        if fact.trouble is not None:
            return fact
        known = self._own(start_id) if name == end_id else None
        start = known.value if known is not None and isinstance(known.value, Interval) else None
        both = period(fact.value, start)
        parsed = both.start if name == start_id else both.end
        if parsed.trouble is Trouble.BLANK:
            return None
        remark = MESSAGES[parsed.remark] if parsed.remark else ""
        return Fact(fact.cell, parsed.value, parsed.trouble, remark)

    def _implied(self, name: str) -> Fact | None:
        """What the header of a field with an entry says of this one."""
        for other, header in self._layout.headers.items():
            choice = _says(self._layout.fields[other], header.header, name)
            if choice is not None:
                entry = self._own(other)
                if entry is not None and entry.value is not None:
                    return Fact(header, Choices(frozenset((choice,))))
        return None

    def _with_keywords(self, field: Field, own: Fact | None) -> Fact | None:
        named = self._own(field.also_from)
        if named is None or not isinstance(named.value, str):
            return own
        more = self._layout.reader.keywords(field, named.value)
        if not more:
            return own
        if own is not None and own.trouble is not Trouble.BLANK:
            return with_more(own, more)
        is_open = any(word in named.value for word in field.also_open)
        return Fact(named.cell, Choices(more, (named.value,) if is_open else ()))


def _is_told(fact: Fact) -> bool:
    """Whether the fact has a value, and not only a text that no dictionary knows."""
    return bool(fact.value.known) if isinstance(fact.value, Choices) else fact.value is not None


def _says(field: Field, header: str, name: str) -> str | None:
    """The choice of the field `name` that a header of `field` says."""
    if not field.implies:
        return None
    own = label(header)
    return next((i.choice for i in field.implies if (i.label, i.field) == (own, name)), None)
