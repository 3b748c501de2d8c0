"""Make a model of JSON, quickly where it is sound; else say every mistake with its line and column.

msgspec takes a quarter of pydantic's time, and its objects a fifth of the memory; pydantic finds
every mistake of what msgspec refuses. The shape is described once, for pydantic.
"""

from __future__ import annotations

import json
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, cast, get_args, get_origin

from pydantic import BaseModel, StringConstraints, ValidationError

from centre_check.files import BrokenFile, Mistake, Source, check
from centre_check.results.spots import places
from centre_check.words import mark

if TYPE_CHECKING:
    import msgspec

_OTHER = mark("this is no result of centre-check audit, or of another version; audit again")
Model = TypeVar("Model", bound=BaseModel)


def checked(model: type[Model], content: bytes, name: str, line: int = 1) -> Model:
    """The `model` that JSON describes, or its twin; it begins at `line` of the file `name`.

    Raises:
        BrokenFile: it is no JSON, or not of this shape.
    """
    import msgspec

    try:
        return cast("Model", _decoder(model).decode(content))
    except (msgspec.DecodeError, RecursionError):
        return _checked_slowly(model, content, name, line)


@cache
def _decoder(model: type[BaseModel]) -> msgspec.json.Decoder[Any]:
    import msgspec

    return msgspec.json.Decoder(_twin(model))


@cache
def _twin(model: type[BaseModel]) -> type[msgspec.Struct]:
    """The same fields for msgspec."""
    import msgspec

    fields = model.model_fields.items()
    return msgspec.defstruct(
        model.__name__,
        [(name, _typed(one.annotation, one.metadata)) for name, one in fields],
        rename={name: one.alias for name, one in fields if one.alias},
        frozen=True,
        forbid_unknown_fields=True,
    )


def _typed(annotation: Any, metadata: list[Any] | tuple[Any, ...] = ()) -> Any:
    """An annotation of pydantic's as msgspec understands it."""
    import msgspec

    for one in metadata:
        if isinstance(one, StringConstraints):
            return Annotated[str, msgspec.Meta(pattern=cast("str", one.pattern))]
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _typed(inner[0], inner[1:])
    if origin in (Union, UnionType):
        return Union[tuple(map(_typed, inner))]  # noqa: UP007 - of any number
    if origin in (list, dict):
        return origin[tuple(map(_typed, inner))]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _twin(annotation)
    return annotation


def _checked_slowly(model: type[Model], content: bytes, name: str, line: int) -> Model:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        mistake = Mistake(line, 1, mark("this is no text in UTF-8"))
        raise BrokenFile(name, [mistake]) from None
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        locs = [one["loc"] for one in error.errors(include_url=False)]
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        row, column = (
            (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (1, 1)
        )
        message = mark("this is no JSON: the file is cut off or was changed; write it again")
        raise BrokenFile(name, [Mistake(line + row - 1, column, message)]) from None
    if "schema_version" in model.model_fields and not _is_of_version(data, model):
        raise BrokenFile(name, [Mistake(line, 1, _OTHER)])
    source = Source(name, data, places(text, locs, line), {})
    return check(model, source)


def _is_of_version(data: object, model: type[BaseModel]) -> bool:
    known = get_args(model.model_fields["schema_version"].annotation)
    return isinstance(data, dict) and data.get("schema_version") in known
