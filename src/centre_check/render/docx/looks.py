"""What a paper of each genre looks like: its margins, its sizes of letters, its lines."""

from collections.abc import Mapping
from typing import NamedTuple

from centre_check.documents.tree import Genre
from centre_check.render.docx.xml import TWIPS, mm

KAI, HEI, FANG, SONG = "楷体_GB2312", "黑体", "仿宋_GB2312", "宋体"
TITLE = "方正小标宋简体"
LATIN = "Times New Roman"
A4 = (mm(210), mm(297))


class DocxMargins(NamedTuple):
    """Millimetres from the paper's edges to the text; `foot` from the lower edge to the footer."""

    top: float
    right: float
    bottom: float
    left: float
    head: float
    foot: float


class Letters(NamedTuple):
    """A size of letters and the pitch of their lines, both in points."""

    size: float
    line: float


class DocxLook(NamedTuple):
    """How a genre is set."""

    portrait: DocxMargins
    landscape: DocxMargins
    title: Letters
    heading: Letters
    subheading: Letters
    body: Letters
    table: Letters
    page: Letters
    writing: float  # millimetres of a line to write on
    gap: float  # points between a table and what follows
    frame: int = 4  # eighths of a point: the lines round a table
    title_font: str = HEI
    lines: int = 0  # a page's grid: lines, and characters a line; 0 for no grid
    characters: int = 0
    is_letter: bool = False
    is_framed: bool = False

    def width(self, *, is_wide: bool) -> int:
        """Twips of a line of text."""
        margins = self.landscape if is_wide else self.portrait
        return A4[is_wide] - mm(margins.left) - mm(margins.right)

    @property
    def pitch(self) -> float:
        """Points from one character of the grid to the next."""
        return self.width(is_wide=False) / TWIPS / self.characters


# GB/T 9704-2012: 版心 156 x 225 mm, 22 lines of 28 characters of 三号 (16 pt), 2号 title.
_LINE = 225 / 25.4 * 72 / 22

LOOKS: Mapping[Genre, DocxLook] = {
    Genre.REPORT: DocxLook(
        portrait=DocxMargins(22, 20, 22, 25, 11, 9),
        landscape=DocxMargins(25, 20, 20, 20, 11, 9),
        title=Letters(20, 30),
        heading=Letters(14, 22),
        subheading=Letters(12, 20),
        body=Letters(12, 20),
        table=Letters(10, 14),
        page=Letters(9, 13),
        writing=9,
        gap=8,
    ),
    Genre.FORM: DocxLook(
        portrait=DocxMargins(15, 15, 17, 25, 8, 7),
        landscape=DocxMargins(20, 15, 16, 15, 9, 7),
        title=Letters(18, 28),
        heading=Letters(12, 18),
        subheading=Letters(10.5, 16),
        body=Letters(10.5, 16),
        table=Letters(10, 13),
        page=Letters(9, 12),
        writing=9,
        gap=1,
        frame=8,
        is_framed=True,
    ),
    Genre.LETTER: DocxLook(
        portrait=DocxMargins(37, 26, 35, 28, 20, 17),
        landscape=DocxMargins(28, 37, 26, 35, 15, 9),  # the page turned with its margins
        title=Letters(22, _LINE),
        heading=Letters(16, _LINE),
        subheading=Letters(16, _LINE),
        body=Letters(16, _LINE),
        table=Letters(11, 14),
        title_font=TITLE,
        page=Letters(14, 18),
        writing=10,
        gap=12,
        lines=22,
        characters=28,
        is_letter=True,
    ),
}


def twips(points: float) -> int:
    """Points as whole twips, never more than asked for."""
    return int(points * TWIPS)
