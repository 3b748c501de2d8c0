"""Centres as rows, from the audits of their workbooks: each centre once."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from centre_check.form.types import Sheet
from centre_check.logic import Interval, Truth
from centre_check.logic.spelling import normalise
from centre_check.model.entry import BLANK, Entry
from centre_check.model.facts import Choices, Note, TableState
from centre_check.model.table import Column, Position, Said, Table
from centre_check.results.identity import centres
from centre_check.results.types import CentreResult
from centre_check.words import Words, mark


def table_of(
    results: Sequence[CentreResult], standard: str, sheet: Sheet, as_of: date, words: Words
) -> tuple[Table, tuple[Note, ...]]:
    """The sheet of centres, and notes on what was not counted.

    Of several workbooks of one centre the latest counts, the others are duplicates; audits by
    another standard do not count, nor do centres that were completed after the day.
    """
    notes = [_other(one, standard, words) for one in results if one.standard.id != standard]
    kept: list[CentreResult] = []
    for centre in centres(one for one in results if one.standard.id == standard):
        *earlier, latest = centre.results
        kept.append(latest)
        notes += [_duplicate(latest, one, words) for one in earlier]
    notes += _together(kept, words)
    listed = [
        (number, one, built)
        for number, one in enumerate(kept, 1)
        if (built := days_of(one.built_on)) is None
        or built.at_least(as_of + timedelta(days=1)) is not Truth.YES
    ]
    numbers = [number for number, _, _ in listed]
    said = [_row(one, sheet, built) for _, one, built in listed]
    columns = {
        name: Column.absent(numbers).rewritten({at: row[name] for at, row in enumerate(said)})
        for name in (sheet.key, "level", "verdict", "built_on")
    }
    title = sheet.title.zh
    return Table(sheet.id, title, TableState.READ, numbers, columns, key=sheet.key), tuple(notes)


def days_of(text: str) -> Interval[date] | None:
    """The days that a day, a month or a year may mean; None for an empty text."""
    parts = [int(part) for part in text.split("-") if part]
    match parts:
        case (year,):
            return Interval(date(year, 1, 1), date(year, 12, 31))
        case (year, month):
            last = monthrange(year, month)[1]
            return Interval(date(year, month, 1), date(year, month, last))
        case (year, month, day):
            return Interval.exactly(date(year, month, day))
        case _:
            return None


def _other(one: CentreResult, standard: str, words: Words) -> Note:
    text = words(
        mark("{path} was audited by {own}, not {standard}, and does not count"),
        path=one.workbook,
        own=one.standard.id,
        standard=standard,
    )
    return Note("other_standard", text)


def _duplicate(latest: CentreResult, other: CentreResult, words: Words) -> Note:
    text = words(
        mark("duplicate: {path} is another workbook of 「{name}」 ({kept}), and is not counted"),
        path=other.workbook,
        name=latest.name or other.name,
        kept=latest.workbook,
    )
    return Note("duplicate_centre", text)


def _together(kept: Sequence[CentreResult], words: Words) -> list[Note]:
    """Town centres that share a town: the text asks for a number of centres, not of towns."""
    towns: dict[str, list[str]] = {}
    for one in kept:
        if one.level == "town" and one.town:
            towns.setdefault(normalise(one.town), []).append(one.name)
    text = mark("{n} town centres are in one town: {names}")
    return [
        Note("shared_town", words(text, n=len(names), names=words.join(names)))
        for names in towns.values()
        if len(names) > 1
    ]


def _row(one: CentreResult, sheet: Sheet, built: Interval[date] | None) -> dict[str, Said]:
    """The row of a centre; its name stands in its workbook, not in a cell of this one."""
    header = next(field.header for field in sheet.fields if field.id == sheet.key)
    name = one.name or one.workbook
    return {
        sheet.key: (Entry(name, name), Position(one.workbook, "", header)),
        "level": (_chosen(one.level), None),
        "verdict": (_chosen(one.verdict), None),
        "built_on": (Entry(one.built_on, built) if built else BLANK, None),
    }


def _chosen(choice: str | None) -> Entry:
    return Entry(choice, Choices(frozenset({choice}))) if choice else BLANK
