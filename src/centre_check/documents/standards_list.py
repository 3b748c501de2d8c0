"""The list of all standards: id, kind, edition, day, issuer, title."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from centre_check.documents.tree import Document, Table, TableRow
from centre_check.standard.library import StandardKind
from centre_check.words import Words, mark

KINDS: Mapping[StandardKind, str] = {
    StandardKind.CRITERIA: mark("criteria"),
    StandardKind.TARGETS: mark("targets"),
    StandardKind.SUBSIDIES: mark("calculators"),
}


class Listed(NamedTuple):
    """One standard as it is listed."""

    id: str
    kind: StandardKind
    edition: str
    issued: str
    issuer: str
    title: str


def build(listed: Sequence[Listed], words: Words) -> Document:
    """The list."""
    texts = (
        mark("Id"),
        mark("Kind"),
        mark("Edition"),
        mark("Issued"),
        mark("Issued by"),
        mark("Title"),
    )
    rows = tuple(
        TableRow((one.id, words(KINDS[one.kind]), one.edition, one.issued, one.issuer, one.title))
        for one in listed
    )
    return Document(words(mark("Standards")), (Table(tuple(map(words, texts)), rows),))
