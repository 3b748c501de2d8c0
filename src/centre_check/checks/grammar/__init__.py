"""The grammar of a check, resolved for one level: what standards are made of.

Each type is one form that a standard's YAML may use; how it is answered stands in the module of
its group: `tests` and `operators`, `terms`, `bounds`. Quantities have a module a kind.
"""

from centre_check.checks.grammar.checks import (
    Bound,
    BoundCase,
    Bounded,
    Check,
    EachMust,
    IfNone,
    Inspection,
    Otherwise,
)
from centre_check.checks.grammar.tests import (
    Agree,
    AllOf,
    AnyOf,
    FieldTest,
    HasRelated,
    Operator,
    Population,
    Test,
    TotalTerm,
)
from centre_check.model.findings import Comparison

__all__ = [
    "Agree",
    "AllOf",
    "AnyOf",
    "Bound",
    "BoundCase",
    "Bounded",
    "Check",
    "Comparison",
    "EachMust",
    "FieldTest",
    "HasRelated",
    "IfNone",
    "Inspection",
    "Operator",
    "Otherwise",
    "Population",
    "Test",
    "TotalTerm",
]
