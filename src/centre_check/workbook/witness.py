"""The entries below a head as a witness of what it means: they agree, contradict or are unclear."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum

from centre_check.form.types import EntriesName, Field, Form, Kind, Personal
from centre_check.logic.spelling import fold, normalise
from centre_check.workbook.cells import (
    UNITS,
    Raw,
    as_text,
    date_interval,
    is_blank_text,
    is_ditto,
    number,
    period,
)
from centre_check.workbook.grid import Grid, Place

_ENOUGH_ROWS = 200  # looked at for entries
_ENOUGH = 24  # entries heard
_MOST = 2 / 3
_LONGEST_WORD = 12  # characters of an entry that may be a choice

_DATE = re.compile(
    r"(?:19|20)[0-9]{2}(?:[-./年][0-9]{1,2}(?:[-./月][0-9]{1,2}日?|月)|(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))"
)
_PHONE = re.compile(
    r"(?:\+?86-?)?1[3-9][0-9]-?[0-9]{4}-?[0-9]{4}|(?:0[0-9]{2,3}-?)?[2-8][0-9]{6,7}"
)
_PERSON_NUMBER = re.compile(
    r"[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9][0-9]{3}[0-9x]"
)
_CREDIT_CODE = re.compile(r"[0-9a-y][0-9]{7}[0-9a-y]{10}|[0-9]{15}|[0-9a-z]{8}-?[0-9x]")
_FIGURE = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?(?:元|万元|人|个|户|㎡|平方米|家|名|次)?")
_PERSON = re.compile(r"[一-龥]{2,4}|[一-龥]{1,10}·[一-龥·]{1,10}|[a-z][a-z .]{2,30}")
_ORGANISATION = re.compile(
    r".*(?:公司|厂|店|部|社|坊|院|馆|中心|工作室|企业|商行|农场|经营|团队|项目|集团|基地|超市|协会|学校|大学|所|局|委员会|办事处|村|铺|行|园|庄|农家乐|组|会)(?:\(.*\))?"
)
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉"
    "岑薛雷贺倪汤罗毕郝安常乐于时傅皮卞齐康伍余元顾孟平黄和穆萧尹姚邵汪祁毛狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席"
    "季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄曲"
    "封芮储靳段焦巴牧山谷车侯全班仰仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶司白蒲邰赖卓蔺屠蒙乔胥闻党翟谭贡劳姬申冉桂牛寿边"
    "燕尚温庄晏柴瞿阎连习艾鱼容向古易慎戈廖终居衡步都耿满弘匡国文寇广欧利师巩聂关荆肖涂佘佟付岳代闫兰辛覃仝邸米尉"
)


class Testimony(StrEnum):
    """What the entries of a column say of a field."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    UNCLEAR = "unclear"
    NONE = "none"  # there are no entries


class Shape(StrEnum):
    """What an entry plainly is by its form, whatever its head says."""

    DATE = "date"
    PERSON_NUMBER = "person_number"
    CREDIT_CODE = "credit_code"
    PHONE = "phone"
    FIGURE = "figure"
    WORDS = "words"


def shape(raw: Raw) -> Shape:
    """The form of an entry."""
    if isinstance(raw, date):
        return Shape.DATE
    plain = normalise(as_text(raw)[:64]).removesuffix(".0")
    for one, pattern in _SHAPES:
        if pattern.fullmatch(plain):
            return one
    return Shape.WORDS


_SHAPES = (
    (Shape.DATE, _DATE),
    (Shape.PERSON_NUMBER, _PERSON_NUMBER),
    (Shape.PHONE, _PHONE),
    (Shape.FIGURE, _FIGURE),
    (Shape.CREDIT_CODE, _CREDIT_CODE),
)


def entries(grid: Grid, places: Iterable[Place]) -> list[Raw]:
    """The first entries at these places; what says that there is none, or 同上, is none."""
    found: list[Raw] = []
    for place in places:
        raw = grid.raw(*place)
        if raw is None or raw == "":
            continue
        text = as_text(raw)
        if not is_blank_text(text) and not is_ditto(text) and fold(text) not in _NONE:
            found.append(raw)
            if len(found) == _ENOUGH:
                break
    return found


_NONE = frozenset(("无", "没有", "暂无", "至今", "长期"))


def below(grid: Grid, row: int, column: int) -> list[Raw]:
    """The first entries of a column below a header's row."""
    last = min(len(grid.rows), row + 1 + _ENOUGH_ROWS)
    return entries(grid, ((at, column) for at in range(row + 1, last)))


def testimony(heard: Sequence[Raw], field: Field, form: Form) -> Testimony:
    """What these entries say of the field."""
    if not heard:
        return Testimony.NONE
    fits = sum(map(_fitting(field, form), heard))
    if fits >= _MOST * len(heard):
        return Testimony.AGREES
    return Testimony.CONTRADICTS if fits <= (1 - _MOST) * len(heard) else Testimony.UNCLEAR


