"""Two editions of a standard side by side: what was taken in, dropped and reworded."""

from collections.abc import Iterator
from typing import NamedTuple

from centre_check.documents.tree import (
    Block,
    Document,
    Entries,
    Heading,
    ListEntry,
    Paragraph,
    Table,
)
from centre_check.words import Words, mark


class _Said(NamedTuple):
    """What a page says of one clause, under one of its headings."""

    heading: str
    title: str
    lines: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What a clause is known by in both editions: its chapter and level, its id."""
        return self.heading, self.title.split(" ", 1)[0]


def between(old: Document, new: Document, words: Words) -> tuple[Document, int]:
    """The page of what changed from one standard's page to the other's, and how many entries.

    Pages of the same kind, as `standards show` prints them: each clause is compared with the one
    of the same id under the same heading, line by line.
    """
    before = {one.key: one for one in _said(old)}
    after = {one.key: one for one in _said(new)}
    changed: dict[str, list[ListEntry]] = {}
    for key in (*before, *(key for key in after if key not in before)):
        entry = _entry(before.get(key), after.get(key), words)
        if entry is not None:
            changed.setdefault(key[0], []).append(entry)
    count = sum(map(len, changed.values()))
    title = words(mark("What differs from {old} to {new}"), old=old.title, new=new.title)
    blocks: list[Block] = [Heading(title), *_sources(old, new, words)]
    for heading, entries in changed.items():
        blocks += [Heading(heading), Entries(tuple(entries))]
    if not count:
        blocks.append(Paragraph(words(mark("No clause differs."))))
    return Document(title, tuple(blocks), lang=words.lang), count


def _sources(old: Document, new: Document, words: Words) -> Iterator[Paragraph]:
    """Under each title what the page says of the document: issuer, day, edition."""
    for told, page in ((mark("Before: {text}"), old), (mark("After: {text}"), new)):
        own = [one.text for one in page.blocks[:3] if isinstance(one, Paragraph)]
        yield Paragraph(words(told, text=" ".join(own)))


def _said(page: Document) -> Iterator[_Said]:
    heading = ""
    for block in page.blocks:
        match block:
            case Heading(text):
                heading = text
            case Entries(items):
                yield from (_Said(heading, one.title, one.lines) for one in items)
            case Table(_, rows):
                yield from (_Said(heading, row.cells[0], row.cells[1:]) for row in rows)
            case _:
                pass


def _entry(before: _Said | None, after: _Said | None, words: Words) -> ListEntry | None:
    if before is None and after is not None:
        return ListEntry("+", words(mark("{clause} (new)"), clause=after.title), after.lines)
    if after is None and before is not None:
        return ListEntry("-", words(mark("{clause} (dropped)"), clause=before.title), before.lines)
    assert before is not None
    assert after is not None
    if before == after:
        return None
    lines = [(one, other) for one, other in _paired(before, after) if one != other]
    told = tuple(
        words(mark("before: {text}") if is_old else mark("after: {text}"), text=text)
        for pair in lines
        for is_old, text in zip((True, False), pair, strict=True)
        if text
    )
    return ListEntry("~", after.title, told)


def _paired(before: _Said, after: _Said) -> Iterator[tuple[str, str]]:
    """The titles, then the lines that stand in one only, each beside what took its place."""
    yield before.title, after.title
    old = [line for line in before.lines if line not in after.lines]
    new = [line for line in after.lines if line not in before.lines]
    for at in range(max(len(old), len(new))):
        yield old[at] if at < len(old) else "", new[at] if at < len(new) else ""
