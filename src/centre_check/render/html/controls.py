"""What the page's controls say: which outcomes there are to filter by, and how often."""

from collections import Counter
from collections.abc import Iterator, Sequence

from centre_check.documents.tree import Block, Document, Entries, Section, Table
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES, VERDICTS

_WORST_FIRST: tuple[Outcome | Verdict, ...] = (
    Outcome.FAIL,
    Outcome.UNKNOWN,
    Outcome.MANUAL,
    Outcome.NOT_APPLICABLE,
    Outcome.PASS,
    Verdict.NON_COMPLIANT,
    Verdict.UNDECIDED,
    Verdict.COMPLIANT,
)


def choices(document: Document, words: Words) -> list[dict[str, object]]:
    """The outcomes of the document, those first that ask for work; empty if it has none."""
    counts = _counts(document)
    terms = {**OUTCOMES, **VERDICTS}
    own = {one.tone: one.name for one in document.tones}
    return [
        {
            "tone": tone,
            "label": own.get(tone) or words(terms[tone]),
            "count": counts[tone],
        }
        for tone in _WORST_FIRST
        if counts[tone]
    ]


def control_words(words: Words) -> dict[str, str]:
    """Every word of the page's own, by what it is for."""
    return {
        "contents": words(mark("Contents")),
        "title": words(mark("Search and filter")),
        "search": words(mark("Search")),
        "show_only": words(mark("Show only")),
        "group": words(mark("Group by outcome")),
        "reset": words(mark("Show everything")),
        "print": words(mark("Print")),
        "rows_hidden": words(mark("Table rows hidden: {n}")),
        "items_hidden": words(mark("List items hidden: {n}")),
        "nothing_hidden": words(mark("Nothing is hidden")),
        "none_left": words(mark("Nothing here matches.")),
        "without": words(mark("No outcome")),
        "comma": words.join(("", "")),
    }


def _counts(document: Document) -> Counter[str]:
    """How many of the longest table stand at which outcome; without tables, of the list.

    Other tables of a document show some of the same things again.
    """
    blocks = list(_unfolded(document.blocks))
    listed = [
        *(Counter(row.tone for row in one.rows) for one in blocks if isinstance(one, Table)),
        Counter(item.tone for one in blocks if isinstance(one, Entries) for item in one.items),
    ]
    toned = [
        Counter({str(tone): n for tone, n in one.items() if tone is not None}) for one in listed
    ]
    return max(toned, key=Counter.total)


def _unfolded(blocks: Sequence[Block | Section]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Section):
            yield from block.blocks
        else:
            yield block
