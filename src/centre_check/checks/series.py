"""Quantities over several values: extremes, the latest, means, ratios, and each group by itself."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from centre_check.checks.answers import Answer
from centre_check.checks.grammar import (
    Count,
    Each,
    Extreme,
    Latest,
    Mean,
    PlaceMean,
    Quantity,
    Ratio,
    Sum,
)
from centre_check.checks.groups import Group, names_in
from centre_check.checks.measurement import ZERO, Asked, Measurement, ask_all
from centre_check.checks.rates import quotient
from centre_check.checks.records import Context, Record
from centre_check.checks.sum import amount_of, shown_amount
from centre_check.logic import Interval, Truth
from centre_check.logic.spelling import normalise
from centre_check.model.evidence import Reason

_UNKNOWN: Interval[Decimal] = Interval(ZERO, None)


class _Values(NamedTuple):
    """The values of a population's records: certain ones, and ones that may not belong."""

    sure: list[Interval[Decimal]]
    perhaps: list[Interval[Decimal]]
    belonging: list[Asked]
    gap: tuple[Reason, ...]
    context: Context

    def measured(self, interval: Interval[Decimal], field: str) -> Measurement:
        """The interval with the records that it rests on."""
        shown = [
            shown_amount(one.record, one.belongs, field, self.context) for one in self.belonging
        ]
        undecided = tuple(one for one in shown if one.reason)
        reasons = self.gap + tuple(one.reason for one in undecided if one.reason)
        counted = tuple(one for one in shown if not one.reason)
        return Measurement(interval, counted, (), undecided, reasons)


def _values(population: str, field: str, context: Context, place: str = "") -> _Values:
    asked, gap = ask_all(population, (), context)
    belonging = [one for one in asked if one.belongs.truth is not Truth.NO]
    if place and belonging:
        belonging = [one for one in belonging if _text(one.record, place)]
        if not belonging:
            gap = (*gap, Reason(context.why("no_place")))
    by_truth: dict[Truth, list[Interval[Decimal]]] = {Truth.YES: [], Truth.MAYBE: []}
    for one in belonging:
        by_truth[one.belongs.truth].append(amount_of(one.record, field))
    return _Values(by_truth[Truth.YES], by_truth[Truth.MAYBE], belonging, gap, context)


def extreme_of(extreme: Extreme, context: Context) -> Measurement:
    """The greatest or the least value that a record has."""
    found = _values(extreme.population, extreme.field, context, extreme.place)
    every = [*found.sure, *found.perhaps]
    if not every:
        return found.measured(_UNKNOWN, extreme.field)
    if extreme.is_greatest:
        low = max((one.low or ZERO for one in found.sure), default=ZERO)
        interval = Interval(low, None if found.gap else _greatest_high(every))
    else:
        low = ZERO if found.gap else min(one.low or ZERO for one in every)
        interval = Interval(low, _least_high(found.sure))
    return found.measured(interval, extreme.field)


def _greatest_high(values: Iterable[Interval[Decimal]]) -> Decimal | None:
    highs = [one.high for one in values]
    return None if None in highs else max(high for high in highs if high is not None)


def _least_high(values: Iterable[Interval[Decimal]]) -> Decimal | None:
    return min((one.high for one in values if one.high is not None), default=None)


def latest_of(latest: Latest, context: Context) -> Measurement:
    """The value of the record with the latest day; of several, what they leave possible."""
    found = _values(latest.population, latest.field, context)
    days = [_day(one.record, latest.days) for one in found.belonging]
    values = [amount_of(one.record, latest.field) for one in found.belonging]
    are_sure = all(one.belongs.truth is Truth.YES for one in found.belonging) and None not in days
    if are_sure and not found.gap:
        last = max(day for day in days if day is not None)
        at = [n for n, day in enumerate(days) if day == last]
        found = found._replace(belonging=[found.belonging[n] for n in at])
        values = [values[n] for n in at]
    if not values or found.gap:
        return found.measured(_UNKNOWN, latest.field)
    if len(set(values)) > 1:
        found = found._replace(
            belonging=[one._replace(belongs=_clash(one, context)) for one in found.belonging]
        )
    low, high = min(one.low or ZERO for one in values), _greatest_high(values)
    is_open = len(values) == 1 and values[0].high_open
    return found.measured(Interval(low, high, high_open=is_open), latest.field)


def _clash(one: Asked, context: Context) -> Answer:
    """Of several rows of the last day it is not known which one holds."""
    cells = (one.record.key,) if one.record.key else ()
    return Answer(Truth.MAYBE, cells, (Reason(context.why("contradictory"), cells),))


def _day(record: Record, fields: Sequence[str]) -> date | None:
    """The last day that the first of the fields with an entry leaves possible."""
    for field in fields:
        value = record.said(field)[0][0].value
        if isinstance(value, Interval):
            day: date | None = value.high
            return day
    return None


