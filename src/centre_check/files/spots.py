"""Finds what a model expects at a place: follows an error's path through the model's schema.

A path that pydantic reports holds more than keys and indices: the tag of a discriminated union, the
name of a union's branch, "[key]". Only the schema tells them from keys of the same name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from centre_check.files.schema import ANYTHING, Schema, Schemas, fields, written_key
from centre_check.files.source import Loc


@dataclass(frozen=True, slots=True)
class Fork:
    """A union without tags that a path passed: where it is, and which branch was tried."""

    loc: Loc
    branch: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file and what the model expects there.

    Attributes:
        loc: the path in the file: keys and indices only.
        schema: the core schema there, wrappers removed.
        unions: the unions with tags whose forms may stand right here, outermost first.
        forks: the unions without tags passed on the way, outermost first.
        is_key: the place is a key, not its value.
    """

    loc: Loc = ()
    schema: Schema = field(default_factory=lambda: ANYTHING)
    unions: tuple[Schema, ...] = ()
    forks: tuple[Fork, ...] = ()
    is_key: bool = False


def spot(schemas: Schemas, loc: Loc) -> Spot:
    """What stands at `loc`, a path as pydantic reports it."""
    return _follow(schemas, schemas.root, loc, Spot()) or Spot(loc)


def _follow(schemas: Schemas, schema: Schema, loc: Loc, reached: Spot) -> Spot | None:
    if loc and loc[0] == "[key]":
        return replace(reached, is_key=True)
    bare = schemas.bare(schema)
    if not loc:
        return replace(reached, schema=bare)
    for inner, beyond in _steps(schemas, bare, loc[0], reached):
        if found := _follow(schemas, inner, loc[1:], beyond):
            return found
    return None


def _steps(
    schemas: Schemas, bare: Schema, piece: str | int, reached: Spot
) -> Iterator[tuple[Schema, Spot]]:
    """Where `piece` of a path may lead: the schemas and the spots reached."""
    match bare["type"]:
        case "tagged-union":
            for tag, choice in bare["choices"].items():
                if str(tag) == str(piece):
                    yield choice, replace(reached, unions=(*reached.unions, bare))
        case "union":
            fork = Fork(reached.loc, str(piece))
            for branch in _likeliest_first(schemas, bare, fork.branch):
                yield branch, replace(reached, forks=(*reached.forks, fork))
        case _:
            for inner in _inside(bare, piece):
                yield inner, replace(reached, loc=(*reached.loc, piece), unions=())


def _inside(bare: Schema, piece: str | int) -> list[Schema]:
    """What is expected at the key or index `piece` of a mapping or list."""
    match bare["type"]:
        case "list" | "set" | "frozenset":
            return [bare.get("items_schema", ANYTHING)]
        case "tuple" if isinstance(piece, int):
            items = bare["items_schema"]
            return [items[min(piece, len(items) - 1)]] if items else []
        case "dict":
            return [bare.get("values_schema", ANYTHING)]
        case _:
            by_name = fields(bare).items()
            return [f["schema"] for name, f in by_name if piece in (name, written_key(name, f))]


def _likeliest_first(schemas: Schemas, union: Schema, branch: str) -> list[Schema]:
    """The branches of `union`, those first whose label pydantic has put into the path.

    The label is a model's name, "function-after[…, Model]", or for others not known beforehand.
    """
    labelled = [
        choice if isinstance(choice, tuple) else (choice, schemas.model_name(choice))
        for choice in union["choices"]
    ]
    labelled.sort(key=lambda pair: (pair[1] != branch, not pair[1] or pair[1] not in branch))
    return [choice for choice, _ in labelled]
