"""Beside: what a row's own name, remark, unread columns, comments and look say of it."""

import re
from datetime import date

from centre_check.form.types import Denial, Kind, Named
from centre_check.logic.spelling import normalise
from centre_check.model.entry import Entry
from centre_check.model.table import Column, Doubt
from centre_check.workbook.blocks import Block
from centre_check.workbook.cells import as_text
from centre_check.workbook.columns import top
from centre_check.workbook.grid import Appearance, Grid
from centre_check.workbook.nearby import (
    Speaks,
    is_example,
    is_of_examples,
    speaks_in_column,
    speaks_in_remark,
)
from centre_check.workbook.negation import denies
from centre_check.workbook.standing import Called, Company, called, standing
from centre_check.workbook.weighed import Weighed, cell_at

_REMARKS = "remarks"  # the field whose entries only speak beside the record
_SERIAL = "no"
_BRACKETED = re.compile(r"\(([^()]*)\)")
_NUMBER = re.compile(r"[0-9]{17}[0-9X]|1[3-9][0-9]{9}|[0-9A-Z]{18}")
_OURS = re.compile(r"[A-Z]{2}-[A-Z]{2}-[0-9]")  # a clause: the comment is one of our own


def weigh_names(rows: Weighed, grid: Grid, block: Block) -> None:
    """Whether each name can be one, goes with something, and does not take itself back."""
    sheet, proof = rows.sheet, rows.form.proof
    names = rows.read.columns.get(sheet.key)
    if names is None or sheet.key == "date":
        return
    denial = sheet.by_id()[sheet.key].denial
    texts = [_text(names.entry(at)) for at in rows.all]
    beside = [
        column.at
        for name, column in block.header.fields.items()
        if name not in (_SERIAL, sheet.key)
    ]
    has_examples = sheet.named is Named.PERSON and is_of_examples(texts)
    for at, text in enumerate(texts):
        if not text:
            continue
        row = rows.read.numbers[at] - 1
        is_alone = sheet.named is not Named.THING and not any(
            _is_filled(grid, row, place) for place in beside
        )
        company = Company.NOTHING if is_alone else _company(rows, at, text)
        stands = standing(text, company, sheet.named, proof)
        if stands.code:
            rows.doubt([at], Doubt(stands.code, sheet.key))
        elif has_examples and is_example(text):
            rows.doubt([at], Doubt("placeholder", sheet.key))
        if denial is not None and denies(text, denial, proof):
            rows.doubt([at], Doubt("denied", sheet.key))
        elif sheet.named is Named.PERSON and "(" in normalise(text):
            _tell_brackets(rows, at, text, names)


def _company(rows: Weighed, at: int, text: str) -> Company:
    """How much goes with a name in its row; of one that is a name only that something does."""
    sheet, columns = rows.sheet, rows.read.columns
    what = called(text, sheet.named, rows.form.proof)
    if sheet.identity is None or what is Called.NAME:
        return Company.WEAK
    if what is Called.MASKED and _dates(rows, at) > 1:
        return Company.STRONG
    strong = [sheet.identity.number, *sheet.identity.apart]
    numbers = (columns[name].entry(at).value for name in strong if name in columns)
    is_strong = any(isinstance(one, str) and _NUMBER.fullmatch(one) for one in numbers)
    return Company.STRONG if is_strong else Company.WEAK


def _dates(rows: Weighed, at: int) -> int:
    """How many days a row states."""
    dates = [one.id for one in rows.sheet.fields if one.kind is Kind.DATE]
    entries = (rows.read.columns[name].entry(at) for name in dates if name in rows.read.columns)
    return sum(entry.value is not None for entry in entries)


def _is_filled(grid: Grid, row: int, column: int) -> bool:
    """Whether there is an entry, at the top of a merge perhaps; a nought is none."""
    spot = top(grid, row, column)
    return not grid.is_blank(*spot) and as_text(grid.raw(*spot)).strip() != "0"


