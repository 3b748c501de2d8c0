"""What the page asks of the program, asked in this process: no browser is needed to tell it."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from centre_check.bridge import answer
from conftest import ATTESTATIONS, CENTRE, ROOT, STAFF, attested, base_centre, run, write_book

STANDARD = "huyi-2019-centre"
SAMPLE = ROOT / "samples" / "区级未达标.xlsx"


def ask(do: str, content: bytes = b"", *beside: bytes, **asked: Any) -> tuple[Any, bytes]:
    """The reply's JSON and its file."""
    request = {"do": do, "name": "中心.xlsx", "lang": "zh", "standard": STANDARD, **asked}
    reply = answer(json.dumps(request), content, *beside)
    return json.loads(reply.text), reply.content


def audited(content: bytes, *beside: bytes, **asked: Any) -> Any:
    said, _ = ask("audit", content, *beside, **asked)
    return json.loads(said["result"])


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., bytes]:
    """A centre's workbook with these headers of its staff written otherwise, as bytes."""

    def make(renamed: dict[str, str] | None = None, sheet: str = STAFF) -> bytes:
        sheets: dict[str, Any] = base_centre("镇级")
        rows = sheets.pop(STAFF)
        sheets.pop(ATTESTATIONS, None)
        called = renamed or {}
        sheets[sheet] = [{called.get(key, key): one for key, one in row.items()} for row in rows]
        path = tmp_path / "x.xlsx"
        write_book(path, sheets)
        return path.read_bytes()

    return make


@pytest.fixture
def seen(tmp_path: Path) -> Callable[..., bytes]:
    """An inspector's file that decides two clauses of the centres of these names."""

    def make(*centres: str) -> bytes:
        path = tmp_path / "现场.xlsx"
        rows = [
            attested(clause, **({"中心名称": one} if one else {}))
            for one in centres
            for clause in ("HY-YJ-02", "HY-YJ-03")
        ]
        write_book(path, {ATTESTATIONS: rows})
        return path.read_bytes()

    return make


NAME = str(base_centre("镇级")[CENTRE]["中心名称"])  # type: ignore[call-overload]


def test_an_audit_is_what_the_command_line_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SAMPLE.parent)
    said, _ = ask("audit", SAMPLE.read_bytes(), name=SAMPLE.name)
    assert said["result"] == run("audit", SAMPLE.name, "-f", "json").stdout
    assert said["told"]["HY-RY-03"]["staff!7"] == "2026-06-29离岗"


@pytest.mark.parametrize(
    ("do", "asked", "told"),
    [
        pytest.param("annotated", {}, "不是", id="no workbook"),
        pytest.param("mapping", {"name": "x.yaml"}, "x.yaml:1", id="no mapping"),
        pytest.param("audit", {"level": "省级"}, "没有级别", id="no such level"),
        pytest.param(
            "paper", {"kind": "self-check", "suffix": ".html"}, "不是", id="no paper of it"
        ),
    ],
)
def test_what_is_wrong_is_a_sentence(do: str, asked: dict[str, str], told: str) -> None:
    said, content = ask(do, b"nothing", **asked)
    errors = json.loads(said["result"])["errors"] if "result" in said else [said]
    assert told in errors[0]["message"]
    assert content == b""


HEADS = {"姓名": "谁", "岗位类别": "哪一类", "专职/兼职": "专不专", "到岗日期": "几时来"}


def test_columns_that_were_not_read_are_pointed_at(book: Callable[..., bytes]) -> None:
    content = book(HEADS)
    said, _ = ask("unread", content)
    parts = {one["header"]: one for one in said["unread"]}
    assert set(HEADS.values()) <= set(parts)
    assert parts["谁"]["table"] == STAFF
    assert parts["谁"]["choices"][0] in HEADS
    assert parts["谁"]["decides"]
    columns = {key: parts[own]["where"] for key, own in HEADS.items()}
    sheets = {STAFF: {"sheet": STAFF, "columns": columns}}
    asked = {"mappings": {"指认.yaml": sheets}}
    before, after = audited(content)["audits"][0], audited(content, **asked)["audits"][0]
    assert before["verdict"] == "undecided"
    whole = audited(book())["audits"][0]["findings"]
    assert [one["outcome"] for one in after["findings"]] == [one["outcome"] for one in whole]
    again, _ = ask("unread", content, **asked)
    assert again["mapping"] == "指认.yaml"
    assert not [one for one in again["unread"] if one["header"] in HEADS.values()]


def test_a_sheet_of_another_name_is_pointed_at(book: Callable[..., bytes]) -> None:
    heads = {**HEADS, "实践经验或创业服务经历": "干过啥", "离岗日期": "几时走"}
    content = book({**heads, "是否政务综合服务专人": "管不管"}, "我们")
    said, _ = ask("unread", content)
    (sheet,) = [one for one in said["unread"] if one["sheet"] == "我们" and not one["table"]]
    assert STAFF in sheet["choices"]
    assert sheet["decides"]
    sheets = {STAFF: {"sheet": "我们", "header_row": 1}}
    again, _ = ask("unread", content, mappings={"指认.yaml": sheets})
    assert {one["table"] for one in again["unread"] if one["sheet"] == "我们"} == {STAFF}


