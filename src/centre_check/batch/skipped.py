"""What in a folder is no workbook to be audited."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from centre_check.workbook.guard.look import WORKBOOK_SUFFIXES

PACKAGE = ".zip"
_MAC_FOLDER = "__MACOSX"


class Skip(StrEnum):
    """Why a file was passed over."""

    LOCK = "lock"  # ~$…, beside a workbook that is open
    HIDDEN = "hidden"
    OTHER = "other"  # no workbook by its suffix


class Passed(NamedTuple):
    """A file or folder that was passed over."""

    path: Path
    reason: Skip


def skip_of(name: str, *, is_folder: bool = False) -> Skip | None:
    """Why a file or folder of this name is passed over; None when it is not."""
    if name.startswith("~$"):
        return Skip.LOCK
    if name.startswith(".") or name == _MAC_FOLDER:
        return Skip.HIDDEN
    if is_folder or name.lower().endswith((*WORKBOOK_SUFFIXES, PACKAGE)):
        return None
    return Skip.OTHER


def skip_within(parts: Sequence[str], *, is_folder: bool = False) -> Skip | None:
    """Why a file is passed over, for its own name or that of a folder above it."""
    above = (skip_of(part, is_folder=True) for part in parts[:-1])
    return next(filter(None, above), None) or skip_of(parts[-1], is_folder=is_folder)
