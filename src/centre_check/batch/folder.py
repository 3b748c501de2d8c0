"""One JSON file a workbook, in a folder, under names that are safe on every system."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

_UNSAFE = re.compile(r"[^\w().（）·-]|[\s_]+")
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)
_LONGEST = 60  # characters; in UTF-8 and with a suffix below the 255 bytes of a name


class Names:
    """Gives each workbook a name of its own; the same workbooks in the same order, the same."""

    def __init__(self, paths: Iterable[Path]) -> None:
        folders = [str(path.parent) for path in paths]
        self._common = os.path.commonpath(folders) if _are_alike(folders) else ""
        self._taken: set[str] = set()

    def name(self, path: Path) -> str:
        """The name of the file for this workbook's result."""
        stem = path.with_suffix("").as_posix().removeprefix(Path(self._common).as_posix())
        plain = _UNSAFE.sub("_", stem).strip("_. ")[-_LONGEST:] or "_"
        if _DEVICES.match(plain):
            plain = f"_{plain}"
        name, number = plain, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{plain}-{number}"
        self._taken.add(name.casefold())
        return f"{name}.json"


def _are_alike(folders: list[str]) -> bool:
    """Whether they can have a common part: all absolute or all relative, on one drive."""
    kinds = {(os.path.isabs(one), os.path.splitdrive(one)[0]) for one in folders}  # noqa: PTH117
    return len(kinds) == 1
