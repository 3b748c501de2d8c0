"""Exemptions: what holds on which day, what is refused, and what every paper says of them."""

# ruff: noqa: E501, PLR0917

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from after.office import NAME, submit, table, waiver
from conftest import AGREEMENTS, CENTRE, ROOT, Result, Sheets, base_centre, on_site, run

DAY = "2020-06-30"


def small(sheets: Sheets) -> None:
    sheets[CENTRE]["总面积(㎡)"] = 90


def unsaid(sheets: Sheets) -> None:
    del sheets[CENTRE]["总面积(㎡)"]


@pytest.fixture(scope="module")
def centres(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Centres with an area that is too small, not said, and right."""
    folder = tmp_path_factory.mktemp("centres")
    found = {}
    for name, change in (("small", small), ("unsaid", unsaid), ("good", lambda _: None)):
        sheets = base_centre("镇级")
        change(sheets)
        sheets[CENTRE] |= {"负责人": "李建国"}
        found[name] = submit(folder / "报送" / f"{name}.xlsx", sheets)
    return found


def audited(centre: Path, waivers: Path, *options: object) -> Result:
    given = ("--waivers", waivers, *on_site(centre), "--as-of", DAY)
    return run("audit", centre, *given, *options)


# What is changed of a good entry, the centre, its verdict, what is said.
HELD: Sequence[tuple[str, dict[str, Any], str, str, str]] = [
    ("in force", {}, "small", "compliant", "达标（含豁免1条）"),
    ("ends on the day", {"有效期至": DAY}, "small", "compliant", "含豁免1条"),
    ("ended the day before", {"有效期至": "2020-06-29"}, "small", "non_compliant", "自2020-06-30起恢复原判定"),
    ("begins on the day", {"生效日期": DAY}, "small", "compliant", "含豁免1条"),
    ("begins the day after", {"生效日期": "2020-07-01"}, "small", "non_compliant", "尚未生效"),
    ("on a clause that is met", {}, "good", "compliant", "未用到"),
    ("on an undecided clause", {}, "unsaid", "undecided", "只豁免“不符合”"),
    ("on an undecided clause, said so", {"豁免情形": "无法判定"}, "unsaid", "compliant", "含豁免1条"),
    ("of undecided, on an unmet clause", {"豁免情形": "无法判定"}, "small", "non_compliant", "只豁免“无法判定”"),
    ("of another centre", {"中心名称": "别的中心"}, "small", "non_compliant", "没有本中心的豁免"),
    ("of a centre with a name like it", {"中心名称": "某某标准化创业中"}, "small", "non_compliant", "是否指本中心"),
    ("of another level", {"级别": "区级"}, "small", "non_compliant", "没有本中心的豁免"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "centre", "verdict", "said"), [pytest.param(*rest, id=what) for what, *rest in HELD]
)
def test_an_exemption(
    changes: dict[str, Any],
    centre: str,
    verdict: str,
    said: str,
    centres: Mapping[str, Path],
    tmp_path: Path,
) -> None:
    path = table(tmp_path / "豁免登记.xlsx", [waiver(**changes)])
    result = audited(centres[centre], path, "-f", "json")
    assert result.json is not None, result.stderr
    assert result.audit["verdict"] == verdict
    finding = result.finding("HY-YJ-04")
    assert finding["outcome"] == {"small": "fail", "unsaid": "unknown", "good": "pass"}[centre]
    assert (finding["waiver"] is not None) is ("含豁免" in said)
    assert said in "".join(audited(centres[centre], path).stdout.split())


REFUSED: Sequence[tuple[str, dict[str, Any], str]] = [
    *((f"without {head}", {head: None}, head) for head in ("编号", "理由", "依据文件", "批准人", "批准日期", "生效日期", "有效期至", "佐证")),
    ("without its centre", {"中心名称": None}, "哪个中心"),
    ("without its level", {"级别": None}, "哪个中心"),
    ("an unknown clause", {"条款编号": "HY-YJ-99"}, "没有条款"),
    ("no clause", {"条款编号": None}, "豁免登记!"),
    ("a day that is none", {"有效期至": "2020-02-30"}, "有效期至"),
    ("a month", {"有效期至": "2020年12月"}, "有效期至"),
    ("an end before the beginning", {"有效期至": "2020-02-29"}, "早于生效日期"),
    ("approved on a day to come", {"批准日期": "2099-01-01"}, "批准日期"),
    ("approved by who applied", {"申请人": "钱 七"}, "批准人不得是"),
    ("approved by the centre", {"批准人": NAME}, "批准人不得是"),
    ("an outcome that none covers", {"豁免情形": "全部"}, "豁免情形"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "said"), [pytest.param(*rest, id=what) for what, *rest in REFUSED]
)
def test_what_is_no_exemption_is_refused_before_any_audit(
    changes: dict[str, Any], said: str, centres: Mapping[str, Path], tmp_path: Path
) -> None:
    path = table(
        tmp_path / "豁免登记.xlsx", [waiver(), waiver(编号="2", 条款编号="HY-YJ-05") | changes]
    )
    for result in (audited(centres["small"], path), run("waivers", "check", path)):
        assert (result.code, result.stdout) == (3, ""), result.stdout
        assert "豁免登记.xlsx：豁免登记!" in result.stderr
        assert said in result.stderr


def rewritten(change: str, path: Path) -> Path:
    row = waiver()
    rows = [row]
    if change == "a column renamed":
        row["到期"] = row.pop("有效期至")
    elif change == "a column gone":
        del row["批准人"]
    elif change == "a number twice":
        rows.append(waiver(条款编号="HY-YJ-05"))
    elif change == "two at one time":
        rows.append(waiver(编号="2", 生效日期="2020-12-31", 有效期至="2021-12-31"))
    elif change == "nothing but a head":
        return table(path, [])
    return table(path, rows)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("a column renamed", "没有“有效期至”列"),
        ("a column gone", "没有“批准人”列"),
        ("a number twice", "编号鄠豁2020-01重复"),
        ("two at one time", "同一时段"),
        ("nothing but a head", "没有一条豁免"),
    ],
)
def test_a_broken_register_of_exemptions_is_refused(change: str, said: str, tmp_path: Path) -> None:
    result = run("waivers", "check", rewritten(change, tmp_path / "豁免登记.xlsx"))
    assert (result.code, said in result.stderr) == (3, True), result.stderr


def test_columns_in_another_order_and_one_more_change_nothing(
    centres: Mapping[str, Path], tmp_path: Path
) -> None:
    row = dict(reversed(waiver().items())) | {"经办": "某科"}
    assert audited(centres["small"], table(tmp_path / "表.xlsx", [row])).code == 0


def test_one_exemption_after_the_other_may_follow(tmp_path: Path) -> None:
    later = waiver(编号="2", 生效日期="2021-01-01", 有效期至="2021-12-31")
    path = table(tmp_path / "表.xlsx", [waiver(), later])
    assert run("waivers", "check", path).stdout == "2条豁免，没有错误\n"


def test_both_worlds_are_shown(centres: Mapping[str, Path], tmp_path: Path) -> None:
    path = table(tmp_path / "豁免登记.xlsx", [waiver()])
    held = audited(centres["small"], path)
    strict = audited(centres["small"], path, "--no-waivers")
    assert (held.code, strict.code) == (0, 1)
    assert "不计豁免：未达标" in held.stdout.replace("\n", "")
    assert "计入豁免：达标" in strict.stdout.replace("\n", "")
    result = audited(centres["small"], path, "-f", "json").audit
    assert (result["verdict"], result["verdict_otherwise"]) == ("compliant", "non_compliant")


@pytest.mark.parametrize("kind", ["report", "inspection-record", "self-check"])
def test_every_paper_names_the_approving_document(
    kind: str, centres: Mapping[str, Path], tmp_path: Path
) -> None:
    path = table(tmp_path / "豁免登记.xlsx", [waiver()])
    centre = centres["small"]
    text = run("print", kind, centre, "--waivers", path, *on_site(centre), "--as-of", DAY).stdout
    told = "".join(text.split())
    assert "依据关于同意过渡期安排的批复，批准人钱七" in told
    assert "标准本身未作规定" in told


@pytest.mark.parametrize(
    ("rows", "code", "said"),
    [
        ("第2行", 0, ""),
        ("鄠邑区第1商行", 0, ""),
        ("第3行", 3, "第3行"),
        ("第2行、第9行", 3, "第9行"),
    ],
    ids=["the record at fault", "its name", "a record that is right", "one of them is not there"],
)
def test_an_exemption_of_single_records(rows: str, code: int, said: str, tmp_path: Path) -> None:
    sheets = base_centre("镇级")
    sheets[AGREEMENTS][0]["终止日期"] = "2020-06-01"
    centre = submit(tmp_path / "报送" / "中心.xlsx", sheets)
    before = run("audit", centre, *on_site(centre), "--as-of", DAY, "-f", "json")
    (unmet,) = [one for one in before.audit["findings"] if one["decided"] == "fail"]
    path = table(tmp_path / "豁免.xlsx", [waiver(条款编号=unmet["criterion"], 记录=rows)])
    result = audited(centre, path)
    assert (result.code, said in result.stderr) == (code, True), result.stdout + result.stderr


def test_records_of_a_clause_that_has_none_are_refused(
    centres: Mapping[str, Path], tmp_path: Path
) -> None:
    result = audited(centres["small"], table(tmp_path / "豁免.xlsx", [waiver(记录="第2行")]))
    assert (result.code, "“记录”一栏请留空" in result.stderr) == (3, True)


def test_the_manager_of_a_centre_cannot_exempt_it(
    centres: Mapping[str, Path], tmp_path: Path
) -> None:
    result = audited(centres["small"], table(tmp_path / "豁免.xlsx", [waiver(批准人="李建国")]))
    assert (result.code, "批准人不得是" in result.stderr) == (3, True)


YAML = """\
豁免:
  - 编号: 鄠豁2020-01
    中心名称: 某某标准化创业中心
    级别: 镇级
    条款编号: HY-YJ-04
    理由: 厂房扩建
    依据文件: 批复
    批准人: 钱七
    批准日期: 2020-03-01
    生效日期: 2020-03-01
    有效期至: 2020-12-31
    佐证: 扫描件
"""


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (YAML, 0, ""),
        (YAML.replace("豁免:", "waivers:").replace("编号: 鄠", "id: 鄠"), 0, ""),
        (YAML.replace("理由", "理头"), 3, "豁免.yaml:6:5"),
        (YAML.replace("2020-12-31", "2020-13-31"), 3, "豁免.yaml：11"),
        (YAML.replace("    佐证: 扫描件\n", ""), 3, "豁免.yaml：2"),
        (YAML + "    佐证: 又一份\n", 3, "豁免.yaml:13"),
        ("豁免: 全部\n", 3, "豁免.yaml:1:1"),
        ("", 3, "豁免.yaml:1"),
        ("- " * 3000, 3, "豁免.yaml:1"),
        ("a: &a [" + "*a, " * 9 + "*a]", 3, "豁免.yaml:1"),
    ],
    ids=["good", "by ids", "a key misspelt", "a day that is none", "a key missing", "a key twice",
         "no list", "empty", "deep", "an anchor of itself"],
)  # fmt: skip
def test_exemptions_in_yaml(
    text: str, code: int, said: str, centres: Mapping[str, Path], tmp_path: Path
) -> None:
    path = tmp_path / "豁免.yaml"
    path.write_text(text, "utf-8")
    result = audited(centres["small"], path)
    assert (result.code, said in result.stderr) == (code, True), result.stderr


@pytest.mark.parametrize(
    ("day", "within", "shown"),
    [("2020-12-01", 30, True), ("2020-11-30", 30, False), ("2020-12-31", 0, True), ("2021-01-01", 30, False)],
    ids=["just within", "a day too early", "its last day", "ended"],
)  # fmt: skip
def test_what_ends_soon_is_listed(day: str, within: int, shown: bool, tmp_path: Path) -> None:  # noqa: FBT001
    path = table(tmp_path / "豁免登记.xlsx", [waiver()])
    options = ("--expiring", within, "--as-of", day)
    result = run("waivers", "list", path, *options, COLUMNS="200")
    assert ("鄠豁2020-01" in result.stdout) is shown


def test_a_standard_may_allow_no_exemption(centres: Mapping[str, Path], tmp_path: Path) -> None:
    text = (ROOT / "standards" / "huyi-2019-centre.yaml").read_text("utf-8")
    at = text.index("  - id: HY-YJ-04\n") + len("  - id: HY-YJ-04\n")
    own = tmp_path / "标准.yaml"
    own.write_text(text[:at] + "    waivable: false\n" + text[at:], "utf-8")
    path = table(tmp_path / "豁免.xlsx", [waiver()])
    result = audited(centres["small"], path, "-s", own)
    assert (result.code, "不得豁免" in result.stderr) == (3, True), result.stderr
