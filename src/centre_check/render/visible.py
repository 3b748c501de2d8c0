"""Rid a document's texts of characters that nobody sees and that change how others are shown."""

import re

from centre_check.documents.tree import Document, mapped

# NEL and the Unicode line and paragraph separators break lines in some readers only.
_LINE_ENDS = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
# Controls, halves of surrogate pairs and noncharacters: XML and UTF-8 hold none of them.
_UNHOLDABLE = "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{}]".format(
    "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
)
# Marks of direction and of width nought: Unicode's format characters that show nothing.
_UNSEEN = (
    "[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)


def visible(document: Document) -> Document:
    """The document with every text made visible."""
    cleaned: Document = mapped(document, visible_text)
    return cleaned


def visible_text(text: str) -> str:
    """The text with U+FFFD for what cannot be held, without unseen marks, lines ended by LF.

    Without its marks of direction a text reads in the order in which it is stored.
    """
    if text.isprintable():
        return text
    # The patterns are compiled, and kept by `re`, once a text needs them: few do.
    seen = re.sub(_UNSEEN, "", re.sub(_LINE_ENDS, "\n", text))
    return re.sub(_UNHOLDABLE, "\ufffd", seen).replace("\t", " ")
