"""Dates: which days a cell leaves possible."""

import re
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import NamedTuple

from centre_check.logic import Interval
from centre_check.logic.calendar import month_end
from centre_check.logic.spelling import fold, normalise
from centre_check.model.facts import FOREVER
from centre_check.workbook.cells.numerals import YEAR_DIGITS, numeral, plain
from centre_check.workbook.cells.parsed import BLANK, Parsed, Raw, unreadable
from centre_check.workbook.cells.remarks import EntryRemark
from centre_check.workbook.cells.text import is_held_back, is_none_text, listed, without_entry

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
# By whether the workbook counts from 1904; the other makes 1 March 1900 and all later days right.
_EXCEL_DAY_0 = {False: date(1899, 12, 30), True: date(1904, 1, 1)}

_ENDLESS = listed(
    "长期 长期有效 永久 永久有效 无固定期限 无固定 至今 在职 在岗 至清退 自动顺延 自动续签"
)

_SEP = r"[.\-—/·。、]"
_MONTH, _DAY = r"(?P<month>[0-9]{1,2})", r"(?P<day>[0-9]{1,2})"
_HAN = "[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}"
_HAN_YEAR = (
    "[0-9〇零○O一二三四五六七八九壹贰叁肆伍陆柒捌玖]{4}"  # ○, O: keyboards offer them for 〇
)
_MONTH_WORD, _DAY_WORD = rf"(?P<month>[0-9]{{1,2}}|{_HAN})", rf"(?P<day>[0-9]{{1,2}}|{_HAN})"
_TIME = r"(?:[ T]\s*(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?)?"


class _Format(NamedTuple):
    """One way of writing a date; one without a `year` in its pattern cannot be understood."""

    pattern: str
    remark: EntryRemark | None = None


_FORMATS = (
    # 2019.3.5
    _Format(rf"(?P<year>[0-9]{{4}})\s*(?P<sep>{_SEP})\s*{_MONTH}\s*(?P=sep)\s*{_DAY}{_TIME}"),
    # 2019年3.5, 2019.3月5日, 2019/3/5日
    _Format(rf"(?P<year>{_HAN_YEAR})\s*年\s*{_MONTH}\s*[./]\s*{_DAY}\s*[日号]?{_TIME}"),
    _Format(rf"(?P<year>[0-9]{{4}})\s*{_SEP}\s*{_MONTH_WORD}\s*月\s*{_DAY_WORD}\s*[日号]?{_TIME}"),
    _Format(rf"(?P<year>[0-9]{{4}})\s*(?P<sep>{_SEP})\s*{_MONTH}\s*(?P=sep)\s*{_DAY}\s*[日号]"),
    # 2019,3,5 and 2019 3 5
    _Format(rf"(?P<year>[0-9]{{4}})\s*,\s*{_MONTH}\s*,\s*{_DAY}"),
    _Format(rf"(?P<year>[0-9]{{4}})\s+{_MONTH}\s+{_DAY}"),
    # 2019年3月5日, 二〇一九年三月五日
    _Format(rf"(?P<year>{_HAN_YEAR})\s*年\s*{_MONTH_WORD}\s*月\s*{_DAY_WORD}\s*[日号]?{_TIME}"),
    # 2019.3
    _Format(rf"(?P<year>[0-9]{{4}})\s*{_SEP}\s*{_MONTH}"),
    # 2019年3月
    _Format(rf"(?P<year>{_HAN_YEAR})\s*年\s*{_MONTH_WORD}\s*月\s*份?"),
    # 2019, 2019年
    _Format(rf"(?P<year>[0-9]{{4}}|{_HAN_YEAR}(?=\s*年))(?:\s*年)?"),
    # 20190305
    _Format(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"),
    # 190305, and 200503, which may be May 2005 or 5 March 2020
    _Format(r"[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])", EntryRemark.YEAR_UNCLEAR),
    # 201903
    _Format(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})"),
    # 19.3.5; 12.3.19 may be written the American way
    _Format(
        rf"(?P<year>1[3-9]|[2-4][0-9])\s*(?P<sep>{_SEP})\s*{_MONTH}\s*(?P=sep)\s*{_DAY}{_TIME}",
        EntryRemark.TWO_DIGIT_YEAR,
    ),
    # 19年3月5日
    _Format(
        rf"(?P<year>[0-4][0-9])\s*年\s*{_MONTH_WORD}\s*月(?:\s*{_DAY_WORD}\s*[日号]?{_TIME})?",
        EntryRemark.TWO_DIGIT_YEAR,
    ),
    # 85.3.5, 3/5/19; 85年3月5日
    _Format(
        rf"[0-9]{{1,2}}\s*{_SEP}\s*[0-9]{{1,2}}\s*{_SEP}\s*[0-9]{{1,2}}", EntryRemark.YEAR_UNCLEAR
    ),
    _Format(r"[5-9][0-9]\s*年.*", EntryRemark.YEAR_UNCLEAR),
    # 3月5日, 3.5
    _Format(rf"{_MONTH_WORD}\s*月\s*{_DAY_WORD}\s*[日号]?", EntryRemark.YEAR_MISSING),
    _Format(rf"[0-9]{{1,2}}\s*{_SEP}\s*[0-9]{{1,2}}", EntryRemark.YEAR_MISSING),
    # 43529
    _Format(r"(?P<serial>[2-5][0-9]{4}|60000)", EntryRemark.SERIAL_NUMBER),
)


