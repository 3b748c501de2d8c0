"""Areas and counts as people write them; what cannot be read is named and passes nothing by."""

# ruff: noqa: E501

from pathlib import Path

import pytest

from conftest import ROOMS, TENANTS, Sheets, tenant

from .layout import BIG, Layout, check, each

AREA, CAPACITY = "01 总面积(㎡)", "01 可容纳创业实体数"
READ_480 = (
    "480.", "480㎡；", "480(含公摊)", "480 m^2", "两层共480㎡", "0.048公顷", "480㎡。", "480平方米（建筑面积）",
    "建筑面积480㎡", "480㎡整", "共480㎡（两层）", "一至二层共480平方米", "总面积：480㎡", "480 sqm", "480 平 方 米",
    "４８０．００㎡", "480㎡(其中办公区100㎡)", "一楼、二楼合计480㎡", "480米2", "480m²（含公摊面积）",
    "实测480㎡", "实有480平方米", "480㎡(自有)", "'480", "480平米、", "四百八十平方米", "1-2层共480㎡", "建面480",
    "480（建筑面积）", "480平方米(以房产证为准)", "0.00048平方公里", "480", "480 M²", "480㎡,",
)  # fmt: skip
NOT_READ = (
    "3间", "480平方英尺", "约两层", "480㎡（不含二层）", "240+240", "一层240㎡，二层240㎡", "480/520", "使用面积480㎡",
    "480㎡（未含扩建）", "见房产证", "480坪", "480 sqft", "两层各240㎡", "480(待核)", "原480㎡", "拟扩建至480㎡", "四八零",
    "480-", "480m³", "480㎡?", "48O㎡", "480人",
)  # fmt: skip


@pytest.mark.parametrize("said", READ_480)
def test_an_area_is_read(said: str, tmp_path: Path) -> None:
    check(Layout("read", {AREA: said}, {"HY-YJ-04": "fail 480"}, level=BIG), tmp_path)


def rooms_of(area: object) -> object:
    def edit(sheets: Sheets) -> None:
        for row in sheets[ROOMS]:
            row["建筑面积(㎡)"] = area

    return edit


@pytest.mark.parametrize("said", NOT_READ)
def test_an_area_that_is_not_read_is_open_and_named(said: str, tmp_path: Path) -> None:
    """Rooms that sum up to enough do not pass it by: it may contradict them."""
    layout = Layout(
        "open",
        {AREA: said},
        {"HY-YJ-04": "unknown"},
        edit=rooms_of(150),
        cells=[AREA],
        says=[f"「{said}」"],
    )
    check(layout, tmp_path)


LAYOUTS = (
    Layout("an area that is blank leaves the sum of the rooms", {AREA: None}, {"HY-YJ-04": "pass"}, edit=rooms_of(150)),
    Layout("an area that is a dash leaves the sum of the rooms", {AREA: "—"}, {"HY-YJ-04": "pass"}, edit=rooms_of(150)),
    Layout("an area as given beside rooms", {AREA: 800}, {"HY-YJ-04": "pass"}, edit=rooms_of(150)),
    Layout("a room's area that is not read beside a total that is", {AREA: 480, "02 建筑面积(㎡) 1": "两间"}),
    Layout("a total that is enough without an unreadable room", {AREA: None, "02 建筑面积(㎡) 1": "两间"}, {"HY-YJ-04": "pass unknown"}, edit=rooms_of(150), cells=["02 建筑面积(㎡) 1"]),
    Layout("rooms are no entities", {CAPACITY: "20间"}, {"HY-YJ-05": "unknown"}, cells=[CAPACITY], says=["20间"]),
    Layout("desks are no entities", {CAPACITY: "20个工位"}, {"HY-YJ-05": "unknown"}, cells=[CAPACITY]),
    Layout("desks are no entities, said shortly", {CAPACITY: "20工位"}, {"HY-YJ-05": "unknown"}, cells=[CAPACITY]),
    Layout("persons are no entities", {CAPACITY: "20人"}, {"HY-YJ-05": "unknown"}, cells=[CAPACITY]),
    Layout("places are no entities", {CAPACITY: "20处"}, {"HY-YJ-05": "unknown"}, cells=[CAPACITY]),
    Layout("an unreadable capacity is open even where few tenants are there", {CAPACITY: "若干"}, {"HY-YJ-05": "unknown"}, cells=[CAPACITY]),
    Layout(
        "tenants prove a capacity whatever its cell may say", {CAPACITY: "20间"}, {"HY-YJ-05": "pass", "HY-FW-01": "fail"},
        edit=lambda sheets: sheets[TENANTS].extend(tenant(at) for at in range(4, 9)), cells=[CAPACITY],
    ),
    *(Layout(f"a capacity of {said}", {CAPACITY: said}, {"HY-YJ-05": "pass 12"}) for said in (
        "12户", "12家", "12个", "12家企业", "12户企业", "12个创业实体", "可容纳12户", "12户。", "最多可容纳12户", "十二户", "共12户", "可入驻12家企业", "12(户)",
    )),
    *(Layout(f"a small capacity of {said}", {CAPACITY: said}, {"HY-YJ-05": "fail 4"}) for said in ("4户", "4家企业", "可容纳4个创业实体", "4户；")),
)  # fmt: skip


@each(LAYOUTS)
def test_layout(layout: Layout, tmp_path: Path) -> None:
    check(layout, tmp_path)
