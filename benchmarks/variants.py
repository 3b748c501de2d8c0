"""Write many workbooks quickly: four different ones, made different in name, code and figures.

Only what differs is packed anew. A name is 第00001创业中心, a code 610000000001, an area of 400 to
999 ㎡: they stand for themselves in a workbook as in its result.
"""

import re
import zipfile
from functools import cache
from pathlib import Path

from benchmarks.make_centres import make_centres

_OWN = "第{:05}创业中心", "61{:010}"
_AREA = re.compile(rb"(<v>)[1-9][0-9]{2}(</v>)")
_PATH = re.compile(rb'"path":"[^"]*"')
_SHA256 = re.compile(rb'"sha256":"[0-9a-f]{64}"')


def make_variants(folder: Path, count: int) -> None:
    """Write `count` workbooks below `folder`."""
    kinds = folder.parent / "kinds"
    if not kinds.exists():
        make_centres(kinds, 4)
    packages = sorted(kinds.rglob("*.xlsx"))
    for at in range(count):
        county = folder / f"第{at // 110 + 1:02}市" / f"第{at // 11 % 10 + 1:02}县"
        county.mkdir(parents=True, exist_ok=True)
        _write(county / f"{at:05}.xlsx", packages[at % 4], at % 4, at)


def _write(path: Path, package: Path, kind: int, number: int) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for name, content in _parts(package).items():
            changed = content
            if name == "xl/sharedStrings.xml":
                changed = _named(content, kind, number)
            elif name == "xl/worksheets/sheet1.xml":
                area = f"{400 + number * 7 % 600}".encode()
                changed = _AREA.sub(rb"\g<1>" + area + rb"\2", content, count=1)
            target.writestr(zipfile.ZipInfo(name), changed, zipfile.ZIP_DEFLATED, 1)


@cache
def _parts(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as source:
        return {name: source.read(name) for name in source.namelist()}


def _named(content: bytes, kind: int, number: int) -> bytes:
    for own in _OWN:
        content = content.replace(own.format(kind + 1).encode(), own.format(number + 1).encode())
    return content


def varied(line: bytes, kind: int, number: int) -> bytes:
    """The line of a result, as if it were that of another workbook."""
    line = _PATH.sub(f'"path":"{number:05}.xlsx"'.encode(), line, count=1)
    line = _SHA256.sub(f'"sha256":"{number:064x}"'.encode(), line, count=1)
    found = f"实测{400 + number * 7 % 600}㎡".encode()
    line = re.sub("实测[0-9]+㎡".encode(), found, line)
    return _named(line, kind, number)
