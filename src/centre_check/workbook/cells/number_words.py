"""Numbers in words: what may be written around a figure without changing it."""

import re
from collections.abc import Iterator, Sequence

_STOREYS = (  # 两层共480㎡, 一至二层合计480㎡, 一楼、二楼总面积480㎡
    r"(?:(?:地[上下]|全部)?第?[0-9一二两三四五六七八九十]{1,2}"
    r"(?:[层楼]?(?:、|,|-|~|—|至|到|和|及)第?[0-9一二两三四五六七八九十]{1,2})*[层楼])"
)
_TOTAL = r"(?:一共|总共|共计|共有|合计|总计|共)"
_BEFORE = rf"^{_STOREYS}[、,]?(?={_TOTAL})|^(?:{_TOTAL}|['`‘’=:])\s*"
_BEHIND = r"(?:[。.,;、!\s]|整)$"
_NOTE = r"(?P<plain>.*[^(])\((?P<note>[^()]*)\)"
_PART = r"其中[^0-9]*[0-9.]+.*"  # 480㎡(其中办公区100㎡): a part of it, whatever it is


def plainer(text: str, beside: Sequence[str]) -> Iterator[str]:
    """`text`, folded, with less and less around the figure.

    `beside` are the words that may stand beside a figure of the column, 建筑面积 or 含公摊.
    Whatever else stands there (待核, 不含二层) may change it, and stays.
    """
    while (rest := _less(text, beside)) is not None:
        text = rest
        yield text


def _less(text: str, beside: Sequence[str]) -> str | None:
    if (found := re.fullmatch(_NOTE, text)) and _is_harmless(found["note"].strip(), beside):
        return found["plain"].strip()
    for pattern in (_BEFORE, _BEHIND):
        if (rest := re.sub(pattern, "", text).strip()) != text and rest:
            return rest
    for word in beside:
        if text.startswith(word) and len(text) > len(word):
            return text.removeprefix(word).lstrip(": 为是").strip()
        if text.endswith(word) and len(text) > len(word):
            return text.removesuffix(word).rstrip()
    closed = "".join(text.split())
    return closed if closed != text and re.search("[㐀-鿿] [㐀-鿿]", text) else None


def _is_harmless(note: str, beside: Sequence[str]) -> bool:
    return bool(note in beside or re.fullmatch(rf"{_TOTAL}?{_STOREYS}|{_PART}", note))
