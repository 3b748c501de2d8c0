"""What a row under a header is: a record, or something that only stands among the records."""

import re
from collections.abc import Sequence
from enum import StrEnum

from centre_check.form.labels import label
from centre_check.logic.spelling import normalise
from centre_check.workbook.cell_facts import as_text
from centre_check.workbook.cells import Raw
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
_NOTES_FILL = 4  # cells at most: a note, a signature and a date
_VACANCY = re.compile(r"^\(?(?:空岗|空缺|待招|待聘|拟聘|待定|招聘中|缺编|若干)\)?$")


def row_kind(raws: Sequence[Raw], header: Header, key: int | None) -> RowKind:
    """What the row with these cells is; `key` is the column that names a record."""
    filled = [raw for raw in raws if raw is not None and raw != "" and not _is_space(raw)]
    if not filled:
        return RowKind.BLANK
    if _is_header(raws, header):
        return RowKind.HEADER
    first, *second = (normalise(as_text(raw)) for raw in filled[:2])
    for pattern, kind in ((_EXAMPLE, RowKind.EXAMPLE), (_TOTAL, RowKind.TOTAL)):
        if any(pattern.match(text) for text in (first, *second)):
            return kind
    if len(filled) <= _NOTES_FILL and _NOTES.match(first):
        return RowKind.NOTES
    name = normalise(as_text(raws[key])) if key is not None and key < len(raws) else ""
    if _NONE.match(name) or (len(filled) == 1 and _NONE.match(first)):
        return RowKind.NONE
    return RowKind.VACANCY if _VACANCY.match(name) else RowKind.RECORD


def _is_space(raw: Raw) -> bool:
    return isinstance(raw, str) and raw.isspace()


def _is_header(raws: Sequence[Raw], header: Header) -> bool:
    """Whether the header stands here again: its first two fields are enough to tell."""
    columns = [column for column in header.columns if column.field is not None][:2]
    return all(
        column.at < len(raws)
        and isinstance(raws[column.at], str)
        and label(str(raws[column.at])) == label(column.header)
        for column in columns
    )
