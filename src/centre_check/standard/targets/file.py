"""What a target standard's YAML may hold: targets with their measures, duties without a number."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from centre_check.form.file import FileModel, Id, PhraseFile, Text
from centre_check.standard.file import (
    BoundFile,
    ByOption,
    OptionFile,
    PopulationFile,
    QuantityChoice,
    QuantityFile,
    ReportFile,
)
from centre_check.standard.published import PublishedFile
from centre_check.words import mark

ClauseId = Annotated[str, StringConstraints(pattern=r"^[A-Z]+(-[A-Z0-9]+)*-[0-9]+(\.[0-9]+)?$")]


class PeriodFile(FileModel):
    """From a first to a last day, both included."""

    first: date
    last: date

    @model_validator(mode="after")
    def _runs_forward(self) -> "PeriodFile":
        if self.first > self.last:
            raise ValueError(mark("the period ends before it starts"))
        return self


class IndicatorFile(FileModel):
    """What the workbook reports under one name, in one unit.

    Its id is a population of the rows of 完成情况 with this name; `<id>_planned` is one of the rows
    of 目标任务.
    """

    title: PhraseFile
    names: tuple[Text, ...] = ()
    """Other names; its Chinese title is one too."""
    unit: Text
    """人 and 人次 are two units: figures in another one never count."""
    also: tuple[Text, ...] = ()
    """Units that mean the same of this indicator: 名 where 名额 are counted."""
    signed: bool = False
    """A rise, which is below zero where it is a fall."""
    like: Id | None = None
    """The indicator whose rows say this one too: those of single places, or of the year before."""
    placed: bool = False
    """Only rows that name a place."""
    year_before: bool = False
    """Figures of the year before, written with that year or with the one they are held against."""
    by_item: bool = False
    """One record for each name: rows of one name are added."""


class BesideFile(FileModel):
    """Another quantity shown beside a measure, never judged."""

    title: PhraseFile
    quantity: QuantityFile


class MeasureFile(FileModel):
    """One number of a clause: what is counted, in which period, the floor, the stretch."""

    title: PhraseFile | None = None
    quantity: QuantityChoice
    floor: BoundFile | None = None
    """确保, or the plain target: whoever misses it has not completed the target."""
    stretch: BoundFile | None = None
    """力争: to miss it is only noted."""
    is_about: bool = False
    """The target itself is 约: anything from nine to eleven tenths of it."""
    unit: PhraseFile
    period: Id | None = None
    dated_by: Id = "period"
    """The field of the rows that says to which period they belong."""
    from_before: bool = False
    """What is older than the period counts too: it is there by the period's end."""
    or_late: bool = False
    """A day after the period says that it was not done in time; without it nothing is known."""
    decides: bool = True
    """Whether the target's status rests on it; else it is shown beside."""
    beside: tuple[BesideFile, ...] = ()

    @model_validator(mode="after")
    def _asks_something(self) -> "MeasureFile":
        if self.floor is None and self.stretch is None:
            raise ValueError(mark("a measure has a floor, a stretch, or both"))
        return self


class TargetFile(FileModel):
    """One clause with its numbers."""

    id: ClauseId
    clause: Text
    quote: Text
    title: PhraseFile
    level: PhraseFile
    """Whose target it is: 区, 市, 每个县(市)区, 孵化基地."""
    responsible: Text
    """牵头: who must see to it."""
    supporting: str = ""
    """配合: who helps."""
    interpretation: PhraseFile
    measures: Annotated[tuple[MeasureFile, ...], Field(min_length=1)]


class DutyFile(FileModel):
    """A clause without a number: carried as text, never judged."""

    id: ClauseId
    clause: Text
    quote: Text
    title: PhraseFile
    responsible: Text
    supporting: str = ""
    why: PhraseFile | None = None
    """Why the program does not judge it."""


Amount = Decimal | tuple[Decimal, Decimal]
"""A figure in its base unit; two where the document leaves it open (1700余万)."""


class RecomputedFile(FileModel):
    """A figure that follows from others of the document; exactly one way to compute it."""

    id: ClauseId
    clause: Text
    quote: Text
    title: PhraseFile
    sum: tuple[Amount, ...] = ()
    quotient: tuple[Amount, Amount] | None = None
    percent: tuple[Amount, Amount] | None = None
    growth: tuple[Amount, Amount] | None = None
    """By how many per cent the first is more than the second."""
    product: tuple[Amount, ...] = ()
    unit: Text
    stated: Amount | None = None
    """What the document says it comes to, to as many places as it writes."""
    note: PhraseFile | None = None

    @model_validator(mode="after")
    def _is_computed_once(self) -> "RecomputedFile":
        ways = (self.sum, self.quotient, self.percent, self.growth, self.product)
        if sum(map(bool, ways)) != 1:
            message = mark("one way to compute it: sum, product, quotient, percent or growth")
            raise ValueError(message)
        return self


class UncheckedFile(FileModel):
    """Words of the document that nothing can be held against, and why."""

    clause: Text
    quote: Text
    why: PhraseFile


class PeriodReportFile(ReportFile):
    """A figure that is only recomputed, of a period."""

    period: Id | None = None


class TargetsFile(FileModel):
    """A published programme as data, clauses in printed order."""

    kind: Literal["targets"]
    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: PhraseFile
    document: PublishedFile
    edition: Text
    form: Text = "district"
    audits: Text = ""
    """The standard whose audits fill the sheet of centres, where targets count centres."""
    options: dict[Id, OptionFile] = Field(default_factory=dict)
    periods: dict[Id, PeriodFile | ByOption[PeriodFile]] = Field(default_factory=dict)
    indicators: dict[Id, IndicatorFile] = Field(default_factory=dict)
    populations: dict[Id, PopulationFile] = Field(default_factory=dict)
    targets: Annotated[tuple[TargetFile, ...], Field(min_length=1)]
    duties: tuple[DutyFile, ...] = ()
    reports: tuple[PeriodReportFile, ...] = ()
    recompute: tuple[RecomputedFile, ...] = ()
    unchecked: tuple[UncheckedFile, ...] = ()
