"""What a standard's YAML may hold: pydantic models of every part.

A criterion is a quantity with a bound, a demand on each record, or something a person must look
at. Wherever the text leaves a choice open, a part may be `{by_option: ID, choices: {...}}`;
wherever levels differ, a number or a quote may be a map from level to value.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, Discriminator, Field, StringConstraints, Tag, model_validator

from centre_check.checks.grammar import Comparison, IfNone, Operator, Otherwise
from centre_check.form.file import FileModel, Id, PhraseFile, Text
from centre_check.words import mark

Answer = Literal["yes", "no", "maybe"]
T = TypeVar("T")


class ByOption(FileModel, Generic[T]):
    """A part that depends on an option of the standard."""

    by_option: Id
    choices: dict[Id, T]


def form_of(known: dict[str, str], default: str = "") -> Discriminator:
    """Tell the forms of a union apart by a key that only one of them has."""

    def tag(value: Any) -> str | None:
        keys = value if isinstance(value, dict) else getattr(value, "model_fields_set", ())
        found = next((tag for key, tag in known.items() if key in keys), None)
        return found or default or None

    return Discriminator(tag)


class DistanceFile(FileModel):
    """How long after another field of the same row."""

    field: Id
    n: Annotated[int, Field(ge=0)]


class FieldTestFile(FileModel):
    """A question to one field of a row: exactly one of the keys below `field`."""

    field: Id
    is_: Id | tuple[Id, ...] | None = Field(None, alias="is")
    """One of these choices of the field's dictionary."""
    given: Literal["yes", "no"] | None = None
    """Whether anything stands there."""
    mentions: tuple[Text, ...] | None = None
    """The text holds one of these words."""
    on_or_before: Literal["audit_date"] | None = None
    on_or_after: Literal["audit_date"] | None = None
    within_days_after: Annotated[int, Field(ge=0)] | None = None
    """From the audit date on, so many days."""
    within_months_before: Annotated[int, Field(ge=1)] | None = None
    """Up to the audit date, so many months."""
    unique: Literal["yes"] | None = None
    """No other record of the population has the same text."""
    absent: Literal["yes"] | None = None
    """The sheet has no such column at all."""
    silent_on: tuple[Text, ...] | None = None
    """The text holds none of these words; one that does casts a doubt."""
    named: tuple[Text, ...] | None = None
    """The text is one of these names, whatever its width and spaces."""
    during: tuple[date, date] | None = None
    """A date or a period between these days, both included."""
    at_least: Decimal | None = None
    """A number against a limit; so the three below."""
    more_than: Decimal | None = None
    at_most: Decimal | None = None
    less_than: Decimal | None = None
    within_days_of: DistanceFile | None = None
    """A date that is so many days at most after the last day of another field."""
    within_months_of: DistanceFile | None = None
    perhaps: tuple[Id, ...] = ()
    """With `is`: choices that leave it open."""
    when_blank: Answer = "maybe"

    @model_validator(mode="after")
    def _asks_one_thing(self) -> FieldTestFile:
        if len(self.asked) != 1:
            message = mark("a test asks a field exactly one thing: is, given, mentions, …")
            raise ValueError(message)
        return self

    @property
    def asked(self) -> list[tuple[Operator, Any]]:
        """The operators in use and what they are held against."""
        values = {Operator.IS: self.is_} | {
            operator: getattr(self, operator) for operator in Operator if operator != Operator.IS
        }
        return [(operator, value) for operator, value in values.items() if value is not None]


class AnyFile(FileModel):
    """At least one of the tests."""

    any: Annotated[tuple[TestFile, ...], Field(min_length=1)]


class AllFile(FileModel):
    """Every one of the tests."""

    all: Annotated[tuple[TestFile, ...], Field(min_length=1)]


class HasFile(FileModel):
    """The record has a record of its own in another population."""

    has: Id


class TotalTermFile(FileModel):
    """All periods of the record in a sheet together keep within a number of years."""

    total_term: Id
    """The sheet that holds the periods."""
    start: Id
    end: Id
    own_start: Id
    """The record's own field to begin with where a period has no start."""
    own_end: Id
    where: tuple[TestFile, ...] = ()
    """The periods that count; all of them where nothing is said."""
    at_most_years: Annotated[int, Field(ge=1)]
    extra_years: Annotated[int, Field(ge=0)] | ByOption[int] = 0
    extra_when: tuple[TestFile, ...] = ()


TestFile = Annotated[
    Annotated[FieldTestFile, Tag("field")]
    | Annotated[AnyFile, Tag("any")]
    | Annotated[AllFile, Tag("all")]
    | Annotated[HasFile, Tag("has")]
    | Annotated[TotalTermFile, Tag("total_term")],
    form_of({key: key for key in ("any", "all", "has", "total_term", "field")}),
]


class CountFile(FileModel):
    """How many records of a population meet the tests."""

    count: Id
    where: tuple[TestFile, ...] = ()
    distinct: str = ""
    """Count the different choices of this field instead of the records."""
    among: tuple[Id, ...] = ()
    """Only these choices."""
    unlisted: Answer | ByOption[Answer] = "maybe"
    """Whether a text outside the dictionary is a further choice."""


