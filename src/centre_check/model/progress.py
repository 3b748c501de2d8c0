"""What was judged of targets: how far each is, on which cells that rests."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from centre_check.model.facts import Cell, Input, Note
from centre_check.model.findings import Measured, OptionTaken, Reported, Required


class Status(StrEnum):
    """Of a target: 完成, 超额完成, 按序时进度, 滞后, 未完成, 无法计算."""

    ACHIEVED = "achieved"
    EXCEEDED = "exceeded"
    ON_SCHEDULE = "on_schedule"
    BEHIND = "behind"
    MISSED = "missed"
    UNCOMPUTABLE = "uncomputable"


class Rate(NamedTuple):
    """A percentage, rounded half up; an interval where the figures are."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


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


class MeasureProgress(NamedTuple):
    """One number of a target. `decides` says whether the target's status rests on it."""

    title: str
    first: date | None
    last: date | None
    status: Status
    decides: bool
    is_stretch: bool
    required: Required
    required_text: str
    measured: Measured
    found: str
    rate: Rate | None
    rate_text: str
    elapsed: Decimal | None
    gap: Decimal | None
    gap_text: str
    parts: tuple[PartProgress, ...] = ()
    stretch: Stretch | None = None
    beside: tuple[tuple[str, str], ...] = ()
    reasons: str = ""
    remarks: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()


class TargetProgress(NamedTuple):
    """One clause with its measures."""

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
    """A figure of the document that follows from others of its own; `agrees` None of none told."""

    id: str
    clause: str
    quote: str
    title: str
    found: str
    stated: str
    agrees: bool | None
    note: str


class Progress(NamedTuple):
    """One workbook held against one target standard on one day."""

    input: Input
    standard: str
    title: str
    edition: str
    standard_sha256: str
    document: str
    issuer: str
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
