"""Negation: whether a text speaks against what its column is to prove, as the form's lists say.

A whole word says what it says; a syllable inside a name says nothing: the form's compounds
(未来, 无为, 非遗) are covered up before anything is looked for.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from centre_check.form.types import Denial, Proof
from centre_check.logic.spelling import holds_any, normalise

_PARTS = re.compile(r"[,，;；。、.!！/|]+")
_BRACKETED = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]")
_BY_OTHERS = (
    r"由(?!本人|其本人|其负|其承|我|本中心|专人|该同志)[^,，;；。]{1,12}"
    r"(?:负责|承担|办理|提供|受理|兼任|代办|代管)"
)
_PLAIN = re.compile(
    r"兼(?!职|任|课|$).{1,8}|[0-9年月日号.~\-—至起止:：]+|[a-z0-9_@.\-]+|[共计约有设]?[0-9一二两三四五六七八九十]+[间块组个台套张处把层㎡平方米]+"
)  # a further duty, a date, a code, a number of things
_DATED = re.compile(
    r"^(?:于|从|自)?[0-9]{2,4}年?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:起|将)?(?=[拟待计预])"
)
_NONE = ("无", "没有", "暂无", "未定")
_NEAR = 7  # characters that may stand between a negation and what it negates
_COVER = "■"


def denies(text: str, denial: Denial, proof: Proof) -> bool:
    """Whether an entry speaks against itself: a remark, a duty, an address, a name."""
    plain = covered(normalise(text), proof)
    if not plain:
        return False
    bare = _BRACKETED.sub("", plain)
    if plain in denial.whole or holds_any(plain, denial.says):
        return True
    if bare != plain and (bare in denial.whole or bare in _NONE):
        return True
    if denial.of and any(_negated(part, denial.of, proof) for part in _PARTS.split(plain)):
        return True
    if denial.at_head and plain.startswith(proof.heads):
        return True
    return denial.in_brackets and any(
        _DATED.sub("", inner).startswith(proof.brackets) for inner in _BRACKETED.findall(plain)
    )


def _negated(part: str, topics: Iterable[str], proof: Proof) -> bool:
    """Whether a clause negates one of the topics: 「不负责政务服务」, 「政务服务由镇政府承担」."""
    spoken = [topic for topic in topics if topic in part]
    if not spoken:
        return False
    if re.search(_BY_OTHERS, part) or any(_is_undone(part, topic) for topic in spoken):
        return True
    return any(
        0 <= part.find(topic, at) - at <= _NEAR
        for at in _ends_of(part, proof.negations)
        for topic in spoken
    )


def _is_undone(part: str, topic: str) -> bool:
    """Whether the negation follows: 「聘书未发」, 「协议没签」."""
    return re.search(rf"{topic}.{{0,2}}(?:未|没|不)[^{_COVER}]{{1,3}}$", part) is not None


def _ends_of(part: str, words: Iterable[str]) -> Iterator[int]:
    for word in words:
        at = part.find(word)
        while at >= 0:
            yield at + len(word)
            at = part.find(word, at + 1)


def says_any(text: str, words: Iterable[str], proof: Proof) -> bool:
    """Whether a text says one of the words, none of them inside a longer one."""
    plain = covered(normalise(text), proof)
    return holds_any(plain, words)


def is_harmless(text: str, harmless: Iterable[str], proof: Proof) -> bool:
    """Whether every part of a remark is of a kind that says nothing against the row."""
    plain = covered(normalise(text), proof)
    parts = [part for part in _PARTS.split(plain) if part.strip(_COVER)]
    return all(_is_plain(part, harmless, proof) for part in parts)


def _is_plain(part: str, harmless: Iterable[str], proof: Proof) -> bool:
    known = [word for word in harmless if word in part]
    if _PLAIN.fullmatch(part):
        return True
    if not known:
        return False
    for word in sorted(known, key=len, reverse=True):
        part = part.replace(word, "")
    return not set(proof.doubtful_signs) & set(part)


def covered(plain: str, proof: Proof) -> str:
    """The text with every compound of the form covered, so that no syllable of it speaks."""
    return _covered(plain, proof) if plain else plain


@lru_cache(maxsize=4096)
def _covered(plain: str, proof: Proof) -> str:
    for word in proof.compounds:
        if word in plain:
            plain = plain.replace(word, _COVER * len(word))
    return plain


forget = _covered.cache_clear
