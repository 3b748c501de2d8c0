"""Calendar arithmetic: terms in months end on the corresponding day."""

from datetime import date, timedelta
from fractions import Fraction


def add_months(day: date, months: int) -> date:
    """The day corresponding to `day`, or the end of a month that has none (民法典 202).

    `date.max` and `date.min` stand for what lies beyond the calendar.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    if year < date.min.year:
        return date.min
    last = month_end(year, month + 1)
    return last.replace(day=min(day.day, last.day))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def months_between(first: date, last: date) -> Fraction:
    """The months from a day to another: whole ones, and the days that are left as part of one."""
    whole = (last.year - first.year) * 12 + last.month - first.month
    whole -= add_months(first, whole) > last
    done, due = add_months(first, whole), add_months(first, whole + 1)
    return whole + Fraction((last - done).days, (due - done).days)
