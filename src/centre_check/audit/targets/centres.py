"""Centres as rows, from the audits of their workbooks: each centre once."""

from collections.abc import Sequence
from datetime import date

from centre_check.checks.identity import bucket
from centre_check.form.types import Sheet
from centre_check.logic import Interval
from centre_check.logic.spelling import normalise
from centre_check.model.facts import Cell, Choices, Fact, Note, Row, Table, TableState, Trouble
from centre_check.model.progress import CentreResult
from centre_check.words import Words, mark


def table_of(
    results: Sequence[CentreResult], standard: str, sheet: Sheet, words: Words
) -> tuple[Table, tuple[Note, ...]]:
    """The sheet of centres, and notes on what was not counted.

    A second workbook of one centre, or the same workbook again, is a duplicate; audits by another
    standard do not count.
    """
    notes: list[Note] = []
    kept: list[CentreResult] = []
    for one in results:
        if one.standard != standard:
            text = words(
                mark("{path} was audited by {own}, not {standard}, and does not count"),
                path=one.path,
                own=one.standard,
                standard=standard,
            )
            notes.append(Note("other_standard", text))
            continue
        first = next((other for other in kept if _are_one(one, other)), None)
        if first is None:
            kept.append(one)
            continue
        later, earlier = (one, first) if one.as_of > first.as_of else (first, one)
        kept[kept.index(first)] = later
        notes.append(_duplicate(later, earlier, words))
    rows = tuple(_row(one, number, sheet) for number, one in enumerate(kept, 1))
    notes += _together(kept, words)
    headers = {
        field.id: Cell(sheet.title.zh, "", field.header, field.header) for field in sheet.fields
    }
    return Table(sheet.id, sheet.title.zh, TableState.READ, rows, headers, sheet.key), tuple(notes)


def _are_one(one: CentreResult, other: CentreResult) -> bool:
    if one.sha256 == other.sha256:
        return True
    mine, his = bucket(normalise(one.name)), bucket(normalise(other.name))
    towns = {normalise(one.town), normalise(other.town)} - {""}
    return bool(mine) and mine == his and len(towns) < 2 and one.level == other.level


def _duplicate(later: CentreResult, earlier: CentreResult, words: Words) -> Note:
    text = words(
        mark("duplicate: {path} is another workbook of 「{name}」 ({kept}), and is not counted"),
        path=earlier.path,
        name=later.name or earlier.name,
        kept=later.path,
    )
    return Note("duplicate_centre", text)


def _together(kept: Sequence[CentreResult], words: Words) -> list[Note]:
    """Town centres that share a town: the text asks for a number of centres, not of towns."""
    towns: dict[str, list[str]] = {}
    for one in kept:
        if one.level == "town" and one.town:
            towns.setdefault(normalise(one.town), []).append(one.name)
    return [
        Note(
            "shared_town",
            words(
                mark("{n} town centres are in one town: {names}"),
                n=len(names),
                names=words.join(names),
            ),
        )
        for names in towns.values()
        if len(names) > 1
    ]


def _row(one: CentreResult, number: int, sheet: Sheet) -> Row:
    def cell(field: str, text: str) -> Cell:
        header = next(part.header for part in sheet.fields if part.id == field)
        return Cell(one.path, field, header, text or None)

    def chosen(field: str, text: str | None) -> Fact:
        place = cell(field, text or "")
        return Fact(place, Choices(frozenset({text}))) if text else _blank(place)

    built = _built(one.built)
    shown = f"{one.built[0]}" if one.built else ""
    facts = {
        "name": Fact(cell("name", one.name), one.name) if one.name else _blank(cell("name", "")),
        "level": chosen("level", one.level),
        "verdict": chosen("verdict", one.verdict),
        "built_on": Fact(cell("built_on", shown), built) if built else _blank(cell("built_on", "")),
    }
    return Row(sheet.id, number, facts)


def _built(days: tuple[date, date] | None) -> Interval[date] | None:
    return Interval(*days) if days else None


def _blank(cell: Cell) -> Fact:
    return Fact(cell, trouble=Trouble.BLANK)
