"""The published shape of `subsidy -f json`: pydantic models, for its JSON Schema."""

from __future__ import annotations

from typing import Literal

from centre_check.results.shape import Day, Number, Outcome, Part, Sha256, Tool


class Run(Part):
    """The run that wrote it."""

    as_of: Day
    lang: Literal["zh", "en"]
    mode: Literal["subsidy"]


class Calculators(Part):
    """The file of calculators."""

    id: str
    edition: str
    sha256: Sha256


class Given(Part):
    """A parameter as it was given; no cells where it came from the command line."""

    name: str
    text: str
    cells: list[str]


class Term(Part):
    """One product, in 元."""

    text: str
    amount: Number


class Finding(Part):
    """A clause checked over a list."""

    criterion: str
    quote: str
    outcome: Outcome
    message: str
    cells: list[str]


class Estimate(Part):
    """One calculator's result; amounts are 元."""

    calculator: str
    title: str
    label: str
    """What the result must always be called: 上限测算; else empty."""
    clause: str
    quote: str
    standard: Calculators
    standing: Literal[
        "uncapped", "below_cap", "at_cap", "over_cap", "discretion", "ineligible", "checked"
    ]
    """Which term binds, or why there is no amount."""
    message: str
    given: list[Given]
    parts: list[Term]
    basis: Number | None
    cap: Number | None
    range: tuple[Number, Number] | None
    amount: Number | None
    """Null where the text leaves the amount to a decision, or none is due."""
    findings: list[Finding]
    notes: list[str]


class Note(Part):
    """What the reader should know of the workbook."""

    code: str
    message: str
    cells: list[str]


class SubsidyReport(Part):
    """The output of `centre-check subsidy -f json`."""

    schema_version: Literal[1]
    tool: Tool
    run: Run
    estimates: list[Estimate]
    notes: list[Note]
