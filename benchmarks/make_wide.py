"""Write a summary table, one centre a row: `python -m benchmarks.make_wide FILE [--rows 50000]`.

As Excel writes it (shared strings, plain numbers): names and codes of their own, areas to a tenth,
one figure in a hundred blank and one in a hundred in words; a fixed seed gives the same table.
"""

import argparse
import random
from pathlib import Path

import xlsxwriter

_HEAD = (
    *("序号", "中心名称", "级别", "区划代码", "所属镇街", "总面积(㎡)", "面积口径"),
    *("可容纳创业实体数", "入驻实体数", "专职人员数", "创业导师数", "增值服务类别数", "备注"),
)


def make_wide(path: Path, rows: int, seed: int = 2026) -> None:
    """Write the table."""
    chance = random.Random(seed)  # noqa: S311 - a reproducible choice
    with xlsxwriter.Workbook(path, {"constant_memory": False}) as book:
        page = book.add_worksheet("创业中心汇总表")
        page.write_row(0, 0, ["创业中心汇总表"])
        page.write_row(1, 0, _HEAD)
        for at in range(1, rows + 1):
            page.write_row(at + 1, 0, _row(at, chance))


def _row(at: int, chance: random.Random) -> list[object]:
    is_district = at % 11 == 1
    area = round(chance.gauss(560 if is_district else 260, 80), chance.choice((0, 0, 1)))
    row: list[object] = [
        at,
        f"第{at}号标准化创业中心",
        "区级" if is_district else "镇(街道)级",
        f"{610_000_000_000 + at * 1000}",
        f"第{at % 9000}街道",
        max(area, 20.0),
        "使用面积" if chance.random() < 0.1 else "建筑面积",
        chance.randint(3, 20),
        chance.randint(0, 18),
        chance.randint(2, 9),
        chance.randint(3, 16),
        chance.randint(1, 5),
        "",
    ]
    if chance.random() < 0.05:
        row[chance.choice((5, 7, 9, 10, 11))] = chance.choice((None, "约300", "若干", "3人"))
    return row


def main() -> None:
    """Write the table that the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--rows", type=int, default=50_000)
    given = parser.parse_args()
    make_wide(given.file, given.rows)


if __name__ == "__main__":
    main()
