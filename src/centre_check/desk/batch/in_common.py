"""Notice what the workbooks of several centres have in common, in some twenty bytes a sighting.

Digests, rows and indexes stand in arrays, parted by digest so that looking for equal ones takes no
memory to speak of. Only what is found in two centres becomes an object again.
"""

from array import array
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from centre_check.desk.batch.summary import AuditSummary
from centre_check.logic.spelling import normalise
from centre_check.model.findings import Failure
from centre_check.model.sightings import MENTOR_CENTRES, InCommon, SeenAt, Shared, Sighting, Trait
from centre_check.words import Words, mark
from centre_check.workbook.guard.contents import name_of
from centre_check.workbook.guard.shown import short, shown

_PARTS = 64
_TRAITS = tuple(Trait)


class _Workbook(NamedTuple):
    path: str
    centre: str
    key: str  # the same for two workbooks of one centre


class _Numbers:
    """Gives every text a number, the same to the same."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of a text."""
        if text not in self._numbers:
            self._numbers[text] = len(self.texts)
            self.texts.append(text)
        return self._numbers[text]


class Common:
    """All sightings so far: each has a position in the arrays, its digests point to it."""

    def __init__(self, mentor_centres: int = MENTOR_CENTRES) -> None:
        self._most = {Trait.MENTOR: mentor_centres}
        self._workbooks: list[_Workbook] = []
        self._columns = _Numbers()  # a sheet with the letters of a column
        self._book, self._column, self._row = array("I"), array("I"), array("I")
        self._trait, self._number = array("B"), array("Q")
        self._digests = [array("Q") for _ in range(_PARTS)]
        self._positions = [array("I") for _ in range(_PARTS)]

    def enter(self, path: str, centre: AuditSummary, sightings: Iterable[Sighting]) -> None:
        """Enter what was seen in one workbook."""
        kind, text = ("name", centre.name) if centre.name.strip() else ("code", centre.area_code)
        key = f"{kind} {centre.level} {normalise(text)}" if text.strip() else f"workbook {path}"
        self._workbooks.append(_Workbook(path, short(centre.name), key))
        for one in sightings:
            position = len(self._book)
            letters = one.ref.rstrip("0123456789")
            self._book.append(len(self._workbooks) - 1)
            self._column.append(self._columns.number(f"{shown(one.sheet)}!{letters}"))
            self._row.append(int(one.ref[len(letters) :]))
            self._trait.append(_TRAITS.index(one.trait))
            self._number.append(one.number)
            for digest in filter(None, (one.number, *one.others)):
                self._digests[digest % _PARTS].append(digest)
                self._positions[digest % _PARTS].append(position)

    def in_common(self) -> InCommon:
        """What is in more centres than it may be without being told of, by trait and workbook."""
        found = []
        for group in sorted(self._joined(), key=lambda one: (self._trait[one[0]], one)):
            trait = _TRAITS[self._trait[group[0]]]
            centres = self._centres(group)
            if centres > self._most.get(trait, 1):
                found.append(Shared(trait, centres, tuple(map(self._place, group))))
        return InCommon(tuple(found), len(self._workbooks), self._most[Trait.MENTOR])

    def _joined(self) -> list[list[int]]:
        """The positions of each one that was seen twice, by whatever digest."""
        group_of: dict[int, list[int]] = {}
        for equal in self._equal():
            group = sorted({at for one in equal for at in group_of.get(one, [one])})
            group_of.update(dict.fromkeys(group, group))
        return list({group[0]: group for group in group_of.values()}.values())

    def _equal(self) -> Iterator[list[int]]:
        """Positions that have a digest in common and can be the same one."""
        for digests, positions in zip(self._digests, self._positions, strict=True):
            order = sorted(range(len(digests)), key=digests.__getitem__)
            for _, same in groupby(order, key=digests.__getitem__):
                group = [positions[at] for at in same]
                if len({self._number[at] for at in group} - {0}) > 1:
                    # Different numbers are different people, though name and mobile are equal.
                    group = [at for at in group if not self._number[at]]
                if len(group) > 1:
                    yield group

    def _centres(self, group: Iterable[int]) -> int:
        """How many centres these are; two workbooks may be of one."""
        return len({self._workbooks[self._book[at]].key for at in group})

    def _place(self, position: int) -> SeenAt:
        book = self._workbooks[self._book[position]]
        sheet, _, letters = self._columns.texts[self._column[position]].rpartition("!")
        return SeenAt(book.path, book.centre, sheet, f"{letters}{self._row[position]}")


class Census:
    """The centres seen so far: by name and level; one without a name by division code and level.

    A district's centre may stand in a town and give the town's code, hence the level beside it; a
    town may have two centres of different names.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._seen: dict[tuple[str, str, str | None], str] = {}

    def enter(self, path: Path, centre: AuditSummary) -> Failure | None:
        """Enter a centre; says so when it is there already, naming both workbooks."""
        own = name_of(path)
        kind, text = ("name", centre.name) if centre.name.strip() else ("code", centre.area_code)
        keys = [(kind, normalise(text), centre.level)] if text.strip() else []
        others = [self._seen[key] for key in keys if key in self._seen]
        for key in keys:
            self._seen.setdefault(key, own)
        if not others:
            return None
        message = mark("{path} is of the same centre as {other}: {name}")
        said = self._words(message, path=own, other=others[0], name=short(centre.name))
        hint = self._words(mark("keep one of the two; a summary counts neither twice"))
        return Failure(own, said, hint)
