"""What `audit -f json` and `-f jsonl` publish, once for writing, reading back and their schema."""

from typing import Annotated, Literal, NamedTuple

from centre_check.model.facts import Cell, Input, Note, TableState
from centre_check.model.findings import (
    Attestation,
    Failure,
    Measured,
    Reported,
    Required,
    Source,
    Write,
)
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.model.table import Position
from centre_check.model.told import Sha256, Told
from centre_check.model.waivers import Waiver
from centre_check.results.published import Day, Lang, Number, Tool

_SHEETS = ("name", "columns", "mapped", "")
_HEADS = ("name", "synonym", "implied", "mapped", "composed", "embedded", "")
EarlyDay = Annotated[str, Told(pattern=r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$")]


class AuditRun(NamedTuple):
    """The run that wrote the report."""

    as_of: Day | None
    """The audit date where all audits share one."""
    lang: Lang
    mode: Literal["audit"] = "audit"


class PublishedStandard(NamedTuple):
    """The standard it was judged by."""

    id: str
    title: str
    edition: str
    sha256: Sha256
    level: str | None
    level_title: str
    """The level in words, or that none is given."""
    options: dict[str, str]


class PublishedCentre(NamedTuple):
    """The centre as it describes itself."""

    name: str
    town: str
    area_code: str
    operator: str
    built_on: EarlyDay
    """Day, month or year, as precisely as the workbook says it; empty where it does not."""
    level: str | None


class OutcomeCounts(NamedTuple):
    """How many criteria stand at which outcome for the verdict."""

    pass_: Annotated[int, Told(key="pass")]
    fail: int
    unknown: int
    manual: int
    not_applicable: int
    total: int


class PublishedReason(NamedTuple):
    """Why a finding is open where that is no row's doing: a sheet that is missing, say."""

    code: str
    values: dict[str, str]
    cells: list[str]
    """Addresses: 工作表!B9."""


class RecordGroup(NamedTuple):
    """Records one after another that rest on the same fields, left out for the same cause."""

    table: str
    rows: list[int]
    """Positions in the table's rows, counted from 0; of several rows of one record the first."""
    fields: list[str]
    """The fields that decided, the first of them before the others; none where `cells` tells."""
    name: str | None
    """The field that says what a record is called."""
    code: str | None
    """Why it does not count, or is open; null where it counts."""
    values: dict[str, str]
    """What fills the sentence for the code."""
    cells: list[str]
    """Addresses of what decided where that is not in the record's own row."""
    because: list[str] | None
    """Addresses of what the cause rests on, where that is not the first field or cell."""


class PublishedColumn(NamedTuple):
    """A column of a table; a sheet of labels and values has no letter, its cells are strays."""

    sheet: str | None
    """The sheet where it stands, where that is another one than the table's."""
    letter: str | None
    head: str | None
    """The cell of its header; null where other columns speak for it."""
    header: str
    known_by: Annotated[str, Told(words=_HEADS)]


class Spoken(NamedTuple):
    """A heading, a line, an unread entry that speaks of rows of the table; `says` is the code."""

    row: int
    sheet: str
    cell: str
    header: str
    text: str | None
    says: str


class PublishedTable(NamedTuple):
    """A sheet of the form: the columns that were used, all of its rows."""

    sheet: str
    state: TableState
    known_by: Annotated[str, Told(words=_SHEETS)]
    columns: dict[str, PublishedColumn]
    rows: list[int]
    """The number of each row in the sheet."""
    entries: dict[str, list[str | None]]
    """By field what each row says, masked; null where it is blank."""
    strays: dict[str, dict[str, Position | None]]
    """By field and position; null where nothing in the workbook says it."""
    standing: dict[str, list[str]]
    """By position why it is not certain that a row is a record."""
    sections: list[Spoken]


class PlaceToAct(NamedTuple):
    """Where to act: an existing cell, or the next free row."""

    table: str
    sheet: str
    row: int
    cell: str | None
    write: Write


class RemarkAt(NamedTuple):
    """Something that stands near the evidence, for a person to read."""

    code: str
    text: str
    sheet: str
    cell: str | None


class PublishedFinding(NamedTuple):
    """The outcome of one criterion."""

    criterion: str
    clause: str
    title: str
    quote: str
    sentence: str
    """The whole sentence that the quote is taken from."""
    mandatory: bool
    outcome: Outcome
    """As computed; never overwritten."""
    decided: Outcome
    """As the verdict uses it: the inspector's where there is one."""
    source: Source
    required: Required | None
    measured: Measured | None
    shortfall: Number | None
    now: str
    wanted: str
    gap: str
    why: str
    message: str
    remedy: str
    reasons: list[PublishedReason]
    counted: list[RecordGroup]
    excluded: list[RecordGroup]
    """Records that meet the clause's own test and do not count, or that are not as each must be."""
    undecided: list[RecordGroup]
    unconcerned: list[RecordGroup]
    """All other records: told in no words."""
    cells: list[Cell]
    """What a person would look at; of failing and open findings only."""
    places: list[PlaceToAct]
    remarks: list[RemarkAt]
    waiver: Waiver | None
    """The exemption that holds for it; the outcome stays as computed."""
    attestation: Attestation | None


class PublishedAudit(NamedTuple):
    """One centre judged on one day."""

    input: Input
    standard: PublishedStandard
    centre: PublishedCentre
    as_of: Day
    as_of_from: str
    verdict: Verdict
    summary: OutcomeCounts
    tables: dict[str, PublishedTable]
    findings: list[PublishedFinding]
    reported: list[Reported]
    notes: list[Note]
    verdict_otherwise: Annotated[Verdict | None, Told(may_lack=True)] = None
    """The verdict without the exemptions, or with them where they are not to count."""


class AuditReport(NamedTuple):
    """The output of `centre-check audit -f json`."""

    schema_version: Literal[2]
    tool: Tool
    run: AuditRun
    audits: list[PublishedAudit]
    errors: list[Failure]


class ResultLine(NamedTuple):
    """What every line of `-f jsonl` has; `key` says what it rests on."""

    schema_version: Literal[2]
    key: str
    tool: Tool


class FailureSaid(NamedTuple):
    """What a line has of a file that could not be audited."""

    error: Failure
