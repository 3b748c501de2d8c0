"""What was judged of targets: how far each is, on which cells that rests."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, NamedTuple

from centre_check.model.facts import Cell, Input, Note
from centre_check.model.findings import Comparison, OptionTaken, Reported
from centre_check.model.told import Sha256, Told


class Status(StrEnum):
    """Of a target: 完成, 超额完成, 按序时进度, 滞后, 未完成, 无法计算."""

    ACHIEVED = "achieved"
    EXCEEDED = "exceeded"
    ON_SCHEDULE = "on_schedule"
    BEHIND = "behind"
    MISSED = "missed"
    UNCOMPUTABLE = "uncomputable"


class Programme(NamedTuple):
    """The target standard."""

    id: str
    title: str
    edition: str
    sha256: Sha256
    document: str
    issuer: str
    options: Mapping[str, str]
    """What was chosen of what the text leaves open."""


class RequiredText(NamedTuple):
    """What is asked; `upper` is the end of a range."""

    bound: Comparison
    value: Decimal
    upper: Decimal | None
    unit: str
    text: str


class MeasuredText(NamedTuple):
    """What the evidence leaves possible; a high of null is not bounded."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool
    unit: str
    text: str


class Rate(NamedTuple):
    """The completion rate in per cent, rounded half up; two ends where figures are intervals."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool


class PartProgress(NamedTuple):
    """One year, month, place or name of a measure."""

    label: str
    status: Status
    found: str


class Stretch(NamedTuple):
    """What the text hopes for beyond the floor: to miss it is only noted."""

    required: str
    status: Status
    rate: str


class FigureBeside(NamedTuple):
    """Another figure shown beside, never judged."""

    title: str
    found: str


class MeasureProgress(NamedTuple):
    """One number of a target."""

    title: str
    period: tuple[date, date] | None
    status: Status
    decides: bool
    """Whether the target's status rests on it."""
    is_stretch: bool
    """The text names only a stretch: to miss it never decides the exit code."""
    required: RequiredText
    measured: MeasuredText
    rate: Rate | None
    """Null where there is none: a limit to be kept, a range, a base that is blank or zero."""
    rate_text: str
    time_progress: Decimal | None
    """How much of the period has gone by, in per cent: this program's own figure."""
    gap: Decimal | None
    gap_text: Annotated[str, Told(never=True)]
    parts: tuple[PartProgress, ...]
    stretch: Stretch | None
    beside: tuple[FigureBeside, ...]
    reasons: str
    remarks: tuple[str, ...]
    cells: tuple[Cell, ...]


class TargetProgress(NamedTuple):
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
    measures: tuple[MeasureProgress, ...]


class DutyText(NamedTuple):
    """A clause without a number, as text."""

    id: str
    clause: str
    quote: str
    title: str
    responsible: str
    supporting: str
    why: str


class RecomputedText(NamedTuple):
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


class Progress(NamedTuple):
    """One workbook held against one target standard on one day."""

    input: Input
    standard: Programme
    as_of: date
    as_of_from: str
    options: tuple[OptionTaken, ...]
    targets: tuple[TargetProgress, ...]
    duties: tuple[DutyText, ...]
    reported: tuple[Reported, ...]
    recomputed: tuple[RecomputedText, ...]
    notes: tuple[Note, ...]

    def number_of(self, status: Status) -> int:
        """How many targets stand at this status."""
        return sum(target.status is status for target in self.targets)
