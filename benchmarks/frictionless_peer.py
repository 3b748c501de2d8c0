"""The naive script's ten clauses with frictionless: `python frictionless_peer.py FOLDER`.

Each sheet is a resource; a clause is a check of a table, which may count its rows.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import attrs
from frictionless import Check, Checklist, Dialect, Resource, errors
from frictionless.formats import ExcelControl


@attrs.define(kw_only=True, repr=False)
class Clause(Check):
    """At least so many different values of a field, or rows, of those that count."""

    type = "clause"
    Errors: ClassVar = [errors.TableError]
    clause: str
    counts: Callable[[Any], bool]
    least: int
    field: str = ""
    found: set[object] = attrs.field(factory=set)

    def validate_row(self, row: Any) -> Iterator[errors.TableError]:
        """Count a row."""
        if self.counts(row):
            self.found.add(row[self.field] if self.field else row.row_number)
        return iter(())

    def validate_end(self) -> Iterator[errors.TableError]:
        """An error where there are too few."""
        if len(self.found) < self.least:
            yield errors.TableError(note=self.clause)


def _every(_row: object) -> bool:
    return True


def check(path: Path) -> dict[str, object]:
    """Ten clauses of one centre."""
    with _resource(path, "01 基本信息", 0) as first:
        centre = {cells[0]: cells[1] for cells in first.cell_stream}
    big = centre["级别"] == "区级"
    agreements = {row["实体名称"] for row in _resource(path, "06 服务协议", 2).read_rows()}
    done = {
        "HY-YJ-01": bool(centre["详细地址"]),
        "HY-YJ-04": (centre["总面积(㎡)"] or 0) >= (500 if big else 200),
        "HY-YJ-05": (centre["可容纳创业实体数"] or 0) >= (10 if big else 5),
    }
    clauses = {
        "02 场地与功能空间": [("HY-YJ-07", lambda row: row["功能类别"] == "办公区", 1)],
        "03 运营管理人员": [
            ("HY-RY-02", lambda row: row["是否政务综合服务专人"] == "是", 1),
            (
                "HY-RY-03",
                lambda row: row["专职/兼职"] == "专职" and not row["离岗日期"],
                5 if big else 3,
            ),
        ],
        "04 创业导师": [("HY-RY-05", _every, 10 if big else 5)],
        "07 服务项目": [
            ("HY-FW-04", lambda row: row["是否提供"] == "是", 3 if big else 2, "服务项目")
        ],
        "09 管理制度": [("HY-GL-01", _every, 1)],
        "10 监督检查记录": [("HY-GL-01", _every, 1)],
    }
    for name, those in clauses.items():
        failed = _failed(path, name, those)
        for clause, *_ in those:
            done[clause] = done.get(clause, True) and clause not in failed
        if name == "04 创业导师":
            tenants = _resource(path, "05 入驻创业实体", 2).read_rows()
            here = [row["实体名称"] for row in tenants if not row["退出日期"]]
            done["HY-FW-01"] = agreements.issuperset(here)
    return {"path": str(path), "name": centre["中心名称"], **done}


def _failed(path: Path, sheet: str, those: list[tuple[Any, ...]]) -> set[str]:
    checks = [
        Clause(clause=one[0], counts=one[1], least=one[2], field=one[3] if one[3:] else "")
        for one in those
    ]
    report = _resource(path, sheet, 2).validate(
        Checklist(checks=checks, skip_errors=["blank-header", "type-error"])
    )
    return {one.note for task in report.tasks for one in task.errors if one.type == "table-error"}


def _resource(path: Path, sheet: str, header: int) -> Resource:
    dialect = Dialect(
        header=bool(header),
        header_rows=[header] if header else [1],
        controls=[ExcelControl(sheet=sheet)],
    )
    return Resource(path=path.name, basepath=str(path.parent), format="xlsx", dialect=dialect)


def main() -> None:
    """Check every workbook below the folder."""
    for path in sorted(Path(sys.argv[1]).rglob("*.xlsx")):
        sys.stdout.write(json.dumps(check(path), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
