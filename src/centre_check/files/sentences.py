"""What is wrong with one value, and what may stand there: a sentence for each kind of error."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from centre_check.files.mistakes import Term, WrongValue
from centre_check.files.shown import shown
from centre_check.words import mark
from centre_check.words.nearest import nearest

if TYPE_CHECKING:
    from centre_check.files.trouble import FileTrouble


@dataclass(frozen=True, slots=True)
class Sentence:
    """A marked message with what fills its `{names}`."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)


_LIMITS = {  # pydantic's error: the sentence, and the name of its limit
    "greater_than": (mark("must be more than {limit}, is {found}"), "gt"),
    "greater_than_equal": (mark("must be at least {limit}, is {found}"), "ge"),
    "less_than": (mark("must be less than {limit}, is {found}"), "lt"),
    "less_than_equal": (mark("must be at most {limit}, is {found}"), "le"),
    "multiple_of": (mark("must be a multiple of {limit}, is {found}"), "multiple_of"),
    "decimal_max_digits": (mark("must have at most {limit} digits, is {found}"), "max_digits"),
    "decimal_max_places": (
        mark("must have at most {limit} decimal places, is {found}"),
        "decimal_places",
    ),
    "decimal_whole_digits": (
        mark("must have at most {limit} digits before the point, is {found}"),
        "whole_digits",
    ),
    "string_too_short": (mark("must have at least {limit} characters"), "min_length"),
    "string_too_long": (mark("must have at most {limit} characters"), "max_length"),
    "too_short": (mark("must have at least {limit} entries"), "min_length"),
    "too_long": (mark("must have at most {limit} entries"), "max_length"),
    "string_pattern_mismatch": (
        mark("「{found}」 is not written as it must be (pattern {limit})"),
        "pattern",
    ),
}
_PATTERNS = {  # what people write by a pattern, said in words
    r"^[a-z][a-z0-9_]*$": mark(
        "「{found}」 is not written as it must be: small letters, digits and _ only, a letter first"
    ),
    r"^[a-z0-9][a-z0-9-]*$": mark(
        "「{found}」 is not written as it must be: small letters, digits and - only"
    ),
    r"^[A-Z]+(-[A-Z0-9]+)*-[0-9]+(\.[0-9]+)?$": mark(
        "「{found}」 is not written as it must be: capital letters, - and a number"
    ),
}
_NO_SPACE = re.compile(r"[\w\"'-]+[:：]")  # 「id:HY-01」 where keys are expected


def sentence(trouble: "FileTrouble") -> Sentence:
    """The sentence for what is wrong with a value."""
    if trouble.expected:
        return _unexpected(trouble)
    if trouble.kind in _LIMITS:
        return _beyond_limit(trouble)
    if trouble.kind in ("value_error", "assertion_error"):
        return _from_validator(trouble)
    if _is_custom(trouble.kind):
        return Sentence(trouble.text)
    return Sentence(mark("{found} may not stand here"), {"found": _found(trouble.found)})


def _unexpected(trouble: "FileTrouble") -> Sentence:
    found, expected, options = trouble.found, trouble.expected, trouble.options
    written = found if isinstance(found, str) else None
    values: dict[str, object] = {"found": _found(found), "expected": _listed(expected)}
    guess = nearest(written, options) if written else None
    if guess:
        message = mark("expected one of {expected}; found {found}; did you mean 「{nearest}」?")
        return Sentence(message, {**values, "nearest": guess})
    if options or len(expected) > 1:
        return Sentence(mark("expected one of {expected}; found {found}"), values)
    if isinstance(found, bool) and trouble.kind == "string_type":
        return Sentence(mark("expected text; put {found} in quotation marks"), values)
    if written and not trouble.fits_shape and _NO_SPACE.match(written):
        message = mark("expected {expected}; after the key write an ordinary colon and a space")
        return Sentence(message, values)
    return Sentence(mark("expected {expected}; found {found}"), values)


def _beyond_limit(trouble: "FileTrouble") -> Sentence:
    message, name = _LIMITS[trouble.kind]
    limit, found = trouble.limits.get(name), trouble.found
    is_blank = not found.strip() if isinstance(found, str) else not found
    if trouble.kind in ("string_too_short", "too_short") and is_blank:
        return Sentence(mark("must not be empty"))
    message = _PATTERNS.get(str(limit), message)
    return Sentence(message, {"limit": limit, "found": shown(str(found))})


def _from_validator(trouble: "FileTrouble") -> Sentence:
    error = trouble.limits.get("error")
    if isinstance(error, WrongValue):
        return Sentence(error.message, error.values)
    text = str(error) if error is not None else ""
    return Sentence(text or mark("this may not stand here"))


def _is_custom(kind: str) -> bool:
    from pydantic_core.core_schema import ErrorType

    return kind not in get_args(ErrorType)


def _listed(expected: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(e if isinstance(e, Term) else f"「{e}」" for e in expected)


def _found(value: object) -> str:
    match value:
        case None:
            return Term(mark("nothing"))
        case bool():
            return f"「{str(value).lower()}」"
        case dict():
            return Term(mark("keys with values"))
        case list() | tuple():
            return Term(mark("a list"))
        case _:
            text = shown(str(value))
            return f"「{text}」" if text else Term(mark("empty text"))
