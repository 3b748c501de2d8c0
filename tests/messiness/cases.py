"""The table: every case of the catalogue as one change of a compliant centre."""

# ruff: noqa: E501

import shutil
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

from conftest import (
    AGREEMENTS,
    CENTRE,
    MENTORS,
    ROOMS,
    SERVICES,
    STAFF,
    TENANTS,
    Sheets,
    agreement,
    service,
    staff,
    tenant,
)
from hostile.make import ole

from .books import rewritten
from .case import MANUAL, NOT_APPLICABLE, SMALL, Case, Outcome, fails, passes, unknown

Edit = Callable[[Sheets], object]

AREA, BASIS, CAPACITY = "01 总面积(㎡)", "01 面积口径", "01 可容纳创业实体数"
AS_OF, LEVEL, NAME = "01 数据截止日期", "01 级别", "01 中心名称"
LEFT, FULL, ID, WHO = "03 离岗日期 5", "03 专职/兼职 5", "03 身份证号 5", "03 姓名 5"
END, START, SIGNED = "06 终止日期 1", "06 起始日期 1", "06 签订日期 1"
PROVIDED = "07 是否提供 1"
GOOD_ID, OTHER_ID = "610125199003072219", "610125199003072235"
FOUR = {"HY-RY-03": fails("4", "4", LEFT)}
FOUR_OR_FIVE = {"HY-RY-03": unknown("4", "5")}
UNPROVEN = {"HY-FW-03.1": unknown("0", "1", PROVIDED)}
ONE_TOO_LONG = {"HY-FW-02": fails("2", "2", END)}


def renamed(old: str, new: str) -> Edit:
    """The sheet under another name, in its place."""

    def edit(sheets: Sheets) -> None:
        items = [(new if name == old else name, content) for name, content in sheets.items()]
        sheets.clear()
        sheets.update(items)

    return edit


def headers(title: str, names: Mapping[str, str]) -> Edit:
    """Columns, or lines of 01 基本信息, under other names."""

    def edit(sheets: Sheets) -> None:
        content = sheets[title]
        rows = [content] if isinstance(content, dict) else content
        for row in rows:
            items = [(names.get(header, header), value) for header, value in row.items()]
            row.clear()
            row.update(items)

    return edit


def without(title: str, *dropped: str) -> Edit:
    return lambda sheets: [row.pop(name, None) for row in sheets[title] for name in dropped]


def column(title: str, header: str, values: Iterable[object]) -> Edit:
    return lambda sheets: [
        row.update({header: value}) for row, value in zip(sheets[title], values, strict=False)
    ]


def more(title: str, *rows: dict[str, object]) -> Edit:
    return lambda sheets: sheets[title].extend(rows)


def first(title: str, row: dict[str, object]) -> Edit:
    return lambda sheets: sheets[title].insert(0, row)


def both(*edits: Edit) -> Edit:
    return lambda sheets: [edit(sheets) for edit in edits]


def terms(*spans: tuple[object, object]) -> Edit:
    """One tenant with these agreements."""

    def edit(sheets: Sheets) -> None:
        sheets[TENANTS] = [tenant(1, 入驻日期=None)]
        sheets[AGREEMENTS] = [agreement(1, 起始日期=a, 终止日期=b) for a, b in spans]

    return edit


def period(text: object) -> Edit:
    """All agreements begin on 2019-07-01 and state their term in one cell."""

    def edit(sheets: Sheets) -> None:
        for row in sheets[AGREEMENTS]:
            del row["终止日期"]
            row.update({"起始日期": "2019-07-01", "协议期限": text})

    return edit


def no_tenants(sheets: Sheets) -> None:
    sheets[TENANTS] = []
    del sheets[AGREEMENTS]


def above(title: str, *lines: Sequence[object]) -> Callable[[Workbook], None]:
    """Lines above the header."""

    def change(book: Workbook) -> None:
        page = book[title]
        page.insert_rows(1, len(lines))
        for row, line in enumerate(lines, 1):
            for at, value in enumerate(line, 1):
                page.cell(row, at, value)

    return change


def cell(title: str, ref: str, value: object) -> Callable[[Workbook], None]:
    return lambda book: book[title].__setitem__(ref, value)


def two_row_header(book: Workbook) -> None:
    """协议期限 over 起 and 止, the other headers merged over both rows."""
    page = book[AGREEMENTS]
    page.insert_rows(1)
    for at in range(1, page.max_column + 1):
        page.cell(1, at, page.cell(2, at).value)
    page["D1"], page["E1"], page["D2"], page["E2"] = "协议期限", None, "起", "止"
    page.merge_cells("D1:E1")
    for letter in "ABCF":
        page[f"{letter}2"] = None
        page.merge_cells(f"{letter}1:{letter}2")


def merged_entity(book: Workbook) -> None:
    """One name over two agreements, merged down."""
    page = book[AGREEMENTS]
    page["A3"] = None
    page.merge_cells("A2:A3")


