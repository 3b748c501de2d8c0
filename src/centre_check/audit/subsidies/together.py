"""Loans of one borrower at one time taken together: a ceiling for a person is not one a loan."""

from collections.abc import Sequence
from decimal import Decimal

from centre_check.logic import Interval, Truth
from centre_check.logic.spelling import normalise
from centre_check.model.facts import Choices, Note
from centre_check.model.table import Row, Said, Table
from centre_check.standard.subsidies.types import Together
from centre_check.words import Words, mark

_UNTOLD = Interval[Decimal](Decimal(0), None)


def taken_together(table: Table, by: Together, words: Words) -> tuple[Table, tuple[Note, ...]]:
    """The table where each amount is that of all rows of its holder, and what was added up.

    Rows are of one holder who bear one name, unless their numbers differ; rows that certainly do
    not overlap in time are not added, and where that is not known the sum is only possible.
    """
    of_name: dict[tuple[object, ...], list[Row]] = {}
    for row in table.rows:
        name = row.entry(by.name).value
        if isinstance(name, str) and name:
            alike = tuple(_plain(row, field) for field in by.alike)
            of_name.setdefault((normalise(name), *alike), []).append(row)
    changes: dict[int, Said] = {}
    notes: list[Note] = []
    for rows in of_name.values():
        for row in rows:
            others = [one for one in rows if one is not row]
            sure, perhaps = _beside(row, others, by)
            if sure or perhaps:
                entry = row.entry(by.amount)
                total = _total(row, sure, perhaps, by)
                changes[row.at] = (entry._replace(value=total), None)
        if any(row.at in changes for row in rows):
            notes.append(_told(rows, by, words))
    column = table.columns.get(by.amount)
    if column is None or not changes:
        return table, ()
    return table.but({by.amount: column.rewritten(changes)}), tuple(notes)


def _plain(row: Row, field: str) -> object:
    value = row.entry(field).value
    return tuple(sorted(value.known)) if isinstance(value, Choices) else value


def _beside(row: Row, others: Sequence[Row], by: Together) -> tuple[list[Row], list[Row]]:
    """The other rows of the same holder and time, for certain and perhaps."""
    sure: list[Row] = []
    perhaps: list[Row] = []
    for other in others:
        likeness = min(_same_holder(row, other, by), _at_once(row, other, by))
        if likeness is not Truth.NO:
            (sure if likeness is Truth.YES else perhaps).append(other)
    return sure, perhaps


def _same_holder(row: Row, other: Row, by: Together) -> Truth:
    """Of one name; numbers that differ are of two, one number alone leaves it open."""
    numbers = [one.entry(by.number).value or "" for one in (row, other)]
    if numbers[0] == numbers[1]:
        return Truth.YES
    return Truth.NO if all(numbers) else Truth.MAYBE


def _at_once(row: Row, other: Row, by: Together) -> Truth:
    """Whether the two overlap in time."""
    starts, ends = ([one.entry(name).value for one in (row, other)] for name in (by.first, by.last))
    if not all(isinstance(day, Interval) for day in (*starts, *ends)):
        return Truth.MAYBE
    begun: Truth = starts[0].at_most(ends[1].high)
    ended: Truth = starts[1].at_most(ends[0].high)
    return min(begun, ended)


def _total(
    row: Row, sure: Sequence[Row], perhaps: Sequence[Row], by: Together
) -> Interval[Decimal]:
    amounts = [_amount(one, by) for one in (row, *sure)]
    low = sum((one.low or Decimal(0) for one in amounts), Decimal(0))
    highs = [one.high for one in (*amounts, *(_amount(one, by) for one in perhaps))]
    high = None if None in highs else sum((one for one in highs if one is not None), Decimal(0))
    return Interval(low, high)


def _amount(row: Row, by: Together) -> Interval[Decimal]:
    value = row.entry(by.amount).value
    return value if isinstance(value, Interval) else _UNTOLD


def _told(rows: Sequence[Row], by: Together, words: Words) -> Note:
    cells = tuple(cell for row in rows if (cell := row.cell(by.amount)) is not None)
    name = rows[0].cell(by.name)
    text = mark(
        "loans of one borrower 「{name}」 at one time are taken together; number namesakes apart"
    )
    return Note("together", words(text, name=(name.value or "") if name else ""), cells)
