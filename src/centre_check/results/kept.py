"""Make results of their published shape: of all that is there, what later commands need.

A province's results are kept together, so what several of them say alike is one object. Who made
them may have asked for personal data to be shown; here no number of a person is taken over.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TypeVar, cast

from centre_check.logic.private import without_numbers
from centre_check.model.facts import Cell
from centre_check.model.findings import Failure, Measured, Required
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.results import report
from centre_check.results.types import CentreResult, ClauseResult, StandardUsed

_MOST = 50_000  # values that are known again; what is rarer than that is not shared
T = TypeVar("T")
_Said = tuple[str, tuple[str, ...], tuple[str, ...]]  # message, reasons, cells
_NOTHING: _Said = ("", (), ())


def failure_of(failure: Failure) -> Failure:
    """The file that could not be audited."""
    return Failure(*map(without_numbers, (failure.path, failure.message, failure.hint)))


class Keeper:
    """Keeps results; with `has_texts` what they say in words and on which cells, too."""

    def __init__(self, *, has_texts: bool = True) -> None:
        self._has_texts = has_texts
        self._known: dict[object, object] = {}

    def centre(self, audit: report.PublishedAudit, place: str) -> CentreResult:
        """The result that an audit in its published shape holds; `place` is where it was read."""
        standard, centre = audit.standard, audit.centre
        return CentreResult(
            place=place,
            workbook=without_numbers(audit.input.path),
            workbook_sha256=audit.input.sha256,
            standard=self._one(
                StandardUsed(standard.id, standard.title, standard.edition, standard.sha256)
            ),
            name=without_numbers(centre.name),
            town=self._one(without_numbers(centre.town)),
            area_code=centre.area_code,
            level=self._one(standard.level),
            level_title=self._one(standard.level_title),
            built_on=self._one(centre.built_on),
            as_of=self._one(date.fromisoformat(audit.as_of)),
            verdict=Verdict(audit.verdict),
            clauses=tuple([self._clause(finding, audit) for finding in audit.findings]),
            exempt=sum(finding.waiver is not None for finding in audit.findings),
            said=hash(tuple([finding.message for finding in audit.findings])),
        )

    def _clause(
        self, finding: report.PublishedFinding, audit: report.PublishedAudit
    ) -> ClauseResult:
        required, measured, shortfall = finding.required, finding.measured, finding.shortfall
        message, reasons, cells = self._said(finding) if self._has_texts else _NOTHING
        # 5 and 5.0 are equal, but not written alike: numbers are known by their texts.
        numbers, said = (required, measured, shortfall), (message, reasons, cells)
        records = tuple(_records(finding, audit)) if self._has_texts else ()
        told = finding.attestation
        people = (finding.waiver is not None, told is not None, told.approver if told else "")
        key = (
            finding.criterion,
            finding.outcome,
            finding.decided,
            *numbers,
            *said,
            records,
            people,
        )
        if key in self._known:
            return cast("ClauseResult", self._known[key])
        clause = ClauseResult(
            criterion=self._one(finding.criterion),
            title=self._one(finding.title),
            outcome=Outcome(finding.outcome),
            decided=Outcome(finding.decided),
            required=self._one(_required(required), required),
            measured=self._one(_measured(measured), measured),
            shortfall=_number(shortfall),
            message=message,
            reasons=reasons,
            cells=cells,
            records=records,
            is_exempt=people[0],
            is_attested=people[1],
            approver=people[2],
        )
        return self._one(clause, key)

    def _said(self, finding: report.PublishedFinding) -> _Said:
        cells = tuple([self._one(_address(cell)) for cell in finding.cells])
        return (
            self._one(without_numbers(finding.message)),
            self._one(tuple(_codes(finding))),
            self._one(cells),
        )

    def _one(self, value: T, key: object = None) -> T:
        """The value, the same object as an equal one before; `key` tells which are equal."""
        key = value if key is None else key
        if len(self._known) < _MOST:
            return cast("T", self._known.setdefault(key, value))
        return cast("T", self._known.get(key, value))


def _codes(finding: report.PublishedFinding) -> Iterator[str]:
    """Why it is open, or why records are not as they must be, once for each record."""
    yield from (reason.code for reason in finding.reasons)
    is_each = finding.required is not None and finding.required.bound == "each"
    for group in (*(finding.excluded if is_each else ()), *finding.undecided):
        if group.code is not None:
            yield from [group.code] * len(group.rows)


def _records(finding: report.PublishedFinding, audit: report.PublishedAudit) -> Iterator[str]:
    """What each record is called that is not as it must be; its row too where two are alike."""
    if finding.required is None or finding.required.bound != "each":
        return
    named: list[tuple[str, int]] = []
    for group in (*finding.excluded, *finding.undecided):
        table = audit.tables[group.table]
        names = table.entries.get(group.name or "", [])
        for at in group.rows:
            called = names[at] if at < len(names) else None
            if called:
                named.append((without_numbers(called), table.rows[at]))
    texts = [name for name, _ in named]
    for name, number in named:
        yield name if texts.count(name) == 1 else f"{name}（{number}）"


def _address(cell: Cell) -> str:
    return f"{without_numbers(cell.sheet)}!{cell.ref}"


def _required(required: Required | None) -> Required | None:
    if required is None:
        return None
    value, upper = Decimal(required.value), _number(required.upper)
    return Required(required.bound, value, upper, required.unit)


def _measured(measured: Measured | None) -> Measured | None:
    if measured is None:
        return None
    return Measured(
        _number(measured.low),
        _number(measured.high),
        measured.low_open,
        measured.high_open,
        measured.unit,
    )


def _number(text: Decimal | str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
