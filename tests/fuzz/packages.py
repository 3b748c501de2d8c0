"""Change a workbook where its parser looks: XML and records inside a zip, records inside OLE."""

import io
import random
import re
import struct
import zipfile
from collections.abc import Sequence

from tests.fuzz import mutate

_TAG = re.compile(r"(<[^<>]*>)")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_RARELY_READ = ("docProps/", "xl/theme/", "META-INF/", "mimetype")
_RAW = 0.08  # the share of changes to the packed bytes themselves
_TEXT = (",", "\t", ";", '"', '""', "\r\n", '="007"', "sep=;\n", "=A1", "'")  # of .csv
_BIFF_START = b"\x09\x08\x10\x00"
_WORDS = (*mutate.words("books"), "", " ", "9" * 400, "x" * 300)
_ELEMENTS = (*mutate.words("elements"), "\x1b[31m", "\x9b31m", "\ufffe")


def changed(dice: random.Random, content: bytes, other: bytes) -> bytes:
    """The workbook with one to a few changes; `other` is one to take from."""
    for _ in range(1 + int(dice.expovariate(0.8))):
        if dice.random() < _RAW:
            content = mutate.data(dice, content, other)
        elif content.startswith(b"PK"):
            content = _in_zip(dice, content, other)
        elif content.startswith(b"\xd0\xcf"):
            content = _in_ole(dice, content)
        else:
            content = _in_text(dice, content, other)
    return content


def _in_zip(dice: random.Random, content: bytes, other: bytes) -> bytes:
    members = _members(content)
    names = [name for name in members if not name.startswith(_RARELY_READ)] or list(members)
    if not names:
        return mutate.data(dice, content, other)
    name = dice.choice(names)
    donors = [part for key, part in _members(other).items() if key[-4:] == name[-4:]]
    members[name] = _member(dice, name, members[name], dice.choice(donors) if donors else b"")
    if dice.random() < 0.03:
        del members[dice.choice(names)]
    return _packed(members)


