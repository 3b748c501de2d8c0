"""The measures of the paper: margins, type sizes and line pitch of each genre."""

from collections.abc import Mapping
from typing import NamedTuple

from centre_check.documents.tree import Genre

_POINTS = 72 / 25.4  # of a millimetre
_SHORT, _LONG = 210, 297  # mm, A4


class Margins(NamedTuple):
    """The margins of an A4 page in mm; the inner one is where the sheets are bound."""

    top: float
    bottom: float
    inner: float
    outer: float


class PdfPaper(NamedTuple):
    """How the pages of a genre are measured; sizes are in points.

    Attributes:
        upright: margins of a page that stands.
        wide: margins of a page that lies.
        title: size of the document's title.
        heading: size of the headings of the first level.
        body: size of running text.
        dense: size of the text in tables.
        small: size of what stands above and below the text.
        leading: what a line of running text is apart from the next one.
        inset: room between a table's rules and its text.
    """

    upright: Margins
    wide: Margins
    title: float
    heading: float
    body: float
    dense: float
    leading: float
    inset: float = 3.5
    small: float = 8

    def width(self, *, is_wide: bool) -> float:
        """The width of the text in points."""
        margins = self.wide if is_wide else self.upright
        return ((_LONG if is_wide else _SHORT) - margins.inner - margins.outer) * _POINTS

    def height(self, *, is_wide: bool) -> float:
        """The height of the text in points."""
        margins = self.wide if is_wide else self.upright
        return ((_SHORT if is_wide else _LONG) - margins.top - margins.bottom) * _POINTS


# GB/T 9704-2012: 天头 37 mm, 订口 28 mm, 版心 156 mm x 225 mm with 22 lines of 28 characters of
# 三号 (16 pt); so a line takes 225 mm / 22 = 28.99 pt, a character 156 mm / 28 = 15.79 pt. That is
# the size: typst would not squeeze the punctuation of larger letters that are set closer.
_LETTER = PdfPaper(
    Margins(37, 35, 28, 26),
    Margins(26, 30, 35, 37),
    title=22,
    heading=15.79,
    body=15.79,
    dense=11,
    leading=13.19,
)

PAPERS: Mapping[Genre, PdfPaper] = {
    Genre.REPORT: PdfPaper(
        Margins(20, 22, 25, 20),
        Margins(20, 20, 18, 18),
        title=20,
        heading=13,
        body=11,
        dense=10,
        leading=6,
        inset=3,
    ),
    Genre.FORM: PdfPaper(
        Margins(15, 17, 25, 15),
        Margins(16, 17, 18, 18),
        title=18,
        heading=10.5,
        body=10,
        dense=10,
        leading=3.5,
        inset=3,
    ),
    Genre.LETTER: _LETTER,
}
