"""The published shape of `progress -f json`: pydantic models, for its JSON Schema."""

from __future__ import annotations

from typing import Literal

from centre_check.results.shape import Cell, Day, Input, Number, Part, Sha256, Tool

Status = Literal["achieved", "exceeded", "on_schedule", "behind", "missed", "uncomputable"]


class Run(Part):
    """The run that wrote it."""

    as_of: Day
    lang: Literal["zh", "en"]
    mode: Literal["progress"]


class Programme(Part):
    """The target standard."""

    id: str
    title: str
    edition: str
    sha256: Sha256
    document: str
    issuer: str
    options: dict[str, str]
    """What was chosen of what the text leaves open."""


class Summary(Part):
    """How many targets stand at which status."""

    achieved: int
    exceeded: int
    on_schedule: int
    behind: int
    missed: int
    uncomputable: int


class Required(Part):
    """What is asked; `upper` is the end of a range."""

    bound: Literal["at_least", "more_than", "at_most", "less_than", "exactly", "between"]
    value: Number
    upper: Number | None
    unit: str
    text: str


class Measured(Part):
    """What the evidence leaves possible; a high of null is not bounded."""

    low: Number | None
    high: Number | None
    low_open: bool
    high_open: bool
    unit: str
    text: str


class Rate(Part):
    """The completion rate in per cent, rounded half up; two ends where figures are intervals."""

    low: Number | None
    high: Number | None
    low_open: bool
    high_open: bool


class PartOf(Part):
    """One year, month, place or name of a measure."""

    label: str
    status: Status
    found: str


class Stretch(Part):
    """What the text hopes for beyond the floor; to miss it is only noted."""

    required: str
    status: Status
    rate: str


class Beside(Part):
    """Another figure shown beside, never judged."""

    title: str
    found: str


class Measure(Part):
    """One number of a target."""

    title: str
    period: tuple[Day, Day] | None
    status: Status
    decides: bool
    """Whether the target's status rests on it."""
    is_stretch: bool
    """The text names only a stretch: to miss it never decides the exit code."""
    required: Required
    measured: Measured
    rate: Rate | None
    """Null where there is none: a limit to be kept, a range, a base that is blank or zero."""
    rate_text: str
    time_progress: Number | None
    """How much of the period has gone by, in per cent: this program's own figure."""
    gap: Number | None
    parts: list[PartOf]
    stretch: Stretch | None
    beside: list[Beside]
    reasons: str
    remarks: list[str]
    cells: list[Cell]


class Target(Part):
    """One clause with its numbers."""

    id: str
    clause: str
    quote: str
    title: str
    level: str
    responsible: str
    supporting: str
    interpretation: str
    status: Status
    measures: list[Measure]


class Duty(Part):
    """A clause without a number, as text."""

    id: str
    clause: str
    quote: str
    title: str
    responsible: str
    supporting: str
    why: str


class Reported(Part):
    """A figure that is only recomputed."""

    id: str
    title: str
    quote: str
    message: str


class Recomputed(Part):
    """A figure of the document that follows from others of its own."""

    id: str
    clause: str
    quote: str
    title: str
    found: str
    stated: str
    agrees: bool | None
    """Null where the document leaves the figure to its reader."""
    note: str


class Note(Part):
    """What the reader should know of the workbook."""

    code: str
    message: str
    cells: list[Cell]


class ProgressReport(Part):
    """The output of `centre-check progress -f json`."""

    schema_version: Literal[1]
    tool: Tool
    run: Run
    input: Input
    standard: Programme
    as_of: Day
    as_of_from: str
    summary: Summary
    targets: list[Target]
    duties: list[Duty]
    reported: list[Reported]
    recomputed: list[Recomputed]
    notes: list[Note]
