"""The standard as a booklet: every clause with its words, its rule and how it is understood."""

from centre_check.documents import standard_page
from centre_check.documents.papers.material import Material, Paper
from centre_check.documents.papers.parts import imprint
from centre_check.documents.tree import Document
from centre_check.words import Words, mark


def build(material: Material, words: Words) -> Document:
    """The booklet for the levels of the material."""
    page = standard_page.build(material.standards, material.form, words)
    return page._replace(
        blocks=page.blocks[1:],  # the page's own heading is the title
        imprint=imprint(material._replace(centre=None), words),
        lang=words.lang,
        day=material.standards[0].issued,
    )


PAPER = Paper(mark("the standard as a booklet; needs no workbook"), build)
