"""Nothing small brings a command down, nothing of anybody's is overwritten, every end is told."""

import errno
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from centre_check.desk import exits, outputs
from centre_check.files.causes import unwritable
from centre_check.words import Words
from conftest import CENTRE, STAFF, base_centre, run

Build = Callable[..., Path]
PART = "结果.jsonl"


@pytest.fixture
def centre(workbook: Build) -> Path:
    return workbook(base_centre("镇级"))


@pytest.fixture
def result(centre: Path, tmp_path: Path) -> Path:
    path = tmp_path / "结果.json"
    run("audit", centre, "-o", path, "-q")
    return path


# --- many mistakes --------------------------------------------------------------------------------


def test_of_many_mistakes_in_results_twenty_are_told_and_the_others_counted(tmp_path: Path) -> None:
    path = tmp_path / "坏.json"
    tool = {"name": "centre-check", "version": "1"}
    head = {"as_of": None, "lang": "zh", "mode": "audit"}
    audits: list[Any] = [{}] * 2_000
    whole = {"schema_version": 2, "tool": tool, "run": head, "audits": audits, "errors": []}
    path.write_text(json.dumps(whole), "utf-8")
    ended = run("rollup", path)
    *told, last = ended.stderr.splitlines()
    assert (ended.code, len(told)) == (3, 20)
    assert last.startswith("另有2")


def test_of_many_unknown_keys_twenty_are_told_and_the_others_counted(tmp_path: Path) -> None:
    path = tmp_path / "标准.yaml"
    path.write_text("id: x\n" + "".join(f"k{at}: 1\n" for at in range(5_000)), "utf-8")
    ended = run("standards", "validate", path)
    assert ended.code == 3
    assert len(ended.stdout.splitlines()) == 21
    assert len(ended.stdout) < 5_000


# --- results that are odd -------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["rollup", "history", "compare"])
@pytest.mark.parametrize("day", ["2026-13-01", "2026-02-30"])
def test_a_result_of_no_day_is_refused_with_a_sentence(
    result: Path, command: str, day: str
) -> None:
    bad = result.with_name("改.json")
    bad.write_text(result.read_text("utf-8").replace('"as_of":"2020-06-30"', f'"as_of":"{day}"'))
    ended = run(command, bad, *([result] if command == "compare" else []))
    assert ended.code in (2, 3)
    assert day in ended.stderr
    assert "缺陷" not in ended.stderr


def _resumed(books: list[Path], folder: Path) -> tuple[int, str]:
    ended = run("audit", *books, "-o", f"{folder}/", "--resume")
    return ended.code, ended.stdout


@pytest.mark.parametrize(
    ("what", "to"),
    [
        ('"verdict":"non_compliant"', '"verdict":"compliant"'),
        ('"outcome":"fail"', '"outcome":"pass"'),
        ('"clause":"', '"clause"'),
        ('"findings"', '"finding"'),
        ('"as_of":"2020', '"as_of":"2021'),
    ],
    ids=["a verdict", "an outcome", "no JSON any more", "a key", "a day"],
)
def test_resuming_audits_again_what_was_changed_by_hand(
    workbook: Build, tmp_path: Path, what: str, to: str
) -> None:
    sheets = base_centre("镇级")
    del sheets[STAFF][1:]
    sheets[CENTRE] |= {"中心名称": "另一个创业中心"}
    books = [workbook(sheets, name="甲.xlsx"), workbook(base_centre("镇级"), name="乙.xlsx")]
    folder = tmp_path / "结果"
    run("audit", *books, "-o", f"{folder}/")
    honest = _resumed(books, folder)
    kept = folder / PART
    whole = kept.read_text("utf-8")
    assert what in whole
    kept.write_text(whole.replace(what, to, 1), "utf-8")
    code, said = _resumed(books, folder)
    assert code == honest[0] == 1
    assert "未达标1个" in said
    assert kept.read_text("utf-8") == whole


# --- names and places -----------------------------------------------------------------------------


LONG = "名" * 100 + ".xlsx"


