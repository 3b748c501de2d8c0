"""The shipped standard: true to its source, complete, and as its own examples say."""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from centre_check.desk.examples import run_examples
from centre_check.files import BrokenFile
from centre_check.standard import shelf
from centre_check.standard.compile import compiled_files
from centre_check.words import Words
from conftest import (
    AGREEMENTS,
    CENTRE,
    MENTORS,
    ROOT,
    SERVICES,
    STAFF,
    TENANTS,
    Result,
    Sheets,
    agreement,
    base_centre,
    mentor,
    run,
    service,
    staff,
    tenant,
)
from test_acceptance import IDS

SEEDS = ROOT.parent / "shared" / "seeds"
QUOTES = ROOT / "tests" / "golden" / "quotes.txt"
STANDARDS = sorted((ROOT / "standards").glob("*.yaml"))
HUYI = ROOT / "standards" / "huyi-2019-centre.yaml"
Judge = Callable[..., Result]


@pytest.fixture(scope="module")
def written() -> Any:
    """The standard's YAML as it stands in the file."""
    return yaml.load(HUYI.read_text("utf-8"), yaml.CSafeLoader)


# --- true to the source ---------------------------------------------------------------------------


def folded(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def quotes(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("quote", "sentence", "text") and not isinstance(node.get("each"), str):
                for text in value.values() if isinstance(value, dict) else [value]:
                    yield from filter(None, text.split("……"))
            else:
                yield from quotes(value)
    elif isinstance(node, list):
        for part in node:
            yield from quotes(part)


def test_every_quote_is_one_that_was_found_in_the_source(written: Any, *, update: bool) -> None:
    """The document is no part of the repository; what was found in it is kept, line by line.

    `--update` asks for the document again.
    """
    said = [written["document"]["title"], written["document"]["issuer"], *quotes(written)]
    assert len(said) >= 2 + 33 + 5 + 13
    if update:
        source = folded(next(SEEDS.glob("004_*.txt")).read_text("utf-8"))
        assert [quote for quote in said if folded(quote) not in source] == []
        QUOTES.write_text("\n".join(said) + "\n", "utf-8")
    assert said == QUOTES.read_text("utf-8").splitlines()


# --- complete -------------------------------------------------------------------------------------


def test_the_criteria_are_these_33_in_the_order_of_the_text(written: Any) -> None:
    assert [one["id"] for one in written["criteria"]] == IDS
    for level in ("district", "town"):
        resolved = shelf.take("huyi-2019-centre").resolve(level)
        assert [one.id for one in resolved.criteria] == IDS
        assert all(one.mandatory for one in resolved.criteria)


def test_every_criterion_has_the_examples_that_its_kind_needs(written: Any) -> None:
    for criterion in written["criteria"]:
        check, examples = criterion["check"], criterion["examples"]
        has = {kind for kind, listed in examples.items() if listed}
        if "inspect" in check:
            assert has == {"manual"}, criterion["id"]
            continue
        missed = "manual" if check.get("otherwise") == "manual" else "fails"
        wanted = {"passes", "unknown", missed}
        if criterion["id"] == "HY-RY-04":
            wanted -= {"fails"}  # whoever is in no category may still be an expert
        assert wanted <= has, criterion["id"]


def test_every_limit_by_level_has_examples_of_both_levels(written: Any) -> None:
    for criterion in written["criteria"]:
        bound = criterion["check"].get("bound", {})
        if not any(isinstance(value, dict) and "town" in value for value in bound.values()):
            continue
        levels = {
            example.get("level") for listed in criterion["examples"].values() for example in listed
        }
        assert {"区级", "镇级"} <= levels, criterion["id"]


def test_every_clause_is_told_in_both_languages(written: Any) -> None:
    for criterion in written["criteria"]:
        for part in ("title", "interpretation", "remedy"):
            assert criterion[part]["zh"].strip() != "" != criterion[part]["en"].strip()
            assert not re.search("[一-鿿]{4}", re.sub("「.*?」", "", criterion[part]["en"]))


# --- judged as stated -----------------------------------------------------------------------------


@pytest.mark.parametrize("path", STANDARDS, ids=lambda path: path.stem)
def test_every_example_is_judged_as_stated(path: Path) -> None:
    listed = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["criteria"]
    number = sum(len(some) for one in listed for some in one["examples"].values())
    assert run_examples(path, Words("zh")) == number > 33 * 2


@pytest.mark.parametrize(
    ("true", "false", "criterion"),
    [
        ("总面积(㎡): 500, 面积口径: 建筑面积", "总面积(㎡): 499, 面积口径: 建筑面积", "HY-YJ-04"),
        ("终止日期: 2022-03-05}", "终止日期: 2022-03-07}", "HY-FW-02"),
        ("{次数: 5, 姓名: 王〇, 专职", "{次数: 4, 姓名: 王〇, 专职", "HY-RY-03"),
        ("bound: {at_least: 2}", "bound: {at_least: 1}", "HY-GL-06"),
    ],
    ids=["a wrong area", "a wrong term", "a wrong number", "another limit"],
)  # fmt: skip
def test_an_example_that_is_wrong_is_found_with_its_line(
    true: str, false: str, criterion: str, tmp_path: Path
) -> None:
    text = HUYI.read_text("utf-8")
    assert true in text
    copy = tmp_path / "copy.yaml"
    copy.write_text(text.replace(true, false, 1), "utf-8")
    with pytest.raises(BrokenFile) as broken:
        run_examples(copy, Words("zh"))
    found = broken.value.mistakes
    found = [one for one in found if "criterion" in one.values]
    assert {one.values["criterion"] for one in found} == {criterion}
    for one in found:
        assert str(one.values["name"]) in text.splitlines()[one.line - 1]


@pytest.mark.parametrize("path", STANDARDS, ids=lambda path: path.stem)
def test_what_the_standard_compiles_to_is_up_to_date(path: Path) -> None:
    names = set()
    for name, text in compiled_files(path):
        stored = (path.parent / "compiled" / name).read_text("utf-8")
        assert stored == text + "\n", "run `make compiled`"
        names.add(name)
    assert len(names) == 4


def test_a_compiled_standard_judges_as_its_yaml_does(tmp_path: Path) -> None:
    """The copy is read from YAML, the shipped one from what was compiled."""
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(HUYI.read_bytes())
    for sample in ("区级未达标", "镇级待核定"):
        path = ROOT / "samples" / f"{sample}.xlsx"
        first = run("audit", path, "-f", "json")
        second = run("audit", path, "-f", "json", "-s", copy)
        assert first.stdout == second.stdout


# --- options --------------------------------------------------------------------------------------


def chosen(option: str, choice: str, tmp_path: Path) -> Path:
    """A copy of the standard whose option has another default."""
    text = HUYI.read_text("utf-8")
    pattern = rf"(\n  {option}:\n    title: .*\n    default: )\w+"
    changed, count = re.subn(pattern, rf"\g<1>{choice}", text)
    assert count == 1
    copy = tmp_path / f"{option}.yaml"
    copy.write_text(changed, "utf-8")
    return copy


TOUCHED = {
    "no_tenants": {"HY-FW-01", "HY-FW-02"},
    "capacity_proof": {"HY-YJ-05"},
    "exactly_half": {"HY-RY-01", "HY-RY-04"},
    "unlisted_services": {"HY-FW-04"},
    "poor_household_extension": {"HY-FW-02"},
    "area_basis": {"HY-YJ-04"},
}


def test_every_option_with_a_choice_is_tested(written: Any) -> None:
    open_ = {name for name, one in written["options"].items() if len(one["choices"]) > 1}
    assert open_ == set(TOUCHED)
    assert len(written["options"]) == 10
    for name, one in written["options"].items():
        assert one["default"] in one["choices"], name


def test_every_choice_changes_only_its_criteria(written: Any, tmp_path: Path) -> None:
    for option, criteria in TOUCHED.items():
        one = written["options"][option]
        for choice in set(one["choices"]) - {one["default"]}:
            edition = shelf.take(str(chosen(option, choice, tmp_path)))
            for level in ("district", "town"):
                before = shelf.take("huyi-2019-centre").resolve(level)
                after = edition.resolve(level)
                pairs = zip(before.criteria, after.criteria, strict=True)
                changed = {old.id for old, new in pairs if old != new}
                assert changed <= criteria, (option, choice)
                assert changed, (option, choice)
                taken = {taken.id: taken.chosen for taken in after.options}
                assert taken[option] == choice


def half_team(sheets: Sheets) -> None:
    none = {"实践经验或创业服务经历": "无"}
    sheets[STAFF] = [
        *(staff(at) for at in (1, 2, 3)),
        *(staff(at, **none) for at in (4, 5, 6)),
    ]


def half_mentors(sheets: Sheets) -> None:
    """Five of ten are left open, so that the share is between a half and all."""
    sheets[MENTORS] = [mentor(at, 导师类别="企业家" if at < 6 else None) for at in range(1, 11)]


def unnamed_service(sheets: Sheets) -> None:
    sheets[SERVICES] = [service("增值", item) for item in ("融资", "知识产权", "电商代运营")]


def ten_tenants(sheets: Sheets) -> None:
    sheets[CENTRE]["可容纳创业实体数"] = None
    sheets[TENANTS] = [tenant(at) for at in range(1, 11)]
    sheets[AGREEMENTS] = [agreement(at) for at in range(1, 11)]


def usable(size: int) -> Callable[[Sheets], None]:
    return lambda sheets: sheets[CENTRE].update({"总面积(㎡)": size, "面积口径": "使用面积"})


def years(end: str, group: object) -> Callable[[Sheets], None]:
    def edit(sheets: Sheets) -> None:
        sheets[TENANTS] = [tenant(1, 创始人群体=group)]
        sheets[AGREEMENTS] = [agreement(1, 起始日期="2018-01-01", 终止日期=end)]

    return edit


def no_tenants(sheets: Sheets) -> None:
    sheets[TENANTS] = []
    del sheets[AGREEMENTS]


@pytest.mark.parametrize(
    ("option", "choice", "edit", "criterion", "by_default", "then"),
    [
        ("exactly_half", "pass", half_team, "HY-RY-01", "unknown", "pass"),
        ("exactly_half", "fail", half_team, "HY-RY-01", "unknown", "fail"),
        ("exactly_half", "pass", half_mentors, "HY-RY-04", "unknown", "pass"),
        ("exactly_half", "fail", half_mentors, "HY-RY-04", "unknown", "unknown"),
        ("unlisted_services", "count", unnamed_service, "HY-FW-04", "unknown", "pass"),
        ("unlisted_services", "ignore", unnamed_service, "HY-FW-04", "unknown", "fail"),
        ("capacity_proof", "capacity_only", ten_tenants, "HY-YJ-05", "pass", "unknown"),
        ("area_basis", "usable_too", usable(480), "HY-YJ-04", "unknown", "fail"),
        ("area_basis", "usable_too", usable(500), "HY-YJ-04", "pass", "pass"),
        ("poor_household_extension", "one_year", years("2021-12-31", "脱贫劳动力"), "HY-FW-02", "fail", "pass"),
        ("poor_household_extension", "one_year", years("2022-01-02", "脱贫劳动力"), "HY-FW-02", "fail", "fail"),
        ("poor_household_extension", "one_year", years("2021-12-31", "退役军人"), "HY-FW-02", "fail", "fail"),
        ("poor_household_extension", "one_year", years("2021-12-31", None), "HY-FW-02", "fail", "unknown"),
        ("no_tenants", "manual", no_tenants, "HY-FW-01", "not_applicable", "manual"),
        ("no_tenants", "manual", no_tenants, "HY-FW-02", "not_applicable", "manual"),
    ],
)  # fmt: skip
def test_a_choice_has_its_effect(
    *, option: str, choice: str, edit: Callable[[Sheets], None], criterion: str, by_default: str,
    then: str, workbook: Callable[..., Path], audit: Judge, tmp_path: Path,
) -> None:  # fmt: skip
    sheets = base_centre("区级")
    edit(sheets)
    path = workbook(sheets)
    before = audit(path)
    after = audit(path, "-s", chosen(option, choice, tmp_path))
    assert before.outcomes[criterion] == by_default
    assert after.outcomes[criterion] == then
    assert after.audit["standard"]["options"][option] == choice
    others = set(IDS) - TOUCHED[option]
    assert {one: after.outcomes[one] for one in others} == {
        one: before.outcomes[one] for one in others
    }


# --- what a standard may not ask ------------------------------------------------------------------

UNIQUE = "- {field: location, unique: 'yes'}"
IN_USE = (  # the end of the population rooms_in_use
    "    rows: [rooms]\n    where:\n      - {field: in_use, is: 'yes'}\n"
)
REFUSED = {
    "rows compared before they are a population": (
        IN_USE, f"{IN_USE}      {UNIQUE}\n", "只有条款里才能写「unique」",
    ),
    "rows compared, deep in a test": (
        IN_USE, f"{IN_USE}      - any:\n        {UNIQUE}\n", "只有条款里才能写「unique」",
    ),
    "a population of its own": (
        IN_USE, f"{IN_USE}      - {{has: rooms_in_use}}\n", "统计范围「rooms_in_use」的条件又用到了它自己",
    ),
    "two populations of each other": (
        IN_USE, f"{IN_USE}      - {{has: rooms}}\n", "统计范围「rooms」的条件又用到了它自己",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_standard_that_would_never_end_is_refused(
    old: str, new: str, sentence: str, tmp_path: Path
) -> None:
    text = HUYI.read_text("utf-8").replace(old, new, 1)
    if "has: rooms}" in new:
        rooms = "    rows: [rooms]\n    where:\n"
        text = text.replace(rooms, f"{rooms}      - {{has: rooms_in_use}}\n", 1)
    copy = tmp_path / "copy.yaml"
    copy.write_text(text, "utf-8")
    checked = run("standards", "validate", copy)
    assert (checked.code, sentence in checked.stdout) == (3, True), checked.stdout


# --- what a standard may not say ------------------------------------------------------------------

CONTRADICTED = {
    "another figure in the quote": (
        "专职人员不少于5人, town", "专职人员不少于6人, town", "原文写的是6，check 用的是5",
    ),
    "another limit than the quote's": (
        "at_least: {district: 5, town: 3}", "at_least: {district: 5, town: 4}", "原文写的是3，check 用的是4",
    ),
    "a longer term than the quote's": ("at_most_years: 3", "at_most_years: 4", "原文写的是3，check 用的是4"),
    "the same edition with other content": (
        "quote: 帮扶期限最长不超过3年", "quote: 帮扶期限不超过3年", "2019.1已按别的内容印发",
    ),
    "a sentence without its quote": (
        "……卫生管理等基础管理制度", "……环境管理等基础管理制度", "没有原文「卫生管理」",
    ),
    "a sheet that the form has not": ("「{staff}」标明", "「{stuff}」标明", "stuff"),
    "an open brace": ("「{staff}」标明", "「{staff」标明", "花括号没有成对"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "sentence"), CONTRADICTED.values(), ids=CONTRADICTED)
def test_words_that_contradict_are_found(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    text = HUYI.read_text("utf-8")
    assert old in text
    copy = tmp_path / "copy.yaml"
    copy.write_text(text.replace(old, new, 1), "utf-8")
    checked = run("standards", "validate", copy)
    assert (checked.code, sentence in checked.stdout) == (3, True), checked.stdout
