"""Results are read back strictly: what `audit` wrote, or a sentence with file and line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from centre_check.errors import CentreCheckError
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.results import read
from centre_check.words import Words
from conftest import AUDIT_DAY, ROOT, run

SAMPLES = ("区级达标", "区级未达标", "镇级达标", "镇级待核定")
WORDS = Words("zh")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of the samples, in a folder as a batch leaves them; only to be read."""
    out = tmp_path_factory.mktemp("结果")
    books = [ROOT / "samples" / f"{name}.xlsx" for name in SAMPLES]
    assert run("audit", *books, "--as-of", "2026-06-30", "-o", f"{out}/").code == 1
    return out


@pytest.fixture(scope="module")
def report(folder: Path) -> str:
    books = [ROOT / "samples" / f"{name}.xlsx" for name in SAMPLES]
    return run("audit", *books, "--as-of", "2026-06-30", "-f", "json").stdout


def said(path: Path) -> list[str]:
    with pytest.raises(CentreCheckError) as error:
        read.read([path])
    return error.value.say(WORDS)


def test_a_folder_with_lines_and_files_holds_every_result_once(folder: Path) -> None:
    files = read.files(folder)
    assert len(files) == len(SAMPLES) + 1
    found = read.read(files)
    assert len(found.centres) == len(SAMPLES)
    assert found.failures == ()


def test_what_is_read_is_what_was_written(report: str, tmp_path: Path) -> None:
    path = tmp_path / "结果.json"
    path.write_text(report, "utf-8")
    found = read.read([path]).centres
    for one, written in zip(found, json.loads(report)["audits"], strict=True):
        assert one.verdict == written["verdict"]
        assert one.as_of.isoformat() == written["as_of"]
        assert one.built_on == written["centre"]["built_on"]
        assert one.standard.sha256 == written["standard"]["sha256"]
        assert [clause.criterion for clause in one.clauses] == [
            finding["criterion"] for finding in written["findings"]
        ]
        assert {str(o): one.number_of(o) for o in Outcome} == {
            key: n for key, n in written["summary"].items() if key != "total"
        }


def test_no_row_of_a_roster_is_kept(report: str, tmp_path: Path) -> None:
    """Who stands in a row is nothing that a summary needs."""
    path = tmp_path / "结果.json"
    path.write_text(report, "utf-8")
    for one in read.read([path]).centres:
        assert not hasattr(one.clauses[0], "counted")


def change(report: str, edit: Callable[[Any], None]) -> str:
    data = json.loads(report)
    edit(data)
    return json.dumps(data, ensure_ascii=False, indent=1)


@pytest.mark.parametrize(
    ("edit", "part"),
    [
        (lambda d: d.update(schema_version=1), "版本不同"),
        (lambda d: d.clear(), "不是「centre-check audit」写出的结果"),
        (lambda d: d["audits"][0].pop("verdict"), "缺少键「verdict」"),
        (lambda d: d["audits"][0].update(verdict="passed"), "应为「compliant」"),
        (lambda d: d["audits"][0].update(points=3), "没有「points」这个键"),
        (lambda d: d["audits"][1]["findings"][2].update(shortfall=20), "应为文字"),
        (lambda d: d["audits"][1]["summary"].update(fail=0), "汇总数与逐条结果不一致"),
        (lambda d: d["audits"][0]["findings"].append(d["audits"][0]["findings"][0]), "不一致"),
        (lambda d: d["audits"][0].update(as_of="2026年"), "不合要求"),
    ],
    ids=[
        "another version",
        "another file",
        "a key left out",
        "an unknown verdict",
        "an unknown key",
        "a number that is none of ours",
        "counts that were changed",
        "a clause that was added",
        "a day that is none",
    ],
)
def test_what_is_no_result_is_said_in_one_sentence(
    report: str, tmp_path: Path, edit: Callable[[Any], None], part: str
) -> None:
    path = tmp_path / "结果.json"
    path.write_text(change(report, edit), "utf-8")
    (sentence, *_) = said(path)
    assert sentence.startswith(f"{path}:")
    if part != "不合要求":
        assert part in sentence


@pytest.mark.parametrize("text", ["", "{", "不是数据", '{"schema_version":1', "[" * 100_000])
def test_what_is_no_json_is_said_in_one_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "结果.json"
    path.write_text(text, "utf-8")
    (sentence,) = said(path)
    assert "不是 JSON" in sentence


def test_a_mistake_is_told_with_its_line(report: str, tmp_path: Path) -> None:
    path = tmp_path / "结果.json"
    lines = report.split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith('"verdict"'))
    lines[at] = '"verdict":"great",'
    path.write_text("\n".join(lines), "utf-8")
    (sentence,) = said(path)
    assert sentence.startswith(f"{path}:{at + 1}:11 ")


def test_a_line_of_many_is_named(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "结果.jsonl"
    lines = (folder / "结果.jsonl").read_text("utf-8").splitlines()
    path.write_text("\n".join([*lines[:2], lines[2][:500], lines[3]]), "utf-8")
    (sentence,) = said(path)
    assert sentence.startswith(f"{path}:3:")


def test_a_file_that_could_not_be_audited_is_kept_as_such(tmp_path: Path) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 no zip")
    out = tmp_path / "结果"
    run("audit", tmp_path, "-o", f"{out}/")
    found = read.read(read.files(out))
    assert found.centres == ()
    (failure,) = found.failures
    assert failure.path.endswith("坏.xlsx")
    assert failure.message


def test_results_of_an_interrupted_run_are_refused(tmp_path: Path) -> None:
    (tmp_path / "结果.jsonl.part").write_text("", "utf-8")
    with pytest.raises(CentreCheckError) as error:
        read.files(tmp_path)
    assert "--resume" in error.value.say(WORDS)[1]


def test_an_audit_of_just_now_reads_like_its_file(
    tmp_path: Path, workbook: Callable[..., Path]
) -> None:
    from conftest import base_centre

    book = workbook(base_centre("镇级"))
    out = tmp_path / "结果.json"
    assert run("audit", book, "--as-of", AUDIT_DAY, "-o", out).code == 4
    (one,) = read.read([out]).centres
    assert one.verdict is Verdict.UNDECIDED
    assert one.workbook == str(book)
    assert one.place == str(out)