@pytest.mark.parametrize(
    "arguments",
    [("audit", LONG), ("doctor", LONG), ("rollup", LONG), ("explain", "HY-RY-03", LONG)],
)
def test_a_name_that_no_system_holds_is_told(arguments: tuple[str, ...]) -> None:
    ended = run(*arguments)
    assert ended.code in (2, 3)
    assert "过长" in ended.stderr


STEERING = ("\x1b[31m", "\u202e", "\x07", "\n2", "\r")


@pytest.mark.parametrize("sign", STEERING, ids=repr)
@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "没有{}.xlsx"),
        ("audit", "中心.xlsx", "-s", "huyi{}"),
        ("audit", "中心.xlsx", "--as-of", "2{}"),
        ("audit", "中心.xlsx", "--level", "区{}"),
        ("audit", "中心.xlsx", "-o", "结果.{}"),
        ("explain", "HY{}"),
        ("{}",),
        ("print", "{}"),
        ("audit", "中心.xlsx", "--{}"),
    ],
    ids=" ".join,
)
def test_what_was_typed_steers_no_terminal(arguments: tuple[str, ...], sign: str) -> None:
    ended = run(*(one.format(sign) for one in arguments))
    assert ended.code in (2, 3)
    said = ended.stderr.removesuffix("\n")
    assert "".join(said.split("\n")).isprintable() or sign == "\n2"
    assert "\n2" not in said


def test_a_neighbour_s_name_steers_no_terminal(centre: Path) -> None:
    centre.rename(centre.with_name("中\x1b[31m\u202e心.xlsx"))
    ended = run("audit", centre)
    assert "是不是" in ended.stderr
    assert ended.stderr.rstrip("\n").isprintable()


