"""Numbers of people and tenants that the centre states, against its lists."""

from collections.abc import Callable, Iterator

from centre_check.audit.doubts.sight import Sight, choices_of, days_of
from centre_check.model.facts import Cell, Note
from centre_check.model.table import Row
from centre_check.words import mark

Seen = Iterator[tuple[Row, str, Cell]]  # a row, the name in it, the name's cell


def counts(sight: Sight) -> Iterator[Note]:
    """Numbers of people and tenants that the centre states, against the rosters."""
    lists: tuple[tuple[str, Callable[[Sight], Seen]], ...] = (
        ("full_time_count", full_timers),
        ("mentor_count", mentors),
        ("tenant_count", residents),
    )
    for field, listed in lists:
        stated = sight.stated(field)
        if stated is None or not stated[0].is_exact:
            continue
        n = len({who for _, who, _ in listed(sight)})
        if stated[0].low != n:
            message = mark("{header} is stated as {stated}, the list shows {n}")
            values = {"header": stated[1].header, "stated": stated[1].value, "n": n}
            yield sight.note("count_differs", message, (stated[1],), **values)


def residents(sight: Sight) -> Seen:
    """The tenants in residence."""
    return _present(sight, "tenants", ("moved_in_on", "moved_out_on"), "status", {"resident"})


def mentors(sight: Sight) -> Seen:
    """The mentors whose appointment is in force."""
    return _present(sight, "mentors", ("appointed_from", "appointed_until"), "", set())


def full_timers(sight: Sight) -> Seen:
    """The full-time members of the team who are there."""
    period = ("started_on", "left_on")
    for row, who, cell in _present(sight, "staff", period, "status", {"on_duty", "on_leave"}):
        if any("full_time" in choices_of(row, field) for field in ("employment", "is_full_time")):
            yield row, who, cell


def _present(
    sight: Sight, name: str, period: tuple[str, str], status: str, wanted: set[str]
) -> Seen:
    """Those whose row does not say that they have gone or are still to come."""
    for row, who, cell in sight.texts(name, "name"):
        first, last = (days_of(row, field) for field in period)
        known = choices_of(row, status)
        has_come = first is None or first.low is None or first.low <= sight.as_of
        has_gone = last is not None and last.high is not None and last.high < sight.as_of
        if has_come and not has_gone and (not known or known & wanted):
            yield row, who, cell
