"""What the look of a cell says: formats that change a number, texts stored in unusual ways."""

# ruff: noqa: E501

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import Workbook

from conftest import CENTRE, STAFF

from .layout import BIG, Layout, check, each

AREA = "01 总面积(㎡)"


def formatted(
    cell: str, value: object, code: str, sheet: str = CENTRE
) -> Callable[[Workbook], object]:
    def book(book: Workbook) -> None:
        book[sheet][cell].value = value
        book[sheet][cell].number_format = code

    return book


def _area(value: float, code: str, said: str) -> Layout:
    return Layout(
        f"{value} shown as {code}",
        book=formatted("B7", value, code),
        clauses={"HY-YJ-04": said},
        level=BIG,
    )


def in_xml(old: str, new: str) -> Callable[[Path], object]:
    """Rewrites something in each sheet where it stands."""

    def file(path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name).decode() for name in package.namelist()}
        sheets = [name for name in parts if "worksheets/sheet" in name and old in parts[name]]
        assert sheets
        _write(path, parts | {name: parts[name].replace(old, new) for name in sheets})

    return file


def shared(old: str = "", new: str = "", index: str = "{}") -> Callable[[Path], object]:
    """Puts all texts into a part of their own, as Excel does, where one may be written otherwise."""

    def file(path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name).decode() for name in package.namelist()}
        texts: list[str] = []

        def moved(found: re.Match[str]) -> str:
            texts.append(found[1])
            return f't="s"><v>{index.format(len(texts) - 1)}</v>'

        for name in [name for name in parts if "worksheets/sheet" in name]:
            parts[name] = re.sub('t="inlineStr"><is><t>(.*?)</t></is>', moved, parts[name])
        items = "".join(f"<si><t>{text}</t></si>" for text in texts)
        assert old in items
        space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{space}">{items.replace(old, new)}</sst>'
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
        part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
        parts[TYPES] = parts[TYPES].replace("</Types>", part)
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
        link = (
            f'<Relationship Id="texts" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
        )
        parts[LINKS] = parts[LINKS].replace("</Relationships>", link)
        _write(path, parts)

    return file


TYPES, LINKS = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"


def _write(path: Path, parts: Mapping[str, str]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


FORMATS = (
    _area(480, "0!m²", "fail 480"),
    _area(480, "0!m!²", "fail 480"),
    _area(480, "0!平!方!米", "fail 480"),
    _area(0.048, '0.000"万㎡"', "fail 480"),
    _area(0.052, '0.000"万㎡"', "pass 520"),
    _area(0.048, '0.000"公顷"', "fail 480"),
    _area(4.8, '0.0"百㎡"', "fail 480"),
    _area(0.048, "0.000\\万\\㎡", "fail 480"),
    _area(480, '0"㎡"', "fail 480"),
    _area(520, '0"平方英尺"', "unknown"),
    _area(480, "#,##0.00_ ", "fail 480"),
    _area(5200, '0!.0,"万㎡"', "pass 5200"),
    _area(5200, '0.0,"千㎡"', "pass 5200"),
    _area(520, '"约"0', "unknown"),
    _area(480, "[红色]0!m²;[蓝色]-0", "fail 480"),
    _area(600, '0"㎡";;', "pass 600"),
    _area(480, '0"d"', "fail 480"),
    Layout("a capacity shown in rooms", book=formatted("B9", 20, '0"间"'), clauses={"HY-YJ-05": "unknown"}),
    Layout("a capacity shown in households", book=formatted("B9", 12, '0"户"'), clauses={"HY-YJ-05": "pass 12"}),
    Layout("a leaving date shown as a date with escapes", book=formatted("G3", 43900, "yyyy!年m!月d!日", STAFF), clauses={"HY-RY-03": "fail 2"}),
    Layout("a leaving date shown as a date in words", book=formatted("G3", 43900, 'yyyy"年"m"月"d"日"', STAFF), clauses={"HY-RY-03": "fail 2"}),
)  # fmt: skip
LEFT = {"03 离岗日期 2": "2020-03-10"}
TEN = "2020-03-10"
STORED = (
    Layout("a leaving date among shared texts", LEFT, {"HY-RY-03": "fail 2"}, file=shared()),
    Layout("a leaving date in CDATA", LEFT, {"HY-RY-03": "fail 2"}, file=shared(TEN, f"<![CDATA[{TEN}]]>")),
    Layout("a leaving date half in CDATA", LEFT, {"HY-RY-03": "fail 2"}, file=shared(TEN, "2020<![CDATA[-03-10]]>")),
    Layout("a leaving date beside a comment", LEFT, {"HY-RY-03": "fail 2"}, file=shared(TEN, "2020-<!-- x -->03-10")),
    Layout("an empty CDATA is no leaving date", LEFT, {}, file=shared(TEN, "<![CDATA[]]>")),
    Layout("indexes with a blank before them", LEFT, {"HY-RY-03": "fail 2"}, file=shared(index=" {}")),
    Layout("indexes with a line break behind them", LEFT, {"HY-RY-03": "fail 2"}, file=shared(index="{}\n")),
    Layout("indexes in CDATA", LEFT, {"HY-RY-03": "fail 2"}, file=shared(index="<![CDATA[{}]]>")),
    Layout("an inline date in CDATA", LEFT, {"HY-RY-03": "fail 2"}, file=in_xml(TEN, f"<![CDATA[{TEN}]]>")),
    Layout("an area with blanks around it", {AREA: 480}, {"HY-YJ-04": "fail 480"}, level=BIG, file=in_xml("<v>480</v>", "<v> 480\n</v>")),
    Layout("an area in CDATA", {AREA: 480}, {"HY-YJ-04": "fail 480"}, level=BIG, file=in_xml("<v>480</v>", "<v><![CDATA[480]]></v>")),
)  # fmt: skip


@each(FORMATS + STORED)
def test_layout(layout: Layout, tmp_path: Path) -> None:
    check(layout, tmp_path)
