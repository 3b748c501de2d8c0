"""`--mapping`: a table with names of its own is read as the file says, or the file is refused."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from conftest import CENTRE, STAFF, Result, base_centre, lines, run

OWN = "本站职工"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A centre whose staff stand in a sheet with names that nobody else uses."""
    pages = {name: lines(name, content, 0) for name, content in base_centre("区级").items()}
    header, *rows = pages.pop(STAFF)
    names = {"姓名": "谁", "岗位类别": "哪一类", "专职/兼职": "专不专", "到岗日期": "几时来"}
    pages[OWN] = [["职工情况"], [names.get(str(text), text) for text in header], *rows]
    pages[CENTRE] = [["有多大" if at == "总面积(㎡)" else at, one] for at, one in pages[CENTRE]]
    made = Workbook()
    made.remove(made.active)
    for name, content in pages.items():
        page = made.create_sheet(name)
        for row in content:
            page.append(row)
    path = tmp_path / "中心.xlsx"
    made.save(path)
    return path


FULL = f"""
sheets:
  01 基本信息:
    columns:
      总面积(㎡): 有多大
  运营管理人员:
    sheet: {OWN}
    header_row: 2
    columns:
      姓名: 谁
      post: 哪一类
      专职/兼职: C
      到岗日期: 几时来
"""
Read = Callable[..., Result]


@pytest.fixture
def mapped(book: Path, tmp_path: Path) -> Read:
    def read(text: str, command: str = "audit", *options: object) -> Result:
        path = tmp_path / "映射.yaml"
        path.write_text(text, encoding="utf-8")
        clause = ("HY-RY-03",) if command == "explain" else ()
        return run(command, *clause, book, "--mapping", path, *options)

    return read


def test_a_table_with_its_own_names_is_read_as_mapped(mapped: Read, book: Path) -> None:
    before = run("audit", book, "-f", "json")
    after = mapped(FULL, "audit", "-f", "json")
    assert (before.finding("HY-RY-03")["outcome"], before.finding("HY-YJ-04")["outcome"]) == (
        "unknown",
        "unknown",
    )
    summary = after.audit["summary"]  # two wait for an inspector
    assert (summary["fail"], summary["unknown"], summary["manual"]) == (0, 0, 2)
    (note,) = [one for one in after.audit["notes"] if one["code"] == "mapping"]
    assert "映射.yaml" in note["message"]
    assert [word for word in note["message"].split() if "（SHA-256" in word or len(word) > 60]


def test_explain_and_doctor_read_by_the_mapping_too(mapped: Read) -> None:
    assert "谁 A" in mapped(FULL, "explain").stdout  # the column that the mapping names
    found = json.loads(mapped(FULL, "doctor", "-f", "json").stdout)
    (sheet,) = [one for one in found["sheets"] if one["name"] == OWN]
    assert (sheet["taken"], sheet["tables"][0]["header_rows"]) == ("by_mapping", [2, 2])
    means = {one["field"]: one["means"] for one in sheet["tables"][0]["columns"]}
    assert {means["name"], means["post"], means["employment"]} == {"mapped"}


WRONG = [
    ("an unknown sheet of the form", "运营管理人员:", "运营管里人员:", 6, "运营管理人员"),
    ("an unknown column", "post:", "pots:", 11, "post"),
    ("a sheet that is not in the workbook", f"sheet: {OWN}", "sheet: 本站职公", 7, OWN),
    ("a header that is not there", "哪一类", "哪二类", 10, "哪一类"),
    ("an unknown key", "header_row:", "header_rows:", 8, "header_row"),
    ("a row that is no number", "header_row: 2", "header_row: 二", 8, ""),
    ("a row without headers", "header_row: 2", "header_row: 40", 8, ""),
    ("one column for two", "到岗日期: 几时来", "到岗日期: C", 13, "专职/兼职"),
    ("one field twice", "到岗日期: 几时来", "name: 几时来", 13, "姓名"),
]


@pytest.mark.parametrize(
    ("old", "new", "line", "told"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG]
)
def test_what_does_not_fit_is_refused_with_its_line(
    old: str, new: str, line: int, told: str, mapped: Read
) -> None:
    result = mapped(FULL.replace(old, new, 1))
    assert (result.code, result.stdout) == (3, "")
    places = [int(one.split(":")[1]) for one in result.stderr.splitlines() if ".yaml:" in one]
    assert any(abs(place - line) <= 1 for place in places)
    assert told in result.stderr


def test_a_mapping_that_is_not_there_is_a_wrong_command(book: Path, tmp_path: Path) -> None:
    assert run("audit", book, "--mapping", tmp_path / "没有.yaml").code == 2


def test_what_doctor_writes_reads_the_workbook_as_before(
    mapped: Read, book: Path, tmp_path: Path
) -> None:
    target = tmp_path / "新映射.yaml"
    written = mapped(FULL, "doctor", "--write-mapping", target)
    assert str(target) in written.stderr
    text = target.read_text(encoding="utf-8")
    assert text.startswith("# 映射")
    again = mapped(text, "audit", "-f", "json")
    assert again.outcomes == mapped(FULL, "audit", "-f", "json").outcomes


def test_what_doctor_writes_names_what_is_still_to_be_said(book: Path, tmp_path: Path) -> None:
    target = tmp_path / "映射.yaml"
    assert run("doctor", book, "--write-mapping", target).code == 3
    text = target.read_text(encoding="utf-8")
    assert "总面积(㎡)" in text
    assert OWN in text
    assert run("audit", book, "--mapping", target).code == 3  # nobody has confirmed it yet
    target.write_text(text.replace("confirmed: false", "confirmed: true"), encoding="utf-8")
    assert run("audit", book, "--mapping", target).code in (1, 4)


@pytest.mark.parametrize("name", ["中心.xlsx", "映射.txt"])
def test_an_input_or_another_kind_of_file_is_never_written(
    name: str, book: Path, tmp_path: Path
) -> None:
    before = book.read_bytes()
    assert run("doctor", book, "--write-mapping", tmp_path / name).code == 2
    assert book.read_bytes() == before


OTHER = FULL.replace("专职/兼职: C", "专职/兼职: 专不专")


@pytest.mark.parametrize(
    ("files", "code", "told"),
    [
        pytest.param({"甲.yaml": FULL, "乙.yaml": OTHER}, None, "", id="two that agree"),
        pytest.param(
            {"甲.yaml": FULL, "乙.yaml": FULL.replace("post: 哪一类", "contract: 哪一类")},
            2,
            "乙",
            id="two that read a column otherwise",
        ),
        pytest.param(
            {"甲.yaml": FULL, "乙.yaml": FULL.replace("谁", "何人")}, None, "", id="one that fits"
        ),
    ],
)
def test_of_an_offices_mappings_those_that_fit_must_agree(
    files: dict[str, str], code: int | None, told: str, book: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "映射"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    result = run("audit", book, "--mapping", folder, "-f", "json")
    if code is None:
        assert result.outcomes["HY-RY-03"] == "pass"
    else:
        assert (result.code, result.stdout, told in result.stderr) == (code, "", True)