def knows(heard: Sequence[Raw], field: Field, form: Form) -> bool:
    """Whether the field's dictionary has most of these entries."""
    words = form.words[field.dictionary]
    told = sum(normalise(as_text(raw)[:64]) in words for raw in heard)
    return bool(heard) and told >= _MOST * len(heard)


def are_days(heard: Sequence[Raw]) -> bool:
    """Whether the entries are single days."""
    return bool(heard) and all(shape(raw) is Shape.DATE for raw in heard)


def has_numbers(heard: Sequence[Raw], field: Field) -> bool:
    """Whether most entries hold a telephone or an identity number, among other things."""
    digits = 7 if field.personal is Personal.PHONE else 17
    found = sum(bool(re.search(rf"[0-9][-0-9]{{{digits - 1},}}", as_text(raw))) for raw in heard)
    return bool(heard) and found >= _MOST * len(heard)


def can_be_refuted(field: Field) -> bool:
    """Whether anything could be said in a column of the field, so that its entries must be heard.

    Days, numbers and choices that are something else cannot be read anyway.
    """
    if field.kind is not Kind.TEXT or field.is_common:
        return False
    if field.personal in (Personal.NUMBER, Personal.PHONE):
        return False
    return field.decides or field.entries is not None or field.personal is Personal.NAME


def refutes(heard: Sequence[Raw], field: Field) -> bool:
    """Whether entries are plainly something else than a text field that is known by its head.

    Mere digits may be a text: the number of an agreement is 20190305. They are nobody's name.
    """
    if len(heard) < 2 or not can_be_refuted(field):
        return False
    if field.entries is EntriesName.CREDIT_CODE:
        allowed = set(Shape) - {Shape.DATE, Shape.PHONE}
    elif field.entries is not None or field.personal is Personal.NAME:
        allowed = {Shape.WORDS}
    else:
        allowed = {Shape.WORDS, Shape.FIGURE}
        heard = [raw for raw in heard if not as_text(raw).strip().isdigit()] or [0]
    return {shape(raw) for raw in heard}.isdisjoint(allowed)


def _fitting(field: Field, form: Form) -> Callable[[Raw], bool]:
    match field.kind:
        case Kind.DATE:
            return lambda raw: _is_day(raw, never=field.never)
        case Kind.PERIOD | Kind.SPAN:
            return _is_period
        case Kind.NUMBER | Kind.AMOUNT:
            unit = field.unit.split("/")[0]
            known = unit if unit in UNITS else ""
            return lambda raw: _is_number(raw, known)
        case Kind.CHOICE | Kind.CHOICES:
            words = form.words[field.dictionary]
            return lambda raw: normalise(as_text(raw)[:64]) in words or _is_word(raw)
        case Kind.TEXT:
            return _fitting_text(field)


def _fitting_text(field: Field) -> Callable[[Raw], bool]:
    if field.personal is Personal.PHONE:
        return lambda raw: shape(raw) is Shape.PHONE
    if field.personal is Personal.NUMBER:
        return lambda raw: shape(raw) is Shape.PERSON_NUMBER
    if field.personal is Personal.NAME or field.entries is EntriesName.PERSON:
        return _is_person
    if field.entries is EntriesName.ORGANISATION:
        return _is_organisation
    if field.entries is EntriesName.CREDIT_CODE:
        return lambda raw: shape(raw) in (Shape.CREDIT_CODE, Shape.PERSON_NUMBER)
    return lambda raw: shape(raw) in (Shape.WORDS, Shape.FIGURE)


def _is_day(raw: Raw, *, never: bool) -> bool:
    return shape(raw) is not Shape.PHONE and date_interval(raw, never=never).value is not None


def _is_period(raw: Raw) -> bool:
    both = period(raw, None)
    is_told = both.start.value is not None or both.end.value is not None
    return is_told or bool(re.search(r"[年月]|长期", as_text(raw)))


def _is_number(raw: Raw, unit: str) -> bool:
    return shape(raw) in (Shape.FIGURE, Shape.WORDS) and number(raw, unit).value is not None


def _is_word(raw: Raw) -> bool:
    """Whether an entry may be a word of a dictionary that does not know it yet."""
    text = as_text(raw)
    return shape(raw) is Shape.WORDS and len(text) <= _LONGEST_WORD and not text.isascii()


def _is_person(raw: Raw) -> bool:
    plain = normalise(as_text(raw)[:40])
    if not _PERSON.fullmatch(plain):
        return False
    return plain[0] in _SURNAMES or "·" in plain or plain.isascii()


def _is_organisation(raw: Raw) -> bool:
    plain = normalise(as_text(raw)[:60])
    if shape(raw) is not Shape.WORDS:
        return False
    return bool(_ORGANISATION.fullmatch(plain)) or len(plain) > 4 or not _is_person(raw)
