"""Rows that are taken one by one are those that are read at once."""

from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import islice
from typing import Any

import pytest
from openpyxl import Workbook

from centre_check.workbook.cells import Raw
from centre_check.workbook.containers import xlsx
from conftest import ROOT


def book(fill: Callable[[Any], object]) -> bytes:
    made = Workbook()
    fill(made.active)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


BOOKS = {
    "from A1": book(lambda page: page.append(["甲", 1, None, True])),
    "from C4": book(lambda page: page.__setitem__("C4", "甲")),
    "a gap": book(lambda page: [page.__setitem__("A1", 1), page.__setitem__("B9", 2)]),
    "an error": book(lambda page: page.append(["#N/A", 1])),
    "nothing": book(lambda _: None),
    **{path.stem: path.read_bytes() for path in sorted((ROOT / "samples").glob("*.xlsx"))},
}


def filled(row: Sequence[Raw]) -> dict[int, Raw]:
    """The cells of a row that hold something, by column."""
    return {at: raw for at, raw in enumerate(row) if raw not in ("", None)}


@pytest.mark.parametrize("content", BOOKS.values(), ids=BOOKS)
def test_they_are_the_same(content: bytes) -> None:
    for whole, streamed in zip(
        xlsx.read(content), xlsx.read(content, is_streamed=True), strict=True
    ):
        rows = [filled(row) for row in streamed.rows]
        own = [filled(row) for row in whole.rows]
        assert rows == own + [{}] * (len(rows) - len(own))
        assert streamed._replace(rows=()) == whole._replace(rows=())


@pytest.mark.parametrize("content", BOOKS.values(), ids=BOOKS)
def test_rows_are_the_same_where_blank_ones_are_folded(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = xlsx.read(content)
    monkeypatch.setattr(xlsx, "_MANY", 0)
    for one, folded in zip(plain, xlsx.read(content), strict=True):
        assert [filled(row) for row in folded.rows] == [filled(row) for row in one.rows]


def test_a_row_is_made_when_its_turn_comes() -> None:
    (grid,) = xlsx.read(BOOKS["a gap"], is_streamed=True)
    assert isinstance(grid.rows, xlsx.Later)
    first, second = islice(grid.rows, 2)
    assert (first[0], any(second)) == (1, False)
    assert len(grid.rows) == 9