def date_interval(raw: Raw, *, never: bool, epoch_1904: bool = False) -> Parsed:
    """The first and the last possible day of a cell as `Interval[date]`.

    A month or a year alone leaves all its days. In a column of end dates (`never`) 「长期」
    and the like are `FOREVER`. A day that does not exist is never rolled over. A bare serial
    number counts from 1904 where the workbook does (`epoch_1904`).
    """
    match raw:
        case None:
            return BLANK
        case bool() | time() | timedelta():
            return unreadable(EntryRemark.NOT_A_DATE)
        case datetime():
            return _days(raw.date(), raw.date())
        case date():
            return _days(raw, raw)
        case str():
            return _from_text(raw, never=never, epoch_1904=epoch_1904)
        case _:
            return _from_number(raw, epoch_1904=epoch_1904)


def is_endless(text: str) -> bool:
    """Whether `text` says that there is no end: 「长期」, 「至今」."""
    return normalise(text) in _ENDLESS


def _from_text(raw: str, *, never: bool, epoch_1904: bool) -> Parsed:
    if never and is_held_back(raw):  # 离岗日期 「不详」 is somebody who may have left
        return unreadable(EntryRemark.NOT_A_DATE)
    if nothing := without_entry(raw):
        return nothing
    if is_none_text(raw):  # none was given, or there is none: the clause says what a blank means
        return BLANK
    if never and is_endless(raw):
        return Parsed(Interval.exactly(FOREVER), remark=EntryRemark.NO_END)
    return _from_written(fold(raw), epoch_1904=epoch_1904)


def _from_number(raw: float, *, epoch_1904: bool) -> Parsed:
    digits = plain(raw)
    if re.fullmatch(r"[0-9]{4}\.1", digits):
        return unreadable(EntryRemark.OCTOBER_UNCLEAR)
    return _from_written(digits, epoch_1904=epoch_1904)


def _from_written(text: str, *, epoch_1904: bool) -> Parsed:
    said = _plain(text, epoch_1904=epoch_1904)
    if said is None:
        from centre_check.workbook.cells.day_words import in_words

        said = in_words(text, partial(_plain, epoch_1904=epoch_1904))
    return said or unreadable(EntryRemark.NOT_A_DATE)


def _plain(text: str, *, epoch_1904: bool) -> Parsed | None:
    """What a date that stands alone says; None for what is not written like one."""
    for form in _FORMATS:
        if found := re.fullmatch(form.pattern, text):
            parts = found.groupdict()
            if serial := parts.get("serial"):
                counted = _EXCEL_DAY_0[epoch_1904] + timedelta(days=int(serial))
                return _days(counted, counted, form.remark)
            return _from_parts(parts, form.remark)
    return None


def _from_parts(parts: dict[str, str | None], remark: EntryRemark | None) -> Parsed:
    if not (digits := parts.get("year")):
        return unreadable(remark or EntryRemark.NOT_A_DATE)
    year = int(digits.translate(YEAR_DIGITS)) + (2000 if len(digits) == 2 else 0)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return unreadable(EntryRemark.YEAR_OUT_OF_RANGE)
    month, day = parts.get("month"), parts.get("day")
    try:
        first = date(year, _count(month or "1"), _count(day or "1"))
    except ValueError:
        return unreadable(EntryRemark.NO_SUCH_DAY)
    if day:
        return _days(first, first, remark)
    return _days(first, month_end(year, first.month if month else 12), remark)


def _days(first: date, last: date, remark: EntryRemark | None = None) -> Parsed:
    if not _FIRST_YEAR <= first.year <= last.year <= _LAST_YEAR:
        return unreadable(EntryRemark.YEAR_OUT_OF_RANGE)
    return Parsed(Interval(first, last), remark=remark)


def _count(word: str) -> int:
    """A month or a day in digits or as a Chinese numeral; 0, which is none, if it is neither."""
    return int(word) if word.isdecimal() else numeral(word) or 0
