"""Groups: how records are told apart by month, by year, by name or by place."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, assert_never

from centre_check.checks.grammar import FieldTest, Operator
from centre_check.checks.populations import records
from centre_check.checks.quantity import Quantity
from centre_check.checks.records import Context
from centre_check.logic import Interval, Truth
from centre_check.logic.calendar import month_end


class Step(StrEnum):
    """How long the periods are that a quantity is asked of one by one."""

    MONTH = "month"
    YEAR = "year"


class ByPeriod(NamedTuple):
    """Calendar months or years, from a first to a last day, by the days in `field`.

    `since` is a population and a field whose day the first period holds instead of `first`; a
    period that is still running at the audit date is left out where `is_complete_only`, and until
    `due` days after it.
    """

    field: str
    step: Step
    first: date | None = None
    last: date | None = None
    since: tuple[str, str] | None = None
    is_complete_only: bool = False
    due: int = 0


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


class Narrow(NamedTuple):
    """What makes a group: its label, its days if it is a period, the test that its rows meet."""

    label: str
    days: tuple[date, date] | None
    test: FieldTest


def groups_of(by: Grouping, context: Context) -> Iterator[Narrow]:
    """Every group, in order."""
    match by:
        case ByPeriod():
            for first, last in periods(by, context):
                label = f"{first:%Y-%m}" if by.step is Step.MONTH else f"{first:%Y}"
                yield Narrow(label, (first, last), during(by.field, first, last))
        case ByName(field, names):
            for name, *others in names:
                test = FieldTest(field, Operator.NAMED, (name, *others))
                yield Narrow(name, None, test)
        case ByPlace():
            for name in _places(by, context):
                test = FieldTest(by.field, Operator.NAMED, (name,), when_blank=Truth.NO)
                yield Narrow(name, None, test)
        case _ as never:
            assert_never(never)


def during(field: str, first: date, last: date) -> FieldTest:
    """The test that a date or a period lies between two days."""
    return FieldTest(field, Operator.DURING, (first.isoformat(), last.isoformat()))


def periods(by: ByPeriod, context: Context) -> Iterator[tuple[date, date]]:
    """The months or years that have begun by the audit date, each with its first and last day."""
    start = _since(by.since, context) if by.since else by.first
    end = min(by.last or context.as_of, context.as_of)
    if start is None:
        return
    year, month = start.year, start.month if by.step is Step.MONTH else 1
    while (first := date(year, month, 1)) <= end:
        last = month_end(year, month if by.step is Step.MONTH else 12)
        if last + timedelta(by.due) <= context.as_of or not by.is_complete_only:
            yield first, last
        year, month = (year, month + 1) if by.step is Step.MONTH else (year + 1, 1)
        if month > 12:
            year, month = year + 1, 1


def _since(place: tuple[str, str], context: Context) -> date | None:
    population, field = place
    for record in records(population, context):
        value = record.said(field)[0][0].value
        if isinstance(value, Interval):
            day: date | None = value.high
            return day
    return None


def _places(by: ByPlace, context: Context) -> list[str]:
    listed = names_in(by.population, by.name, context)
    if not by.named_by:
        return listed
    named = names_in(by.named_by, by.field, context)
    return (listed or named) if named else []


def names_in(population: str, field: str, context: Context) -> list[str]:
    """The names that records of a population have in a field, each once."""
    found = records(population, context)
    names = (
        one.said(field)[0][0].value
        for one, belongs in zip(found, found.belongs, strict=True)
        if belongs is not Truth.NO
    )
    return list(dict.fromkeys(name for name in names if isinstance(name, str) and name))


def narrowed(quantity: Quantity, test: FieldTest, context: Context) -> tuple[Quantity, Context]:
    """The quantity over those records only that meet the test as well."""
    populations = dict(context.populations)

    def narrow(population: str) -> str:
        own = context.populations[population]
        name = f"{own.id} {test.field} {' '.join(test.value)}"
        where = (*own.where, test)
        populations[name] = own._replace(id=name, where=where, part_of=own.part_of or own.id)
        return name

    return quantity.over(narrow), replace(context, populations=populations)
