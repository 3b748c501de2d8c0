"""Publish nouns: their JSON, its JSON Schema and the reading back follow from their annotations.

A noun is a NamedTuple. Its fields are published in their order, numbers and days as texts. msgspec
reads it back in a quarter of pydantic's time, its objects take a fifth of the memory; pydantic
finds every mistake of what msgspec refuses.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from operator import getitem
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NamedTuple,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from centre_check import __version__
from centre_check.model.told import Told, described, told, told_of
from centre_check.words import mark

if TYPE_CHECKING:
    import msgspec
    from pydantic import BaseModel

Number = Annotated[str, Told(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]
Lang = Annotated[str, Told(words=("zh", "en"))]
Day = Annotated[str, Told(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
_OTHER = mark("this is no result of centre-check audit, or of another version; audit again")
Noun = TypeVar("Noun")
Writer = Callable[[Any], Any]


class Tool(NamedTuple):
    """The program that wrote the report."""

    name: Literal["centre-check"] = "centre-check"
    version: str = __version__


TOOL: Mapping[str, str] = Tool()._asdict()


def plain(noun: Any) -> Any:
    """What JSON says of a noun: an object of its fields."""
    kind: Any = type(noun)
    writer = _writer(kind)
    return noun if writer is None else writer(noun)


def exact(number: Decimal | None) -> str | None:
    """A number that decides."""
    return None if number is None else format(number, "f")


@cache
def _writer(kind: Any) -> Writer | None:
    """What makes JSON of a value of this annotation; None where it is JSON as it stands."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Decimal:
        return exact
    if kind is date:
        return date.isoformat
    if origin is Annotated:
        return _writer(inner[0])
    if origin in (Union, UnionType):
        (write,) = {_writer(one) for one in inner if one is not type(None)}
        return _if_any(write) if write else None
    if origin in (list, tuple, Sequence):
        write = _writer(inner[0])
        return _each(write) if write else None
    if origin in (dict, Mapping):
        write = _writer(inner[1])
        return _each_value(write) if write else dict
    return _object_writer(kind) if is_noun(kind) else None


def _if_any(write: Writer) -> Writer:
    return lambda value: None if value is None else write(value)


def _each(write: Writer) -> Writer:
    return lambda values: [write(value) for value in values]


def _each_value(write: Writer) -> Writer:
    return lambda values: {key: write(value) for key, value in values.items()}


def _object_writer(noun: Any) -> Writer:
    fields = [(noun._fields.index(one.name), one.key, _writer(one.kind)) for one in told(noun)]

    def write(value: Any) -> dict[str, Any]:
        return {key: value[at] if write is None else write(value[at]) for at, key, write in fields}

    return write


def is_noun(kind: Any) -> bool:
    """Whether a value of this type is an object of JSON."""
    return isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields")


def checked(
    noun: Callable[..., Noun], content: bytes, name: str, line: int = 1, head: Any = None
) -> Noun:
    """The `noun` that JSON describes, its numbers and days as texts; at `line` of the file `name`.

    The object has the fields of `head` before its own.

    Raises:
        BrokenFile: it is no JSON, or not of this shape.
    """
    import msgspec

    try:
        return cast("Noun", _decoder(noun, head).decode(content))
    except (msgspec.DecodeError, RecursionError):
        return cast("Noun", _checked_slowly(model(noun, head), content, name, line))


@cache
def _decoder(noun: Any, head: Any) -> "msgspec.json.Decoder[Any]":
    import msgspec

    return msgspec.json.Decoder(_struct(noun, head))


@cache
def _struct(noun: Any, head: Any = None) -> "type[msgspec.Struct]":
    """The same fields for msgspec."""
    import msgspec

    def spelt(pattern: str) -> Any:
        return Annotated[str, msgspec.Meta(pattern=pattern)]

    fields = list(told(head, noun) if head else told(noun))
    return msgspec.defstruct(
        noun.__name__,
        [
            (
                one.name,
                _typed(one.kind, _struct, spelt),
                *([one.default] if one.told.may_lack else ()),
            )
            for one in fields
        ],
        rename={one.name: one.key for one in fields},
        frozen=True,
        kw_only=True,
        forbid_unknown_fields=True,
    )


@cache
def model(noun: Any, head: Any = None) -> "type[BaseModel]":
    """The same fields for pydantic, with what they mean: for the schema, and for all mistakes."""
    from pydantic import ConfigDict, Field, StringConstraints, create_model

    def spelt(pattern: str) -> Any:
        return Annotated[str, StringConstraints(pattern=pattern)]

    fields: dict[str, Any] = {}
    for one in told(head, noun) if head else told(noun):
        default = one.default if one.told.may_lack else ...
        alias = None if one.key == one.name else one.key
        field = Field(default, alias=alias, json_schema_extra=described(noun, one.name))
        fields[one.name] = (_typed(one.kind, model, spelt), field)
    config = ConfigDict(extra="forbid", frozen=True)
    made = create_model(noun.__name__, __config__=config, __doc__=noun.__doc__, **fields)
    return cast("type[BaseModel]", made)


def _typed(kind: Any, noun: Callable[[Any], Any], spelt: Callable[[str], Any]) -> Any:
    """An annotation as a library understands it that knows nothing of our nouns."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        pattern, words = told_of(kind).pattern, told_of(kind).words
        if words:
            return Literal.__getitem__(words)
        return spelt(pattern) if pattern else _typed(inner[0], noun, spelt)
    if kind in (Decimal, date):
        return _typed(Number if kind is Decimal else Day, noun, spelt)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Literal.__getitem__(tuple(map(str, kind)))
    parts = tuple(one if one in (..., None) else _typed(one, noun, spelt) for one in inner)
    if origin in (Union, UnionType):
        named = tuple(word for one in parts if get_origin(one) is Literal for word in get_args(one))
        others = tuple(one for one in parts if get_origin(one) is not Literal)
        return getitem(Union, (*([Literal.__getitem__(named)] if named else ()), *others))
    if origin in (list, Sequence) or (origin is tuple and inner[-1] is ...):
        return list.__class_getitem__(parts[0])
    if origin in (dict, Mapping):
        return dict.__class_getitem__(parts)
    if origin is tuple:
        return tuple.__class_getitem__(parts)
    return noun(kind) if is_noun(kind) else kind


def _checked_slowly(shape: "type[BaseModel]", content: bytes, name: str, line: int) -> Any:
    from pydantic import ValidationError

    from centre_check.files import BrokenFile, Mistake, SourceFile
    from centre_check.files.validation import LOOKED_AT, check
    from centre_check.results.spots import places

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        mistake = Mistake(line, 1, mark("this is no text in UTF-8"))
        raise BrokenFile(name, [mistake]) from None
    try:
        return shape.model_validate_json(text)
    except ValidationError as error:
        locs = [one["loc"] for one in error.errors(include_url=False)[:LOOKED_AT]]
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        row, column = (
            (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (1, 1)
        )
        message = mark("this is no JSON: the file is cut off or was changed; write it again")
        raise BrokenFile(name, [Mistake(line + row - 1, column, message)]) from None
    version = shape.model_fields.get("schema_version")
    known = get_args(version.annotation) if version else ()
    if known and not (isinstance(data, dict) and data.get("schema_version") in known):
        raise BrokenFile(name, [Mistake(line, 1, _OTHER)])
    return check(shape, SourceFile(name, data, places(text, locs, line), {}))
