"""Make a model of JSON text, or say every mistake with its line and column."""

import json
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError

from centre_check.files import BrokenFile, Mistake, Source, check
from centre_check.results.spots import places
from centre_check.words import mark

_OTHER = mark("this is no result of centre-check audit, or of another version; audit again")
Model = TypeVar("Model", bound=BaseModel)


def checked(model: type[Model], text: str, name: str, line: int = 1) -> Model:
    """The `model` that `text` describes, which begins at `line` of the file `name`.

    Raises:
        BrokenFile: it is no JSON, or not of this shape.
    """
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
