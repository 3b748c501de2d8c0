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
    results: Sequence[CentreResult], standard: str, sheet: Sheet, as_of: date, words: Words
) -> tuple[Table, tuple[Note, ...]]:
    """The sheet of centres, and notes on what was not counted.

    A second workbook of one centre, or the same workbook again, is a duplicate; audits by another
    standard do not count, nor do centres that were completed after the day.
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
    kept = [one for one in kept if one.built is None or one.built[0] <= as_of]
    rows = tuple(_row(one, number, sheet) for number, one in enumerate(kept, 1))
    notes += _together(kept, words)
    return Table(sheet.id, sheet.title.zh, TableState.READ, rows, key=sheet.key), tuple(notes)


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
    """The row of a centre; its name stands in its workbook, not in a cell of this one."""
    header = next(field.header for field in sheet.fields if field.id == sheet.key)
    name = Cell(one.path, "", header, one.name or one.path)
    facts = {
        sheet.key: Fact(name, one.name or one.path),
        "level": _chosen(one.level),
        "verdict": _chosen(one.verdict),
        "built_on": Fact(None, Interval(*one.built)) if one.built else _BLANK,
    }
    return Row(sheet.id, number, facts)


_BLANK = Fact(None, trouble=Trouble.BLANK)


def _chosen(choice: str | None) -> Fact:
    return Fact(None, Choices(frozenset({choice}))) if choice else _BLANK
