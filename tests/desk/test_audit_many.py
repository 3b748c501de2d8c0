"""`audit` of a folder: each workbook apart from the others, the same whatever the jobs."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from tests.hostile.make import FILES, bomb, ole

from centre_check.render.json import object_text
from conftest import CENTRE, ROOT, base_centre, lines, run, spawn

SAMPLES = ROOT / "samples"


def write_centre(path: Path, name: str, level: str = "镇级") -> Path:
    """A small centre that meets every clause, under a name of its own."""
    sheets = base_centre(level)
    sheets[CENTRE].update({"中心名称": name, "详细地址": f"{name}的地址"})
    book = Workbook()
    book.remove(book.active)
    for title, content in sheets.items():
        page = book.create_sheet(title)
        for line in lines(title, content, 0):
            page.append(line)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


@pytest.fixture(scope="module")
def thirty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty small centres in three folders; only to be read."""
    folder = tmp_path_factory.mktemp("thirty")
    for number in range(30):
        write_centre(folder / f"{number % 3}县" / f"{number:02}.xlsx", f"第{number}中心")
    return folder


@pytest.fixture
def district(tmp_path: Path) -> Path:
    """The four samples in nested folders."""
    folder = tmp_path / "全区"
    (folder / "镇" / "乙").mkdir(parents=True)
    for name, place in {
        "区级达标": "",
        "区级未达标": "",
        "镇级达标": "镇",
        "镇级待核定": "镇/乙",
    }.items():
        shutil.copy(SAMPLES / f"{name}.xlsx", folder / place)
    return folder