def mean_of(mean: Mean, context: Context) -> Measurement:
    """The mean, once it is certain who belongs."""
    found = _values(mean.population, mean.field, context)
    number = len(found.sure)
    if found.perhaps or found.gap or not number:
        return found.measured(_UNKNOWN, mean.field)
    low = sum((one.low or ZERO for one in found.sure), ZERO) / number
    highs = [one.high for one in found.sure]
    high = None if None in highs else sum((one for one in highs if one is not None), ZERO) / number
    return found.measured(Interval(low, high), mean.field)


def mean_of_places(mean: PlaceMean, context: Context) -> Measurement:
    """The mean over places: every one that is listed has a record, or one record is of all."""
    found = _values(mean.population, mean.field, context)
    listed = names_in(mean.listed, mean.name, context)
    latest = _latest_by_place(mean, found.belonging)
    places = [name for name in latest if name]
    if found.perhaps or found.gap or not (listed or places):
        reasons = (*found.gap, Reason(context.why("no_place"))) if found.belonging else found.gap
        return found._replace(gap=reasons).measured(_UNKNOWN, mean.field)
    counted = [latest[name] for name in places] if places else [latest.get("", [])]
    number = len(listed) or len(places)
    is_known = len(counted) == number or not places
    missing = sorted(set(map(normalise, listed)) - set(places)) if places else []
    if missing or not is_known or any(len(set(said)) != 1 for said in counted):
        reason = Reason(context.why("no_row_of_place", places="、".join(missing)))
        gap = (*found.gap, reason) if missing else found.gap
        clash = found._replace(gap=gap or (Reason(context.why("contradictory")),))
        return clash.measured(_UNKNOWN, mean.field)
    lows = sum((one[0].low or ZERO for one in counted), ZERO)
    highs = [one[0].high for one in counted]
    high = None if None in highs else sum((one for one in highs if one is not None), ZERO) / number
    return found.measured(Interval(lows / number, high), mean.field)


def _latest_by_place(
    mean: PlaceMean, belonging: Sequence[Asked]
) -> dict[str, list[Interval[Decimal]]]:
    """Of each place, "" for the whole, what its records of the latest day say."""
    last: dict[str, tuple[date, list[Interval[Decimal]]]] = {}
    for one in belonging:
        place = normalise(_text(one.record, mean.place))
        day = _day(one.record, mean.days) or date.max
        amount = amount_of(one.record, mean.field)
        known = last.get(place)
        if known is None or day > known[0]:
            last[place] = day, [amount]
        elif day == known[0]:
            known[1].append(amount)
    return {place: amounts for place, (_, amounts) in last.items()}


def _text(record: Record, field: str) -> str:
    value = record.said(field)[0][0].value
    return value if isinstance(value, str) else ""


def ratio_of(ratio: Ratio, part: Measurement, whole: Measurement, context: Context) -> Measurement:
    """So many a hundred; to 28 digits, on the same side of any limit as the exact quotient."""
    share = quotient(part.interval, whole.interval)
    is_none = whole.interval == Interval.exactly(ZERO) and not part.interval.low
    if ratio.is_full_without and is_none:
        share = Interval.exactly(Fraction(1))
        part = part._replace(undecided=(), reasons=())
    reasons = part.reasons + whole.reasons
    counted = part.counted + whole.counted
    undecided = part.undecided + whole.undecided
    if share is None:
        if not reasons:
            reasons = (Reason(context.why("zero_base", population=_population(ratio.whole))),)
        return Measurement(_UNKNOWN, counted, (), undecided, reasons)
    if ratio.is_part and share.low is not None and share.low > 1:
        cells = tuple(cell for one in counted for cell in one.cells)
        reason = Reason(context.why("more_than_all", population=_population(ratio.part)), cells)
        return Measurement(_UNKNOWN, counted, (), undecided, (*reasons, reason))
    low, high = (_per(end, ratio) for end in (share.low, share.high))
    interval = Interval(ZERO if low is None else low, high, share.low_open, share.high_open)
    return Measurement(interval, counted, (), undecided, reasons)


def _per(share: Fraction | None, ratio: Ratio) -> Decimal | None:
    if share is None:
        return None
    found = (share - ratio.is_growth) * ratio.per
    return Decimal(found.numerator) / Decimal(found.denominator)


def _population(quantity: Quantity) -> str:
    match quantity:
        case Ratio(part, _) | Each(part):
            return _population(part)
        case Count() | Sum() | Extreme() | Latest() | Mean() | PlaceMean():
            return quantity.population
        case _:
            return ""


def of_all_groups(each: Each, found: Sequence[Group], context: Context) -> Measurement:
    """The least or the greatest of the groups; open where there may be more groups."""
    parts = [group.measured for group in found]
    reasons = tuple(reason for part in parts for reason in part.reasons)
    counted = tuple(one for part in parts for one in part.counted)
    undecided = tuple(one for part in parts for one in part.undecided)
    if not parts:
        return Measurement(_UNKNOWN, reasons=(Reason(context.why("no_group")),))
    intervals = [part.interval for part in parts]
    lows = [one.low or ZERO for one in intervals]
    if each.is_least:
        interval = Interval(min(lows), _least_high(intervals))
    else:
        interval = Interval(max(lows), _greatest_high(intervals))
    return Measurement(interval, counted, (), undecided, reasons)
