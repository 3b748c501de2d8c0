"""Tables of an office as tests need them: a good row of each, written with what is changed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from conftest import ATTESTATIONS, Sheets, write_book

NAME = "某某标准化创业中心"
WAIVER: Mapping[str, Any] = {
    "编号": "鄠豁2020-01",
    "中心名称": NAME,
    "级别": "镇级",
    "条款编号": "HY-YJ-04",
    "理由": "厂房扩建，年底前完工",
    "依据文件": "关于同意过渡期安排的批复",
    "申请人": "孙五",
    "批准人": "钱七",
    "批准日期": "2020-03-01",
    "生效日期": "2020-03-01",
    "有效期至": "2020-12-31",
    "佐证": "批复扫描件",
}


def waiver(**changes: Any) -> dict[str, Any]:
    """A row of 豁免登记; a change to None leaves the cell blank."""
    return {**WAIVER, **changes}


def table(path: Path, rows: Sequence[Mapping[str, Any]], title: str = "豁免登记") -> Path:
    """A workbook with one sheet of these rows, as an office writes it: a title above the head."""
    heads = list(dict.fromkeys(head for row in rows for head in row)) or list(WAIVER)
    book = Workbook()
    page = book.worksheets[0]
    page.title = title
    page.append([title])
    page.append(heads)
    for row in rows:
        page.append([row.get(head) for head in heads])
    book.save(path)
    return path


def submit(path: Path, sheets: Sheets) -> Path:
    """A centre's workbook, and where `on_site` looks for it what an inspector decided."""
    path.parent.mkdir(parents=True, exist_ok=True)
    decided = {ATTESTATIONS: sheets[ATTESTATIONS]}
    write_book(path, {title: one for title, one in sheets.items() if title != ATTESTATIONS})
    beside = path.parent.parent / f"{path.parent.name}-现场核定" / path.name
    beside.parent.mkdir(exist_ok=True)
    write_book(beside, decided)
    return path
