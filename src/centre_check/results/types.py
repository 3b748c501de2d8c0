"""What an audit said of a centre, as far as later commands need it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from centre_check.model.findings import Failure, Measured, Required
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.model.sightings import InCommon


class StandardUsed(NamedTuple):
    """The standard that a centre was judged by; another digest is another standard."""

    id: str
    title: str
    edition: str
    sha256: str


class ClauseResult(NamedTuple):
    """The outcome of one criterion; `decided` is the inspector's where there is one.

    `reasons` are codes, `cells` addresses (`工作表!B9`), `records` what each record that is not as
    it must be is called, `approver` who approved the inspector's decision. Whoever prints neither
    them nor the message has them left out, so that many results fit into memory.
    """

    criterion: str
    title: str
    outcome: Outcome
    decided: Outcome
    required: Required | None
    measured: Measured | None
    shortfall: Decimal | None
    message: str = ""
    reasons: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    is_exempt: bool = False
    is_attested: bool = False
    approver: str = ""


class CentreResult(NamedTuple):
    """The result of one centre on one day.

    `place` is the file it was read from, empty when the workbook was audited just now; `level` is
    None where the workbook leaves it open; `built_on` is a day, a month, a year or empty. Equal
    messages, kept or not, have the same `said` in one process.
    """

    place: str
    workbook: str
    workbook_sha256: str
    standard: StandardUsed
    name: str
    town: str
    area_code: str
    level: str | None
    level_title: str
    built_on: str
    as_of: date
    verdict: Verdict
    clauses: tuple[ClauseResult, ...]
    said: int = 0
    exempt: int = 0  # clauses that are not held against the centre

    def number_of(self, outcome: Outcome) -> int:
        """How many criteria stand at this outcome for the verdict."""
        return sum(clause.decided is outcome for clause in self.clauses)

    @property
    def open_clauses(self) -> int:
        """How many criteria wait for a fact or an inspector."""
        return self.number_of(Outcome.UNKNOWN) + self.number_of(Outcome.MANUAL)


class Results(NamedTuple):
    """The results of many centres, and the files that could not be audited.

    `in_common` is what their workbooks have in common, None where none was read.
    """

    centres: tuple[CentreResult, ...]
    failures: tuple[Failure, ...]
    in_common: InCommon | None = None


def together(parts: Sequence[Results]) -> Results:
    """All results and failures, each once: a folder may hold the same one in two files.

    A failure that names the workbook of a result is a remark on it, not a file left unread.
    """
    centres: dict[CentreResult, CentreResult] = {}
    for part in parts:
        for centre in part.centres:
            centres.setdefault(centre._replace(place=""), centre)
    audited = {centre.workbook for centre in centres.values()}
    failures = {
        failure.path: failure
        for part in parts
        for failure in part.failures
        if failure.path not in audited
    }
    compared = next((part.in_common for part in parts if part.in_common is not None), None)
    return Results(tuple(centres.values()), tuple(failures.values()), compared)
