"""Calendar arithmetic: terms in months end on the corresponding day."""

from datetime import date, timedelta


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
