"""`centre-check page`: an office's own standard and words in a built page."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from centre_check.desk.page import office_block
from conftest import ROOT, run

from .conftest import Opened

FAILING = ROOT / "samples" / "区级未达标.xlsx"
STANDARD = ROOT / "standards" / "huyi-2019-centre.yaml"
PAGE = f"<!doctype html><title>x</title>{office_block(lang='zh')}<p>其余</p>"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "自查.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The shipped standard with one number changed."""
    text = STANDARD.read_text("utf-8")
    path = tmp_path / "我的标准.yaml"
    bound = "at_least: {district: 500, town: 200}"
    assert text.count(bound) == 1
    path.write_text(text.replace(bound, bound.replace("500", "400")), "utf-8")
    return path


def held(path: Path) -> dict[str, object]:
    (found,) = re.findall(r'id="office">(.*?)</script>', path.read_text("utf-8"))
    values: dict[str, object] = json.loads(found)
    return values


def test_only_the_block_of_the_office_changes(page: Path, own: Path, tmp_path: Path) -> None:
    target = tmp_path / "我的自查.html"
    evil = "</script><script>alert(1)</script>"
    done = run(
        "page", "-s", own, "--title", evil, "--contact", "电话", "--from", page, "-o", target
    )
    assert done.code == 0, done.stderr
    assert held(target)["title"] == evil
    assert held(target)["contact"] == "电话"
    files = held(target)["files"]
    assert isinstance(files, dict)
    assert list(files)[:2] == ["standard.yaml", "forms/centre.yaml"]
    assert files["standard.yaml"] == own.read_text("utf-8")
    start, end = PAGE.split(office_block(lang="zh"))
    assert target.read_text("utf-8").startswith(start)
    assert target.read_text("utf-8").endswith(end)
    assert target.read_text("utf-8").count("<script") == 1


def test_what_was_put_in_before_stays(page: Path, own: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1.html", tmp_path / "2.html"
    run("page", "-s", own, "--title", "某区", "--from", page, "-o", first)
    run("page", "--contact", "电话", "--from", first, "-o", second)
    assert held(second) == {**held(first), "contact": "电话"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param([], 2, "没有要放进自查页的内容", id="nothing to put in"),
        pytest.param(["--title", "长" * 201], 2, "超过200个字", id="a title without an end"),
        pytest.param(["-s", "没有.yaml"], 2, "没有.yaml", id="a standard that is not there"),
        pytest.param(["-s", "{broken}"], 3, "第1行", id="a standard with mistakes"),
    ],
)
def test_a_mistake_ends_in_a_sentence_and_writes_nothing(
    arguments: list[str], code: int, said: str, page: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "错.yaml"
    broken.write_text("id: x\nid: y\n", encoding="utf-8")
    given = [one.format(broken=broken) for one in arguments]
    done = run("page", *given, "--from", page, "-o", tmp_path / "新.html")
    assert done.code == code, done.stderr
    assert said in done.stderr or code == 3
    assert not (tmp_path / "新.html").exists()


def test_a_file_that_is_no_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<p>其他</p>", encoding="utf-8")
    done = run("page", "--title", "t", "--from", tmp_path / "x.html", "-o", tmp_path / "y.html")
    assert done.code == 2
    assert "不是离线自查页" in done.stderr


def test_the_page_judges_by_the_offices_own_standard_and_outlives_its_worker(
    built: Path, browser: Browser, own: Path, tmp_path: Path
) -> None:
    """What a workbook took is given back by a new worker; one that takes too long is told."""
    text = built.read_text("utf-8")
    for limit, tried in (
        (
            "data.memory > LARGEST",
            "data.memory > (limits.full-- > 0 ? 1 : LARGEST)",
        ),
        ("SECONDS * 1000)", "limits.late ? 1 : SECONDS * 1000)"),
    ):
        assert text.count(limit) == 1
        text = text.replace(limit, tried)
    source, target = tmp_path / "自查.html", tmp_path / "我的自查.html"
    source.write_text(text, "utf-8")
    done = run(
        "page",
        "-s",
        own,
        "--title",
        "某区自查",
        "--contact",
        "电话",
        "--from",
        source,
        "-o",
        target,
    )
    assert done.code == 0, done.stderr
    context = browser.new_context(offline=True)
    found = Opened(context.new_page())
    found.page.add_init_script("window.limits = {}")
    found.opens(target)
    page = found.page
    page.evaluate("limits.full = 1")
    found.drop([FAILING])
    assert "还有8条要办：6条要整改，2条要补填" in page.inner_text(".verdict")
    starts = "performance.getEntriesByName('step 4').length"
    assert page.evaluate(starts) >= 2
    assert page.inner_text("#name") == "某区自查"
    assert "电话" in page.inner_text("#foot")
    page.evaluate("limits.late = 1")
    found.drop([FAILING], "#view .wrong")
    assert "「区级未达标.xlsx」核对了60秒还没有完，已经停下" in page.inner_text("#view .wrong")
    assert found.troubles == []
    context.close()
