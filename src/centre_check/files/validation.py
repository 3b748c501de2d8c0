"""Makes a model of a parsed file, or all its mistakes with their places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from centre_check.files.key_sentences import (
    KeyFinding,
    missing_key,
    unknown_form,
    unknown_key,
    unknown_name_of_form,
)
from centre_check.files.known_keys import known_keys
from centre_check.files.mistakes import BrokenFile, Mistake
from centre_check.files.schema import Schemas
from centre_check.files.sentences import sentence
from centre_check.files.source import SourceFile
from centre_check.files.spots import spot
from centre_check.files.trouble import FileTrouble, concerns_parent, trouble
from centre_check.words import mark

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails


Model = TypeVar("Model", bound="BaseModel")
LOOKED_AT = 200  # mistakes that are put in words and in order; further ones are counted


def check(model: type[Model], source: SourceFile, context: Any = None) -> Model:
    """The `model` that `source` describes; `context` is handed to the model's validators.

    Raises:
        BrokenFile: with every mistake, at the line and column of the value or key at fault.
    """
    from pydantic import ValidationError

    if source.data is None:
        raise BrokenFile(source.name, [Mistake(1, 1, mark("the file is empty"))])
    try:
        return model.model_validate(source.data, context=context)
    except ValidationError as error:
        details = error.errors(include_url=False)
    schemas = Schemas(model.__pydantic_core_schema__)
    looked_at, rest = details[:LOOKED_AT], len(details[LOOKED_AT:])
    raise BrokenFile(source.name, _mistakes(looked_at, schemas, source), rest)


def _mistakes(
    details: Sequence["ErrorDetails"], schemas: Schemas, source: SourceFile
) -> Iterator[Mistake]:
    troubles = without_other_branches(
        found for error in details if not (found := _trouble(error, schemas)).is_consequence
    )
    findings = [(t, _key_finding(t, schemas, source)) for t in troubles]
    meant = {(t.spot.loc, finding.meant) for t, finding in findings if finding and finding.meant}
    for found, finding in findings:
        if finding is None:
            yield _value_mistake(found, source)
        elif found.kind != "missing" or (found.spot.loc, found.key) not in meant:
            # a key that is missing because it is misspelt is one mistake, not two
            yield _key_mistake(found, finding, source)


def _trouble(error: "ErrorDetails", schemas: Schemas) -> FileTrouble:
    loc = error["loc"][:-1] if concerns_parent(error) else error["loc"]
    return trouble(error, spot(schemas, loc))


def _key_finding(found: FileTrouble, schemas: Schemas, source: SourceFile) -> KeyFinding | None:
    """What is wrong with the keys, if the trouble is with keys."""
    schema, present = found.spot.schema, source.keys_at(found.spot.loc)
    is_told_by_keys = callable(schema.get("discriminator"))
    outermost = [*found.spot.unions, schema][0]
    match found.kind:
        case "missing":
            return missing_key(found.key)
        case "extra_forbidden":
            return unknown_key(
                found.key, present, known_keys(schemas, schema), known_keys(schemas, outermost)
            )
        case "union_tag_invalid" if not is_told_by_keys:
            return unknown_name_of_form(schema, str(found.limits["tag"]))
        case "union_tag_not_found" | "union_tag_invalid" if found.fits_shape:
            return unknown_form(outermost if is_told_by_keys else schema, present, schemas)
        case _:
            return None


def _key_mistake(found: FileTrouble, finding: KeyFinding, source: SourceFile) -> Mistake:
    loc = found.spot.loc
    if finding.at is None:
        place = source.position(loc)
    elif found.kind == "union_tag_invalid":
        place = source.position((*loc, finding.at))
    else:
        place = source.key_position((*loc, finding.at))
    return Mistake(*place, finding.sentence.message, finding.sentence.values)


def _value_mistake(found: FileTrouble, source: SourceFile) -> Mistake:
    loc = found.spot.loc
    place = source.key_position(loc) if found.spot.is_key else source.position(loc)
    said = sentence(found)
    return Mistake(*place, said.message, said.values)


def without_other_branches(troubles: Iterable[FileTrouble], depth: int = 0) -> list[FileTrouble]:
    """`troubles` with those of one branch only for each union without tags."""
    kept: list[FileTrouble] = []
    unions: dict[object, dict[str, list[FileTrouble]]] = defaultdict(lambda: defaultdict(list))
    for one in troubles:
        if len(one.spot.forks) <= depth:
            kept.append(one)
        else:
            fork = one.spot.forks[depth]
            unions[fork.loc][fork.branch].append(one)
    for branches in unions.values():
        kept += without_other_branches(_meant(list(branches.values()), depth), depth + 1)
    return kept


def _meant(branches: list[list[FileTrouble]], depth: int) -> list[FileTrouble]:
    """The branch that fits what is written best; where none does, what all of them expect."""
    fitting = [b for b in branches if not any(_misfits(t, depth) for t in b)] or branches
    deeper = [b for b in fitting if not _is_bare_expectation(b, depth)]
    if deeper:
        return min(deeper, key=len)
    first = fitting[0][0]
    return [first.expecting([part for branch in fitting for part in branch[0].expected])]


def _misfits(trouble: FileTrouble, depth: int) -> bool:
    """Whether the value of the union itself has another shape than the branch wants."""
    return trouble.spot.loc == trouble.spot.forks[depth].loc and not trouble.fits_shape


def _is_bare_expectation(branch: list[FileTrouble], depth: int) -> bool:
    first = branch[0]
    at_union = first.spot.loc == first.spot.forks[depth].loc
    return len(branch) == 1 and at_union and bool(first.expected)