def _lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def _children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _start(*arguments: object, cwd: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "centre_check", "audit", *map(str, arguments)],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _wait_for(path: Path, size: int, process: "subprocess.Popen[str]") -> None:
    """Until the unfinished results are of this size."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if path.exists() and path.stat().st_size >= size:
            return
        time.sleep(0.005)
    raise AssertionError(process.communicate())


# --- what is said -----------------------------------------------------------------------------


def test_a_folder_is_listed_by_path_with_a_tally(district: Path) -> None:
    result = run("audit", district, COLUMNS="200")
    *listed, tally = result.stdout.splitlines()
    assert [line.split("：")[0] for line in listed] == ["未达标", "待核定", "待核定", "待核定"]
    assert listed[0].endswith(
        f"符合22条、不符合7条、无法判定2条、待现场核定2条 · {district}/区级未达标.xlsx"
    )
    assert tally == "共4份：达标0个、未达标1个、待核定3个、未能审核0个"
    assert (result.code, result.stderr) == (1, "")


def test_every_trouble_is_named_and_costs_only_its_own_file(district: Path) -> None:
    (district / "坏.xlsx").write_bytes((district / "区级达标.xlsx").read_bytes()[:9_000])
    (district / "密.xlsx").write_bytes(ole("EncryptedPackage", "EncryptionInfo"))
    (district / "炸弹.xlsx").write_bytes(bomb(300))
    shutil.copy(district / "区级达标.xlsx", district / "镇" / "又一份.xlsx")
    (district / "~$区级达标.xlsx").write_bytes(b"\x05admin")
    (district / ".DS_Store").write_bytes(b"")
    (district / "说明.docx").write_bytes(b"")
    result = run("audit", district, "-f", "jsonl")
    found = _lines(result.stdout)
    errors = {
        Path(one["error"]["path"]).name: one["error"]["message"] for one in found if "error" in one
    }
    assert len(found) - len(errors) == 5
    assert "不完整" in errors["坏.xlsx"]
    assert "加密" in errors["密.xlsx"]
    assert "--limit" in next(
        one["error"]["hint"] for one in found if "炸弹" in one.get("error", {}).get("path", "")
    )
    assert "区级达标.xlsx" in errors["又一份.xlsx"]
    assert "是同一个中心" in errors["又一份.xlsx"]
    assert result.code == 3
    assert all(name in result.stderr for name in errors)
    tally = run("audit", district, "-q").stdout
    assert tally == (
        "共8份：达标0个、未达标1个、待核定4个、未能审核3个；重复报送1个；"
        "跳过：锁定文件1个、隐藏文件1个、其他文件1个\n"
    )


@pytest.mark.skipif(os.name != "posix", reason="needs rlimits")
@pytest.mark.parametrize(
    "name", [name for name in FILES if name.endswith((".ods", ".xlsb", ".xls"))][:12]
)
def test_a_hostile_file_among_others_is_one_line(name: str, district: Path) -> None:
    FILES[name].lay(district)
    result = spawn("audit", district, district / name, "-f", "jsonl", "--limit", "seconds=5")
    found = _lines(result.stdout)
    assert len(found) == 5
    assert sum("error" not in one for one in found) >= 4
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_the_number_of_jobs_changes_nothing(form: str, thirty: Path) -> None:
    runs = [run("audit", thirty, "-f", form, "--jobs", jobs) for jobs in (1, 2, 3)]
    assert {(one.code, one.stdout, one.stderr) for one in runs} == {(4, runs[0].stdout, "")}


def test_a_line_holds_what_json_holds(district: Path) -> None:
    whole = json.loads(run("audit", district, "-f", "json").stdout)
    lines = _lines(run("audit", district, "-f", "jsonl").stdout)
    for line, audit in zip(lines, whole["audits"], strict=True):
        common = {line.pop(name) for name in ("schema_version", "key")}
        assert (line.pop("tool"), len(common)) == (whole["tool"], 2)
        assert line == audit


def test_one_file_named_alone_is_shown_as_ever(district: Path) -> None:
    path = district / "区级达标.xlsx"
    assert "共33条" in run("audit", path).stdout
    assert len(_lines(run("audit", path, "-f", "jsonl").stdout)) == 1


# --- where it goes ----------------------------------------------------------------------------


def test_a_folder_of_results_has_one_file_a_workbook_and_the_lines(
    district: Path, tmp_path: Path
) -> None:
    (district / "坏.xlsx").write_bytes(b"bad")
    result = run("audit", district, "-o", f"{tmp_path}/结果/")
    names = {"区级达标", "区级未达标", "坏", "镇_镇级达标", "镇_乙_镇级待核定"}
    written = {path.name for path in (tmp_path / "结果").iterdir()}
    assert written == {f"{name}.json" for name in names} | {"结果.jsonl"}
    alone = run("audit", district / "区级达标.xlsx", "-f", "json").stdout
    assert (tmp_path / "结果" / "区级达标.json").read_text("utf-8") == alone
    bad = json.loads((tmp_path / "结果" / "坏.json").read_text("utf-8"))
    assert (bad["audits"], len(bad["errors"])) == ([], 1)
    assert result.code == 3


def test_all_outputs_at_once(district: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / f"r{suffix}" for suffix in (".json", ".jsonl", ".txt")]
    result = run("audit", district, *(part for path in outputs for part in ("-o", path)))
    assert outputs[0].read_text("utf-8") == run("audit", district, "-f", "json").stdout
    assert outputs[1].read_text("utf-8") == run("audit", district, "-f", "jsonl").stdout
    assert outputs[2].read_text("utf-8") == result.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--resume",), "-o"),
        (("-o", "a.jsonl", "-o", "b.jsonl"), "b.jsonl"),
        (("-o", "r.pptx"), ".pptx"),
        (("--jobs", "0"), "--jobs"),
    ],
    ids=["resume without results", "two places", "unknown format", "no workers"],
)
def test_a_wish_that_cannot_be_met_is_said_before_any_work(
    arguments: Sequence[str],
    words: str,
    district: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("audit", district, *arguments)
    assert (result.code, result.stdout) == (2, "")
    assert words in result.stderr


def test_a_folder_without_workbooks_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    result = run("audit", tmp_path)
    assert (result.code, "其中没有工作簿（跳过1个文件）" in result.stderr) == (3, True)


# --- cut off and taken up again ---------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
@pytest.mark.parametrize("cut", [signal.SIGKILL, signal.SIGINT], ids=["kill -9", "Ctrl-C"])
def test_a_run_that_was_cut_off_goes_on_to_the_same_bytes(
    cut: signal.Signals, thirty: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(thirty, tmp_path / "thirty"))
    (folder / "坏.xlsx").write_bytes(b"bad")
    run("audit", folder, "-o", tmp_path / "whole.jsonl")
    whole = (tmp_path / "whole.jsonl").read_bytes()
    process = _start(folder, "--jobs", 2, "-o", "r.jsonl", cwd=tmp_path)
    part = tmp_path / "r.jsonl.part"
    _wait_for(part, len(whole) // 3, process)
    workers = _children(process.pid)
    process.send_signal(cut)
    _, said = process.communicate()
    assert not (tmp_path / "r.jsonl").exists()
    if cut == signal.SIGINT:
        assert process.returncode == 130
        assert "--resume" in said
        assert "Traceback" not in said
        assert part.read_bytes().endswith(b"}\n")
    _is_gone(workers)
    with part.open("ab") as file:
        file.write(b'{"schema_version":1,"key":"torn')
    kept = {json.loads(line)["key"] for line in part.read_bytes().splitlines()[:-1]}
    assert 5 <= len(kept) < 31
    result = run("audit", folder, "-o", tmp_path / "r.jsonl", "--resume")
    assert (tmp_path / "r.jsonl").read_bytes() == whole
    assert not part.exists()
    assert result.code == 3


def _is_gone(pids: Sequence[int]) -> None:
    assert pids
    deadline = time.monotonic() + 5
    while any(Path(f"/proc/{pid}/exe").exists() for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not [pid for pid in pids if Path(f"/proc/{pid}/exe").exists()]


def test_resuming_does_again_only_what_has_changed(district: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.jsonl"
    run("audit", district, "-o", out)
    before = {line["input"]["path"]: line["key"] for line in _lines(out.read_text("utf-8"))}
    shutil.copy(district / "区级未达标.xlsx", district / "镇" / "镇级达标.xlsx")
    (district / "区级未达标.xlsx").unlink()
    run("audit", district, "-o", out, "--resume")
    after = {line["input"]["path"]: line["key"] for line in _lines(out.read_text("utf-8"))}
    assert {Path(path).stem for path in after} == {"区级达标", "镇级达标", "镇级待核定"}
    assert {Path(path).stem for path in after if after[path] != before[path]} == {"镇级达标"}
    fresh = run("audit", district, "-f", "jsonl").stdout
    assert out.read_text("utf-8") == fresh


@pytest.mark.parametrize(
    "option",
    [
        ("--level", "town"),
        ("--as-of", "2025-01-01"),
        ("--personal", "show"),
        ("--limit", "cells=9999"),
    ],
)
def test_another_wish_is_another_result(
    option: tuple[str, str], district: Path, tmp_path: Path
) -> None:
    out = tmp_path / "r.jsonl"
    run("audit", district, "-o", out)
    before = {line["key"] for line in _lines(out.read_text("utf-8"))}
    run("audit", district, "-o", out, "--resume", *option)
    assert before.isdisjoint(line["key"] for line in _lines(out.read_text("utf-8")))


def test_a_kept_audit_is_written_as_it_was_made(district: Path, tmp_path: Path) -> None:
    first = run("audit", district, "-o", f"{tmp_path}/r/", "-f", "json")
    again = run("audit", district, "-o", f"{tmp_path}/r/", "-f", "json", "--resume")
    assert again.stdout == first.stdout


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_a_worker_that_is_killed_costs_nothing(thirty: Path, tmp_path: Path) -> None:
    whole = run("audit", thirty, "-f", "jsonl").stdout
    process = _start(thirty, "--jobs", 2, "-o", "r.jsonl", "-q", cwd=tmp_path)
    for size in (200_000, 600_000):
        _wait_for(tmp_path / "r.jsonl.part", size, process)
        for worker in _children(process.pid)[:1]:
            os.kill(worker, signal.SIGKILL)
    process.communicate()
    assert (tmp_path / "r.jsonl").read_text("utf-8") == whole


def test_text_of_an_object_is_as_it_was_written() -> None:
    assert (
        object_text({"a": [1, {"b": "一"}], "c": None}) == '{"a":[\n1,\n{"b":"一"}\n],\n"c":null}'
    )
