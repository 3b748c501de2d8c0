"""Put the sheets of a document together into a workbook."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from centre_check.documents.flat import flat
from centre_check.documents.tree import Document, Genre
from centre_check.render.visible import visible_text
from centre_check.render.xlsx.blocks import MainTable, draw
from centre_check.render.xlsx.canvas import Canvas, Piece
from centre_check.render.xlsx.columns import grid
from centre_check.render.xlsx.looks import Looks, XlsxLook
from centre_check.render.xlsx.pages import Page, pages
from centre_check.words import Words, mark
from centre_check.workbook.own_papers import PAPER, PROGRAM, OwnMark

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_AUTHOR = "centre-check"
_NO_DAY = date(1980, 1, 1)
_LONGEST_PROPERTY = 255
_TITLE_HEIGHT = 32.0  # points
_FROZEN = 200.0  # points: more than that would leave too little of a small screen to scroll
_PLAIN_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def book_bytes(document: Document) -> bytes:
    """The document as an .xlsx."""
    stream = BytesIO()
    book = Workbook(stream, _PLAIN_TEXT)
    book.set_properties(
        {
            "title": visible_text(document.title)[:_LONGEST_PROPERTY],
            "subject": visible_text(document.subtitle)[:_LONGEST_PROPERTY],
            "author": _AUTHOR,
            "created": datetime.combine(document.day or _NO_DAY, time()),
        }
    )
    book.set_custom_property(PROGRAM, OwnMark(PAPER).text)
    looks, words = Looks(book), Words(document.lang)
    for page in pages(flat(document)):
        _draw_page(book, looks, words, document, page)
    book.close()
    return stream.getvalue()


def _draw_page(book: Workbook, looks: Looks, words: Words, document: Document, page: Page) -> None:
    sheet = book.add_worksheet(page.name)
    sheet.hide_gridlines(2)
    widths = grid(page.blocks, is_wide=page.is_wide)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    canvas = Canvas(sheet, looks, widths, words(mark(" … (cut off: too long for a cell)")))
    if document.stamp:
        canvas.put(Piece(canvas.across, document.stamp, XlsxLook.STAMP))
    if page.title:
        canvas.put(Piece(canvas.across, page.title, XlsxLook.TITLE), least=_TITLE_HEIGHT)
    if page.subtitle:
        canvas.put(Piece(canvas.across, page.subtitle, XlsxLook.SUBTITLE))
    main = draw(canvas, page.blocks, is_form=document.genre is Genre.FORM)
    set_up(sheet, words, document.imprint, document.stamp, is_wide=page.is_wide)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{max(1, canvas.row)}"})
    if main:
        _keep_head(canvas, main)


def _keep_head(canvas: Canvas, main: MainTable) -> None:
    """The table's head stays in sight, and stands on every printed page."""
    if main.above <= _FROZEN:
        canvas.sheet.freeze_panes(main.head + 1, 0)
    if main.is_last:
        canvas.sheet.repeat_rows(main.head)


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
