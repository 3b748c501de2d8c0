"""Draw estimates of subsidies as JSON: amounts are exact decimals of 元, as strings."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from centre_check.model.facts import Cell, Note
from centre_check.model.findings import Finding
from centre_check.model.outcomes import Outcome
from centre_check.model.subsidies import Estimate, Standing, TermAmount
from centre_check.model.told import Sha256
from centre_check.results.published import Lang, Tool, plain
from centre_check.standard.subsidies.types import Subsidies


class SubsidyRun(NamedTuple):
    """The run that wrote it."""

    as_of: date
    lang: Lang
    mode: Literal["subsidy"] = "subsidy"


class Calculators(NamedTuple):
    """The file of calculators."""

    id: str
    edition: str
    sha256: Sha256


class GivenAt(NamedTuple):
    """A parameter as it was given; no cells where it came from the command line."""

    name: str
    text: str
    cells: list[str]


class CheckedClause(NamedTuple):
    """A clause checked over a list."""

    criterion: str
    quote: str
    outcome: Outcome
    message: str
    cells: list[str]


class PublishedEstimate(NamedTuple):
    """One calculator's result; amounts are 元."""

    calculator: str
    title: str
    label: str
    """What the result must always be called: 上限测算; else empty."""
    clause: str
    quote: str
    standard: Calculators
    standing: Standing
    """Which term binds, or why there is no amount."""
    message: str
    given: list[GivenAt]
    parts: tuple[TermAmount, ...]
    basis: Decimal | None
    cap: Decimal | None
    range: tuple[Decimal, Decimal] | None
    amount: Decimal | None
    """Null where the text leaves the amount to a decision, or none is due."""
    findings: list[CheckedClause]
    notes: tuple[str, ...]


class NoteAt(NamedTuple):
    """What the reader should know of the workbook."""

    code: str
    message: str
    cells: list[str]


class SubsidyReport(NamedTuple):
    """The output of `centre-check subsidy -f json`."""

    schema_version: Literal[1]
    tool: Tool
    run: SubsidyRun
    estimates: list[PublishedEstimate]
    notes: list[NoteAt]


def render(
    estimates: Sequence[tuple[Subsidies, Estimate]],
    notes: Sequence[Note],
    day: date,
    lang: str,
) -> bytes:
    """All estimates of one run as one JSON text; `notes` are of the reading of their workbook."""
    report = SubsidyReport(
        schema_version=1,
        tool=Tool(),
        run=SubsidyRun(day, lang),
        estimates=[_estimate(subsidies, one) for subsidies, one in estimates],
        notes=[NoteAt(one.code, one.message, _addresses(one.cells)) for one in notes],
    )
    text = json.dumps(plain(report), ensure_ascii=False, indent=1)
    return text.replace('{\n "schema_version"', '{"schema_version"', 1).encode() + b"\n"


def _estimate(subsidies: Subsidies, one: Estimate) -> PublishedEstimate:
    own = one._asdict() | {
        "standard": Calculators(subsidies.id, subsidies.edition, subsidies.sha256),
        "given": [GivenAt(part.name, part.text, _addresses(part.cells)) for part in one.given],
        "findings": [_finding(found) for found in one.findings],
    }
    return PublishedEstimate(**own)


def _finding(one: Finding) -> CheckedClause:
    return CheckedClause(one.criterion, one.quote, one.outcome, one.message, _addresses(one.cells))


def _addresses(cells: Iterable[Cell]) -> list[str]:
    return [cell.address for cell in cells]
