"""Draw centres for a spot check so that anyone can draw the same ones again.

Within each stratum those are drawn whose SHA-256 of "seed", a line feed and the centre's identity
is smallest: the order of files, the machine and the version of Python play no part.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from centre_check.logic.spelling import normalise
from centre_check.results.identity import digits, identity
from centre_check.results.types import CentreResult

_CITY, _COUNTY = 4, 6


class Stratum(NamedTuple):
    """The centres that are alike in what was asked for; `drawn` in the order of their draw."""

    key: tuple[str, ...]
    size: int
    drawn: tuple[CentreResult, ...]


BY: Mapping[str, Callable[[CentreResult], str]] = {
    "city": lambda one: digits(one.area_code)[:_CITY],
    "county": lambda one: digits(one.area_code)[:_COUNTY],
    "town": lambda one: one.town.strip(),
    "level": lambda one: one.level_title,
    "verdict": lambda one: str(one.verdict),
}


def draw(
    results: Iterable[CentreResult], rate: Decimal, seed: str, by: Iterable[str] = ()
) -> list[Stratum]:
    """The strata with the centres drawn from them: the rate, rounded half up, at least one.

    Args:
        results: every centre once.
        rate: from 0 to 1.
        seed: any text.
        by: names of `BY`.
    """
    parts = [BY[name] for name in by]
    strata: dict[tuple[str, ...], list[CentreResult]] = {}
    for one in results:
        strata.setdefault(tuple(part(one) for part in parts), []).append(one)
    return [_drawn(key, strata[key], rate, seed) for key in sorted(strata)]


def _drawn(key: tuple[str, ...], members: list[CentreResult], rate: Decimal, seed: str) -> Stratum:
    number = int((rate * len(members)).to_integral_value(ROUND_HALF_UP))
    ordered = sorted(members, key=lambda one: ticket(one, seed))
    return Stratum(key, len(members), tuple(ordered[: max(1, number)]))


def ticket(result: CentreResult, seed: str) -> str:
    """What decides when a centre is drawn: the smaller, the earlier."""
    said = "\n".join((normalise(seed), *identity(result)))
    return hashlib.sha256(said.encode()).hexdigest()
