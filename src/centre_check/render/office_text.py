"""Make any text one that an Office file may hold and show: nothing hidden, nothing reordered."""

import re

_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Soft hyphen, zero-width characters, marks and overrides of direction, byte-order mark, tags.
_UNSEEN = re.compile(
    r"[\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e007f]"
)


def office_text(text: str) -> str:
    """`text` with one kind of line end, U+FFFD for controls, without invisible marks."""
    if text.isprintable():
        return text
    return _UNSEEN.sub("", _CONTROL.sub("\ufffd", _LINE_END.sub("\n", text)))
