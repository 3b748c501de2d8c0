"""Periods that run backward; agreements that overlap or leave a gap."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from centre_check.audit.doubts.sight import Sight, cell_of, days_of
from centre_check.logic import Interval
from centre_check.model.facts import Cell, Note, Trouble
from centre_check.words import mark

_PERIODS = (
    ("centre", "tenure_from", "tenure_until"),
    ("staff", "started_on", "left_on"),
    ("mentors", "appointed_from", "appointed_until"),
    ("tenants", "moved_in_on", "moved_out_on"),
    ("agreements", "starts_on", "ends_on"),
)


def backward(sight: Sight) -> Iterator[Note]:
    """A period that ends before it starts, an agreement signed after its first day."""
    for name, first, last in _PERIODS:
        cells = _before(sight, name, last, first)
        if cells:
            message = mark("the end is before the start")
            yield sight.note("ends_before_start", message, cells)
    if cells := _before(sight, "agreements", "starts_on", "signed_on"):
        message = mark("signed after its first day")
        yield sight.note("signed_late", message, cells)


def _before(sight: Sight, name: str, early: str, late: str) -> list[Cell]:
    """The cells of rows in which `early` lies wholly before `late`."""
    cells: list[Cell] = []
    for row in sight.table(name).rows:
        one, other = days_of(row, early), days_of(row, late)
        is_told = row.entry(early).trouble is Trouble.ENDS_BEFORE_START
        if is_told or (one and other and _is_before(one.high, other.low)):
            cells += [cell for field in (late, early) if (cell := cell_of(row, field))]
    return cells


def _is_before(last: date | None, first: date | None) -> bool:
    return last is not None and first is not None and last < first


class _Term(NamedTuple):
    """From when to when an agreement runs, and whose it is."""

    start: Interval[date]
    end: Interval[date]
    entity: Cell


def renewals(sight: Sight) -> Iterator[Note]:
    """Agreements of one entity that overlap, or leave a gap between them."""
    by_entity: dict[str, list[_Term]] = defaultdict(list)
    for row, entity, cell in sight.texts("agreements", "entity"):
        start, end = days_of(row, "starts_on"), days_of(row, "ends_on")
        if start is not None and end is not None:
            by_entity[entity].append(_Term(start, end, cell))
    overlaps: list[Cell] = []
    gaps: list[Cell] = []
    for several in by_entity.values():
        several.sort(key=lambda term: term.start.low or date.min)
        for (_, end, _), (start, _, cell) in pairwise(several):
            if start.high is not None and end.low is not None and start.high <= end.low:
                overlaps.append(cell)
            elif start.low is not None and end.high is not None and (start.low - end.high).days > 1:
                gaps.append(cell)
    if overlaps:
        message = mark("agreements of one tenant overlap; the days in common count once")
        yield sight.note("agreements_overlap", message, overlaps)
    if gaps:
        message = mark("there is a gap between the agreements of one tenant; it does not count")
        yield sight.note("agreements_gap", message, gaps)
