"""What inspectors decided on site: read from files of their own, every mistake told at once.

What stands in the table 16 现场核定 of a submitted workbook decides nothing: its centre wrote it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from centre_check.files.entered import (
    MISSING,
    EntryMistake,
    Mistakes,
    choice_of,
    day_of,
    shown_of,
    text_of,
)
from centre_check.logic.private import without_numbers
from centre_check.logic.spelling import fold, normalise
from centre_check.model.facts import Cell
from centre_check.model.findings import Attestation, Finding
from centre_check.model.outcomes import Outcome
from centre_check.model.table import Row, Table
from centre_check.words import mark

TABLE = "attestations"
_ASKED = ("outcome", "inspector", "date", "remarks", "evidence")
_OPEN = (Outcome.UNKNOWN, Outcome.MANUAL)


class AttestationFile(NamedTuple):
    """A file that the user gave as an inspector's: its table, and what is wrong with its shape."""

    name: str
    table: Table | None
    mistakes: Sequence[EntryMistake] = ()


def entries_in(tables: Mapping[str, Table]) -> tuple[Cell, ...]:
    """The cells of the clauses that a workbook's own table decides, as blank forms do not."""
    table = tables.get(TABLE)
    rows = table.rows if table else ()
    cells = (row.cell("criterion") for row in rows if not _is_blank(row))
    return tuple(cell for cell in cells if cell is not None)


def centres_in(tables: Mapping[str, Table]) -> frozenset[str]:
    """The centres that an inspector's entries name, normalised; empty for one that names none."""
    table = tables.get(TABLE)
    rows = table.rows if table else ()
    return frozenset(normalise(text_of(row, "centre")) for row in rows if not _is_blank(row))


def read_attestations(
    files: Sequence[AttestationFile], findings: Sequence[Finding], latest: date, centre: str
) -> dict[str, Attestation]:
    """What these files decide, by criterion; what has expired by the audit date stands there, too.

    Args:
        files: the inspectors' files.
        findings: what was computed; who decides otherwise says why.
        latest: no decision was made after this day.
        centre: the name of the centre; entries that name another one are left to it.

    Raises:
        BrokenEntries: a file has no such table or no entry; an entry lacks its outcome, an
            inspector, a day or a reason, names no clause, or one that another entry names. What
            did nothing in silence would be worse.
    """
    computed = {finding.criterion: finding.outcome for finding in findings}
    reader = _Reader(computed, latest, normalise(centre))
    for file in files:
        reader.read(file)
    reader.mistakes.refuse()
    return reader.found


class _Reader:
    def __init__(self, computed: Mapping[str, Outcome], latest: date, centre: str) -> None:
        self.computed = computed
        self.latest = latest
        self.centre = centre
        self.found: dict[str, Attestation] = {}
        self.mistakes = Mistakes()
        self.file = ""

    def read(self, file: AttestationFile) -> None:
        """All entries of a file."""
        self.file = file.name
        self.mistakes.found += file.mistakes
        if file.table is None:
            return
        rows = [row for row in file.table.rows if not _is_blank(row)]
        if not rows and not file.mistakes:
            message = mark("{file}: no clause is decided in its table 现场核定")
            self.mistakes.of_file(message, file.name)
        for row in rows:
            if normalise(text_of(row, "centre")) in ("", self.centre):
                self._read(row)

    def _read(self, row: Row) -> None:
        criterion = criterion_of(row)
        before = len(self.mistakes.found)
        if criterion not in self.computed:
            wrong_clause(self.mistakes, self.file, row, list(self.computed))
        elif criterion in self.found:
            told = mark("{file}: {cell}: {criterion} is decided twice; keep one entry")
            self.mistakes.at(told, self.file, row, "criterion", criterion=criterion)
        for told, field in self._problems(row, criterion):
            self.mistakes.at(told, self.file, row, field, criterion=criterion)
        if len(self.mistakes.found) == before:
            self.found[criterion] = _attestation(row, self.file)

    def _problems(self, row: Row, criterion: str) -> Iterator[tuple[str, str]]:
        outcome, day, end = choice_of(row, "outcome"), day_of(row, "date"), row.entry("valid_until")
        if outcome is None:
            yield MISSING, "outcome"
        if not text_of(row, "inspector"):
            yield (
                mark("{file}: {cell}: {header} is missing; write the inspector's name"),
                "inspector",
            )
        if day is None:
            yield MISSING, "date"
        elif day > self.latest:
            yield mark("{file}: {cell}: {header} is a day to come"), "date"
        until = day_of(row, "valid_until")
        if until is None and not end.is_blank:
            yield MISSING, "valid_until"
        elif until is not None and day is not None and until < day:
            yield mark("{file}: {cell}: {header} is before the day of the decision"), "valid_until"
        if self._is_against(outcome, criterion) and not text_of(row, "remarks"):
            told = mark("{file}: {cell}: {criterion} is computed otherwise; write in {header} why")
            yield told, "remarks"

    def _is_against(self, outcome: str | None, criterion: str) -> bool:
        computed = self.computed.get(criterion, Outcome.UNKNOWN)
        return outcome is not None and computed not in (*_OPEN, outcome)


def wrong_clause(mistakes: Mistakes, file: str, row: Row, known: Sequence[str]) -> None:
    """Tell that the row names no clause, and which one is near."""
    from centre_check.words.nearest import nearest

    criterion = criterion_of(row)
    close = nearest(criterion, list(known))
    told = (
        mark("{file}: {cell}: there is no clause {criterion}; did you mean {close}?")
        if close
        else mark("{file}: {cell}: there is no clause {criterion}; write one like {close}")
    )
    close = close or next(iter(known))
    mistakes.at(told, file, row, "criterion", criterion=criterion, close=close)


def _attestation(row: Row, source: str) -> Attestation:
    outcome, day = choice_of(row, "outcome"), day_of(row, "date")
    return Attestation(
        outcome=Outcome(outcome or Outcome.UNKNOWN),
        remarks=shown_of(row, "remarks"),
        inspector=without_numbers(text_of(row, "inspector")),  # an official act: in full
        day=day or date.min,
        source=source,
        cells=tuple(
            cell for name, _ in row.table.said(row.at) if (cell := row.cell(name)) and cell.value
        ),
        evidence=shown_of(row, "evidence"),
        valid_until=day_of(row, "valid_until"),
        approver=without_numbers(text_of(row, "approver")),
    )


def _is_blank(row: Row) -> bool:
    """Whether the row only names a clause, as blank forms do."""
    return all(row.entry(name).is_blank for name in _ASKED)


def criterion_of(row: Row) -> str:
    """The clause that a row names, however it is written."""
    return re.sub(r"[\s—_-]+", "-", fold(text_of(row, "criterion"))).upper()
