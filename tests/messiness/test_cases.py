"""Every case of the catalogue, through the command line."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from conftest import Result, base_centre, run

from .books import address, built, put
from .case import ANY, Case, Outcome, base_outcomes
from .cases import CASES
from .catalogue import CATALOGUE, LATER


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in CASES])
def test_case(case: Case, tmp_path: Path) -> None:
    sheets = base_centre(case.level)
    if case.edit is not None:
        case.edit(sheets)
    for place, value in case.put.items():
        put(sheets, place, value)
    book = built(sheets)
    if case.book is not None:
        case.book(book)
    path = tmp_path / "中心.xlsx"
    book.save(path)
    arguments = case.file(path) if case.file is not None else [path]
    result = run("audit", *arguments, "-f", "json", "--personal", "show", *case.options)
    if case.error:
        assert (result.code, case.error in result.stderr) == (3, True), result.stderr
        return
    assert result.json is not None, result.stderr
    _check_clauses(case, result)
    for code, *places in case.notes:
        cells = {f"{cell['sheet']}!{cell['cell']}" for cell in _noted(result, code)}
        assert {address(sheets, place) for place in places} <= cells
    for criterion, wanted in case.clauses.items():
        places = {address(sheets, place) for place in wanted.cells}
        assert places <= _named(result.finding(criterion)), criterion


def _check_clauses(case: Case, result: Result) -> None:
    wanted = base_outcomes(case.level) | {
        criterion: clause.outcome for criterion, clause in case.clauses.items()
    }
    assert result.outcomes == wanted
    for criterion, clause in case.clauses.items():
        _check_measured(clause, result.finding(criterion)["measured"])


def _check_measured(clause: Outcome, measured: Any) -> None:
    for end, wanted in (("low", clause.low), ("high", clause.high)):
        if wanted != ANY:
            found = measured[end]
            exact = None if found is None else Decimal(found)
            assert exact == (None if wanted is None else Decimal(wanted)), measured


def _noted(result: Result, code: str) -> list[Any]:
    """The cells of all notes with this code."""
    notes = [note for note in result.audit["notes"] if note["code"] == code]
    assert notes, [note["code"] for note in result.audit["notes"]]
    return [cell for note in notes for cell in note["cells"]]


def _named(finding: Any) -> set[str]:
    """Every cell that a finding names."""
    cells = [*finding["cells"], *finding["counted"], *finding["excluded"]]
    cells += [cell for reason in finding["reasons"] for cell in reason["cells"]]
    return {f"{cell['sheet']}!{cell['cell']}" for cell in cells}


def test_the_catalogue_is_whole() -> None:
    assert sorted(CATALOGUE) == list(range(1, 97))
    tested = {case.number for case in CASES}
    assert tested | set(LATER) == set(CATALOGUE)
    assert len({case.title for case in CASES}) == len(CASES)
