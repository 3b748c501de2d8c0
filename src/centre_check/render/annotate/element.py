"""An element of a part: written with the very bytes it was read from, where none changed."""

import re
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

_START = re.compile(rb"""<[^\s/>]+(?:[^>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(rb"""([^\s=<>"']+)\s*=\s*("[^"]*"|'[^']*')""")
_ENTITIES = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


class Element:
    """An element as it lies in the bytes of its part, and what was changed in it.

    Its children are looked at when they are asked for. What nobody changed is written with the
    very bytes that were read, comments, spaces and the order of attributes included.
    """

    __slots__ = ("_attributes", "_children", "_end", "_gone", "_is_changed", "_set", "_source",
                 "_start", "name")  # fmt: skip

    def __init__(self, name: str, attributes: dict[str, str], source: bytes, start: int) -> None:
        self.name = name
        self._attributes = attributes
        self._source = source
        self._start = start
        self._end = start
        self._children: list[Element] | None = None
        self._set: dict[str, str | None] = {}
        self._gone: list[tuple[int, int]] = []
        self._is_changed = False

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    @property
    def children(self) -> list["Element"]:
        """The elements in it; they are added and taken away by the methods below."""
        if self._children is None:
            here = self._source[self._start : self._end]
            self._children = scanned(here).children
            for child in self._children:
                child.move(self._source, self._start)
        return self._children

    def __iter__(self) -> Iterator["Element"]:
        return iter(self.children)

    def __len__(self) -> int:
        return len(self.children)

    def get(self, name: str, otherwise: str = "") -> str:
        """The value of an attribute."""
        return self._attributes.get(name, otherwise)

    def items(self) -> Iterator[tuple[str, str]]:
        """The attributes with their values."""
        return iter(self._attributes.items())

    def set(self, name: str, value: str) -> None:
        """Give an attribute a value."""
        self._attributes[name] = self._set[name] = value

    def drop(self, name: str) -> None:
        """Take an attribute away, if it is there."""
        if self._attributes.pop(name, None) is not None:
            self._set[name] = None

    def insert(self, at: int, child: "Element") -> None:
        """Put a new child before the one that has this number now."""
        self.children.insert(at, child)
        self._is_changed = True

    def append(self, child: "Element") -> None:
        """Put a new child behind all others."""
        self.insert(len(self), child)

    def remove(self, child: "Element") -> None:
        """Take a child away."""
        self.children.remove(child)
        if child.lies_in(self._source):
            self._gone.append(child.span)
        self._is_changed = True

    def copy(self) -> "Element":
        """The same again, to be put elsewhere."""
        return scanned(self.written())

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends in the bytes that it was read from."""
        return self._start, self._end

    def lies_in(self, source: bytes) -> bool:
        """Whether it was read from these bytes."""
        return self._source is source

    def move(self, source: bytes, by: int) -> None:
        """Find it, and all that is known to be in it, in other bytes: `by` further on."""
        self._source = source
        self._start += by
        self._end += by
        for child in self._children or ():
            child.move(source, by)

    def close(self, at: int, children: "list[Element] | None") -> None:
        """Say where its end tag begins, or where it ends if it has none, and what is in it."""
        source = self._source
        is_empty = source[at - 2 : at] == b"/>" and self._head().end() == at
        self._end = at if is_empty else source.index(b">", at) + 1
        self._children = children

    def written(self) -> bytes:
        """It with all changes."""
        return b"".join(self._pieces())

    def whole(self, declaration: bytes) -> bytes:
        """It with what stood before and behind it, which begins with a declaration."""
        source = self._source
        before = source[: self._start] or declaration
        return before + self.written() + source[self._end :]

    @property
    def _differs(self) -> bool:
        return (
            self._is_changed
            or bool(self._set)
            or any(child._differs for child in self._children or ())  # noqa: SLF001
        )

    def _pieces(self) -> Iterator[bytes]:
        if not self._differs:
            yield self._source[self._start : self._end]
            return
        inside = self._head().end()
        opened = self._opened()
        is_empty = inside == self._end
        yield opened[:-2] + b">" if is_empty and self._children and opened[-2:] == b"/>" else opened
        at = inside
        for child in self._children or ():
            if child.lies_in(self._source):
                yield self._between(at, child.span[0])
                at = child.span[1]
            yield from child._pieces()  # noqa: SLF001
        if not is_empty:
            yield self._between(at, self._end)
        elif self._children:
            yield f"</{self.name}>".encode()

    def _between(self, start: int, end: int) -> bytes:
        """What lies between two children, without those that were taken away there."""
        kept, at = [], start
        for first, last in sorted(self._gone):
            if start <= first < end:
                kept.append(self._source[at:first])
                at = last
        return b"".join((*kept, self._source[at:end]))

    def _head(self) -> re.Match[bytes]:
        found = _START.match(self._source, self._start)
        assert found is not None  # expat has read it
        return found

    def _opened(self) -> bytes:
        """The start tag with the attributes that were set."""
        head = self._head()[0]
        wanted = dict(self._set)
        kept, at = [], 0
        for found in _ATTRIBUTE.finditer(head):
            name = found[1].decode()
            if name not in wanted:
                continue
            value = wanted.pop(name)
            kept.append(
                head[at : found.start()].rstrip() if value is None else head[at : found.start(2)]
            )
            kept.append(b"" if value is None else quoted(value))
            at = found.end()
        end = len(head) - (2 if head.endswith(b"/>") else 1)
        kept.append(head[at:end])
        new = (f" {name}=".encode() + quoted(v) for name, v in wanted.items() if v is not None)
        return b"".join((*kept, *new, head[end:]))


def quoted(value: str) -> bytes:
    """The value of an attribute as it is written."""
    return quoteattr(value, _ENTITIES).encode()


def scanned(source: bytes, levels: int = 1) -> Element:
    """The root in `source`, with its children as deep as `levels`.

    Raises:
        ExpatError: it is no well-formed XML.
        ValueError: it declares entities.
    """
    reader = expat.ParserCreate()
    found: list[Element] = []  # those that are open
    inside: list[list[Element]] = [[]]
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        if depth <= levels:
            element = Element(name, attributes, source, reader.CurrentByteIndex)
            inside[-1].append(element)
            found.append(element)
            inside.append([])
        depth += 1

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1
        if depth <= levels:
            known = inside.pop()
            found.pop().close(reader.CurrentByteIndex, known if depth < levels else None)

    def refuse(*_: Any) -> None:  # what it declares could stand for anything
        raise ValueError

    reader.StartElementHandler = start
    reader.EndElementHandler = end
    reader.StartDoctypeDeclHandler = refuse
    reader.Parse(source, True)  # noqa: FBT003  expat takes it by its place
    return inside[0][0]
