"""One raw cell in, what it says out: text, numbers, dates, periods and choices."""

from centre_check.workbook.cells.choices import choices
from centre_check.workbook.cells.dates import date_interval
from centre_check.workbook.cells.id_numbers import id_number
from centre_check.workbook.cells.measures import AmountRead, measure
from centre_check.workbook.cells.numbers import UNITS, number
from centre_check.workbook.cells.parsed import Parsed, Raw, unreadable
from centre_check.workbook.cells.periods import ParsedPeriod, period
from centre_check.workbook.cells.remarks import MESSAGES, EntryRemark
from centre_check.workbook.cells.spans import span
from centre_check.workbook.cells.text import as_text, clean_name, is_blank_text, is_ditto, text

__all__ = [
    "MESSAGES",
    "UNITS",
    "AmountRead",
    "EntryRemark",
    "Parsed",
    "ParsedPeriod",
    "Raw",
    "as_text",
    "choices",
    "clean_name",
    "date_interval",
    "id_number",
    "is_blank_text",
    "is_ditto",
    "measure",
    "number",
    "period",
    "span",
    "text",
    "unreadable",
]