def printed_form(book: Workbook) -> None:
    """01 基本信息 four columns wide, labels merged, the level below its label."""
    page = book[CENTRE]
    pairs = [(row[0].value, row[1].value) for row in page.iter_rows(max_col=2)]
    page.delete_rows(1, page.max_row)
    for at, (label, value) in enumerate(pairs):
        row, column = 3 + at // 2, 1 + at % 2 * 3
        page.cell(row, column, label)
        page.merge_cells(start_row=row, end_row=row, start_column=column, end_column=column + 1)
        page.cell(row, column + 2, value)


def stacked(book: Workbook) -> None:
    """The mentors' table below the team's, on the team's sheet."""
    page, other = book[STAFF], book[MENTORS]
    page.append([])
    page.append(["创业导师名单"])
    for row in other.iter_rows(values_only=True):
        page.append(row)
    book.remove(other)


def side_by_side(book: Workbook) -> None:
    """The mentors' table to the right of the team's."""
    page, other = book[STAFF], book[MENTORS]
    start = page.max_column + 2
    for at, row in enumerate(other.iter_rows(values_only=True), 1):
        for shift, value in enumerate(row):
            page.cell(at, start + shift, value)
    book.remove(other)


def hide(title: str, state: str = "hidden") -> Callable[[Workbook], None]:
    return lambda book: setattr(book[title], "sheet_state", state)


def hidden_row(book: Workbook) -> None:
    book[STAFF].row_dimensions[6].hidden = True
    book[STAFF].auto_filter.ref = "A1:G6"


def of_1904(book: Workbook) -> None:
    book.epoch = datetime(1904, 1, 1)


def in_1904(book: Workbook) -> None:
    of_1904(book)
    book[STAFF]["G6"] = date(2020, 6, 29)


def duplicated_header(book: Workbook) -> None:
    book[STAFF]["H1"] = "到岗日期"
    book[STAFF]["H6"] = "2031-01-01"


def wingdings(book: Workbook) -> None:
    book[SERVICES]["C2"] = "ü"
    book[SERVICES]["C2"].font = Font(name="Wingdings")


def million_rows(book: Workbook) -> None:
    for letter in "ABCDEFG":
        book[STAFF][f"{letter}1048576"].font = Font(bold=True)


def many_sheets(number: int) -> Callable[[Workbook], None]:
    return lambda book: [book.create_sheet(f"草稿{at}") for at in range(number)]


def content(data: bytes, name: str = "中心.xlsx") -> Callable[[Path], list[Path]]:
    def make(path: Path) -> list[Path]:
        other = path.with_name(name)
        other.write_bytes(data)
        return [other]

    return make


def cut_off(path: Path) -> list[Path]:
    path.write_bytes(path.read_bytes()[:-400])
    return [path]


def called(name: str) -> Callable[[Path], list[Path]]:
    def move(path: Path) -> list[Path]:
        folder = path.parent / "资料（2020年）" / "某 中心"
        folder.mkdir(parents=True)
        return [path.rename(folder / name)]

    return move


def with_macros(path: Path) -> list[Path]:
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 no real macro")
    macro = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    rewritten(path, "[Content_Types].xml", plain, macro)
    return [path.rename(path.with_suffix(".xlsm"))]


def linked(path: Path) -> list[Path]:
    """总面积 is a formula on another workbook, with the value that Excel kept."""
    rewritten(path, "xl/worksheets/sheet1.xml", "<v>500</v>", "<f>[1]Sheet1!$A$1</f><v>500</v>")
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    return [path]


def beside_a_lock_file(path: Path) -> list[Path]:
    lock = path.with_name("~$中心.xlsx")
    lock.write_bytes(b"\x05admin" + b" " * 159)
    return [lock]


def to_a_folder(path: Path) -> list[object]:
    target = path.with_name("报告.json")
    target.mkdir()
    return [path, "-o", target]


def bomb(path: Path) -> list[Path]:
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        package.open("xl/media/image1.png", "w", force_zip64=True) as part,
    ):
        for _ in range(600):
            part.write(bytes(1 << 20))
    return [path]


def csv_folder(encoding: str) -> Callable[[Path], list[Path]]:
    """A folder with one .csv a sheet."""

    def make(path: Path) -> list[Path]:
        import csv

        from openpyxl import load_workbook

        folder = path.with_name("中心")
        folder.mkdir()
        for page in load_workbook(path).worksheets:
            with (folder / f"{page.title}.csv").open("w", encoding=encoding, newline="") as stream:
                csv.writer(stream).writerows(
                    ["" if v is None else v for v in row] for row in page.values
                )
        return [folder]

    return make


def a_copy(path: Path) -> list[Path]:
    """The file and 最终版2 of it."""
    other = path.with_name("中心(1)最终版2.xlsx")
    shutil.copy(path, other)
    return [other]


