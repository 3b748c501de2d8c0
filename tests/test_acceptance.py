"""What is asked of the whole program, through the real command line."""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openpyxl import Workbook, load_workbook

from conftest import (
    AGREEMENTS,
    ATTESTATIONS,
    AUDIT_DAY,
    CENTRE,
    INSPECTIONS,
    MENTORS,
    ROOMS,
    ROOT,
    SERVICES,
    STAFF,
    SYSTEMS,
    TENANTS,
    Result,
    Sheets,
    agreement,
    attested,
    base_centre,
    lines,
    mentor,
    run,
    spawn,
    staff,
    tenant,
)

Judge = Callable[..., Result]
Build = Callable[..., Path]
SAMPLES = ROOT / "samples"
GOOD, BAD = SAMPLES / "区级达标.xlsx", SAMPLES / "区级未达标.xlsx"
TOWN, OPEN = SAMPLES / "镇级达标.xlsx", SAMPLES / "镇级待核定.xlsx"
STANDARD = ROOT / "standards" / "huyi-2019-centre.yaml"
IDS = [
    *(f"HY-YJ-{at:02d}" for at in range(1, 12)),
    *(f"HY-RY-{at:02d}" for at in range(1, 6)),
    "HY-FW-01",
    "HY-FW-02",
    *(f"HY-FW-03.{at}" for at in range(1, 8)),
    "HY-FW-04",
    *(f"HY-GL-{at:02d}" for at in range(1, 8)),
]

# --- exit codes -----------------------------------------------------------------------------------


def decided(sample: Path) -> tuple[object, ...]:
    """The option with what an inspector decided of a sample."""
    path = SAMPLES / "现场核定" / f"{sample.stem}现场核定.xlsx"
    return ("--attestations", path) if path.exists() else ()


@pytest.mark.parametrize(
    ("sample", "code", "verdict", "word"),
    [
        (GOOD, 0, "compliant", "达标"),
        (BAD, 1, "non_compliant", "未达标"),
        (OPEN, 4, "undecided", "待核定"),
        (TOWN, 0, "compliant", "达标"),
    ],
    ids=["a compliant centre", "a failing centre", "an undecided one", "a compliant town centre"],
)
def test_exit_code_of_a_verdict(sample: Path, code: int, verdict: str, word: str) -> None:
    as_json = spawn("audit", sample, *decided(sample), "-f", "json")
    as_text = run("audit", sample, *decided(sample))
    assert (as_json.code, as_json.audit["verdict"], as_json.stderr) == (code, verdict, "")
    assert as_text.code == code
    assert as_text.stdout.splitlines()[0].startswith(f"{word} ")
    assert as_text.stderr == ""


def test_a_text_file_named_xlsx_is_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "文本.xlsx"
    path.write_text("姓名,专职\n张三,是\n", encoding="utf-8")
    result = spawn("audit", path)
    assert (result.code, result.stdout) == (3, "")
    assert len(result.stderr.splitlines()) == 1
    assert "文本.xlsx" in result.stderr
    assert "Traceback" not in result.stderr


def test_json_stays_json_when_nothing_could_be_audited(tmp_path: Path) -> None:
    path = tmp_path / "文本.xlsx"
    path.write_text("不是工作簿", encoding="utf-8")
    result = spawn("audit", path, "-f", "json")
    assert (result.code, result.json["audits"], len(result.json["errors"])) == (3, [], 1)
    assert result.json["errors"][0]["path"] == str(path)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ((GOOD, TOWN), 4),  # nobody has been there
        ((GOOD, OPEN), 4),
        ((GOOD, OPEN, BAD), 1),
        ((BAD, OPEN), 1),
        ((GOOD, BAD, "文本.xlsx"), 3),
        (("文本.xlsx", GOOD), 3),
    ],
    ids=lambda value: "+".join(Path(one).stem for one in value) if isinstance(value, tuple) else "",
)
def test_of_several_files_the_worst_decides(
    files: tuple[Any, ...], code: int, tmp_path: Path
) -> None:
    (tmp_path / "文本.xlsx").write_text("文本", encoding="utf-8")
    result = run("audit", *(tmp_path / one for one in files), "-f", "json")
    assert result.code == code
    assert len(result.json["audits"]) + len(result.json["errors"]) == len(files)


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (("audit", GOOD, "--levle", "town"), "--level"),
        (("audit", GOOD, "--level", "twon"), "town"),
        (("audit", GOOD, "--level", "镇街及"), "镇街"),
        (("audit", GOOD, "-s", "huyi-2019-center"), "huyi-2019-centre"),
        (("explain", "HY-RY-O3"), "HY-RY-03"),
        (("audt", GOOD), "audit"),
        (("audit", SAMPLES / "区级达表.xlsx"), "区级达标.xlsx"),
        (("explain", "HY-RY-03", SAMPLES / "区级达表.xlsx"), "区级达标.xlsx"),
        (("audit", GOOD, "-f", "jsn"), "json"),
        (("audit", GOOD, "-o", "报告.jsn"), ".json"),
        (("audit", GOOD, "--as-of", "2026-06"), "2026-06-30"),
        (("audit", GOOD, "--personal", "all"), "show"),
    ],
    ids=lambda value: " ".join(Path(str(one)).name for one in value) if isinstance(value, tuple) else "",
)  # fmt: skip
def test_what_is_unknown_is_refused_naming_the_nearest(
    arguments: tuple[object, ...], nearest: str
) -> None:
    result = run(*arguments)
    assert (result.code, result.stdout) == (2, "")
    assert nearest in result.stderr


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "结果.json"
    path.write_bytes(GOOD.read_bytes())
    result = run("audit", path, "-o", path)
    assert result.code == 2
    assert path.read_bytes() == GOOD.read_bytes()


