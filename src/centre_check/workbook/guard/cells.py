"""Where the filled cells of a sheet lie, from its XML as it is inflated: bytes searches, no parser.

python-calamine lays a sheet out as a dense grid from A1 to the farthest filled cell, so one stray
cell at XFD1048576 asks for 549 GB. A cell that is only styled costs nothing and is not counted:
real workbooks have them down to row 1,048,576.
"""

import re
from typing import NamedTuple

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
# `re` compiles these patterns when a sheet needs them.
# A cell that holds an element: <v>, <f> or <is>. Its place as nearly all programs write it, or the
# rest of its attributes.
_CELL = rb'c(?=[\s>])(?: r="([A-Z]{1,3})([1-9][0-9]{0,6})")?([^<>]*)(?<!/)>\s*<(?!/)'
_FILLED = rb"<" + _CELL
_FILLED_PREFIXED = rb"<(?:\w+:)?" + _CELL
_REFERENCE = rb"(?<![\w:.-])r\s*=\s*[\"']([^\"']*)"
_PLACE = rb"([A-Za-z]{1,9})([0-9]{1,18})$"
_ROW = rb"row\s[^<>]*?(?<![\w:.-])r\s*=\s*[\"']\s*\+?([0-9]{7,})"
# Numbers that no cell of a form holds; a date-styled -1e300 makes python-calamine panic.
_ODD_NUMBER = rb"v(?:\s[^<>]*)?>\s*(?:-[0-9.]{8}|[-+]?[0-9.]+[eE]\+?[0-9]|[-+]?[nNiI])"
_MERGED = rb"mergeCell\s[^<>]*?ref\s*=\s*[\"']([A-Za-z]+)([0-9]{1,9}):([A-Za-z]+)([0-9]{1,9})"
_IGNORED_MERGE = 100_000  # cells; a larger merged range is no table and is not followed
_OVERLAP = 512  # bytes; more than the tag of a cell has


class Extent(NamedTuple):
    """How far a sheet's filled cells reach; rows and columns count from 1, 0 for none."""

    rows: int = 0
    columns: int = 0
    lowest: str = ""  # the address of the farthest cell down
    rightmost: str = ""  # of the one farthest across
    outside: str = ""  # of one that no sheet has
    shared: int = 0  # how many cells point to a shared text
    merged: int = 0  # how many cells are merged
    is_odd: bool = False  # whether another process should read it

    @property
    def span(self) -> int:
        """How many cells a dense grid from A1 on has."""
        return self.rows * self.columns

    @property
    def far(self) -> str:
        """The cell or the two cells that make the grid as large as it is."""
        corners = dict.fromkeys(one for one in (self.rightmost, self.lowest) if one)
        return ", ".join(corners)


def extent(before: Extent, overlap: bytes, chunk: bytes) -> Extent:
    """What is known of a sheet after its next chunk; `overlap` is the end of the one before."""
    text = overlap + chunk
    found = _filled(text)
    across = {letters for letters, _, _ in found}
    now = _with_rows(before, found)
    now = _with_columns(now, across, found)
    if b"" in across:
        now = _with_unusual(now, [rest for letters, _, rest in found if not letters], text)
    if not now.is_odd and re.search(_ODD_NUMBER, text):
        now = now._replace(is_odd=True)
    row = max((int(row) for row in re.findall(_ROW, text)), default=0)
    if row > MOST_ROWS:
        now = now._replace(outside=now.outside or f"A{row}")
    shared = text.count(b't="s"') + text.count(b"t='s'")
    return now._replace(shared=now.shared + shared, merged=now.merged + _merged(text))


def _filled(text: bytes) -> list[tuple[bytes, bytes, bytes]]:
    return re.findall(_FILLED_PREFIXED if re.search(rb":c[\s>]", text) else _FILLED, text)


def end_of(chunk: bytes) -> bytes:
    """What of a chunk is looked at again together with the next."""
    return chunk[-_OVERLAP:]


def _with_rows(before: Extent, found: list[tuple[bytes, bytes, bytes]]) -> Extent:
    rows = {row for _, row, _ in found}
    rows.discard(b"")
    lowest = max(rows, key=int, default=b"0")
    if int(lowest) <= before.rows:
        return before
    letters = next(letters for letters, row, _ in found if row == lowest)
    address = (letters + lowest).decode()
    outside = before.outside or (address if int(lowest) > MOST_ROWS else "")
    return before._replace(rows=int(lowest), lowest=address, outside=outside)


def _with_columns(
    before: Extent, across: set[bytes], found: list[tuple[bytes, bytes, bytes]]
) -> Extent:
    rightmost = max(across, key=column, default=b"")
    if column(rightmost) <= before.columns:
        return before
    row = next(row for own, row, _ in found if own == rightmost)
    address = (rightmost + row).decode()
    outside = before.outside or (address if column(rightmost) > MOST_COLUMNS else "")
    return before._replace(columns=column(rightmost), rightmost=address, outside=outside)


def _with_unusual(before: Extent, attributes: list[bytes], text: bytes) -> Extent:
    """Cells whose place is written in another way, or not at all."""
    now = before._replace(is_odd=True)
    for one in attributes:
        reference = re.search(_REFERENCE, one)
        if reference is None:
            continue
        place = re.match(_PLACE, reference[1].strip())
        shown = reference[1][:20].decode("ascii", "replace")
        row, across = (int(place[2]), column(place[1])) if place else (0, 0)
        if not (0 < row <= MOST_ROWS and 0 < across <= MOST_COLUMNS):
            return now._replace(outside=now.outside or shown or '""')
        if row > now.rows:
            now = now._replace(rows=row, lowest=shown)
        if across > now.columns:
            now = now._replace(columns=across, rightmost=shown)
    if any(re.search(_REFERENCE, one) is None for one in attributes):
        rows = text.replace(b":row", b"<row").split(b"<row")
        across = max(len(_filled(row)) for row in rows)
        down = max(now.rows, before.rows + len(rows) - 1)
        now = now._replace(rows=down, columns=max(now.columns, across))
    return now


def _merged(text: bytes) -> int:
    if b"mergeCell" not in text:
        return 0
    sizes = (
        (int(bottom) - int(top) + 1) * (column(right) - column(left) + 1)
        for left, top, right, bottom in re.findall(_MERGED, text)
    )
    return sum(size for size in sizes if 0 < size <= _IGNORED_MERGE)


def column(letters: bytes) -> int:
    """The number of a column from its letters, A is 1; 0 for none."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
