"""One error of pydantic at a known spot: what was expected there, in which shape."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from centre_check.files.mistakes import Term
from centre_check.files.spots import Spot
from centre_check.words import mark

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class ValueShape(Enum):
    """How a value looks in a file."""

    PLAIN = "text, number, true or false"
    LIST = "entries"
    KEYS = "keys with values"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class _Expectation:
    term: Term
    shape: ValueShape
    errors: tuple[str, ...]


_KEYS = Term(mark("indented lines 「key: value」"))
_EXPECTATIONS = (
    _Expectation(Term(mark("text")), ValueShape.PLAIN, ("string_type", "string_sub_type")),
    _Expectation(
        Term(mark("a whole number")),
        ValueShape.PLAIN,
        ("int_type", "int_parsing", "int_parsing_size", "int_from_float"),
    ),
    _Expectation(
        Term(mark("a number")),
        ValueShape.PLAIN,
        ("decimal_type", "decimal_parsing", "float_type", "float_parsing", "finite_number"),
    ),
    _Expectation(Term(mark("true or false")), ValueShape.PLAIN, ("bool_type", "bool_parsing")),
    _Expectation(
        Term(mark("a date such as 2024-12-31")),
        ValueShape.PLAIN,
        (
            "date_type",
            "date_parsing",
            "date_from_datetime_parsing",
            "date_from_datetime_inexact",
            "datetime_type",
            "datetime_parsing",
            "datetime_from_date_parsing",
        ),
    ),
    _Expectation(
        Term(mark("a time such as 09:30")), ValueShape.PLAIN, ("time_type", "time_parsing")
    ),
    _Expectation(Term(mark("nothing")), ValueShape.PLAIN, ("none_required",)),
    _Expectation(
        Term(mark("a list (each entry after 「- 」)")),
        ValueShape.LIST,
        ("list_type", "tuple_type", "set_type", "frozen_set_type", "iterable_type", "sequence_str"),
    ),
    _Expectation(
        _KEYS,
        ValueShape.KEYS,
        ("dict_type", "mapping_type", "model_type", "model_attributes_type"),
    ),
)
_BY_ERROR = {error: e for e in _EXPECTATIONS for error in e.errors}
_OPTION_ERRORS = ("literal_error", "enum")
_UNION_ERRORS = ("union_tag_not_found", "union_tag_invalid")
_PARENT_ERRORS = ("missing", "extra_forbidden")
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'")


@dataclass(frozen=True, slots=True)
class FileTrouble:
    """An error of pydantic without its wording.

    Attributes:
        kind: pydantic's name of the error, see pydantic_core.ErrorType.
        spot: where, and what the model expects; for a missing or an unknown key: its mapping.
        found: the value there.
        limits: the numbers and objects that belong to the error.
        key: of a missing or an unknown key: the key.
        text: the error's own sentence, for those that our validators raise.
        expected: what may stand there: terms, and allowed words as plain texts.
    """

    kind: str
    spot: Spot
    found: Any
    limits: Mapping[str, Any] = field(default_factory=dict)
    key: str = ""
    text: str = ""
    expected: tuple[str, ...] = ()

    @property
    def options(self) -> list[str]:
        """The allowed words among what is expected."""
        return [part for part in self.expected if not isinstance(part, Term)]

    @property
    def fits_shape(self) -> bool:
        """Whether what was found has at least the shape of what is expected."""
        return self._expected_shape in (None, _shape(self.found))

    @property
    def is_consequence(self) -> bool:
        """Whether other mistakes alone cause it: pydantic does not count entries that are wrong."""
        return self.kind == "too_short" and len(self.found) >= self.limits["min_length"]

    @property
    def _expected_shape(self) -> ValueShape | None:
        if self.kind in _OPTION_ERRORS:
            return ValueShape.PLAIN
        if self.kind in _UNION_ERRORS:
            return ValueShape.KEYS
        return _BY_ERROR[self.kind].shape if self.kind in _BY_ERROR else None

    def expecting(self, expected: Iterable[str]) -> "FileTrouble":
        """The same trouble where any of `expected` may stand."""
        return replace(self, expected=tuple(dict.fromkeys(expected)))


def concerns_parent(error: "ErrorDetails") -> bool:
    """Whether the path of `error` ends with a key that its mapping lacks or must not have."""
    return error["type"] in _PARENT_ERRORS and bool(error["loc"])


def trouble(error: "ErrorDetails", spot: Spot) -> FileTrouble:
    """The trouble that `error` reports at `spot`."""
    limits = error.get("ctx", {})
    return FileTrouble(
        kind=error["type"],
        spot=spot,
        found=error["input"],
        limits=limits,
        key=str(error["loc"][-1]) if concerns_parent(error) else "",
        text=error["msg"],
        expected=_expected(error["type"], limits),
    )


def _expected(kind: str, limits: Mapping[str, Any]) -> tuple[str, ...]:
    if kind in _OPTION_ERRORS:
        return tuple(_QUOTED.findall(str(limits.get("expected", ""))))
    if kind in _UNION_ERRORS:
        return (_KEYS,)
    return (_BY_ERROR[kind].term,) if kind in _BY_ERROR else ()


def _shape(found: object) -> ValueShape:
    match found:
        case None:
            return ValueShape.NOTHING
        case dict():
            return ValueShape.KEYS
        case list() | tuple():
            return ValueShape.LIST
        case _:
            return ValueShape.PLAIN
