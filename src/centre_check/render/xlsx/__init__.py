"""Draw a document as an .xlsx workbook: a sheet a section, its main table ready to be filtered."""

from centre_check.documents.tree import Document


def render(document: Document) -> bytes:
    """The bytes of the .xlsx. Every text is a text cell, whatever it begins with.

    Two calls give the same bytes.
    """
    # xlsxwriter, which these need, is too slow to load for `--help`.
    from centre_check.render.xlsx.book import book_bytes

    return book_bytes(document)
