"""Numbers of people and tenants that the centre states, against its lists."""

from collections.abc import Callable, Iterator

from centre_check.audit.doubts.sight import Sight, choices_of, days_of
from centre_check.model.facts import Note
from centre_check.words import mark


def counts(sight: Sight) -> Iterator[Note]:
    """Numbers of people and tenants that the centre states, against the rosters."""
    lists: tuple[tuple[str, Callable[[Sight], set[str]]], ...] = (
        ("full_time_count", _full_timers),
        ("mentor_count", _mentors),
        ("tenant_count", resident_names),
    )
    for field, counted in lists:
        stated = sight.stated(field)
        if stated is None or not stated[0].is_exact:
            continue
        n = len(counted(sight))
        if stated[0].low != n:
            message = mark("{header} is stated as {stated}, the list shows {n}")
            values = {"header": stated[1].header, "stated": stated[1].value, "n": n}
            yield sight.note("count_differs", message, (stated[1],), **values)


def resident_names(sight: Sight) -> set[str]:
    """The names of the tenants in residence."""
    return _present(sight, "tenants", ("moved_in_on", "moved_out_on"), "status", {"resident"})


def _mentors(sight: Sight) -> set[str]:
    return _present(sight, "mentors", ("appointed_from", "appointed_until"), "", set())


def _full_timers(sight: Sight) -> set[str]:
    period = ("started_on", "left_on")
    present = _present(sight, "staff", period, "status", {"on_duty", "on_leave"})
    return {
        who
        for row, who, _ in sight.texts("staff", "name")
        if who in present
        and any("full_time" in choices_of(row, field) for field in ("employment", "is_full_time"))
    }


def _present(
    sight: Sight, name: str, period: tuple[str, str], status: str, wanted: set[str]
) -> set[str]:
    """The names of those whose row does not say that they have gone or are still to come."""
    found = set()
    for row, who, _ in sight.texts(name, "name"):
        first, last = (days_of(row, field) for field in period)
        known = choices_of(row, status)
        has_come = first is None or first.low is None or first.low <= sight.as_of
        has_gone = last is not None and last.high is not None and last.high < sight.as_of
        if has_come and not has_gone and (not known or known & wanted):
            found.add(who)
    return found
