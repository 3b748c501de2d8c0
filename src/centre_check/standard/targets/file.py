"""What a target standard's YAML may hold: targets with their measures, duties without a number."""

from datetime import date
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
    interpretation: PhraseFile
    measures: Annotated[tuple[MeasureFile, ...], Field(min_length=1)]


class DutyFile(FileModel):
    """A clause without a number: carried as text, never judged."""

    id: ClauseId
    clause: Text
    quote: Text
    title: PhraseFile
    responsible: Text
    why: PhraseFile | None = None
    """Why the program does not judge it."""


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
