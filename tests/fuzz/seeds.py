"""Write the corpus' workbooks: one small centre as every kind of file, and the smallest .xlsx."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date

import xlwt
from openpyxl import Workbook
from tests.containers.xlsb_writer import Sheet, xlsb
from tests.fuzz.books import SEEDS
from tests.hostile.make import book, ods, packed

Rows = Sequence[Sequence[object]]
CENTRE: Mapping[str, Rows] = {
    "01 基本信息": [
        ["标准化创业中心基本信息表"],
        ["项目", "填报内容"],
        ["中心名称", "某某标准化创业中心"],
        ["级别", "区级"],
        ["总面积(㎡)", 499.6],
        ["可容纳创业实体数", "约20户"],
        ["场地使用起始日期", date(2019, 1, 1)],
        ["数据截止日期", "2020.6.30"],
    ],
    "03 运营管理人员": [
        ["姓名", "岗位类别", "专职/兼职", "联系电话", "到岗日期", "离岗日期"],
        ["赵建国", "服务", "专职", "13800001111", date(2019, 2, 1), None],
        ["同上", "管理", "兼职", 13800001112, "2019年3月", "长期"],
        ["合计", "2人"],
    ],
    "06 服务协议": [
        ["实体名称", "协议类型", "协议期限", "双方签字盖章"],
        ["鄠邑区第一商行", "服务", "2019.7.1-2022.6.30", "√"],
        ["鄠邑区第二商行", "服务", "三年", True],
    ],
    "07 服务项目": [
        ["服务类别", "服务项目", "是否提供"],
        ["基础", "创业培训服务", "☑是□否"],
        ["增值", "创业融资贷款服务、人力资源服务", "待完善"],
    ],
}


def main() -> None:
    """Write every seed of the reader; those of the cell parsers are lines that a person writes."""
    seeds = {
        "smallest.xlsx": book(),
        "centre.xlsx": _xlsx(),
        "centre.xls": _xls(),
        "centre.xlsb": xlsb([Sheet(name, rows) for name, rows in CENTRE.items()]),
        "centre.ods": ods("".join(_ods(name, rows) for name, rows in CENTRE.items())),
        "centre.zip": packed({f"{name}.csv": _csv(rows) for name, rows in CENTRE.items()}),
        "centre.csv": _csv(CENTRE["01 基本信息"]).encode("gb18030"),
    }
    for name, content in seeds.items():
        (SEEDS / name).write_bytes(content)


def _xlsx() -> bytes:
    """With what only this kind has: merged, hidden and computed cells, an error."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in CENTRE.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(row)
    page = made["03 运营管理人员"]
    page.merge_cells("B2:B3")
    page.row_dimensions[3].hidden = True
    page.column_dimensions["D"].hidden = True
    page["D4"], page["E4"] = "=COUNTA(A2:A3)", "#N/A"
    made.create_sheet("去年").sheet_state = "hidden"
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _xls() -> bytes:
    made = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for name, rows in CENTRE.items():
        page = made.add_sheet(name)
        for at, row in enumerate(rows):
            for column, raw in enumerate(row):
                page.write(at, column, raw, *((day,) if isinstance(raw, date) else ()))
    made.get_sheet(1).write(3, 3, xlwt.Formula("COUNTA(A2:A3)"))
    made.get_sheet(1).row(2).hidden = True
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _ods(name: str, rows: Rows) -> str:
    each = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows
    )
    return f'<table:table table:name="{name}">{each}</table:table>'


def _ods_cell(raw: object) -> str:
    match raw:
        case None:
            return "<table:table-cell/>"
        case bool():
            about = f'"boolean" office:boolean-value="{str(raw).lower()}"'
        case int() | float():
            about = f'"float" office:value="{raw}"'
        case date():
            about = f'"date" office:date-value="{raw}"'
        case _:
            about = '"string"'
    return f"<table:table-cell office:value-type={about}><text:p>{raw}</text:p></table:table-cell>"


def _csv(rows: Rows) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(["" if raw is None else raw for raw in row] for row in rows)
    return stream.getvalue()


if __name__ == "__main__":
    main()