def test_an_output_that_cannot_be_written_ends_before_the_work(tmp_path: Path) -> None:
    result = run("audit", BAD, "-o", tmp_path / "没有" / "结果.json")
    assert (result.code, result.stdout) == (3, "")
    assert "没有" in result.stderr


def test_a_defect_is_one_line_and_code_70(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("centre_check.audit.run_audit", broken)
    result = run("audit", GOOD)
    assert (result.code, result.stdout) == (70, "")
    assert len(result.stderr.strip().splitlines()) == 1
    assert "ZeroDivisionError" in result.stderr
    assert "Traceback" in run("audit", GOOD, "--debug").stderr


def test_an_interrupt_ends_with_130_and_no_traceback() -> None:
    command = [sys.executable, "-m", "centre_check", "audit", *[str(BAD)] * 2000]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in stderr


@pytest.mark.parametrize("encoding", ["gbk", "cp437"])
def test_a_pipe_that_cannot_encode_all_does_not_end_the_work(encoding: str) -> None:
    result = spawn("audit", BAD, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert result.code == 1
    if encoding == "gbk":
        assert "未达标" in result.stdout


# --- the report -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(run("standards", "schema", "report").stdout)


@pytest.mark.parametrize("sample", [GOOD, BAD, TOWN, OPEN], ids=lambda path: path.stem)
def test_the_json_is_of_the_published_schema(sample: Path, schema: Any) -> None:
    for lang in ("zh", "en"):
        result = run("audit", sample, "-f", "json", "--lang", lang)
        jsonschema.Draft202012Validator(schema).validate(json.loads(result.stdout))


def test_the_schema_refuses_another_shape(schema: Any) -> None:
    report = json.loads(run("audit", GOOD, "-f", "json").stdout)
    report["audits"][0]["findings"][0]["outcome"] = "perhaps"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, schema)


@pytest.mark.parametrize("sample", [GOOD, BAD, TOWN, OPEN], ids=lambda path: path.stem)
def test_every_criterion_gives_one_finding_in_clause_order(sample: Path) -> None:
    audit = run("audit", sample, "-f", "json").audit
    assert [one["criterion"] for one in audit["findings"]] == IDS
    assert len(IDS) == 33 == audit["summary"]["total"]
    for outcome in ("pass", "fail", "unknown", "manual", "not_applicable"):
        decided = [one for one in audit["findings"] if one["decided"] == outcome]
        assert audit["summary"][outcome] == len(decided)


def test_the_failing_sample_fails_where_it_was_made_to() -> None:
    outcomes = run("audit", BAD, "-f", "json").outcomes
    failing = {key for key, outcome in outcomes.items() if outcome == "fail"}
    assert failing == {
        "HY-YJ-04",
        "HY-RY-03",
        "HY-RY-05",
        "HY-FW-01",
        "HY-FW-02",
        "HY-FW-03.5",
        "HY-GL-05",
    }


def cells_of(node: Any) -> Iterator[Any]:
    """Every cell named anywhere in a finding."""
    if isinstance(node, dict):
        if node.get("cell") and "value" in node:
            yield node
        for part in node.values():
            yield from cells_of(part)
    elif isinstance(node, list):
        for part in node:
            yield from cells_of(part)


def same(shown: str | None, stored: object) -> bool:
    """Whether the report's text is what openpyxl finds in the cell."""
    if isinstance(stored, datetime | date):
        return shown == (stored.date() if isinstance(stored, datetime) else stored).isoformat()
    if isinstance(stored, bool):
        return shown == str(stored).upper()
    if isinstance(stored, int | float):
        try:
            return Decimal(str(shown)) == Decimal(repr(stored))
        except InvalidOperation:
            return False
    return shown == stored


def test_every_cell_of_a_failing_finding_holds_what_the_report_says() -> None:
    result = run("audit", BAD, "-f", "json", "--personal", "show")
    book = load_workbook(BAD)
    checked = 0
    for finding in result.audit["findings"]:
        named = list(cells_of(finding))
        assert named or finding["outcome"] not in ("fail", "unknown")
        for cell in named:
            stored = book[cell["sheet"]][cell["cell"]].value
            assert same(cell["value"], stored), (finding["criterion"], cell, stored)
            checked += 1
    assert checked > 300


def two_row_header(tmp_path: Path) -> Path:
    """A failing district centre whose mentors stand under two titles and a two-row header."""
    sheets = base_centre("区级")
    sheets[MENTORS][3]["聘任结束日期"] = "2020-06-29"
    sheets[CENTRE]["总面积(㎡)"] = 499.5
    rows = sheets.pop(MENTORS)
    book = Workbook()
    book.remove(book.active)
    for title, content in sheets.items():
        page = book.create_sheet(title)
        for line in lines(title, content, titles=2):
            page.append(line)
    page = book.create_sheet("创业导师")
    page.append(["创业导师名册"])
    page.merge_cells("A1:D1")
    page.append(["填报单位：某中心   填报日期：2020年6月30日"])
    page.merge_cells("A2:D2")
    page.append(["姓名", "导师类别", "聘任", None])
    page.append([None, None, "开始日期", "结束日期"])
    for cells in ("A3:A4", "B3:B4", "C3:D3"):
        page.merge_cells(cells)
    for row in rows:
        page.append([row["姓名"], row["导师类别"], row["聘任开始日期"], row["聘任结束日期"]])
    path = tmp_path / "两行表头.xlsx"
    book.save(path)
    return path


def test_cells_are_right_below_two_titles_and_a_two_row_header(tmp_path: Path) -> None:
    path = two_row_header(tmp_path)
    result = run("audit", path, "-f", "json", "--personal", "show")
    failing = {key for key, outcome in result.outcomes.items() if outcome == "fail"}
    assert failing == {"HY-YJ-04", "HY-RY-05"}
    (left_out,) = result.finding("HY-RY-05")["excluded"]
    assert (left_out["sheet"], left_out["cell"], left_out["row"]) == ("创业导师", "D8", 8)
    assert (left_out["label"], left_out["value"]) == (mentor(4)["姓名"], "2020-06-29")
    book = load_workbook(path)
    for finding in result.audit["findings"]:
        for cell in cells_of(finding):
            assert same(cell["value"], book[cell["sheet"]][cell["cell"]].value), cell


@pytest.mark.parametrize("sample", [BAD, OPEN], ids=lambda path: path.stem)
@pytest.mark.parametrize("form", ["json", "text"])
def test_two_runs_give_identical_bytes(sample: Path, form: str) -> None:
    first, second = (spawn("audit", sample, "-f", form, PYTHONHASHSEED=seed) for seed in "12")
    assert first.stdout == second.stdout != ""


def test_an_output_file_holds_what_is_printed(tmp_path: Path) -> None:
    printed = run("audit", BAD, "-f", "json", "-o", tmp_path / "甲.json", "-o", tmp_path / "甲.txt")
    assert (tmp_path / "甲.json").read_text("utf-8") == printed.stdout
    assert "未达标" in (tmp_path / "甲.txt").read_text("utf-8")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["甲.json", "甲.txt"]


@pytest.mark.parametrize(
    ("options", "day", "source"),
    [
        ((), AUDIT_DAY, "01 基本信息!B11"),
        (("--as-of", "2021-01-31"), "2021-01-31", None),
        (("--as-of", "2021年1月31日"), "2021-01-31", None),
    ],
    ids=["the workbook's day", "the day given", "the day given in Chinese"],
)
def test_the_audit_day(
    options: tuple[str, ...], day: str, source: str | None, judged: Judge
) -> None:
    result = judged(base_centre("区级"), *options)
    assert result.audit["as_of"] == day
    assert source is None or result.audit["as_of_from"] == source


def test_without_a_day_today_is_taken_and_said(workbook: Build, audit: Judge) -> None:
    sheets = base_centre("区级")
    del sheets[CENTRE]["数据截止日期"]
    path = workbook(sheets)
    today = date.today()
    assert audit(path).audit["as_of"] in (today.isoformat(), date.today().isoformat())
    assert today.isoformat()[:4] in audit(path, "-f", "text").stdout


# --- the standard is data -------------------------------------------------------------------------

LIMITS = {  # criterion: the numbers of both levels as they stand in the file
    "HY-YJ-04": (500, 200),
    "HY-YJ-05": (10, 5),
    "HY-RY-03": (5, 3),
    "HY-RY-05": (10, 5),
    "HY-FW-04": (3, 2),
}


def block(text: str, criterion: str) -> tuple[int, int]:
    """Where the criterion's block begins and ends in the standard's text."""
    start = text.index(f"  - id: {criterion}\n")
    end = text.find("\n  - id: ", start + 1)
    return start, len(text) if end < 0 else end


def with_limit(criterion: str, district: int, town: int) -> str:
    text = STANDARD.read_text("utf-8")
    start, end = block(text, criterion)
    changed, count = re.subn(
        r"at_least: \{district: \d+, town: \d+\}",
        f"at_least: {{district: {district}, town: {town}}}",
        text[start:end],
    )
    assert count == 1
    return text[:start] + changed + text[end:]


@pytest.mark.parametrize("level", ["区级", "镇级"])
@pytest.mark.parametrize("criterion", LIMITS)
def test_a_changed_limit_changes_only_its_criterion(
    criterion: str, level: str, workbook: Build, audit: Judge, tmp_path: Path
) -> None:
    """The base centre meets every limit exactly: one more is one too many."""
    path = workbook(base_centre(level))
    district, town = LIMITS[criterion]
    copy = tmp_path / "copy.yaml"
    copy.write_text(
        with_limit(criterion, district + (level == "区级"), town + (level == "镇级")), "utf-8"
    )
    before, after = audit(path), audit(path, "-s", copy)
    changed = {
        one["criterion"]
        for one, other in zip(before.audit["findings"], after.audit["findings"], strict=True)
        if one != other
    }
    assert changed == {criterion}
    assert (before.finding(criterion)["outcome"], after.finding(criterion)["outcome"]) == (
        "pass",
        "fail",
    )
    assert Decimal(after.finding(criterion)["shortfall"]) == 1
    assert (before.code, after.code) == (0, 1)


def line_of(text: str, needle: str) -> int:
    return text[: text.index(needle)].count("\n") + 1


REMEDY, QUOTE = "    remedy: {zh: 说明到公交站", "    quote: 交通便利\n"


@pytest.mark.parametrize(
    ("edit", "line", "said"),
    [
        (lambda t: t.replace(REMEDY, REMEDY.replace("remedy", "remedi")), lambda t: line_of(t, REMEDY), "remedy"),
        (lambda t: re.sub(r"    remedy: \{zh: 说明到公交站.*\n", "", t), lambda t: line_of(t, "  - id: HY-YJ-02"), "remedy"),
        (lambda t: t.replace(QUOTE, QUOTE * 2), lambda t: line_of(t, QUOTE) + 1, "quote"),
        (lambda t: t.replace("      each: centre\n", "      each: center\n", 1), lambda t: line_of(t, "      each: centre\n"), "centre"),
        (lambda t: t.replace("{field: address, given", "{field: adress, given", 1), lambda t: line_of(t, "{field: address, given"), "address"),
        (lambda t: t.replace("{district: 500, town: 200}", "{district: 500, twon: 200}"), lambda t: line_of(t, "{district: 500, town: 200}"), "town"),
        (lambda t: t.replace("at_least: {district: 500", "at_lest: {district: 500"), lambda t: line_of(t, "at_least: {district: 500"), "at_least"),
        (lambda t: t.replace("    default: any_failure", "    default: any_failur"), lambda t: line_of(t, "    default: any_failure"), "any_failure"),
    ],
    ids=[
        "a misspelt key", "a missing key", "a repeated key", "an unknown population",
        "an unknown field", "an unknown level", "an unknown comparison", "an unknown choice",
    ],
)  # fmt: skip
def test_a_broken_standard_is_refused_with_its_line(
    edit: Callable[[str], str], line: Callable[[str], int], said: str, tmp_path: Path
) -> None:
    text = STANDARD.read_text("utf-8")
    copy = tmp_path / "copy.yaml"
    copy.write_text(edit(text), "utf-8")
    assert copy.read_text("utf-8") != text
    result = run("audit", GOOD, "-s", copy)
    assert (result.code, result.stdout) == (3, "")
    assert f"copy.yaml:{line(text)}:" in result.stderr
    assert said in result.stderr
    checked = run("standards", "validate", copy)
    assert checked.code == 3
    assert f"copy.yaml:{line(text)}:" in checked.stdout


# --- what is missing ------------------------------------------------------------------------------


DEPEND = {  # a sheet and the clauses that it decides
    MENTORS: {"HY-RY-04", "HY-RY-05"},
    STAFF: {"HY-RY-01", "HY-RY-02", "HY-RY-03"},
    TENANTS: {"HY-FW-01", "HY-FW-02"},
    AGREEMENTS: {"HY-FW-01", "HY-FW-02"},
    SERVICES: {*(f"HY-FW-03.{at}" for at in range(1, 8)), "HY-FW-04"},
    SYSTEMS: {f"HY-GL-{at:02d}" for at in range(1, 7)},
    INSPECTIONS: {"HY-GL-07"},
    ROOMS: {f"HY-YJ-{at:02d}" for at in range(6, 12)},
}
SAYS_NONE = (TENANTS, INSPECTIONS)  # where a sheet without rows says that there are none


@pytest.mark.parametrize(
    ("sheet", "how"),
    [(sheet, "is missing") for sheet in DEPEND]
    + [(sheet, "is blank") for sheet in DEPEND if sheet not in SAYS_NONE],
)
def test_a_sheet_that_is_not_there_leaves_only_its_clauses_open(
    sheet: str, how: str, judged: Judge
) -> None:
    criteria = DEPEND[sheet]
    sheets = base_centre("区级")
    before = judged(sheets)
    if how == "is blank":
        sheets[sheet] = []
    else:
        del sheets[sheet]
    after = judged(sheets)
    assert (after.code, after.audit["verdict"]) == (4, "undecided")
    for criterion in criteria:
        finding = after.finding(criterion)
        assert finding["outcome"] == "unknown"
        assert sheet in finding["message"] + finding["remedy"]
    others = [one for one in IDS if one not in criteria]
    assert {one: after.outcomes[one] for one in others} == {
        one: before.outcomes[one] for one in others
    }


def test_no_sheet_at_all_of_the_form_is_no_verdict(tmp_path: Path) -> None:
    path = tmp_path / "别的.xlsx"
    book = Workbook()
    book.active.append(["甲", "乙"])
    book.save(path)
    result = run("audit", path, "-f", "json")
    assert result.code in (3, 4)
    if result.code == 4:
        assert {*result.outcomes.values()} <= {"unknown", "manual"}


CELLS = [  # a deciding cell and the criterion that it then leaves open
    (CENTRE, "总面积(㎡)", 0, "HY-YJ-04"),
    (CENTRE, "场地使用终止日期", 0, "HY-YJ-01"),
    (ROOMS, "功能类别", 2, "HY-YJ-09"),
    (ROOMS, "是否启用", 2, "HY-YJ-09"),
    (STAFF, "专职/兼职", 4, "HY-RY-03"),
    (STAFF, "离岗日期", 4, "HY-RY-03"),
    (STAFF, "到岗日期", 4, "HY-RY-03"),
    (STAFF, "姓名", 4, "HY-RY-03"),
    (STAFF, "是否政务综合服务专人", 0, "HY-RY-02"),
    (MENTORS, "聘任结束日期", 9, "HY-RY-05"),
    (MENTORS, "聘任开始日期", 9, "HY-RY-05"),
    (TENANTS, "实体名称", 0, "HY-FW-01"),
    (AGREEMENTS, "终止日期", 0, "HY-FW-01"),
    (AGREEMENTS, "终止日期", 0, "HY-FW-02"),
    (AGREEMENTS, "起始日期", 0, "HY-FW-01"),
    (AGREEMENTS, "双方签字盖章", 0, "HY-FW-01"),
    (AGREEMENTS, "协议类型", 0, "HY-FW-01"),
    (SERVICES, "是否提供", 0, "HY-FW-03.1"),
    (SERVICES, "服务项目", 0, "HY-FW-03.1"),
    (SYSTEMS, "对应类别", 0, "HY-GL-01"),
    (SYSTEMS, "状态", 0, "HY-GL-01"),
    (SYSTEMS, "印发日期", 0, "HY-GL-01"),
    (INSPECTIONS, "日期", 0, "HY-GL-07"),
]


@pytest.mark.parametrize(
    ("sheet", "header", "row", "criterion"),
    CELLS,
    ids=str,
)
@pytest.mark.parametrize(
    "content",
    ["=SUM(1,2)", "#N/A", "#REF!"],
    ids=["a formula never computed", "an error value", "another error value"],
)
def test_a_cell_that_cannot_be_read_leaves_it_open(
    sheet: str, header: str, row: int, criterion: str, *, content: str, judged: Judge
) -> None:
    sheets = base_centre("区级")
    record = sheets[sheet] if sheet == CENTRE else sheets[sheet][row]
    record[header] = content
    result = judged(sheets)
    finding = result.finding(criterion)
    assert finding["outcome"] == "unknown", finding["message"]
    named = {(cell["sheet"], cell["header"]) for cell in cells_of(finding["reasons"])}
    assert (sheet, header) in named
    assert result.audit["verdict"] == "undecided"


@pytest.mark.parametrize(
    ("sheet", "header", "row", "criterion"),
    [one for one in CELLS if one[1].endswith("日期")],
    ids=str,
)
@pytest.mark.parametrize("content", ["2020-02-30", "3月5日", "去年", 7, "2019.13.1"])
def test_a_date_that_cannot_be_read_leaves_it_open(
    sheet: str, header: str, row: int, criterion: str, *, content: object, judged: Judge
) -> None:
    sheets = base_centre("区级")
    record = sheets[sheet] if sheet == CENTRE else sheets[sheet][row]
    record[header] = content
    finding = judged(sheets).finding(criterion)
    assert finding["outcome"] == "unknown", finding["message"]
    assert header in {cell["header"] for cell in cells_of(finding["reasons"])}


def test_without_a_level_both_outcomes_are_told(workbook: Build, audit: Judge) -> None:
    sheets = base_centre("镇级")
    sheets[CENTRE]["级别"] = None
    path = workbook(sheets)
    result = audit(path)
    assert result.code == 4
    unknown = {key for key, outcome in result.outcomes.items() if outcome == "unknown"}
    assert unknown == set(LIMITS)
    for criterion in LIMITS:
        message = result.finding(criterion)["message"]
        assert "区级为不符合" in message
        assert "镇（街道）级为符合" in message
    text = audit(path, "-f", "text").stdout.replace("\n", "").replace(" ", "")
    assert text.count("按区级为不符合") >= 5
    given = audit(path, "--level", "镇街级")
    assert (given.code, given.audit["standard"]["level"]) == (0, "town")


@pytest.mark.parametrize("level", ["市级", "区级或镇级", "?"])
def test_a_level_that_the_standard_does_not_know_is_none(level: str, judged: Judge) -> None:
    sheets = base_centre("区级")
    sheets[CENTRE]["级别"] = level
    result = judged(sheets)
    assert {key for key, one in result.outcomes.items() if one == "unknown"} == set(LIMITS)
    assert result.audit["standard"]["level"] is None


# --- personal data --------------------------------------------------------------------------------


def people(path: Path) -> set[str]:
    """Every full name, identity number and phone of the sheets 03 and 04."""
    found: set[str] = set()
    for page in load_workbook(path).worksheets:
        if not page.title.startswith(("03", "04")):
            continue
        rows = [list(row) for row in page.iter_rows(values_only=True)]
        header = next(row for row in rows if "姓名" in row)
        for row in rows[rows.index(header) + 1 :]:
            for label, value in zip(header, row, strict=True):
                if value and label in ("姓名", "身份证号", "手机号", "联系电话"):
                    found.add(str(value))
    return found


@pytest.mark.parametrize("sample", [GOOD, BAD, TOWN, OPEN], ids=lambda path: path.stem)
def test_nobody_is_named_unless_asked_for(sample: Path, tmp_path: Path) -> None:
    persons = people(sample)
    assert len(persons) > 15
    outputs = [
        run("audit", sample, "-f", "json"),
        run("audit", sample, "-f", "json", "--lang", "en"),
        run("audit", sample, "-v"),
        run("audit", sample, "-v", "--lang", "en", "-o", tmp_path / "x.txt"),
        run("audit", sample, "-q", "--color", "always"),
        *(
            run("explain", one, sample)
            for one in IDS
            if one[:7] in ("HY-RY-0", "HY-FW-0") and "." not in one
        ),
    ]
    texts = [one.stdout + one.stderr for one in outputs] + [(tmp_path / "x.txt").read_text("utf-8")]
    plain = [re.sub(r"\s|\x1b\[[0-9;]*m", "", text) for text in texts]
    assert [person for person in persons for text in plain if person in text] == []
    shown = run("audit", sample, "-f", "json", "--personal", "show").stdout
    assert any(person in shown for person in persons)


# --- attestations ---------------------------------------------------------------------------------


def only_attested(*rows: dict[str, Any]) -> Sheets:
    return {ATTESTATIONS: list(rows)}


def test_an_attestation_stands_beside_the_computed_outcome(judged: Judge) -> None:
    sheets = base_centre("区级")
    sheets[ATTESTATIONS] = [attested("HY-YJ-02"), attested("HY-YJ-03", "不符合", 说明="没有消防栓")]
    result = judged(sheets, "--personal", "show")
    good, bad = result.finding("HY-YJ-02"), result.finding("HY-YJ-03")
    assert (good["outcome"], good["decided"]) == ("manual", "pass")
    assert (bad["outcome"], bad["decided"]) == ("manual", "fail")
    assert (good["attestation"]["inspector"], good["attestation"]["date"]) == ("周明远", AUDIT_DAY)
    assert bad["attestation"]["remarks"] == "没有消防栓"
    assert (result.code, result.audit["summary"]["fail"]) == (1, 1)


def test_attestations_from_a_file_of_their_own(workbook: Build, audit: Judge) -> None:
    sheets = base_centre("区级")
    del sheets[ATTESTATIONS]
    path = workbook(sheets)
    assert audit(path).code == 4
    extra = workbook(only_attested(attested("HY-YJ-02"), attested("hy-yj-03")), name="核定.xlsx")
    result = audit(path, "--attestations", extra)
    assert result.code == 0
    assert result.finding("HY-YJ-03")["attestation"]["cells"][0]["sheet"] == ATTESTATIONS


def test_an_attestation_overrides_the_verdict_and_never_the_outcome(judged: Judge) -> None:
    sheets = base_centre("区级")
    sheets[CENTRE]["总面积(㎡)"] = 480
    sheets[ATTESTATIONS].append(attested("HY-YJ-04", 说明="实测520㎡"))
    result = judged(sheets)
    finding = result.finding("HY-YJ-04")
    assert (finding["outcome"], finding["decided"], finding["shortfall"]) == ("fail", "pass", "20")
    assert result.code == 0
    sheets[ATTESTATIONS][-1]["结论"] = "不适用"
    assert judged(sheets).finding("HY-YJ-04")["decided"] == "not_applicable"


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (attested("HY-YJ-02", 核定人=None), "D2"),
        (attested("HY-YJ-02", 核定日期=None), "E2"),
        (attested("HY-YJ-02", 核定日期="2020年6月"), "E2"),
        (attested("HY-YJ-02", 核定日期="2020-02-30"), "E2"),
        (attested("HY-YJ-02", None), "B2"),
        (attested("HY-YJ-02", "基本符合"), "B2"),
        (attested("HY-YJ-99"), "A2"),
        (attested("HY-YJ-O2"), "A2"),
    ],
    ids=[
        "nobody decided", "no day", "a month", "a day that is none", "no outcome",
        "an outcome that is none", "an unknown clause", "a misspelt clause",
    ],
)  # fmt: skip
def test_an_incomplete_attestation_is_refused_naming_its_cell(
    row: dict[str, Any], cell: str, workbook: Build, audit: Judge
) -> None:
    path = workbook(base_centre("区级"))
    extra = workbook(only_attested(row), name="核定.xlsx")
    result = audit(path, "--attestations", extra)
    assert result.code == 3
    assert result.json["audits"] == []
    assert f"{ATTESTATIONS}!{cell}" in result.stderr


