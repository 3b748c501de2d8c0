"""Every layout comes out as its rows prove, through the command line.

Controls that touch different sheets share a workbook: nothing may change in any of them.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from layouts.judging import Changes, Layout, misses
from layouts.table import LAYOUTS

CASES = [one for one in LAYOUTS if not one.is_control or one.more]
CONTROLS = [one for one in LAYOUTS if one.is_control and not one.more]


class Pack:
    """Controls of one level, each of other sheets than the rest."""

    def __init__(self, first: Layout) -> None:
        self.layouts = [first]
        self.changes: dict[str, Changes] = dict(first.changes)

    def takes(self, layout: Layout) -> bool:
        """Whether the layout found a place."""
        is_free = self.changes.keys().isdisjoint(layout.changes)
        if not is_free or layout.level != self.layouts[0].level:
            return False
        self.layouts.append(layout)
        self.changes |= layout.changes
        return True

    def together(self) -> Layout:
        """One workbook with all of them."""
        return self.layouts[0]._replace(changes=self.changes)


def packs() -> Iterator[Pack]:
    """All controls, each in one pack."""
    found: list[Pack] = []
    for layout in CONTROLS:
        if not any(pack.takes(layout) for pack in found):
            found.append(Pack(layout))
    return iter(found)


@pytest.mark.parametrize("layout", [pytest.param(one, id=one.id) for one in CASES])
def test_layout(layout: Layout, tmp_path: Path) -> None:
    assert list(misses(layout, tmp_path)) == []


@pytest.mark.parametrize(
    "pack", [pytest.param(one, id="; ".join(own.id for own in one.layouts)) for one in packs()]
)
def test_what_changes_nothing(pack: Pack, tmp_path: Path) -> None:
    if list(misses(pack.together(), tmp_path)):
        wrong: Mapping[str, object] = {
            one.id: found for one in pack.layouts if (found := list(misses(one, tmp_path)))
        }
        assert wrong == {}
