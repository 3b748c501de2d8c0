"""What a row under a header is: a record, or something that only stands among the records."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import islice

from centre_check.form.labels import label
from centre_check.logic.spelling import normalise
from centre_check.workbook.cells import Raw, as_text
from centre_check.workbook.headers import Column, Header


class RowKind(StrEnum):
    """What a row is."""

    BLANK = "blank"
    HEADER = "header"  # the header again, after a page break
    EXAMPLE = "example"
    TOTAL = "total"
    NOTES = "notes"
    NONE = "none"  # says that there are no records: 「无」
    VACANCY = "vacancy"  # a place to be filled: 「空岗」
    RECORD = "record"


# 例会制度 is a record, 「例：」 is an example.
_EXAMPLE = r"^\(?(?:(?:填写)?(?:示例|样例|范例)(?:行|数据)?|例如?)\)?(?:[:：0-9].*)?$"
# 合计算科技 is a name, 「合计：9」 and 「合计9户」 are totals.
_TOTAL = r"^(?:本页)?(?:合计|总计|小计|共计|累计)(?:[:：(0-9一二三四五六七八九十].*|数)?$"
_NOTES = re.compile(
    r"^(?:填表说明|填写说明|备注[:：]|注[:：0-9]|说明[:：]|填表人|审核人|制表人?[:：]|负责人[:：]"
    r"|填报人|填报日期|填表日期|填报单位|单位\(?盖章|\(?盖章\)?|联系人[:：]|本表(?:一式|由|数据|所填|须|应)|以上(?:数据|内容|情况|信息|均|属实|各)"
    r"|\(?续表?[0-9一二三]*\)?$|\(?接上页\)?$|\(?转下页\)?$|第[0-9]+页)"
)
_NONE = frozenset(
    f"{none}{what}"
    for none in ("无", "暂无", "没有", "暂无入驻", "无入驻", "目前无", "暂未入驻")
    for what in ("", "实体", "企业", "记录")
)
_HEADING = re.compile(r"^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)).")
_NOTES_FILL = 4  # cells at most: a note, a signature and a date
_VACANCY = (
    r"^\(?(?:空岗|空缺|空置|空房|空|缺岗|闲置|待招聘?|待招商|待入驻|拟入驻|未入驻|待聘|拟聘|拟招聘?|待定|招聘中|招商中"
    r"|缺编|若干)[0-9]*[名人个户间]?\)?$"
)
_VACANT = frozenset("空缺闲待拟未招若")  # with one of these every vacancy begins


# Compiling the patterns takes 1 ms; a character without which none matches spares most files that.
_SIGNS = (("例", _EXAMPLE, RowKind.EXAMPLE), ("计", _TOTAL, RowKind.TOTAL))


def row_kind(raws: Sequence[Raw], header: Header, key: int | None) -> RowKind:
    """What the row with these cells is; `key` is the column that names a record."""
    filled = [raw for raw in raws if raw is not None and raw != "" and not _is_space(raw)]
    if not filled:
        return RowKind.BLANK
    if _is_header(raws, header):
        return RowKind.HEADER
    first, *second = (normalise(as_text(raw)) for raw in filled[:2])
    for sign, pattern, kind in _SIGNS:
        if any(sign in text and re.match(pattern, text) for text in (first, *second)):
            return kind
    if len(filled) <= _NOTES_FILL and _NOTES.match(first):
        return RowKind.NOTES
    name = normalise(as_text(raws[key])) if key is not None and key < len(raws) else ""
    if name in _NONE or (len(filled) == 1 and first in _NONE):
        return RowKind.NONE
    is_vacancy = not _VACANT.isdisjoint(name) and re.match(_VACANCY, name)
    return RowKind.VACANCY if is_vacancy else RowKind.RECORD


def is_heading(raws: Sequence[Raw]) -> bool:
    """Whether the row only heads those below it: 「一、管理人员」, 「(二)服务人员」."""
    filled = [raw for raw in raws if raw is not None and raw != "" and not _is_space(raw)]
    distinct = {normalise(as_text(raw)) for raw in filled}
    return len(distinct) == 1 and bool(_HEADING.match(distinct.pop()))


def _is_space(raw: Raw) -> bool:
    return isinstance(raw, str) and raw.isspace()


def _is_header(raws: Sequence[Raw], header: Header) -> bool:
    """Whether the header stands here again: any of its rows, told by its first two cells.

    Of a header of two rows the upper one repeats the parents, the lower one the children, so that
    a cell counts when it is the end or the beginning of what both say together.
    """
    if header.first == header.row:
        columns = (column for column in header.columns if column.field is not None)
        return all(_repeats(raws, column) for column in islice(columns, 2))
    texts = [(at, label(raw)) for at, raw in enumerate(raws) if isinstance(raw, str) and raw][:2]
    own = {column.at: label(column.header) for column in header.columns}
    return len(texts) == 2 and all(
        text and (own.get(at, "").endswith(text) or own.get(at, "").startswith(text))
        for at, text in texts
    )


def _repeats(raws: Sequence[Raw], column: Column) -> bool:
    raw = raws[column.at] if column.at < len(raws) else None
    return isinstance(raw, str) and raw != "" and label(raw) == label(column.header)
