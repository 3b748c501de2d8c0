"""What a careful inspector reads without asking: none of it may be unknown."""

# ruff: noqa: E501

from pathlib import Path

import pytest

from conftest import AGREEMENTS, STAFF, SYSTEMS, TENANTS, Sheets, agreement

from .layout import Layout, check, each


def duty(text: str, mark: object = None, others: object = "否") -> object:
    """The first member is named by a duty only."""

    def edit(sheets: Sheets) -> None:
        for at, row in enumerate(sheets[STAFF]):
            row["是否政务综合服务专人"] = others if at else mark
            row["主要职责"] = "招商" if at else text

    return edit


def rules(**changes: object) -> object:
    return lambda sheets: [row.update(changes) for row in sheets[SYSTEMS]]


def also(**changes: object) -> object:
    """An entity that only the sheet of agreements knows."""
    return lambda sheets: sheets[AGREEMENTS].append(agreement(9, **changes))


FULL = "03 专职/兼职 1"
LAYOUTS = (
    Layout("a duty names who is not marked", edit=duty("政务综合服务")),
    Layout("a duty names who has a dash", edit=duty("负责政务综合服务，代办社保", "—")),
    Layout("a duty names who has a slash", edit=duty("政务综合服务", "/")),
    Layout("a duty names one, all blank", edit=duty("政务服务、咨询", None, None)),
    Layout("a duty of one who is marked as no", edit=duty("政务综合服务", "否"), clauses={"HY-RY-02": "fail"}),
    Layout("a duty that is another", edit=duty("招商"), clauses={"HY-RY-02": "unknown"}),
    Layout("a duty that is only helped with", edit=duty("协助政务综合服务"), clauses={"HY-RY-02": "unknown"}),
    Layout("rules with a day and no status", edit=rules(状态=None)),
    Layout("rules with a day and a dash for a status", edit=rules(状态="—")),
    Layout("rules of a day to come and no status", edit=rules(状态=None, 印发日期="2021-03-01"), clauses=dict.fromkeys([f"HY-GL-0{at}" for at in range(1, 7)], "fail")),
    Layout("rules that are drafts", edit=rules(状态="草拟"), clauses=dict.fromkeys([f"HY-GL-0{at}" for at in range(1, 7)], "fail")),
    Layout("rules with neither", edit=rules(状态=None, 印发日期=None), clauses=dict.fromkeys([f"HY-GL-0{at}" for at in range(1, 7)], "unknown")),
    Layout("an entity known from a lease only", edit=also(协议类型="租赁", 终止日期="2029-06-30")),
    Layout("an entity known from a draft only", edit=also(双方签字盖章="否", 终止日期="2029-06-30")),
    Layout("an entity known from a long agreement only", edit=also(终止日期="2029-06-30"), clauses={"HY-FW-02": "fail"}),
    Layout("an entity known from an agreement only", edit=also()),
    *(Layout(f"full-time as {said}", {FULL: said}) for said in (
        "专职√ 兼职", "专职√/兼职", "√专职 兼职", "专职 √　兼职"[:2] + "√　兼职", "专职。", "專職", "專職。", "专职，", "专职 ", "☑专职 □兼职", "专职☑ 兼职□", "专职✔、兼职", "（专职）"[1:3],
    )),
    *(Layout(f"part-time as {said}", {FULL: said}, {"HY-RY-03": "fail"}) for said in ("专职 兼职√", "兼職", "兼职。", "专职/√兼职")),
    *(Layout(f"neither as {said}", {FULL: said}, {"HY-RY-03": "unknown"}) for said in ("专职√兼职√", "专职 兼职", "专兼职", "专职√ 兼职√", "?")),
    *(Layout(f"named for government services as {said}", {"03 是否政务综合服务专人 1": said}) for said in ("是。", "是！", "是;", "有。", "√。", "已。", "是 ", "【是】"[1:2])),
    *(Layout(f"a leaving date of {said}", {"03 离岗日期 1": said}) for said in ("—", "/", "／", "－", "--", "无", "——", "\\", "无。")),
    *(Layout(f"an end of residence of {said}", {"05 退出日期 1": said}) for said in ("—", "/", "／", "－", "--", "无")),
    *(Layout(f"a status of {said}", edit=lambda sheets, said=said: sheets[TENANTS][0].update(状态=said)) for said in ("在驻。", "—", "/", "在駐", "在驻，")),
)  # fmt: skip


@each(LAYOUTS)
def test_layout(layout: Layout, tmp_path: Path) -> None:
    check(layout, tmp_path)


@pytest.mark.parametrize(
    "said", ["12户", "12 户", "12户。", "１２户", "十二户", "12户以上", "共12户"]
)
def test_twelve_households_are_twelve(said: str, tmp_path: Path) -> None:
    check(Layout("twelve", {"01 可容纳创业实体数": said}, {"HY-YJ-05": "pass"}), tmp_path)
