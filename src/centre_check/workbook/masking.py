"""Mask personal data where it is read, so that no output can show what it never had."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from centre_check.form.types import Disclosure, Personal
from centre_check.logic.private import PrivateKind, PrivateNumber, may_hold, without_numbers
from centre_check.workbook.grid import Grid

_COMPOUND = (
    "欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙",
    "司徒", "东方", "南宫", "端木", "独孤",
)  # fmt: skip
_LONGEST_QUOTED = 300  # characters of a cell
_ENDS = {
    PrivateKind.IDENTITY: (2, 2),
    PrivateKind.PHONE: (3, 4),
}  # characters that papers in part show
_FEWEST_HIDDEN = 4
_LENGTHS_OF_NAMES = range(2, 13)
# What is called so is a firm or a shop, shown by its name even where that holds a person's.
_FIRMS = (
    "公司", "店", "厂", "部", "社", "室", "院", "所", "中心", "馆", "坊", "铺", "行", "超市",
    "农场", "合作社", "个体户",
)  # fmt: skip


def masked(text: str, personal: Personal, disclosure: Disclosure) -> str:
    """The text as it may be shown: 张**, 138****1234, 61**************11."""
    if disclosure is Disclosure.ACTING:
        if personal is Personal.NAME:
            return without_numbers(text, _in_part)
        kind = PrivateKind.PHONE if personal is Personal.PHONE else PrivateKind.IDENTITY
        return _partly(text, *_ENDS[kind])
    if personal is not Personal.NAME:
        return "***"
    if "·" in text:
        return text.split("·", 1)[0] + "·**"
    surname = text[:2] if text[:2] in _COMPOUND and len(text) > 2 else text[:1]
    return surname + "*" * min(2, max(1, len(text) - len(surname)))


def with_shown_names(grids: Sequence[Grid], disclosure: Disclosure) -> tuple[Grid, ...]:
    """The sheets under the names by which they are shown."""
    if disclosure is Disclosure.FULL:
        return tuple(grids)
    names = shown_names(grid.name for grid in grids)
    return tuple(
        grid if grid.name == name else grid._replace(name=name)
        for grid, name in zip(grids, names, strict=True)
    )


def shown_names(names: Iterable[str]) -> list[str]:
    """What sheets are called where their names are shown: without numbers, each its own."""
    taken: dict[str, int] = {}
    found = []
    for name in names:
        shown = without_numbers(name)
        taken[shown] = taken.get(shown, 0) + 1
        found.append(shown if taken[shown] == 1 or shown == name else f"{shown} ({taken[shown]})")
    return found


def cut(text: str) -> str:
    """As much of a cell as is quoted: pages and results quote some cells many times."""
    return text if len(text) <= _LONGEST_QUOTED else f"{text[:_LONGEST_QUOTED]}…"


class Masking:
    """What of free texts is shown: no number of a person, no name that a roster knows.

    `people` are the names in the rosters of the workbook that is read.
    """

    def __init__(self, disclosure: Disclosure, people: Iterable[str] = ()) -> None:
        self.disclosure = disclosure
        self._people = people
        self._is_gathering = False

    @cached_property
    def _known(self) -> dict[str, list[str]]:
        """The names by their first character, the longest first."""
        by_first: dict[str, list[str]] = {}
        if self.disclosure is Disclosure.MASKED:
            self._is_gathering = True
            people = set(self._people)
            self._is_gathering = False
            for name in sorted(people, key=len, reverse=True):
                if len(name) in _LENGTHS_OF_NAMES:
                    by_first.setdefault(name[0], []).append(name)
        return by_first

    def numbers(self, text: str) -> str:
        """The text without the numbers of persons in it, or with parts of them."""
        if self.disclosure is Disclosure.FULL or not may_hold(text):
            return text
        return without_numbers(text, _in_part) if self._is_in_part else without_numbers(text)

    def text(self, text: str) -> str:
        """A free text without the numbers and the names of persons in it."""
        text = self.numbers(cut(text))
        if self._is_gathering:  # a name that cannot be read: nobody is called #N/A or =A1
            return text if text.startswith(("#", "=")) else "***"
        known = self._known
        if not known or known.keys().isdisjoint(text) or text.endswith(_FIRMS):
            return text
        for first in sorted(known.keys() & set(text)):  # the same on every run
            for name in known[first]:
                if name in text:
                    text = text.replace(name, masked(name, Personal.NAME, self.disclosure))
        return text

    @property
    def _is_in_part(self) -> bool:
        return self.disclosure is Disclosure.ACTING


def _in_part(number: PrivateNumber) -> str:
    """As papers show it that are handed to the centre."""
    ends = _ENDS.get(number.kind)
    return _partly(number.digits, *ends) if ends else "***"


def _partly(text: str, first: int, last: int) -> str:
    hidden = len(text) - first - last
    return f"{text[:first]}{'*' * hidden}{text[-last:]}" if hidden >= _FEWEST_HIDDEN else "***"
