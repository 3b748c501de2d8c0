"""Whether two rows speak of the same person or entity: yes, no, or it cannot be told.

Equal numbers are the same one. Equal names are the same organisation, but of two persons only when
their mobile numbers are equal too. Nothing is merged because it looks alike, and nothing is told
apart by what may be written in two ways.
"""

import re
from typing import NamedTuple

from centre_check.checks.codes import is_credit_code, is_person_number
from centre_check.logic import Truth
from centre_check.logic.spelling import normalise
from centre_check.model.facts import Identity, Row

_PROVINCE, _CITY, _DISTRICT = "陕西省", "西安市", ("鄠邑区", "户县")
_FORMS = ("有限责任公司", "股份有限公司", "有限公司", "公司")
_REMARK = re.compile(r"\([^()]*\)$")  # 王芳(兼)
_DOTS = re.compile(r"[·•‧・.]")  # 阿依古丽·买买提, typed in many ways
_LETTERS_AND_DIGITS = re.compile(r"[0-9A-Z()-]{6,}")
_MOBILE = re.compile(r"(?<![0-9])(?:\+?86|0086|0)?(1[3-9][0-9]{9})(?![0-9])")


class Who(NamedTuple):
    """What a row says of who it is.

    `number` is "" unless it tells one from another, `checks` whether its check digit is right;
    `short` is the name without place, legal form and remark. `mobiles` are None of an organisation,
    whose name is registered once in its district and says enough.
    """

    number: str
    checks: bool
    name: str
    short: str
    mobiles: frozenset[str] | None
    head: str = ""  # the person in whose name the organisation may be listed elsewhere


def who(row: Row, keys: Identity) -> Who:
    """Who the row speaks of, by the keys of its sheet."""
    number = number_in(_text(row, keys.number))
    name = _DOTS.sub("", normalise(_text(row, keys.name)))
    if not keys.apart:
        head = normalise(_text(row, keys.head)) if keys.head else ""
        return Who(number, is_credit_code(number), name, bucket(name), None, head)
    phone = re.sub(r"[\s-]", "", normalise(_text(row, keys.apart[0])))
    mobiles = frozenset(_MOBILE.findall(phone))
    return Who(number, is_person_number(number), name, bucket(name), mobiles)


def same(one: Who, other: Who) -> Truth:
    """Whether the two are one person or entity."""
    if one.number and other.number:
        return _by_number(one, other)
    if not one.name or not other.name:
        return Truth.MAYBE
    if one.short != other.short:
        is_head = one.short == other.head or other.short == one.head
        return Truth.MAYBE if is_head else Truth.NO  # a shop signs as its owner
    if one.mobiles is None or other.mobiles is None:
        return Truth.YES if one.name == other.name else Truth.MAYBE
    if one.mobiles and other.mobiles:
        return Truth.of(not one.mobiles.isdisjoint(other.mobiles))
    return Truth.MAYBE


def _by_number(one: Who, other: Who) -> Truth:
    if one.number == other.number:
        return Truth.YES
    if one.short != other.short or (one.checks and other.checks):
        return Truth.NO
    return Truth.MAYBE  # a mistyped number is no second person


def number_in(text: str) -> str:
    """The identity number or credit code in `text`; "" where it holds none that tells anything.

    「办理中」, 「保密」, a serial number, 「610125********2219」 and 「000000」 say nothing: who is
    written beside them may be anybody.
    """
    number = normalise(text).upper()
    digits = re.sub("[^0-9]", "", number)
    says = len(digits) > 4 and len(set(digits)) > 1 and "XX" not in number
    return number if says and _LETTERS_AND_DIGITS.fullmatch(number) else ""


_BETWEEN = frozenset("、;；")
_BETWEEN_PEOPLE = frozenset("、，,;；/／")
_AND_OTHERS = r"等[0-9一二两三四五六七八九十几]*[人名位家户]"
_AND_OTHER_PEOPLE = r"等[0-9一二两三四五六七八九十几]*[人名位]"


def names_several(row: Row, keys: Identity) -> bool:
    """Whether the name of the row lists several: 「张三、李四」, 「王五等5人」, 「张三 李四」."""
    name = _text(row, keys.name)
    if not keys.apart:
        return _lists(name, _BETWEEN, _AND_OTHERS)
    parts = name.split()
    return _lists(name, _BETWEEN_PEOPLE, _AND_OTHER_PEOPLE) or (
        len(parts) > 1 and all(1 < len(part) < 5 and not part.isascii() for part in parts)
    )


def _lists(name: str, between: frozenset[str], and_others: str) -> bool:
    # The patterns take 1 ms to compile, and hardly any name has 等.
    return not between.isdisjoint(name) or ("等" in name and bool(re.search(and_others, name)))


def bucket(name: str) -> str:
    """A name without place, legal form and remark: equal for rows that are worth comparing."""
    plain = _REMARK.sub("", normalise(name))
    rest = plain.removeprefix(_PROVINCE).removeprefix(_CITY)
    rest = rest.removeprefix(next(filter(rest.startswith, _DISTRICT), ""))
    return rest.removesuffix(next(filter(rest.endswith, _FORMS), "")) or plain


def _text(row: Row, field: str) -> str:
    fact = row.facts.get(field)
    return fact.value if fact is not None and isinstance(fact.value, str) else ""
