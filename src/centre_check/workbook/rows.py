"""What a row under a header is: a record, or something that only stands among the records."""

import re
from collections.abc import Sequence
from enum import StrEnum

from centre_check.form.labels import label
from centre_check.form.types import Field, Form, Kind, Named, Sheet
from centre_check.logic.spelling import normalise
from centre_check.workbook.blocks import Block
from centre_check.workbook.cells import Raw, as_text
from centre_check.workbook.headers import Header, HeaderColumn
from centre_check.workbook.nearby import legends
from centre_check.workbook.sections import HeadingSays, Own, heading
from centre_check.workbook.standing import Called, called


class RowKind(StrEnum):
    """What a row is."""

    BLANK = "blank"
    HEADER = "header"  # the header again, after a page break
    EXAMPLE = "example"
    TOTAL = "total"
    NOTES = "notes"
    NONE = "none"  # says that there are no records: 「无」
    VACANCY = "vacancy"  # a place to be filled: 「空岗」
    HEADING = "heading"  # speaks of the rows below it: 「二、离职人员」
    LINE = "line"  # speaks of the table: 「以上人员均为兼职」
    CLOSING = "closing"  # ends the table: 「以下空白」
    EMPTY = "empty"  # a serial number, or a default pulled down, and nobody
    COUNT = "count"  # how many there are, and not who: 「专职人员 5人」
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
    filled = _first_filled(raws)
    if not filled:
        return RowKind.BLANK
    if _is_header(raws, header):
        return RowKind.HEADER
    first = normalise(as_text(filled[0]))
    second = normalise(as_text(filled[1])) if len(filled) > 1 else ""
    for sign, pattern, kind in _SIGNS:
        for text in (first, second):
            if sign in text and re.match(pattern, text):
                return kind
    if len(filled) <= _NOTES_FILL and _NOTES.match(first):
        return RowKind.NOTES
    name = normalise(as_text(raws[key])) if key is not None and key < len(raws) else ""
    if name in _NONE or (len(filled) == 1 and first in _NONE):
        return RowKind.NONE
    is_vacancy = not _VACANT.isdisjoint(name) and re.match(_VACANCY, name)
    return RowKind.VACANCY if is_vacancy else RowKind.RECORD


def _first_filled(raws: Sequence[Raw]) -> list[Raw]:
    """The first cells of a row that hold something: so many that more tell nothing more."""
    filled: list[Raw] = []
    for raw in raws:
        if raw is None or raw == "" or (isinstance(raw, str) and raw.isspace()):
            continue
        filled.append(raw)
        if len(filled) > _NOTES_FILL:
            break
    return filled


def unrecorded(raws: Sequence[Raw], block: Block, key: int | None, form: Form) -> RowKind:
    """What a row is that `row_kind` takes for a record, by the words that the form has for none."""
    alone = _alone(raws)
    if alone is not None:
        return _lone(*alone, block, key, form)
    sheet = block.sheet
    name = as_text(raws[key]).strip() if key is not None and key < len(raws) else ""
    if not _BRACKETS.isdisjoint(name) and any(
        word in name and _in_brackets(word, name) for word in form.proof.samples
    ):
        return RowKind.EXAMPLE
    if sheet.named is Named.THING:
        return RowKind.RECORD
    what = called(name, sheet.named, form.proof)
    if what is Called.COUNT:
        return RowKind.COUNT
    if what is not Called.NOBODY:
        return RowKind.RECORD
    serial = block.header.fields.get("no")
    others = {at for at, raw in enumerate(raws) if as_text(raw).strip()}
    others -= {key, serial.at if serial is not None else key}
    return RowKind.RECORD if others else RowKind.CLOSING


_BRACKETS = frozenset("([【（［")


def _alone(raws: Sequence[Raw]) -> tuple[str, int] | None:
    """The one text that stands in a row, and where first; None where there are several."""
    found: tuple[str, int] | None = None
    for at, raw in enumerate(raws):
        text = raw.strip() if isinstance(raw, str) else as_text(raw)
        if text and found is None:
            found = text, at
        elif text and found is not None and text != found[0]:
            return None
    return found


def _in_brackets(word: str, name: str) -> bool:
    return bool(re.search(rf"[(\[【]{word}[^()]*[)\]】]", normalise(name)))


