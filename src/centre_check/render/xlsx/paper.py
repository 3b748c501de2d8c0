"""How a sheet prints: A4, one page wide, the main table's head on every page, pages numbered."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from centre_check.render.visible import visible_text
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
_SIDE, _TOP, _FOOT = 0.59, 0.75, 0.3  # inches
_LINES = 3  # that fit below the page
_LONGEST = 255  # characters of a header or footer, codes included


def set_up(
    sheet: "Worksheet", words: Words, imprint: Sequence[str], stamp: str, *, is_wide: bool
) -> None:
    """Paper, margins, the stamp above every page and the footer."""
    sheet.set_paper(_A4)
    if is_wide:
        sheet.set_landscape()
    else:
        sheet.set_portrait()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(_SIDE, _SIDE, _TOP, _TOP)
    sheet.center_horizontally()
    if stamp:
        sheet.set_header(f'&R&"黑体,Regular"&9{stamp.replace("&", "&&")}', {"margin": _FOOT})
    sheet.set_footer(_footer(words, imprint), {"margin": _FOOT})


def _footer(words: Words, imprint: Sequence[str]) -> str:
    """What the document rests on at the left, the page number at the right.

    A long line at the left would run into the number: each part has a line of its own.
    """
    number = words(mark("page {page} of {pages}"), page="&P", pages="&N")
    end = f'&R&"宋体,Regular"&9 {number}'
    parts = [visible_text(part).replace("\n", " ") for part in imprint]
    left = "\n".join((*parts[: _LINES - 1], " · ".join(parts[_LINES - 1 :]))).strip()
    while True:
        footer = f'&L&"宋体,Regular"&7 {left.replace("&", "&&")}{end}'
        if len(footer) <= _LONGEST:
            return footer
        left = f"{left[:-2]}…"
