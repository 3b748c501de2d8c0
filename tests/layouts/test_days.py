"""The day to which a workbook's data refer, in every wording, and what happens without one."""

# ruff: noqa: E501

from datetime import date
from pathlib import Path

import pytest

from conftest import CENTRE, base_centre, run, write_book

from .layout import DAY, Layout, check

AS_OF = "01 数据截止日期"
DECEMBER = (
    "截至2020年12月31日", "2020年12月31日止", "2020.12.31（年报）", "2020年末", "2020年度",
    "截止到2020年12月31日", "２０２０年１２月３１日", "2020年12月31日24时", "2020-12-31日", "2020年12.31",
    "2020.12月31日", "2020年底", "2020年12月底", "2020年12月末", "2020年第四季度", "2020年四季度末",
    "2020年下半年", "2020年年报", "2020年度报告", "2020年全年", "2020年1-12月", "2020年1月—12月", "2020Q4",
    "2020年12月31日（星期四）", "2020年12月31日(含当日)", "数据截止2020年12月31日", "以2020年12月31日为准",
    "截至 2020 年 12 月 31 日 止", "贰零贰零年拾贰月叁拾壹日", "二〇二〇年末", "（2020年12月31日）",
    "2020年12月31日。", "Dec 31, 2020", "31-Dec-2020", "2020年12月31日年报数据", "20201231止",
    "20年12月31日止", "2020年12月31日（2020年度）", "统计时间：2020年12月31日", "2020，12，31", "2020 12 31",
    "2 0 2 0年1 2月3 1日", "2020年12月31日 24:00", "2020-12-31 周四", "2020年年终", "至2020年12月31日",
    "2020年12月", "2020/12", "2020", 44196, "2020-12-31",
)  # fmt: skip


NO_DAY = (
    "上半年", "2026/6/31", "2020年13月1日", "12月31日", "第四季度", "年末", "2020.12.31/2020.6.30",
    "2020年12月31日（2019年年报）", "2020年12月31日（农历）", "约2020年底", "2020年12月31日前", "见封面",
    "拟于2020年12月31日", "2020年2月30日", "本年度", "2020年12月31日（星期五）", "2020年第五季度",
    "5/12/2020", "2019年报或2020年报", "以最新为准", True,
)  # fmt: skip


@pytest.mark.parametrize("said", DECEMBER, ids=str)
def test_a_wording_of_the_day_is_read(said: object, tmp_path: Path) -> None:
    result = check(Layout("read", {AS_OF: said}), tmp_path)
    assert result.audit["as_of"] == DAY
    assert result.audit["as_of_from"] == "01 基本信息!B11"


JUNE = (
    "2020年上半年", "2020年二季度", "2020年6月底", "2020年半年报", "2020年1-6月", "2020年第2季度末", "截至2020年6月末",
    "2020年1—6月份",
)  # fmt: skip


@pytest.mark.parametrize("said", JUNE)
def test_a_part_of_a_year_ends_with_its_last_day(said: str, tmp_path: Path) -> None:
    assert check(Layout("read", {AS_OF: said}), tmp_path).audit["as_of"] == "2020-06-30"


DAYS = ("HY-YJ-01", "HY-RY-01", "HY-RY-02", "HY-RY-03", "HY-RY-04", "HY-RY-05", "HY-FW-01")
RULES = tuple(f"HY-GL-{at:02d}" for at in range(1, 8))
OPEN = dict.fromkeys((*DAYS, *RULES), "unknown")


@pytest.mark.parametrize("said", NO_DAY, ids=str)
def test_without_a_day_what_rests_on_it_is_open(said: object, tmp_path: Path) -> None:
    layout = Layout("open", {AS_OF: said}, OPEN, cells=[AS_OF], codes=["date_unreadable"])
    result = check(layout, tmp_path)
    for clause in OPEN:
        cells = [cell for reason in result.finding(clause)["reasons"] for cell in reason["cells"]]
        assert cells, clause
    head = run("audit", tmp_path / "中心.xlsx", COLUMNS="300").stdout.splitlines()[2]
    assert "01 基本信息!B11" in head
    assert "未填" not in head


@pytest.mark.parametrize("said", NO_DAY[:4], ids=str)
def test_a_day_that_is_given_settles_it(said: object, tmp_path: Path) -> None:
    check(Layout("given", {AS_OF: said}, options=("--as-of", DAY)), tmp_path)


@pytest.mark.parametrize("said", [None, "—", "/", ""], ids=repr)
def test_a_blank_is_today_and_said_so(said: object, tmp_path: Path) -> None:
    sheets = base_centre("镇级")
    sheets[CENTRE]["数据截止日期"] = said
    path = tmp_path / "中心.xlsx"
    write_book(path, sheets)
    result = run("audit", path, "-f", "json")
    assert result.audit["as_of"] == date.today().isoformat()
    assert "今天" in run("audit", path, COLUMNS="300").stdout.splitlines()[2]


def test_a_day_to_come_is_used_and_told(tmp_path: Path) -> None:
    sheets = base_centre("镇级")
    sheets[CENTRE]["数据截止日期"] = "2030-12-31"
    path = tmp_path / "中心.xlsx"
    write_book(path, sheets)
    result = run("audit", path, "-f", "json")
    assert result.audit["as_of"] == "2030-12-31"
    assert "date_to_come" in {note["code"] for note in result.audit["notes"]}
