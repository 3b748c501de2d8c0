"""Choices: which words of a dictionary a cell holds, and what no dictionary knows."""

import re
from collections.abc import Iterable, Iterator, Mapping

from centre_check.logic.spelling import normalise, tidy
from centre_check.model.facts import AND_MORE, Choices
from centre_check.workbook.cells.numerals import plain
from centre_check.workbook.cells.parsed import BLANK, Parsed, Raw, unreadable
from centre_check.workbook.cells.remarks import EntryRemark
from centre_check.workbook.cells.text import LONGEST, without_entry

Words = Mapping[str, str]

_TICKS = "☑✓✔√■"
_EMPTY = "□☐×✗✘"
_MARK = f"[{_TICKS}{_EMPTY}]"
_BOX = rf"[(\[【](?P<mark>{_MARK}?)[)\]】]"  # (√) and ( )
_LABEL = f"[^{_TICKS}{_EMPTY}]+"
_MARK_FIRST = f"(?P<mark>{_MARK})(?P<label>{_LABEL})"  # ☑有 □无
_MARK_LAST = f"(?P<label>{_LABEL})(?P<mark>{_MARK})"  # 有√ 无×

# Only a note that points to papers is put aside: 「有(建设中)」 is not 有.
_NOTE = (
    r"(?:详?见|参见|后附)?(?:附[件表图]|材料|佐证材料?|照片|台账|清单)[0-9一二三四五六七八九十.—-]*"
)
_WITH_NOTE = rf"(?P<word>[^(\[【,;]+)(?:[(\[【]{_NOTE}[)\]】]|[,;]{_NOTE})"

# Traditional characters of the words that forms have.
_SIMPLIFIED = str.maketrans(
    "專職無術務業員級區鎮會議辦諮詢臺檯綜發佈資訓創導師學協續簽註銷離崗駐畢開啟設備齊獨間斷標識統帳財衛準進經營證積築賃劃撥償體戶個團隊屬實類",
    "专职无术务业员级区镇会议办咨询台台综发布资训创导师学协续签注销离岗驻毕开启设备齐独间断标识统账财卫准进经营证积筑赁划拨偿体户个团队属实类",
)
_STOPS = "。.,，;；!！"
_EMPTY_BOXES = tuple(f"{left}{right}" for left in "([【" for right in ")]】")

_SEPARATOR = r"\s*(?:[①-⑳]|[(（]?[0-9]{1,2}[.．、)）])\s*|[、，,;；/／+＋\n\r]"  # 1.融资 2.法务
_NUMBERED = r"(?:[①-⑳]|\(?[0-9]{1,2}[.、)])(?P<word>.*[^0-9.].*)"  # 2.企业
_AND = r"[和及与]|\s+"
_AND_MORE = r"(?P<last>.+?)等(?:服务|项目|业务|方面)?"


def choices(raw: Raw, words: Words, *, multiple: bool) -> Parsed:
    """The words of a cell as `Choices`: the keys of those in `words`, and the others as they stand.

    `words` maps each word, as `normalise` gives it, to its key. Only whole words are known:
    「专兼职」, 「基本具备」 and 「○」 are kept as unlisted. TRUE and 1 stand for 「是」, FALSE and
    0 for 「否」. `multiple` lets a cell hold several words.
    """
    match raw:
        case None:
            return BLANK
        case bool():
            return _from_truth(words, said=raw) or unreadable(EntryRemark.TRUE_OR_FALSE)
        case str():
            return _from_text(raw, words, multiple=multiple)
        case int() | float():
            return _from_number(raw, words)
        case _:
            return unreadable(EntryRemark.TURNED_INTO_DATE)


def _from_truth(words: Words, *, said: bool) -> Parsed | None:
    key = words.get("是" if said else "否")
    return None if key is None else _known(key)


def _from_number(raw: float, words: Words) -> Parsed:
    if key := words.get(plain(raw)):
        return _known(key)
    answer = _from_truth(words, said=raw == 1) if raw in (0, 1) else None
    return answer or unreadable(EntryRemark.NOT_A_WORD)


def _from_text(raw: str, words: Words, *, multiple: bool) -> Parsed:
    text = raw.strip()
    if len(text) <= LONGEST and (key := words.get(normalise(text))):
        return _known(key)
    if nothing := without_entry(text):
        return nothing
    cell = normalise(text).rstrip(_STOPS)
    if re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", cell):
        return (
            _from_number(int(cell), words)
            if cell in ("0", "1")
            else unreadable(EntryRemark.NOT_A_WORD)
        )
    if not multiple and (ticked := _only_ticked(text, words)) is not None:
        return _known(words[ticked])
    labels = _ticked_labels(cell)
    if labels is None:
        return _gathered(_parts(text, words) if multiple else [text], words)
    return _from_ticks(labels, words, multiple=multiple)


