"""The published shape of `-f json`: pydantic models, for its JSON Schema and for its readers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Number = Annotated[str, StringConstraints(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
EarlyDay = Annotated[str, StringConstraints(pattern=r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Outcome = Literal["pass", "fail", "unknown", "manual", "not_applicable"]


class Part(BaseModel):
    """A part of the report: no keys but the published ones."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Tool(Part):
    """The program that wrote the report."""

    name: Literal["centre-check"]
    version: str


class Run(Part):
    """The run that wrote the report."""

    as_of: Day | None
    """The audit date where all audits share one."""
    lang: Literal["zh", "en"]
    mode: Literal["audit"]


class Input(Part):
    """The workbook."""

    path: str
    sha256: Sha256
    size: int


class Standard(Part):
    """The standard it was judged by."""

    id: str
    title: str
    edition: str
    sha256: Sha256
    level: str | None
    level_title: str
    """The level in words, or that none is given."""
    options: dict[str, str]


class Centre(Part):
    """The centre as it describes itself."""

    name: str
    town: str
    area_code: str
    operator: str
    built_on: EarlyDay
    """Day, month or year, as precisely as the workbook says it; empty where it does not."""
    level: str | None


class Summary(Part):
    """How many criteria stand at which outcome for the verdict."""

    pass_: int
    fail: int
    unknown: int
    manual: int
    not_applicable: int
    total: int

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.rstrip("_")
    )


class Cell(Part):
    """A cell as it stands in the workbook; value null when it is blank."""

    sheet: str
    cell: str
    header: str
    value: str | None


class Reason(Part):
    """Why a finding is open where that is no row's doing: a sheet that is missing, say."""

    code: str
    values: dict[str, str]
    cells: list[str]
    """Addresses: 工作表!B9."""


class Group(Part):
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


class Stray(Part):
    """Where an entry stands that is not in its own row and column."""

    sheet: str
    cell: str
    header: str


class Column(Part):
    """A column of a table; a sheet of labels and values has no letter, its cells are strays."""

    sheet: str | None
    """The sheet where it stands, where that is another one than the table's."""
    letter: str | None
    head: str | None
    """The cell of its header; null where other columns speak for it."""
    header: str
    known_by: Literal["name", "synonym", "implied", "mapped", "composed", "embedded", ""]


class Section(Part):
    """A heading, a line, an unread entry that speaks of rows of the table; `says` is the code."""

    row: int
    sheet: str
    cell: str
    header: str
    text: str | None
    says: str


class Table(Part):
    """A sheet of the form: the columns that were used, all of its rows."""

    sheet: str
    state: Literal["read", "none", "unfilled", "missing", "several"]
    known_by: Literal["name", "columns", "mapped", ""]
    columns: dict[str, Column]
    rows: list[int]
    """The number of each row in the sheet."""
    entries: dict[str, list[str | None]]
    """By field what each row says, masked; null where it is blank."""
    strays: dict[str, dict[str, Stray | None]]
    """By field and position; null where nothing in the workbook says it."""
    standing: dict[str, list[str]]
    """By position why it is not certain that a row is a record."""
    sections: list[Section]


class Place(Part):
    """Where to act: an existing cell, or the next free row."""

    table: str
    sheet: str
    row: int
    cell: str | None
    write: Literal["fill", "correct", "update", "one_more"]


class Remark(Part):
    """Something that stands near the evidence, for a person to read."""

    code: str
    text: str
    sheet: str
    cell: str | None


class Required(Part):
    """What the clause asks for; `each`: every one of `value` records."""

    bound: Literal["at_least", "more_than", "at_most", "less_than", "exactly", "between", "each"]
    value: Number
    upper: Number | None
    unit: str
    """Empty for a share from 0 to 1."""


class Measured(Part):
    """What is proved (low) and what cannot be ruled out (high, null: no limit)."""

    low: Number | None
    high: Number | None
    low_open: bool
    high_open: bool
    unit: str


class Attestation(Part):
    """What an inspector decided on site."""

    outcome: Outcome
    remarks: str
    inspector: str
    date: Day
    source: str = ""
    """The inspector's file; blank in results of before."""
    evidence: str = ""
    valid_until: Day | None = None
    """The last day on which it decides; null: no end."""
    approver: str = ""
    cells: list[Cell]


class Finding(Part):
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
    source: Literal["declared", "roster", "attested"]
    required: Required | None
    measured: Measured | None
    shortfall: Number | None
    now: str
    wanted: str
    gap: str
    why: str
    message: str
    remedy: str
    reasons: list[Reason]
    counted: list[Group]
    excluded: list[Group]
    """Records that meet the clause's own test and do not count, or that are not as each must be."""
    undecided: list[Group]
    unconcerned: list[Group]
    """All other records: told in no words."""
    cells: list[Cell]
    """What a person would look at; of failing and open findings only."""
    places: list[Place]
    remarks: list[Remark]
    waiver: None
    attestation: Attestation | None


class Reported(Part):
    """Something shown that never decides."""

    id: str
    clause: str
    quote: str
    title: str
    message: str
    cells: list[Cell]


class Note(Part):
    """A remark on the workbook."""

    code: str
    message: str
    cells: list[Cell]


class Audit(Part):
    """One centre judged on one day."""

    input: Input
    standard: Standard
    centre: Centre
    as_of: Day
    as_of_from: str
    verdict: Literal["compliant", "non_compliant", "undecided"]
    summary: Summary
    tables: dict[str, Table]
    findings: list[Finding]
    reported: list[Reported]
    notes: list[Note]


class Failure(Part):
    """A file that could not be audited."""

    path: str
    message: str
    hint: str


class Report(Part):
    """The output of `centre-check audit -f json`."""

    schema_version: Literal[2]
    tool: Tool
    run: Run
    audits: list[Audit]
    errors: list[Failure]


class Line(Part):
    """What every line of `-f jsonl` has; `key` says what it rests on."""

    schema_version: Literal[2]
    key: str
    tool: Tool


class AuditLine(Line, Audit):
    """A line of `-f jsonl`: one audit."""


class ErrorLine(Line):
    """A line of `-f jsonl`: one file that could not be audited."""

    error: Failure
