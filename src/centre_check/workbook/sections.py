"""Sections: what a heading among the rows, or the title of a sheet, says of the rows below it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from centre_check.form.labels import sheet_label
from centre_check.form.types import Form, Proof, Sheet
from centre_check.logic.spelling import holds_any, normalise
from centre_check.workbook.negation import covered, denies


class HeadingSays(StrEnum):
    """What kind of thing a heading says."""

    OUT = "out"  # they are no longer, or not yet
    VALUE = "value"  # a value of a column of this table
    ELSEWHERE = "elsewhere"  # they are another centre's
    PAST_YEAR = "past_year"
    VOID = "void"  # a draft
    SAMPLE = "sample"
    NOTHING = "nothing"  # an order, a floor, this centre's own name
    UNKNOWN = "unknown"


class SectionHeading(NamedTuple):
    """What a heading says; for OUT and VALUE which field has which choice below it, if any."""

    says: HeadingSays
    field: str = ""
    choice: str = ""


class Own(NamedTuple):
    """What a workbook tells of its own centre: its names and places in one text, and its day."""

    name: str = ""
    places: str = ""
    day: date | None = None

    @property
    def year(self) -> int | None:
        """The year that the workbook is about."""
        return self.day.year if self.day is not None else None


NOTHING = SectionHeading(HeadingSays.NOTHING)
_NUMBERED = re.compile(r"^[(【\[]?(?:附件?|表)?[0-9一二三四五六七八九十]{0,3}[)】\]、.:：\-\s]+")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:年|级|届|$|[^0-9])")
_STARTS = re.compile(
    r"(?:入驻|聘任|聘请|受聘|入职|到岗|签订|签约|认定|成立|建成|启用|印发|毕业|招聘|引进|起|以来|至|[—~-](?!(?:19|20)?[0-9]{2}))"
)
_TOWN = re.compile(r"[一-鿿]{2,3}?(?:街道|镇|乡)")
_CENTRE = re.compile(
    r"([一-鿿]{2,12}?)(?:标准化)?(?:创业(?:服务)?中心|创业园|孵化基地|孵化园|创业基地|众创空间)"
)
_UNTIL = frozenset("至到止—-~")
_NOBODYS = (
    "由",
    "各",
    "该",
    "本",
    "我",
    "全",
    "为",
    "向",
    "至",
    "在",
    "供",
    "对",
    "按",
    "经",
    "请",
    "报",
)
_OF_DISTRICT = re.compile(r"^.*?[省市区县]")
_ORDER = re.compile(
    r"第?[0-9一二三四五六七八九十]{1,3}(?:批|期|组|届|类|层|楼|号|片|部分|季度)|[a-z][组座区栋类班]?|[东南西北]"
)


def heading(
    text: str, sheet: Sheet, form: Form, own: Own, *, is_title: bool = False
) -> SectionHeading:
    """What a heading says of the rows below it; a title says it of the whole table."""
    proof = form.proof
    plain = _NUMBERED.sub("", normalise(text)).strip("()【】[]《》<>:：*—- ")
    said = covered(plain, proof)
    if holds_any(said, proof.samples):
        return SectionHeading(HeadingSays.SAMPLE)
    if holds_any(said, proof.void):
        return SectionHeading(HeadingSays.VOID)
    for field, choice in _named(
        _plain_title(said, sheet, form, is_title), sheet.headed.binding, sheet, form
    ):
        if not holds_any(said, (*proof.out, *proof.to_come)):
            return SectionHeading(HeadingSays.VALUE, field, choice)
    if not is_title and _is_later(plain, own):
        return SectionHeading(HeadingSays.OUT, sheet.headed.field, sheet.headed.out)
    is_present = any(re.search(f"(?<![不未非]){word}", said) for word in proof.present)
    if not is_present and _is_out(said, sheet, proof):
        return SectionHeading(HeadingSays.OUT, sheet.headed.field, sheet.headed.out)
    if is_elsewhere(plain, own):
        return SectionHeading(HeadingSays.ELSEWHERE)
    if is_title and is_past(plain, own):
        return SectionHeading(HeadingSays.PAST_YEAR)
    for field, choice in _named(said, () if is_title else sheet.headed.by, sheet, form):
        return SectionHeading(HeadingSays.VALUE, field, choice)
    is_known = is_present or is_title or _is_order(plain, proof) or _is_own(plain, sheet, form, own)
    return NOTHING if is_known else SectionHeading(HeadingSays.UNKNOWN)


def _is_out(said: str, sheet: Sheet, proof: Proof) -> bool:
    """Whether a heading says of those below that they are no longer, or not yet."""
    if holds_any(said, (*proof.out, *proof.to_come)):
        return True
    denial = next((one.denial for one in sheet.fields if one.id == _REMARKS), None)
    return denial is not None and denies(said, denial, proof)


_REMARKS = "remarks"  # what denies a row in its remark denies all rows in their heading


def _plain_title(plain: str, sheet: Sheet, form: Form, is_title: bool) -> str:  # noqa: FBT001
    """A title without what the sheet is called anyhow: 运营管理人员 names no post."""
    if not is_title:
        return plain
    own = [name for name, id_ in form.sheet_labels.items() if id_ == sheet.id and name in plain]
    return plain.replace(max(own, key=len), "") if own else plain


def _named(text: str, names: Iterable[str], sheet: Sheet, form: Form) -> Iterator[tuple[str, str]]:
    """The fields of which the heading names a value, and the value."""
    fields = sheet.by_id()
    for name in names:
        words = form.words.get(fields[name].dictionary, {})
        said = [word for word in words if len(word) > 1 and word in text]
        if said:  # the one that begins first, the longest of these: 非专职, not 专职人员
            yield name, words[min(said, key=lambda word: (text.find(word), -len(word)))]


def _is_later(plain: str, own: Own) -> bool:
    """Whether a heading among the rows is of a year after the workbook's."""
    years = [
        int(found[1])
        for found in _YEAR.finditer(plain)
        if plain[: found.start()][-1:] not in _UNTIL
    ]
    return own.year is not None and bool(years) and min(years) > own.year


