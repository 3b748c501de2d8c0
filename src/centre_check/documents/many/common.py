"""Hints across centres: what two workbooks have in common, by its cells; nothing personal."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from centre_check.documents.tree import Block, Entries, ListEntry, Paragraph, Section
from centre_check.model.sightings import InCommon, SeenAt, Shared, Trait
from centre_check.words import Words, mark

_TITLES: Mapping[Trait, str] = {
    Trait.FULL_TIME: mark("one person is entered as full-time in {n} centres"),
    Trait.MENTOR: mark("one mentor is appointed in {n} centres, more than {most}"),
    Trait.TENANT: mark("one tenant is entered as resident in {n} centres"),
    Trait.ADDRESS: mark("one address is given for {n} centres"),
    Trait.AREA: mark("one floor area at one place is stated in full by {n} centres"),
}


def lines(in_common: InCommon, words: Words) -> Iterator[str]:
    """Each hint as one line, with all of its cells."""
    for alike in _alike(in_common):
        yield words(
            mark("hint: {what}: {places}"),
            what=_title(alike, in_common, words),
            places=words(mark("; ")).join(_placed(alike, words)),
        )


def counted(in_common: InCommon | None, words: Words) -> str:
    """How many hints there are, or that nothing could be compared."""
    if in_common is None:
        return words(mark("not compared: no workbook was read, only results"))
    return words.plural(
        "{hints} in {n} workbook compared",
        "{hints} in {n} workbooks compared",
        in_common.workbooks,
        hints=len(in_common.shared),
    )


def section(in_common: InCommon | None, words: Words) -> list[Section]:
    """The hints as a list for inside the office; nothing where there are none."""
    if in_common is None or not in_common.shared:
        return []
    note = mark(
        "For inside the office. What stands here may well be right: ask before anything follows "
        "from it. No verdict rests on it."
    )
    items = tuple(
        ListEntry("·", _title(alike, in_common, words), tuple(_placed(alike, words)))
        for alike in _alike(in_common)
    )
    blocks: tuple[Block, ...] = (Paragraph(words(note)), Entries(items))
    return [Section(words(mark("Hints across centres (for inside the office)")), blocks)]


def _alike(in_common: InCommon) -> list[list[Shared]]:
    """Hints of one kind about the same workbooks are told of together."""
    groups: dict[tuple[Trait, int, tuple[str, ...]], list[Shared]] = {}
    for one in in_common.shared:
        workbooks = tuple(place.workbook for place in one.places)
        groups.setdefault((one.trait, one.centres, workbooks), []).append(one)
    return list(groups.values())


def _title(alike: list[Shared], in_common: InCommon, words: Words) -> str:
    first = alike[0]
    title = words(_TITLES[first.trait], n=first.centres, most=in_common.mentor_centres)
    if len(alike) == 1:
        return title
    return words(
        mark("{what} ({n} such; their cells stand in the same order)"), what=title, n=len(alike)
    )


def _placed(alike: list[Shared], words: Words) -> Iterator[str]:
    """Each workbook with the centre's name and its cells, hint after hint."""
    cells: dict[tuple[str, str], list[SeenAt]] = {}
    for one in alike:
        for place in one.places:
            cells.setdefault((place.workbook, place.centre), []).append(place)
    for (workbook, centre), places in cells.items():
        sheets = groupby(places, key=lambda place: place.sheet)
        yield words(
            mark("{centre} ({workbook}, {cells})"),
            centre=centre.strip() or words(mark("centre without a name")),
            workbook=workbook,
            cells=words.join(f"{sheet}!{words.join(p.ref for p in own)}" for sheet, own in sheets),
        )
