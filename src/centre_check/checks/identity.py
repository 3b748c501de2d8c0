"""Whether two rows speak of the same person or entity: yes, no, or it cannot be told.

Equal numbers are the same one. Equal names are the same organisation, but of two persons only when
nothing tells them apart can it not be said. Nothing is merged because it looks alike.
"""

import re

from centre_check.checks.codes import is_credit_code, is_person_number
from centre_check.logic import Truth
from centre_check.model.facts import Identity, Row

_PROVINCE, _CITY, _DISTRICT = "陕西省", "西安市", ("鄠邑区", "户县")
_FORMS = ("有限责任公司", "股份有限公司", "有限公司", "公司")


def same(one: Row, one_keys: Identity, other: Row, other_keys: Identity) -> Truth:
    """Whether the two rows, each with the keys of its own sheet, are one person or entity."""
    numbers = (_text(one, one_keys.number), _text(other, other_keys.number))
    names = (_text(one, one_keys.name), _text(other, other_keys.name))
    if all(numbers):
        return _by_number(numbers, names, one_keys)
    if not all(names):
        return Truth.MAYBE
    if names[0] != names[1]:
        alike = bucket(names[0]) == bucket(names[1])
        return Truth.MAYBE if alike else Truth.NO
    if not one_keys.apart:  # an organisation's name is registered once in its district
        return Truth.YES
    return _namesakes(one, other, one_keys)


def _by_number(numbers: tuple[str, str], names: tuple[str, str], keys: Identity) -> Truth:
    if numbers[0] == numbers[1]:
        return Truth.YES
    if bucket(names[0]) != bucket(names[1]):
        return Truth.NO
    checks = is_person_number if keys.apart else is_credit_code
    both_right = all(checks(number) for number in numbers)
    return Truth.NO if both_right else Truth.MAYBE  # a mistyped number is no second person


def _namesakes(one: Row, other: Row, keys: Identity) -> Truth:
    """Two persons of one name: the first field that both have filled in decides, if it differs."""
    first = keys.apart[0]
    mine, theirs = _text(one, first), _text(other, first)
    if mine and theirs:
        return Truth.of(mine == theirs)
    return Truth.MAYBE


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
    """What is left of a name without its place and legal form: equal for rows worth comparing."""
    rest = name.removeprefix(_PROVINCE).removeprefix(_CITY)
    rest = rest.removeprefix(next(filter(rest.startswith, _DISTRICT), ""))
    return rest.removesuffix(next(filter(rest.endswith, _FORMS), "")) or name


def _text(row: Row, field: str) -> str:
    fact = row.facts.get(field)
    return fact.value if fact is not None and isinstance(fact.value, str) else ""