FILES = [
    Case(1, "an old container without a workbook", file=content(ole("Something")), error="中心.xlsx", argued="Old .xls, and .et with .xls inside, are read instead of refused; the same findings are tested in tests/containers."),
    Case(2, "a web page", file=content(b"<html><table><tr><td>1</td></tr></table></html>"), error="网页"),
    Case(2, "a PDF", file=content(b"%PDF-1.7\n%..."), error="PDF"),
    Case(2, "an RTF text", file=content(b"{\\rtf1 text}"), error="RTF"),
    Case(3, "with a password", file=content(ole("EncryptionInfo", "EncryptedPackage")), error="加密"),
    Case(4, "zero bytes", file=content(b""), error="空文件"),
    Case(4, "the end is missing", file=cut_off, error="中心.xlsx"),
    Case(4, "no zip", file=content(b"PK\x03\x04 nothing"), error="中心.xlsx"),
    Case(5, "a lock file by name", file=beside_a_lock_file, error="~$中心.xlsx", argued="Folders of workbooks come with the roll-up; a lock file that is named gets one sentence."),
    Case(6, "副本, brackets and blanks", file=called("中心 - 副本（1）最终版2.xlsx"), argued="Two files of one centre are told apart by the roll-up, which comes later."),
    Case(6, "a copy beside it", file=a_copy),
    Case(7, "folder of CSV in UTF-8 with BOM", file=csv_folder("utf-8-sig")),
    Case(7, "folder of CSV in GB18030", file=csv_folder("gb18030")),
    Case(8, "with macros", file=with_macros, notes=[("macros",)]),
    Case(9, "a million formatted rows", book=million_rows),
    Case(10, "unpacks to 600 MB", file=bomb, error="中心.xlsx"),
    Case(10, "100 further sheets", book=many_sheets(100), argued="100 sheets are read without harm; the limit is 255 and can be raised."),
    Case(10, "300 further sheets", book=many_sheets(300), error="中心.xlsx"),
    Case(11, "total area", {AREA: "=1+1"}, {"HY-YJ-04": unknown("0", None, AREA)}, argued="The reason in the finding names the cell and says what to do; there is no second note."),
    Case(11, "date of leaving", {LEFT: "=TODAY()"}, FOUR_OR_FIVE),
    Case(12, "total area", {AREA: "#REF!"}, {"HY-YJ-04": unknown("0", None, AREA)}),
    Case(12, "date of leaving", {LEFT: "#VALUE!"}, {"HY-RY-03": unknown("4", "5", LEFT)}),
    Case(12, "capacity #N/A", {CAPACITY: "#N/A"}, {"HY-YJ-05": unknown("3", None, CAPACITY)}),
    Case(13, "total area from another workbook", file=linked, notes=[("external_links",)]),
    Case(14, "a folder in the way", file=to_a_folder, error="报告.json"),
]  # fmt: skip

RENAMED = {"HY-RY-01": unknown(), "HY-RY-02": unknown(), "HY-RY-03": unknown("0", None)}
SHEETS = [
    Case(15, "运营团队, a synonym", edit=renamed(STAFF, "运营团队")),
    Case(15, "花名册1, by its headers", edit=renamed(STAFF, "花名册1"), notes=[("sheet_by_headers",)]),
    Case(16, "no roster", edit=lambda s: s.pop(STAFF), clauses=RENAMED),
    Case(16, "no services", edit=lambda s: s.pop(SERVICES), clauses={**{f"HY-FW-03.{at}": unknown() for at in range(1, 8)}, "HY-FW-04": unknown()}),
    Case(17, "草稿, Sheet3", edit=lambda s: s.update({"草稿": [{"某列": 1}], "Sheet3": [{"a": 1}]}), notes=[("unread_sheets",)]),
    Case(17, "last year's roster", edit=lambda s: s.update({"去年": s[STAFF][:2]}), notes=[("unread_sheets",)], argued="A second roster of an unknown name is left unread beside the one of the form's name, with a note."),
    Case(18, "hidden roster", book=hide(STAFF), clauses=RENAMED, notes=[("hidden_sheets",)]),
    Case(18, "very hidden roster", book=hide(STAFF, "veryHidden"), clauses=RENAMED, notes=[("hidden_sheets",)]),
    Case(19, "hidden row and a filter", book=hidden_row, notes=[("hidden_rows",)]),
    Case(20, "two rosters", edit=lambda s: s.update({"人员名单": s[STAFF]}), clauses=RENAMED, notes=[("rival_sheets",)]),
    Case(20, "人员2019, 人员2020", edit=both(renamed(STAFF, "人员2020"), lambda s: s.update({"人员2019": s["人员2020"][:4]})), notes=[("unread_sheets",)]),
    Case(21, "mentors below the team", book=stacked, notes=[("further_table",)]),
    Case(22, "mentors to the right of the team", book=side_by_side, notes=[("further_table",)]),
    Case(23, "a printed form", book=printed_form),
    Case(24, "sheets in reverse order", edit=lambda s: (items := list(s.items())[::-1], s.clear(), s.update(items))),
    Case(24, "English sheet names", edit=both(renamed(STAFF, "Staff"), renamed(MENTORS, "Mentors"), renamed(ROOMS, "Rooms"))),
]  # fmt: skip

