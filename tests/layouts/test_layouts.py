"""Every layout comes out as its rows prove, through the command line."""

from pathlib import Path

import pytest

from layouts.judging import Layout, misses
from layouts.table import LAYOUTS

KINDS = ("K1", "K2", "K3", "K5", "K10", "K12", "K16", "K17", "K18")


@pytest.mark.parametrize(
    "layout", [pytest.param(one, id=one.id) for one in LAYOUTS if one.kind in KINDS]
)
def test_layout(layout: Layout, tmp_path: Path) -> None:
    assert list(misses(layout, tmp_path)) == []
