"""The naive script's ten clauses with pandera over pandas: `python pandera_peer.py FOLDER`.

Each sheet is a data frame with a schema; a clause is a check of a frame. Frames know no cells.
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa

SHEETS = (
    "02 场地与功能空间",
    "03 运营管理人员",
    "04 创业导师",
    "05 入驻创业实体",
    "06 服务协议",
    "07 服务项目",
    "09 管理制度",
    "10 监督检查记录",
)


def schemas(centre: dict[str, object], agreements: set[object]) -> dict[str, pa.DataFrameSchema]:
    """A schema a sheet, for a centre of this level."""
    big = centre["级别"] == "区级"
    return {
        "02 场地与功能空间": _schema(
            ["功能类别"], {"HY-YJ-07": lambda rows: (rows["功能类别"] == "办公区").any()}
        ),
        "03 运营管理人员": _schema(
            ["专职/兼职", "离岗日期", "是否政务综合服务专人"],
            {
                "HY-RY-02": lambda rows: (rows["是否政务综合服务专人"] == "是").any(),
                "HY-RY-03": lambda rows: (
                    ((rows["专职/兼职"] == "专职") & rows["离岗日期"].isna()).sum()
                    >= (5 if big else 3)
                ),
            },
        ),
        "04 创业导师": _schema([], {"HY-RY-05": lambda rows: len(rows) >= (10 if big else 5)}),
        "05 入驻创业实体": _schema(
            ["实体名称", "退出日期"],
            {
                "HY-FW-01": lambda rows: (
                    rows.loc[rows["退出日期"].isna(), "实体名称"].isin(agreements).all()
                )
            },
        ),
        "07 服务项目": _schema(
            ["服务项目", "是否提供"],
            {
                "HY-FW-04": lambda rows: (
                    rows.loc[rows["是否提供"] == "是", "服务项目"].nunique() >= (3 if big else 2)
                )
            },
        ),
        "09 管理制度": _schema([], {"HY-GL-01": lambda rows: len(rows) >= 1}),
        "10 监督检查记录": _schema([], {"HY-GL-01": lambda rows: len(rows) >= 1}),
    }


def _schema(
    columns: Sequence[str], clauses: Mapping[str, Callable[[Any], bool]]
) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        {name: pa.Column(object, nullable=True) for name in columns},
        checks=[pa.Check(check, name=name) for name, check in clauses.items()],
    )


def check(path: Path) -> dict[str, object]:
    """Ten clauses of one centre."""
    book = pd.read_excel(path, sheet_name=None, header=None, engine="calamine", dtype=object)
    first = book["01 基本信息"]
    centre = dict(zip(first[0], first[1], strict=True))
    big = centre["级别"] == "区级"
    frames = {name: _frame(book[name]) for name in SHEETS}
    done = {
        "HY-YJ-01": not pd.isna(centre["详细地址"]),
        "HY-YJ-04": _number(centre["总面积(㎡)"]) >= (500 if big else 200),
        "HY-YJ-05": _number(centre["可容纳创业实体数"]) >= (10 if big else 5),
    }
    known = schemas(centre, set(frames["06 服务协议"]["实体名称"]))
    for name, schema in known.items():
        for one in schema.checks:
            done.setdefault(one.name, True)
        try:
            schema.validate(frames[name], lazy=True)
        except pa.errors.SchemaErrors as error:
            for failed in error.failure_cases["check"]:
                done[failed] = False
    return {"path": str(path), "name": centre["中心名称"], **done}


def _frame(page: pd.DataFrame) -> pd.DataFrame:
    rows = page.iloc[2:].dropna(how="all")
    rows.columns = page.iloc[1]
    return rows.astype(object)


def _number(value: Any) -> float:
    return 0 if pd.isna(value) else value


def main() -> None:
    """Check every workbook below the folder."""
    for path in sorted(Path(sys.argv[1]).rglob("*.xlsx")):
        sys.stdout.write(json.dumps(check(path), ensure_ascii=False, default=bool) + "\n")


if __name__ == "__main__":
    main()