HEADERS = [
    Case(25, "titles above", book=above(STAFF, ["运营管理人员表"], ["填报单位：某中心", None, "单位：人"])),
    Case(25, "a unit line of another unit", book=above(ROOMS, ["功能空间表"], ["单位：平方米"]), edit=column(ROOMS, "建筑面积(㎡)", (100,) * 5)),
    Case(26, "协议期限 over 起, 止", book=two_row_header),
    Case(27, "line break, blanks, marks", edit=headers(STAFF, {"姓名": "姓  名 *", "专职/兼职": "专职／兼职\n（必填）", "离岗日期": "离岗\n日期：", "到岗日期": "★到岗　日期"})),
    Case(28, "synonyms", edit=both(headers(STAFF, {"姓名": "员工姓名", "到岗日期": "入职时间", "离岗日期": "离职时间", "专职/兼职": "用工性质"}), headers(CENTRE, {"运营管理机构": "承办单位", "详细地址": "坐落"}))),
    Case(28, "是否专职", edit=both(headers(STAFF, {"专职/兼职": "是否专职"}), column(STAFF, "是否专职", ("是",) * 5))),
    Case(29, "到岗日期 twice", book=duplicated_header, notes=[("duplicate_header",)]),
    Case(30, "no 专职/兼职", edit=without(STAFF, "专职/兼职"), clauses={"HY-RY-03": unknown("0", "5")}),
    Case(31, "further columns", edit=both(column(STAFF, "血型", "ABOAB"), column(TENANTS, "微信号", "xyz"))),
    Case(32, "专职/兼织", edit=headers(STAFF, {"专职/兼职": "专职/兼织"}), clauses={"HY-RY-03": unknown("0", "5")}, notes=[("near_header",)]),
    Case(33, "header again", edit=lambda s: s[STAFF].insert(2, {name: name for name in s[STAFF][0]})),
    Case(33, "续表 and header again", edit=lambda s: (s[STAFF].insert(2, {name: name for name in s[STAFF][0]}), s[STAFF].insert(2, {"姓名": "续表"}))),
    Case(34, "four blank rows for a picture", book=above(STAFF, [], [], [], [])),
    Case(35, "示例：张三", edit=first(STAFF, staff(9, 姓名="示例：张三")), notes=[("example_rows", "03 姓名 1")]),
    Case(35, "示例 as number", edit=both(column(STAFF, "序号", range(1, 6)), first(STAFF, {"序号": "示例"} | staff(9))), notes=[("example_rows",)]),
]  # fmt: skip

