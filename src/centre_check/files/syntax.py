"""Turns the YAML parser's complaint into a place and a sentence without YAML's words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from centre_check.files.mistakes import Mistake
from centre_check.files.source import FilePlace
from centre_check.files.tree import DEEPEST, TOO_DEEP
from centre_check.words import mark


@dataclass(frozen=True, slots=True)
class _Explanation:
    """A sentence; `at_start` puts it where the broken construct begins, not where it breaks."""

    message: str
    at_start: bool = False
    values: Mapping[str, object] = field(default_factory=dict)


_TAG = _Explanation(mark("text that begins with ! must be put in quotation marks"), at_start=True)
# libyaml's own words (scanner.c, parser.c of 0.2.5), and what they mean for the writer of a file.
_EXPLANATIONS = {
    "could not find expected ':'": _Explanation(
        mark("this line is no 「key: value」; after the key write a colon and a space"),
        at_start=True,
    ),
    "mapping values are not allowed in this context": _Explanation(
        mark("no colon may stand here; check the indentation, or put the text in quotation marks")
    ),
    "did not find expected key": _Explanation(
        mark("this does not fit the lines above; check the indentation and the quotation marks")
    ),
    "did not find expected '-' indicator": _Explanation(
        mark(
            "this does not fit the list above; each entry begins with 「- 」, all equally indented"
        )
    ),
    "block sequence entries are not allowed in this context": _Explanation(
        mark("a list entry 「- 」 must begin on a line of its own")
    ),
    "found unexpected end of stream": _Explanation(
        mark("the quotation mark that opens here is never closed"), at_start=True
    ),
    "found unexpected document indicator": _Explanation(
        mark("the quotation mark that opens here is never closed"), at_start=True
    ),
    "found unknown escape character": _Explanation(
        mark("a backslash has a meaning of its own in \"…\"; use '…' around this text")
    ),
    "did not find expected ',' or ']'": _Explanation(
        mark("the bracket that opens here is not closed, or a comma is missing in it"),
        at_start=True,
    ),
    "did not find expected ',' or '}'": _Explanation(
        mark("the bracket that opens here is not closed, or a comma is missing in it"),
        at_start=True,
    ),
    "did not find expected node content": _Explanation(
        mark("a value is missing here, or a bracket does not fit")
    ),
    "found character that cannot start any token": _Explanation(
        mark("no text may begin with this character; put the text in quotation marks")
    ),
    "did not find expected alphabetic or numeric character": _Explanation(
        mark("text that begins with * or & must be put in quotation marks"), at_start=True
    ),
    "found undefined tag handle": _TAG,
    "while parsing a tag": _TAG,
    "while scanning a tag": _TAG,
    "did not find expected comment or line break": _Explanation(
        mark("after 「|」 or 「>」 the text must begin on the next line"), at_start=True
    ),
    # PyYAML since 6.0.4 counts levels itself, and may do so before the first event is out.
    "exceeded maximum nesting depth": _Explanation(TOO_DEEP, values={"limit": DEEPEST}),
}
_OTHERWISE = _Explanation(
    mark("this cannot be read; check the indentation, the colons and the quotation marks")
)
WIDE_COLON = mark("「：」 is a wide colon; after the key write an ordinary colon and a space")
_BRACKETS = frozenset(
    _EXPLANATIONS[name].message
    for name in (
        "did not find expected ',' or '}'",
        "did not find expected key",
        "did not find expected node content",
    )
)
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
# 「id：HY-01」, as a Chinese keyboard writes it; 「说明：」 is no key but part of a sentence.
_WIDE_COLON = re.compile(r"[ ]*(?:- +)*[A-Za-z][\w\"'-]*：", re.ASCII)
# How many lines before the break the wide colon may be: such a line seems to go on in the next one.
_LINES_BEFORE = {
    "could not find expected ':'": 0,
    "mapping values are not allowed in this context": 1,
}


def syntax_mistake(error: Any, text: str) -> Mistake:
    """The mistake that a `yaml.YAMLError` met in `text` (each line ended by a line feed)."""
    explanation = _explanation(error)
    place = _place(error, text, explanation)
    if wide := _wide_colon(error, text, place):
        return Mistake(*wide, WIDE_COLON)
    if (bare := _bare_placeholder(explanation, text, place)) is not None:
        return bare
    return Mistake(*place, explanation.message, explanation.values)


def _explanation(error: Any) -> _Explanation:
    for name in ("problem", "context"):
        if found := _EXPLANATIONS.get(getattr(error, name, None) or ""):
            return found
    return _OTHERWISE


def _place(error: Any, text: str, explanation: _Explanation) -> FilePlace:
    begins, breaks = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    found = (begins or breaks) if explanation.at_start else (breaks or begins)
    if found is None:
        return FilePlace(1, 1)
    lines = text.rstrip().split("\n")
    if found.line >= len(lines):  # the end of the file: its last written character
        return FilePlace(len(lines), max(1, len(lines[-1])))
    return FilePlace(found.line + 1, found.column + 1)


def _bare_placeholder(explanation: _Explanation, text: str, place: FilePlace) -> Mistake | None:
    """A text with {gap} in it that stands without quotation marks: YAML takes it for a mapping."""
    if explanation.message not in _BRACKETS:
        return None
    line = text.split("\n")[place.line - 1]
    found = _PLACEHOLDER.search(line)
    if found is None:
        return None
    message = mark("a text with {name} in it must be put in quotation marks")
    return Mistake(place.line, found.start() + 1, message, {"name": found[0]})


def _wide_colon(error: Any, text: str, place: FilePlace) -> FilePlace | None:
    """Where a wide colon after a key is the reason for `error` at `place`."""
    lines = text.split("\n")
    before = _LINES_BEFORE.get(getattr(error, "problem", None) or "", -1)
    for line in range(place.line, max(0, place.line - before - 1), -1):
        if found := _WIDE_COLON.match(lines[line - 1]):
            return FilePlace(line, found.end())
    return None
