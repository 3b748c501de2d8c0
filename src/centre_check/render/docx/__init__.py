"""Draw a document as a Word file (.docx) that an office can go on editing."""

from centre_check.documents.tree import Document


def render(document: Document) -> bytes:
    """The bytes of the .docx; two calls give the same."""
    # python-docx, which these need, is too slow to load for `--help`.
    from io import BytesIO

    from centre_check.render.docx.blank import blank, own_part
    from centre_check.render.docx.flow import drawn
    from centre_check.render.docx.looks import LOOKS
    from centre_check.render.docx.pages import set_margins
    from centre_check.render.pinned_zip import FIRST_DAY, pinned_zip

    look = LOOKS[document.genre]
    word = blank(document, look)
    body = word.element.body
    body.clear_content()
    body.remove(body.sectPr)
    body.extend(drawn(document, look))
    set_margins(word, document, look)
    saved = BytesIO()
    word.save(saved)
    return pinned_zip(saved.getvalue(), document.day or FIRST_DAY, own_part)
