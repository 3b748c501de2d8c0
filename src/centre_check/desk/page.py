"""Put an office's own standard, title and contact into a built page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from centre_check.desk.outputs import check_outputs, write_whole
from centre_check.errors import UsageProblem
from centre_check.words import mark

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {"zh": "标准化创业中心自查.html", "en": "centre-self-check.html"}
_BLOCK = re.compile(r'<script type="application/json" id="office">(.*?)</script>', re.DOTALL)
_STANDARD = "standard"  # what the page calls it
_LONGEST = 200  # characters of a title or a contact line


def office_block(
    *, lang: str, title: str = "", contact: str = "", files: dict[str, str] | None = None
) -> str:
    """What a page knows of the office that gives it out; the first of `files` is its standard."""
    said = {"lang": lang, "title": title, "contact": contact, "files": files or {}}
    # No `<` of a text may end the element that holds it.
    text = json.dumps(said, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" id="office">{text}</script>'


def put_office(
    source: Path, target: Path, *, standard: str | None, title: str, contact: str
) -> None:
    """Write the built page at `source` with an office's own standard, checked, and its words.

    Raises:
        UsageProblem: it is no built page, a line is too long, or nothing is to be put in.
        BrokenFile: the standard or its form has mistakes; all at once.
        OutputError: the page cannot be written.
    """
    from centre_check.standard.locations import locate

    if not (standard or title or contact):
        raise UsageProblem(
            mark("nothing is to be put into the page"),
            mark("give one of {options}"),
            options="--standard --title --contact",
        )
    path = locate(standard) if standard else None
    check_outputs([target], [source, *([path] if path else [])], (".html",))
    page = _read(source)
    found = _BLOCK.search(page)
    if found is None:
        raise UsageProblem(
            mark("{path} is no offline page"),
            mark("take the file called {name}"),
            path=source,
            name=NAMES["zh"],
        )
    for text in (title, contact):
        if len(text) > _LONGEST:
            raise UsageProblem(
                mark("“{text}…” is longer than {n} characters"),
                mark("write it on one line"),
                text=text[:20],
                n=_LONGEST,
            )
    known = json.loads(found[1])
    block = office_block(
        lang=known["lang"],
        title=title or known["title"],
        contact=contact or known["contact"],
        files=_files(path) if path else known["files"],
    )
    write_whole(target, (page[: found.start()] + block + page[found.end() :]).encode())


def _read(source: Path) -> str:
    try:
        return source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageProblem(
            mark("{path} cannot be read: {cause}"),
            mark("check the path"),
            path=source,
            cause=getattr(error, "strerror", None) or error,
        ) from error


def _files(path: Path) -> dict[str, str]:
    """The standard with its form and what both compile to, which spares the page half its start.

    Raises:
        BrokenFile: one of them has mistakes.
    """
    from centre_check.standard import shelf
    from centre_check.standard.compile import compiled_files
    from centre_check.standard.load import decoded

    edition = shelf.take(str(path))
    form, named = edition.form_path, edition.resolve(edition.levels[0].id).form
    where = named if (path.parent / named).is_file() else f"forms/{named}.yaml"
    compiled = {}
    for name, text in compiled_files(path):
        own = name.removeprefix(path.stem)
        compiled[f"compiled/{name if own == name else _STANDARD + own}"] = text
    return {
        f"{_STANDARD}.yaml": decoded(path, path.read_bytes()),
        where: decoded(form, form.read_bytes()),
        **compiled,
    }
