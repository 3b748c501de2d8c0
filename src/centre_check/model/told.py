"""Nouns that people write or read: what their annotations tell of each field."""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields
from functools import cache
from typing import Annotated, Any, NamedTuple, cast, get_args, get_type_hints


class Told(NamedTuple):
    """How a field is written or published, where that is otherwise than it stands.

    `names` says what its text names: a population, a field, a choice; `of` the field with the
    population, or with the field, that this belongs to.
    """

    key: str = ""
    pattern: str = ""
    words: tuple[str, ...] = ()  # one of them
    least: int = 0  # of several, so many
    never: bool = False
    may_lack: bool = False  # in results of before
    by_option: bool = False  # may depend on an option of the standard
    names: str = ""
    of: str = "population"


Sha256 = Annotated[str, Told(pattern=r"^[0-9a-f]{64}$")]


class ToldField(NamedTuple):
    """A field as it is written: its key, its annotation, what that tells, its default if any."""

    name: str
    key: str
    kind: Any
    told: Told
    default: Any


def told(*nouns: Any) -> Iterator[ToldField]:
    """The fields of nouns that are written or published, in their order."""
    for noun in nouns:
        given = defaults(noun)
        for name, kind in get_type_hints(noun, include_extras=True).items():
            says = told_of(kind)
            if name in given and not says.never:
                yield ToldField(name, says.key or name, kind, says, given[name])


def told_of(kind: Any) -> Told:
    """What an annotation tells of its field."""
    found = Told()
    for one in get_args(kind)[1:]:
        if isinstance(one, Told):
            pairs = zip(Told._fields, one, Told(), strict=True)
            found = Told(**(found._asdict() | {n: own for n, own, usual in pairs if own != usual}))
    return found


def defaults(noun: Any) -> dict[str, Any]:
    """The fields of a noun with their defaults, MISSING where there is none."""
    if hasattr(noun, "_fields"):
        return {name: noun._field_defaults.get(name, MISSING) for name in noun._fields}
    return {one.name: one.default for one in fields(noun)}


def described(noun: Any, name: str) -> Callable[[dict[str, Any]], None]:
    """Puts the sentence that stands below a field into its JSON Schema, once that is asked for."""

    def describe(schema: dict[str, Any]) -> None:
        if name in (said := _meanings(noun)):
            schema["description"] = said[name]

    return describe


@cache
def _meanings(noun: Any) -> dict[str, str]:
    import ast
    import inspect
    from itertools import pairwise
    from textwrap import dedent

    found: dict[str, str] = {}
    for one in reversed(noun.__mro__):
        if one.__module__.startswith(__name__.partition(".")[0]):
            (written,) = ast.parse(dedent(inspect.getsource(one))).body
            for field, said in pairwise(cast("ast.ClassDef", written).body):
                is_told = isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant)
                if isinstance(field, ast.AnnAssign) and is_told:
                    name = cast("ast.Name", field.target).id
                    found[name] = str(ast.literal_eval(cast("ast.Expr", said).value))
    return found
