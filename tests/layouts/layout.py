"""A layout: a compliant centre with one thing written as offices write it, and what comes of it."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import Workbook

from conftest import CENTRE, Result, Sheets, base_centre, run, write_book
from messiness.books import address, built, put
from messiness.case import base_outcomes

BIG, SMALL = "区级", "镇级"
DAY = "2020-12-31"  # on which the compliant centres are judged


class Layout(NamedTuple):
    """One layout; whatever clause is not named in `clauses` must come out as it does without it.

    `clauses` leads to the outcomes that are right, one or several with blanks between them, with
    the measured interval behind them if it matters: `fail unknown`, `pass 4..4`, `pass 4`.
    `put` writes cells (`03 离岗日期 5`), `edit` changes the sheets, `book` the openpyxl workbook,
    `file` the saved file. `cells` must be named by a clause that changes, or by a note; `says`
    must stand in the output for people; `codes` are notes that must be there. `error` is said on
    stderr with exit code 3.
    """

    title: str
    put: Mapping[str, object] = {}
    clauses: Mapping[str, str] = {}
    edit: Callable[[Sheets], object] | None = None
    book: Callable[[Workbook], object] | None = None
    file: Callable[[Path], object] | None = None
    cells: Sequence[str] = ()
    says: Sequence[str] = ()
    codes: Sequence[str] = ()
    level: str = SMALL
    options: Sequence[object] = ()
    error: str = ""


def each(layouts: Sequence[Layout]) -> pytest.MarkDecorator:
    """A test for each of `layouts`, called by its title."""
    assert len({one.title for one in layouts}) == len(layouts)
    return pytest.mark.parametrize("layout", [pytest.param(one, id=one.title) for one in layouts])


def check(layout: Layout, folder: Path) -> Result:
    """Builds the workbook, audits it through the command line, compares every clause."""
    sheets = sheets_of(layout)
    path = folder / "中心.xlsx"
    if layout.book is None:
        write_book(path, sheets)
    else:
        book = built(sheets)
        layout.book(book)
        book.save(path)
    if layout.file is not None:
        layout.file(path)
    result = run("audit", path, "-f", "json", "--personal", "show", *layout.options)
    if layout.error:
        assert (result.code, layout.error in result.stderr) == (3, True), result.stderr
        return result
    assert result.json is not None, result.stderr
    _compare(layout, result)
    places = {address(sheets, place) for place in layout.cells}
    assert places <= _named(layout, result), sorted(_named(layout, result))
    assert set(layout.codes) <= {note["code"] for note in result.audit["notes"]}
    if layout.says:
        text = run("audit", path, "--personal", "show", *layout.options, COLUMNS="400").stdout
        assert not [words for words in layout.says if words not in text], text
    return result


def sheets_of(layout: Layout) -> Sheets:
    """The compliant centre with the layout's changes."""
    sheets = base_centre(layout.level)
    sheets[CENTRE]["数据截止日期"] = DAY
    if layout.edit is not None:
        layout.edit(sheets)
    for place, value in layout.put.items():
        put(sheets, place, value)
    return sheets


def _compare(layout: Layout, result: Result) -> None:
    wanted = {clause: (outcome,) for clause, outcome in base_outcomes(layout.level).items()}
    wanted |= {clause: tuple(said.split()) for clause, said in layout.clauses.items()}
    wrong = {
        clause: (outcome, wanted[clause], result.finding(clause)["message"])
        for clause, outcome in result.outcomes.items()
        if outcome not in wanted[clause]
    }
    assert not wrong, wrong
    for clause, said in layout.clauses.items():
        low_high = [_ends(word) for word in said.split() if word[:1].isdigit()]
        if low_high:
            measured = result.finding(clause)["measured"]
            found = tuple(end and Decimal(end) for end in (measured["low"], measured["high"]))
            assert found in low_high, measured


def _ends(word: str) -> tuple[Decimal | None, Decimal | None]:
    low, joint, high = word.partition("..")
    return Decimal(low), Decimal(high or low) if high or not joint else None


def _named(layout: Layout, result: Result) -> set[str]:
    """Every cell that a clause of the layout or a note names, as `sheet!A1`."""
    places: list[Any] = [cell for note in result.audit["notes"] for cell in note["cells"]]
    for clause in layout.clauses:
        finding = result.finding(clause)
        places += [*finding["cells"], *finding["counted"], *finding["excluded"]]
        places += [cell for reason in finding["reasons"] for cell in reason["cells"]]
        places += [cell for one in finding.get("remarks", ()) for cell in one["cells"]]
    return {f"{cell['sheet']}!{cell['cell']}" for cell in places}
