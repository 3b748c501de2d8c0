"""An .xlsx of plain lines, written without the library that takes longer than an audit."""

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipInfo

_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = f"""<styleSheet xmlns="{_SPACE}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/>
<numFmt numFmtId="165" formatCode="yyyy-mm-dd h:mm:ss"/></numFmts>
<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="1"><fill><patternFill patternType="none"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="164" xfId="0"/>
<xf numFmtId="165" xfId="0"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>"""
_ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")
_FIRST = date(1899, 12, 30)
_PLAIN = (str, int, float, Decimal, date, type(None))
Lines = Iterable[Sequence[object]]


def is_plain(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bool:
    """Whether every entry is of a kind that is written here."""
    return all(isinstance(one, _PLAIN) for own in sheets.values() for line in own for one in line)


def save(path: Path, sheets: Mapping[str, Lines]) -> None:
    """The workbook at `path`, its sheets in their order; the same lines give the same bytes."""
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{at}.xml" '
            f'ContentType="{_KIND}.worksheet+xml"/>'
            for at in numbers
        )
        + "</Types>",
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns="{_SPACE}" xmlns:r="{_OFFICE}"><sheets>'
        + "".join(
            f'<sheet name={quoteattr(title)} sheetId="{at}" r:id="rId{at}"/>'
            for at, title in zip(numbers, sheets, strict=True)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(
            {f"rId{at}": ("worksheet", f"worksheets/sheet{at}.xml") for at in numbers}
            | {"styles": ("styles", "styles.xml")}
        ),
        "xl/styles.xml": _STYLES,
    }
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(ZipInfo(name), _HEAD + text)
        for at, lines in zip(numbers, sheets.values(), strict=True):
            package.writestr(ZipInfo(f"xl/worksheets/sheet{at}.xml"), _HEAD + _sheet(lines))


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    own = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{own}</Relationships>'


def _sheet(lines: Lines) -> str:
    rows = []
    for number, line in enumerate(lines, 1):
        cells = (
            _cell(f"{_letters(at)}{number}", value)
            for at, value in enumerate(line)
            if value is not None
        )
        if inner := "".join(cells):
            rows.append(f'<row r="{number}">{inner}</row>')
    return f'<worksheet xmlns="{_SPACE}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def _letters(at: int) -> str:
    return chr(65 + at) if at < 26 else _letters(at // 26 - 1) + chr(65 + at % 26)


def _cell(ref: str, value: object) -> str:
    if isinstance(value, str):
        if value.startswith("=") and len(value) > 1:
            return f'<c r="{ref}"><f>{escape(value[1:])}</f><v/></c>'
        if value in _ERRORS:
            return f'<c r="{ref}" t="e"><v>{value}</v></c>'
        kept = ' xml:space="preserve"' if value != value.strip() or "\n" in value else ""
        return f'<c r="{ref}" t="inlineStr"><is><t{kept}>{escape(value)}</t></is></c>'
    if isinstance(value, bool):
        return f'<c r="{ref}" t="b"><v>{value:d}</v></c>'
    if isinstance(value, datetime):
        part = (value - datetime.combine(value, datetime.min.time())).total_seconds() / 86400
        return f'<c r="{ref}" s="2"><v>{(value.date() - _FIRST).days + part}</v></c>'
    if isinstance(value, date):
        return f'<c r="{ref}" s="1"><v>{(value - _FIRST).days}</v></c>'
    return f'<c r="{ref}"><v>{value}</v></c>'
