"""Bring the Chinese catalogue up to date with the messages in the code: `make words`.

Every message of `src/centre_check`, and every message of click, which speaks through the same
catalogue, stands in `centre_check.po`: translations are kept, new messages come in empty, messages
that the code no longer says go. When nothing is left to translate, `centre_check.mo` is compiled.
"""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "centre_check"
PO = PACKAGE / "words" / "locale" / "zh" / "LC_MESSAGES" / "centre_check.po"
MO = PO.with_suffix(".mo")

# Who says messages, and how many of the first arguments are one: for one thing and for many.
_TEXTS = {"say": 1, "words": 1, "self": 1, "mark": 1, "plural": 2}
_OF_CLICK = {"_": None, "gettext": None, "ngettext": (1, 2)}
_CLICK_MODULES = (
    "core",
    "decorators",
    "exceptions",
    "formatting",
    "parser",
    "shell_completion",
    "termui",
    "types",
)
# What click 8.2 to 8.4 say differently from the installed one; old office machines may have them.
_OF_OTHER_CLICKS: tuple[tuple[str, ...], ...] = (
    ("No such option: {name}",),
    ("Did you mean {possibility}?", "(Possible options: {possibilities})"),
)
_MOVING = {
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Generated-By",
    "Project-Id-Version",
    "Report-Msgid-Bugs-To",
    "Last-Translator",
    "Language-Team",
}


class Said(NamedTuple):
    """One message of the code and where it is said."""

    message: str | tuple[str, str]
    file: str
    line: int


class _Still(Catalog):
    """A catalogue that says nothing about days, machines and versions, so that diffs are quiet."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        headers: list[tuple[str, str]] = super().mime_headers
        return [(name, text) for name, text in headers if name not in _MOVING]


def said_in(file: Path) -> Iterator[Said]:
    """Every message that the module says, in the order of its lines.

    babel's own extractor takes every text inside the brackets, `words(row["name"])` for one too.
    """
    calls = [one for one in ast.walk(ast.parse(file.read_bytes())) if isinstance(one, ast.Call)]
    for call in sorted(calls, key=lambda one: (one.lineno, one.col_offset)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        texts = [_text(argument) for argument in call.args[: _TEXTS.get(name, 0)]]
        given = [text for text in texts if text is not None]
        if given and len(given) == _TEXTS[name]:
            message = given[0] if len(given) == 1 else (given[0], given[1])
            yield Said(message, file.relative_to(PACKAGE.parent).as_posix(), call.lineno)


def said_in_code() -> list[Said]:
    """Every message of the program, module by module."""
    return [said for file in sorted(PACKAGE.rglob("*.py")) for said in said_in(file)]


def _text(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def said_by_click() -> Iterator[tuple[str | tuple[str, ...], str]]:
    """Every message of click that a command line of ours may show, and its module."""
    folder = Path(click.__file__).parent
    for module in _CLICK_MODULES:
        file = folder / f"{module}.py"
        with file.open("rb") as stream:
            for _, message, _, _ in extract("python", stream, _OF_CLICK):
                yield message, f"click/{file.name}"
    for older in _OF_OTHER_CLICKS:
        yield older, "click/exceptions.py"


def read() -> Catalog:
    """The catalogue as it is committed."""
    catalogue = _blank()
    with PO.open("rb") as stream:
        for message in read_po(stream, locale="zh"):
            if message.id:
                catalogue.add(message.id, message.string, message.locations, tuple(message.flags))
    return catalogue


def updated(old: Catalog) -> Catalog:
    """The catalogue of all that is said now, with the translations of the old one."""
    places: dict[tuple[str, ...], set[str]] = {}
    for said in said_in_code():
        places.setdefault(texts(said.message), set()).add(said.file)
    for message, module in said_by_click():
        places.setdefault(texts(message), set()).add(module)
    new = _blank()
    for message, files in places.items():
        known = old.get(message[0])
        said_so_far = texts(known.string)[0] if known is not None else ""
        locations = [(file, 0) for file in sorted(files)]
        if len(message) == 1:
            new.add(message[0], said_so_far, locations)
        else:
            new.add(message, (said_so_far,), locations)
    return new


def _blank() -> Catalog:
    comment = (
        "# Chinese for centre-check: full-width punctuation, 「」 for quotations,\n"
        "# numbers directly before their unit. `make words` brings in what is new in the code."
    )
    return _Still(locale="zh", project="centre-check", header_comment=comment, fuzzy=False)


def texts(message: object) -> tuple[str, ...]:
    """A message, or what it says in Chinese, as the texts for one thing and for many."""
    if isinstance(message, tuple | list):
        return tuple(str(text) for text in message)
    return (str(message or ""),)


def missing(catalogue: Catalog) -> list[Message]:
    """The messages that are not translated yet."""
    return [one for one in catalogue if one.id and not _is_translated(one)]


def _is_translated(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as text, in an order that does not depend on where a message is said."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=100, sort_output=True, include_lineno=False)
    return stream.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    stream = io.BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def main() -> int:
    """Update both files; say what is left to translate."""
    catalogue = updated(read() if PO.exists() else Catalog(locale="zh"))
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(as_po(catalogue))
    left = missing(catalogue)
    for message in left:
        sys.stdout.write(f"not translated: {message.id!r}\n")
    if left:
        return 1
    MO.write_bytes(as_mo(catalogue))
    sys.stdout.write(f"{len(catalogue)} messages, all translated\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
