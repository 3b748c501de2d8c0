"""A row of the table of cases: what is changed of a compliant centre, what must come of it."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook

from conftest import Sheets

ANY = "*"
BIG, SMALL = "区级", "镇级"


class Outcome(NamedTuple):
    """What a clause must say; `cells` must be among those that it names."""

    outcome: str
    low: str | None = ANY
    high: str | None = ANY
    cells: tuple[str, ...] = ()


def passes(low: str | None = ANY, high: str | None = ANY, *cells: str) -> Outcome:
    return Outcome("pass", low, high, cells)


def fails(low: str | None = ANY, high: str | None = ANY, *cells: str) -> Outcome:
    return Outcome("fail", low, high, cells)


def unknown(low: str | None = ANY, high: str | None = ANY, *cells: str) -> Outcome:
    return Outcome("unknown", low, high, cells)


NOT_APPLICABLE, MANUAL = Outcome("not_applicable"), Outcome("manual")


class Case(NamedTuple):
    """One part of a case of the catalogue.

    Clauses that are not named in `clauses` must stay as they are in the compliant centre. `put`
    writes cells, `edit` changes the sheets, `book` the workbook, `file` gives the arguments of the
    command line. `error` is said on stderr, with exit code 3.
    """

    number: int
    part: str
    put: Mapping[str, object] = {}
    clauses: Mapping[str, Outcome] = {}
    notes: Sequence[tuple[str, ...]] = ()
    level: str = BIG
    edit: Callable[[Sheets], object] | None = None
    book: Callable[[Workbook], object] | None = None
    file: Callable[[Path], Sequence[object]] | None = None
    options: tuple[str, ...] = ()
    error: str = ""
    argued: str = ""

    @property
    def title(self) -> str:
        return f"{self.number} {self.part}"


@cache
def base_outcomes(level: str) -> dict[str, str]:
    """The outcomes of the compliant centre: two clauses are for an inspector, the rest pass."""
    manual = {"HY-YJ-02", "HY-YJ-03"}
    return {c: "manual" if c in manual else "pass" for c in _criteria()}


@cache
def _criteria() -> tuple[str, ...]:
    from centre_check.standard import shelf

    edition = shelf.take("huyi-2019-centre")
    return tuple(one.id for one in edition.resolve("district").criteria)
