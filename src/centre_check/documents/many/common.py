"""Hints across centres: what two workbooks have in common, by its cells; nothing personal."""

from collections.abc import Iterable, Iterator, Mapping

from centre_check.documents.tree import Block, Entries, Entry, Paragraph, Section
from centre_check.model.sightings import InCommon, Place, Shared, Trait
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
    for one in in_common.shared:
        yield words(
            mark("hint: {what}: {places}"),
            what=_title(one, in_common, words),
            places=words(mark("; ")).join(_placed(one.places, words)),
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
        Entry("·", _title(one, in_common, words), tuple(_placed(one.places, words)))
        for one in in_common.shared
    )
    blocks: tuple[Block, ...] = (Paragraph(words(note)), Entries(items))
    return [Section(words(mark("Hints across centres (for inside the office)")), blocks)]


def _title(one: Shared, in_common: InCommon, words: Words) -> str:
    return words(_TITLES[one.trait], n=one.centres, most=in_common.mentor_centres)


def _placed(places: Iterable[Place], words: Words) -> Iterator[str]:
    """The cells of each workbook with the centre's name."""
    cells: dict[tuple[str, str], list[str]] = {}
    for one in places:
        cells.setdefault((one.workbook, one.centre), []).append(f"{one.sheet}!{one.ref}")
    for (workbook, centre), addresses in cells.items():
        yield words(
            mark("{centre} ({workbook}, {cells})"),
            centre=centre.strip() or words(mark("centre without a name")),
            workbook=workbook,
            cells=words.join(addresses),
        )
