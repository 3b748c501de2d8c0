"""Where in a JSON text a value stands, so that a mistake can be told with its line."""

import json
import re
from typing import NamedTuple

from centre_check.files import FilePlace

Loc = tuple[str | int, ...]
_BLANK = re.compile(r"[ \t\r\n]*")


class _Member(NamedTuple):
    """A member of an object or a list: its key or number, where its value begins and ends."""

    key: str | int
    start: int
    end: int


def places(text: str, locs: list[Loc], first_line: int) -> dict[Loc, FilePlace]:
    """The place of every value at `locs` and of all that it stands in."""
    found: dict[Loc, FilePlace] = {}
    for loc in locs:
        at = _skip(text, 0)
        found[()] = _place(text, at, first_line)
        for depth, piece in enumerate(loc, 1):
            start = next((one.start for one in _members(text, at) if one.key == piece), None)
            if start is None:
                break
            at = start
            found[loc[:depth]] = _place(text, at, first_line)
    return found


def _members(text: str, at: int) -> list[_Member]:
    """The members of the object or list that begins at `at`; none of anything else."""
    decode = json.JSONDecoder().raw_decode
    members: list[_Member] = []
    if text[at] not in "{[":
        return members
    is_object, at = text[at] == "{", _skip(text, at + 1)
    while text[at] not in "}]":
        key: str | int = len(members)
        if is_object:
            key, at = decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        _, end = decode(text, at)
        members.append(_Member(key, at, end))
        at = _skip(text, end)
        if text[at] == ",":
            at = _skip(text, at + 1)
    return members


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _place(text: str, at: int, first_line: int) -> FilePlace:
    line = text.count("\n", 0, at)
    return FilePlace(first_line + line, at - text.rfind("\n", 0, at))