def _lone(text: str, at: int, block: Block, key: int | None, form: Form) -> RowKind:
    """What a row with one text is: a name alone, a default pulled down, a heading, a line."""
    sheet = block.sheet
    if at != key:
        field = next((one.field for one in block.header.columns if one.at == at), None)
        is_value = field is not None and _is_value(text, field, form)
        return RowKind.EMPTY if is_value or _is_figure(text) else _spoken(text, form)
    if sheet.key == "date":
        return RowKind.RECORD if any(char.isdigit() for char in text) else _spoken(text, form)
    what = called(text, sheet.named, form.proof)
    if what is Called.COUNT:
        return RowKind.COUNT
    says = heading(text, sheet, form, Own()).says
    if what is Called.NOBODY:
        is_heading = says is HeadingSays.OUT and normalise(text).endswith(form.proof.orders)
        return RowKind.HEADING if is_heading else RowKind.CLOSING
    if sheet.named is Named.THING:
        is_heading = says in (HeadingSays.OUT, HeadingSays.VALUE) and not _is_word(
            text, sheet, form
        )
        return RowKind.HEADING if is_heading or _is_numbered(text) else RowKind.RECORD
    if what is Called.NAME and not (
        _is_numbered(text) or (says is HeadingSays.OUT and sheet.named is Named.FIRM)
    ):
        return RowKind.RECORD
    is_nobody = says is HeadingSays.UNKNOWN and len(normalise(text)) <= _LONGEST_NAME
    return RowKind.RECORD if is_nobody else _spoken(text, form)


_LONGEST_NAME = 4


def _spoken(text: str, form: Form) -> RowKind:
    """Whether a text that stands alone speaks of the rows below it or of the whole table."""
    if called(text, Named.THING, form.proof) is Called.NOBODY:
        return RowKind.CLOSING
    is_long = len(normalise(text)) > _LONGEST_HEADING
    is_told = is_long or is_line(text) or any(legends(text, form.proof))
    return RowKind.LINE if is_told else RowKind.HEADING


def is_line(text: str) -> bool:
    """Whether a text tells something, and is no heading or title."""
    plain = normalise(text)
    is_of_all = any(word in plain for word in ("均", "皆", "一律"))
    return is_of_all or plain.startswith(_LINE_STARTS) or plain.endswith("。")


_LINE_STARTS = (
    *("注:", "注1", "附注", "说明", "备注", "以上", "上述", "上列", "本表", "其中", "*", "※"),
)
_LONGEST_HEADING = 24


def _is_value(text: str, field: Field, form: Form) -> bool:
    if field.dictionary and normalise(text) in form.words.get(field.dictionary, {}):
        return True
    return field.kind in (Kind.NUMBER, Kind.AMOUNT, Kind.DATE) and any(c.isdigit() for c in text)


def _is_word(text: str, sheet: Sheet, form: Form) -> bool:
    key = sheet.by_id()[sheet.key]
    return normalise(text) in form.words.get(key.dictionary, {})


def _is_figure(text: str) -> bool:
    return not re.search(r"[^0-9()（）.、\-/ ]", text)


def _is_numbered(text: str) -> bool:
    return bool(_HEADING.match(normalise(text)))


_UNDER_HEADER = re.compile(
    r"\(?(?:[0-9]{1,2}|[a-z]{1,2}|[甲乙丙丁戊己庚辛壬癸①-⑳])\)?|\(?(?:必填|选填|可不填|可选|下拉选择|文本|日期|数字|填写|单选|多选)(?:项)?\)?"
)
_ASKED = re.compile(r"(?:填写|填报|填表)?(?:要求|说明|须知|提示|规范|格式|示例|样例)[:：]?")


def is_under_header(raws: Sequence[Raw]) -> bool:
    """Whether a row right under a header belongs to it: (1)(2)(3), 甲乙丙, 必填, in English."""
    texts = [normalise(as_text(raw)) for raw in raws if raw is not None and as_text(raw).strip()]
    if len(texts) < _FEW:
        return False
    if all(_UNDER_HEADER.fullmatch(text) for text in texts) or _ASKED.fullmatch(texts[0]):
        return len(set(texts)) > 1 or "填" in texts[0]
    words = [text for text in texts if text.isascii() and any(char.isalpha() for char in text)]
    return (
        len(texts) > _FEW
        and len(words) == len(texts)
        and not any(char.isdigit() for text in texts for char in text)
    )


_FEW = 2


def _is_header(raws: Sequence[Raw], header: Header) -> bool:
    """Whether the header stands here again: any of its rows, told by its first two cells.

    Of a header of two rows the upper one repeats the parents, the lower one the children, so that
    a cell counts when it is the end or the beginning of what both say together.
    """
    if header.first == header.row:
        looked = 0
        for column in header.columns:
            if column.field is None:
                continue
            if not _repeats(raws, column):
                return False
            looked += 1
            if looked == _FEW:
                break
        return True
    texts = [(at, label(raw)) for at, raw in enumerate(raws) if isinstance(raw, str) and raw][:2]
    own = {column.at: label(column.header) for column in header.columns}
    return len(texts) == 2 and all(
        text and (own.get(at, "").endswith(text) or own.get(at, "").startswith(text))
        for at, text in texts
    )


def _repeats(raws: Sequence[Raw], column: HeaderColumn) -> bool:
    raw = raws[column.at] if column.at < len(raws) else None
    return isinstance(raw, str) and raw != "" and label(raw) == label(column.header)