def _only_ticked(text: str, words: Words) -> str | None:
    """The one ticked word among words of the dictionary that a cell lists: 「专职√ 兼职」."""
    parts = [normalise(part) for part in re.split(r"[\s/／、|]+", text) if part.strip()]
    ticked = [part.strip(_TICKS) for part in parts if set(_TICKS) & set(part)]
    if len(ticked) != 1 or len(parts) < 2:
        return None
    bare = [part.strip(_TICKS) for part in parts]
    return ticked[0] if all(part in words for part in bare) else None


def _from_ticks(labels: list[str], words: Words, *, multiple: bool) -> Parsed:
    if not labels:
        return unreadable(EntryRemark.NOTHING_TICKED)
    if len(labels) > 1 and not multiple:
        return unreadable(EntryRemark.SEVERAL_TICKED)
    return _gathered(labels, words)


def _ticked_labels(cell: str) -> list[str] | None:
    """The labels of the ticked boxes; None when the cell is not a row of boxes and labels."""
    has_boxes = any(box in cell for box in _EMPTY_BOXES)
    if not has_boxes and not set(_TICKS + _EMPTY).intersection(cell):
        return None
    boxes = re.sub(_BOX, lambda box: box["mark"] or "□", cell)
    for pair in (_MARK_FIRST, _MARK_LAST):
        if re.fullmatch(f"(?:{pair})+", boxes):
            return [
                found["label"].strip("、,;/|")
                for found in re.finditer(pair, boxes)
                if found["mark"] in _TICKS
            ]
    return None


def _parts(text: str, words: Words) -> Iterator[str]:
    """The words that a cell lists; 和 and its like only part what are words on both sides.

    A 等 behind words is a word that no dictionary knows: there are more than the cell names.
    """
    for piece in filter(None, map(str.strip, re.split(_SEPARATOR, text))):
        if _key(piece, words) is not None:
            yield piece
            continue
        and_more = re.fullmatch(_AND_MORE, piece)
        said = and_more["last"] if and_more else piece
        halves = re.split(_AND, said)
        yield from halves if all(_key(half, words) for half in halves) else [said]
        if and_more:
            yield AND_MORE


def _gathered(parts: Iterable[str], words: Words) -> Parsed:
    """The known and the unlisted ones of `parts`."""
    keys = {part: _key(part, words) for part in parts}
    if not keys:
        return BLANK
    known = frozenset(key for key in keys.values() if key is not None)
    unlisted = tuple(tidy(part) for part, key in keys.items() if key is None)
    noted = any(key is not None and _has_note(part, words) for part, key in keys.items())
    return Parsed(Choices(known, unlisted), remark=EntryRemark.ATTACHMENT if noted else None)


def _key(text: str, words: Words) -> str | None:
    """The key of a word, before which an option's number may stand, and behind it a note."""
    word = normalise(text)
    if word not in words:
        word = word.rstrip(_STOPS).translate(_SIMPLIFIED)
        word = bare[1] if (bare := re.fullmatch(r"[(\[【「](.+)[)\]】」]", word)) else word
    if word not in words and (numbered := re.fullmatch(_NUMBERED, word)):
        word = numbered["word"]
    if word not in words and (noted := re.fullmatch(_WITH_NOTE, word)):
        word = noted["word"]
    return words.get(word) or _agreed(word, words)


def _agreed(word: str, words: Words) -> str | None:
    """The key that all parts of an entry have: 「是，已盖章」, 「已印发执行」, 「可提供」."""
    if len(word) > _LONGEST_OF_PARTS:
        return None
    parts = [part for part in re.split(r"[,;、/()\[\]。]", word) if part]
    keys = {words.get(part) for part in parts}
    if len(keys) == 1 and None not in keys:
        return keys.pop()
    if len(parts) != 1:
        return None
    said = re.fullmatch(_SAID_OF_IT, parts[0])
    if said and (key := words.get(said["before"] or said["behind"])):
        return key
    pairs = ((words.get(word[:cut]), words.get(word[cut:])) for cut in range(2, len(word) - 1))
    return next((key for key, other in pairs if key is not None and key == other), None)


_SAID_OF_IT = r"(?:均已|已经|全部|正在|已|可|均|都)(?P<before>..+)|(?P<behind>..+)(?:中|了)"
_LONGEST_OF_PARTS = 16


def _has_note(text: str, words: Words) -> bool:
    word = normalise(text)
    numbered = re.fullmatch(_NUMBERED, word)
    return word not in words and not (numbered and numbered["word"] in words)


def _known(key: str) -> Parsed:
    return Parsed(Choices(frozenset((key,))))
