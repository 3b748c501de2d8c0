"""Standards and forms that were validated once, kept as JSON beside their YAML.

An audit by a shipped standard then needs neither pydantic nor YAML. A compiled file names the
SHA-256 of the texts it was made from, so that an edited YAML is read and checked afresh.
`python -m centre_check.standard.compiled` writes them anew; a test fails when one is stale.
"""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from centre_check import logic, model
from centre_check.checks import grammar, groups
from centre_check.checks.quantity import Quantity, kinds
from centre_check.form import grammar as heads
from centre_check.form import types as form_types
from centre_check.model import facts
from centre_check.model.told import defaults
from centre_check.standard import types
from centre_check.words import Phrase

_TAG = "~"
_KINDS: dict[str, Any] = (
    {
        name: kind
        for module in (grammar, groups, form_types, heads, types, facts, logic, model)
        for name, kind in vars(module).items()
        if isinstance(kind, type)
    }
    | {kind.__name__: kind for kind in kinds().values()}
    | {"Decimal": Decimal, "date": date.fromisoformat, "Phrase": Phrase}
)


def dump(value: object) -> str:
    """The value as JSON, every object tagged with its kind and its defaults left out."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def parse(text: str) -> Any:
    """The value that `dump` wrote."""
    return _frozen(json.loads(text, object_hook=_restored))


def _plain(value: object) -> object:
    if isinstance(value, Quantity) or hasattr(value, "_fields"):
        given = defaults(type(value))
        parts = {name: getattr(value, name) for name in given}
        changed = {name: _plain(own) for name, own in parts.items() if own != given[name]}
        return {_TAG: type(value).__name__, **changed}
    if isinstance(value, Enum):
        return {_TAG: type(value).__name__, "": value.value}
    if isinstance(value, Decimal | date):
        return {_TAG: type(value).__name__, "": str(value)}
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _restored(shown: dict[str, Any]) -> object:
    for key, part in shown.items():
        if part.__class__ is list:
            shown[key] = _frozen(part)
    kind = shown.pop(_TAG, None)
    if kind is None:
        return shown
    return _KINDS[kind](shown[""]) if "" in shown else _KINDS[kind](**shown)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if value.__class__ is list else value
