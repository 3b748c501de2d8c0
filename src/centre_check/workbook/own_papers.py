"""The mark of our own papers, so that none of them is ever taken for a centre's workbook."""

import re
from typing import IO, NamedTuple

PROGRAM = "centre-check"
PART = "docProps/custom.xml"
PART_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
PART_LINK = "custom-properties"
PAPER, ANNOTATED, INSPECTOR = "paper", "annotated", "inspector"
_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006"
_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of every property that is not built in
_OWN = re.compile(
    rf'<property [^<>]*name="{PROGRAM}"[^<>]*>\s*<vt:lpwstr[^<>]*>([^<]*)</vt:lpwstr>\s*</property>'
)
_NUMBER = re.compile(r'pid="([0-9]+)"')
_TAIL = 80  # bytes at the end of a .csv file, after which a spreadsheet program may put commas
_LARGEST = 1 << 20  # bytes that properties may have


class OwnMark(NamedTuple):
    """What we made: a paper, or the annotated copy of the workbook with this hash.

    `sheet` is the sheet that was put before those of the workbook.
    """

    kind: str
    sha256: str = ""
    sheet: str = ""

    @property
    def text(self) -> str:
        """The mark as the value of a property."""
        return " ".join(filter(None, self))


def mark_of(content: bytes | IO[bytes]) -> OwnMark | None:
    """The mark of a package, None for one that is not ours, and for what is no package."""
    import io
    import zipfile
    import zlib

    broken: tuple[type[Exception], ...] = (zipfile.BadZipFile, zlib.error, OSError, EOFError)
    broken += (ValueError, LookupError, RuntimeError)  # the last one where it is encrypted
    try:
        with zipfile.ZipFile(
            io.BytesIO(content) if isinstance(content, bytes) else content
        ) as parts:
            names = {name.replace("\\", "/").lower(): name for name in parts.namelist()}
            info = parts.getinfo(names[PART.lower()]) if PART.lower() in names else None
            if info is None or info.file_size > _LARGEST:
                return None
            found = _OWN.search(parts.read(info).decode("utf-8", "replace"))
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        LookupError,
        RuntimeError,
    ):
        return None
    if found is None:
        return None
    kind, sha256, sheet = (*_unescaped(found[1]).split(" ", 2), "", "")[:3]
    return OwnMark(kind, sha256, sheet)


def may_be_marked(content: bytes) -> bool:
    """Whether a package has properties at all that may hold a mark; most have none."""
    return PART.encode() in content


def is_own_table(content: bytes) -> bool:
    """Whether a .csv file ends with our mark."""
    return PROGRAM.encode() in content[-_TAIL:]


def marked_properties(mark: OwnMark, before: bytes = b"") -> bytes:
    """The part with the mark, besides the properties that were there before."""
    own = _OWN.sub("", before.decode("utf-8", "replace"))
    number = max((int(one) for one in _NUMBER.findall(own)), default=1) + 1
    line = (
        f'<property fmtid="{_ID}" pid="{number}" name="{PROGRAM}">'
        f'<vt:lpwstr xmlns:vt="{_SPACE}/docPropsVTypes">{_escaped(mark.text)}</vt:lpwstr>'
        "</property>"
    )
    if "</Properties>" in own:
        return own.replace("</Properties>", f"{line}</Properties>").encode()
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_SPACE}/custom-properties">{line}</Properties>'
    ).encode()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
