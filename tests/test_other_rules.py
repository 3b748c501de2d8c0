"""Rules that other cities write, each on both sides of its limit: a standard is only YAML."""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from conftest import CENTRE, MENTORS, ROOT, TENANTS, base_centre, mentor, run, tenant

STARTER = (ROOT / "standards" / "starters" / "my-standard.yaml").read_text("utf-8")
Build = Callable[..., Path]


def standard(tmp_path: Path, check: str, populations: str = "") -> Path:
    """The starter with one criterion, of which `check` is the check."""
    before, _, _ = STARTER.partition("criteria:\n")
    inner = "".join(f"      {line}\n" for line in check.strip().splitlines())
    before = before.replace("\ngroups:", f"{populations}\ngroups:")
    found = tmp_path / "另一标准.yaml"
    found.write_text(
        f"{before}criteria:\n  - id: MY-01\n    clause: 第五条\n    quote: 原文\n    title: {{zh: 标题}}\n"
        f"    check:\n{inner}    interpretation: {{zh: 口径。}}\n    remedy: {{zh: '整改：{{gap}}。'}}\n"
        "    examples:\n      unknown: [{name: 空, level: 区级, sheets: {基本信息: {中心名称: 某中心}}}]\n",
        "utf-8",
    )
    return found


def judged(path: Path, book: Path) -> Any:
    ended = run("audit", book, "-s", path, "-f", "json", "--as-of", "2020-06-30")
    assert ended.json is not None, ended.stderr
    return ended.finding("MY-01")


def sheets(**centre: object) -> dict[str, Any]:
    found = base_centre("区级")
    del found["16 现场核定"]
    found[CENTRE] |= centre
    return found


# --- limits by what the centre is -----------------------------------------------------------------

BY_KIND = """
quantity: {number: centre, field: total_area}
bound:
  by: centre
  cases:
    - {where: [{field: tenure, is: own}, {field: town, named: [甲镇, 乙镇]}], at_least: 4000}
    - {where: [{field: tenure, is: own}], at_least: 5000}
    - {where: [{field: town, named: [甲镇, 乙镇]}], at_least: 6400}
  otherwise: {at_least: 8000}
unit: {zh: ㎡}
"""
AREAS = {
    "any centre": ({"场地权属": "租赁", "所属镇街": "丙镇"}, 8000),
    "of a kind": ({"场地权属": "自有", "所属镇街": "丙镇"}, 5000),
    "of a named town": ({"场地权属": "租赁", "所属镇街": "乙镇"}, 6400),
    "of that kind and town": ({"场地权属": "自有", "所属镇街": "甲镇"}, 4000),
}


@pytest.mark.parametrize("short", [0, 1])
@pytest.mark.parametrize(("centre", "limit"), AREAS.values(), ids=AREAS)
def test_a_limit_goes_by_what_the_centre_is(
    centre: Mapping[str, object], limit: int, short: int, tmp_path: Path, workbook: Build
) -> None:
    book = workbook(sheets(**{**centre, "总面积(㎡)": limit - short}))
    found = judged(standard(tmp_path, BY_KIND), book)
    assert found["required"]["value"] == str(limit)
    assert (found["outcome"], found["shortfall"]) == (("fail", "1") if short else ("pass", None))
    assert f"要求不低于{limit}㎡" in found["message"]


@pytest.mark.parametrize(
    ("area", "outcome"), [(4999, "fail"), (5000, "unknown"), (7999, "unknown"), (8000, "pass")]
)
def test_an_unknown_kind_leaves_open_only_what_it_tips(
    area: int, outcome: str, tmp_path: Path, workbook: Build
) -> None:
    book = workbook(sheets(场地权属=None, 所属镇街="丙镇", **{"总面积(㎡)": area}))
    found = judged(standard(tmp_path, BY_KIND), book)
    assert found["outcome"] == outcome
    assert ("场地权属" in found["message"]) == (outcome == "unknown")


