"""Field tests: what a column answers to a question, each distinct entry asked once."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from centre_check.checks.answers import Answer, contradictory
from centre_check.checks.grammar import FieldTest, Operator
from centre_check.checks.operators import Question, question
from centre_check.checks.places import room_of
from centre_check.checks.records import Context, Record, Records
from centre_check.logic import Interval, Truth
from centre_check.logic.calendar import add_months
from centre_check.model.entry import NO_COLUMN, Entry
from centre_check.model.evidence import Reason, Why
from centre_check.model.facts import Cell, Choices, Trouble, Value
from centre_check.model.table import Column, Row, Table


def truths_of(test: FieldTest, table: Table, context: Context) -> Sequence[Truth]:
    """What its rows answer, each distinct entry of the column asked once."""
    by_entry, _, column, _ = _asked(test, table, context)
    if column is None:
        return by_entry * len(table.numbers)
    return [by_entry[code] for code in column.codes]


class _Asked(NamedTuple):
    """What the distinct entries of a column answer to a test, and why not yes, once it is told."""

    truths: list[Truth]
    whys: dict[int, Why]
    column: Column | None
    test: FieldTest  # kept alive, so that no other one takes its identity


def _asked(test: FieldTest, table: Table, context: Context) -> _Asked:
    """What the entries of the field's column answer; without a column, what that does."""
    key = id(test), context.as_of, context.is_day_known
    known: _Asked | None = table.asked.get(key)
    if known is None:
        column = table.columns.get(test.field)
        entries = column.entries if column is not None else (NO_COLUMN,)
        ask = question(test, context.as_of if context.is_day_known else None)
        given = [_truth(test, one, ask) for one in entries]
        known = table.asked[key] = _Asked(given, {}, column, test)
    return known


def _truth(test: FieldTest, entry: Entry, ask: Question) -> Truth:
    """What an entry answers; a blank as the test says, what cannot be read leaves it open."""
    if test.operator is Operator.ABSENT:
        return Truth.of(entry.trouble is Trouble.NO_COLUMN)
    if _asks_for_blank(test):
        if entry.value is not None:
            return Truth.NO
        return Truth.YES if entry.is_blank else Truth.MAYBE
    if entry.value is None:
        return test.when_blank if entry.is_blank else Truth.MAYBE
    return ask(entry.value)


def _asks_for_blank(test: FieldTest) -> bool:
    return test.operator is Operator.GIVEN and test.value == ("no",)


def ask_field(test: FieldTest, record: Record, context: Context) -> Answer:
    """What a record says in one field; rows of it that contradict each other leave it open."""
    if len(record.rows) == 1:
        return _ask_row(test, record.rows[0], record, context)
    rows = [row for row in record.rows if row.entry(test.field).trouble is not Trouble.NO_COLUMN]
    answers = [_ask_row(test, row, record, context) for row in rows or record.rows[:1]]
    if len({answer.truth for answer in answers}) == 1:
        return answers[0]
    return contradictory(answers)


def _ask_row(test: FieldTest, row: Row, record: Record, context: Context) -> Answer:
    table, at = row
    if test.operator in ABOUT_OTHERS:
        return _ask_beside(test, row, record, context)
    by_entry, whys, column, _ = _asked(test, table, context)
    if column is None:
        code, cells = 0, _NO_CELLS
    else:
        code, cell = column.codes[at], column.cells[at]
        cells = (cell,) if cell is not None else _NO_CELLS
    truth = by_entry[code]
    if truth is Truth.YES or test.operator is Operator.ABSENT:
        return Answer(truth, cells)
    why = whys.get(code)
    if why is None:
        why = whys[code] = _why(test, row.entry(test.field), truth, table.id, context)
    return Answer(truth, cells, (Reason(why, cells),))


_NO_CELLS: tuple[Cell, ...] = ()


