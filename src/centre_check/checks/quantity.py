"""Quantity: what every kind has, whether it is written, measured or said.

A kind is a class of a module in `quantities`, found by the module's name: its fields are its keys
in a standard's YAML, its docstrings the words of the JSON Schema.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple, Self

from centre_check.checks.grammar import Bound, Test
from centre_check.model.told import Told
from centre_check.words import Words

if TYPE_CHECKING:
    from centre_check.checks.measurement import Measurement
    from centre_check.checks.records import Context
    from centre_check.model.evidence import Evidence

Id = Annotated[str, Told(pattern=r"^[a-z][a-z0-9_]*$")]
PopulationId = Annotated[str, Told(pattern=r"^[a-z][a-z0-9_]*$", names="population")]
FieldId = Annotated[str, Told(pattern=r"^[a-z][a-z0-9_]*$", names="field")]
FieldIds = Annotated[tuple[Id, ...], Told(names="field", least=1)]
MaybeFieldId = Annotated[str, Told(names="field")]  # "": none


class Takes(Enum):
    """What a quantity takes of the rows that report an indicator."""

    NOTHING = auto()
    ALL = auto()  # their sum
    ONE = auto()  # the latest, the highest
    EACH_PLACE = auto()
    NUMBER = auto()  # how many they are


class Saying(NamedTuple):
    """What a quantity needs to be said: the words, and what things are called."""

    words: Words
    field: Callable[[str, str], str]
    """A field by its id and a population's."""
    population: Callable[[str], str]
    tests: Callable[[tuple[Test, ...], str], str]
    """Tests as they are put to a population."""
    choice: Callable[[str, str, str], str]
    """A choice of a field of a population."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Anything that can be measured; what it is made of is asked by itself."""

    key: ClassVar[str] = ""  # by which a file knows the kind
    keyed: ClassVar[str] = "population"  # the field that stands there
    takes: ClassVar[Takes] = Takes.NOTHING
    is_divisible: ClassVar[bool] = False  # whether it can be taken of a period, a name, a place

    def measure(self, context: "Context") -> "Measurement":
        """What it is on the audit date."""
        raise NotImplementedError

    def says(self, say: Saying) -> str:
        """What it is called in a clause."""
        raise NotImplementedError

    @property
    def is_reading(self) -> bool:
        """Whether it is read off (实测) rather than counted (实有)."""
        return False

    @property
    def about(self) -> str:
        """The population that it is of, where it is of one."""
        return ""

    def parts(self) -> Iterator["Quantity"]:
        """The quantities that it is made of."""
        for one in fields(self):
            value = getattr(self, one.name)
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, Quantity):
                    yield part

    def with_parts(self, change: Callable[["Quantity"], "Quantity"]) -> Self:
        """The same of changed parts."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return replace(self, **{name: _changed(value, change) for name, value in values.items()})

    def in_unit(self, _unit: str) -> "Quantity":
        """The quantity as this unit has it."""
        return self

    def over(self, change: Callable[[str], str]) -> "Quantity":
        """The quantity over other populations."""
        return self.with_parts(lambda part: part.over(change))

    def beyond(self, _bound: Bound, _context: "Context") -> "tuple[Evidence, ...]":
        """The records that break the bound by themselves, where one can."""
        return ()

    def asked(self) -> Iterator[tuple[str, tuple[Test, ...]]]:
        """The populations that it speaks of, with the tests put to them."""
        yield from ()

    def reads(self) -> Iterator[tuple[str, str]]:
        """The fields that it reads, each with its population."""
        yield from ()


def _changed(value: Any, change: Callable[[Quantity], Quantity]) -> Any:
    if type(value) is tuple:  # and no noun
        return tuple(_changed(one, change) for one in value)
    return change(value) if isinstance(value, Quantity) else value


@dataclass(frozen=True, slots=True)
class OfRecords(Quantity):
    """A quantity of the records of one population."""

    population: PopulationId

    @property
    def about(self) -> str:
        """Its population."""
        return self.population if self.is_divisible else ""

    def over(self, change: Callable[[str], str]) -> Quantity:
        """The quantity over another population."""
        return replace(self, population=change(self.population))

    def asked(self) -> Iterator[tuple[str, tuple[Test, ...]]]:
        """Its population, untested."""
        yield self.population, ()


@dataclass(frozen=True, slots=True)
class OfField(OfRecords):
    """A quantity of one field of the records."""

    field: FieldId

    def reads(self) -> Iterator[tuple[str, str]]:
        """That field."""
        yield self.population, self.field

    def named(self, say: Saying) -> dict[str, str]:
        """What its field and its population are called."""
        return {
            "field": say.field(self.field, self.population),
            "population": say.population(self.population),
        }


@cache
def kinds() -> dict[str, type[Quantity]]:
    """Every kind by its key, in the order of the modules."""
    from importlib import import_module
    from pkgutil import iter_modules

    from centre_check.checks import quantities

    found: dict[str, type[Quantity]] = {}
    for one in iter_modules(quantities.__path__):
        for kind in vars(import_module(f"{quantities.__name__}.{one.name}")).values():
            if isinstance(kind, type) and issubclass(kind, Quantity) and kind.key:
                found[kind.key] = kind
    return found
