"""Containers: one module a file format, each from bytes to grids.

`READERS` leads from a kind to `read(content) -> grids`; a reader raises `DamagedFile` for whatever
its parser cannot read.
"""

from collections.abc import Callable, Mapping

from centre_check.workbook.containers import xlsx
from centre_check.workbook.containers.kinds import DamagedFile, Kind
from centre_check.workbook.grid import Grid

READERS: Mapping[Kind, Callable[[bytes], tuple[Grid, ...]]] = {Kind.XLSX: xlsx.read}

__all__ = ["READERS", "DamagedFile", "Kind"]
