"""What stands in the margin of every printed page, as CSS: stamp, imprint, page number."""

from centre_check.documents.tree import Document
from centre_check.words import Words, mark

_PAGE, _PAGES = "\ue000", "\ue001"  # stand for the two counters until the text is CSS


def paper(document: Document, words: Words) -> str:
    """The margin boxes of `document`; texts are written as escapes only, so that none is CSS."""
    number = words(mark("Page {page} of {pages}"), page=_PAGE, pages=_PAGES)
    shown = _string(number)
    for stand_in, counter in ((_PAGE, "page"), (_PAGES, "pages")):
        shown = shown.replace(_string(stand_in)[1:-1], f'" counter({counter}) "')
    return (
        "\n@page {\n"
        f"  @top-left {{ content: {_string(document.stamp)}; }}\n"
        f"  @bottom-left {{ content: {_string(' · '.join(document.imprint))}; }}\n"
        f"  @bottom-right {{ content: {shown}; }}\n"
        "}\n"
        "@page :first { @top-left { content: none; } }\n"  # the stamp stands at the head there
    )


def _string(text: str) -> str:
    """A CSS string of escapes."""
    return '"' + "".join(f"\\{ord(char):06x}" for char in text) + '"'
