"""The room that a block is drawn into: how wide it is, how it looks there."""

from typing import NamedTuple

from centre_check.documents.tree import Tone
from centre_check.render.docx.grid import PADDING
from centre_check.render.docx.looks import DocxLook

# Dark enough to be read on white, and to be told apart from it by a black-and-white printer.
_COLORS = {
    "pass": "1E6B3A",
    "fail": "A61C1C",
    "unknown": "8A5A00",
    "manual": "1F4E8C",
    "not_applicable": "6B6B6B",
    "compliant": "1E6B3A",
    "non_compliant": "A61C1C",
    "undecided": "8A5A00",
}


class Room(NamedTuple):
    """A width in twips, and the look of the paper."""

    width: int
    look: DocxLook

    def color(self, tone: Tone) -> str:
        """The colour for a tone, or nothing; official letters are black (GB/T 9704)."""
        return "" if tone is None or self.look.is_letter else _COLORS[tone]

    def inside_frame(self) -> "Room":
        """The room inside a frame's cell."""
        return self._replace(width=self.width - 2 * PADDING)