CELLS = [
    Case(36, "one name over two agreements", book=merged_entity, edit=lambda s: s[AGREEMENTS].insert(1, agreement(1, 起始日期="2021-07-01", 签订日期="2020-06-01", 终止日期="2022-06-30"))),
    Case(37, "同上, 〃", {"03 专职/兼职 2": "同上", "03 专职/兼职 3": "〃", "03 专职/兼职 4": '"'}, notes=[("ditto", "03 专职/兼职 2", "03 专职/兼职 4")]),
    Case(37, "同上 in the first row", {"03 专职/兼职 1": "同上"}, {"HY-RY-03": unknown("4", "5", "03 专职/兼职 1")}),
    Case(38, "no name in the second row", {"06 实体名称 2": None}, {"HY-FW-01": unknown("2", "3")}),
    Case(39, "'520 as text", {AREA: "520"}, {"HY-YJ-04": passes("520", "520", AREA)}),
    Case(39, "full width", {AREA: "５２０"}, {"HY-YJ-04": passes("520", "520", AREA)}),
    Case(39, "520.0", {AREA: "520.0"}, {"HY-YJ-04": passes("520", "520", AREA)}),
    Case(39, "1,200", {AREA: "1,200"}, {"HY-YJ-04": passes("1200", "1200", AREA)}),
    Case(40, "520平方米", {AREA: "520平方米"}, {"HY-YJ-04": passes("520", "520", AREA)}),
    Case(40, "520㎡左右", {AREA: "520㎡左右"}, {"HY-YJ-04": unknown("468", "572", AREA)}),
    Case(41, "0.05万㎡", {AREA: "0.05万㎡"}, {"HY-YJ-04": passes("500", "500", AREA)}, [("read_as", AREA)]),
    Case(41, "2亩", {AREA: "2亩"}, {"HY-YJ-04": passes("1333.34", "1333.34", AREA)}, [("read_as", AREA)]),
    *(
        Case(42, text, {AREA: text}, {"HY-YJ-04": outcome}, [("read_as", AREA)])
        for text, outcome in (
            ("约500", unknown("450", "550", AREA)),
            ("约600", passes("540", "660", AREA)),
            ("约450", fails("405", "495", AREA)),
            ("500余平方米", passes("500", "600", AREA)),
            ("500多", passes("500", "600", AREA)),
            ("超500", passes("500", None, AREA)),
            ("500以上", passes("500", None, AREA)),
            ("近500", fails("400", "500", AREA)),
            ("不足200", fails("0", "200", AREA)),
            ("不到500", fails("0", "500", AREA)),
            ("450-550", unknown("450", "550", AREA)),
            ("500~520", passes("500", "520", AREA)),
        )
    ),
    Case(43, "合　计 in the name's column", edit=more(STAFF, {"姓名": "合　计", "专职/兼职": "专职"}), notes=[("total_rows", "03 姓名 6")]),
    Case(43, "合计 elsewhere, another number", edit=more(STAFF, {"岗位类别": "合计", "专职/兼职": "6人"}), notes=[("total_rows",), ("total_differs",)]),
    Case(43, "小计 in the middle", edit=lambda s: s[STAFF].insert(2, {"姓名": "小计：2人"}), notes=[("total_rows",)]),
    Case(44, "notes and signatures", edit=more(STAFF, {"姓名": "填表人：张三"}, {"姓名": "备注：以上人员均为专职"}, {"姓名": "审核人：李四", "专职/兼职": "填报日期：2020年6月30日"}, {"姓名": "（盖章）"})),
    Case(45, "499.6 shown as 500", {AREA: 499.6}, {"HY-YJ-04": fails("499.6", "499.6", AREA)}, book=lambda b: setattr(b[CENTRE]["B7"], "number_format", "0"), argued="The finding says the stored value, 499.6; what Excel showed is not repeated."),
    Case(46, "-500", {AREA: -500}, {"HY-YJ-04": unknown("0", None, AREA)}, argued="No area is below zero: it cannot be read, instead of failing with a gap of 1000."),
    Case(46, "0", {AREA: 0}, {"HY-YJ-04": fails("0", "0", AREA)}, [("doubt_unlikely_figure", AREA)]),
    Case(46, "52000", {AREA: 52000}, {"HY-YJ-04": passes("52000", "52000", AREA)}, [("doubt_unlikely_figure", AREA)]),
    Case(46, "capacity 3000", {CAPACITY: 3000}, {"HY-YJ-05": passes("3000", "3000", CAPACITY)}, [("doubt_unlikely_figure", CAPACITY)]),
    Case(47, "张三、李四、王五", {WHO: "张三、李四、王五"}, {"HY-RY-01": unknown(), "HY-RY-03": unknown("4", None, WHO)}, argued="RY-01 is open too: it is not known how many people the team has."),
    Case(47, "甲店、乙店", {"05 实体名称 3": "甲店、乙店"}, {"HY-FW-01": unknown(), "HY-FW-02": unknown()}),
    Case(50, "620000 as 万元", edit=lambda s: s.update({"12 政策享受": [{"实体/个人": "甲店", "政策项目": "一次性创业补贴", "金额(万元)": 620000, "状态": "已批准"}]}), notes=[("doubt_unlikely_figure", "12 金额(万元) 1")], argued="Calculators, which need the unit written out, come later."),
    Case(51, "6.10118E+17", {ID: 6.10118e17}, notes=[("doubt_number_cut", ID)]),
    Case(51, "ending in 000", {ID: "610118199003072000"}, notes=[("doubt_person_number", ID)]),
    Case(52, "no-break, zero-width, line break", {"05 实体名称 1": "\u00a0鄠邑区第1商行\u200b\n", "03 姓名 2": " 孙　红 "}),
]  # fmt: skip

