"""Lists of cells, as short as a sentence can hold them."""

from collections.abc import Iterable
from itertools import groupby

from centre_check.model.facts import Cell
from centre_check.words import Words, mark


def addresses(cells: Iterable[Cell], words: Words, most: int = 6) -> str:
    """Cells as short as can be: 「03 人员!F4:F8、F10」, and how many if not all are named."""
    wanted = dict.fromkeys(cells)
    if len(wanted) == 1:
        return next(iter(wanted)).address
    by_column: dict[tuple[str, str], list[int]] = {}
    for cell in wanted:
        letters = cell.ref.rstrip("0123456789")
        by_column.setdefault((cell.sheet, letters), []).append(int(cell.ref[len(letters) :]))
    named: dict[str, list[str]] = {}
    runs = 0
    for (sheet, letters), rows in by_column.items():
        for first, last in _runs(sorted(rows)):
            runs += 1
            if runs <= most:
                text = f"{letters}{first}" if first == last else f"{letters}{first}:{letters}{last}"
                named.setdefault(sheet, []).append(text)
    text = words.join(f"{sheet}!{words.join(refs)}" for sheet, refs in named.items())
    if runs > most:
        total = sum(len(rows) for rows in by_column.values())
        text += words(mark(" and others, {n} cells in all"), n=total)
    return text


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Rows that follow each other, as first and last: 4, 5, 6, 9 are (4, 6) and (9, 9)."""
    groups = groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])
    return [(run[0][1], run[-1][1]) for run in (list(group) for _, group in groups)]
