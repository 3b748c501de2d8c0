"""The layouts as a page tells them: by kind, each with the outcomes that it must come to."""

from collections.abc import Iterator

from layouts.judging import Layout
from layouts.table import LAYOUTS

TITLES = {
    "K1": "A heading speaks of every row below it",
    "K2": "A text in the name column is not yet a person or a firm",
    "K3": "Rows that hold nothing are nobody",
    "K4": "The audit date is never guessed",
    "K5": "What a cell says against itself",
    "K6": "One place, one area, one capacity",
    "K7": "One person, many spellings",
    "K8": "Near names of firms",
    "K9": "Headers that mean another thing",
    "K10": "What the look of a cell says",
    "K11": "An unreadable deciding cell is never passed by",
    "K12": "Contradictions in one row",
    "K13": "Needlessly unknown",
    "K14": "An inspector's word is an inspector's",
    "K15": "Our own papers are not centres",
    "K16": "What stands near the evidence",
    "K17": "More rows that are no records",
    "K18": "Harmless things",
}


def sections(kinds: tuple[str, ...]) -> Iterator[str]:
    """A section for each kind, its layouts in their order."""
    for kind in kinds:
        yield f"**{kind}. {TITLES[kind]}**\n"
        told = dict.fromkeys(map(_line, (one for one in LAYOUTS if one.kind == kind)))
        yield "\n".join([*told, ""])


_PLAIN = str.maketrans({"*": "\\*", "~": "\\~", "#": "\\#", "|": "/", "\n": " "})


def _line(layout: Layout) -> str:
    says = layout.says.translate(_PLAIN)
    if layout.is_control:
        return f"- {says}: nothing changes."
    parts = [part.strip() for part in layout.expected.split(";")]
    wanted = [part for part in parts if not part.endswith(" any")]
    return f"- {says}: {'; '.join(map(_told, wanted))}."


def _told(part: str) -> str:
    clause, _, outcomes = part.partition(" ")
    outcomes, _, quoted = outcomes.partition(":")
    text = f"{clause} {outcomes.replace('|', ' or ').replace('_', ' ')}"
    return f"{text}, told with 「{quoted}」" if quoted else text
