"""What a clause demands: a quantity within a bound, something of every record, a look."""

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from centre_check.checks.grammar.tests import Test
from centre_check.model.findings import Comparison
from centre_check.words import Phrase

if TYPE_CHECKING:
    from centre_check.checks.quantity import Quantity


class Bound(NamedTuple):
    """A limit; `at_limit` MAYBE leaves open what happens exactly at it."""

    comparison: Comparison
    value: Decimal
    upper: Decimal | None = None
    at_limit_open: bool = False


class BoundCase(NamedTuple):
    """A limit that holds where the tests do."""

    where: tuple[Test, ...]
    bound: Bound


class Otherwise(StrEnum):
    """What it means when a check is not met: the clause fails, or a person must look."""

    FAIL = "fail"
    MANUAL = "manual"


class IfNone(StrEnum):
    """What it means when a population has no records at all."""

    UNKNOWN = "unknown"
    MANUAL = "manual"
    NOT_APPLICABLE = "not_applicable"


class Bounded(NamedTuple):
    """A quantity with a bound; the first of `cases` that holds of `by` goes before it."""

    quantity: "Quantity"
    bound: Bound
    unit: Phrase
    otherwise: Otherwise = Otherwise.FAIL
    by: str = ""  # the population whose record decides between the cases
    cases: tuple[BoundCase, ...] = ()


class EachMust(NamedTuple):
    """Every record of the population meets `must`."""

    population: str
    must: tuple[Test, ...]
    unit: Phrase
    otherwise: Otherwise = Otherwise.FAIL
    if_none: IfNone = IfNone.UNKNOWN
    is_ceiling: bool = False  # whoever keeps it keeps it, whether it is asked of him or not


class Inspection(NamedTuple):
    """A person must look."""

    look_at: Phrase


Check = Bounded | EachMust | Inspection
