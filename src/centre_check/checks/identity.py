"""Whether two rows speak of the same person or entity: yes, no, or it cannot be told.

Equal numbers are the same one. Equal names are the same organisation, but of two persons only when
their mobile numbers are equal too. Nothing is merged because it looks alike, and nothing is told
apart by what may be written in two ways.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from centre_check.logic import Truth
from centre_check.logic.codes import is_credit_code, is_person_number
from centre_check.logic.spelling import normalise
from centre_check.model.facts import Identity
from centre_check.model.table import Table

_PLACES = ("陕西省", "陕西", "西安市", "西安", "鄠邑区", "鄠邑", "户县")
_MARKS = "。.,，、;；!！*＊★☆△▲●○◆※# "  # around a name, and no part of it
# A switchboard's or a hotline's number is everybody's.
_LANDLINE = re.compile(
    r"(?:0[0-9]{2,3}-?)?[1-9][0-9]{6,7}(?:-[0-9]{1,6})?|[48]00-?[0-9]{3,4}-?[0-9]{3,4}"
)
_FORMS = ("有限责任公司", "股份有限公司", "有限公司", "公司")
_REMARK = re.compile(r"\([^()]*\)$")  # 王芳(兼)
_BEFORE = re.compile(r"^\([^()]*\)|^[0-9]{1,3}[.、]?")  # (兼)王芳, 3.王芳
_LEAST = 2  # characters by which a firm is called
_FIGURES = re.compile("[0-9一二三四五六七八九十]+")
_ORDER = re.compile("第[一二三四五六七八九壹贰叁肆伍陆柒捌玖]")  # 第三商行 may be 第3商行
_IN_FIGURES = str.maketrans("一二三四五六七八九壹贰叁肆伍陆柒捌玖", "123456789" * 2)
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


def people(table: Table) -> Sequence[Who | None]:
    """Whom each row speaks of, worked out once; None where the form does not say by what."""
    known: Sequence[Who | None] | None = table.asked.get(people)
    if known is None:
        known = table.asked[people] = _people(table)
    return known


def _people(table: Table) -> Sequence[Who | None]:
    keys = table.identity
    if keys is None:
        return [None] * len(table.numbers)
    beside = table.texts(keys.apart[0] if keys.apart else keys.head)
    said = zip(table.texts(keys.number), table.texts(keys.name), beside, strict=True)
    return [who_is(number, name, other, keys) for number, name, other in said]


def who_is(number: str, name: str, beside: str, keys: Identity) -> Who:
    """Whom these texts speak of; `beside` is a person's phone, or an organisation's head."""
    told, plain = number_in(number), _DOTS.sub("", normalise(name)).strip(_MARKS)
    if not keys.apart:
        head = normalise(beside) if keys.head else ""
        return Who(told, is_credit_code(told), plain, bucket(plain), None, head)
    mobiles = frozenset(_MOBILE.findall(re.sub(r"[\s-]", "", normalise(beside))))
    return Who(told, is_person_number(told), plain, untitled(plain, keys.titles), mobiles)


def untitled(name: str, titles: Sequence[str]) -> str:
    """A person's name without remarks and titles: 王大伟教授 and (兼)王大伟 are 王大伟."""
    rest = _BEFORE.sub("", _REMARK.sub("", name)).strip(_MARKS)
    for title in titles:
        for bare in (
            rest.removesuffix(title),
            rest.removeprefix(title) if len(title) > 1 else rest,
        ):
            if bare != rest and len(bare) > 1:
                return bare.strip(_MARKS + ":：")
    return rest or name


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
    is_own = says and not _LANDLINE.fullmatch(number)
    return number if is_own and _LETTERS_AND_DIGITS.fullmatch(number) else ""


def bucket(name: str) -> str:
    """A name without place, legal form and remark: equal for rows that are worth comparing."""
    plain = _ORDER.sub(lambda order: order[0].translate(_IN_FIGURES), normalise(name))
    plain = _REMARK.sub("", plain)
    rest = plain = plain.strip(_MARKS)
    for place in _PLACES:
        rest = rest.removeprefix(place)
    return rest.removesuffix(next(filter(rest.endswith, _FORMS), "")) or plain


def are_near(one: Who, other: Who) -> bool:
    """Whether one organisation's name may be short for the other's: 绿源公司, 绿源农业有限公司."""
    short, long = sorted((one.short, other.short), key=len)
    if len(short) < _LEAST or short[:_LEAST] != long[:_LEAST]:
        return False
    if _FIGURES.findall(short) != _FIGURES.findall(long):
        return False
    rest = iter(long)
    return all(char in rest for char in short)


def keys_of(said: Who) -> set[str]:
    """The keys under which rows that may be the same one are found."""
    return {said.number, said.short, said.head} - {""}