def _tell_brackets(rows: Weighed, at: int, text: str, names: Column) -> None:
    """What stands in brackets behind a name and is neither harmless nor understood."""
    proof, named = rows.form.proof, rows.sheet.named
    for inner in filter(None, _BRACKETED.findall(normalise(text))):
        is_plain = inner in proof.harmless_brackets or called(inner, named, proof) is Called.NAME
        if not is_plain and (cell := names.cells[at]) is not None:
            rows.tell([at], "bracket", cell)


def weigh_remarks(rows: Weighed, day: date | None) -> None:
    """Remarks that are not understood; one that denies its row has no value and is asked for."""
    for name in rows.sheet.headed.said_in:
        if (said := rows.read.columns.get(name)) is None:
            continue
        for at in rows.all:
            if (text := _text(said.entry(at))) and (cell := said.cells[at]) is not None:
                rows.contradicts([at], text, cell)
    column, denial = rows.read.columns.get(_REMARKS), _denial(rows)
    if column is None:
        return
    texts = [_text(entry) for entry in column.entries]
    proof = rows.form.proof
    speaks = [speaks_in_remark(one, denial, proof, day) if one else Speaks.NOTHING for one in texts]
    for at, code in enumerate(column.codes):
        cell = column.cells[at] if texts[code] else None
        if cell is None or rows.contradicts([at], texts[code], cell):
            continue
        if speaks[code] is Speaks.UNCLEAR:
            rows.tell([at], "remark", cell)
        elif speaks[code] is Speaks.AGAINST:
            rows.deny(_REMARKS, at, cell)


def weigh_columns(rows: Weighed, grid: Grid, block: Block, day: date | None) -> None:
    """What columns that no field knows say of the rows."""
    denial = _denial(rows)
    for head in block.header.columns:
        if head.field is not None or head.at in rows.read.embedded_at:
            continue
        spots = [top(grid, number - 1, head.at) for number in rows.read.numbers]
        entries = [as_text(grid.raw(*spot)).strip() for spot in spots]
        if not any(entries):
            continue
        found = speaks_in_column(head.header, entries, denial, rows.form.proof, day)
        for at, speaks in found.items():
            shown = rows.masking.text(entries[at])
            cell = cell_at(grid, *spots[at], head.header, shown)
            if speaks is Speaks.AGAINST:
                rows.doubt([at], Doubt("column_against", "", cell=cell))
            else:
                rows.tell([at], "column", cell)


def weigh_looks(rows: Weighed, grid: Grid, block: Block, day: date | None) -> None:
    """What strike-through and comments say of the rows."""
    if not grid.looks and not grid.comments:
        return
    at_row = {number - 1: at for at, number in enumerate(rows.read.numbers)}
    heads = {head.at: head.header for head in block.header.columns}
    for (row, column), seen in grid.looks.items():
        is_told = Appearance.STRUCK in seen and not grid.is_blank(row, column)
        if is_told and row in at_row and column in heads:
            cell = cell_at(grid, row, column, heads[column], None)
            rows.doubt([at_row[row]], Doubt("struck", "", cell=cell))
    for (row, column), text in grid.comments.items():
        if row in at_row and column in heads and not _OURS.search(text):
            shown = rows.masking.text(text)
            cell = cell_at(grid, row, column, heads[column], shown)
            if rows.contradicts([at_row[row]], text, cell):
                continue
            speaks = speaks_in_remark(text, _denial(rows), rows.form.proof, day)
            if speaks is Speaks.AGAINST:
                rows.doubt([at_row[row]], Doubt("comment_against", "", cell=cell))
            elif speaks is Speaks.UNCLEAR:
                rows.tell([at_row[row]], "comment", cell)


def _denial(rows: Weighed) -> Denial | None:
    """How a remark of this sheet denies its row."""
    return next((one.denial for one in rows.sheet.fields if one.id == _REMARKS), None)


def _text(entry: Entry) -> str:
    return entry.value if isinstance(entry.value, str) else ""
