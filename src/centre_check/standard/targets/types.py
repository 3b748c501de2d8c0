"""A target standard resolved: every option chosen, every indicator a population."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from centre_check.checks.grammar import Bound, Population
from centre_check.checks.quantity import Quantity
from centre_check.form.types import Form
from centre_check.logic import Interval
from centre_check.standard.published import Published
from centre_check.standard.types import Report
from centre_check.words import Phrase

ACHIEVED, PLANNED = "achievements", "targets"  # sheets of the form that report indicators


class Period(NamedTuple):
    """From a first to a last day, both included."""

    first: date
    last: date


class Indicator(NamedTuple):
    """What the workbook reports under one of these names, in this unit."""

    id: str
    title: Phrase
    names: tuple[str, ...]
    unit: str
    also: tuple[str, ...] = ()
    """Other units that mean the same here: 名 of 名额."""
    is_signed: bool = False
    """A rise, which is below zero where it is a fall."""
    like: str = ""
    """The indicator whose rows say this one too: of places alone, or of the year before."""
    is_placed: bool = False
    is_year_before: bool = False
    is_by_item: bool = False
    """One record for each name: rows of one name are added."""


class Beside(NamedTuple):
    """A quantity shown beside a measure."""

    title: Phrase
    quantity: Quantity


class Measure(NamedTuple):
    """One number of a clause; the quantity is already within its period."""

    title: Phrase | None
    quantity: Quantity
    floor: Bound | None
    stretch: Bound | None
    is_about: bool
    unit: Phrase
    period: Period | None
    decides: bool
    beside: tuple[Beside, ...]

    @property
    def bound(self) -> Bound:
        """What its status is judged by: the floor, or the stretch where there is only that."""
        bound = self.floor or self.stretch
        assert bound is not None
        return bound


class Target(NamedTuple):
    """One clause with its numbers."""

    id: str
    clause: str
    quote: str
    title: Phrase
    level: Phrase
    responsible: str
    supporting: str
    interpretation: Phrase
    measures: tuple[Measure, ...]


class Duty(NamedTuple):
    """A clause without a number."""

    id: str
    clause: str
    quote: str
    title: Phrase
    responsible: str
    supporting: str
    why: Phrase | None


class Recomputed(NamedTuple):
    """A figure that the document derives from others of its own, or that follows from them."""

    id: str
    clause: str
    quote: str
    title: Phrase
    value: Interval[Decimal]
    unit: str
    stated: Interval[Decimal] | None
    """What the document itself says; None where it leaves the sum to its reader."""
    note: Phrase | None


class Unchecked(NamedTuple):
    """What the document says in numbers, or as a must, that nothing can be held against."""

    clause: str
    quote: str
    why: Phrase


class OpenOption(NamedTuple):
    """What the text leaves open, with every way to read it by its id."""

    id: str
    title: Phrase
    choices: Mapping[str, Phrase]
    default: str
    chosen: str


class Targets(NamedTuple):
    """A published programme, ready to hold a workbook against."""

    id: str
    title: Phrase
    document: Published
    edition: str
    sha256: str
    form: Form
    audits: str
    options: tuple[OpenOption, ...]
    indicators: tuple[Indicator, ...]
    populations: Mapping[str, Population]
    targets: tuple[Target, ...]
    duties: tuple[Duty, ...]
    reports: tuple[Report, ...]
    recomputed: tuple[Recomputed, ...]
    unchecked: tuple[Unchecked, ...]
