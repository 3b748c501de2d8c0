"""What was computed of a subsidy: its basis, its ceiling, the term that binds."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from centre_check.model.facts import Cell
from centre_check.model.findings import Finding


class Standing(StrEnum):
    """Which term decides the amount, or why there is none."""

    UNCAPPED = "uncapped"
    BELOW_CAP = "below_cap"
    AT_CAP = "at_cap"
    OVER_CAP = "over_cap"
    DISCRETION = "discretion"  # the text leaves the amount to a decision
    INELIGIBLE = "ineligible"
    CHECKED = "checked"  # a list was checked, nothing computed


class Given(NamedTuple):
    """A parameter as it was given."""

    name: str
    text: str
    cells: tuple[Cell, ...] = ()


class TermAmount(NamedTuple):
    """One term with its product, in 元."""

    text: str
    amount: Decimal


class Estimate(NamedTuple):
    """One calculator's result. Amounts are 元; `amount` is None where no single figure is due."""

    calculator: str
    title: str
    label: str
    clause: str
    quote: str
    standing: Standing
    message: str
    given: tuple[Given, ...] = ()
    parts: tuple[TermAmount, ...] = ()
    basis: Decimal | None = None
    cap: Decimal | None = None
    range: tuple[Decimal, Decimal] | None = None
    amount: Decimal | None = None
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
