"""The seal of a paper: all that it was made from, as digests, so that it can be made again."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from centre_check.form.types import Form
from centre_check.model.facts import Cell
from centre_check.model.table import Table
from centre_check.model.told import Sha256
from centre_check.results.published import Day, Lang, Tool


class SealedFile(NamedTuple):
    """A file by its name and digest."""

    name: str
    sha256: Sha256


class SealedStandard(NamedTuple):
    """The standard with its form."""

    name: str
    sha256: Sha256
    form_sha256: Sha256


class SealedOptions(NamedTuple):
    """How the paper was asked for; `today` is the day on which it was made."""

    kind: str
    level: str | None
    as_of: Day | None
    today: Day
    lang: Lang
    personal: str
    deadline: str
    open_only: bool
    no_waivers: bool


class Seal(NamedTuple):
    """What `print --seal` writes beside a paper."""

    schema_version: Literal[1]
    tool: Tool
    paper: SealedFile
    workbook: SealedFile
    standard: SealedStandard
    attestations: list[SealedFile]
    waivers: list[SealedFile]
    mapping: SealedFile | None
    options: SealedOptions
    code: str
    """The verification code on the paper."""
    result: Sha256
    """Of the audit's result, whatever folder it was made in."""
    salt: str
    cells: dict[str, str]
    """Salted digests of the cells that the form has a field for, by their addresses."""
    columns: dict[str, str]
    """The same of columns with personal data, each as a whole."""


class SealedCells(NamedTuple):
    """Digests of single cells, and of columns that hold personal data."""

    cells: dict[str, str]
    columns: dict[str, str]


_DIGITS = 20  # hexadecimal, of a salted digest: 80 bits


def sealed_cells(tables: Mapping[str, Table], form: Form, salt: str) -> SealedCells:
    """The digests of every cell that was read, personal columns only as a whole."""
    cells: dict[str, str] = {}
    columns: dict[str, str] = {}
    for id_, table in tables.items():
        fields = form.sheet(id_).by_id()
        for name, column in table.columns.items():
            field = fields.get(name)
            if field is not None and field.personal is not None:
                said = [str(entry.value) for entry in table.entries(name)]
                place = f"{table.title}!{column.letters or name} {column.header}".strip()
                columns[place] = _digest(salt, place, said)
                continue
            for cell in column.cells:
                if isinstance(cell, Cell) and cell.value is not None:
                    cells[cell.address] = _digest(salt, cell.address, [cell.value])
    return SealedCells(cells, columns)


def differing(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """The places that differ, in the order of those that are there now."""
    places = dict.fromkeys((*after, *before))
    return [one for one in places if before.get(one) != after.get(one)]


def result_digest(text: str) -> str:
    """The digest of an audit's JSON, in which its workbook's path counts for nothing."""
    audit = json.loads(text)
    audit["input"] |= {"path": "", "sha256": "", "size": 0}
    said = json.dumps(audit, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def day_said(day: date | None) -> str | None:
    """A day as it is published."""
    return None if day is None else day.isoformat()


def _digest(salt: str, place: str, said: list[str]) -> str:
    text = json.dumps([salt, place, *said], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
