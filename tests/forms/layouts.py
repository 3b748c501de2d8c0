"""Lay out the forms of this folder as workbooks, with entries as offices fill them in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

HERE = Path(__file__).parent
_NOTATION = re.compile(r"(?P<text>.*?)(?:→(?P<right>[^={]+?))?(?:=\{(?P<entries>.*)\})?\s*")
_FIGURE = re.compile(r"[0-9]{1,4}(?:\.[0-9]+)?")
_OTHERWISE = ("情况良好", "按计划开展", "已完成", "符合要求")


@dataclass(frozen=True, slots=True)
class Head:
    """A head and the fields that it may be read as; `is_optional` where leaving it is right too."""

    text: str
    fields: tuple[str, ...]
    is_optional: bool
    entries: Sequence[object]


@dataclass(frozen=True, slots=True)
class OfficeForm:
    id: str
    sheet: str  # the sheet of ours that it holds, empty for none
    layout: str
    pairs: int
    title: str
    heads: tuple[Head, ...]


def forms(name: str) -> tuple[OfficeForm, ...]:
    """The forms of one of this folder's files."""
    return tuple(_forms((HERE / name).read_text("utf-8").splitlines()))


def _forms(lines: Sequence[str]) -> Iterator[OfficeForm]:
    told = [line for line in lines if line and not line.startswith("#")]
    for first, second in zip(told[::2], told[1::2], strict=True):
        about, title = first.split(": ", 1)
        id_, sheet, layout, *pairs = about.split()
        heads = tuple(map(_head, second.strip().split(" · ")))
        yield OfficeForm(id_, sheet.strip("-"), layout, int(pairs[0]) if pairs else 0, title, heads)


def _head(text: str) -> Head:
    found = _NOTATION.fullmatch(text)
    assert found is not None
    right = found["right"] or ""
    head = re.sub(r" \[\w+\]$", "", found["text"])
    entries = found["entries"].split("|") if found["entries"] else _entries(head)
    fields = tuple(one.strip("?") for one in right.split("|") if one)
    return Head(head, fields, "?" in right, entries)


def _entries(head: str) -> Sequence[object]:
    own = head.rsplit("/", 1)[-1] if re.match(r".*信息/|.*情况/|.*协议/", head) else head
    for text in dict.fromkeys((own, re.sub(r"（[^）]*）$", "", own), head)):
        for pattern, entries in _pools():
            if re.search(pattern, text):
                return entries
    return _OTHERWISE


@cache
def _pools() -> list[tuple[str, list[object]]]:
    lines = (HERE / "entries.txt").read_text("utf-8").splitlines()
    told = (line.split(" => ") for line in lines if not line.startswith("#"))
    return [
        (pattern, [_entry(one.strip()) for one in entries.split("|")]) for pattern, entries in told
    ]


def _entry(text: str) -> object:
    return float(text) if _FIGURE.fullmatch(text) else text


def write(form: OfficeForm, path: Path, sheet: str, *, title: bool) -> None:
    """The form alone in a workbook, its table on a sheet of this name, its title above or not."""
    rows = list(LAYOUTS[form.layout](form))
    with Workbook(path) as book:
        page = book.add_worksheet(sheet)
        for at, row in enumerate([[form.title], *rows] if title else rows):
            page.write_row(at, 0, ["" if cell is None else cell for cell in row])
        if form.layout == "two":
            _merge(page, form, first=int(title))


def _merge(page: Worksheet, form: OfficeForm, first: int) -> None:
    """Each group over its heads, each head without a group over both rows."""
    groups = [_group(head.text)[0] for head in form.heads]
    for group, members in groupby(enumerate(groups), key=lambda one: one[1]):
        columns = [at for at, _ in members]
        for at in columns if not group else ():
            page.merge_range(first, at, first + 1, at, form.heads[at].text)
        if group and len(columns) > 1:
            page.merge_range(first, columns[0], first, columns[-1], group)


def _table(form: OfficeForm) -> Iterator[list[object]]:
    has_groups = any(_group(head.text)[0] for head in form.heads)
    if has_groups:
        groups = [_group(head.text)[0] for head in form.heads]
        yield [
            (group or _group(head.text)[1])
            if at == 0 or group != groups[at - 1] or not group
            else ""
            for at, (group, head) in enumerate(zip(groups, form.heads, strict=True))
        ]
        yield [_group(head.text)[1] if _group(head.text)[0] else "" for head in form.heads]
    else:
        yield [head.text for head in form.heads]
    for at in range(4):
        yield [head.entries[at % len(head.entries)] for head in form.heads]


def _group(text: str) -> tuple[str, str]:
    """The group that a head stands under and the head: 「负责人信息/姓名」."""
    group, slash, own = text.partition("/")
    is_group = slash and group.endswith(("信息", "情况", "协议", "原协议"))
    return (group, own) if is_group else ("", text)


def _pairs(form: OfficeForm) -> Iterator[list[object]]:
    for at in range(0, len(form.heads), form.pairs):
        yield [
            cell
            for head in form.heads[at : at + form.pairs]
            for cell in (head.text, head.entries[0])
        ]


def _coded(form: OfficeForm) -> Iterator[list[object]]:
    for at in range(0, len(form.heads), form.pairs):
        yield [
            cell
            for number, head in enumerate(form.heads[at : at + form.pairs], at)
            for cell in (head.text, f"Tdf7{number:02d}", head.entries[0])
        ]


LAYOUTS = {"table": _table, "two": _table, "pairs": _pairs, "card": _pairs, "coded": _coded}
OURS: Mapping[str, str] = {
    "centre": "01 基本信息", "rooms": "02 场地与功能空间", "staff": "03 运营管理人员",
    "mentors": "04 创业导师", "tenants": "05 入驻创业实体", "agreements": "06 服务协议",
    "services": "07 服务项目", "service_log": "08 服务台账", "systems": "09 管理制度",
    "inspections": "10 监督检查记录", "activities": "11 活动与培训", "policies": "12 政策享受",
}  # fmt: skip