def _members(content: bytes) -> dict[str, bytes]:
    """The members of a zip, none of one that cannot be unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {one.filename: archive.read(one) for one in archive.infolist()}
    except Exception:  # noqa: BLE001 - of a zip that an earlier change has ruined
        return {}


def _packed(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _member(dice: random.Random, name: str, part: bytes, other: bytes) -> bytes:
    if name.endswith(".bin"):
        return _in_records(dice, part)
    if name.endswith(".csv"):
        return _in_text(dice, part, other)
    if dice.random() < _RAW:
        return mutate.data(dice, part, other)
    return _in_xml(dice, part.decode("utf-8", "surrogateescape"), other)


def _in_text(dice: random.Random, content: bytes, other: bytes) -> bytes:
    if dice.random() < 0.3:
        return mutate.data(dice, content, other)
    shown = content.decode("utf-8", "surrogateescape")
    tokens = (*_WORDS, *_TEXT)
    changed = mutate.text(dice, shown, tokens, other.decode("utf-8", "replace"))
    encoding = dice.choice(("utf-8",) * 9 + ("gb18030", "utf-16", "utf-8-sig"))
    return changed.encode(encoding, "surrogateescape" if encoding == "utf-8" else "replace")


def _in_xml(dice: random.Random, xml: str, other: bytes) -> bytes:
    """One tag, attribute or text changed, or a run of them moved."""
    tokens = _TAG.split(xml)
    at = dice.randrange(len(tokens))
    end = min(len(tokens), at + 1 + int(dice.expovariate(0.1)))
    match dice.randrange(8):
        case 0 | 1 | 2:
            tags = [n for n in range(len(tokens)) if "=" in tokens[n] and tokens[n][0] == "<"]
            at = dice.choice(tags) if tags else at
            tokens[at] = _in_tag(dice, tokens[at])
        case 3 | 4:
            texts = [n for n in range(len(tokens)) if tokens[n] and tokens[n][0] != "<"]
            at = dice.choice(texts) if texts else at
            odd = dice.random() < 0.5
            tokens[at] = dice.choice(_WORDS) if odd else mutate.text(dice, tokens[at], _WORDS)
        case 5:
            tokens.insert(at, dice.choice(_ELEMENTS))
        case 6:
            tokens[at:end] = tokens[at:end] * dice.choice((0, 2, 2, 9))
        case _:
            donors = _TAG.split(other.decode("utf-8", "replace"))
            start = dice.randrange(len(donors))
            tokens[at:end] = donors[start : start + end - at]
    return "".join(tokens).encode("utf-8", "surrogateescape")


def _in_tag(dice: random.Random, tag: str) -> str:
    found = list(_ATTRIBUTE.finditer(tag))
    if not found:
        return tag
    one = dice.choice(found)
    name, value = one.groups()
    match dice.randrange(6):
        case 0:
            new = ""
        case 1:
            new = f'{dice.choice(("t", "s", "r", "hidden", "ref", "x"))}="{value}"'
        case 2:
            new = f'{name}="{dice.choice(found)[2]}"'
        case 3:
            new = f'{name}="{mutate.text(dice, value, _WORDS)}"'
        case _:
            new = f'{name}="{dice.choice(_WORDS).replace(chr(34), "&quot;")}"'
    return tag[: one.start()] + new + tag[one.end() :]


def _in_records(dice: random.Random, part: bytes) -> bytes:
    """A part of an .xlsb with a record changed, its size kept right more often than not."""
    spans = _spans(part)
    if not spans or dice.random() < 0.2:
        return mutate.data(dice, part, part)
    start, body, end = dice.choice(spans)
    match dice.randrange(4):
        case 0:
            return part[:start] + part[end:]
        case 1:
            _, _, last = dice.choice([span for span in spans if span[2] >= end])
            return part[:last] + part[start:end] + part[last:]
        case _:
            new = mutate.data(dice, part[body:end], part[body:end])[: end - body]
            return part[:body] + new.ljust(end - body, b"\0") + part[end:]


def _spans(part: bytes) -> list[tuple[int, int, int]]:
    """Where each BIFF12 record starts, where its body does and where it ends."""
    spans, at = [], 0
    while at < len(part):
        start = at
        at += 1 + (part[at] >= 0x80)
        size = shift = 0
        while at < len(part):
            size |= (part[at] & 0x7F) << shift
            shift, at = shift + 7, at + 1
            if part[at - 1] < 0x80:
                break
        spans.append((start, at, at + size))
        at += size
    return [span for span in spans if span[2] <= len(part)]


def _in_ole(dice: random.Random, content: bytes) -> bytes:
    """An .xls with the type, the size or the body of one of its records changed."""
    records = _biff(content)
    if not records or dice.random() < 0.1:
        return mutate.data(dice, content, content)
    at, size = dice.choice(records)
    out = bytearray(content)
    match dice.randrange(8):
        case 0:
            struct.pack_into(
                "<H", out, at + 2, dice.choice((0, 1, size + 1, size + 4, 8224, 65535))
            )
        case 1:
            struct.pack_into(
                "<H", out, at, struct.unpack_from("<H", out, dice.choice(records)[0])[0]
            )
        case _:
            new = mutate.data(dice, content[at + 4 : at + 4 + size], content[:size])[:size]
            out[at + 4 : at + 4 + len(new)] = new
    return bytes(out)


def _biff(content: bytes) -> Sequence[tuple[int, int]]:
    """Where the records of the workbook's stream stand, and their sizes."""
    at, records = content.find(_BIFF_START), []
    while at >= 0 and at + 4 <= len(content):
        type_, size = struct.unpack_from("<HH", content, at)
        if type_ == 0 and size == 0:
            break
        records.append((at, size))
        at += 4 + size
    return records