class SumFile(FileModel):
    """The sum of a number field over a population."""

    sum: Id
    field: Id


class NumberFile(FileModel):
    """One number of a key/value sheet."""

    number: Id
    """The population it stands in."""
    field: Id
    exact_when: tuple[TestFile, ...] = ()
    """Unless these hold, the number is only a lower limit."""
    lower_when: tuple[TestFile, ...] = ()
    """Unless these hold, it is not even that."""


class ShareFile(FileModel):
    """Which part of a population meets the tests, from 0 to 1."""

    share: Id
    where: Annotated[tuple[TestFile, ...], Field(min_length=1)]


class GreatestFile(FileModel):
    """The greatest of several quantities: any of them proves it."""

    greatest: Annotated[tuple[QuantityFile, ...], Field(min_length=2)]


class FirstKnownFile(FileModel):
    """The first of several quantities that is known exactly."""

    first_known: Annotated[tuple[QuantityFile, ...], Field(min_length=2)]


class NotBelowFile(FileModel):
    """A quantity that cannot be below others."""

    quantity: QuantityFile
    not_below: Annotated[tuple[QuantityFile, ...], Field(min_length=1)]


class HighestFile(FileModel):
    """The greatest value of a field that one record has."""

    highest: Id
    field: Id


class LowestFile(FileModel):
    """The least value of a field that one record has."""

    lowest: Id
    field: Id


class LatestFile(FileModel):
    """The value of the record with the latest day."""

    latest: Id
    field: Id
    days: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The fields that say the day; the first one with an entry counts."""


class MeanFile(FileModel):
    """The mean of a field over the records."""

    mean: Id
    field: Id


class RatioFile(FileModel):
    """What one quantity is of another, in per cent."""

    ratio: QuantityFile
    of: QuantityFile


class SinceFile(FileModel):
    """The population and the field whose day the first period holds."""

    population: Id
    field: Id


class GroupingFile(FileModel):
    """How records are told apart: by month, by year, by name or by place; exactly one of these."""

    month: Id | None = None
    """The field with the day."""
    year: Id | None = None
    name: Id | None = None
    names: tuple[Text, ...] = ()
    place: Id | None = None
    """The field with the place; `places` is who lists them, in the field `listed_in`."""
    places: Id | None = None
    listed_in: Id = "name"
    since: SinceFile | None = None
    complete_only: bool = False
    """A period that is still running is not asked."""

    @model_validator(mode="after")
    def _groups_one_way(self) -> GroupingFile:
        given = [key for key in ("month", "year", "name", "place") if getattr(self, key)]
        is_whole = bool(self.names) == bool(self.name) and bool(self.places) == bool(self.place)
        if len(given) != 1 or not is_whole:
            message = mark("a grouping is by month, by year, by name with names, or by place")
            raise ValueError(message)
        return self


class LeastOfEachFile(FileModel):
    """A quantity of each group by itself, the least of them."""

    least: QuantityFile
    each: GroupingFile


class MostOfEachFile(FileModel):
    """A quantity of each group by itself, the greatest of them."""

    most: QuantityFile
    each: GroupingFile


QuantityFile = Annotated[
    Annotated[CountFile, Tag("count")]
    | Annotated[SumFile, Tag("sum")]
    | Annotated[NumberFile, Tag("number")]
    | Annotated[ShareFile, Tag("share")]
    | Annotated[GreatestFile, Tag("greatest")]
    | Annotated[FirstKnownFile, Tag("first_known")]
    | Annotated[NotBelowFile, Tag("not_below")]
    | Annotated[HighestFile, Tag("highest")]
    | Annotated[LowestFile, Tag("lowest")]
    | Annotated[LatestFile, Tag("latest")]
    | Annotated[MeanFile, Tag("mean")]
    | Annotated[RatioFile, Tag("ratio")]
    | Annotated[LeastOfEachFile, Tag("least")]
    | Annotated[MostOfEachFile, Tag("most")],
    form_of(
        {
            key: key
            for key in (
                "count",
                "sum",
                "number",
                "share",
                "greatest",
                "first_known",
                "not_below",
                "highest",
                "lowest",
                "latest",
                "mean",
                "ratio",
                "least",
                "most",
            )
        }
    ),
]
QuantityChoice = Annotated[
    Annotated[QuantityFile, Tag("plain")] | Annotated[ByOption[QuantityFile], Tag("by_option")],
    form_of({"by_option": "by_option"}, "plain"),
]
Limit = Decimal | dict[Id, Decimal]


class BoundFile(FileModel):
    """A limit: exactly one of the comparisons, one number or one for each level."""

    at_least: Limit | None = None
    more_than: Limit | None = None
    at_most: Limit | None = None
    less_than: Limit | None = None
    exactly: Limit | None = None
    between: tuple[Decimal, Decimal] | None = None
    at_limit: Literal["unknown"] | None = None
    """The text does not say what happens exactly at the limit."""

    @model_validator(mode="after")
    def _compares_once(self) -> BoundFile:
        if len(self.compared) != 1:
            message = mark("a bound has exactly one comparison: at_least, more_than, at_most, …")
            raise ValueError(message)
        return self

    @property
    def compared(self) -> list[tuple[Comparison, Any]]:
        """The comparisons in use with their limits."""
        values = {comparison: getattr(self, comparison) for comparison in Comparison}
        return [(comparison, value) for comparison, value in values.items() if value is not None]


BoundChoice = Annotated[
    Annotated[BoundFile, Tag("plain")] | Annotated[ByOption[BoundFile], Tag("by_option")],
    form_of({"by_option": "by_option"}, "plain"),
]


class BoundedFile(FileModel):
    """A quantity with a bound."""

    quantity: QuantityChoice
    bound: BoundChoice
    unit: PhraseFile
    otherwise: Otherwise = Otherwise.FAIL


class EachFile(FileModel):
    """Every record of a population meets the tests."""

    each: Id
    must: Annotated[tuple[TestFile, ...], Field(min_length=1)]
    unit: PhraseFile
    otherwise: Otherwise = Otherwise.FAIL
    if_none: IfNone | ByOption[IfNone] = IfNone.UNKNOWN


class InspectFile(FileModel):
    """A person must look."""

    inspect: PhraseFile
    """What to look at; prompts, not criteria."""


CheckFile = Annotated[
    Annotated[BoundedFile, Tag("quantity")]
    | Annotated[EachFile, Tag("each")]
    | Annotated[InspectFile, Tag("inspect")],
    form_of({"bound": "quantity", "each": "each", "inspect": "inspect", "quantity": "quantity"}),
]
CellText = str | int | Decimal | None
RowFile = dict[str, CellText]


class ExampleFile(FileModel):
    """A small workbook: sheets by their Chinese name, rows by their canonical headers.

    A row with `次数: 5` stands for five; `#` in its texts becomes the row's number.
    """

    name: Text
    level: str = ""
    as_of: date = date(2020, 6, 30)
    sheets: dict[Text, RowFile | tuple[RowFile, ...]]


class ExamplesFile(FileModel):
    """Workbooks that the criterion must judge so; run by `standards validate` and the tests."""

    passes: tuple[ExampleFile, ...] = ()
    fails: tuple[ExampleFile, ...] = ()
    unknown: tuple[ExampleFile, ...] = ()
    manual: tuple[ExampleFile, ...] = ()
    not_applicable: tuple[ExampleFile, ...] = ()


class CriterionFile(FileModel):
    """One clause."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]+(-[A-Z0-9]+)*-[0-9]+(\.[0-9]+)?$")]
    clause: Text
    quote: Text | dict[Id, Text]
    """Verbatim, from the document; short."""
    title: PhraseFile
    """The compliant state."""
    check: CheckFile
    interpretation: PhraseFile
    """How the words are understood; printed under 判定口径."""
    remedy: PhraseFile
    """What to do when it is not met; `{gap}` is what is missing."""
    mandatory: bool = True
    examples: ExamplesFile


