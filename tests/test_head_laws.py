"""Laws of heads: order, synonyms and unknown columns change nothing; composing is told."""

import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from conftest import (
    AGREEMENTS,
    CENTRE,
    MENTORS,
    ROOT,
    STAFF,
    TENANTS,
    Result,
    Sheets,
    base_centre,
    lines,
    run,
)

TABLES = (STAFF, MENTORS, TENANTS, AGREEMENTS)
COMPOSED = {
    (STAFF, "离岗日期"): "人员离岗时间",
    (STAFF, "到岗日期"): "基地到岗时间",
    (MENTORS, "聘任开始日期"): "导师聘任起始时间",
    (MENTORS, "导师类别"): "专家所属类别",
    (TENANTS, "实体名称"): "入驻企业全称",
    (TENANTS, "入驻日期"): "企业入驻基地时间",
    (TENANTS, "状态"): "企业当前状态",
    (AGREEMENTS, "实体名称"): "入驻企业全称",
    (AGREEMENTS, "终止日期"): "孵化协议结束时间",
    (CENTRE, "总面积(㎡)"): "基地场地总面积（㎡）",
    (CENTRE, "详细地址"): "基地详细地址",
}
UNKNOWN = ("政治面貌", "微信公众号", "所获荣誉", "统计口径说明", "是否党员")
same = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@cache
def synonyms() -> dict[tuple[str, str], tuple[str, ...]]:
    """Other heads of each field that say nothing of another field."""
    form = yaml.load(
        (ROOT / "standards" / "forms" / "centre.yaml").read_text("utf-8"), yaml.CSafeLoader
    )
    return {
        (f"{sheet['number']} {sheet['title']['zh']}", field["header"]): tuple(
            one for one in field.get("synonyms", ()) if one not in (field.get("implies") or {})
        )
        for sheet in form["sheets"]
        for field in sheet["fields"]
    }


def broken(rng: random.Random) -> Sheets:
    """A centre of which something may be wrong."""
    sheets = base_centre("区级")
    for name in TABLES:
        if rng.random() < 0.4:
            sheets[name] = sheets[name][: rng.randrange(1, len(sheets[name]) + 1)]
    if rng.random() < 0.4:
        sheets[STAFF][0]["离岗日期"] = "2020-01-31"
    if rng.random() < 0.3:
        sheets[TENANTS][0]["入驻日期"] = "2015-01-01"
    return sheets


def judged(sheets: Sheets, path: Path) -> Result:
    book = Workbook()
    book.remove(book.active)
    for title, content in sheets.items():
        page = book.create_sheet(title)
        for line in lines(title, content, 0):
            page.append(line)
    book.save(path)
    return run("audit", path, "-f", "json")


def findings(result: Result) -> list[tuple[Any, ...]]:
    return [
        (one["criterion"], one["outcome"], one["measured"], one["shortfall"])
        for one in result.audit["findings"]
    ]


@given(seed=st.integers(0, 10**6))
@same
def test_order_synonyms_and_unknown_columns_change_no_finding(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    rng = random.Random(seed)  # noqa: S311
    folder = tmp_path_factory.mktemp("law")
    sheets = broken(rng)
    before = findings(judged(sheets, folder / "a.xlsx"))
    for name in TABLES:
        heads = list(dict.fromkeys(head for row in sheets[name] for head in row))
        rng.shuffle(heads)
        renamed = {head: _other(name, head, rng) for head in heads}
        extra = rng.choice(UNKNOWN)
        sheets[name] = [
            {**{renamed[head]: row.get(head) for head in heads}, extra: "见材料"}
            for row in sheets[name]
        ]
    sheets["会议纪要"] = [{"议题": "年度安排", "结论意见": "见材料"}]
    assert findings(judged(sheets, folder / "b.xlsx")) == before


def _other(sheet: str, head: str, rng: random.Random) -> str:
    others = synonyms().get((sheet, head), ())
    return rng.choice((head, *others)) if others else head


@given(seed=st.integers(0, 10**6))
@same
def test_a_composed_head_decides_as_its_field_does_and_is_told(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    rng = random.Random(seed)  # noqa: S311
    folder = tmp_path_factory.mktemp("law")
    sheets = broken(rng)
    before = judged(sheets, folder / "a.xlsx")
    chosen = {key: text for key, text in COMPOSED.items() if rng.random() < 0.5}
    for (name, head), text in chosen.items():
        rows = [sheets[name]] if isinstance(sheets[name], dict) else sheets[name]
        for row in rows:
            if head in row:
                row[text] = row.pop(head)
    after = judged(sheets, folder / "b.xlsx")
    told = any(note["code"] == "composed_headers" for note in after.audit["notes"])
    for criterion, outcome in after.outcomes.items():
        assert outcome in (before.outcomes[criterion], "unknown")
        if outcome == "pass" and before.outcomes[criterion] != "pass":
            assert told
    if (TENANTS, "入驻日期") in chosen and after.outcomes["HY-FW-02"] != "not_applicable":
        assert "企业入驻基地时间" in str(after.audit["notes"])
