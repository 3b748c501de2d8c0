"""Quantities as a standard's YAML writes them: a model of each kind, made of its annotations."""

from __future__ import annotations

from dataclasses import MISSING
from operator import getitem
from typing import TYPE_CHECKING, Annotated, Any, ForwardRef, Union, get_args, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    Tag,
    create_model,
    model_validator,
)

from centre_check.checks.grammar import Test
from centre_check.checks.groups import Grouping
from centre_check.checks.quantity import Quantity, kinds
from centre_check.form.file import FileModel, Id, Text
from centre_check.logic import Truth
from centre_check.model.told import described, told, told_of
from centre_check.standard.file.choice import ByOption, form_of
from centre_check.standard.file.tests import Answer, TestFile
from centre_check.words import mark


class SinceFile(FileModel):
    """The population and the field whose day the first period holds."""

    population: Id
    field: Id


class GroupingFile(FileModel):
    """How records are told apart: by month, by year, by name or by place; exactly one of these."""

    month: Id | None = None
    """The field with the day."""
    year: Id | None = None
    name: Id | None = None
    names: tuple[Text, ...] | dict[Text, tuple[Text, ...]] = ()
    """What is asked for one by one; a map gives each its further spellings."""
    place: Id | None = None
    """The field with the place; `places` is who lists them, in the field `listed_in`."""
    places: Id | None = None
    listed_in: Id = "name"
    named_by: str = ""
    """The population whose own places are asked where none are listed; none where it has none."""
    since: SinceFile | None = None
    complete_only: bool = False
    """A period that is still running is not asked."""
    due: Annotated[int, Field(ge=0)] = 0
    """With `complete_only`: how many days after its end a period is asked."""

    @model_validator(mode="after")
    def _groups_one_way(self) -> GroupingFile:
        given = [key for key in ("month", "year", "name", "place") if getattr(self, key)]
        is_whole = bool(self.names) == bool(self.name) and bool(self.places) == bool(self.place)
        if len(given) != 1 or not is_whole:
            message = mark("a grouping is by month, by year, by name with names, or by place")
            raise ValueError(message)
        return self


class KindFile(BaseModel):
    """A quantity as it is written; its fields are those of the kind."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


_WRITTEN: dict[Any, Any] = {
    Quantity: ForwardRef("QuantityFile"),
    Test: TestFile,
    Truth: Answer,
    Grouping: GroupingFile,
}
_TRUTHS = {Truth.NO: "no", Truth.MAYBE: "maybe", Truth.YES: "yes"}
KINDS: dict[type[KindFile], type[Quantity]] = {}  # which kind a model writes


def _model(kind: type[Quantity]) -> type[KindFile]:
    fields: dict[str, Any] = {}
    for one in told(kind):
        key = kind.key if one.name == kind.keyed else one.key
        given = _TRUTHS[one.default] if isinstance(one.default, Truth) else one.default
        field = Field(
            ... if given is MISSING else given,
            alias=None if key == one.name else key,
            json_schema_extra=described(kind, one.name),
        )
        written: Any = _written(one.kind)
        if one.told.by_option:
            written = getitem(Union, (written, ByOption.__class_getitem__(written)))
        fields[one.name] = (written, field)
    made = create_model(kind.__name__, __base__=KindFile, __doc__=kind.__doc__, **fields)
    KINDS[made] = kind
    return made


def _written(kind: Any) -> Any:
    """An annotation of a kind as pydantic understands it."""
    own = told_of(kind)
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if bare in _WRITTEN:
        return _WRITTEN[bare]
    if get_origin(bare) is tuple:
        several = tuple.__class_getitem__((_written(get_args(bare)[0]), ...))
        return Annotated[several, Field(min_length=own.least)] if own.least else several
    return Annotated[bare, StringConstraints(pattern=own.pattern)] if own.pattern else bare


_MODELS = {key: _model(kind) for key, kind in kinds().items()}
if TYPE_CHECKING:
    QuantityFile = Any
else:
    _TAGGED = tuple(Annotated[model, Tag(key)] for key, model in _MODELS.items())
    QuantityFile = Annotated[getitem(Union, _TAGGED), form_of({key: key for key in _MODELS})]
# on a line of its own: here pydantic looks for the docstrings of the class that it makes
_QuantityByOption = Annotated[ByOption[QuantityFile], Tag("by_option")]
QuantityChoice = Annotated[
    Annotated[QuantityFile, Tag("plain")] | _QuantityByOption,
    form_of({"by_option": "by_option"}, "plain"),
]
for _made in _MODELS.values():
    _made.model_rebuild(_types_namespace={"QuantityFile": QuantityFile})
