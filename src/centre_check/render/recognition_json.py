"""Draw a recognition as JSON: every noun of `model.recognition` is an object with its fields.

    {schema_version, input{path,sha256,size}, form, mapping,
     sheets[{name, taken, tables[{sheet, name, header_rows[2], columns[{cell, means, field, title,
     suggestion, ground}], first, last, records, left_out[{why, cell}], missing[…],
     outside[cell…]}], guess}],
     absent[…], unreadable[{cell, trouble, remark}], wrong_numbers[cell…],
     totals[{cell, header, stated, counted}], notes[{code, message, cells}], is_complete}

A cell is {sheet, ref, header, value}; `guess` is the table that an unread sheet may hold, or null.
"""

import json
from typing import Any

from centre_check.model.recognition import Recognition

SCHEMA_VERSION = 1


def render(recognition: Recognition) -> str:
    """The recognition as one line of JSON."""
    shown = {
        "schema_version": SCHEMA_VERSION,
        **_fields(recognition),
        "is_complete": recognition.is_complete,
    }
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":")) + "\n"


def _fields(noun: Any) -> dict[str, object]:
    return {name: _plain(value) for name, value in zip(noun._fields, noun, strict=True)}


def _plain(value: object) -> object:
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return _fields(value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
