"""Containers: one module a file format, each from bytes to grids.

`READERS` leads from a kind to `read(content) -> grids`; a reader raises `DamagedFile` for whatever
its parser cannot read. A format's module is imported when a file of it comes.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from centre_check.workbook.containers.kinds import DamagedFile, FileKind
from centre_check.workbook.grid import Grid

Reader = Callable[[bytes], tuple[Grid, ...]]


def _reader(kind: FileKind) -> Reader:
    def read(content: bytes) -> tuple[Grid, ...]:
        module = import_module(f"{__name__}.{kind}")
        return cast("Reader", module.read)(content)

    return read


READERS: Mapping[FileKind, Reader] = {kind: _reader(kind) for kind in FileKind}

__all__ = ["READERS", "DamagedFile", "FileKind"]
