"""Builds the plain tree of a YAML text from parser events; refuses what a plain tree cannot hold.

Working on events and not on recursion keeps a text of 5,000 brackets from filling the stack.
"""

from dataclasses import dataclass, field
from typing import Any

from centre_check.files.mistakes import Mistake
from centre_check.files.shown import shown
from centre_check.files.source import Data, FilePlace, Loc
from centre_check.words import mark

DEEPEST = 64  # levels of lists and mappings
TOO_DEEP = mark("nested deeper than {limit} levels")
_CONSTANTS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "false": False,
}
_UNREADABLE = "\0"  # stands for a key that is a mistake; such a tree is never given out


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; `key` waits for its value."""

    node: dict[str, Data] | list[Data]
    loc: Loc
    is_key: bool
    key: str | None = None


@dataclass(slots=True)
class Tree:
    """The tree so far, the places of its nodes and keys, and the mistakes met."""

    data: Data = None
    value_places: dict[Loc, FilePlace] = field(default_factory=lambda: {(): FilePlace(1, 1)})
    key_places: dict[Loc, FilePlace] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    is_too_deep: bool = False
    _open: list[_Open] = field(default_factory=list)
    _documents: int = 0

    # An event of PyYAML is typed Any: its C parser gives attributes that its stubs do not name.

    def begin_document(self, event: Any) -> None:
        """Take the start of the document; there may be one."""
        self._documents += 1
        if self._documents > 1:
            self._mistake(event, mark("a second document begins here; keep one document a file"))

    def take_alias(self, event: Any) -> None:
        """Refuse a reference: nested ones make gigabytes of a few lines."""
        message = mark(
            "「*{name}」 refers to another place; aliases are refused, write it out here"
        )
        self._mistake(event, message, name=shown(event.anchor))
        if self._expects_key():
            self._open[-1].key = _UNREADABLE
        else:
            self._put(None, event)

    def take_scalar(self, event: Any) -> None:
        """Take a text, as a key or as a value."""
        self._refuse_properties(event)
        if self._expects_key():
            self._take_key(event)
        else:
            plain = not event.style
            value = event.value
            self._put(_CONSTANTS.get(value, value) if plain else value, event)

    def open_list(self, event: Any) -> None:
        """Begin a list."""
        self._begin([], event)

    def open_mapping(self, event: Any) -> None:
        """Begin a mapping."""
        self._begin({}, event)

    def close(self, _event: Any) -> None:
        """End the innermost list or mapping."""
        if self._open.pop().is_key:
            self._open[-1].key = _UNREADABLE

    def _begin(self, node: dict[str, Data] | list[Data], event: Any) -> None:
        self._refuse_properties(event)
        if len(self._open) == DEEPEST:
            self._mistake(event, TOO_DEEP, limit=DEEPEST)
            self.is_too_deep = True
        elif self._expects_key():
            self._mistake(event, mark("a key must be text; here it is a list or has keys itself"))
            self._open.append(_Open(node, (*self._open[-1].loc, _UNREADABLE), is_key=True))
        else:
            self._open.append(_Open(node, self._put(node, event), is_key=False))

    def _take_key(self, event: Any) -> None:
        inner = self._open[-1]
        key = event.value
        loc = (*inner.loc, key)
        first = self.key_places.setdefault(loc, _place(event))
        inner.key = key
        if not event.style and key == "<<":
            self._mistake(event, mark("「<<」 merges keys from elsewhere; write the keys out here"))
        elif not event.style and not key:
            self._mistake(event, mark("a key is missing before the colon"))
        elif not event.style and key in _CONSTANTS:
            message = mark("a key must be text; put 「{key}」 in quotation marks")
            self._mistake(event, message, key=key)
        elif key != key.strip():
            message = mark(
                "the key 「{key}」 begins or ends with a wide or invisible space; delete it"
            )
            self._mistake(event, message, key=shown(key.strip()))
        elif key in inner.node:
            message = mark("key 「{key}」 stands here again; its first place is line {first}")
            self._mistake(event, message, key=shown(key), first=first.line)

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            message = mark("「&{name}」 names this place for later; anchors are refused, delete it")
            self._mistake(event, message, name=shown(event.anchor))
        if event.tag is not None:
            message = mark("「{tag}」 is a tag; delete it, or put the text in quotation marks")
            self._mistake(event, message, tag=shown(event.tag))

    def _put(self, value: Data, event: Any) -> Loc:
        """Attach `value` where the innermost list or mapping expects it; gives its path."""
        loc: Loc = ()
        if not self._open:
            self.data = value
        else:
            inner = self._open[-1]
            if isinstance(inner.node, list):
                loc = (*inner.loc, len(inner.node))
                inner.node.append(value)
            else:
                key = inner.key or ""
                loc = (*inner.loc, key)
                inner.node[key] = value
                inner.key = None
        self.value_places[loc] = _place(event)
        return loc

    def _expects_key(self) -> bool:
        inner = self._open[-1] if self._open else None
        return inner is not None and isinstance(inner.node, dict) and inner.key is None

    def _mistake(self, event: Any, message: str, **values: object) -> None:
        self.mistakes.append(Mistake(*_place(event), message, values))


def _place(event: Any) -> FilePlace:
    return FilePlace(event.start_mark.line + 1, event.start_mark.column + 1)