DATES = [
    *(
        Case(53, text, {LEFT: text}, FOUR)
        for text in ("2020.6.29", "2020/06/29", "2020-6-29", "2020年6月29日", "20200629", "二〇二〇年六月二十九日", "２０２０．６．２９", "2020.5", "202005", "2019")
    ),
    *(Case(53, text, {LEFT: text}, {"HY-RY-03": unknown("4", "5", LEFT)}) for text in ("2020年6月", "2020.6")),
    Case(53, "2020 alone", {LEFT: "2020"}, {"HY-RY-03": unknown("4", "5", LEFT)}),
    Case(53, "a real date", {LEFT: date(2020, 6, 29)}, FOUR),
    Case(54, "a day counted from 1904", book=in_1904, clauses=FOUR, notes=[("epoch_1904",)]),
    Case(54, "a bare number counted from 1904", {LEFT: 42519}, book=of_1904, clauses=FOUR, notes=[("epoch_1904",), ("read_as", LEFT)]),
    Case(55, "43981 as text", {LEFT: "43981"}, FOUR, [("read_as", LEFT)]),
    Case(55, "43981 as number", {LEFT: 43981}, FOUR, [("read_as", LEFT)]),
    *(Case(56, text, {LEFT: text}, {"HY-RY-03": unknown("4", "5", LEFT)}) for text in ("2019-02-30", "2019.13.1", "2019.4.31")),
    Case(57, "19.3.5", {LEFT: "19.3.5"}, FOUR, [("read_as", LEFT)]),
    Case(57, "3月5日", {LEFT: "3月5日"}, {"HY-RY-03": unknown("4", "5", LEFT)}),
    Case(58, "agreement", {START: "2021-07-01", END: "2020-12-31", SIGNED: "2020-06-01"}, {"HY-FW-01": unknown("2", "3", END), "HY-FW-02": unknown("2", "3", END)}, [("doubt_ends_before_start", START, END)]),
    Case(58, "appointment", {"04 聘任开始日期 1": "2023-01-01"}, {"HY-RY-05": unknown("9", "10")}, [("doubt_ends_before_start", "04 聘任开始日期 1", "04 聘任结束日期 1")]),
    Case(59, "begins in 2031", {"03 到岗日期 5": "2031-01-01"}, {"HY-RY-03": fails("4", "4", "03 到岗日期 5")}),
    Case(59, "signed in 2031", {SIGNED: "2031-01-01"}, {"HY-FW-01": fails("2", "2", SIGNED)}),
    *(Case(60, text, edit=period(text), notes=[("read_as",)]) for text in ("三年", "36个月", "叁年", "自2019年3月5日起三年")),
    Case(60, "2019.7.1-2022.6.30", edit=period("2019.7.1-2022.6.30")),
    Case(60, "37个月", edit=period("37个月"), clauses={"HY-FW-02": fails("0", "0")}),
    Case(60, "一年一签", edit=period("一年一签"), clauses={"HY-FW-01": unknown(), "HY-FW-02": unknown()}),
    *(Case(61, text, {END: text}, ONE_TOO_LONG, [("read_as", END)]) for text in ("长期", "无固定期限", "至清退", "自动顺延")),
    Case(62, "to the day before", edit=terms(("2019-03-05", "2022-03-04"))),
    Case(62, "to the corresponding day", edit=terms(("2019-03-05", "2022-03-05"))),
    Case(62, "one day over", edit=terms(("2019-03-05", "2022-03-06")), clauses={"HY-FW-02": fails("0", "0", END)}),
    Case(62, "from a leap day", edit=terms(("2020-02-29", "2023-02-28"))),
    Case(63, "two and two years", edit=terms(("2018-06-01", "2020-05-31"), ("2020-06-01", "2022-05-31")), clauses={"HY-FW-02": fails("0", "0", END)}),
    Case(63, "one and two years with a gap", edit=terms(("2017-06-01", "2018-05-31"), ("2019-07-01", "2021-06-30")), notes=[("doubt_agreements_gap", "06 实体名称 2")]),
    Case(64, "one year in common", edit=terms(("2018-06-01", "2020-05-31"), ("2019-06-01", "2021-05-31")), notes=[("doubt_agreements_overlap", "06 实体名称 2")]),
    Case(65, "expired ten days ago", {END: "2020-06-20"}, {"HY-FW-01": fails("2", "2", END)}),
    Case(65, "expires in a month", {END: "2020-07-31"}, notes=[("agreement_ends_soon", END)]),
    Case(66, "signed two months late", {SIGNED: "2019-09-01"}, notes=[("doubt_signed_late", SIGNED, START)]),
    Case(66, "signed after the audit", {SIGNED: "2020-07-01"}, {"HY-FW-01": fails("2", "2", SIGNED)}),
]  # fmt: skip

ANSWERS = [
    Case(67, "☑有 □无", {PROVIDED: "☑有 □无"}),
    Case(67, "□有 ☑无", {PROVIDED: "□有 ☑无"}, {"HY-FW-03.1": fails("0", "0", PROVIDED)}),
    Case(67, "☑有 ☑无", {PROVIDED: "☑有 ☑无"}, UNPROVEN),
    Case(67, "√ in 有 of two columns", edit=both(headers(SERVICES, {"是否提供": "有"}), column(SERVICES, "有", ("√",) * 10), column(SERVICES, "无", ("",) * 10)), clauses={**{f"HY-FW-03.{at}": unknown() for at in range(1, 8)}, "HY-FW-04": unknown()}, argued="有 and 无 as two columns of their own say nothing of what; the column 是否提供 is asked for."),
    *(Case(68, text, {PROVIDED: text}, UNPROVEN) for text in ("基本具备", "正在建设", "拟设", "部分", "待完善")),
    Case(69, "有(见附件3)", {PROVIDED: "有(见附件3)"}, notes=[("read_as", PROVIDED)]),
    Case(70, "3", {PROVIDED: 3}, UNPROVEN),
    Case(70, "3 as text", {PROVIDED: "3"}, UNPROVEN),
    Case(71, "ü in Wingdings", book=wingdings, clauses=UNPROVEN, argued="Fonts are not read; a letter is never a tick, so nothing passes by it."),
    Case(71, "R", {PROVIDED: "R"}, UNPROVEN),
    Case(72, "融资、法务、知识产权", edit=lambda s: s.update({SERVICES: [*s[SERVICES][:7], service("增值", "融资、法务、知识产权")]}), clauses={"HY-FW-04": passes("3", "3")}),
    Case(72, "财务;法务", edit=lambda s: s.update({SERVICES: [*s[SERVICES][:7], service("增值", "财务;法务"), service("增值", "融资/招聘")]}), clauses={"HY-FW-04": passes("3", "3")}),
    Case(73, "电商代运营", {"07 服务项目 10": "电商代运营"}, {"HY-FW-04": unknown("2", "3", "07 服务项目 10")}),
]  # fmt: skip


