"""Which centre a result is of: told by name and level, or by division code and level.

A district's centre may stand in a town and give the town's code, hence the level beside it. A town
may have two centres (HY-MB-07 asks for a number of centres, not of towns): where one code stands
with two names on one day it tells nothing, and the names do.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from centre_check.logic.spelling import normalise
from centre_check.results.types import CentreResult

Key = tuple[str, ...]


class Centre(NamedTuple):
    """One centre and all of its results, oldest first."""

    results: tuple[CentreResult, ...]


class Pairing(NamedTuple):
    """Results of the same centres at two times; `gone` and `added` have no partner."""

    pairs: tuple[tuple[CentreResult, CentreResult], ...]
    gone: tuple[CentreResult, ...]
    added: tuple[CentreResult, ...]


def by_name(result: CentreResult) -> Key | None:
    """The name and level; None where the workbook gives no name."""
    name = normalise(result.name)
    return ("name", result.level or "", name) if name else None


def by_code(result: CentreResult) -> Key | None:
    """The division code and level; None where the workbook gives no code."""
    code = digits(result.area_code)
    return ("code", result.level or "", code) if code else None


def by_name_alone(result: CentreResult) -> Key | None:
    """The name, for a centre whose level was left open once."""
    name = normalise(result.name)
    return ("alone", name) if name else None


def by_workbook(result: CentreResult) -> Key:
    """The workbook's digest, for a centre that says nothing of itself."""
    return ("workbook", result.workbook_sha256)


def digits(code: str) -> str:
    """The digits of a division code, however it is written."""
    return "".join(char for char in normalise(code) if char.isdecimal())


def identity(result: CentreResult) -> Key:
    """What names the centre: the same in every workbook that says the same of it."""
    return by_name(result) or by_code(result) or by_workbook(result)


def centres(results: Iterable[CentreResult]) -> list[Centre]:
    """The results centre by centre, in an order that does not depend on that of the files."""
    listed = list(results)
    parent = list(range(len(listed)))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    first: dict[Key, int] = {}
    shared = shared_codes(listed)
    for at, result in enumerate(listed):
        code = by_code(result)
        told = (by_name(result), code if code not in shared else None)
        keys = [key for key in told if key] or [by_workbook(result)]
        for key in keys:
            parent[root(at)] = root(first.setdefault(key, at))
    groups: dict[int, list[CentreResult]] = {}
    for at, result in enumerate(listed):
        groups.setdefault(root(at), []).append(result)
    found = [Centre(tuple(sorted(group, key=_by_day))) for group in groups.values()]
    return sorted(found, key=lambda centre: _by_place(centre.results[-1]))


def shared_codes(results: Iterable[CentreResult]) -> dict[Key, list[CentreResult]]:
    """The codes with which two names of one level stand on one day, and one result of each name."""
    named: dict[Key, dict[Key, CentreResult]] = {}
    for result in results:
        code, name = by_code(result), by_name(result)
        if code is not None and name is not None:
            on_day = (*code, result.as_of.isoformat())
            named.setdefault(on_day, {}).setdefault(name, result)
    found: dict[Key, dict[Key, CentreResult]] = {}
    for on_day, own in named.items():
        if len(own) > 1:
            found.setdefault(on_day[:-1], {}).update(own)
    return {code: list(own.values()) for code, own in found.items()}


def pair(old: Sequence[CentreResult], new: Sequence[CentreResult]) -> Pairing:
    """Which results of `new` are of the same centres as those of `old`.

    Each of both holds a centre once. A name that differs is bridged by the code, a level that is
    missing by the name, where only one centre can be meant.
    """
    pairs: list[tuple[CentreResult, CentreResult]] = []
    left, right = list(old), list(new)
    for key in (by_name, by_code, by_name_alone):
        before, after = _single(left, key), _single(right, key)
        found = [(before[shared], after[shared]) for shared in before if shared in after]
        paired = {id(one) for both in found for one in both}
        pairs += found
        left = [one for one in left if id(one) not in paired]
        right = [one for one in right if id(one) not in paired]
    pairs.sort(key=lambda both: _by_place(both[1]))
    return Pairing(tuple(pairs), tuple(left), tuple(right))


def _single(
    results: Sequence[CentreResult], key: Callable[[CentreResult], Key | None]
) -> dict[Key, CentreResult]:
    """The results that alone have their key."""
    found: dict[Key, list[CentreResult]] = {}
    for result in results:
        if (own := key(result)) is not None:
            found.setdefault(own, []).append(result)
    return {own: group[0] for own, group in found.items() if len(group) == 1}


def _by_day(result: CentreResult) -> tuple[str, str, str]:
    return (result.as_of.isoformat(), result.workbook, result.place)


def _by_place(result: CentreResult) -> tuple[str, ...]:
    code = digits(result.area_code)
    return (code or "~", result.town, result.level or "", result.name, result.workbook)
