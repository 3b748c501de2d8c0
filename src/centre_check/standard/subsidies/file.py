"""What a file of calculators may hold: parameters, factors, ceilings, ranges; checks of a list."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, Tag, model_validator

from centre_check.form.file import FileModel, Id, PhraseFile, Text
from centre_check.standard.file import EachFile, PopulationFile, form_of
from centre_check.standard.published import PublishedFile
from centre_check.standard.subsidies.types import ParameterKind
from centre_check.words import mark

ClauseId = Annotated[str, StringConstraints(pattern=r"^[A-Z]+(-[A-Z0-9]+)*-[0-9]+(\.[0-9]+)?$")]
CalculatorId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Money = Annotated[Decimal, Field(ge=0)]
"""In 元."""


class ParameterFile(FileModel):
    """A figure or an answer that the text does not give and the user must."""

    name: Text
    """What `--set` and the sheet 测算参数 call it."""
    synonyms: tuple[Text, ...] = ()
    title: PhraseFile
    kind: ParameterKind
    unit: str = ""
    """For count: what is counted."""
    choices: dict[Text, PhraseFile] | None = None
    """For choice: the words that may be given."""
    missing: PhraseFile | None = None
    """Why the program does not know it, said where it is not given."""


class ShareFactorFile(FileModel):
    """A share of what the other factors make: 0.5."""

    share: Annotated[Decimal, Field(gt=0, le=1)]


class RateFactorFile(FileModel):
    """An amount of 元 for each of what another factor counts."""

    rate: Money
    is_implied: bool = False
    """The text does not state it; it follows from its figures."""


class ParameterFactorFile(FileModel):
    """What the user gives."""

    parameter: Id


FactorFile = Annotated[
    Annotated[ShareFactorFile, Tag("share")]
    | Annotated[RateFactorFile, Tag("rate")]
    | Annotated[ParameterFactorFile, Tag("parameter")],
    form_of({key: key for key in ("share", "rate", "parameter")}),
]


class TermFile(FileModel):
    """A product; a calculator adds its terms."""

    title: PhraseFile | None = None
    product: Annotated[tuple[FactorFile, ...], Field(min_length=1)]


class CapFile(FileModel):
    """A ceiling: an amount, a share of a parameter, or an amount for each choice of one."""

    title: PhraseFile
    amount: Money | None = None
    share: Annotated[Decimal, Field(gt=0, le=1)] | None = None
    of: Id | None = None
    by: Id | None = None
    amounts: dict[Text, Money] | None = None

    @model_validator(mode="after")
    def _is_one_of_three(self) -> "CapFile":
        forms = ((self.amount,), (self.share, self.of), (self.by, self.amounts))
        given = [form for form in forms if any(part is not None for part in form)]
        if len(given) != 1 or None in given[0]:
            message = mark("a ceiling is an amount, a share of a parameter, or amounts by a choice")
            raise ValueError(message)
        return self


class RangeFile(FileModel):
    """The text leaves the amount to a decision within these limits: no single figure."""

    low: Money
    high: Money
    decided: PhraseFile
    """By whom and by what."""


class ConditionFile(FileModel):
    """What must hold before anything is computed."""

    parameter: Id
    during: tuple[date, date] | None = None
    """For month: between these days. A yes_no parameter must be yes."""
    is_: Literal["yes", "no"] = Field("yes", alias="is")
    text: PhraseFile
    """What it means that it does not hold."""


class RuleFile(FileModel):
    """A check of every record of a list."""

    id: ClauseId
    clause: Text
    quote: Text
    title: PhraseFile
    check: EachFile
    interpretation: PhraseFile
    remedy: PhraseFile


class TogetherFile(FileModel):
    """Amounts of one person at one time that are added before the rules ask them."""

    rows: Id
    """The sheet."""
    amount: Id
    name: Id
    number: Id
    """The field that tells namesakes apart."""
    alike: tuple[Id, ...] = ()
    """Only rows that say the same here."""
    first: Id
    last: Id


class CalculatorFile(FileModel):
    """One subsidy, or one ceiling to be checked over a list."""

    id: CalculatorId
    clause: Text
    quote: Text
    title: PhraseFile
    label: PhraseFile | None = None
    """What the result must always be called: 上限测算."""
    parameters: dict[Id, ParameterFile] = Field(default_factory=dict)
    conditions: tuple[ConditionFile, ...] = ()
    terms: tuple[TermFile, ...] = ()
    caps: tuple[CapFile, ...] = ()
    range: RangeFile | None = None
    rules: tuple[RuleFile, ...] = ()
    together: TogetherFile | None = None
    notes: tuple[PhraseFile, ...] = ()


class SubsidiesFile(FileModel):
    """The calculators of one published document."""

    kind: Literal["subsidies"]
    id: CalculatorId
    title: PhraseFile
    document: PublishedFile
    edition: Text
    form: Text = "subsidy"
    populations: dict[Id, PopulationFile] = Field(default_factory=dict)
    calculators: Annotated[tuple[CalculatorFile, ...], Field(min_length=1)]
