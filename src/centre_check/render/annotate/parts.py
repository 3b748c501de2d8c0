"""The parts of a workbook package: found by their relations, replaced, added, declared."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath
from typing import NamedTuple

from centre_check.render.annotate.element import Element
from centre_check.render.annotate.refusal import (
    DAMAGED,
    ENCRYPTED,
    NO_PACKAGE,
    SIGNED,
    NotAnnotated,
)
from centre_check.render.annotate.xml import attribute, children, made, parsed
from centre_check.render.annotate.xml import written as as_bytes
from centre_check.render.annotate.zip_copy import ZipCopy

# What zipfile raises for a zip, or a part in it, that is not whole.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    LookupError,
    ValueError,
    NotImplementedError,
    EOFError,
    OSError,
)
_TYPES = "[content_types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_BASES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",  # strict
)
_WORKBOOK = re.compile(r"spreadsheetml\.(sheet|template)\.main|ms-excel\.\w+\.macroenabled\.main")


class Relation(NamedTuple):
    """What a part is linked to; `path` is in lower case, as parts are found in any case."""

    id: str
    kind: str
    path: str


class Parts:
    """A workbook package that is being changed."""

    def __init__(self, source: bytes) -> None:
        """Open it.

        Raises:
            NotAnnotated: it is no such package, or must not be changed.
        """
        try:
            self._zip = ZipCopy(source)
        except _BROKEN as error:
            raise NotAnnotated(NO_PACKAGE) from error
        if self._zip.is_encrypted:
            raise NotAnnotated(ENCRYPTED)
        self._names = {_plain(name): name for name in self._zip.names}
        if any(name.startswith("_xmlsignatures/") for name in self._names):
            raise NotAnnotated(SIGNED)
        if _TYPES not in self._names:
            raise NotAnnotated(NO_PACKAGE)
        self._changes: dict[str, bytes] = {}
        self._types = self.root(_TYPES)
        self.book = next(
            (one.path for one in self.relations("") if one.kind == "officeDocument"), ""
        )
        if not self.has(self.book) or not _WORKBOOK.search(self._type_of(self.book).lower()):
            raise NotAnnotated(NO_PACKAGE)
        self._is_strict = any(
            attribute(link, "Type").startswith(_BASES[1]) for link in self._links("")
        )

    @property
    def base(self) -> str:
        """The namespace of relations, which in strict OOXML is another one."""
        return _BASES[self._is_strict]

    def has(self, path: str) -> bool:
        """Whether there is such a part."""
        return path.lower() in self._names

    def root(self, path: str) -> Element:
        """A part's XML.

        Raises:
            NotAnnotated: it is not there or cannot be read.
        """
        return parsed(self.read(path), path)

    def read(self, path: str) -> bytes:
        """A part's bytes, as changed so far.

        Raises:
            NotAnnotated: it is not there or cannot be read.
        """
        name = self._names.get(path.lower(), "")
        if name in self._changes:
            return self._changes[name]
        try:
            return self._zip.read(name)
        except _BROKEN as error:
            raise NotAnnotated(DAMAGED, part=path) from error

    def write(self, path: str, content: bytes) -> None:
        """Replace a part, or add it."""
        name = self._names.setdefault(path.lower(), path)
        self._changes[name] = content

    def free(self, pattern: str) -> str:
        """A path that no part has, `{}` in the pattern being a number."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def relations(self, path: str) -> list[Relation]:
        """What a part is linked to inside the package; the package itself is the empty path."""
        folder = dirname(path)
        found = []
        for link in self._links(path):
            if attribute(link, "TargetMode").lower() == "external":
                continue
            target = attribute(link, "Target").replace("\\", "/")
            whole = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            kind = basename(attribute(link, "Type"))
            found.append(Relation(attribute(link, "Id"), kind, whole.lower()))
        return found

    def relate(self, path: str, kind: str, target: str) -> str:
        """Link a part to another one; the link's id."""
        where = _relations_of(path)
        empty = f'<Relationships xmlns="{_PACKAGE}"/>'.encode()
        root = self.root(where) if self.has(where) else parsed(empty, where)
        taken = {attribute(link, "Id") for link in root}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        link = {"Id": f"rId{number}", "Type": f"{self.base}/{kind}", "Target": f"/{target}"}
        root.append(made(root, "Relationship", link))
        self.write(where, as_bytes(root))
        return link["Id"]

    def declare(self, path: str, content_type: str) -> None:
        """Say what a new part is."""
        override = {"PartName": f"/{path}", "ContentType": content_type}
        self._types.append(made(self._types, "Override", override))

    def declare_all(self, extension: str, content_type: str) -> None:
        """Say what all parts with this extension are, unless that is said already."""
        known = (attribute(one, "Extension").lower() for one in children(self._types, "Default"))
        if extension not in known:
            default = {"Extension": extension, "ContentType": content_type}
            self._types.insert(0, made(self._types, "Default", default))

    def content(self) -> bytes:
        """The package with all changes."""
        self.write(_TYPES, as_bytes(self._types))
        return self._zip.with_changes(self._changes)

    def _links(self, path: str) -> Iterator[Element]:
        where = _relations_of(path)
        return children(self.root(where), "Relationship") if self.has(where) else iter(())

    def _type_of(self, path: str) -> str:
        for one in children(self._types, "Override"):
            if _plain(attribute(one, "PartName")) == path:
                return attribute(one, "ContentType")
        extension = path.rpartition(".")[2]
        for one in children(self._types, "Default"):
            if attribute(one, "Extension").lower() == extension:
                return attribute(one, "ContentType")
        return ""


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _relations_of(path: str) -> str:
    return join(dirname(path), "_rels", f"{basename(path)}.rels")
