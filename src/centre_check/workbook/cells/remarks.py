"""Remarks: how a cell was understood where that is not plain, or why it was not."""

from collections.abc import Mapping
from enum import StrEnum

from centre_check.words import mark


class EntryRemark(StrEnum):
    """One way in which a cell departs from a plain entry."""

    TOO_LONG = "too_long"
    EXCEL_ERROR = "excel_error"
    TRUE_OR_FALSE = "true_or_false"
    TURNED_INTO_DATE = "turned_into_date"
    NUMBER_CUT = "number_cut"

    NUMBER_TAKEN_OUT = "number_taken_out"

    NOT_A_NUMBER = "not_a_number"
    NEGATIVE = "negative"
    NONE_OR_ZERO = "none_or_zero"
    ONE_OR_DASH = "one_or_dash"
    APPROXIMATE = "approximate"
    RANGE = "range"
    REVERSED_RANGE = "reversed_range"
    FROM_TEN_THOUSANDS = "from_ten_thousands"
    FROM_MU = "from_mu"
    FROM_HECTARES = "from_hectares"
    FROM_KM2 = "from_km2"
    FROM_YEARS = "from_years"
    FROM_YUAN = "from_yuan"
    ROOMS = "rooms"
    PERCENT_SIGN_MISSING = "percent_sign_missing"
    YUAN_MISSING = "yuan_missing"
    OTHER_UNIT = "other_unit"
    PERSONS_NUMBER = "persons_number"

    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"
    YEAR_OUT_OF_RANGE = "year_out_of_range"
    YEAR_MISSING = "year_missing"
    YEAR_UNCLEAR = "year_unclear"
    TWO_DIGIT_YEAR = "two_digit_year"
    OCTOBER_UNCLEAR = "october_unclear"
    SERIAL_NUMBER = "serial_number"
    NO_END = "no_end"
    AGAINST_ITSELF = "against_itself"

    NOT_A_PERIOD = "not_a_period"
    START_MISSING = "start_missing"
    DURATION_UNIT_MISSING = "duration_unit_missing"
    YEAR_OR_DURATION = "year_or_duration"
    EACH_RENEWAL = "each_renewal"
    COMPUTED_END = "computed_end"

    NOT_A_WORD = "not_a_word"
    NOTHING_TICKED = "nothing_ticked"
    SEVERAL_TICKED = "several_ticked"
    ATTACHMENT = "attachment"


MESSAGES: Mapping[EntryRemark, str] = {
    EntryRemark.TOO_LONG: mark("too long for one entry"),
    EntryRemark.EXCEL_ERROR: mark("an Excel error instead of an entry"),
    EntryRemark.TRUE_OR_FALSE: mark("TRUE or FALSE says nothing here"),
    EntryRemark.TURNED_INTO_DATE: mark("Excel turned the entry into a date or a time"),
    EntryRemark.NUMBER_CUT: mark("Excel cut the number after 15 digits"),
    EntryRemark.NUMBER_TAKEN_OUT: mark("read without what is written around or inside the number"),
    EntryRemark.NOT_A_NUMBER: mark("not one number"),
    EntryRemark.NEGATIVE: mark("less than zero"),
    EntryRemark.NONE_OR_ZERO: mark("if none is meant, write 0"),
    EntryRemark.ONE_OR_DASH: mark("the numeral 一 or a dash? write 1"),
    EntryRemark.APPROXIMATE: mark("approximate figure"),
    EntryRemark.RANGE: mark("a range, not one figure"),
    EntryRemark.REVERSED_RANGE: mark("the range runs from high to low"),
    EntryRemark.FROM_TEN_THOUSANDS: mark("converted from 百, 千, 万 or 亿 (1 万 = 10,000)"),
    EntryRemark.FROM_MU: mark("converted from 亩 (1 亩 = 666.67 ㎡)"),
    EntryRemark.FROM_HECTARES: mark("converted from 公顷 (1 公顷 = 10,000 ㎡)"),
    EntryRemark.FROM_KM2: mark("converted from 平方公里 (1 平方公里 = 1,000,000 ㎡)"),
    EntryRemark.FROM_YEARS: mark("converted from years (1 year = 12 months)"),
    EntryRemark.FROM_YUAN: mark("converted from 元 (10,000 元 = 1 万元)"),
    EntryRemark.ROOMS: mark("rooms are counted, not what is asked"),
    EntryRemark.PERCENT_SIGN_MISSING: mark("a share or a percentage? write it with %"),
    EntryRemark.YUAN_MISSING: mark("万 or 万元? write it with 元"),
    EntryRemark.OTHER_UNIT: mark("its own unit is not that of its column"),
    EntryRemark.PERSONS_NUMBER: mark("a telephone or identity number instead of a figure"),
    EntryRemark.NOT_A_DATE: mark("not a date"),
    EntryRemark.NO_SUCH_DAY: mark("there is no such day"),
    EntryRemark.YEAR_OUT_OF_RANGE: mark("the year is not between 1900 and 2200"),
    EntryRemark.YEAR_MISSING: mark("the year is missing"),
    EntryRemark.YEAR_UNCLEAR: mark("the year is unclear; write it with four digits"),
    EntryRemark.TWO_DIGIT_YEAR: mark("two-digit year read as 20xx"),
    EntryRemark.OCTOBER_UNCLEAR: mark("January or October? Excel drops the last 0"),
    EntryRemark.SERIAL_NUMBER: mark("Excel's day number read as a date"),
    EntryRemark.NO_END: mark("no end"),
    EntryRemark.AGAINST_ITSELF: mark("two days that contradict each other"),
    EntryRemark.NOT_A_PERIOD: mark("not a period"),
    EntryRemark.START_MISSING: mark("no start date to count from"),
    EntryRemark.DURATION_UNIT_MISSING: mark("years or months? write the unit"),
    EntryRemark.YEAR_OR_DURATION: mark("a year or a number of years? write both dates"),
    EntryRemark.EACH_RENEWAL: mark("each renewal is needed"),
    EntryRemark.COMPUTED_END: mark("end computed from the start"),
    EntryRemark.NOT_A_WORD: mark("a number instead of a word"),
    EntryRemark.NOTHING_TICKED: mark("nothing is ticked"),
    EntryRemark.SEVERAL_TICKED: mark("more than one is ticked"),
    EntryRemark.ATTACHMENT: mark("refers to an attachment, which was not opened"),
}
