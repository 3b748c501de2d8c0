"""Make the registers of an audit: who is on the workbook's lists, and what each row counts for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from centre_check.form.types import Disclosure, Field, Form, Personal, Sheet
from centre_check.model.facts import Cell, TableState
from centre_check.model.findings import Audit, Finding
from centre_check.model.registers import LeftOut, Register, RegisterRow
from centre_check.model.table import Facts, Row, Table
from centre_check.standard.types import Standard
from centre_check.words import Words

_NOTHING = Table("", "", TableState.MISSING)


class _Standing(NamedTuple):
    """What the clauses say of one row: those it counts for, those it does not by the reason."""

    counted: list[str]
    left_out: dict[str, list[str]]


class _Trace(NamedTuple):
    """What the findings rest on: rows by table and number, columns by sheet and header."""

    rows: Mapping[tuple[str, int], _Standing]
    columns: frozenset[tuple[str, str]]


def registers(
    facts: Facts,
    audit: Audit,
    standard: Standard,
    form: Form,
    *,
    words: Words,
    shown: Disclosure,
) -> tuple[Register, ...]:
    """The lists of persons and entities that the standard counts one by one, in its order.

    One for each, also where the workbook has no such sheet. Numbers of identity and telephone
    are no columns where they are masked in full.
    """
    counted = (one.rows[0] for one in standard.populations.values() if one.distinct)
    trace = _trace(audit)
    return tuple(
        _register(facts.tables.get(sheet, _NOTHING), form.sheet(sheet), trace, words, shown)
        for sheet in dict.fromkeys(counted)
    )


def _trace(audit: Audit) -> _Trace:
    rows: dict[tuple[str, int], _Standing] = defaultdict(lambda: _Standing([], {}))
    cells: set[Cell] = set()
    for finding in audit.findings:
        for one in finding.counted:
            rows[one.table, one.row].counted.append(finding.criterion)
        for one in finding.left_out:
            reasons = rows[one.table, one.row].left_out
            is_told = one.is_near or _is_each(finding) or one in finding.undecided
            text = finding.says(one.reason) if one.reason and is_told else ""
            reasons.setdefault(text, []).append(finding.criterion)
        for one in (*finding.counted, *finding.left_out):
            cells.update(one.cells)
    return _Trace(rows, frozenset((cell.sheet, cell.header) for cell in cells))


def _is_each(finding: Finding) -> bool:
    return finding.required is not None and finding.required.bound == "each"


def _register(
    table: Table, sheet: Sheet, trace: _Trace, words: Words, shown: Disclosure
) -> Register:
    fields = [
        field
        for field in sheet.fields
        if _is_shown(field, sheet.key, shown) or _is_used(field, table, trace)
    ]
    return Register(
        words.phrase(sheet.title),
        tuple(words.phrase(field.title) for field in fields),
        tuple(_row(row, fields, trace) for row in table.rows),
    )


def _is_shown(field: Field, key: str, shown: Disclosure) -> bool:
    """Who it is; what may decide is shown where a verdict used it."""
    if field.personal in (Personal.NUMBER, Personal.PHONE):
        return shown is not Disclosure.MASKED
    return field.personal is Personal.NAME or field.id == key


def _is_used(field: Field, table: Table, trace: _Trace) -> bool:
    """Whether a finding rests on the column: a list may have one instead of the form's."""
    head = table.headers.get(field.id)
    is_number = field.personal in (Personal.NUMBER, Personal.PHONE)
    return head is not None and not is_number and (head.sheet, head.header) in trace.columns


def _row(row: Row, fields: Sequence[Field], trace: _Trace) -> RegisterRow:
    standing = trace.rows.get((row.table.id, row.number), _Standing([], {}))
    return RegisterRow(
        row.number,
        tuple(_text(row, field.id) for field in fields),
        _once(standing.counted),
        tuple(LeftOut(_once(ids), reason) for reason, ids in standing.left_out.items()),
    )


def _text(row: Row, field: str) -> str | None:
    cell = row.cell(field)
    return cell.value if cell is not None else None


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
