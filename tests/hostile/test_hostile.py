"""No file, however it was made, crashes, hangs, fills memory, or leaves anything behind."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from tests.hostile.make import AREA, CENTRE, FILES, READ, SURVIVE, book, ods, ods_row, ods_table
from tests.hostile.run import SECONDS, Run, run

from centre_check.errors import WorkbookError
from centre_check.workbook import isolation
from centre_check.workbook.containers import DamagedFile, FileKind
from centre_check.workbook.guard import DEFAULT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs rlimits and /proc")
SMALL = DEFAULT._replace(seconds=1, memory=400 << 20)
_REFUSED = {name: one for name, one in FILES.items() if one.then not in (READ, SURVIVE)}


def _panics(_: bytes) -> object:
    panic = type("PanicException", (BaseException,), {})
    raise panic


def _ids(names: object) -> list[str]:
    return [ascii(name)[1:-1] for name in names]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", list(FILES), ids=_ids(FILES))
def test_a_file_ends_in_a_verdict_or_a_sentence(name: str, tmp_path: Path) -> None:
    FILES[name].lay(tmp_path)
    before = sorted(tmp_path.iterdir())
    done = run(tmp_path / name)
    assert done.code in (0, 1, 3, 4), done.err
    assert done.seconds < SECONDS
    assert "Traceback" not in done.err
    assert "panicked" not in done.err
    assert "\x1b" not in done.err
    assert sorted(tmp_path.iterdir()) == before
    then = FILES[name].then
    if done.code == 3:
        assert 1 <= len(done.err.strip().splitlines()) <= 2
        assert then == SURVIVE or re.search(then, done.err), done.err
    if then == READ:
        _is_read(done)
    if then not in (READ, SURVIVE):
        assert done.code == 3, done.out[:200]


def _is_read(done: Run) -> None:
    audit = json.loads(done.out)["audits"][0]
    assert audit["centre"]["name"] == CENTRE
    assert audit["centre"]["level"] == "district"
    lows = [finding["measured"]["low"] for finding in audit["findings"] if finding["measured"]]
    assert Decimal(AREA) in [Decimal(low) for low in lows if low is not None]


def test_there_are_enough_files() -> None:
    assert len(FILES) >= 80
    assert len({one.then for one in _REFUSED.values()}) >= 20


@pytest.mark.parametrize("name", ["nan.xlsx", "inf.xlsx", "1e400.xlsx", "bad-shared-index.xlsx"])
def test_a_value_that_is_none_is_never_used(name: str, tmp_path: Path) -> None:
    FILES[name].lay(tmp_path)
    done = run(tmp_path / name)
    assert done.code in (3, 4)
    assert b"nought" not in done.out
    if done.code == 4:
        with pytest.raises(AssertionError):
            _is_read(done)


def test_of_two_sheets_with_one_name_none_is_used(tmp_path: Path) -> None:
    FILES["two-sheets-one-name.xlsx"].lay(tmp_path)
    done = run(tmp_path / "two-sheets-one-name.xlsx")
    assert done.code in (3, 4)
    if done.code == 4:
        assert json.loads(done.out)["audits"][0]["centre"]["name"] in (None, "")


def test_a_limit_can_be_raised_and_lowered(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(book())
    low = run(tmp_path / "a.xlsx", ["--lang", "en", "--limit", "cells=5"])
    assert low.code == 3
    assert "--limit cells=12" in low.err
    assert run(tmp_path / "a.xlsx", ["--limit", "cells=12"]).code == 4
    unknown = run(tmp_path / "a.xlsx", ["--lang", "en", "--limit", "cels=12"])
    assert (unknown.code, "did you mean cells" in unknown.err) == (2, True)


def test_a_worker_dies_with_its_parent(tmp_path: Path) -> None:
    rows = "".join(ods_row(*["x"] * 50) for _ in range(4_000))
    (tmp_path / "a.ods").write_bytes(ods(ods_table(rows)))
    process = subprocess.Popen(
        [sys.executable, "-m", "centre_check", "audit", "a.ods"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    worker = ""
    while process.poll() is None and not worker:
        worker = children.read_text().strip()
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert worker
    deadline = time.monotonic() + 2
    while Path(f"/proc/{worker}").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not Path(f"/proc/{worker}").exists()


def test_a_platform_that_cannot_fork_asks_a_new_interpreter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(isolation, "CAN_FORK", False)
    assert isolation.run(FileKind.XLSX, book(), "a.xlsx", DEFAULT)[0].name == "01 基本信息"
    with pytest.raises(DamagedFile):
        isolation.run(FileKind.XLSX, b"PK", "a.xlsx", DEFAULT)


@pytest.mark.parametrize(
    ("reader", "words"),
    [
        (lambda _: os.abort(), "memory"),
        (lambda _: os.kill(os.getpid(), signal.SIGSEGV), "broke down"),
        (lambda _: time.sleep(60), "longer to read than 1 seconds"),
        (lambda _: (b"x" * (1 << 33),), "memory"),
        (lambda _: ("x" * (200 << 20),), "memory"),
        (_panics, "broke down"),
    ],
    ids=["abort", "segment fault", "endless", "hungry", "too much to say", "panic"],
)
def test_a_parser_that_breaks_down_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, reader: Callable[[bytes], object], words: str
) -> None:
    monkeypatch.setattr(isolation, "READERS", {FileKind.XLSX: reader})
    with pytest.raises(WorkbookError, match=words):
        isolation.run(FileKind.XLSX, b"", "a.xlsx", SMALL)
    with pytest.raises(ChildProcessError):  # no zombie is left
        os.waitpid(-1, os.WNOHANG)


def test_standard_input_and_a_folder_of_csv_files_are_read(tmp_path: Path) -> None:
    table = f"项目,填报内容\n中心名称,{CENTRE}\n级别,区级\n总面积(㎡),{AREA}\n"
    folder = tmp_path / "某中心"
    folder.mkdir()
    (folder / "01 基本信息.csv").write_text(table, encoding="utf-8-sig")
    _is_read(run(folder))
    command = [sys.executable, "-m", "centre_check", "audit", "-", "-f", "json"]
    done = subprocess.run(command, input=book(), capture_output=True, check=False)
    _is_read(Run(done.returncode, done.stdout, "", 0, 0))
