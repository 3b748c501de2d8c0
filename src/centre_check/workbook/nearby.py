"""Nearby: what stands beside the records and around their table, and whether it denies them.

Nothing here is proof of anything: what is understood as a denial leaves a row open, what is not
understood is told where the row decides, and what is plainly harmless is left alone.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from centre_check.form.types import Denial, Proof
from centre_check.logic.calendar import month_end
from centre_check.logic.spelling import normalise
from centre_check.workbook.negation import covered, denies, is_harmless, says_any


class Speaks(StrEnum):
    """How a text near a row speaks of it."""

    AGAINST = "against"
    UNCLEAR = "unclear"  # it is told where the row decides
    NOTHING = "nothing"


class Legend(NamedTuple):
    """A mark or a colour, and how what it stands for speaks of the rows that bear it."""

    mark: str
    text: str
    speaks: Speaks


_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年|$)")
_YEAR_HEADS = re.compile(r"^(?:所属|统计|填报|核定|评审)?年(?:度|份)?$|^所属年")
_ALL = re.compile(r"以[上下]|上述|上列|下列|本表|此表|所列|均|都|全部|全体|一律|皆")
_LEGEND = re.compile(
    r"(?:^|[注:：;；,，。、(说明])(?:标|打|带|加|有)?[\"“]?(?P<mark>[*＊★☆△▲●○◎※#✓√]|[红黄蓝绿灰橙紫]色?|斜体|加粗|下划线|删除线|底色)"
    r"[\"”]?(?:号|标记|标注|字体|字|底纹|底色|底|填充|背景|单元格|部分|人员|企业|名字|姓名|者|的|标识|行)*(?:为|表示|指|系|是|代表|:|：|-|—)+(?P<says>[^;；。]{1,30})"
)
_COLOURED = re.compile(  # 离职的标红, 已退出企业用红色标注
    r"(?P<says>[^;；。,，:：、]{1,20}?)(?:的|者)?(?:用|以|均|都|已)?(?:标|涂|填|以|用)(?:为|成|注|记)?(?P<mark>[红黄蓝绿灰橙紫])"
)
_BLANK_SIGNS = "*_＿ \u3000/\\-—.。:：()年月日"
_BODY = re.compile(r"(?:填报|报送|填表|制表|申报|编制|上报|责任|主管)?单位[:：(]?[^:：]{0,40}")


def speaks_in_remark(
    text: str, denial: Denial | None, proof: Proof, day: date | None = None
) -> Speaks:
    """How a remark speaks of its row; one that denies has no value and is asked elsewhere."""
    if day is not None and is_to_come(text, day, proof):
        return Speaks.AGAINST
    if denial is not None and denies(text, denial, proof):
        return Speaks.AGAINST
    return Speaks.NOTHING if is_harmless(text, proof.harmless, proof) else Speaks.UNCLEAR


def speaks_in_column(
    header: str, entries: Sequence[str], denial: Denial | None, proof: Proof, day: date | None
) -> Mapping[int, Speaks]:
    """How the entries of a column that no field knows speak of their rows, by position."""
    head, plain = normalise(header), [normalise(entry) for entry in entries]
    if any(word in head for word in proof.plain_heads):
        return {}
    if _YEAR_HEADS.search(head):
        return _other_years(plain)
    if any(word in head for word in (*proof.heads, *proof.to_come)) and all(
        map(_is_day, filter(None, plain))
    ):
        return _days_planned(plain, day) if "原" not in head else {}
    is_inverse = any(word in head for word in proof.inverse_heads)
    is_telling = is_inverse or not head or any(word in head for word in proof.telling_heads)
    found = {}
    for at, entry in enumerate(plain):
        if is_inverse:
            if entry and entry not in _BARE_NO:
                found[at] = Speaks.AGAINST
        elif _is_no(entry, proof, is_telling=is_telling) or (
            denial is not None and entry and denies(entry, denial, proof)
        ):
            found[at] = Speaks.AGAINST
    odd = _odd_ones(plain, proof, is_telling=is_telling)
    return dict.fromkeys(odd, Speaks.UNCLEAR) | found


_DAY = re.compile(
    r"(?P<year>20[0-9]{2})[年./-]?(?:(?P<month>1[0-2]|0?[1-9])[月./-]?)?"
    r"(?:(?P<day>[12][0-9]|3[01]|0?[1-9])日?)?"
)


def _is_day(entry: str) -> bool:
    return _DAY.fullmatch(entry) is not None


def _days_planned(entries: Sequence[str], day: date | None) -> Mapping[int, Speaks]:
    """What days that were only planned say: nothing while they are to come."""
    found = {at: _DAY.fullmatch(entry) for at, entry in enumerate(entries) if entry}
    return {
        at: Speaks.UNCLEAR if day is None else Speaks.AGAINST
        for at, one in found.items()
        if one is not None and (day is None or _first(one) <= day)
    }


def _first(found: re.Match[str]) -> date:
    """The first day that a date may be, as far as it is told."""
    year, month = int(found["year"]), int(found["month"] or 1)
    return date(year, month, min(int(found["day"] or 1), month_end(year, month).day))


_FROM_DAY = re.compile(
    r"(?<![至到止])(?P<year>20[0-9]{2})[年./-](?:(?P<month>1[0-2]|0?[1-9])[月./-]?)?"
    r"(?:(?P<day>[12][0-9]|3[01]|0?[1-9])[日号]?)?[份初中底末之以]?(?P<rest>[^,，;；。]*)"
)


def is_to_come(text: str, day: date, proof: Proof) -> bool:
    """Whether a text tells of something that begins after the day: 「2021年1月到岗」."""
    for found in _FROM_DAY.finditer(covered(normalise(text), proof)):
        if _first(found) > day and found["rest"].startswith(proof.begins):
            return True
    return False


_BARE_NO = frozenset(
    ("否", "×", "✗", "✘", "无", "0", "no", "n", "未", "没有", "不是", "/", "-", "—")
)


def _is_no(entry: str, proof: Proof, *, is_telling: bool) -> bool:
    """Whether an entry says no; a bare no only under a header that asks whether the row holds."""
    if len(entry) < 2 or entry in ("no", "false"):
        return is_telling and entry in proof.no_like
    said = covered(entry, proof)
    return any(len(word) > 1 and word in said for word in proof.no_like)


def _odd_ones(entries: Sequence[str], proof: Proof, *, is_telling: bool) -> Iterator[int]:
    """The entries that differ from what most rows say, or have a sign of doubt."""
    said = Counter(entries)
    common, many = said.most_common(1)[0] if said else ("", 0)
    is_rule = 2 * many > len(entries)
    for at, entry in enumerate(entries):
        if not entry or entry in proof.yes_like or entry in ("否", "无", "0", "/", "—", "-"):
            continue
        is_figure = is_telling and entry.isdigit()
        if not is_figure and is_harmless(entry, proof.harmless, proof):
            continue
        has_sign = set(proof.doubtful_signs) & set(covered(entry, proof))
        if (is_rule and entry != common) or has_sign:
            yield at


def _other_years(entries: Sequence[str]) -> Mapping[int, Speaks]:
    """The rows of another year than most."""
    years = [set(_YEAR.findall(entry)) for entry in entries]
    said = Counter(year for own in years for year in own)
    if len(said) < 2:
        return {}
    latest = max(said)
    return {at: Speaks.AGAINST for at, own in enumerate(years) if own and latest not in own}


def speaks_in_line(text: str, proof: Proof, day: date | None = None) -> Speaks:
    """How a line above or below a table speaks of all its rows."""
    said = covered(normalise(text), proof)
    if _INSTRUCTS.match(said) and not _OF_ROWS.search(said):
        return Speaks.NOTHING
    said = _INTRODUCED.sub("", said)
    if day is not None and is_to_come(said, day, proof) and not _is_signature(said):
        return Speaks.AGAINST if _ALL.search(said) or _is_short(said) else Speaks.UNCLEAR
    if any(word in said for word in proof.lines) and not _is_signature(said):
        return Speaks.AGAINST if _ALL.search(said) or _is_short(said) else Speaks.UNCLEAR
    is_open = any(sign in said for sign in ("尚待", "有待", "待研究", "待批", "暂定", "另行"))
    is_plain = _is_signature(said) or any(word in said for word in proof.plain_lines)
    is_plain = is_plain and not is_open
    return Speaks.NOTHING if is_plain else Speaks.UNCLEAR


_INSTRUCTS = re.compile(r"^\(?(?:填表|填写|填报|填列|制表)(?:说明|须知|要求|注意事项)")
_OF_ROWS = re.compile(r"(?:以上|上述|上列|所列).*(?:均|都|全部|皆|一律|尚|暂)")
_INTRODUCED = re.compile(r"^(?:注|说明|备注|附注)[0-9]*[:：]")


def _is_short(said: str) -> bool:
    return len(said) <= 24


def _is_signature(said: str) -> bool:
    """Whether a line is to be signed or dated: more gaps and labels than words."""
    bare = said.translate(str.maketrans("", "", _BLANK_SIGNS))
    return len(bare) < 3 or bool(re.fullmatch(r"[0-9]+", bare)) or bool(_BODY.fullmatch(said))


def legends(text: str, proof: Proof) -> Iterator[Legend]:
    """The marks that a line explains: 「*为兼职」, 「红色为已离职」."""
    plain = normalise(text)
    for found in [*_LEGEND.finditer(plain)] or _COLOURED.finditer(_INTRODUCED.sub("", plain)):
        said = found["says"]
        if says_any(said, (*proof.lines, *proof.out, *proof.to_come), proof):
            speaks = Speaks.AGAINST
        elif is_harmless(said, proof.harmless, proof):
            speaks = Speaks.NOTHING
        else:
            speaks = Speaks.UNCLEAR
        yield Legend(found["mark"].replace("＊", "*"), said, speaks)


_EXAMPLES = frozenset(("张三", "李四", "王五"))


def is_of_examples(names: Sequence[str]) -> bool:
    """Whether a roster is of 张三、李四、王五, whom nobody is called."""
    return set(names) >= _EXAMPLES


def is_example(name: str) -> bool:
    """Whether a name is one of theirs."""
    return name in _EXAMPLES or name == "赵六"
