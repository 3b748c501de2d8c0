"""What annotating a workbook gives."""

from typing import NamedTuple


class Annotated(NamedTuple):
    """The annotated copy; `lost` are sentences on what could not be done in it."""

    content: bytes
    lost: tuple[str, ...]
