"""Calendar arithmetic: terms in months end on the corresponding day."""

import calendar
from datetime import date


def add_months(day: date, months: int) -> date:
    """The day corresponding to `day`, or the end of a month that has none (民法典 202).

    `date.max` and `date.min` stand for what lies beyond the calendar.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    if year < date.min.year:
        return date.min
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
