"""Every layout comes out as its rows prove, through the command line."""

from pathlib import Path

import pytest

from layouts.judging import Layout, misses
from layouts.table import LAYOUTS

KINDS = tuple(f"K{at}" for at in range(1, 19) if at != 9)  # headers have tests of their own


@pytest.mark.parametrize(
    "layout", [pytest.param(one, id=one.id) for one in LAYOUTS if one.kind in KINDS]
)
def test_layout(layout: Layout, tmp_path: Path) -> None:
    assert list(misses(layout, tmp_path)) == []
