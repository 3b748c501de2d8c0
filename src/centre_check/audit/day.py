"""The audit date: where it is from, and which clauses rest on one that cannot be read."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from centre_check.checks.grammar import FieldTest, Population, TotalTerm
from centre_check.checks.operators import OF_THE_DAY
from centre_check.checks.within import parts_within
from centre_check.logic import Interval
from centre_check.model.entry import Entry
from centre_check.model.evidence import Reason, Why
from centre_check.model.facts import Cell, Note
from centre_check.model.findings import Finding
from centre_check.model.outcomes import Outcome
from centre_check.standard.types import Criterion
from centre_check.words import Words, mark

_HINT = mark("Correct the workbook's date, or give the audit date with --as-of.")


class AuditDay(NamedTuple):
    """The day, where it is from; one that `is_known` not is today's, and nothing rests on it."""

    day: date
    source: str
    notes: tuple[Note, ...] = ()
    is_known: bool = True
    unread: tuple[Cell, ...] = ()


def audit_day(
    entry: Entry, cell: Cell | None, wish: date | None, words: Words, today: date
) -> AuditDay:
    """The audit date: what the user gave, else what the workbook says, else today.

    What stands in the workbook and cannot be read is no reason to take today.
    """
    cells = (cell,) if cell is not None else ()
    stated = entry.value if isinstance(entry.value, Interval) else None
    if wish is not None:
        return AuditDay(wish, words(mark("given")))
    if stated is None or stated.high is None:
        return _without(entry, cells, words, today)
    notes = []
    if not stated.is_exact:
        text = words(mark("the workbook's date is not a day; its last day is taken"))
        notes.append(Note("date_imprecise", text, cells))
    if stated.high > today:
        text = words(mark("the workbook's date is a day to come; please check it"))
        notes.append(Note("date_to_come", text, cells))
    return AuditDay(stated.high, cell.address if cell else "", tuple(notes))


def _without(entry: Entry, cells: tuple[Cell, ...], words: Words, today: date) -> AuditDay:
    is_filled = not entry.is_blank or any(map(str.isalnum, entry.shown or ""))
    if not is_filled:
        return AuditDay(today, words(mark("today, no date is given")))
    where = cells[0].address if cells else ""
    source = words(
        mark("not known: {where} 「{value}」 is no day"), where=where, value=entry.shown or ""
    )
    text = words(
        mark("the workbook's date cannot be read; what rests on it is open until --as-of gives it")
    )
    notes = (Note("date_unreadable", text, cells),)
    return AuditDay(today, source, notes, is_known=False, unread=cells)


def rests_on_day(part: object, populations: Mapping[str, Population]) -> bool:
    """Whether a check, or a population that it names, asks for the audit date."""
    match part:
        case FieldTest(operator=operator):
            return operator in OF_THE_DAY
        case TotalTerm():
            return False  # the length of a term is the same on every day
        case str():
            named = populations.get(part)
            others = {key: one for key, one in populations.items() if key != part}
            return named is not None and rests_on_day(named, others)
        case _:
            return any(rests_on_day(one, populations) for one in parts_within(part))


def left_open(
    finding: Finding,
    criterion: Criterion,
    populations: Mapping[str, Population],
    day: AuditDay,
    words: Words,
) -> Finding:
    """The finding where the day is not known: one that rests on it says so, with the cell."""
    if day.is_known or finding.outcome is not Outcome.UNKNOWN:
        return finding
    if not rests_on_day(criterion.check, populations):
        return finding
    message = words(mark("it rests on the audit date, which is {source}"), source=day.source)
    return finding._replace(
        message=message,
        brief=message,
        remedy=words(_HINT),
        reasons=(Reason(Why("day_unknown", {}), day.unread), *finding.reasons),
        cells=(*day.unread, *finding.cells),
        shortfall=None,
    )
