"""What inspectors decided on site: read from files of their own, every mistake told at once.

What stands in the table 16 现场核定 of a submitted workbook decides nothing: its centre wrote it.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from centre_check.errors import WorkbookError
from centre_check.files.mistakes import each_told
from centre_check.logic import Interval
from centre_check.logic.private import without_numbers
from centre_check.logic.spelling import fold, normalise
from centre_check.model.facts import Cell, Choices
from centre_check.model.findings import Attestation, Finding
from centre_check.model.outcomes import Outcome
from centre_check.model.table import Row, Table
from centre_check.words import Words, mark

TABLE = "attestations"
_ASKED = ("outcome", "inspector", "date", "remarks")
_OPEN = (Outcome.UNKNOWN, Outcome.MANUAL)


class AttestationFile(NamedTuple):
    """A file that the user gave as an inspector's."""

    name: str
    tables: Mapping[str, Table]


class Mistake(NamedTuple):
    """What is wrong with an entry or a whole file, in a sentence that `values` fill."""

    message: str
    values: Mapping[str, object]


class BrokenAttestations(WorkbookError):
    """Attestations that cannot be used, with all their mistakes, one a line."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.say(Words("en"))))

    def say(self, words: Callable[..., str]) -> list[str]:
        """One line a mistake."""
        return each_told(self.mistakes, lambda one: words(one.message, **one.values), words)


def entries_in(tables: Mapping[str, Table]) -> tuple[Cell, ...]:
    """The cells of the clauses that a workbook's own table decides, as blank forms do not."""
    table = tables.get(TABLE)
    rows = table.rows if table else ()
    cells = (row.cell("criterion") for row in rows if not _is_blank(row))
    return tuple(cell for cell in cells if cell is not None)


def read_attestations(
    files: Sequence[AttestationFile], findings: Sequence[Finding], latest: date, centre: str
) -> dict[str, Attestation]:
    """What these files decide, by criterion.

    Args:
        files: the inspectors' files.
        findings: what was computed; who decides otherwise says why.
        latest: no decision was made after this day.
        centre: the name of the centre; entries that name another one are left to it.

    Raises:
        BrokenAttestations: a file has no such table or no entry; an entry lacks its outcome, an
            inspector, a day or a reason, names no clause, or one that another entry names. What
            did nothing in silence would be worse.
    """
    computed = {finding.criterion: finding.outcome for finding in findings}
    reader = _Reader(computed, latest, normalise(centre))
    for file in files:
        reader.read(file)
    if reader.mistakes:
        raise BrokenAttestations(reader.mistakes)
    return reader.found


class _Reader:
    def __init__(self, computed: Mapping[str, Outcome], latest: date, centre: str) -> None:
        self.computed = computed
        self.latest = latest
        self.centre = centre
        self.found: dict[str, Attestation] = {}
        self.mistakes: list[Mistake] = []
        self.file = ""

    def read(self, file: AttestationFile) -> None:
        """All entries of a file."""
        self.file = file.name
        table = file.tables.get(TABLE)
        if table is None or not table.headers:
            message = mark("{file}: there is no table 现场核定 in it; give the inspector's file")
            self.mistakes.append(Mistake(message, {"file": file.name}))
            return
        rows = [row for row in table.rows if not _is_blank(row)]
        if not rows:
            message = mark("{file}: no clause is decided in its table 现场核定")
            self.mistakes.append(Mistake(message, {"file": file.name}))
        for row in rows:
            if normalise(_text(row, "centre")) in ("", self.centre):
                self._read(row)

    def _read(self, row: Row) -> None:
        criterion = _criterion(row)
        before = len(self.mistakes)
        if criterion not in self.computed:
            self._wrong_clause(row, criterion)
        elif criterion in self.found:
            told = mark("{file}: {cell}: {criterion} is decided twice; keep one entry")
            self._wrong(told, row, "criterion", criterion=criterion)
        for problem in self._problems(row, criterion):
            self._wrong(*problem)
        if len(self.mistakes) == before:
            self.found[criterion] = _attestation(row, self.file)

    def _problems(self, row: Row, criterion: str) -> Iterator[tuple[str, Row, str]]:
        missing = mark("{file}: {cell}: {header} is missing or cannot be read")
        outcome, day = _outcome(row), _day(row)
        if outcome is None:
            yield missing, row, "outcome"
        if not _text(row, "inspector"):
            yield (
                mark("{file}: {cell}: {header} is missing; write the inspector's name"),
                row,
                "inspector",
            )
        if day is None:
            yield missing, row, "date"
        elif day > self.latest:
            yield mark("{file}: {cell}: {header} is a day to come"), row, "date"
        if self._is_against(outcome, criterion) and not _text(row, "remarks"):
            told = mark("{file}: {cell}: {criterion} is computed otherwise; write in {header} why")
            yield told, row, "remarks"

    def _is_against(self, outcome: Outcome | None, criterion: str) -> bool:
        computed = self.computed.get(criterion, Outcome.UNKNOWN)
        return outcome is not None and computed not in (*_OPEN, outcome)

    def _wrong_clause(self, row: Row, criterion: str) -> None:
        from centre_check.words.nearest import nearest

        close = nearest(criterion, list(self.computed))
        told = (
            mark("{file}: {cell}: there is no clause {criterion}; did you mean {close}?")
            if close
            else mark("{file}: {cell}: there is no clause {criterion}; write one like {close}")
        )
        close = close or next(iter(self.computed))
        self._wrong(told, row, "criterion", criterion=criterion, close=close)

    def _wrong(self, message: str, row: Row, field: str, **values: object) -> None:
        cell = row.cell(field) or row.cell("criterion")
        where = {
            "file": self.file,
            "cell": cell.address if cell else "",
            "header": cell.header if cell else field,
            "criterion": _criterion(row),
        }
        self.mistakes.append(Mistake(message, where | values))


def _attestation(row: Row, source: str) -> Attestation:
    outcome, day = _outcome(row), _day(row)
    return Attestation(
        outcome=outcome or Outcome.UNKNOWN,
        remarks=_shown(row, "remarks") if _text(row, "remarks") else "",
        inspector=without_numbers(_text(row, "inspector")),  # an official act: in full
        day=day or date.min,
        source=source,
        cells=tuple(
            cell for name, _ in row.table.said(row.at) if (cell := row.cell(name)) and cell.value
        ),
    )


def _is_blank(row: Row) -> bool:
    """Whether the row only names a clause, as blank forms do."""
    return all(row.entry(name).is_blank for name in _ASKED)


def _criterion(row: Row) -> str:
    return re.sub(r"[\s—_-]+", "-", fold(_text(row, "criterion"))).upper()


def _outcome(row: Row) -> Outcome | None:
    said = row.entry("outcome").value
    known = said.known if isinstance(said, Choices) and not said.unlisted else frozenset()
    return Outcome(next(iter(known))) if len(known) == 1 else None


def _day(row: Row) -> date | None:
    said = row.entry("date").value
    return said.low if isinstance(said, Interval) and said.is_exact else None


def _shown(row: Row, field: str) -> str:
    return row.entry(field).shown or ""


def _text(row: Row, field: str) -> str:
    said = row.entry(field).value
    return said if isinstance(said, str) else ""
