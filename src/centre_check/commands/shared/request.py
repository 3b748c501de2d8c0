"""What a user wants done with the results of many workbooks."""

import os
from pathlib import Path
from typing import NamedTuple

from centre_check.render.formats import FORMATS

LINES = ".jsonl"
OF_MANY = (".json", ".txt", LINES)  # formats that hold any number of audits


class Request(NamedTuple):
    """The options of a run; `levels` are the levels' titles by id."""

    form: str  # text, json, jsonl
    outputs: tuple[str, ...]
    levels: dict[str, str]
    jobs: int | None
    resume: bool
    quiet: bool
    scheduler: str | None
    mentor_centres: int

    @property
    def folders(self) -> list[Path]:
        """The outputs that are folders, by their name or because they are there."""
        return [Path(name) for name in self.outputs if _is_folder(name)]

    @property
    def files(self) -> list[Path]:
        """The other outputs."""
        return [Path(name) for name in self.outputs if not _is_folder(name)]

    @property
    def is_for_many(self) -> bool:
        """Whether this is asked of many workbooks only, even where there is one."""
        has_lines = any(path.suffix.lower() == LINES for path in self.files)
        is_kept = bool(self.folders) or has_lines
        return self.form == "jsonl" or self.resume or self.scheduler is not None or is_kept


def _is_folder(name: str) -> bool:
    """A name that ends like one, or a folder that is there and is not called like a file."""
    path = Path(name)
    is_called_so = name.endswith(("/", os.sep))
    return is_called_so or (path.is_dir() and path.suffix.lower() not in (*FORMATS, LINES))
