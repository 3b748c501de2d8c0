"""Within: what a noun of the grammar is made of, whatever kind of noun it is."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass


def parts_within(value: object) -> Iterator[object]:
    """What a noun, a list or a map is made of; nothing of a plain value."""
    if isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, tuple):
        yield from value
    elif is_dataclass(value):
        yield from (getattr(value, one.name) for one in fields(value))