def twins(at: int, **changes: object) -> Edit:
    """The second member of the team has the first one's name and these entries."""
    return lambda sheets: sheets[STAFF][at].update({"姓名": sheets[STAFF][0]["姓名"]} | changes)


def entries(title: str, at: int, **changes: object) -> Edit:
    return lambda sheets: sheets[title][at].update(changes)


PEOPLE = [
    Case(74, "one number, two names", edit=both(entries(STAFF, 2, 身份证号=GOOD_ID), entries(STAFF, 3, 身份证号=GOOD_ID)), clauses={"HY-RY-03": fails("4", "4")}, notes=[("doubt_one_number", "03 姓名 3", "03 姓名 4")]),
    Case(74, "one name, two numbers", edit=both(entries(STAFF, 0, 身份证号=GOOD_ID), twins(1, 身份证号=OTHER_ID)), notes=[("doubt_one_name", "03 姓名 1", "03 姓名 2")]),
    Case(74, "one name, a mistyped number", edit=both(entries(STAFF, 0, 身份证号=GOOD_ID), twins(1, 身份证号="610125199003072210")), clauses={"HY-RY-03": unknown("4", "5")}, argued="A mistyped number is no second person: it stays open."),
    *(Case(74, f"everybody's number {text}", edit=column(STAFF, "身份证号", (text,) * 5)) for text in ("办理中", "保密", "610125********2219")),
    Case(75, "nothing tells them apart", edit=twins(1), clauses={"HY-RY-03": unknown("4", "5")}),
    Case(75, "other posts", edit=both(entries(STAFF, 0, **{"岗位/职务": "主任"}), twins(1, **{"岗位/职务": "会计"})), clauses={"HY-RY-03": unknown("4", "5")}, argued="Case 74 says that one person may hold two posts: a post tells nobody apart."),
    Case(75, "other phones", edit=both(entries(STAFF, 0, 联系电话="13900000001"), twins(1, 联系电话="13900000002"))),
    Case(75, "one phone, typed in two ways", edit=both(entries(STAFF, 0, 联系电话="13900000001"), twins(1, 联系电话="139-0000-0001", 是否政务综合服务专人="是")), clauses={"HY-RY-03": fails("4", "4")}),
    Case(75, "masked phones", edit=both(entries(STAFF, 0, 联系电话="139****0001"), twins(1, 联系电话="139****0002")), clauses={"HY-RY-03": unknown("4", "5")}),
    Case(75, "王芳 and 王芳(兼)", edit=both(entries(STAFF, 0, 姓名="王芳"), entries(STAFF, 1, 姓名="王芳（兼）")), clauses={"HY-RY-03": unknown("4", "5")}),
    Case(76, "wrong check digit", {ID: "610125199003072211"}, notes=[("doubt_person_number", ID)]),
    Case(77, "15 digits, permit, passport", {"03 身份证号 3": "E12345678", "03 身份证号 4": "H12345678", ID: "610125900307221"}),
    Case(78, "staff and mentor", {"04 姓名 1": "钱建国"}, notes=[("doubt_two_roles", "03 姓名 1", "04 姓名 1")]),
    Case(78, "staff and tenant's head", {"05 法定代表人(负责人) 1": "钱建国"}, notes=[("doubt_two_roles", "03 姓名 1", "05 法定代表人(负责人) 1")]),
    Case(79, "2020.6已离职", {"03 备注 5": "2020.6已离职"}, {"HY-RY-03": unknown("4", "5", "03 备注 5")}),
    Case(81, "no term", {"04 聘任结束日期 10": None}, notes=[("mentor_term_missing", "04 聘任结束日期 10")]),
    Case(81, "expired", {"04 聘任结束日期 10": "2020-06-29"}, {"HY-RY-05": fails("9", "9", "04 聘任结束日期 10")}),
    Case(82, "领导, 局长", edit=column(MENTORS, "导师类别", ("领导", "局长", "领导", "领导", "领导", "领导")), clauses={"HY-RY-04": unknown("0.4", "1", "04 导师类别 1")}),
    Case(82, "律师", edit=column(MENTORS, "导师类别", ("律师",) * 6), argued="A lawyer is an expert of a field, which the clause asks for; only offices held, like 领导, are to be confirmed."),
    *(Case(83, text, {WHO: text}, {"HY-RY-03": fails("4", "4")}, [("vacancy_rows", WHO)]) for text in ("空岗", "待招", "拟聘", "(空缺)", "若干")),
    Case(83, "王五等5人", {WHO: "王五等5人"}, {"HY-RY-01": unknown(), "HY-RY-03": unknown("4", None, WHO)}),
]  # fmt: skip

