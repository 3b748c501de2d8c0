"""Draw a document as one HTML file that loads nothing, with or without JavaScript."""

import base64
import hashlib
from pathlib import Path

from centre_check.documents.tree import Document, Genre
from centre_check.render.html.controls import choices, control_words
from centre_check.render.html.paper import paper
from centre_check.render.html.view import view
from centre_check.render.visible import visible
from centre_check.words import Words

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
