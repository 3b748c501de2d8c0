"""What in a folder is no workbook to be audited, and how many of each kind there were."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from centre_check.workbook.guard.look import WORKBOOK_SUFFIXES

PACKAGE = ".zip"
_MAC_FOLDER = "__MACOSX"


class Skip(StrEnum):
    """Why a file was passed over."""

    LOCK = "lock"  # ~$…, beside a workbook that is open
    HIDDEN = "hidden"
    OTHER = "other"  # no workbook by its suffix


class Skipped(NamedTuple):
    """How many files were passed over, by reason."""

    numbers: Mapping[Skip, int]

    def plus(self, reason: Skip) -> "Skipped":
        """One more."""
        return Skipped(MappingProxyType({**self.numbers, reason: self.numbers[reason] + 1}))


NOTHING = Skipped(MappingProxyType(dict.fromkeys(Skip, 0)))


def skip_of(name: str, *, is_folder: bool = False) -> Skip | None:
    """Why a file or folder of this name is passed over; None when it is not."""
    if name.startswith("~$"):
        return Skip.LOCK
    if name.startswith(".") or name == _MAC_FOLDER:
        return Skip.HIDDEN
    if is_folder or name.lower().endswith((*WORKBOOK_SUFFIXES, PACKAGE)):
        return None
    return Skip.OTHER
