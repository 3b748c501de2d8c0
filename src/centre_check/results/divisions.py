"""Count centres by place: by district and town, and by the prefixes of the division code."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from centre_check.logic.spelling import normalise
from centre_check.results.identity import digits
from centre_check.results.plan import Planned
from centre_check.results.tally import CountedCentre, VerdictTally, tally

PREFIXES = (2, 4, 6, 9, 12)  # digits of province, city, county, town, village in a GB/T 2260 code
_DISTRICT, _TOWN = 6, 9
_BLANK = "0"


class Locality(NamedTuple):
    """A district and a town; what is not known is empty."""

    district_code: str
    district: str
    town_code: str
    town: str

    @property
    def above(self) -> "Locality":
        """The district alone."""
        return self._replace(town_code="", town="")


class Division(NamedTuple):
    """The centres of one place: all of them, and those that opened in the year."""

    place: Locality
    total: VerdictTally


class Prefix(NamedTuple):
    """The centres under one prefix of the code, and those of them that opened in the year.

    `code` is empty for centres without a code. `undated` are those whose opening is not known.
    """

    code: str
    name: str
    total: VerdictTally
    in_year: VerdictTally
    undated: int


def own_code(code: str) -> str:
    """A division's code without the zeros that stand for all that is below it."""
    plain = digits(code)
    for length in PREFIXES:
        if len(plain) >= length and not plain[length:].strip(_BLANK):
            return plain[:length]
    return ""


class Gazetteer:
    """Knows towns by code and by name: from the list of towns, else from the results."""

    def __init__(self, planned: Iterable[Planned], counted: Iterable[CountedCentre]) -> None:
        self._districts: dict[str, str] = {}
        self._towns: dict[str, str] = {}
        codes: dict[str, set[str]] = {}
        plans = list(planned)
        listed = [(one.code, one.town, one.district) for one in plans]
        stated = [(one.area_code, one.town, "") for one in counted]
        for code, town, district in [*listed, *stated]:
            own = own_code(code)
            if len(own) >= _DISTRICT and district:
                self._districts.setdefault(own[:_DISTRICT], district)
            if len(own) >= _TOWN and town:
                self._towns.setdefault(own[:_TOWN], town)
                codes.setdefault(normalise(town), set()).add(own[:_TOWN])
        self._codes = {name: found.pop() for name, found in codes.items() if len(found) == 1}
        self._district_codes = {name: code for code, name in self._districts.items()}
        self._names = {normalise(one.town): one.town for one in reversed(plans) if one.town}
        self._by_town = {normalise(one.town): one.district for one in reversed(plans)}

    def locate(self, code: str, town: str) -> Locality:
        """The place that a code and a town's name mean together."""
        own = own_code(code)
        name = normalise(town)
        if len(own) < _TOWN and name in self._codes and self._codes[name].startswith(own):
            own = self._codes[name]
        town_code = own[:_TOWN] if len(own) >= _TOWN else ""
        stated = own[:_DISTRICT] if len(own) >= _DISTRICT else ""
        district = self._districts.get(stated, "") or self._by_town.get(name, "")
        return Locality(
            stated or self._district_codes.get(district, ""),
            district,
            town_code,
            self._towns.get(town_code, "") or self._names.get(name, town.strip()),
        )

    def name(self, code: str) -> str:
        """What a prefix of the code is called; empty where nothing says it."""
        return self._towns.get(code, "") or self._districts.get(code, "")


def by_district(counted: Iterable[CountedCentre], gazetteer: Gazetteer) -> list[Division]:
    """The centres of each district."""
    return _divided(counted, gazetteer, lambda place: place.above)


def by_town(counted: Iterable[CountedCentre], gazetteer: Gazetteer) -> list[Division]:
    """The centres of each town."""
    return _divided(counted, gazetteer, lambda place: place)


def _divided(
    counted: Iterable[CountedCentre], gazetteer: Gazetteer, part: Callable[[Locality], Locality]
) -> list[Division]:
    groups: dict[Locality, list[CountedCentre]] = {}
    for one in counted:
        place = part(gazetteer.locate(one.area_code, one.town))
        groups.setdefault(place, []).append(one)
    return [Division(place, tally(groups[place])) for place in sorted(groups, key=_known_first)]


def _known_first(place: Locality) -> tuple[str, ...]:
    return tuple(text or "\U0010ffff" for text in place)


def by_prefix(counted: Sequence[CountedCentre], gazetteer: Gazetteer, year: int) -> list[Prefix]:
    """The centres under every prefix, those above before those below; last those without code.

    The rows of one length and those of shorter codes add up to all centres.
    """
    groups: dict[str, list[CountedCentre]] = {}
    for one in counted:
        own = own_code(one.area_code) or own_code(
            gazetteer.locate(one.area_code, one.town).town_code
        )
        for length in PREFIXES:
            if length <= len(own):
                groups.setdefault(own[:length], []).append(one)
        if not own:
            groups.setdefault("", []).append(one)
    codes = sorted(groups, key=lambda code: (not code, code))
    return [_prefix(code, gazetteer.name(code), groups[code], year) for code in codes]


def _prefix(code: str, name: str, counted: Sequence[CountedCentre], year: int) -> Prefix:
    opened = [one for one in counted if one.built_on.startswith(f"{year:04}")]
    undated = sum(not one.built_on for one in counted)
    return Prefix(code, name, tally(counted), tally(opened), undated)
