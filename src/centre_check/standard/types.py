"""A standard resolved for one level: every option chosen, every number settled.

`standard.file` is what people write.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from centre_check.checks.grammar import Check, Population, Test
from centre_check.checks.quantity import Quantity
from centre_check.form.types import Form
from centre_check.words import Phrase


class Says(NamedTuple):
    """The words in which a clause tells what there is; None: those of its kind.

    `{found}` `{total}` `{bad}` `{gap}` are amounts; a sheet's id in braces is its name in the
    workbook. `fill` is what to supply where what is given cannot decide, `proof` the document
    after which an entry is corrected, `record` what an inspector fills in on paper.
    """

    now: Phrase | None = None
    wanted: Phrase | None = None
    gap: Phrase | None = None
    fill: Phrase | None = None
    proof: Phrase | None = None
    record: Phrase | None = None


class Criterion(NamedTuple):
    """One clause as it is judged; `sentence` is the one that the quote comes from."""

    id: str
    clause: str
    quote: str
    title: Phrase
    check: Check
    interpretation: Phrase
    remedy: Phrase
    mandatory: bool
    by_level: bool  # whether it asks different things of different levels
    options: tuple[str, ...]  # those of the standard that it depends on
    sentence: str = ""
    says: Says = Says()
    waivable: bool = True


class Report(NamedTuple):
    """Something shown beside the verdict, never part of it."""

    id: str
    clause: str
    quote: str
    title: Phrase
    quantity: Quantity | None
    unit: Phrase | None
    show: tuple[str, str] | None  # population, field


class Hint(NamedTuple):
    """A remark on every record of a population that proves its tests; never part of a verdict."""

    id: str
    population: str
    where: tuple[Test, ...]
    text: Phrase


class Option(NamedTuple):
    """A choice that the text leaves open, and the one taken."""

    id: str
    title: Phrase
    chosen: str
    text: Phrase


class Level(NamedTuple):
    """A level of centres."""

    id: str
    title: Phrase


class Chapter(NamedTuple):
    """A chapter of the standard: the criteria whose ids begin with `prefix`; `text` is verbatim."""

    prefix: str
    title: Phrase
    text: str = ""


class Standard(NamedTuple):
    """A published document, ready to judge one level by."""

    id: str
    title: Phrase
    document: str
    section: str
    issuer: str
    issued: date
    edition: str
    sha256: str
    form: str
    level: Level
    options: tuple[Option, ...]
    groups: tuple[Chapter, ...]
    populations: Mapping[str, Population]
    criteria: tuple[Criterion, ...]
    reports: tuple[Report, ...]
    hints: tuple[Hint, ...]


class Edition(NamedTuple):
    """One standard with its form, to be resolved for any of its levels."""

    path: Path
    sha256: str
    form: Form
    form_path: Path
    levels: tuple[Level, ...]
    resolve: Callable[[str], Standard]
