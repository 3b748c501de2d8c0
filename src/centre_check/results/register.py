"""Open the register from results, and bring it up to date with later ones."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from centre_check.logic.spelling import normalise
from centre_check.model.outcomes import Outcome
from centre_check.model.rectification import RectificationRow, RectificationState, RowKey
from centre_check.results.types import CentreResult, ClauseResult

_OPEN = (Outcome.FAIL, Outcome.UNKNOWN, Outcome.MANUAL)
_NUMBER = re.compile(r"([0-9]{4})-([0-9]{1,6})")


class RowChange(StrEnum):
    """What became of a row by an update."""

    CLOSED = "closed"
    PASSED = "passed"  # met by an inspector's word that nobody approved
    WORSE = "worse"
    NEW = "new"
    SAME = "same"
    UNSEEN = "unseen"  # its centre was not audited again, or its clause is gone


class RowStep(NamedTuple):
    """A row after an update, and what became of it."""

    row: RectificationRow
    step: RowChange


class Due(NamedTuple):
    """A deadline: a day, or so many days after the audit; neither: to be filled in."""

    day: date | None = None
    days: int | None = None

    def after(self, audited: date) -> date | None:
        """The deadline of what was found on this day."""
        return self.day if self.days is None else audited + timedelta(days=self.days)


def opened(
    results: Iterable[CentreResult], due: Due, before: Sequence[RectificationRow] = ()
) -> list[RectificationRow]:
    """A row for each finding that is not met or open, and that no open row of `before` has."""
    known = {key_of(row) for row in before if not row.is_closed}
    last = _last_numbers(before)
    found = []
    for result in results:
        for clause in result.clauses:
            for record in _records(clause):
                row = _row(result, clause, record, due)
                if key_of(row) in known:
                    continue
                year = result.as_of.year
                last[year] = last.get(year, 0) + 1
                found.append(row._replace(id=f"{year}-{last[year]:03}"))
    return found


def updated(
    rows: Sequence[RectificationRow], results: Sequence[CentreResult], due: Due
) -> list[RowStep]:
    """Every row after these audits, then those that are new; only the machine's fields change."""
    by_centre = {_whose(one.name, one.level_title): one for one in results}
    steps = [_step(row, by_centre.get(_whose(row.centre, row.level))) for row in rows]
    after = [one.row for one in steps]
    return [*steps, *(RowStep(row, RowChange.NEW) for row in opened(results, due, after))]


def key_of(row: RectificationRow) -> RowKey:
    """By what a row is known, wherever it stands and whatever its number is."""
    return (*_whose(row.centre, row.level), normalise(row.criterion), normalise(row.record))


def lost(rows: Sequence[RectificationRow]) -> list[str]:
    """The numbers that are missing between the first and the last of each year."""
    seen: dict[int, set[int]] = {}
    for row in rows:
        if found := _NUMBER.fullmatch(row.id):
            seen.setdefault(int(found[1]), set()).add(int(found[2]))
    return [
        f"{year}-{number:03}"
        for year, numbers in sorted(seen.items())
        if max(numbers) <= 10 * len(numbers) + 1000  # a mistyped number is no thousand lost rows
        for number in range(1, max(numbers))
        if number not in numbers
    ]


def _last_numbers(rows: Sequence[RectificationRow]) -> dict[int, int]:
    last: dict[int, int] = {}
    for row in rows:
        if found := _NUMBER.fullmatch(row.id):
            year = int(found[1])
            last[year] = max(last.get(year, 0), int(found[2]))
    return last


def _whose(name: str, level: str) -> tuple[str, str]:
    return normalise(name), normalise(level)


def _records(clause: ClauseResult) -> Iterator[str]:
    """The records of a clause that are not as they must be; the clause itself where it has none."""
    if clause.decided in _OPEN and not clause.is_exempt:
        yield from dict.fromkeys(clause.records) or ("",)


def _row(result: CentreResult, clause: ClauseResult, record: str, due: Due) -> RectificationRow:
    is_unmet = clause.decided is Outcome.FAIL
    return RectificationRow(
        id="",
        centre=result.name,
        level=result.level_title,
        criterion=clause.criterion,
        record=record,
        problem=clause.message,
        kind="in_time" if is_unmet else "at_once",
        due=due.after(result.as_of),
        result=clause.decided,
        reviewed=None,
    )


def _step(row: RectificationRow, result: CentreResult | None) -> RowStep:
    if row.is_closed:
        return RowStep(row, RowChange.SAME)
    clause = _clauses(result).get(normalise(row.criterion)) if result is not None else None
    if result is None or clause is None:
        return RowStep(row, RowChange.UNSEEN)
    outcome = _outcome(row, clause)
    seen = row._replace(reviewed=result.as_of, result=outcome)
    if outcome in (Outcome.PASS, Outcome.NOT_APPLICABLE):
        if outcome is Outcome.PASS and (not clause.is_attested or clause.approver):
            approver = row.approver or clause.approver
            closed = seen._replace(
                progress=RectificationState.CLOSED, closed=result.as_of, approver=approver
            )
            return RowStep(closed, RowChange.CLOSED)
        return RowStep(seen._replace(progress=RectificationState.PASSED), RowChange.PASSED)
    is_worse = outcome is Outcome.FAIL and row.result not in (None, Outcome.FAIL)
    if row.progress in (RectificationState.PASSED, RectificationState.CLOSED):
        seen, is_worse = seen._replace(progress=RectificationState.GOING_ON, closed=None), True
    problem = seen._replace(problem=clause.message)
    return RowStep(problem, RowChange.WORSE if is_worse else RowChange.SAME)


def _outcome(row: RectificationRow, clause: ClauseResult) -> Outcome:
    """What the review says of the row: of its record alone, where it is about one."""
    is_about_others = row.record and clause.records and clause.decided in _OPEN
    if is_about_others and normalise(row.record) not in map(normalise, clause.records):
        return Outcome.PASS
    return clause.decided


def _clauses(result: CentreResult) -> Mapping[str, ClauseResult]:
    return {normalise(one.criterion): one for one in result.clauses}
