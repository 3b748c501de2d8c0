r"""Draw a document as JSON: every noun of the tree is an object with its fields, nothing is lost.

    {title, genre, subtitle, imprint[…], stamp, lang, day, blocks[{"block": "heading", text, badge,
     tone}, {"block": "section", title, is_wide, blocks[…]}, …]}

A block is named for its type in `documents.tree`; keys stand in alphabetical order. Characters that
do not print are written as \u escapes.
"""

import json
import re
from datetime import date
from typing import get_args

from centre_check.documents.tree import Block, Document, Section

_WORD_START = re.compile(r"(?<=[a-z])(?=[A-Z])")


def render(document: Document) -> bytes:
    """The document as indented JSON in UTF-8."""
    shown = json.dumps(_plain(document), ensure_ascii=False, indent=1, sort_keys=True)
    # Outside its strings JSON is ASCII: whatever does not print stands in one and may be escaped.
    return ("".join(map(_escaped, shown)) if _has_unseen(shown) else shown).encode() + b"\n"


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, tuple):
        return value
    if not hasattr(value, "_fields"):
        return [_plain(one) for one in value]
    names: tuple[str, ...] = value._fields
    fields = {name: _plain(one) for name, one in zip(names, value, strict=True)}
    return fields | ({"block": _name(type(value))} if isinstance(value, _BLOCKS) else {})


_BLOCKS = (*get_args(Block), Section)


def _name(block: type) -> str:
    return _WORD_START.sub("_", block.__name__).lower()


def _has_unseen(text: str) -> bool:
    return not text.replace("\n", "").isprintable()


def _escaped(char: str) -> str:
    """The character, or its escape where it does not print: a half of a surrogate pair too."""
    return char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1]
