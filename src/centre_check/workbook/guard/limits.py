"""How much a workbook may ask for, and how a user raises it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from centre_check.errors import UsageProblem, WorkbookError
from centre_check.words import mark

_MIB = 1024 * 1024
_VALUE = r"([0-9]{1,15})\s*([kmg]?)i?b?$"
_FACTOR = {"": 1, "k": 1024, "m": _MIB, "g": 1024 * _MIB}
_BYTES = frozenset({"file", "part", "inflated", "memory"})


class Limits(NamedTuple):
    """What is read at most; real workbooks stay far below (99 % unzip to less than 2.7 MB)."""

    file: int = 50 * _MIB  # bytes
    entries: int = 2_000  # members of the zip; the most seen in a real workbook is 469
    part: int = 200 * _MIB  # inflated bytes of one member
    inflated: int = 400 * _MIB  # inflated bytes of all members
    sheets: int = 255
    cells: int = 5_000_000  # rows x columns that the filled cells of a sheet span
    seconds: int = 15  # for the worker process that reads a doubtful file
    memory: int = 1024 * _MIB  # of that process, the interpreter included
    judging: int = 30  # seconds for reading and judging one workbook, that process included

    def check(self, name: str, found: int, message: str, **values: object) -> None:
        """Refuse the file when `found` is above the limit `name`.

        `message` names `{path}`, `{found}` and `{limit}`; the hint names the option.
        """
        if found > getattr(self, name):
            raise self.refusal(name, found, message, **values)

    def refusal(self, name: str, found: int, message: str, **values: object) -> WorkbookError:
        """The sentence for a file that is above the limit `name`."""
        return WorkbookError(
            message,
            mark("if the file is as it should be, raise the limit with --limit {option}"),
            found=amount(name, found),
            limit=amount(name, getattr(self, name)),
            option=f"{name}={_enough(name, found)}",
            **values,
        )


DEFAULT = Limits()


def amount(name: str, value: int) -> str:
    """A limit's value as a person writes it: `50M`, `2000`."""
    if name not in _BYTES or value < _MIB // 10:
        return str(value)
    whole, rest = divmod(value, _MIB)
    return f"{whole}M" if not rest else f"{value / _MIB:.1f}M"


def _enough(name: str, found: int) -> str:
    return f"{-(-found // _MIB)}M" if name in _BYTES else str(found)


def limits_of(texts: Iterable[str]) -> Limits:
    """The limits with those that the user gave as `NAME=VALUE`.

    Raises:
        UsageProblem: there is no such limit, or the value is no size.
    """
    from centre_check.words.nearest import nearest

    given: dict[str, int] = {}
    for text in texts:
        name, _, value = (part.strip() for part in text.partition("="))
        if name not in Limits._fields:
            raise UsageProblem(
                mark("there is no limit {name}; there are {known}"),
                mark("did you mean {close}?"),
                name=name,
                known=" ".join(Limits._fields),
                close=nearest(name, Limits._fields) or Limits._fields[0],
            )
        size = re.match(_VALUE, value, re.IGNORECASE)
        if size is None or not int(size[1]):
            raise UsageProblem(
                mark("the limit {name} is no size: 「{value}」"),
                mark("write it like {name}=100M or {name}=5000"),
                name=name,
                value=value,
            )
        given[name] = int(size[1]) * _FACTOR[size[2].lower()]
    return DEFAULT._replace(**given)