def _ask_beside(test: FieldTest, row: Row, record: Record, context: Context) -> Answer:
    """What a row says in a field that is held against other fields or other records."""
    entry, cell = row.entry(test.field), row.cell(test.field)
    cells = (cell,) if cell is not None else ()
    ask = partial(_BESIDE[test.operator], test=test, record=record, context=context)
    truth = _truth(test, entry, ask)
    if truth is Truth.YES:
        return Answer(truth, cells)
    return Answer(truth, cells, (Reason(_why(test, entry, truth, row.table.id, context), cells),))


def _why(test: FieldTest, entry: Entry, truth: Truth, table: str, context: Context) -> Why:
    """Why an entry does not say yes."""
    values = {"table": table, "field": test.field, "wanted": "|".join(test.value)}
    if entry.value is None:
        values |= {"remark": entry.remark} if entry.remark else {}
    elif not _asks_for_blank(test):
        values |= _read_otherwise(entry)
    return context.why(_code(test, entry, truth), **values)


def _code(test: FieldTest, entry: Entry, truth: Truth) -> str:
    """Why an entry does not say yes."""
    if entry.value is None:
        return str(entry.trouble)
    if truth is Truth.NO:
        return "not_blank" if _asks_for_blank(test) else f"not_{test.operator}"
    if isinstance(entry.value, Choices):
        return "unlisted" if entry.value.unlisted else "perhaps"
    return "doubtful" if test.operator is Operator.SILENT_ON else "imprecise"


def _read_otherwise(entry: Entry) -> dict[str, str]:
    """The amount in its base unit where the cell holds another figure: 15 of 万元 is 150000."""
    value = entry.value
    amount = value.low if isinstance(value, Interval) and value.is_exact else None
    if entry.shown is None or not isinstance(amount, Decimal):
        return {}
    figures = re.findall(r"[0-9]+(?:\.[0-9]+)?", entry.shown.replace(",", ""))
    is_same = [Decimal(figure) for figure in figures] == [amount]
    return {} if is_same else {"read": f"{amount.normalize():f}"}


def _unique(value: Value, test: FieldTest, record: Record, context: Context) -> Truth:
    """Whether no other record of the population says the same."""
    among = context.records[record.population]
    others = (at for at in _holders(test.field, among).get(_told(value), ()) if at != record.at)
    if not record.rivals:
        surest = next(others, None)
        return Truth.YES if surest is None else among.belongs[surest].negated
    shared = Truth.NO
    for at in others:
        is_perhaps_own = any(at in rivals for rivals in record.rivals)
        other_one = Truth.MAYBE if is_perhaps_own else Truth.YES
        shared = max(shared, min(among.belongs[at], other_one))
    return shared.negated


def _told(value: Value) -> Value:
    """A value as it is compared with others: 2楼203室 is 203."""
    return (room_of(value) or value) if isinstance(value, str) else value


def _holders(field: str, among: Records) -> Mapping[Value, Sequence[int]]:
    """Which records of the population say what in a field, by position, the surest first."""
    if field not in among.holders:
        found: dict[Value, list[int]] = {}
        for at in sorted(range(len(among)), key=among.belongs.__getitem__, reverse=True):
            said = among.all[at].said(field)
            for value in {_told(entry.value) for entry, _ in said if entry.value is not None}:
                found.setdefault(value, []).append(at)
        among.holders[field] = found
    return among.holders[field]


def _until(
    value: Interval[date],
    test: FieldTest,
    record: Record,
    context: Context,  # noqa: ARG001 - as _unique
) -> Truth:
    """Whether a date is not later than so long after the last day of another field."""
    name, many = test.value
    others = [entry.value for entry, _ in record.said(name)]
    if any(not isinstance(other, Interval) or other.high is None for other in others):
        return Truth.MAYBE
    is_days = test.operator is Operator.WITHIN_DAYS_OF
    last = [
        other.high + timedelta(days=int(many)) if is_days else add_months(other.high, int(many))
        for other in others
    ]
    return max(value.at_most(day) for day in last)


_BESIDE = {
    Operator.UNIQUE: _unique,
    Operator.WITHIN_DAYS_OF: _until,
    Operator.WITHIN_MONTHS_OF: _until,
}


ABOUT_OTHERS = frozenset(_BESIDE)  # operators that look at more than the field
