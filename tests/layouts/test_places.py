"""One place, one area, one capacity; what is no room and no floor."""

# ruff: noqa: E501

from pathlib import Path

from conftest import CENTRE, ROOMS, Sheets

from .layout import Layout, check, each

AREA, CAPACITY, WHERE = "建筑面积(㎡)", "可容纳创业实体数", "位置(楼层房间)"


def rooms(*changes: dict[str, object], **centre: object) -> object:
    """The five rooms changed one after another; lines of 01 are changed, too."""

    def edit(sheets: Sheets) -> None:
        sheets[CENTRE].update(centre)
        for row, change in zip(sheets[ROOMS], changes, strict=False):
            row.update(change)

    return edit


def more(name: str, area: object = 300, **changes: object) -> object:
    """Another room, where the total is blank and the five have 30 ㎡ each."""

    def edit(sheets: Sheets) -> None:
        sheets[CENTRE]["总面积(㎡)"] = None
        for row in sheets[ROOMS]:
            row[AREA] = 30
        sheets[ROOMS].append(
            {
                "空间名称": name,
                "功能类别": "其他",
                WHERE: "109",
                "独立方式": "独立房间",
                "是否启用": "是",
                AREA: area,
            }
            | changes
        )

    return edit


def area(one: object, other: object, first: str = "101", second: str = "101") -> object:
    return rooms({AREA: one, WHERE: first}, {AREA: other, WHERE: second}, **{"总面积(㎡)": None})


def capacity(one: object, other: object, first: str = "101", second: str = "101") -> object:
    none = {CAPACITY: 0}
    return rooms(
        {CAPACITY: one, WHERE: first},
        {CAPACITY: other, WHERE: second},
        none,
        none,
        none,
        可容纳创业实体数=None,
    )


SHARED = {"HY-YJ-06": "manual"}
LAYOUTS = (
    Layout("one room for two functions, its area twice", edit=area(150, 150), clauses={"HY-YJ-04": "unknown 150..", **SHARED}),
    Layout("one room written in two ways", edit=area(150, 150, "1楼101室", "101"), clauses={"HY-YJ-04": "unknown 150..", **SHARED}),
    Layout("one room with two areas", edit=area(150, 120), clauses={"HY-YJ-04": "unknown 150..", **SHARED}),
    Layout("one room that is enough by itself", edit=area(210, 210), clauses={"HY-YJ-04": "pass 210..", **SHARED}),
    Layout("two rooms", edit=area(150, 150, "101", "102"), clauses={"HY-YJ-04": "pass 300.."}),
    Layout("two rooms of one number in two houses", edit=area(150, 150, "1号楼101", "2号楼101"), clauses={"HY-YJ-04": "pass 300.."}),
    Layout("two rooms on one floor", edit=area(150, 150, "一楼", "1楼"), clauses={"HY-YJ-04": "pass 300.."}),
    Layout("two halls of one floor", edit=area(150, 150, "一楼大厅", "一楼东侧"), clauses={"HY-YJ-04": "pass 300.."}),
    Layout("no location at all", edit=area(150, 150, "", ""), clauses={"HY-YJ-04": "pass 300.."}),
    Layout("one room's capacity twice", edit=capacity(3, 3), clauses={"HY-YJ-05": "fail 3", **SHARED}),
    Layout("one room with two capacities", edit=capacity(4, 3), clauses={"HY-YJ-05": "unknown 4..7", **SHARED}),
    Layout("two rooms' capacities", edit=capacity(3, 3, "101", "102"), clauses={"HY-YJ-05": "pass 6"}),
    *(Layout(f"{name} is no room", edit=more(name), clauses={"HY-YJ-04": "unknown 150.."}) for name in (
        "总面积", "室外停车场", "种植基地", "停车位", "院落", "户外广场", "露天平台", "大棚", "绿化用地", "养殖场", "空地",
    )),
    *(Layout(f"{name} is a room", edit=more(name), clauses={"HY-YJ-04": "pass 450.."}) for name in (
        "创业孵化基地大厅", "未来教室", "无障碍服务台", "空中会议室", "直播间", "孵化工位区", "仓库",
    )),
    Layout("two functions in one room", edit=rooms({WHERE: "101"}, {WHERE: "101"}), clauses=SHARED),
    Layout("two functions in one room, written in two ways", edit=rooms({WHERE: "一楼101室"}, {WHERE: "101"}), clauses=SHARED),
    Layout("two functions in one room, parted", edit=rooms({WHERE: "101", "独立方式": "隔断"}, {WHERE: "101", "独立方式": "隔断"})),
    Layout("two functions in one room, marked", edit=rooms({WHERE: "101", "独立方式": "分区标识"}, {WHERE: "101", "独立方式": "分区标识"})),
    Layout("rooms without a number", edit=rooms({WHERE: None}, {WHERE: None})),
)  # fmt: skip


@each(LAYOUTS)
def test_layout(layout: Layout, tmp_path: Path) -> None:
    check(layout, tmp_path)