def test_a_mapping_is_saved_and_read_back(tmp_path: Path) -> None:
    columns = {"姓名": "#谁", "备注": "D"}
    sheets = {STAFF: {"sheet": "我们: 的", "header_row": 3, "columns": columns}}
    _, content = ask("mapping_file", sheets=sheets)
    assert yaml.safe_load(content)["confirmed"] is True
    said, _ = ask("mapping", content, name="指认.yaml")
    assert said["sheets"][STAFF]["columns"] == columns
    assert said["sheets"][STAFF]["sheet"] == "我们: 的"
    by_id = b"sheets:\n  staff:\n    sheet: x\n    columns: {name: y}\n"
    said, _ = ask("mapping", by_id, name="指认.yaml")
    assert said["sheets"] == {STAFF: {"sheet": "x", "columns": {"姓名": "y"}}}
    (tmp_path / "指认.yaml").write_bytes(content)
    assert run("audit", SAMPLE, "--mapping", tmp_path / "指认.yaml").code == 3  # no such sheet


def test_an_inspectors_file_decides_about_its_centre(
    book: Callable[..., bytes], seen: Callable[..., bytes]
) -> None:
    content, decided = book(), seen(NAME)
    assert ask("audit", decided, name="现场.xlsx")[0] == {"is_onsite": True}
    assert audited(content)["audits"][0]["verdict"] == "undecided"
    found = audited(content, decided, onsite=["现场.xlsx"])["audits"][0]
    assert found["verdict"] == "compliant"
    told = [one["attestation"] for one in found["findings"] if one["attestation"]]
    assert [one["source"] for one in told] == ["现场.xlsx"] * 2


@pytest.mark.parametrize(
    ("named", "about", "is_unnamed", "others"),
    [
        pytest.param([NAME], [True, False], False, [], id="it names one of them"),
        pytest.param([f" {NAME} "], [True, False], False, [], id="spaces are nothing"),
        pytest.param(["别的"], [False, False], False, ["别的"], id="it names none of them"),
        pytest.param([""], [False, False], True, [], id="it names nobody"),
        pytest.param([NAME, "乙中心"], [True, True], False, [], id="it names both"),
    ],
)
def test_a_file_goes_to_the_centres_that_it_names(
    named: list[str],
    about: list[bool],
    others: list[str],
    seen: Callable[..., bytes],
    *,
    is_unnamed: bool,
) -> None:
    said, _ = ask("decided", seen(*named), centres=[NAME, "乙中心"])
    assert said == {"about": about, "is_unnamed": is_unnamed, "others": others}


def test_a_form_that_is_not_filled_in_decides_nothing() -> None:
    _, form = ask("paper", SAMPLE.read_bytes(), kind="on-site-form", suffix=".xlsx")
    assert ask("audit", form, name="现场核定表.xlsx")[0] == {"is_onsite": True}
    said, _ = ask("decided", form, centres=[NAME])
    assert said == {"about": [False], "is_unnamed": False, "others": []}


def test_two_inspectors_files_of_one_name_are_two(
    book: Callable[..., bytes], seen: Callable[..., bytes]
) -> None:
    said = audited(book(), seen(NAME), seen(NAME), onsite=["现场.xlsx", "现场.xlsx"])
    assert "重复" in said["errors"][0]["message"] or "两次" in said["errors"][0]["message"]


def test_several_copies_are_one_zip() -> None:
    _, packed = ask("zipped", b"one", b"two", names=["甲/标注.xlsx", "乙.xlsx"])
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "甲/标注.xlsx": b"one",
            "乙.xlsx": b"two",
        }


def test_a_folder_in_a_zip_gives_its_workbooks() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(SAMPLE, "区/甲.xlsx")
        archive.writestr("区/说明.txt", "no workbook")
    said, _ = ask("members", packed.getvalue(), name="上报.zip")
    assert said == {"members": ["区/甲.xlsx"], "skipped": 1}
    _, content = ask("member", packed.getvalue(), name="上报.zip", at=0)
    assert content == SAMPLE.read_bytes()
    said, _ = ask("workbooks_among", names=["甲.xlsx", "说明.txt", "~$甲.xlsx"])
    assert [bool(one) for one in said["skip"]] == [False, True, True]


def test_results_of_many_are_read_by_rollup_and_summed_up(tmp_path: Path) -> None:
    audit = json.dumps(audited(SAMPLE.read_bytes())["audits"][0], ensure_ascii=False)
    error = {"path": "坏.xlsx", "message": "打不开", "hint": "换一份"}
    _, lines = ask("results", results=[{"text": audit}, {"error": error}])
    path = tmp_path / "结果.jsonl"
    path.write_bytes(lines)
    rolled = run("rollup", path, "-f", "json")
    assert rolled.code == 3  # one of the two could not be read
    assert [one["path"] for one in rolled.json["errors"]] == ["坏.xlsx"]
    _, summary = ask("summary", lines, suffix=".xlsx")
    assert zipfile.is_zipfile(io.BytesIO(summary))


@pytest.mark.parametrize("kind", ["self-check", "inspection-record", "rectification-notice"])
def test_papers_are_made(kind: str) -> None:
    _, drawn = ask("paper", SAMPLE.read_bytes(), kind=kind, suffix=".html")
    assert drawn.lower().startswith(b"<!doctype html>")
    _, book = ask("paper", SAMPLE.read_bytes(), kind=kind, suffix=".xlsx")
    assert zipfile.is_zipfile(io.BytesIO(book))
    _, copy = ask("annotated", SAMPLE.read_bytes())
    with zipfile.ZipFile(io.BytesIO(copy)) as parts:
        assert "标注索引" in parts.read("xl/workbook.xml").decode()
    _, blank = ask("template", level="town")
    assert STAFF in openpyxl.load_workbook(io.BytesIO(blank)).sheetnames
    about, _ = ask("about")
    assert [len(one["criteria"]) for one in about["levels"]] == [33, 33]
