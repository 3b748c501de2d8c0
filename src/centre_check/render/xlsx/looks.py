"""How cells look: fonts, lines and light shades that stay legible in black and white."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from centre_check.documents.tree import Tone
from centre_check.model.outcomes import Outcome, Verdict

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_SONG, _HEI = "宋体", "黑体"
_LINE = "#7F7F7F"
_BOX = {"border": 1, "border_color": _LINE}

SHADES: Mapping[Outcome | Verdict, str] = {
    Outcome.PASS: "#EEF6EC",
    Outcome.FAIL: "#FBE3DE",
    Outcome.UNKNOWN: "#FFF3D1",
    Outcome.MANUAL: "#E4EDF7",
    Outcome.NOT_APPLICABLE: "#F2F2F2",
    Verdict.COMPLIANT: "#EEF6EC",
    Verdict.NON_COMPLIANT: "#FBE3DE",
    Verdict.UNDECIDED: "#FFF3D1",
}


class XlsxLook(StrEnum):
    """The ways a cell may look."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    STAMP = "stamp"
    HEADING = "heading"
    BADGE = "badge"
    TEXT = "text"
    ENTRY = "entry"
    ENTRY_LINE = "entry_line"
    HEAD = "head"
    CELL = "cell"
    SHORT_CELL = "short_cell"
    LABEL = "label"
    BAR_LABEL = "bar_label"
    BAR = "bar"
    RULE = "rule"
    RIGHT = "right"


_PROPERTIES: Mapping[XlsxLook, Mapping[str, Any]] = {
    XlsxLook.TITLE: {"font_name": _HEI, "font_size": 16, "align": "center"},
    XlsxLook.SUBTITLE: {"align": "center"},
    XlsxLook.STAMP: {"font_name": _HEI, "align": "right"},
    XlsxLook.HEADING: {"font_name": _HEI, "font_size": 12},
    XlsxLook.BADGE: {"font_name": _HEI, "font_size": 12, "align": "right", "indent": 1},
    XlsxLook.TEXT: {},
    XlsxLook.ENTRY: {"font_name": _HEI},
    XlsxLook.ENTRY_LINE: {"indent": 2},
    XlsxLook.HEAD: {"font_name": _HEI, "align": "center", "bg_color": "#D9D9D9", **_BOX},
    XlsxLook.CELL: _BOX,
    XlsxLook.SHORT_CELL: {"align": "center", **_BOX},
    XlsxLook.LABEL: {"font_name": _HEI, "bg_color": "#F2F2F2", **_BOX},
    XlsxLook.BAR_LABEL: {},
    XlsxLook.BAR: {"align": "left"},
    XlsxLook.RULE: {"bottom": 1, "bottom_color": _LINE},
    XlsxLook.RIGHT: {"align": "right"},
}


class Looks:
    """The formats of one workbook, each made when it is first asked for."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[tuple[XlsxLook, Tone, str], Format] = {}

    def of(self, look: XlsxLook, tone: Tone = None, number: str = "") -> "Format":
        """The format of a look, shaded where a tone is given, with the number format `number`."""
        if (look, tone, number) not in self._made:
            shade = {"bg_color": SHADES[tone]} if tone else {}
            shown_as = {"num_format": number} if number else {}
            self._made[look, tone, number] = self._book.add_format(
                {
                    "font_name": _SONG,
                    "font_size": 10.5,
                    "valign": "vcenter",
                    "text_wrap": True,
                    **_PROPERTIES[look],
                    **shade,
                    **shown_as,
                }
            )
        return self._made[look, tone, number]
