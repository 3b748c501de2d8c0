"""Text: what a cell says in words, whatever its width, spaces and invisible characters."""

import re
from datetime import date, datetime

from centre_check.logic.spelling import normalise, tidy
from centre_check.workbook.cells.numerals import plain
from centre_check.workbook.cells.parsed import BLANK, Parsed, Raw, unreadable
from centre_check.workbook.cells.remarks import EntryRemark

LONGEST = 200  # characters of a number, date, period or choice; Excel allows 32,767


def listed(words: str) -> frozenset[str]:
    """The words of a table that is written with blanks between them."""
    return frozenset(words.split())


_BLANK_WORDS = listed(
    "- -- --- — —— / // \\ ? ?? ??? . .. ... … …… 待定 待补 待补充 待填 待填写 待查 待核实 待确认 "
    "不详 不明 不清楚 不知道 未知 未填 暂缺 暂未填 缺 空 空白 n/a #n/a na null 另附 附后"
) | {""}
_SEE_ATTACHMENT = r"(?:详|请|具体)?见附[件表图录][0-9一二三四五六七八九十]*"
# Of those, what says that there is something, but not what: no blank where a blank means 「none」.
_HELD_BACK = listed("? ?? ??? 待查 待核实 待确认 不详 不明 不清楚 不知道 未知 n/a #n/a 另附 附后")
_ERRORS = listed("#ref! #value! #div/0! #name? #num! #null! #spill! #calc!")
_DITTO_WORDS = listed('同上 同前 如上 " "" \'\'')
_NONE_WORDS = listed("无 没有 暂无")
_STOPS = "。.,;!"  # which some put behind every entry
_SCIENTIFIC = r"[0-9](?:\.[0-9]+)?e\+[0-9]{2,}"


def clean_name(text: str) -> str:
    """A name without stray blanks: 「张　三」 is 张三; 「张三 李四」 stays two."""
    name = tidy(text)
    is_split = len(name) == 3 and name[1] == " " and _is_han(name[0]) and _is_han(name[2])
    return name.replace(" ", "") if is_split else name


def _is_han(char: str) -> bool:
    """Whether `char` is a Chinese character; a pattern with this class takes 4 ms to compile."""
    return "㐀" <= char <= "鿿" or "\U00020000" <= char <= "\U0003ffff"


def is_blank_text(text: str) -> bool:
    """Whether `text` only says that nothing is known: 「—」, 「待定」, 「见附件3」."""
    word = _word(text)
    return word in _BLANK_WORDS or ("见附" in word and bool(re.fullmatch(_SEE_ATTACHMENT, word)))


def is_held_back(text: str) -> bool:
    """Whether `text` says that there is something without saying what: 「不详」, 「见附件3」."""
    word = _word(text)
    return is_blank_text(text) and (word in _HELD_BACK or word not in _BLANK_WORDS)


def is_none_text(text: str) -> bool:
    """Whether `text` says that there is none: 「无」."""
    return _word(text).rstrip(_STOPS) in _NONE_WORDS


def is_ditto(text: str) -> bool:
    """Whether `text` stands for the cell above: 「同上」, 「〃」."""
    return _word(text) in _DITTO_WORDS


def without_entry(text: str) -> Parsed | None:
    """Why there is nothing in `text` to read as a number, a date or a word; None when there is."""
    if is_blank_text(text):
        return BLANK
    if len(text.strip()) > LONGEST:
        return unreadable(EntryRemark.TOO_LONG)
    if _word(text) in _ERRORS:
        return unreadable(EntryRemark.EXCEL_ERROR)
    return None


def text(raw: Raw) -> Parsed:
    """The text of a cell as str; "" when it says that there is none (「无」).

    A number gives its digits. Excel keeps 15 of them, so a longer one, like an identity number
    typed as a number, is unreadable.
    """
    match raw:
        case None:
            return BLANK
        case bool():
            return unreadable(EntryRemark.TRUE_OR_FALSE)
        case str():
            return _text(raw)
        case int() | float():
            return _digits(raw)
        case _:
            return unreadable(EntryRemark.TURNED_INTO_DATE)


def _text(raw: str) -> Parsed:
    if is_blank_text(raw):
        return BLANK
    word = _word(raw)
    if word in _ERRORS:
        return unreadable(EntryRemark.EXCEL_ERROR)
    if "e+" in word and re.fullmatch(_SCIENTIFIC, word):
        return unreadable(EntryRemark.NUMBER_CUT)
    return Parsed("" if word in _NONE_WORDS else tidy(raw))


def _digits(raw: float) -> Parsed:
    if not abs(raw) < float("inf"):
        return unreadable(EntryRemark.EXCEL_ERROR)
    if abs(raw) >= 10**15:
        return unreadable(EntryRemark.NUMBER_CUT)
    return Parsed(plain(raw))


def _word(text: str) -> str:
    """`text` as it is compared, or itself when it is too long to be a word."""
    stripped = text.strip()
    return normalise(stripped) if len(stripped) <= LONGEST else stripped


def as_text(raw: Raw) -> str:
    """A raw cell as a person would type it: 500, 499.99, 2019-03-05."""
    match raw:
        case str():  # first: most cells are texts
            return raw
        case None:
            return ""
        case bool():
            return "TRUE" if raw else "FALSE"
        case float():
            return plain(raw)
        case datetime():
            return raw.date().isoformat() if not (raw.hour or raw.minute) else raw.isoformat(" ")
        case date():
            return raw.isoformat()
        case _:
            return str(raw)
