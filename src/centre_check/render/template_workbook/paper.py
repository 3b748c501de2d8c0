"""How a sheet prints: A4, one page wide, headers repeated, pages numbered."""

from dataclasses import dataclass

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from centre_check.render.template_workbook import fixed_words


@dataclass(frozen=True, slots=True)
class TemplatePaper:
    """How a sheet lies on paper; on how many `pages` at most, 0 for as many as needed.

    Only a sheet of fixed size has an `area`: rows that a clerk adds to a table are printed too.
    """

    area: str = ""
    landscape: bool = False
    repeated_row: int | None = None
    pages: int = 0


def set_up(sheet: Worksheet, paper: TemplatePaper, title: str) -> None:
    """Set the sheet up for printing, `title` at the head of every page."""
    sheet.page_setup.paperSize = "9"  # A4
    sheet.page_setup.orientation = "landscape" if paper.landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, paper.pages
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(
        left=0.5, right=0.5, top=0.7, bottom=0.7, header=0.35, footer=0.35
    )
    sheet.print_options.horizontalCentered = True
    if paper.repeated_row:
        sheet.print_title_rows = f"{paper.repeated_row}:{paper.repeated_row}"
    if paper.area:
        sheet.print_area = paper.area
    header, footer = HeaderFooterItem(), HeaderFooterItem()
    header.left.text = title.replace("&", "&&")
    header.right.text = sheet.title
    footer.center.text = fixed_words.FOOTER
    sheet.oddHeader, sheet.oddFooter = header, footer