def _is_order(plain: str, proof: Proof) -> bool:
    return plain.endswith(proof.orders) or _ORDER.search(plain) is not None


def _is_own(plain: str, sheet: Sheet, form: Form, own: Own) -> bool:
    if own.name and (plain in own.name or own.name in plain):
        return True
    return form.sheet_labels.get(sheet_label(plain)) == sheet.id


def is_elsewhere(text: str, own: Own) -> bool:
    """Whether a text names another centre, town or subdistrict than the workbook's own."""
    plain = normalise(text)
    if own.name and own.name in plain:
        return False
    known = own.name + own.places
    towns = [_OF_DISTRICT.sub("", town) or town for town in _TOWN.findall(plain)]
    towns = [
        town
        for town in towns
        if town[:2] not in ("本镇", "各镇", "全镇", "所属", "本街", "各街", "所在")
    ]
    if towns:
        return _TOWN.search(known) is not None and all(town not in known for town in towns)
    stems = [_OF_DISTRICT.sub("", stem) for stem in _CENTRE.findall(plain)]
    stems = [
        stem
        for stem in stems
        if len(stem) > 1
        and not stem.endswith(_NOBODYS)
        and stem not in ("标准化", "本中心", "本区", "我区", "运营", "创业")
    ]
    return bool(own.name) and bool(stems) and all(stem not in known for stem in stems)


def is_past(text: str, own: Own) -> bool:
    """Whether a title is that of an earlier year than the workbook's, of the state then."""
    plain = normalise(text)
    years = [int(year) for year in _YEAR.findall(plain)]
    is_state = re.search("截[至止]", plain)
    if not years or own.year is None or (_STARTS.search(plain) and not is_state):
        return False
    return max(years) < own.year
