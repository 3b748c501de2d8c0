"""Places: whether two rows mean one room, however its number is written."""

import re

from centre_check.logic.spelling import normalise

_FLOOR = re.compile("第?[一二三四五六七八九十0-9]{1,2}[楼层](?=[^0-9]{0,3}[0-9]{3,4})")
_ROOM = re.compile(r"(.*[0-9]{3,4}[a-z]?)(?:室|房|房间|号|号房|号房间|办公室)?")


def room_of(location: str) -> str:
    """The room that a location names: 2楼203室 and 203 are one; "" for a floor or a hall alone."""
    found = _ROOM.fullmatch(_FLOOR.sub("", normalise(location)))
    return found[1] if found else ""


def same_place(location: str, name: str) -> str:
    """What two rows have in common that mean one place: a room, or both name and location."""
    room = room_of(location)
    where = room or normalise(location)
    return where if room or not where else f"{where} {normalise(name)}"