def test_a_limit_by_kind_is_said_in_words(tmp_path: Path) -> None:
    said = "".join(run("standards", "show", standard(tmp_path, BY_KIND)).stdout.split())
    assert "不低于4000㎡" in said
    assert "其余不低于8000㎡" in said


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("by: centre", "by: centr", "没有范围「centr」"),
        ("field: tenure", "field: tenur", "没有字段「tenur」"),
        ("is: own", "is: owned", "没有选项「owned」"),
        ("  otherwise: {at_least: 8000}\n", "", "缺少键「otherwise」"),
    ],
)
def test_a_limit_by_kind_is_checked(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    ended = run("standards", "validate", standard(tmp_path, BY_KIND.replace(old, new)))
    assert (ended.code, sentence in ended.stdout) == (3, True), ended.stdout


# --- ratios: both numbers, the gap in what is counted, and who it is ------------------------------

MENTOR = "quantity: {ratio: {count: mentors}, of: {count: tenants}, counted_in: 名}\nbound: {at_least: 20}\nunit: {zh: '%'}"
USED = "quantity: {ratio: {sum: tenants, field: area}, of: {number: centre, field: total_area}}\nbound: {at_least: 75}\nunit: {zh: '%'}"
ONE = "quantity: {ratio: {highest: tenants, field: area}, of: {number: centre, field: total_area}}\nbound: {at_most: 10}\nunit: {zh: '%'}"
LARGE = "quantity: {highest: tenants, field: area}\nbound: {at_most: 60}\nunit: {zh: ㎡}"
SMALL = "quantity: {lowest: tenants, field: area}\nbound: {at_least: 20}\nunit: {zh: ㎡}"
RATIOS = {
    "two mentors of ten": (MENTOR, 2, [20] * 10, "pass", "名册2/10，20%，要求不少于20%。"),
    "two mentors of eleven": (MENTOR, 2, [20] * 11, "fail", "名册2/11，18.18%，要求不少于20%，差1名。"),
    "two mentors of sixteen": (MENTOR, 2, [20] * 16, "fail", "名册2/16，12.5%，要求不少于20%，差2名。"),
    "three quarters used": (USED, 1, [60] * 7 + [30], "pass", "填报450/600，75%，要求不少于75%。"),
    "a little less used": (USED, 1, [60] * 7 + [27], "fail", "填报447/600，74.5%，要求不少于75%，差0.5个百分点。"),
    "used in metres": (USED.replace("}}\nb", "}, counted_in: ㎡}\nb"), 1, [60] * 7 + [27], "fail", "填报447/600，74.5%，要求不少于75%，差3㎡。"),
    "no tenant over a tenth": (ONE, 1, [60, 20], "pass", "填报60/600，10%，要求不超过10%。"),
    "one tenant over a tenth": (ONE, 1, [60, 63, 20], "fail", "填报63/600，10.5%，要求不超过10%，超0.5个百分点。鄠邑区第2商行使用面积为63。"),
    "two tenants too large": (LARGE, 1, [61, 20, 62], "fail", "名册62㎡，要求不超过60㎡，超2㎡。鄠邑区第1商行使用面积为61；鄠邑区第3商行使用面积为62。"),
    "one tenant too small": (SMALL, 1, [20, 19], "fail", "名册19㎡，要求不少于20㎡，差1㎡。鄠邑区第2商行使用面积为19。"),
}  # fmt: skip


@pytest.mark.parametrize("case", RATIOS.values(), ids=RATIOS)
def test_a_ratio_tells_both_numbers_and_who_breaks_it(
    case: tuple[str, int, Sequence[int], str, str], tmp_path: Path, workbook: Build
) -> None:
    check, mentors, areas, outcome, message = case
    book = sheets(**{"总面积(㎡)": 600})
    book[MENTORS] = [mentor(at) for at in range(1, mentors + 1)]
    book[TENANTS] = [tenant(at, 使用面积=area) for at, area in enumerate(areas, 1)]
    found = judged(standard(tmp_path, check), workbook(book))
    assert (found["outcome"], found["message"]) == (outcome, message)


# --- who entered when, who stayed how long --------------------------------------------------------

ENTERED = """  entered:
    title: {zh: 三年前入驻的实体}
    rows: [tenants]
    where:
      - {field: moved_in_on, months_before: 36}
"""
SURVIVE = "quantity:\n  share: entered\n  where: [{field: moved_out_on, on_or_after: audit_date, when_blank: 'yes'}]\nbound: {at_least: 0.6}\nunit: {zh: 户}"
MEAN = "quantity: {stay: tenants, from: moved_in_on, to: moved_out_on, taken: mean}\nbound: {at_most: 4}\nunit: {zh: 年}"
LONGEST = "quantity: {stay: tenants, from: moved_in_on, to: moved_out_on}\nbound: {at_most: 6}\nunit: {zh: 年}"
SHORTEST = "quantity: {stay: tenants, from: moved_in_on, to: moved_out_on, taken: shortest}\nbound: {at_least: 6}\nunit: {zh: 个月}"
OLD, GONE = ("2017-06-30", None), ("2017-06-30", "2019-01-01")
STAYS = {
    "three of five survive": (SURVIVE, [OLD] * 3 + [GONE] * 2, "pass", "名册5户中有3户，要求不少于60%"),
    "two of four survive": (SURVIVE, [OLD] * 2 + [GONE] * 2, "fail", "名册4户中有2户，要求不少于60%，差1户"),
    "a day later is not three years ago": (SURVIVE, [OLD] * 3 + [GONE] * 2 + [("2017-07-01", "2019-01-01")] * 3, "pass", "名册5户中有3户，要求不少于60%"),
    "entered on no known day": (SURVIVE, [OLD] * 2 + [GONE] * 2 + [(None, None)], "unknown", "入驻日期"),
    "a mean of four years": (MEAN, [("2014-06-30", None), ("2018-06-30", None)], "pass", "名册4年"),
    "a mean of a day more": (MEAN, [("2014-06-29", None), ("2018-06-30", None)], "fail", "超0.001"),
    "a mean with a blank": (MEAN, [("2014-06-30", None), (None, None)], "unknown", "入驻日期"),
    "six years to the day": (LONGEST, [("2014-06-30", None), ("2018-06-30", None)], "pass", "名册6年"),
    "six years and a month": (LONGEST, [("2018-06-30", None), ("2014-05-30", None)], "fail", "名册6.08年，要求不超过6年，超0.08年。鄠邑区第2商行入驻日期为2014-05-30"),
    "left before six years were over": (LONGEST, [("2010-06-30", "2016-06-30")], "pass", "名册6年"),
    "a day to come counts up to now": (LONGEST, [("2014-06-30", "2024-06-30")], "pass", "名册6年"),
    "left before it entered": (LONGEST, [("2018-06-30", "2016-06-30")], "unknown", "终止日期早于起始日期"),
    "longer already, whatever the blank says": (LONGEST, [("2010-06-30", None), (None, None)], "fail", "鄠邑区第1商行"),
    "six months at least": (SHORTEST, [("2019-12-30", None), ("2019-06-30", None)], "pass", "名册6个月"),
    "a day less": (SHORTEST, [("2020-01-01", None), ("2019-06-30", None)], "fail", "鄠邑区第1商行入驻日期为2020-01-01"),
}  # fmt: skip


@pytest.mark.parametrize("case", STAYS.values(), ids=STAYS)
def test_a_stay_goes_from_day_to_day(
    case: tuple[str, Sequence[tuple[str | None, str | None]], str, str],
    tmp_path: Path,
    workbook: Build,
) -> None:
    check, days, outcome, message = case
    book = sheets()
    book[TENANTS] = [
        tenant(at, 入驻日期=first, 退出日期=last) for at, (first, last) in enumerate(days, 1)
    ]
    found = judged(standard(tmp_path, check, ENTERED), workbook(book))
    assert (found["outcome"], message in found["message"]) == (outcome, True), found["message"]
