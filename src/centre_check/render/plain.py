"""Draw a document as a text file."""

from centre_check.documents.tree import Document
from centre_check.render.text import render as lines_of

_WIDTH = 100  # columns


def render(document: Document) -> bytes:
    """The document as UTF-8 text, 100 columns wide."""
    return lines_of(document, _WIDTH).encode()
