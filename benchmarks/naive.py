"""What a colleague writes in an hour: openpyxl, ten of the clauses, a line of JSON a workbook.

It knows the template's sheets and columns only, takes every cell at its word, names no cells.
Run as `python naive.py FOLDER`.
"""

import json
import sys
from pathlib import Path

import openpyxl


def records(book: openpyxl.Workbook, name: str) -> list[dict[str, object]]:
    """The rows of a sheet, by the headers of its second row."""
    _, head, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=False)) for row in rows if any(row)]


def check(path: Path) -> dict[str, object]:
    """Ten clauses of one centre."""
    book = openpyxl.load_workbook(path, data_only=True)
    centre = {row[0]: row[1] for row in book["01 基本信息"].iter_rows(values_only=True)}
    big = centre["级别"] == "区级"
    rooms = records(book, "02 场地与功能空间")
    staff = records(book, "03 运营管理人员")
    mentors = records(book, "04 创业导师")
    tenants = records(book, "05 入驻创业实体")
    agreements = {row["实体名称"] for row in records(book, "06 服务协议")}
    services = [row for row in records(book, "07 服务项目") if row["是否提供"] == "是"]
    systems = records(book, "09 管理制度")
    inspections = records(book, "10 监督检查记录")
    full_time = [row for row in staff if row["专职/兼职"] == "专职" and not row["离岗日期"]]
    here = [row for row in tenants if not row["退出日期"]]
    done = {
        "HY-YJ-01": bool(centre["详细地址"]),
        "HY-YJ-04": (centre["总面积(㎡)"] or 0) >= (500 if big else 200),
        "HY-YJ-05": (centre["可容纳创业实体数"] or 0) >= (10 if big else 5),
        "HY-YJ-07": any(row["功能类别"] == "办公区" for row in rooms),
        "HY-RY-02": any(row["是否政务综合服务专人"] == "是" for row in staff),
        "HY-RY-03": len(full_time) >= (5 if big else 3),
        "HY-RY-05": len(mentors) >= (10 if big else 5),
        "HY-FW-01": all(row["实体名称"] in agreements for row in here),
        "HY-FW-04": len({row["服务项目"] for row in services}) >= (3 if big else 2),
        "HY-GL-01": len(systems) >= 1 and len(inspections) >= 1,
    }
    return {"path": str(path), "name": centre["中心名称"], **done}


def main() -> None:
    """Check every workbook below the folder."""
    for path in sorted(Path(sys.argv[1]).rglob("*.xlsx")):
        sys.stdout.write(json.dumps(check(path), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
