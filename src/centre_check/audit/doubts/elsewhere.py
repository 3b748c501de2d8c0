"""Whom and what a centre has that another centre may have too: people, tenants, address, areas.

Only what is sure is compared. A number whose check digit is right tells a person or a tenant; any
other number does so together with the name. Without a number a person is told by name and mobile, a
tenant by its name within a district, an area by its address. No name alone makes two one.
"""

import hashlib
from collections.abc import Iterator

from centre_check.audit.doubts.counts import Seen, full_timers, mentors, residents
from centre_check.audit.doubts.sight import Sight
from centre_check.checks.identity import bucket, people
from centre_check.logic import Interval
from centre_check.logic.spelling import normalise
from centre_check.model.facts import Cell, Value
from centre_check.model.sightings import Sighting, Trait

_DISTRICT = 6  # digits of a division code


def sightings(sight: Sight) -> Iterator[Sighting]:
    """Everything in the workbook that is compared with other workbooks, each with its cell."""
    yield from _listed(sight, "staff", Trait.FULL_TIME, full_timers(sight))
    yield from _listed(sight, "mentors", Trait.MENTOR, mentors(sight))
    yield from _listed(sight, "tenants", Trait.TENANT, residents(sight))
    for _, address, cell in sight.texts("centre", "address"):
        place = f"{_district(sight)} {bucket(address)}"
        yield _sighting(Trait.ADDRESS, cell, others=(place,))
        yield from _areas(sight, place)


def _listed(sight: Sight, table: str, trait: Trait, seen: Seen) -> Iterator[Sighting]:
    identity = sight.table(table).identity
    if identity is None:
        return
    district = _district(sight)
    for row, _, cell in seen:
        said = people(row.table)[row.at]
        assert said is not None
        number = said.number if said.checks or not said.number else f"{said.number} {said.short}"
        apart = {district} - {""} if said.mobiles is None else said.mobiles
        yield _sighting(trait, cell, number, tuple(f"{said.name} {one}" for one in sorted(apart)))


def _areas(sight: Sight, place: str) -> Iterator[Sighting]:
    """The total area at an address, and that of every room that has a location there."""
    for figure, cell in sight.figures("centre", "total_area"):
        if text := _exactly(figure):
            yield _sighting(Trait.AREA, cell, others=(f"{place} {text}",))
    listed = sight.texts("rooms", "location")
    locations = {row.at: normalise(location) for row, location, _ in listed}
    for row, entry, cell in sight.column("rooms", "area"):
        if row.at in locations and (text := _exactly(entry.value)):
            key = f"{place} {locations[row.at]} {text}"
            yield _sighting(Trait.AREA, cell, others=(key,))


def _exactly(figure: Value) -> str:
    """The figure, "" where it is none, is nothing, or is not known exactly."""
    if not isinstance(figure, Interval) or not figure.is_exact or not figure.low:
        return ""
    return f"{figure.low.normalize():f}"


def _district(sight: Sight) -> str:
    codes = (text for _, text, _ in sight.texts("centre", "area_code"))
    return "".join(char for char in normalise(next(codes, "")) if char.isdecimal())[:_DISTRICT]


def _sighting(trait: Trait, cell: Cell, number: str = "", others: tuple[str, ...] = ()) -> Sighting:
    digests = tuple(_digest(f"{trait} {other}") for other in others)
    own = _digest(f"{trait} {number}") if number else 0
    return Sighting(trait, own, digests, cell.sheet, cell.ref)


def _digest(text: str) -> int:
    return int.from_bytes(
        hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    )
