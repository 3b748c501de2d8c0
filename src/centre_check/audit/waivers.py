"""Exemptions read from an office's register, and held against what was computed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from centre_check.audit.attestations import criterion_of, wrong_clause
from centre_check.files.entered import (
    MISSING,
    Mistakes,
    choice_of,
    day_of,
    place,
    shown_of,
    text_of,
)
from centre_check.logic.private import without_numbers
from centre_check.logic.spelling import normalise
from centre_check.model.evidence import Evidence
from centre_check.model.facts import Note
from centre_check.model.findings import Finding
from centre_check.model.outcomes import Outcome
from centre_check.model.table import Row, Table
from centre_check.model.waivers import Waiver, WaiverEntry, WaiverState
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES

TABLE = "waivers"
_TEXTS = ("id", "reason", "basis", "approver", "evidence")
_DAYS = ("approved_on", "valid_from", "valid_until")
_EACH = "each"
_ROW = re.compile(r"第?([0-9]+)行?")
_PARTS = re.compile(r"[、,，;；\n]+")


class CentreTold(NamedTuple):
    """What tells a centre, and who acts for it."""

    name: str
    credit_code: str
    level: str
    persons: tuple[str, ...] = ()


class KnownClauses(NamedTuple):
    """The clauses of a standard, and those from which it allows no exemption."""

    ids: tuple[str, ...]
    unwaivable: frozenset[str] = frozenset()


def read_waivers(
    tables: Sequence[tuple[str, Table | None]],
    clauses: KnownClauses,
    mistakes: Mistakes,
    today: date,
) -> tuple[WaiverEntry, ...]:
    """The exemptions in these files' tables; what is wrong with any of them is gathered.

    An entry is refused that lacks anything but its rows, names no clause or one that allows no
    exemption, whose days are none or contradict one another, whose approver applied for it
    himself, or which comes twice.
    """
    found: list[WaiverEntry] = []
    ids: set[str] = set()
    for file, table in tables:
        if table is not None and not table.rows:
            mistakes.of_file(mark("{file}: no exemption stands in it"), file)
        for row in table.rows if table else ():
            before = len(mistakes.found)
            for message, field in _problems(row, ids, today):
                mistakes.at(message, file, row, field, id=text_of(row, "id"))
            criterion = criterion_of(row)
            if criterion not in clauses.ids:
                wrong_clause(mistakes, file, row, clauses.ids)
            elif criterion in clauses.unwaivable:
                told = mark(
                    "{file}: {cell}: the standard allows no exemption from {criterion}; take it out"
                )
                mistakes.at(told, file, row, "criterion", criterion=criterion)
            ids.add(text_of(row, "id"))
            if len(mistakes.found) == before:
                found.append(_entry(row, criterion, file))
    _refuse_overlap(found, mistakes)
    return tuple(found)


def _problems(row: Row, ids: set[str], today: date) -> Iterator[tuple[str, str]]:
    for field in _TEXTS:
        if not text_of(row, field):
            yield MISSING, field
    if text_of(row, "id") and text_of(row, "id") in ids:
        yield mark("{file}: {cell}: the number {id} stands there twice; keep one"), "id"
    if not text_of(row, "credit_code") and not (text_of(row, "centre") and choice_of(row, "level")):
        yield (
            mark("{file}: {cell}: whose exemption is it? write the credit code, or name and level"),
            "centre",
        )
    if not row.entry("covers").is_blank and choice_of(row, "covers") is None:
        yield MISSING, "covers"
    days = {field: day_of(row, field) for field in _DAYS}
    yield from ((MISSING, field) for field, day in days.items() if day is None)
    approved, begin, end = days.values()
    if begin and end and end < begin:
        yield mark("{file}: {cell}: {header} is before the first day"), "valid_until"
    if approved and approved > today:
        yield mark("{file}: {cell}: {header} is a day to come"), "approved_on"
    approver = normalise(text_of(row, "approver"))
    if approver and approver in map(normalise, (text_of(row, "applicant"), text_of(row, "centre"))):
        yield _HIMSELF, "approver"


_HIMSELF = mark("{file}: {cell}: who applied for an exemption cannot approve it")


def _entry(row: Row, criterion: str, file: str) -> WaiverEntry:
    approved, begin, end = (day_of(row, field) or date.min for field in _DAYS)
    rows = row.cell("rows")
    waiver = Waiver(
        id=text_of(row, "id"),
        criterion=criterion,
        covers=Outcome(choice_of(row, "covers") or Outcome.FAIL),
        rows=tuple(filter(None, map(str.strip, _PARTS.split((rows and rows.value) or "")))),
        reason=shown_of(row, "reason"),
        basis=shown_of(row, "basis"),
        approver=without_numbers(text_of(row, "approver")),  # an official act: in full
        approved_on=approved,
        valid_from=begin,
        valid_until=end,
        evidence=shown_of(row, "evidence"),
        source=file,
    )
    return WaiverEntry(
        waiver,
        text_of(row, "credit_code").upper(),
        text_of(row, "centre"),
        choice_of(row, "level") or "",
        place(row.cell("id"), row),
    )


def _refuse_overlap(found: Sequence[WaiverEntry], mistakes: Mistakes) -> None:
    """Two exemptions of one clause whose times overlap leave open which of them holds."""
    by_clause: dict[tuple[str, ...], list[WaiverEntry]] = {}
    for one in found:
        whose = (one.credit_code or normalise(one.centre), one.level if one.centre else "")
        by_clause.setdefault((*whose, one.waiver.criterion, one.waiver.covers), []).append(one)
    for group in by_clause.values():
        ordered = sorted(group, key=lambda one: one.waiver.valid_from)
        for before, after in pairwise(ordered):
            if after.waiver.valid_from <= before.waiver.valid_until:
                mistakes.of_file(
                    mark(
                        "{file}: {cell}: {id} and {other} exempt from {criterion} at the same "
                        "time; keep one"
                    ),
                    after.waiver.source,
                    cell=after.place,
                    id=after.waiver.id,
                    other=before.waiver.id,
                    criterion=after.waiver.criterion,
                )


class Waived(NamedTuple):
    """The findings with the exemptions that hold, and what is to be said of the others."""

    findings: list[Finding]
    notes: list[Note]


def waive(
    findings: Sequence[Finding],
    entries: Sequence[WaiverEntry],
    centre: CentreTold,
    as_of: date,
    words: Words,
) -> Waived:
    """Put beside each finding the exemption of this centre that holds on the day of the audit.

    Raises:
        BrokenEntries: one names a record that the clause does not have, or was approved by the
            centre itself.
    """
    mistakes = Mistakes()
    own = [one for one in entries if _is_of(one, centre)]
    by_clause: dict[str, list[Waiver]] = {}
    for one in own:
        if normalise(one.waiver.approver) in map(normalise, filter(None, centre.persons)):
            mistakes.of_file(_HIMSELF, one.waiver.source, cell=one.place)
        by_clause.setdefault(one.waiver.criterion, []).append(one.waiver)
    notes = _strangers(entries, own, centre, words)
    found: list[Finding] = []
    for finding in findings:
        held = finding
        for waiver in by_clause.get(finding.criterion, ()):
            why = _why_not(finding, waiver, as_of, words)
            if not why and waiver.rows:
                left = _left(finding, waiver, mistakes)
                why = words(_LEFT, rows=words.join(left)) if left else ""
            if why:
                text = words(mark("exemption {id}, {criterion}: {why}"), why=why, **_named(waiver))
                notes.append(Note(f"waiver_{waiver.state(as_of)}", text))
            else:
                held = finding._replace(waiver=waiver)
        found.append(held)
    mistakes.refuse()
    return Waived(found, notes)


_LEFT = mark("not used, since it does not cover {rows}")


def _named(waiver: Waiver) -> dict[str, str]:
    return {"id": waiver.id, "criterion": waiver.criterion}


def _is_of(entry: WaiverEntry, centre: CentreTold) -> bool:
    if entry.credit_code:
        return entry.credit_code == centre.credit_code
    return (normalise(entry.centre), entry.level) == (normalise(centre.name), centre.level)


def _why_not(finding: Finding, waiver: Waiver, as_of: date, words: Words) -> str:
    """Why the exemption does not hold for the finding; empty where it does."""
    state = waiver.state(as_of)
    if state is WaiverState.EXPIRED:
        since = waiver.valid_until + timedelta(days=1)
        text = mark("it ended on {day}; the finding is back since {since}")
        return words(text, day=waiver.valid_until.isoformat(), since=since.isoformat())
    if state is WaiverState.NOT_YET:
        return words(mark("it begins on {day}"), day=waiver.valid_from.isoformat())
    if finding.decided in (Outcome.PASS, Outcome.NOT_APPLICABLE):
        return words(mark("not used, since the clause is met"))
    if finding.decided is not waiver.covers:
        return words(
            mark("not used, since it covers {covers} and the clause is {outcome}"),
            covers=words(OUTCOMES[waiver.covers]),
            outcome=words(OUTCOMES[finding.decided]),
        )
    return ""


def _left(finding: Finding, waiver: Waiver, mistakes: Mistakes) -> list[str]:
    """The records that are not as the clause wants and that the exemption does not name."""
    if finding.required is None or finding.required.bound != _EACH:
        told = mark(
            "{file}: {id}: {criterion} is not about single records; leave the records blank"
        )
        mistakes.of_file(told, waiver.source, **_named(waiver))
        return []
    bad = {_number(one): one for one in finding.left_out}
    named: set[int] = set()
    for said in waiver.rows:
        number = _ROW.fullmatch(normalise(said))
        hits = {
            at
            for at, one in bad.items()
            if (at == int(number[1]) if number else _is_called(one, said))
        }
        if not hits:
            told = mark("{file}: {id}: {criterion} has no record {row} that is at fault")
            mistakes.of_file(told, waiver.source, row=f"「{said}」", **_named(waiver))
        named |= hits
    return [_called(one) for at, one in bad.items() if at not in named]


def _number(one: Evidence) -> int:
    table, at = one.first
    return table.numbers[at]


def _is_called(one: Evidence, said: str) -> bool:
    return one.name is not None and normalise(one.name.value or "") == normalise(said)


def _called(one: Evidence) -> str:
    return (one.name and one.name.value) or str(_number(one))


def _strangers(
    entries: Sequence[WaiverEntry], own: Sequence[WaiverEntry], centre: CentreTold, words: Words
) -> list[Note]:
    """A note where none of the exemptions is this centre's, or one is nearly so."""
    if own or not entries:
        return []
    from centre_check.words.nearest import nearest

    known: Mapping[str, WaiverEntry] = {one.centre: one for one in entries if one.centre}
    close = nearest(centre.name, list(known)) if centre.name else None
    text = (
        words(
            mark("no exemption is this centre's; {id} is for 「{close}」: is it meant?"),
            id=known[close].waiver.id,
            close=close,
        )
        if close
        else words(mark("no exemption is this centre's"))
    )
    return [Note("waivers_none", text)]
