"""What may stand in the workbooks of two centres as well: sightings, and what they have in common.

A sighting holds nothing that can be read: whom or what it is of is told by digests, which live in
memory only and are written nowhere.
"""

from enum import StrEnum
from typing import NamedTuple

MENTOR_CENTRES = 3  # in how many centres a mentor may be without being told of


class Trait(StrEnum):
    """What is compared between centres."""

    FULL_TIME = "full_time"
    MENTOR = "mentor"
    TENANT = "tenant"
    ADDRESS = "address"
    AREA = "area"


class Sighting(NamedTuple):
    """Somebody or something in a workbook, and its cell.

    `number` is the digest of the identity number or credit code, 0 where there is none; `others`
    are digests that say as much where a number does not: name and mobile, name and district.
    """

    trait: Trait
    number: int
    others: tuple[int, ...]
    sheet: str
    ref: str


class SeenAt(NamedTuple):
    """Where something was seen: the workbook, the centre's name in it, the cell."""

    workbook: str
    centre: str
    sheet: str
    ref: str


class Shared(NamedTuple):
    """Something that stands in the workbooks of `centres` centres, at all of these places."""

    trait: Trait
    centres: int
    places: tuple[SeenAt, ...]


class InCommon(NamedTuple):
    """What the workbooks of several centres have in common.

    `workbooks` were compared; results that were read, or kept from an earlier run, hold nothing to
    be compared by. A mentor is told of in more than `mentor_centres` centres.
    """

    shared: tuple[Shared, ...]
    workbooks: int
    mentor_centres: int
