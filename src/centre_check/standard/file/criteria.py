"""Criteria: a clause, how it is checked, and the examples that it is checked by."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, Tag, model_validator

from centre_check.checks.grammar import IfNone, Otherwise
from centre_check.form.file import FileModel, Id, PhraseFile, Text
from centre_check.model.findings import Comparison
from centre_check.standard import types
from centre_check.standard.file.choice import ByOption, form_of
from centre_check.standard.file.quantities import QuantityChoice
from centre_check.standard.file.tests import TestFile
from centre_check.words import mark

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


class BoundCaseFile(BoundFile):
    """A limit of its own where the tests hold."""

    where: Annotated[tuple[TestFile, ...], Field(min_length=1)]


class BoundByFile(FileModel):
    """A limit that depends on the centre: that of the first case that holds, else `otherwise`."""

    by: Id
    """The population whose record decides: what kind of centre it is, in which county it lies."""
    cases: Annotated[tuple[BoundCaseFile, ...], Field(min_length=1)]
    otherwise: BoundFile


# on a line of its own: here pydantic looks for the docstrings of the class that it makes
_BoundByOption = Annotated[ByOption[BoundFile], Tag("by_option")]
BoundChoice = Annotated[
    Annotated[BoundFile, Tag("plain")] | Annotated[BoundByFile, Tag("by")] | _BoundByOption,
    form_of({"by_option": "by_option", "by": "by"}, "plain"),
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

    A row with `次数: 5` stands for five; `#` in its texts becomes the row's number,
    `〇` the same in Chinese numerals, as names have it.
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


class SaysFile(FileModel):
    """How it is told what there is; what is left out is told in the words of the check's kind."""

    now: PhraseFile | None = None
    """What there is: `{found}` of `{total}`, `{bad}` of them not as required."""
    wanted: PhraseFile | None = None
    """What is required, in short."""
    gap: PhraseFile | None = None
    """What is missing: `{gap}`."""
    fill: PhraseFile | None = None
    """What to supply where what is filled in cannot decide."""
    proof: PhraseFile | None = None
    """The document after which an entry is corrected."""
    record: PhraseFile | None = None
    """What an inspector writes down on site: ＿＿ is room to write, □ a box to tick."""

    def build(self) -> types.Says:
        """The words."""
        return types.Says(**{name: said.build() for name, said in self if said is not None})


class CriterionFile(FileModel):
    """One clause."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]+(-[A-Z0-9]+)*-[0-9]+(\.[0-9]+)?$")]
    clause: Text
    quote: Text | dict[Id, Text]
    """Verbatim, from the document; short."""
    sentence: Text | dict[Id, Text] = ""
    """The sentence that a short quote comes from, verbatim; …… for what is left out."""
    title: PhraseFile
    """What the clause is about; never an outcome."""
    check: CheckFile
    says: SaysFile = SaysFile()
    interpretation: PhraseFile
    """How the words are understood; printed under 判定口径."""
    remedy: PhraseFile
    """What to do when it is not met; `{gap}` is what is missing, `{staff}` that sheet's name."""
    mandatory: bool = True
    waivable: bool = True
    """Whether an office may exempt a centre from it."""
    examples: ExamplesFile
