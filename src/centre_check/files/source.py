"""A parsed file: its plain tree, with the place of every node."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

Loc: TypeAlias = tuple[str | int, ...]
Data: TypeAlias = "dict[str, Data] | list[Data] | str | bool | None"


class FilePlace(NamedTuple):
    """A line and a column, both counted from 1; columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What a file says, and where it says it.

    Attributes:
        name: the file as the user knows it.
        data: dicts, lists, texts; also True, False and None. A number or a date is still text.
        value_places: of every node; holds at least the empty path.
        key_places: of every key, under the path of its value.
    """

    name: str
    data: Data
    value_places: Mapping[Loc, FilePlace]
    key_places: Mapping[Loc, FilePlace]

    def position(self, loc: Loc) -> FilePlace:
        """Where the value at `loc` begins; if it is not there, its nearest ancestor."""
        while loc not in self.value_places:
            loc = loc[:-1]
        return self.value_places[loc]

    def key_position(self, loc: Loc) -> FilePlace:
        """Where the key of the value at `loc` begins; `position` for what has no key."""
        return self.key_places.get(loc) or self.position(loc)

    def keys_at(self, loc: Loc) -> list[str]:
        """The keys of the mapping at `loc`; none if there is no mapping."""
        node: Any = self.data
        for piece in loc:
            try:
                node = node[piece]
            except (LookupError, TypeError):
                return []
        return list(node) if isinstance(node, dict) else []
