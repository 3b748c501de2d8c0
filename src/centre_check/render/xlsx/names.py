"""Give sheets names that Excel takes: short, without its signs, each only once."""

import re

from centre_check.render.visible import visible_text

LONGEST = 31  # UTF-16 units
_REFUSED = re.compile(r"[\[\]:*?/\\\x00-\x1f\ufffd]")
_RESERVED = frozenset({"history", ""})  # Excel keeps the first for itself


class Names:
    """The names given so far in one workbook, and those in `taken`."""

    def __init__(self, taken: frozenset[str] = frozenset()) -> None:
        self._taken = {_key(name) for name in taken} | _RESERVED

    def take(self, wanted: str) -> str:
        """A name as near to `wanted` as Excel allows, not given before."""
        name = _REFUSED.sub(" ", visible_text(wanted).replace("\n", " ")).strip(" '")
        name = name or "1"
        number, given = 1, _cut(name, LONGEST)
        while _key(given) in self._taken:
            number += 1
            end = f" ({number})"
            given = _cut(name, LONGEST - len(end)) + end
        self._taken.add(_key(given))
        return given


def _key(name: str) -> str:
    return name.casefold()


def _cut(name: str, units: int) -> str:
    while len(name.encode("utf-16-le")) > 2 * units:
        name = name[:-1]
    return name.strip(" '")