def test_a_clause_attested_twice_is_refused(workbook: Build, audit: Judge) -> None:
    sheets = base_centre("区级")
    sheets[ATTESTATIONS].append(attested("HY-YJ-02", "不符合"))
    result = audit(workbook(sheets))
    assert (result.code, f"{ATTESTATIONS}!A4" in result.stderr) == (3, True)


def test_a_table_without_the_column_of_the_inspector_is_refused(judged: Judge) -> None:
    sheets = base_centre("区级")
    for row in sheets[ATTESTATIONS]:
        del row["核定人"]
    result = judged(sheets)
    assert result.code == 3
    assert ATTESTATIONS in result.stderr


def test_rows_that_only_name_a_clause_decide_nothing(judged: Judge) -> None:
    sheets = base_centre("区级")
    sheets[ATTESTATIONS] = [
        attested(one, None, 核定人=None, 核定日期=None) for one in ("HY-YJ-02", "HY-YJ-03")
    ]
    result = judged(sheets)
    assert (result.code, "没有填任何结论" in result.stderr) == (3, True)


# --- the blank workbook ---------------------------------------------------------------------------


@pytest.mark.parametrize("level", ["区级", "镇级"])
@pytest.mark.parametrize("full", [(), ("--full",)], ids=["short", "full"])
def test_a_blank_template_proves_nothing(level: str, full: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "空白表.xlsx"
    assert run("template", "--level", level, "-o", path, *full).code == 0
    result = run("audit", path, "-f", "json")
    assert (result.code, result.audit["verdict"]) == (4, "undecided")
    assert set(result.outcomes.values()) == {"unknown", "manual"}


@pytest.mark.parametrize("level", ["区级", "镇级"])
def test_a_template_that_was_filled_in_is_compliant(level: str, tmp_path: Path) -> None:
    path = tmp_path / "填好.xlsx"
    run("template", "--level", level, "-o", path)
    sheets = base_centre(level)
    on_site = {ATTESTATIONS: sheets.pop(ATTESTATIONS)}
    fill(path, sheets)
    inspectors = tmp_path / "核定.xlsx"
    run("template", "--inspector", "-o", inspectors)
    fill(inspectors, on_site)
    result = run("audit", path, "--attestations", inspectors, "-f", "json")
    bad = {key for key, outcome in result.outcomes.items() if outcome != "pass"}
    assert bad == {"HY-YJ-02", "HY-YJ-03"}
    assert (result.code, result.audit["verdict"]) == (0, "compliant")


def fill(path: Path, sheets: Sheets) -> None:
    """Write the sheets' values under the template's headers, below its example row."""
    book = load_workbook(path)
    for title, content in sheets.items():
        page = book[title]
        if isinstance(content, dict):
            labels = {plain(page.cell(at, 1).value): at for at in range(1, page.max_row + 1)}
            for label, value in content.items():
                page.cell(labels[label], 2, value)
            continue
        wanted = {header for row in content for header in row}
        head = next(
            row for row in page.iter_rows(max_row=15) if wanted <= {plain(c.value) for c in row}
        )
        columns = {plain(cell.value): cell.column for cell in head}
        for at, row in enumerate(content, head[0].row + 2):
            for header, value in row.items():
                page.cell(at, columns[header], value)
    book.save(path)


def plain(value: object) -> str:
    return str(value or "").strip("＊*★ ")


# --- messy workbooks that must not be misjudged ---------------------------------------------------


def outcome(judged: Judge, sheets: Sheets, criterion: str) -> str:
    found: str = judged(sheets).finding(criterion)["outcome"]
    return found


def test_land_area_is_no_lower_limit_of_floor_area(judged: Judge) -> None:
    """workbook.md: 占地面积(≠). 600㎡ of land may carry less floor."""
    sheets = base_centre("区级")
    sheets[CENTRE].update({"总面积(㎡)": 600, "面积口径": "占地面积"})
    assert outcome(judged, sheets, "HY-YJ-04") == "unknown"


def test_a_total_below_the_sum_of_its_rooms_contradicts_it(judged: Judge) -> None:
    """近500 is below 500, five rooms of 100 are not: neither may decide."""
    sheets = base_centre("区级")
    sheets[CENTRE]["总面积(㎡)"] = "近500平方米"
    for row in sheets[ROOMS]:
        row["建筑面积(㎡)"] = 100
    assert outcome(judged, sheets, "HY-YJ-04") == "unknown"


def test_an_approximate_total_is_itself_named_as_what_is_open(judged: Judge) -> None:
    sheets = base_centre("区级")
    sheets[CENTRE]["总面积(㎡)"] = "约500"
    for row in sheets[ROOMS]:
        row["建筑面积(㎡)"] = 80
    finding = judged(sheets).finding("HY-YJ-04")
    assert finding["outcome"] == "unknown"
    assert "总面积(㎡)" in {cell["header"] for cell in cells_of(finding["reasons"])}


@pytest.mark.parametrize("columns", [2, 3, 4], ids=["label and value", "with prompts", "two pairs"])
def test_a_blank_total_beside_the_basis_is_a_blank(columns: int, tmp_path: Path) -> None:
    """「建筑面积」 as the answer to 面积口径 is no label; another cell's number is no area."""
    sheets = base_centre("区级")
    record = sheets.pop(CENTRE)
    record["总面积(㎡)"] = None
    pairs = list(record.items())
    book = Workbook()
    page = book.active
    page.title = CENTRE
    left, right = pairs[:9], [*pairs[9:], *((f"备用{at}", at) for at in range(7))]
    for one, other in zip(left, right, strict=True):
        page.append([*one, *([] if columns == 2 else ["填写说明"] if columns == 3 else other)])
    for one in [] if columns == 4 else pairs[9:]:
        page.append(one)
    for title, content in sheets.items():
        page = book.create_sheet(title)
        for line in lines(title, content, titles=0):
            page.append(line)
    path = tmp_path / "中心.xlsx"
    book.save(path)
    finding = run("audit", path, "-f", "json").finding("HY-YJ-04")
    assert finding["outcome"] == "unknown", finding["message"]
    assert "B7" in {cell["cell"] for cell in cells_of(finding["reasons"])}


def test_a_roster_without_names_counts_nobody_for_certain(judged: Judge) -> None:
    """messiness.md 30: a required column is absent; who is who cannot be told."""
    sheets = base_centre("区级")
    for row in sheets[STAFF]:
        del row["姓名"]
    assert outcome(judged, sheets, "HY-RY-03") == "unknown"
    sheets = base_centre("区级")
    for row in sheets[MENTORS]:
        del row["姓名"]
    assert outcome(judged, sheets, "HY-RY-05") == "unknown"


@pytest.mark.parametrize("name", ["王五等5人", "张三、李四、王五"])
def test_several_people_in_one_cell_are_not_one_person(name: str, judged: Judge) -> None:
    """messiness.md 47, 83: 一人一行; until then it is open how many they are."""
    sheets = base_centre("区级")
    sheets[STAFF] = [*(staff(at) for at in range(1, 4)), staff(4, 姓名=name)]
    assert outcome(judged, sheets, "HY-RY-03") == "unknown"


@pytest.mark.parametrize(
    ("sheet", "changes", "criterion"),
    [
        (CENTRE, {"场地使用起始日期": "2020-06-01", "场地使用终止日期": "2020-05-31"}, "HY-YJ-01"),
        (MENTORS, {"聘任开始日期": "2020-01-01", "聘任结束日期": "2019-12-31"}, "HY-RY-05"),
        (AGREEMENTS, {"起始日期": "2020-01-01", "终止日期": "2019-12-31"}, "HY-FW-01"),
        (AGREEMENTS, {"起始日期": "2020-01-01", "终止日期": "2019-12-31"}, "HY-FW-02"),
        (STAFF, {"到岗日期": "2020-03-01", "离岗日期": "2020-02-01"}, "HY-RY-03"),
    ],
    ids=["a lease", "a mentor's term", "an agreement", "support", "a post"],
)
def test_a_term_that_ends_before_it_starts_is_open(
    sheet: str, changes: dict[str, str], criterion: str, judged: Judge
) -> None:
    """messiness.md 58."""
    sheets = base_centre("区级")
    (sheets[sheet] if sheet == CENTRE else sheets[sheet][0]).update(changes)
    assert outcome(judged, sheets, criterion) == "unknown"


def test_a_lease_is_no_support(judged: Judge) -> None:
    """The clause limits 帮扶期限, not tenancy: whoever has graduated may stay and pay rent."""
    sheets = base_centre("区级")
    sheets[AGREEMENTS].append(agreement(1, 协议类型="租赁", 终止日期="2029-06-30"))
    assert outcome(judged, sheets, "HY-FW-02") == "pass"


def test_blank_agreement_columns_beside_a_tenant_are_a_blank(judged: Judge) -> None:
    """Agreements merged into sheet 05: an empty cell is not filled in, not no agreement."""
    sheets = base_centre("区级")
    del sheets[AGREEMENTS]
    for at, row in enumerate(sheets[TENANTS]):
        row["服务协议签订日期"] = "2019-07-01" if at else None
        row["服务协议期限"] = "2019.7.1-2021.6.30" if at else None
    result = judged(sheets)
    assert result.finding("HY-FW-01")["outcome"] == "unknown"
    sheets[TENANTS][0].update(
        {"服务协议签订日期": "2019-07-01", "服务协议期限": "2019.7.1-2021.6.30"}
    )
    assert judged(sheets).code == 0


def test_a_rule_whose_name_begins_like_an_example_is_none(judged: Judge) -> None:
    sheets = base_centre("区级")
    sheets[SYSTEMS][3].update({"制度名称": "例会及安全管理制度"})
    assert outcome(judged, sheets, "HY-GL-04") == "pass"


@pytest.mark.parametrize("name", ["合计算科技有限公司", "以上文化工作室", "例外服饰店"])
def test_a_tenant_whose_name_begins_like_a_note_is_a_tenant(name: str, judged: Judge) -> None:
    """Left out, it would need no agreement: a pass that nobody has earned."""
    sheets = base_centre("区级")
    sheets[TENANTS].append(tenant(4, 实体名称=name))
    finding = judged(sheets).finding("HY-FW-01")
    assert (finding["outcome"], finding["shortfall"]) == ("fail", "1")


def test_a_place_is_shared_only_with_a_space_of_the_same_population(judged: Judge) -> None:
    """A store room out of use at the office's place is none of the five spaces."""
    sheets = base_centre("区级")
    sheets[ROOMS][0]["独立方式"] = None
    store = {"空间名称": "仓库", "功能类别": "其他", "位置(楼层房间)": "101", "是否启用": "否"}
    sheets[ROOMS].append(store)
    assert outcome(judged, sheets, "HY-YJ-06") == "pass"


def test_a_remedy_never_has_a_hole(judged: Judge) -> None:
    """近200 fails with nothing measurable missing: 「增加建筑面积以上」 is no sentence."""
    sheets = base_centre("镇级")
    sheets[CENTRE]["总面积(㎡)"] = "近200平方米"
    finding = judged(sheets).finding("HY-YJ-04")
    assert finding["outcome"] == "fail"
    assert "增加建筑面积以上" not in finding["remedy"]
