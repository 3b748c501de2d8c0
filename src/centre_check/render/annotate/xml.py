"""Read and write the XML of a workbook's parts, whatever their prefixes, keeping all it holds."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from lxml import etree

from centre_check.render.annotate.refusal import DAMAGED, NotAnnotated

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'  # as Excel writes it
_RELATED = re.compile(r"\{(.*/relationships)\}")
_LONGEST_NUMBER = 19  # digits
Element: TypeAlias = Any  # lxml is written in C, without annotations


def parsed(xml: bytes, part: str) -> Element:
    """The root of a part.

    Raises:
        NotAnnotated: it is no well-formed XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotAnnotated(DAMAGED, part=part) from error


def written(root: Element) -> bytes:
    """The part as bytes."""
    xml: bytes = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)
    return _DECLARATION + xml


def local(element: Element) -> str:
    """An element's name without its namespace; empty for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def namespace(element: Element) -> str:
    """The namespace of an element's name."""
    return etree.QName(element).namespace or ""


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of this name, of any namespace."""
    return (child for child in element if local(child) == name)


def child(element: Element, name: str) -> Element | None:
    """The first child of this name."""
    return next(children(element, name), None)


def made(like: Element, name: str, attributes: Mapping[str, str] = {}, text: str = "") -> Element:
    """A new element in the namespace, and with the prefix, of `like`."""
    tag = f"{{{namespace(like)}}}{name}" if namespace(like) else name
    link = next(filter(None, map(_RELATED.match, attributes)), None)
    spaces = {"r": link[1], **like.nsmap} if link else like.nsmap
    element = etree.Element(tag, attributes, nsmap=spaces)
    if text:
        element.text = text
    return element


def put_before(parent: Element, element: Element, followers: frozenset[str]) -> Element:
    """Insert `element` before the first child that is to follow it, else at the end."""
    for at, other in enumerate(parent):
        if local(other) in followers:
            parent.insert(at, element)
            return element
    parent.append(element)
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
    if found is not None:
        return str(found)
    return next((str(v) for k, v in element.items() if k.rpartition("}")[2] == name), "")
