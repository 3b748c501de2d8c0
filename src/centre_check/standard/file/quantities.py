"""Quantities: what a standard's YAML may measure."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Tag, model_validator

from centre_check.form.file import FileModel, Id, Text
from centre_check.standard.file.choice import ByOption, form_of
from centre_check.standard.file.tests import Answer, TestFile
from centre_check.words import mark


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
    at: str = ""
    """The field with the place that an amount is of: one place counts once."""


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
    place: str = ""
    """The field that names the place: a record without it is of all places, not of one."""


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


class PlaceMeanFile(FileModel):
    """The mean of a field over places, each once: how many there are must be known."""

    mean_of_places: Id
    field: Id
    place: Id
    """The field that names the place."""
    places: Id
    """The population that lists them, in the field `listed_in`."""
    listed_in: Id = "name"
    days: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The fields that say the day: of a place the latest record holds."""


class RatioFile(FileModel):
    """What one quantity is of another: in per cent where the unit is %, else so much of each."""

    ratio: QuantityFile
    of: QuantityFile
    is_part: bool = False
    """The one is a part of the other, as in a coverage: more than all of it cannot be right."""
    when_none: Literal["full"] | None = None
    """Of none at all, all is done: no family is without work where there is no family."""


class GrowthFile(FileModel):
    """By how many per cent one quantity is more than another, which is that of the year before."""

    growth: QuantityFile
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
    names: tuple[Text, ...] | dict[Text, tuple[Text, ...]] = ()
    """What is asked for one by one; a map gives each its further spellings."""
    place: Id | None = None
    """The field with the place; `places` is who lists them, in the field `listed_in`."""
    places: Id | None = None
    listed_in: Id = "name"
    named_by: str = ""
    """The population whose own places are asked where none are listed; none where it has none."""
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
    | Annotated[PlaceMeanFile, Tag("mean_of_places")]
    | Annotated[RatioFile, Tag("ratio")]
    | Annotated[GrowthFile, Tag("growth")]
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
                "mean_of_places",
                "ratio",
                "growth",
                "least",
                "most",
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

for _model in (
    GreatestFile,
    FirstKnownFile,
    NotBelowFile,
    RatioFile,
    GrowthFile,
    LeastOfEachFile,
    MostOfEachFile,
):
    _model.model_rebuild()
