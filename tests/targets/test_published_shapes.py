"""What progress and subsidy write has the published shape, whatever stands in the workbook."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from centre_check.render.progress_json import ProgressReport
from centre_check.render.subsidy_json import SubsidyReport
from centre_check.results.published import model as published
from centre_check.standard.targets import shelf
from conftest import ROOT, run

Build = Callable[..., Path]
TARGETS = [path.stem for path in shelf.shipped()]
SUBSIDIES = {
    "below a ceiling": ("sy-opex", ("支出=124.6万元", "符合条件=是")),
    "left to a decision": ("sy-incubator-capex", ("投入=30万元",)),
    "not eligible": ("sy-poverty-base", ("市级扶贫基地=否",)),
    "two terms": ("cy-ui-rate", ("缴费基数=1万元", "缴费月份=2017年5月")),
}


def rows() -> list[dict[str, object]]:
    said = [("城镇新增就业", "9万余人"), ("城镇新增就业", "人"), ("职业技能培训", "9万余人次")]
    return [{"指标": name, "期间": "2020年", "完成值": value} for name, value in said]


@pytest.mark.parametrize("standard", TARGETS)
def test_progress_has_the_published_shape(standard: str, workbook: Build) -> None:
    shown = run("progress", workbook({"完成情况": rows()}), "-s", standard, "-f", "json")
    report = published(ProgressReport).model_validate(shown.json, strict=False)
    assert report.model_dump(mode="json", by_alias=True) == shown.json


@pytest.mark.parametrize(("calculator", "settings"), SUBSIDIES.values(), ids=SUBSIDIES)
def test_an_estimate_has_the_published_shape(calculator: str, settings: tuple[str, ...]) -> None:
    options = [part for setting in settings for part in ("--set", setting)]
    shown = run("subsidy", calculator, *options, "-f", "json").json
    assert (
        published(SubsidyReport).model_validate(shown).model_dump(mode="json", by_alias=True)
        == shown
    )


def test_a_checked_list_has_the_published_shape(workbook: Build) -> None:
    path = workbook({"贷款清单": [{"借款人": "张三", "借款人类型": "个人", "贷款金额": "15万元"}]})
    shown = run("subsidy", "cy-loan-cap", path, "-f", "json").json
    assert (
        published(SubsidyReport).model_validate(shown).model_dump(mode="json", by_alias=True)
        == shown
    )


@pytest.mark.parametrize(
    ("kind", "model"), [("progress", ProgressReport), ("subsidy", SubsidyReport)]
)
def test_its_schema_is_printed(kind: str, model: Any) -> None:
    printed: Mapping[str, Any] = json.loads(run("standards", "schema", kind).stdout)
    assert printed == published(model).model_json_schema(by_alias=True)


def test_another_shape_is_refused(workbook: Build) -> None:
    shown: Any = run(
        "progress", workbook({"完成情况": rows()}), "-s", "wuhan-2020", "-f", "json"
    ).json
    published(ProgressReport).model_validate(shown)
    shown["targets"][0]["measures"][0]["rate"] = 1.5
    with pytest.raises(ValidationError):
        published(ProgressReport).model_validate(shown)


def test_the_readme_names_the_schemas() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    for kind in ("report", "progress", "subsidy"):
        assert f"`{kind}`" in text
