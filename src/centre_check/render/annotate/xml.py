"""Change the XML of a workbook's parts where it has to change: all other bytes stay as they are."""

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from centre_check.render.annotate.element import Element, quoted, scanned
from centre_check.render.annotate.refusal import DAMAGED, NotAnnotated

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'  # as Excel writes it
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["'][^>]*\?>""")
_BOM = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LONGEST_NUMBER = 19  # digits
_LEVELS = 2  # below an element that are looked at together: of a sheet its parts and its rows


def parsed(xml: bytes, part: str) -> Element:
    """The root of a part.

    Raises:
        NotAnnotated: it is no well-formed XML.
    """
    try:
        return scanned(_in_utf8(xml), _LEVELS)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise NotAnnotated(DAMAGED, part=part) from error


def written(root: Element) -> bytes:
    """The part as bytes."""
    return root.whole(_DECLARATION)


def namespace(root: Element) -> str:
    """The namespace of a root's name."""
    prefix, colon, _ = root.name.rpartition(":")
    return root.get(f"xmlns{colon}{prefix}")


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of this name, of any namespace."""
    return (child for child in element if child.local == name)


def child(element: Element, name: str) -> Element | None:
    """The first child of this name."""
    return next(children(element, name), None)


def made(like: Element, name: str, attributes: Mapping[str, str] = {}, text: str = "") -> Element:
    """A new element with the prefix of `like`, somewhere in which it is to be put."""
    prefix, colon, _ = like.name.rpartition(":")
    whole = f"{prefix}{colon}{name}"
    given = "".join(f" {key}={quoted(value).decode()}" for key, value in attributes.items())
    return scanned(
        (f"<{whole}{given}>{escape(text)}</{whole}>" if text else f"<{whole}{given}/>").encode()
    )


def linked(
    like: Element, name: str, attributes: Mapping[str, str], *, base: str, link: str
) -> Element:
    """A new element that leads to the part of this `link`; `base` is the namespace of links."""
    prefix = "link" if like.name.startswith("r:") else "r"
    return made(like, name, {**attributes, f"xmlns:{prefix}": base, f"{prefix}:id": link})


def new_root(like: Element, name: str) -> Element:
    """The root of a new part in the namespace of `like`, which is a root as well."""
    return scanned(f"<{name} xmlns={quoteattr(namespace(like))}/>".encode())


def put_before(parent: Element, element: Element, followers: frozenset[str]) -> Element:
    """Insert `element` before the first child that is to follow it, else at the end."""
    at = (number for number, other in enumerate(parent) if other.local in followers)
    parent.insert(next(at, len(parent)), element)
    return element


def child_made(parent: Element, name: str, followers: frozenset[str]) -> Element:
    """The first child of this name; where there is none, it is made where it belongs."""
    found = child(parent, name)
    return put_before(parent, made(parent, name), followers) if found is None else found


def number(element: Element, name: str, otherwise: int = 0) -> int:
    """An attribute that is a whole number; `otherwise` where it is none or not there."""
    text = attribute(element, name).strip()
    return int(text) if text.isdecimal() and len(text) < _LONGEST_NUMBER else otherwise


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without a prefix; empty where there is none."""
    found = element.get(name)
    if found:
        return found
    prefixed = (v for k, v in element.items() if k.endswith(f":{name}") and k[:6] != "xmlns:")
    return next(prefixed, "")


def _in_utf8(xml: bytes) -> bytes:
    """The part in the encoding in which anything can be added to it."""
    if xml.startswith(_WIDE_MARKS):
        text = xml.decode("utf-16")
        return _DECLARATION + re.sub(r"\A\s*<\?xml[^>]*\?>", "", text).encode()
    found = _DECLARED.match(xml.removeprefix(_BOM))
    if found is None or found[1].lower() in (b"utf-8", b"utf8"):
        return xml
    return _DECLARATION + xml[found.end() :].decode(found[1].decode()).encode()
