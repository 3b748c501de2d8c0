"""What was judged: an outcome for every criterion, a verdict for the centre."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Literal, NamedTuple

from centre_check.model.evidence import Evidence, Reason
from centre_check.model.facts import Cell, Input, Note
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.model.sightings import Sighting
from centre_check.model.table import Table
from centre_check.model.told import Told
from centre_check.model.waivers import Waiver


class Source(StrEnum):
    """Who vouches for a figure."""

    DECLARED = "declared"  # 填报: the centre states it
    ROSTER = "roster"  # 名册可核: counted row by row
    ATTESTED = "attested"  # 现场核定: an inspector decides


class Write(StrEnum):
    """What is to be done at a place of the workbook; never which value would pass."""

    FILL = "fill"  # it is blank
    CORRECT = "correct"  # it cannot be used as it stands
    UPDATE = "update"  # once things have changed
    ONE_MORE = "one_more"  # a new row


class Place(NamedTuple):
    """Where in the workbook something has to be done about a finding.

    `cell` is what stands there, None where a new row begins; `record` is what its row is called.
    """

    table: str
    sheet: str
    row: int
    write: Write
    cell: Cell | None = None
    record: str = ""


class Comparison(StrEnum):
    """How a quantity is held against a limit."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    EXACTLY = "exactly"
    BETWEEN = "between"


class Required(NamedTuple):
    """What the clause asks for; `each`: every one of `value` records."""

    bound: Comparison | Literal["each"]
    value: Decimal
    upper: Decimal | None
    unit: str
    """Empty for a share from 0 to 1."""


class Measured(NamedTuple):
    """What is proved (low) and what cannot be ruled out (high, null: no limit)."""

    # An open end leaves the limit itself out: everything below 500 is `high` 500, `high_open`.

    low: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool
    unit: str


class Attestation(NamedTuple):
    """What an inspector decided on site; stands beside the computed outcome."""

    outcome: Outcome
    remarks: str
    inspector: str
    day: Annotated[date, Told(key="date")]
    source: Annotated[str, Told(may_lack=True)] = ""
    """The inspector's file; blank in results of before."""
    cells: tuple[Cell, ...] = ()
    evidence: Annotated[str, Told(may_lack=True)] = ""
    valid_until: Annotated[date | None, Told(may_lack=True)] = None
    """The last day on which it decides; null: no end."""
    approver: Annotated[str, Told(may_lack=True)] = ""


class Remark(NamedTuple):
    """Something near the evidence that decides nothing, for a person to look at."""

    code: str
    text: str
    cells: tuple[Cell, ...]


class Finding(NamedTuple):
    """The outcome of one criterion, complete with what it rests on and what to do.

    `now` (what there is), `wanted` and `gap` are short words, `why` names those who do not count
    and why, without cells; `message` is all of it in a sentence, `brief` its beginning. `sentence`
    is the one that the quote comes from. `cells` is all that was looked at, `deciding` what a
    person would look at, `places` where to act. `says` gives the words of a reason: whoever prints
    it makes them.
    """

    criterion: str
    clause: str
    quote: str
    title: str
    outcome: Outcome
    message: str = ""
    brief: str = ""
    remedy: str = ""
    interpretation: str = ""
    required: Required | None = None
    measured: Measured | None = None
    shortfall: Decimal | None = None
    reasons: tuple[Reason, ...] = ()
    counted: tuple[Evidence, ...] = ()
    excluded: tuple[Evidence, ...] = ()
    undecided: tuple[Evidence, ...] = ()
    cells: tuple[Cell, ...] = ()
    mandatory: bool = True
    attestation: Attestation | None = None
    remarks: tuple[Remark, ...] = ()
    sentence: str = ""
    source: Source = Source.DECLARED
    out_of: Measured | None = None  # what a share is a share of
    now: str = ""
    wanted: str = ""
    gap: str = ""
    why: str = ""
    deciding: tuple[Cell, ...] = ()
    places: tuple[Place, ...] = ()
    says: Callable[[Reason], str] = lambda reason: reason.code
    waiver: Waiver | None = None  # the exemption that holds for it; the outcome stays

    @property
    def is_overruled(self) -> bool:
        """Whether an inspector decided otherwise than was computed, and not what was left open."""
        computed_open = self.outcome in (Outcome.UNKNOWN, Outcome.MANUAL)
        return self.decided is not self.outcome and not computed_open

    @property
    def left_out(self) -> tuple[Evidence, ...]:
        """The records that do not count, those that perhaps do among them."""
        return self.excluded + self.undecided

    @property
    def decided(self) -> Outcome:
        """The outcome that the verdict uses: the inspector's where there is one."""
        return self.attestation.outcome if self.attestation else self.outcome


class Reported(NamedTuple):
    """Something the standard asks to be shown that never decides: an entitlement, a context."""

    id: str
    clause: str
    quote: str
    title: str
    message: str
    cells: tuple[Cell, ...] = ()


class OptionTaken(NamedTuple):
    """A choice that the standard's text leaves open, and the one that was taken."""

    id: str
    title: str
    chosen: str
    text: str


class Audit(NamedTuple):
    """One centre judged against one standard on one day.

    `contact` is what papers need that are handed over: address, manager, phone; no
    listing shows it. `sightings` are compared with those of other centres and written nowhere.
    `verdict_otherwise` is the one without the exemptions, or with them where they are not to count.
    """

    input: Input
    standard: str
    edition: str
    standard_sha256: str
    standard_title: str
    level: str | None
    level_title: str
    options: tuple[OptionTaken, ...]
    document: str
    issuer: str
    centre: Mapping[str, str]
    contact: Mapping[str, str]
    as_of: date
    as_of_from: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    reported: tuple[Reported, ...]
    notes: tuple[Note, ...]
    tables: Mapping[str, Table] = MappingProxyType({})
    sightings: tuple[Sighting, ...] = ()
    verdict_otherwise: Verdict | None = None

    @property
    def exempt(self) -> tuple[Finding, ...]:
        """The findings that are not held against the centre."""
        return tuple(finding for finding in self.findings if finding.waiver is not None)

    def number_of(self, outcome: Outcome) -> int:
        """How many criteria stand at this outcome for the verdict."""
        return sum(finding.decided is outcome for finding in self.findings)


class Failure(NamedTuple):
    """A file that could not be audited."""

    path: str
    message: str
    hint: str
