"""What can be counted, summed or read off a population."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from centre_check.checks.grammar.tests import Test
from centre_check.logic import Truth


class Count(NamedTuple):
    """How many records of the population meet `where`; with `distinct`, how many choices of it.

    `unlisted` says whether a text outside the dictionary may be a further choice (MAYBE), is one
    (YES) or is none (NO); `among` names the choices that count.
    """

    population: str
    where: tuple[Test, ...] = ()
    distinct: str = ""
    among: tuple[str, ...] = ()
    unlisted: Truth = Truth.MAYBE


class Sum(NamedTuple):
    """The sum of a number field over the population; a blank may hide anything from 0 up.

    `at` is the field with the place that an amount is of: one place counts once.
    """

    population: str
    field: str
    at: str = ""


class Number(NamedTuple):
    """One number of a key/value sheet.

    Unless `exact_when` holds, the number is only a lower limit of what is asked, and unless
    `lower_when` holds, not even that.
    """

    population: str
    field: str
    exact_when: tuple[Test, ...] = ()
    lower_when: tuple[Test, ...] = ()


class Share(NamedTuple):
    """Which part of the population's records meets `where`, from 0 to 1."""

    population: str
    where: tuple[Test, ...]


class Greatest(NamedTuple):
    """The greatest of several quantities: any of them proves it."""

    of: tuple["Quantity", ...]


class FirstKnown(NamedTuple):
    """The first of several quantities that is known exactly; else what the first ones prove."""

    of: tuple["Quantity", ...]


class NotBelow(NamedTuple):
    """A quantity that cannot be below others; where it is, both stay possible."""

    quantity: "Quantity"
    floors: tuple["Quantity", ...]


class Extreme(NamedTuple):
    """The greatest or the least value that one record of the population has in a field.

    With `place`, a record that names no place there is of all of them and says nothing of one.
    """

    population: str
    field: str
    is_greatest: bool
    place: str = ""


class Latest(NamedTuple):
    """The value of the record with the latest day; of the fields `days`, the first given counts."""

    population: str
    field: str
    days: tuple[str, ...]


class PlaceMean(NamedTuple):
    """The mean of a field over places, each once, by its latest record; open until all are known.

    The places are those that `listed` lists in `name`, else those that records have in `place`. A
    record without a place is of all of them, and is divided by the number that is listed.
    """

    population: str
    field: str
    place: str
    listed: str
    name: str
    days: tuple[str, ...]


class Mean(NamedTuple):
    """The mean of a field over the records of the population."""

    population: str
    field: str


class Ratio(NamedTuple):
    """What one quantity is of another, so many a hundred; open where the other is blank or zero.

    `is_part`: the one is a part of the other, so that more than all of it is a contradiction.
    `per` is 1 of what is so much a head; `is_growth` takes away the whole itself; of nothing at
    all, all is done where `is_full_without`.
    """

    part: "Quantity"
    whole: "Quantity"
    is_part: bool = False
    per: int = 100
    is_growth: bool = False
    is_full_without: bool = False


class Step(StrEnum):
    """How long the periods are that a quantity is asked of one by one."""

    MONTH = "month"
    YEAR = "year"


class ByPeriod(NamedTuple):
    """Calendar months or years, from a first to a last day, by the days in `field`.

    `since` is a population and a field whose day the first period holds instead of `first`; a
    period that is still running at the audit date is left out where `is_complete_only`.
    """

    field: str
    step: Step
    first: date | None = None
    last: date | None = None
    since: tuple[str, str] | None = None
    is_complete_only: bool = False


class ByName(NamedTuple):
    """Each of these names in a text field; further spellings follow the first of each."""

    field: str
    names: tuple[tuple[str, ...], ...]


class ByPlace(NamedTuple):
    """Each place that a population lists in `name`, as rows have it in `field`.

    With `named_by`, the places that records of that population name, where nothing is listed; and
    none at all where those name none.
    """

    field: str
    population: str
    name: str
    named_by: str = ""


Grouping = ByPeriod | ByName | ByPlace


class Each(NamedTuple):
    """A quantity asked of each group by itself: the least of them, or the greatest."""

    quantity: "Quantity"
    by: Grouping
    is_least: bool = True


Quantity = (
    Count
    | Sum
    | Number
    | Share
    | Greatest
    | FirstKnown
    | NotBelow
    | Extreme
    | Latest
    | Mean
    | PlaceMean
    | Ratio
    | Each
)
