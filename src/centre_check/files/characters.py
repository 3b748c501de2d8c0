"""Which characters a file may hold: finds tabs and invisible characters before YAML sees them."""

import re
from collections.abc import Iterator

from centre_check.files.mistakes import Mistake
from centre_check.words import mark

# What YAML calls printable, less the tab (invisible, and no indentation) and less the characters
# that only YAML takes for line ends (U+0085, U+2028, U+2029): editors would count other lines.
_REFUSED = re.compile(
    r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def refused_characters(text: str) -> Iterator[Mistake]:
    """The first refused character of every line of `text`."""
    if not _REFUSED.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _REFUSED.search(line):
            yield _mistake(number, found.start() + 1, found.group())


def without_refused_characters(text: str) -> str:
    """`text` with a space for each refused character, so that all places stay the same."""
    return _REFUSED.sub(" ", text)


def _mistake(line: int, column: int, character: str) -> Mistake:
    if character == "\t":
        return Mistake(line, column, mark("a tab stands here; use spaces"))
    message = mark("an invisible character (U+{code}) stands here; delete it")
    return Mistake(line, column, message, {"code": f"{ord(character):04X}"})