def test_an_unreadable_file_ends_no_batch(centre: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = centre.with_name("不许读.xlsx")
    closed.write_bytes(centre.read_bytes())
    is_file, stat = Path.is_file, Path.stat

    def refuse(path: Path, *rest: Any, **named: Any) -> Any:
        if path.name == closed.name:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return stat(path, *rest, **named)

    monkeypatch.setattr(Path, "stat", refuse)
    assert is_file
    ended = run("audit", centre, closed)
    assert ended.code == 3
    assert "没有权限" in ended.stdout
    assert "共2份" in ended.stdout


# --- what is there already ------------------------------------------------------------------------


def test_no_workbook_of_a_centre_is_overwritten(workbook: Build, centre: Path) -> None:
    other = workbook(base_centre("镇级"), name="另一个.xlsx")
    before = other.read_bytes()
    for asked in (("-o", other), ("--annotate", other)):
        ended = run("audit", centre, *asked)
        assert ended.code == 2
        assert "已经存在" in ended.stderr
    assert other.read_bytes() == before
    assert run("audit", centre, "-o", other, "--force").code != 2
    assert other.read_bytes() != before
    assert run("audit", centre, "-o", other).code != 2  # our own paper is made again


def test_a_template_replaces_nothing_unless_it_is_forced(tmp_path: Path) -> None:
    path = tmp_path / "空白表.xlsx"
    path.write_bytes(b"filled in")
    asked = ("template", "--level", "town", "-o", path)
    assert run(*asked).code == 2
    assert path.read_bytes() == b"filled in"
    assert run(*asked, "--force").code == 0


def test_the_standard_is_an_input_that_no_output_overwrites(centre: Path) -> None:
    own = centre.with_name("标准.json")
    own.write_bytes(b"{}")
    assert run("audit", centre, "-s", own, "-o", own).code == 2
    assert own.read_bytes() == b"{}"


def test_a_link_in_the_place_of_the_unfinished_file_is_not_followed(centre: Path) -> None:
    target, kept = centre.with_name("别人的"), centre.with_name(PART)
    target.write_bytes(b"mine")
    kept.with_name(f"{PART}.part").symlink_to(target)
    run("audit", centre, "-o", kept)
    assert target.read_bytes() == b"mine"
    assert kept.is_file()


def test_what_a_killed_run_left_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "结果.json"
    left, young, other = (
        tmp_path / name
        for name in (".结果.json.a.centre-check", ".结果.json.b.centre-check", ".结果.json.c")
    )
    for one in (left, young, other):
        one.write_bytes(b"x")
    for one in (left, other):
        os.utime(one, (0, 0))
    outputs.write_whole(path, b"{}")
    assert [one.exists() for one in (path, left, young, other)] == [True, False, True, True]


# --- ends -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EBUSY, "其他程序正在使用该文件"),
        (errno.ENOENT, "文件夹不存在，或已被删除"),
        (errno.EACCES, "没有权限"),
        (errno.EROFS, "没有权限"),
        (errno.ENAMETOOLONG, "文件名过长"),
        (errno.EIO, "存储设备没有响应"),
    ],
)
def test_each_cause_has_its_own_sentence(code: int, said: str) -> None:
    error = unwritable(Path("结果.json"), OSError(code, os.strerror(code)))
    assert said in exits.sentences(error, Words("zh"))[0]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_a_request_to_end_is_heard_like_an_interruption(
    centre: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        monkeypatch.setattr(
            outputs, "check_outputs", lambda *_, **__: os.kill(os.getpid(), signal.SIGTERM)
        )
        ended = run("audit", centre, "-o", centre.with_name("x.json"))
    finally:
        signal.signal(signal.SIGTERM, before)
    assert (ended.code, "中断" in ended.stderr) == (130, True)


# --- sizes and encodings --------------------------------------------------------------------------


def test_a_cell_is_quoted_in_part(workbook: Build, tmp_path: Path) -> None:
    sheets = base_centre("镇级")
    for row in sheets[STAFF]:
        row["备注"] = "另有说明" * 8_000
        row["到岗日期"] = "很久" * 10_000
    sheets[CENTRE]["总面积(㎡)"] = "大" * 30_000
    out = tmp_path / "x.json"
    run("audit", workbook(sheets), "-o", out)
    assert out.stat().st_size < 200_000


@pytest.mark.parametrize("delimiter", [",", "|", ";", "\t"], ids=repr)
def test_a_table_is_read_by_its_separator(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "03 运营管理人员.csv"
    path.write_text(f"序号{delimiter}姓名{delimiter}专职/兼职\n1{delimiter}王建国{delimiter}专职\n")
    assert '"records":1' in run("doctor", path, "-f", "json").stdout.replace(" ", "")


def test_big5_is_called_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "人員.csv"
    path.write_bytes("序號,姓名,備註\n1,王建國,無\n".encode("big5"))
    ended = run("audit", path)
    assert (ended.code, "大五码" in ended.stderr) == (3, True)


# --- what is nearly right -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("HY-RY-03", 0, "HY-RY-03"),
        ("hy-ry-03", 0, "HY-RY-03"),
        ("RY-03", 0, "HY-RY-03"),
        ("专职人员", 0, "HY-RY-03"),
        ("HY-RY-3", 2, "是不是「HY-RY-03」"),
        ("专职人", 2, "是不是「HY-RY-03 (专职人员)」"),
        ("3", 2, "请写编号"),
        ("某某某某", 2, "请写编号"),
    ],
)
def test_a_clause_is_known_by_what_people_call_it(typed: str, code: int, said: str) -> None:
    ended = run("explain", typed)
    assert ended.code == code
    assert said in (ended.stderr or ended.stdout)


@pytest.mark.parametrize("name", ["没有.yaml", "标准/没有"])
def test_a_standard_that_is_named_as_a_file_is_looked_for_as_one(name: str) -> None:
    ended = run("standards", "validate", name)
    assert (ended.code, "是不是" in ended.stderr) == (2, False)
    assert "不存在" in ended.stderr


def test_help_lists_the_commands_in_the_order_of_the_work() -> None:
    said = run("--help").stdout
    titles = [said.index(f"\n{one}:\n") for one in ("填报", "审核", "文书", "汇总", "标准", "其他")]
    assert titles == sorted(titles)
