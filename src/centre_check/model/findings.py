"""What was judged: an outcome for every criterion, a verdict for the centre."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from centre_check.model.facts import Cell, Input, Note


class Outcome(StrEnum):
    """Of one criterion: 符合, 不符合, 无法判定, 待现场核定, 不适用."""

    PASS = "pass"  # noqa: S105 - an outcome, not a password
    FAIL = "fail"
    UNKNOWN = "unknown"
    MANUAL = "manual"
    NOT_APPLICABLE = "not_applicable"


class Verdict(StrEnum):
    """Of a centre: 达标, 未达标, 待核定."""

    COMPLIANT = "compliant"
    NON_COMPLIANT = "non_compliant"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row did not count, or why it is not known whether it does.

    `code` is stable and published; `values` fill the sentence that the words have for it, which
    stands in `text` once the finding is complete.
    """

    code: str
    cells: tuple[Cell, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One record that was looked at: its row, what it is called, the cells that decided.

    `reason` is None when it counted, else why it was left out or stays open.
    """

    row: int
    label: str
    cells: tuple[Cell, ...]
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Required:
    """What a clause asks for: `bound` names the comparison, `value` is in `unit`."""

    bound: str
    value: Decimal
    unit: str
    upper: Decimal | None = None  # the other end of `between`


@dataclass(frozen=True, slots=True)
class Measured:
    """What the evidence proves (`low`) and what it cannot rule out (`high`, None: no limit).

    An open end leaves the limit itself out: everything below 500 is `high` 500, `high_open`.
    """

    low: Decimal | Fraction | None
    high: Decimal | Fraction | None
    unit: str
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Attestation:
    """What an inspector decided on site; stands beside the computed outcome."""

    criterion: str
    outcome: Outcome
    remarks: str
    inspector: str
    day: date
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one criterion, complete with what it rests on and what to do.

    `message` is the whole sentence, `brief` its beginning, without cells and records.
    """

    criterion: str
    clause: str
    quote: str
    title: str
    outcome: Outcome
    message: str
    brief: str
    remedy: str
    interpretation: str
    required: Required | None = None
    measured: Measured | None = None
    shortfall: Decimal | None = None
    reasons: tuple[Reason, ...] = ()
    counted: tuple[Evidence, ...] = ()
    excluded: tuple[Evidence, ...] = ()
    cells: tuple[Cell, ...] = ()
    mandatory: bool = True
    attestation: Attestation | None = None

    @property
    def decided(self) -> Outcome:
        """The outcome that the verdict uses: the inspector's where there is one."""
        return self.attestation.outcome if self.attestation else self.outcome


@dataclass(frozen=True, slots=True)
class Reported:
    """Something the standard asks to be shown that never decides: an entitlement, a context."""

    id: str
    clause: str
    quote: str
    title: str
    message: str
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class OptionTaken:
    """A choice that the standard's text leaves open, and the one that was taken."""

    id: str
    title: str
    chosen: str
    text: str


@dataclass(frozen=True, slots=True)
class Audit:
    """One centre judged against one standard on one day."""

    input: Input
    standard: str
    edition: str
    standard_sha256: str
    standard_title: str
    level: str | None
    level_title: str
    options: tuple[OptionTaken, ...]
    centre: Mapping[str, str]
    as_of: date
    as_of_from: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    reported: tuple[Reported, ...]
    notes: tuple[Note, ...]

    def count(self, outcome: Outcome) -> int:
        """How many criteria stand at this outcome for the verdict."""
        return sum(finding.decided is outcome for finding in self.findings)
