"""Stream XML through expat, whatever its encoding and its namespace prefixes."""

from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from centre_check.workbook.containers.kinds import DamagedFile


class Handler(Protocol):
    """What is told of each element, by its name without a prefix."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins; its attributes keep their prefixes."""

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text within it."""


def parse(xml: bytes, handler: Handler) -> None:
    """Tell `handler` what the XML holds; entities of its own are refused.

    Raises:
        DamagedFile: it is no well-formed XML.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    start, end = handler.start, handler.end
    parser.StartElementHandler = lambda name, attributes: start(local(name), attributes)
    parser.EndElementHandler = lambda name: end(local(name))
    parser.CharacterDataHandler = handler.data
    _run(parser, xml)


def elements(xml: bytes, *names: str) -> list[tuple[str, dict[str, str]]]:
    """The elements of these names in their order, each with its attributes."""
    found: list[tuple[str, dict[str, str]]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if local(tag) in names:
            found.append((local(tag), attributes))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    _run(parser, xml)
    return found


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def _run(parser: expat.XMLParserType, xml: bytes) -> None:
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - expat's own signature
    except (expat.ExpatError, ValueError, LookupError) as error:  # the last two: its encoding
        raise DamagedFile(str(error)) from error


def _refuse(*_: object) -> None:
    raise DamagedFile("entity declaration")  # noqa: EM101 - expat's words would be no better
