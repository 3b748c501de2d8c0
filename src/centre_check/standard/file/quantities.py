"""Quantities: what a standard's YAML may measure."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, Tag

from centre_check.form.file import FileModel, Id
from centre_check.standard.file.choice import ByOption, form_of
from centre_check.standard.file.tests import Answer, TestFile


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


QuantityFile = Annotated[
    Annotated[CountFile, Tag("count")]
    | Annotated[SumFile, Tag("sum")]
    | Annotated[NumberFile, Tag("number")]
    | Annotated[ShareFile, Tag("share")]
    | Annotated[GreatestFile, Tag("greatest")]
    | Annotated[FirstKnownFile, Tag("first_known")]
    | Annotated[NotBelowFile, Tag("not_below")],
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
            )
        }
    ),
]
# on a line of its own: here pydantic looks for the docstrings of the class that it makes
_QuantityByOption = Annotated[ByOption[QuantityFile], Tag("by_option")]
QuantityChoice = Annotated[
    Annotated[QuantityFile, Tag("plain")] | _QuantityByOption,
    form_of({"by_option": "by_option"}, "plain"),
]

for _model in (GreatestFile, FirstKnownFile, NotBelowFile):
    _model.model_rebuild()
