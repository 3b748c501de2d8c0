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
    """Why a record does not count, or why that cannot be told."""

    code: str
    text: str
    values: dict[str, str]
    cells: list[Cell]


class BriefReason(Part):
    """Why a record was left out or stays open."""

    code: str
    text: str


class Evidence(Part):
    """One record by its deciding cell."""

    row: int
    label: str
    sheet: str | None
    cell: str | None
    header: str | None
    value: str | None
    reason: BriefReason | None


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
    cells: list[Cell]


class Finding(Part):
    """The outcome of one criterion."""

    criterion: str
    clause: str
    quote: str
    title: str
    mandatory: bool
    outcome: Outcome
    """As computed; never overwritten."""
    decided: Outcome
    """As the verdict uses it: the inspector's where there is one."""
    required: Required | None
    measured: Measured | None
    shortfall: Number | None
    message: str
    remedy: str
    reasons: list[Reason]
    counted: list[Evidence]
    excluded: list[Evidence]
    cells: list[Cell]
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

    schema_version: Literal[1]
    tool: Tool
    run: Run
    audits: list[Audit]
    errors: list[Failure]


class Line(Part):
    """What every line of `-f jsonl` has; `key` says what it rests on."""

    schema_version: Literal[1]
    key: str
    tool: Tool


class AuditLine(Line, Audit):
    """A line of `-f jsonl`: one audit."""


class ErrorLine(Line):
    """A line of `-f jsonl`: one file that could not be audited."""

    error: Failure
