"""Calculators as the program uses them; `subsidies.file` is what people write."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from centre_check.checks.grammar import Population
from centre_check.form.types import Form
from centre_check.standard.published import Published
from centre_check.standard.types import Criterion
from centre_check.words import Phrase


class ParameterKind(StrEnum):
    """What a parameter is."""

    MONEY = "money"
    COUNT = "count"
    YES_NO = "yes_no"
    CHOICE = "choice"
    MONTH = "month"


class Parameter(NamedTuple):
    """What the user gives, under any of its names."""

    id: str
    names: tuple[str, ...]
    title: Phrase
    kind: ParameterKind
    unit: str = ""
    choices: tuple[str, ...] = ()
    missing: Phrase | None = None

    @property
    def name(self) -> str:
        """What it is called first."""
        return self.names[0]


class ShareFactor(NamedTuple):
    """A part of what the other factors make."""

    share: Decimal


class UnitRate(NamedTuple):
    """元 for each of what another factor counts."""

    amount: Decimal
    is_implied: bool = False


class Supplied(NamedTuple):
    """A parameter as a factor."""

    parameter: str


Factor = ShareFactor | UnitRate | Supplied


class ProductTerm(NamedTuple):
    """A product of factors."""

    title: Phrase | None
    product: tuple[Factor, ...]


class FixedCap(NamedTuple):
    """A ceiling of so much 元."""

    title: Phrase
    amount: Decimal


class ShareCap(NamedTuple):
    """A ceiling that is a share of a parameter."""

    title: Phrase
    share: Decimal
    parameter: str


class ChoiceCap(NamedTuple):
    """A ceiling for each choice of a parameter."""

    title: Phrase
    parameter: str
    amounts: Mapping[str, Decimal]


Cap = FixedCap | ShareCap | ChoiceCap


class Range(NamedTuple):
    """The limits of an amount that somebody decides."""

    low: Decimal
    high: Decimal
    decided: Phrase


class Condition(NamedTuple):
    """What must hold of a parameter: `during` for a month, else the answer."""

    parameter: str
    answer: str
    during: tuple[date, date] | None
    text: Phrase


class Together(NamedTuple):
    """Rows of a sheet whose amounts are added before a rule asks them, by its fields.

    Those of one `name` and the same `number`, `alike` in further fields, that overlap in time.
    """

    rows: str
    amount: str
    name: str
    number: str
    alike: tuple[str, ...]
    first: str
    last: str


class Calculator(NamedTuple):
    """One subsidy, or one ceiling to be checked over a list."""

    id: str
    clause: str
    quote: str
    title: Phrase
    label: Phrase | None
    parameters: tuple[Parameter, ...]
    conditions: tuple[Condition, ...]
    terms: tuple[ProductTerm, ...]
    caps: tuple[Cap, ...]
    range: Range | None
    rules: tuple[Criterion, ...]
    together: Together | None
    notes: tuple[Phrase, ...]

    def parameter(self, id_: str) -> Parameter:
        """The parameter with this id."""
        return next(one for one in self.parameters if one.id == id_)


class Subsidies(NamedTuple):
    """All calculators of one published document, with the form of their workbook."""

    id: str
    title: Phrase
    document: Published
    edition: str
    sha256: str
    form: Form
    populations: Mapping[str, Population]
    calculators: tuple[Calculator, ...]
