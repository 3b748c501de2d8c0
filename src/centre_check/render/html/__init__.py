"""Draw a document as one HTML file that loads nothing, with or without JavaScript."""

import base64
import hashlib
from pathlib import Path

from centre_check.documents.tree import Document, Genre
from centre_check.render.html.controls import choices, control_words
from centre_check.render.html.view import view
from centre_check.render.visible import visible
from centre_check.words import Words, mark

_HERE = Path(__file__).parent


def render(document: Document) -> bytes:
    """The document as HTML in UTF-8: style and script inside, and allowed by their hashes only."""
    from minijinja import Environment

    shown, words = visible(document), Words(document.lang)
    page = view(shown)
    style = _part("page.css") + paper(shown, words) + page.style
    script = _part("page.js")
    environment = Environment(
        trim_blocks=True, lstrip_blocks=True, undefined_behavior="strict", debug=False
    )
    text = environment.render_str(
        _part("page.html"),
        "page.html",  # the name decides that every value is escaped
        title=shown.title,
        title_parts=shown.title_parts or [shown.title],
        subtitle=shown.subtitle,
        stamp=shown.stamp,
        imprint=shown.imprint,
        lang={"zh": "zh-CN"}.get(shown.lang, shown.lang),
        day=shown.day.isoformat() if shown.day else "",
        is_roomy=page.is_roomy,
        parts=page.parts,
        genre=str(shown.genre),
        contents=page.contents,
        choices=[] if shown.genre is Genre.LETTER else choices(shown, words),
        words=control_words(words),
        policy=_policy(style, script),
        style=style,
        script=script,
    )
    return (text + "\n").encode()


def _part(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """What a browser may load and run: this very style, this very script, and nothing else."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


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