TOTALS = [
    Case(84, "with place and 有限公司", {"06 实体名称 1": "西安市鄠邑区第1商行有限公司"}, {"HY-FW-01": unknown("2", "3", "06 实体名称 1")}),
    Case(84, "brackets of another width", edit=both(entries(TENANTS, 0, 实体名称="甲（鄠邑）商行"), entries(AGREEMENTS, 0, 实体名称="甲(鄠邑)商行"))),
    Case(84, "codes on their way", edit=column(TENANTS, "统一社会信用代码", ("办理中",) * 3), clauses={"HY-FW-01": passes("3", "3")}),
    Case(84, "both among the tenants", edit=more(TENANTS, tenant(1, 实体名称="第1商行有限公司")), clauses={"HY-FW-01": unknown("3", "4")}, notes=[("doubt_names_alike", "05 实体名称 1", "05 实体名称 4")]),
    Case(84, "one credit code", edit=both(entries(TENANTS, 0, 统一社会信用代码="91610125MA6U12345X"), more(TENANTS, tenant(1, 实体名称="乙公司", 统一社会信用代码="91610125MA6U12345X"))), clauses={"HY-FW-01": passes("3", "3")}, notes=[("doubt_one_number",)]),
    Case(85, "O for 0, I for 1", {"05 统一社会信用代码 1": "9161O125MA6U1234I"}, notes=[("doubt_credit_code", "05 统一社会信用代码 1")]),
    Case(86, "未办照", {"05 主体类型 1": "未办照", "05 统一社会信用代码 1": "无"}, notes=[("doubt_unregistered", "05 实体名称 1")]),
    Case(86, "未办照 without agreement", {"05 主体类型 1": "未办照"}, {"HY-FW-01": fails("2", "2")}, edit=lambda s: s[AGREEMENTS].pop(0)),
    Case(87, "已退出 without date", {"05 状态 1": "已退出", END: "2020-06-01"}, {"HY-FW-01": passes("2", "2")}, [("doubt_no_leaving_date", "05 状态 1")]),
    Case(87, "neither status nor date", edit=without(TENANTS, "状态"), clauses={"HY-FW-01": passes("3", "3")}),
    Case(88, "入驻 12, rows 3", {"01 入驻实体数": 12}, {"HY-FW-01": passes("3", "3")}, [("doubt_count_differs", "01 入驻实体数")]),
    Case(88, "专职 6, rows 5", {"01 专职人员数": 6}, {"HY-RY-03": passes("5", "5")}, [("doubt_count_differs", "01 专职人员数")]),
    Case(88, "导师 12, rows 10", {"01 创业导师数": "12人"}, {"HY-RY-05": passes("10", "10")}, [("doubt_count_differs", "01 创业导师数")]),
    Case(89, "rooms 600, total 500", edit=column(ROOMS, "建筑面积(㎡)", (120,) * 5), clauses={"HY-YJ-04": passes("500", "600")}, notes=[("doubt_rooms_exceed_area", AREA)]),
    Case(89, "rooms 600, total 480", {AREA: 480}, {"HY-YJ-04": unknown("480", "600", AREA)}, [("doubt_rooms_exceed_area", AREA)], edit=column(ROOMS, "建筑面积(㎡)", (120,) * 5), argued="The two contradict each other on both sides of the limit: the outcome stays open instead of resting on either."),
    Case(90, "capacity 4, tenants 5, town", {CAPACITY: 4}, {"HY-YJ-05": passes("5", "5"), "HY-FW-01": passes("5", "5")}, [("doubt_over_capacity", CAPACITY)], SMALL, edit=lambda s: s.update({TENANTS: [tenant(at) for at in range(1, 6)], AGREEMENTS: [agreement(at) for at in range(1, 6)]})),
    Case(91, "no tenants", edit=no_tenants, clauses={"HY-FW-01": NOT_APPLICABLE, "HY-FW-02": NOT_APPLICABLE}),
    Case(92, "镇级, 区创业中心", {NAME: "鄠邑区创业中心"}, notes=[("doubt_level_and_name", LEVEL, NAME)], level=SMALL),
    Case(92, "区级, 街道", {NAME: "甘亭街道创业中心"}, notes=[("doubt_level_and_name", LEVEL, NAME)]),
    Case(92, "level blank", {LEVEL: None}, {f"HY-{c}": unknown() for c in ("YJ-04", "YJ-05", "RY-03", "RY-05", "FW-04")}, [("level_missing", LEVEL)]),
    Case(95, "no 是否启用", edit=without(ROOMS, "是否启用"), clauses={f"HY-YJ-{at:02}": unknown() for at in range(7, 12)}, notes=[("missing_columns",)]),
    Case(96, "no date, --as-of", {AS_OF: None}, options=("--as-of", "2020-06-30")),
    Case(96, "a month", {AS_OF: "2020年6月"}, notes=[("date_imprecise", AS_OF)]),
]  # fmt: skip

CASES: list[Case] = [*FILES, *SHEETS, *HEADERS, *CELLS, *DATES, *ANSWERS, *PEOPLE, *TOTALS]

__all__ = ["CASES", "MANUAL", "Outcome"]
