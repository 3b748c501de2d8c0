"""A quantity asked of each group by itself: of every month or year, name or place."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple, assert_never

from centre_check.checks.grammar import (
    ByName,
    ByPeriod,
    ByPlace,
    Count,
    Each,
    Extreme,
    FieldTest,
    Latest,
    Mean,
    Operator,
    PlaceMean,
    Quantity,
    Ratio,
    Step,
    Sum,
)
from centre_check.checks.measurement import Measurement
from centre_check.checks.populations import records
from centre_check.checks.records import Context
from centre_check.logic import Interval, Truth
from centre_check.logic.calendar import month_end


class Group(NamedTuple):
    """One group of a quantity: what it is called, its days if it is a period, its measurement."""

    label: str
    days: tuple[date, date] | None
    measured: Measurement


class Part(NamedTuple):
    """What is to be measured of one group: the quantity in a context that has its rows alone."""

    label: str
    days: tuple[date, date] | None
    quantity: Quantity
    context: Context


def parts(each: Each, context: Context) -> Iterator[Part]:
    """Every group, in order."""
    for label, days, test in _tests(each.by, context):
        yield Part(label, days, *_within(each, test, context))


def _within(each: Each, test: FieldTest, context: Context) -> tuple[Quantity, Context]:
    """The quantity within a group. Of things by name, one that no row names is none of them."""
    inner = each.quantity
    if isinstance(each.by, ByName) and isinstance(inner, Count):
        return inner._replace(where=(*inner.where, test)), context
    return narrowed(inner, test, context)


class _Narrow(NamedTuple):
    """What makes a group: its label, its days, the test that its rows meet."""

    label: str
    days: tuple[date, date] | None
    test: FieldTest


def _tests(by: ByPeriod | ByName | ByPlace, context: Context) -> Iterator[_Narrow]:
    match by:
        case ByPeriod():
            for first, last in periods(by, context):
                label = f"{first:%Y-%m}" if by.step is Step.MONTH else f"{first:%Y}"
                yield _Narrow(label, (first, last), during(by.field, first, last))
        case ByName(field, names):
            for name, *others in names:
                test = FieldTest(field, Operator.NAMED, (name, *others))
                yield _Narrow(name, None, test)
        case ByPlace():
            for name in _places(by, context):
                test = FieldTest(by.field, Operator.NAMED, (name,), when_blank=Truth.NO)
                yield _Narrow(name, None, test)
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
        if last <= context.as_of or not by.is_complete_only:
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
    match quantity:
        case Ratio(part, whole):
            part, context = narrowed(part, test, context)
            whole, context = narrowed(whole, test, context)
            return quantity._replace(part=part, whole=whole), context
        case Each():
            inner, context = narrowed(quantity.quantity, test, context)
            return quantity._replace(quantity=inner), context
        case Count() | Sum() | Extreme() | Latest() | Mean() | PlaceMean():
            own = context.populations[quantity.population]
            name = f"{own.id} {test.field} {' '.join(test.value)}"
            narrow = own._replace(id=name, where=(*own.where, test), part_of=own.part_of or own.id)
            populations = {**context.populations, name: narrow}
            return quantity._replace(population=name), replace(context, populations=populations)
        case _:
            raise AssertionError(quantity)  # a standard's lint lets no other one be narrowed
