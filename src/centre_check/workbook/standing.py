"""Standing: whether a row is a record, by what is in its name column and what goes with it.

A row is a record when it has a name that can be one and something that goes with it; less is
maybe, and a closing line, a total, a vacancy is none.
"""

import re
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import NamedTuple

from centre_check.form.types import Named, Proof
from centre_check.logic import Truth
from centre_check.logic.spelling import holds_any, normalise
from centre_check.workbook.negation import covered

FIRM_ENDS = (
    *("公司", "商行", "店", "厂", "社", "部", "中心", "工作室", "行", "馆", "坊", "场", "吧"),
    *("院", "站", "铺", "园", "庄", "室", "超市"),
)
_PLACES = ("工位区", "办公区", "工位", "展厅", "活动区", "洽谈区")
_OF_ALL = "均皆为系属"  # 「以上均为工作室」 is no name, 以上文化工作室 may be one


class Company(IntEnum):
    """What goes with a name: entries of the same row, in columns of the form."""

    NOTHING = 0  # a serial number, a default pulled down, a nought
    WEAK = 1
    STRONG = 2  # a number that passes its check, or a mobile number


class Called(StrEnum):
    """What the text in a name column can be."""

    BLANK = "blank"
    NAME = "name"
    MASKED = "masked"  # a name that somebody has masked: 王某某, 李**
    ODD = "odd"  # no name as we know them
    COUNT = "count"  # a kind with a number: 「专职人员5人」
    NOBODY = "nobody"  # a closing line, a role, a heading, a vacancy


class RowStanding(NamedTuple):
    """Whether a row is a record, and the code of why that is not certain."""

    truth: Truth
    code: str = ""


SURE = RowStanding(Truth.YES)
NO_RECORD = RowStanding(Truth.NO)
ONLY_A_NAME = RowStanding(Truth.MAYBE, "only_a_name")
ODD_NAME = RowStanding(Truth.MAYBE, "odd_name")

