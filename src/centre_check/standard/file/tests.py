"""Tests of a row: what a standard's YAML may ask of its fields."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, Tag, model_validator

from centre_check.checks.grammar import Operator
from centre_check.form.file import FileModel, Id, Text
from centre_check.standard.file.choice import ByOption, form_of
from centre_check.words import mark

Answer = Literal["yes", "no", "maybe"]


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
    months_before: Annotated[int, Field(ge=1)] | None = None
    """At least so many months before the audit date: who entered three years ago or earlier."""
    unique: Literal["yes"] | None = None
    """No other record of the population has the same text."""
    absent: Literal["yes"] | None = None
    """The sheet has no such column at all."""
    silent_on: tuple[Text, ...] | None = None
    """The text holds none of these words; one that does casts a doubt."""
    undenied: Literal["yes"] | None = None
    """The text does not speak against what it is to prove, as the form says for the field."""
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
    when_unlisted: Literal["maybe", "no"] = "maybe"
    """With `is`: what a word says that the dictionary does not know."""

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


class AgreeFile(FileModel):
    """Fields that say the same in several ways: all of them, blanks aside."""

    agree: Annotated[tuple[FieldTestFile, ...], Field(min_length=2)]
    """Where one of them says yes and another no, it stays open."""


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
    continues: tuple[TestFile, ...] = ()
    """A period that follows an earlier one, like a renewed agreement."""


TestFile = Annotated[
    Annotated[FieldTestFile, Tag("field")]
    | Annotated[AnyFile, Tag("any")]
    | Annotated[AllFile, Tag("all")]
    | Annotated[AgreeFile, Tag("agree")]
    | Annotated[HasFile, Tag("has")]
    | Annotated[TotalTermFile, Tag("total_term")],
    form_of({key: key for key in ("any", "all", "agree", "has", "total_term", "field")}),
]

for _model in (AnyFile, AllFile, TotalTermFile):
    _model.model_rebuild()