class ReportFile(FileModel):
    """Something read and shown that never decides."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]+(-[A-Z0-9]+)*-[0-9]+(\.[0-9]+)?$")]
    clause: Text
    quote: Text
    title: PhraseFile
    quantity: QuantityFile | None = None
    unit: PhraseFile | None = None
    show: tuple[Id, Id] | None = None
    """A population and a field whose text is shown."""


class PopulationFile(FileModel):
    """Records that clauses speak of."""

    title: PhraseFile
    rows: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The sheets whose rows they are."""
    where: tuple[TestFile, ...] = ()
    distinct: bool = False
    """Several rows of one person or entity are one record."""


class HintFile(FileModel):
    """A remark on every record that proves its tests."""

    id: Id
    each: Id
    where: Annotated[tuple[TestFile, ...], Field(min_length=1)]
    text: PhraseFile


class OptionFile(FileModel):
    """A choice that the text leaves open."""

    title: PhraseFile
    default: Id
    choices: Annotated[dict[Id, PhraseFile], Field(min_length=1)]


class DocumentFile(FileModel):
    """The published document."""

    title: Text
    section: Text
    issuer: Text
    issued: date


class StandardFile(FileModel):
    """A published document as data, clauses in printed order."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: PhraseFile
    document: DocumentFile
    edition: Text
    form: Text
    """The form that its workbooks follow: an id, or a path beside this file."""
    levels: Annotated[dict[Id, PhraseFile], Field(min_length=1)]
    options: dict[Id, OptionFile]
    populations: dict[Id, PopulationFile]
    groups: dict[Text, PhraseFile]
    """Chapters: the beginning of the ids and the chapter's title."""
    criteria: Annotated[tuple[CriterionFile, ...], Field(min_length=1)]
    reports: tuple[ReportFile, ...] = ()
    hints: tuple[HintFile, ...] = ()


def models() -> list[type[BaseModel]]:
    """Every model that refers to a later one, to be completed once all are there."""
    return [
        AnyFile,
        AllFile,
        TotalTermFile,
        GreatestFile,
        FirstKnownFile,
        NotBelowFile,
        RatioFile,
        LeastOfEachFile,
        MostOfEachFile,
    ]


for _model in models():
    _model.model_rebuild()
