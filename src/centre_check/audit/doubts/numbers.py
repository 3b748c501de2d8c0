"""Identity numbers and credit codes: cut, mistyped, of an impossible age, under two names."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from centre_check.audit.doubts.sight import PEOPLE, Sight
from centre_check.checks.identity import bucket, number_in
from centre_check.logic.calendar import add_months
from centre_check.logic.codes import is_credit_code, is_person_number
from centre_check.logic.spelling import normalise
from centre_check.model.entry import Entry
from centre_check.model.facts import Cell, Note, Trouble
from centre_check.words import mark

_YOUNGEST, _OLDEST = 16, 80
_NUMBER = re.compile(r"[0-9]{17}[0-9X]")


def person_numbers(sight: Sight) -> Iterator[Note]:
    """Identity numbers that Excel cut, whose check digit is wrong, or of an impossible age."""
    found: dict[str, list[Cell]] = defaultdict(list)
    for name in PEOPLE:
        for _, entry, cell in sight.column(name, "id_number"):
            found[_about_number(entry, sight.as_of)].append(cell)
    for code, message in (
        ("number_cut", mark("Excel has cut the identity number; enter it as text")),
        ("person_number", mark("the identity number does not check; it still counts as a person")),
        ("age", mark("by the identity number younger than {youngest} or older than {oldest}")),
    ):
        if code in found:
            yield sight.note(code, message, found[code], youngest=_YOUNGEST, oldest=_OLDEST)


def _about_number(entry: Entry, as_of: date) -> str:
    """The code of what is odd about an identity number; "" for nothing, or no such number."""
    if entry.trouble is Trouble.UNREADABLE:
        return "number_cut"
    if not isinstance(entry.value, str) or not _NUMBER.fullmatch(entry.value):
        return ""
    born = _birthday(entry.value)
    if born is None or not is_person_number(entry.value):
        return "person_number"
    return "" if _is_working_age(born, as_of) else "age"


def _birthday(number: str) -> date | None:
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def _is_working_age(born: date, as_of: date) -> bool:
    youngest, oldest = add_months(born, 12 * _YOUNGEST), add_months(born, 12 * (_OLDEST + 1))
    return youngest <= as_of < oldest


def credit_codes(sight: Sight) -> Iterator[Note]:
    """Credit codes that are none; old registration numbers of 15 digits are left alone."""
    columns = (("tenants", "credit_code"), ("agreements", "credit_code"))
    wrong = {
        cell: None
        for name, field in (*columns, ("centre", "operator_code"))
        for _, code, cell in sight.texts(name, field)
        if not is_credit_code(code) and not (len(code) == 15 and code.isdigit())
    }
    if wrong:
        message = mark("the credit code does not check; it still counts")
        yield sight.note("credit_code", message, wrong)


def identities(sight: Sight) -> Iterator[Note]:
    """One number under two names, one name with two numbers, one company written two ways."""
    for name in (*PEOPLE, "tenants"):
        table = sight.table(name)
        if table.identity is None:
            continue
        named = {
            row.number: (who, cell) for row, who, cell in sight.texts(name, table.identity.name)
        }
        numbered = {
            row.number: number
            for row, text, _ in sight.texts(name, table.identity.number)
            if (number := number_in(text))
        }
        by_number: dict[str, dict[str, Cell]] = defaultdict(dict)
        by_name: dict[str, dict[str, Cell]] = defaultdict(dict)
        by_bucket: dict[str, dict[str, Cell]] = defaultdict(dict)
        for at, (who, cell) in named.items():
            if at in numbered:
                by_number[numbered[at]].setdefault(who, cell)
                by_name[who].setdefault(numbered[at], cell)
            if name == "tenants":
                by_bucket[bucket(who)].setdefault(normalise(who), cell)
        for code, message, groups in (
            ("one_number", mark("one number stands with different names; counted once"), by_number),
            ("one_name", mark("one name stands with different numbers"), by_name),
            ("names_alike", mark("these names may mean the same one"), by_bucket),
        ):
            for cells in groups.values():
                if len(cells) > 1:
                    yield sight.note(code, message, cells.values())
