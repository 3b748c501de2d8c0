"""The on-site form: printed for one centre, filled in, given back; what is off is told at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import load_workbook

from conftest import ATTESTATIONS, CENTRE, Row, attested, base_centre, run, write_book

DAY = "2020-06-30"


class Given(NamedTuple):
    """A centre's workbook and the form that was printed for it."""

    centre: Path
    form: Path


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Given:
    """A centre that says nothing of its area: two clauses wait for an inspector, one is open."""
    folder = tmp_path_factory.mktemp("form")
    sheets = base_centre("镇级")
    del sheets[ATTESTATIONS], sheets[CENTRE]["总面积(㎡)"]
    centre, form = folder / "某中心.xlsx", folder / "现场核定.xlsx"
    write_book(centre, sheets)
    assert run("print", "on-site-form", centre, "-o", form).code == 0
    return Given(centre, form)


def filled(given: Given, folder: Path, **changes: Row) -> Path:
    """The form with an outcome for every clause; `changes` by the clause, 「_」 for 「-」."""
    book = load_workbook(given.form)
    page = book[ATTESTATIONS]
    heads = {str(cell.value).strip("＊"): cell.column for cell in page[3]}
    for at in range(5, page.max_row + 1):
        clause = page.cell(at, 1).value
        if not clause:
            continue
        said: Row = {"结论": "符合", "核定人": "周明远", "核定日期": DAY, "说明": "已看"}
        for head, value in (said | changes.get(str(clause).replace("-", "_"), {})).items():
            page.cell(at, heads[head], value)
    path = folder / "填好.xlsx"
    book.save(path)
    return path


def test_the_form_names_the_clauses_that_wait_and_nothing_else(given: Given) -> None:
    page = load_workbook(given.form)[ATTESTATIONS]
    rows = [row for row in page.iter_rows(min_row=5, values_only=True) if row[0]]
    assert [row[0] for row in rows] == ["HY-YJ-02", "HY-YJ-03", "HY-YJ-04"]
    assert all(row[1] and row[2] is None and row[-1] for row in rows)
    assert {rule.formula1 for rule in page.data_validations.dataValidation if rule.formula1} >= {
        '"符合,不符合,不适用"'
    }


def test_an_untouched_form_decides_nothing_and_says_so(given: Given) -> None:
    result = run("audit", given.centre, "--attestations", given.form)
    assert (result.code, "没有填任何结论" in result.stderr) == (3, True)


def test_a_filled_form_is_taken_back_with_its_evidence(given: Given, tmp_path: Path) -> None:
    path = filled(given, tmp_path, HY_YJ_02={"佐证": "照片3、4", "批准人": "钱文"})
    result = run("audit", given.centre, "--attestations", path, "-f", "json")
    said = result.finding("HY-YJ-02")["attestation"]
    assert (result.code, said["evidence"], said["valid_until"]) == (0, "照片3、4", None)
    assert (said["inspector"], said["approver"]) == ("周明远", "钱文")
    text = run("print", "report", given.centre, "--attestations", path).stdout
    assert "佐证：照片3、4" in "".join(text.split())


@pytest.mark.parametrize(
    ("until", "code", "told"),
    [
        ("2020-07-01", 0, False),
        ("2020-06-30", 0, False),
        ("2020-06-29", 4, True),
        (None, 0, False),
    ],
    ids=["a day after the audit", "the audit's day", "the day before", "blank"],
)
def test_a_decision_holds_until_its_last_day(
    until: str | None, code: int, told: object, given: Given, tmp_path: Path
) -> None:
    path = filled(given, tmp_path, HY_YJ_02={"有效期至": until, "核定日期": "2020-06-01"})
    options = ("--attestations", path, "--as-of", DAY)
    result = run("audit", given.centre, *options, "-f", "json")
    notes = [one["message"] for one in result.audit["notes"]]
    assert result.code == code
    assert any("有效期至2020-06-29，已过期" in one for one in notes) is told


def test_without_a_pending_clause_there_is_no_form(given: Given, tmp_path: Path) -> None:
    path = filled(given, tmp_path)
    wanted = tmp_path / "再印.xlsx"
    result = run("print", "on-site-form", given.centre, "--attestations", path, "-o", wanted)
    assert (result.code, wanted.exists()) == (2, False)


def drop(head: str) -> Callable[[list[Row]], object]:
    return lambda rows: [row.pop(head) for row in rows]


def rename(head: str, to: str) -> Callable[[list[Row]], object]:
    return lambda rows: [row.update({to: row.pop(head)}) for row in rows]


def reorder(rows: list[Row]) -> None:
    rows[:] = [dict(reversed(row.items())) for row in rows]


BROKEN: list[tuple[str, Callable[[list[Row]], Any], str]] = [
    ("a column that is gone", drop("核定人"), "核定人"),
    ("a column with another name", rename("核定日期", "核定日"), "是不是“核定日”"),
    ("an end that is no day", lambda rows: rows[0].update(有效期至="明年"), "F2"),
    ("an end before the day", lambda rows: rows[0].update(有效期至="2020-06-29"), "早于核定日期"),
    ("a clause twice", lambda rows: rows.append(dict(rows[0])), "A4"),
    ("a row without its clause", lambda rows: rows.append(attested("")), ATTESTATIONS),
]


@pytest.mark.parametrize(
    ("change", "said"), [pytest.param(*rest, id=what) for what, *rest in BROKEN]
)
def test_what_is_off_is_told_with_its_cell(
    change: Callable[[list[Row]], Any], said: str, given: Given, workbook: Callable[..., Path]
) -> None:
    rows = [attested("HY-YJ-02"), attested("HY-YJ-03")]
    change(rows)
    path = workbook({ATTESTATIONS: rows}, name="核定.xlsx")
    result = run("audit", given.centre, "--attestations", path)
    assert (result.code, result.stdout, said in result.stderr) == (3, "", True), result.stderr


def test_columns_may_come_in_any_order(given: Given, workbook: Callable[..., Path]) -> None:
    rows = [attested("HY-YJ-02"), attested("HY-YJ-03")]
    reorder(rows)
    path = workbook({ATTESTATIONS: rows}, name="核定.xlsx")
    assert run("audit", given.centre, "--attestations", path).code == 4  # the area is still open


def test_several_files_tell_all_their_mistakes_at_once(
    given: Given, workbook: Callable[..., Path]
) -> None:
    first = workbook({ATTESTATIONS: [attested("HY-YJ-02", 核定人=None)]}, name="甲.xlsx")
    second = workbook({ATTESTATIONS: [attested("HY-YJ-99")]}, name="乙.xlsx")
    result = run("audit", given.centre, "--attestations", first, "--attestations", second)
    lines = result.stderr.strip().splitlines()
    assert (result.code, len(lines)) == (3, 2)
    assert (lines[0][:7], lines[1][:7]) == ("甲.xlsx：", "乙.xlsx：")
