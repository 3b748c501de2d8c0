"""Rows whose figures are held in other rows, so that nobody is counted twice.

A figure for January to October already holds that for January to September; a figure of the whole
city already holds those of its counties. What is held is set aside; where two rows leave open which
one holds, neither counts for certain.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from centre_check.audit.targets.lines import IndicatorLine
from centre_check.audit.targets.naming import days_of_row, reported_on, text_of
from centre_check.audit.targets.uses import Uses
from centre_check.logic import Interval
from centre_check.standard.targets.types import Indicator
from centre_check.words import mark

TWICE = mark("two rows are about the same days; which one holds?")
UNLIKE_PARTS = mark("the parts and the whole differ; which holds?")


class PeriodFigure(NamedTuple):
    """A row with what tells it apart: a blank place or item is the whole."""

    row: IndicatorLine
    place: str
    item: str
    first: date
    last: date
    reported: date | None

    def covers(self, other: "PeriodFigure") -> bool:
        """Whether the days hold the other's."""
        return self.first <= other.first and other.last <= self.last

    def is_whole_of(self, other: "PeriodFigure") -> bool:
        """Whether the other one is of a part: of a place, of an item."""
        if (self.place, self.item) == (other.place, other.item):
            return False
        return self.place in ("", other.place) and self.item in ("", other.item)

    @property
    def amount(self) -> Interval[Decimal] | None:
        """What the row says; None where that cannot be read."""
        value = self.row.entry("value").value
        return value if isinstance(value, Interval) else None


def without_held(
    rows: Sequence[IndicatorLine], indicator: Indicator, used: Uses
) -> tuple[list[IndicatorLine], list[IndicatorLine]]:
    """The rows of an indicator that count, doubtful ones without figure; those held in others."""
    held: set[int] = set()
    doubts: dict[int, str] = {}
    figures = _figures(rows)
    if indicator.id in used.added:
        if indicator.id in used.by_period:
            _whole_periods(figures, held, doubts)
        _same_thing([one for one in figures if one.row.number not in held], held, doubts)
        rest = [one for one in figures if one.row.number not in held]
        if indicator.id in used.by_place:
            held |= _totals(rest)
        else:
            _parts(rest, held, doubts)
    elif indicator.id in used.of_whole:
        held |= _places_of_whole(figures)
    kept = [row for row in rows if row.number not in held]
    return (
        [row.unread("value", doubts[row.number]) if row.number in doubts else row for row in kept],
        [row for row in rows if row.number in held],
    )


def _figures(rows: Sequence[IndicatorLine]) -> list[PeriodFigure]:
    found = []
    for row in rows:
        days, place = days_of_row(row), text_of(row, "place")
        if days is not None:
            found.append(PeriodFigure(row, place, text_of(row, "item"), *days, reported_on(row)))
    return found


def _whole_periods(figures: Sequence[PeriodFigure], held: set[int], doubts: dict[int, str]) -> None:
    """Where each year is judged by itself, years that make up the whole count instead of it."""
    for whole in figures:
        inside = [
            one
            for one in figures
            if (one.place, one.item) == (whole.place, whole.item)
            if whole.covers(one) and not one.covers(whole)
        ]
        parts = [one for one in inside if not any(_is_inside(one, other) for other in inside)]
        if not _make_up(parts, whole):
            continue
        if whole.amount is not None and sum(_lows(parts)) == whole.amount.low:
            held.add(whole.row.number)
        else:
            doubts |= {one.row.number: UNLIKE_PARTS for one in (whole, *parts)}


def _is_inside(one: PeriodFigure, other: PeriodFigure) -> bool:
    return other.covers(one) and not one.covers(other)


def _make_up(parts: Sequence[PeriodFigure], whole: PeriodFigure) -> bool:
    """Whether the days of the parts are those of the whole, each once."""
    day = whole.first
    for part in sorted(parts, key=lambda one: one.first):
        if part.first != day:
            return False
        day = part.last + timedelta(days=1)
    return bool(parts) and day == whole.last + timedelta(days=1)


def _same_thing(figures: Sequence[PeriodFigure], held: set[int], doubts: dict[int, str]) -> None:
    """Of one place and item no day counts twice."""
    for one in figures:
        for other in figures:
            is_same = (one.place, one.item) == (other.place, other.item)
            if is_same and one.row != other.row and _meet(one, other):
                _compare(one, other, held, doubts)


def _compare(
    one: PeriodFigure, other: PeriodFigure, held: set[int], doubts: dict[int, str]
) -> None:
    """Whether `one` is held in the other, or whether the two leave open which holds."""
    if one.covers(other) and other.covers(one):
        if one.reported is None or other.reported is None or one.reported == other.reported:
            doubts[one.row.number] = TWICE
        elif one.reported < other.reported:
            held.add(one.row.number)
    elif other.covers(one):
        held.add(one.row.number)
    elif not one.covers(other):
        doubts[one.row.number] = TWICE


def _meet(one: PeriodFigure, other: PeriodFigure) -> bool:
    return one.first <= other.last and other.first <= one.last


def _totals(figures: Sequence[PeriodFigure]) -> set[int]:
    """Wholes of several places, where each place is judged by itself."""
    are_places = any(one.place for one in figures)
    return {one.row.number for one in figures if are_places and not one.place}


def _places_of_whole(figures: Sequence[PeriodFigure]) -> set[int]:
    """Figures of places, where there is one of the whole: an unemployment rate of the district."""
    is_whole = any(not one.place for one in figures)
    return {one.row.number for one in figures if is_whole and one.place}


def _parts(figures: Sequence[PeriodFigure], held: set[int], doubts: dict[int, str]) -> None:
    """Parts are held in the whole of their days; more than the whole leaves both open."""
    for whole in figures:
        parts = [one for one in figures if whole.is_whole_of(one) and _meet(whole, one)]
        inner = [one for one in parts if whole.covers(one)]
        crossing = [one for one in parts if not whole.covers(one)]
        if crossing:
            doubts |= {one.row.number: TWICE for one in (whole, *crossing)}
        if _is_more(inner, whole):
            doubts[whole.row.number] = UNLIKE_PARTS
        held |= {one.row.number for one in inner}


def _is_more(parts: Sequence[PeriodFigure], whole: PeriodFigure) -> bool:
    """Whether the parts, those of parts left out, come to more than the whole can be."""
    if whole.amount is None or whole.amount.high is None:
        return False
    outer = (one for one in parts if not any(other.is_whole_of(one) for other in parts))
    return sum(_lows(outer)) > whole.amount.high


def _lows(figures: Iterable[PeriodFigure]) -> Iterator[Decimal]:
    for one in figures:
        if one.amount is not None and one.amount.low is not None:
            yield one.amount.low
