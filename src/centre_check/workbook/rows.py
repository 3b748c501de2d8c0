"""What a row under a header is: a record, or something that only stands among the records."""

import re
from collections.abc import Sequence
from enum import StrEnum

from centre_check.form.labels import label
from centre_check.logic.spelling import normalise
from centre_check.workbook.headers import Header


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


_EXAMPLE = re.compile(r"^\(?(?:填写)?(?:示例|样例|例如?)\)?[:：]?")
_TOTAL = re.compile(r"^(?:本页)?(?:合计|总计|小计|共计|累计)")
_NOTES = re.compile(
    r"^(?:填表说明|填写说明|备注[:：]|注[:：]|说明[:：]|填表人|审核人|制表人?[:：]|负责人[:：]|填报人"
    r"|填报日期|填报单位|单位\(?盖章|\(?盖章\)?|联系人[:：]|本表|以上)"
)
_NONE = re.compile(r"^(?:无|暂无|没有|暂无入驻|无入驻|目前无|暂未入驻)(?:实体|企业|记录)?$")
_VACANCY = re.compile(r"^\(?(?:空岗|空缺|待招|待聘|拟聘|待定|招聘中|缺编|若干)\)?$")


def row_kind(texts: Sequence[str], header: Header, key: int | None) -> RowKind:
    """What the row with these `texts` is; `key` is the column that names a record."""
    filled = [text for text in texts if text.strip()]
    if not filled:
        return RowKind.BLANK
    if _is_header(texts, header):
        return RowKind.HEADER
    first = normalise(filled[0])
    for pattern, kind in ((_EXAMPLE, RowKind.EXAMPLE), (_TOTAL, RowKind.TOTAL)):
        if any(pattern.match(normalise(text)) for text in filled[:2]):
            return kind
    if _NOTES.match(first) and len(filled) <= 4:
        return RowKind.NOTES
    name = normalise(texts[key]) if key is not None and key < len(texts) else ""
    if _NONE.match(name) or (len(filled) == 1 and _NONE.match(first)):
        return RowKind.NONE
    return RowKind.VACANCY if _VACANCY.match(name) else RowKind.RECORD


def _is_header(texts: Sequence[str], header: Header) -> bool:
    columns = [column for column in header.columns if column.field is not None]
    again = [
        column
        for column in columns
        if column.at < len(texts) and label(texts[column.at]) == label(column.header)
    ]
    return len(again) > 1 or (len(columns) == 1 and len(again) == 1)
