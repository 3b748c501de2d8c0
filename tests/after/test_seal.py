"""A sealed paper: an untouched pair passes anywhere and any day, and one digit is found."""

# ruff: noqa: E501

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from after.office import submit, table, waiver
from conftest import CENTRE, STAFF, TENANTS, Result, base_centre, on_site, run

BOOK, PAPER, SEAL = "某中心.xlsx", "报告.txt", "报告.封存.json"
CODE_LINE = "核验码证明内容一致，不证明由谁出具"


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a workbook of thirty tenants, its report and the seal."""
    folder = tmp_path_factory.mktemp("sealed") / "春"
    sheets = base_centre("镇级")
    sheets[CENTRE]["总面积(㎡)"] = 90
    first = sheets[TENANTS][0]
    sheets[TENANTS] = [
        first | {"实体名称": f"鄠邑区第{at}商行", "入驻日期": f"2019-07-{at:02}"}
        for at in range(1, 31)
    ]
    book = submit(folder / BOOK, sheets)
    office = table(folder / "豁免登记.xlsx", [waiver()])
    word = folder / "核定.xlsx"
    shutil.copy(str(on_site(book)[1]), word)
    given = ("--attestations", word, "--waivers", office)
    assert run("print", "report", book, *given, "-o", folder / PAPER, "--seal").code == 0
    return folder


@pytest.fixture
def pair(sealed: Path, tmp_path: Path) -> Path:
    """The same files in another folder."""
    folder = tmp_path / "三年后" / "另一处"
    shutil.copytree(sealed, folder)
    return folder


def verified(folder: Path, *options: object) -> Result:
    return run("verify", folder / SEAL, *options)


def changed(path: Path, sheet: str, cell: str, value: object) -> None:
    book = load_workbook(path)
    book[sheet][cell] = value
    book.save(path)


def test_an_untouched_pair_passes_in_another_folder_on_another_day(
    pair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Later(date):
        @classmethod
        def today(cls) -> "Later":
            return cls(2031, 5, 5)

    monkeypatch.setattr("datetime.date", Later)
    result = verified(pair)
    assert (result.code, result.stderr) == (0, ""), result.stdout
    assert CODE_LINE in result.stdout


def cell_of(folder: Path, sheet: str, header: str, row: int) -> str:
    page = load_workbook(folder / BOOK)[sheet]
    column = next(cell.column_letter for cell in page[1] if cell.value == header)
    return f"{column}{row}"


@pytest.mark.parametrize("row", [2, 17, 31])
def test_a_single_digit_in_a_roster_is_found_by_its_cell(row: int, pair: Path) -> None:
    cell = cell_of(pair, TENANTS, "入驻日期", row)
    was = load_workbook(pair / BOOK)[TENANTS][cell].value
    changed(
        pair / BOOK, TENANTS, cell, str(was)[:-1] + "9" if str(was)[-1] != "9" else "2019-07-08"
    )
    result = verified(pair)
    assert result.code == 1
    assert f"有1处与封存时不同：{TENANTS}!{cell}" in result.stdout


def test_a_personal_column_is_told_as_a_whole(pair: Path) -> None:
    cell = cell_of(pair, STAFF, "姓名", 2)
    changed(pair / BOOK, STAFF, cell, "王二麻子")
    result = verified(pair)
    assert result.code == 1
    assert f"{STAFF}!{cell[0]} 姓名" in result.stdout
    assert "王二麻子" not in result.stdout + (pair / SEAL).read_text("utf-8")


def test_no_personal_data_stands_in_a_seal(pair: Path) -> None:
    text = (pair / SEAL).read_text("utf-8")
    book = load_workbook(pair / BOOK)
    names = {book[STAFF][cell_of(pair, STAFF, "姓名", row)].value for row in (2, 3, 4)}
    assert [name for name in names if name and name in text] == []


def rewrite(name: str) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        path = folder / name
        path.write_bytes(path.read_bytes() + b" ")

    return change


def drop(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).unlink()


def put(**said: Any) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        path = folder / SEAL
        path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | said), "utf-8")

    return change


def text(said: str) -> Callable[[Path], object]:
    return lambda folder: (folder / SEAL).write_text(said, "utf-8")


def other_waivers(folder: Path) -> None:
    table(folder / "豁免登记.xlsx", [waiver(理由="另一个理由")])


def other_area(folder: Path) -> None:
    changed(folder / BOOK, CENTRE, "B9", None)
    page = load_workbook(folder / BOOK)[CENTRE]
    cell = next(row[1].coordinate for row in page.iter_rows() if row[0].value == "总面积(㎡)")
    changed(folder / BOOK, CENTRE, cell, 91)


FAULTS: list[tuple[str, Callable[[Path], object], int, str]] = [
    ("a changed paper", rewrite(PAPER), 1, "文书在封存后改动过"),
    ("other exemptions", other_waivers, 1, "豁免登记.xlsx与封存时不是同一份"),
    ("another area", other_area, 1, "重新审核的结果与封存时不同"),
    ("another code", put(code="0000-0000-0000"), 1, "封存的是0000-0000-0000"),
    ("another result", put(result="0" * 64), 1, "重新审核的结果"),
    ("a workbook that is gone", drop(BOOK), 3, "找不到某中心.xlsx"),
    ("a paper that is gone", drop(PAPER), 3, "找不到报告.txt"),
    ("a seal that is gone", drop(SEAL), 3, "封存"),
    ("a seal that is no JSON", text("封存"), 3, "不是本程序的封存文件"),
    ("an empty seal", text(""), 3, "不是本程序的封存文件"),
    ("a seal cut off", lambda folder: (folder / SEAL).write_bytes((folder / SEAL).read_bytes()[:500]), 3, "不是本程序的封存文件"),
    ("a deep seal", text("[" * 100_000), 3, "不是本程序的封存文件"),
    ("a seal with one key more", put(note="x"), 3, "不是本程序的封存文件"),
    ("a seal of another shape", put(schema_version=2), 3, "不是本程序的封存文件"),
    ("a standard that there is not", put(standard={"name": "no-such", "sha256": "0" * 64, "form_sha256": "0" * 64}), 3, "no-such"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code", "said"), [pytest.param(*rest, id=what) for what, *rest in FAULTS]
)
def test_what_is_not_as_sealed(
    change: Callable[[Path], object], code: int, said: str, pair: Path
) -> None:
    change(pair)
    result = verified(pair)
    assert (result.code, said in result.stdout + result.stderr) == (code, True), (
        result.stdout + result.stderr
    )
    if code == 3:
        assert (result.stdout, result.stderr.count("\n")) == ("", 1)


def test_another_version_compares_results_and_says_so(pair: Path) -> None:
    put(tool={"name": "centre-check", "version": "0.0.1"})(pair)
    result = verified(pair)
    assert (result.code, "封存时程序为0.0.1版" in result.stdout) == (0, True)


def test_only_a_written_paper_on_a_centre_is_sealed(pair: Path, tmp_path: Path) -> None:
    assert run("print", "report", pair / BOOK, "--seal").code == 2
    assert run("print", "standard", "--seal", "-o", tmp_path / "标准.txt").code == 2
    outputs = ("-o", tmp_path / "报告.txt", "-o", tmp_path / "报告.md")
    assert run("print", "report", pair / BOOK, *outputs, "--seal").code == 0
    made = {path.name for path in tmp_path.glob("*.json")}
    assert made == {"报告.txt.封存.json", "报告.md.封存.json"}