_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟黄和穆萧尹姚邵汪祁毛禹狄贝明计成戴谈宋庞熊纪舒屈项祝董梁"
    "杜阮蓝闵季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房干丁宣邓单杭洪包左石崔吉龚程邢裴陆荣翁荀"
    "惠曲封靳段富巫焦谷车侯全班仰仲宫宁仇甘武符刘景詹束龙叶幸司黎薄印白蒲从鄂索赖卓蔺屠蒙池乔党翟谭贡姬申扶冉宰雍桑桂牛寿"
    "边尚农温庄晏柴瞿阎连习艾鱼容向古易慎廖耿满匡国文寇广东欧利师巩聂关荆游权盖益桓公岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪年"
    "爱阳佟言福肖闫付代冀占仝苟库敬拓展战原平海肇辛那简饶空曾毋沙乜养鞠须丰巢相查后红竺逯盍游覃初苑兰戈解应宗咸门宿经由薄"
)
_SOUNDS = frozenset(  # in which names of other tongues are written
    "阿不都热合曼买提艾力古丽迪木拉巴吐尔逊努吾依布音海日玛斯坎江别克孜汗妮萨帕哈里比合孜克也卡亚生居马赛麦吉伊敏姆"
    "扎西多央卓玛次仁达瓦旦增格桑罗桑顿珠平措索朗尼白乌兰其其图恩和苏勒德宝音高娃娜仁花斯琴巴雅尔额尔敦"
)
_MARKS = re.compile(r"[*＊★☆△▲●○◎※#^~√]+|\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_UNREAL = re.compile(r"[×xX✕某]{2,}|某|[×✕]|[a-z]?x+$|^x")
_MASKED = re.compile(r"([一-鿿])(?:某{1,3}|[*×x＊○〇]{2,3}|[*×＊○〇][一-鿿])")
_STATE_SIGNS = "待未暂拟已无缺"  # what begins with these is a state: 待分配
_LATIN = re.compile(r"[a-z][a-z.'\- ]*[a-z.]")
_COUNTED = re.compile(
    r"(?:共|合计|总计|计|约)?[0-9一二两三四五六七八九十百]+(?:人|名|位|户|家|个)|.*[^第][0-9一二两三四五六七八九十]+(?:人|名|位|户|家)$"
)
_AND_OTHERS = re.compile(r"[一-鿿·]{2,}等[0-9一二两三四五六七八九十几]*[人名位]")
_NUMBERED = re.compile(r".*[0-9一二三四五六七八九十甲乙丙丁a-z]$")
_DAY = re.compile(r".*[0-9年]月.*|.*年.*日.*|[0-9\-./:：]+|.*[:：]$|.*[:：].{0,12}")
_LONGEST, _SHORTEST, _FOREIGN = 4, 2, 18


@lru_cache(maxsize=4096)
def bare_name(text: str) -> str:
    """A person's name without brackets and marks: 「王芳*（兼）」 is 王芳."""
    return _MARKS.sub("", normalise(text)) or normalise(text)


def called(text: str, named: Named, proof: Proof) -> Called:
    """What the text of the name column can be."""
    if not text.strip():
        return Called.BLANK
    return _called(text, named, proof)


@lru_cache(maxsize=8192)
def _called(text: str, named: Named, proof: Proof) -> Called:
    plain = normalise(text)
    inner = plain.strip("()[]【】<>《》—-_=*·.…~、,，。:： ")
    if not inner or inner in proof.closing or _ends_the_table(inner, proof):
        return Called.NOBODY
    if named is Named.PERSON:
        masked = _MASKED.fullmatch(plain)
        is_masked = masked is not None and masked[1] in _SURNAMES
        return Called.MASKED if is_masked else _person(plain, inner, proof)
    if named is Named.FIRM:
        return _firm(inner, proof)
    return Called.NAME


def forget() -> None:
    """Keep no name of the workbook before."""
    bare_name.cache_clear()
    _called.cache_clear()


def _ends_the_table(inner: str, proof: Proof) -> bool:
    is_below = inner.startswith(("以下", "此页", "本页", "此表", "本表", "以上"))
    return is_below and any(word in inner for word in proof.closing if len(word) > 1)


def _person(plain: str, inner: str, proof: Proof) -> Called:
    name = bare_name(plain).strip("()[]【】,，。:：、")
    if _AND_OTHERS.fullmatch(name):
        return Called.NAME  # several in one cell: told as such
    if _COUNTED.fullmatch(name):
        return Called.COUNT
    if name in proof.nobody or inner in proof.nobody:
        return Called.NOBODY
    if _DAY.fullmatch(name) or not name:
        return Called.NOBODY
    name = _untitled(name, proof)
    if _UNREAL.search(name) or "空缺" in name or _is_a_state(name, proof):
        return Called.ODD
    if "·" in name or "•" in name or "." in name:
        parts = re.split(r"[·•.]", name)
        is_name = all(_is_han(part) for part in parts if part) and len(name) <= _FOREIGN
        return Called.NAME if is_name else Called.ODD
    if name.isascii():
        return Called.NAME if _LATIN.fullmatch(name) and len(name) > _SHORTEST else Called.ODD
    if len(name) > _LONGEST and len(name) <= _FOREIGN and set(name) <= _SOUNDS:
        return Called.NAME
    if not _is_han(name) or not _SHORTEST <= len(name) <= _LONGEST:
        return Called.ODD
    return Called.ODD if _is_a_body(name, proof) else Called.NAME


def _is_a_state(name: str, proof: Proof) -> bool:
    if name[0] in _STATE_SIGNS and name[0] not in _SURNAMES:
        return True
    return holds_any(name, _states(proof))


@lru_cache(maxsize=8)
def _states(proof: Proof) -> tuple[str, ...]:
    """What says that somebody is no longer, or not yet."""
    return tuple(word for word in (*proof.out, *proof.to_come) if len(word) > 1)


def _is_a_body(name: str, proof: Proof) -> bool:
    """Whether it is a role, a place or an organisation; 李镇 and 石室 may be persons."""
    within, endings = _bodies(proof)
    if holds_any(name, within):
        return True
    ends = name.endswith(endings)
    is_ordered = _NUMBERED.fullmatch(name) is not None and name[0] == "第"
    return is_ordered or (ends and (len(name) == _LONGEST or name[0] not in _SURNAMES))


@lru_cache(maxsize=8)
def _bodies(proof: Proof) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What makes a name that of a body wherever it stands, and what does at its end."""
    within = tuple(word for word in proof.nobody_ends if len(word) > 1)
    return within, tuple(word for word in proof.nobody_ends if len(word) == 1)


def _untitled(name: str, proof: Proof) -> str:
    """The name without the titles after it, if enough of one is left."""
    for title in _longest_first(proof):
        rest = name.removesuffix(title)
        if rest != name and len(rest) >= _SHORTEST:
            return rest
    return name


@lru_cache(maxsize=8)
def _longest_first(proof: Proof) -> tuple[str, ...]:
    return tuple(sorted(proof.titles, key=len, reverse=True))


def _firm(inner: str, proof: Proof) -> Called:
    if _COUNTED.fullmatch(inner) and (inner[0] in "共合总计约" or re.search(r"[0-9]", inner)):
        return Called.COUNT
    if re.fullmatch(r"[0-9\-./:：、]+", inner) or inner in proof.nobody:
        return Called.NOBODY
    plain = covered(inner, proof)
    is_room = re.fullmatch(
        r"(?:[a-z0-9\-]+(?:室|号|房|间|楼|层|座)?|.{0,3}[楼层])(?:.*空.*|.*闲置|.*待.*)?", plain
    )
    if is_room or holds_any(plain, proof.no_firm):
        return Called.NOBODY
    is_heading = plain.endswith(
        (*_PLACES, "企业", "企业名单", "名单", "一览表", "名册", "户数", "类", "批", "入驻", "组")
    ) or (
        plain.startswith(("以上", "以下", "上述", "其中", "说明", "注:", "备注"))
        and not (plain.endswith(FIRM_ENDS) and set(_OF_ALL).isdisjoint(plain))
    )
    return Called.ODD if is_heading else Called.NAME


def _is_han(text: str) -> bool:
    return bool(text) and all("㐀" <= char <= "鿿" or char >= "\U00020000" for char in text)


def standing(text: str, company: Company, named: Named, proof: Proof) -> RowStanding:
    """Whether a row with this text in its name column, and so much beside it, is a record."""
    what = called(text, named, proof)
    if what is Called.NAME:
        is_less = company is Company.NOTHING and named is not Named.THING
        return ONLY_A_NAME if is_less else SURE
    if what is Called.COUNT:
        return NO_RECORD
    if what is Called.NOBODY:
        return NO_RECORD if company is Company.NOTHING or named is Named.FIRM else ODD_NAME
    if what in (Called.ODD, Called.MASKED):
        if company is Company.STRONG:
            return SURE
        return ODD_NAME if company is Company.WEAK or named is Named.PERSON else NO_RECORD
    return SURE  # a row without a name: its blanks speak for themselves
