"""Write the register as a workbook that people edit, or new entries into one that they edited."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from centre_check.form.types import Form, Kind
from centre_check.model.rectification import RectificationRow

_SHEET = "register"
_WIDTHS = {
    "id": 11, "centre": 22, "level": 12, "criterion": 11, "record": 16, "problem": 42, "kind": 10,
    "measures": 26, "unit": 16, "person": 10, "due": 12, "progress": 10, "done": 12,
    "evidence": 16, "reviewed": 12, "result": 12, "reviewer": 10, "closed": 12, "approver": 10,
    "overdue": 9, "remarks": 18,
}  # fmt: skip
_CHECKED_TO = 1000  # rows that have drop-downs
_MACHINES = ("problem", "reviewed", "result", "progress", "closed", "approver")
_OFFICE_DAY = "yyyy-mm-dd"


def new(rows: Sequence[RectificationRow], form: Form) -> bytes:
    """The register with these rows, its drop-downs and formulas; two calls give the same bytes."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.properties import PageSetupProperties

    from centre_check.render.template_workbook.pinned import MADE_AT, pinned_bytes

    book = Workbook()
    book.properties.created = MADE_AT.replace(tzinfo=None)
    page = book.worksheets[0]
    fields = form.sheet(_SHEET).fields
    page.title = form.sheet(_SHEET).title.zh
    line = Side(style="thin", color="7F7F7F")
    for at, field in enumerate(fields, 1):
        head: Any = page.cell(1, at, field.header)
        head.font, head.fill = Font(name="黑体", size=11), PatternFill("solid", fgColor="D9D9D9")
        head.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        head.border = Border(left=line, right=line, top=line, bottom=line)
        page.column_dimensions[get_column_letter(at)].width = _WIDTHS[field.id]
        if field.kind is Kind.CHOICE:
            words = ",".join(one.title.zh for one in form.dictionaries[field.dictionary])
            letter = get_column_letter(at)
            rule = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True)
            rule.sqref = f"{letter}2:{letter}{_CHECKED_TO}"
            page.add_data_validation(rule)
    columns = {field.id: at for at, field in enumerate(fields, 1)}
    for at, row in enumerate(rows, 2):
        _write(page, at, row, columns, form)
    page.freeze_panes = "D2"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 8  # A3
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    book.properties.creator = "centre-check"
    return pinned_bytes(book)


def changed(
    content: bytes,
    title: str,
    columns: Mapping[str, int],
    rows: Sequence[tuple[RectificationRow | None, RectificationRow]],
    form: Form,
) -> bytes:
    """The workbook with what differs between a row before and after; new ones stand below.

    `columns` are the fields' columns in the sheet `title`, counted from 1; no other cell changes.
    """
    from openpyxl import load_workbook

    from centre_check.render.template_workbook.pinned import pinned_bytes

    book = load_workbook(BytesIO(content))
    page = book[title]
    for before, row in rows:
        if before is not None:
            names = [one for one in _MACHINES if getattr(before, one) != getattr(row, one)]
            _refresh(page, row, {name: columns[name] for name in names}, form)
    for at, row in enumerate((row for before, row in rows if before is None), _end(page) + 1):
        _write(page, at, row, columns, form)
    return pinned_bytes(book)


def _refresh(page: Any, row: RectificationRow, columns: Mapping[str, int], form: Form) -> None:
    said = _said(row, form)
    for name, column in columns.items():
        cell = page.cell(row.at, column)
        cell.value = said[name]
        if isinstance(cell.value, str):
            cell.data_type = "s"
        if name in ("reviewed", "closed"):
            cell.number_format = _OFFICE_DAY


def _end(page: Any) -> int:
    """The last row in which anything stands."""
    rows = range(page.max_row, 0, -1)
    columns = range(1, page.max_column + 1)
    filled = (at for at in rows if any(page.cell(at, x).value is not None for x in columns))
    return next(filled, 1)


def _write(
    page: Any, at: int, row: RectificationRow, columns: Mapping[str, int], form: Form
) -> None:
    """A row of its own; a text is a text, whatever it begins with."""
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    from centre_check.render.template_workbook import layout

    line = Side(style="thin", color="7F7F7F")
    said = _said(row, form)
    for name, column in columns.items():
        cell = page.cell(at, column)
        cell.value = said.get(name) or None
        if isinstance(cell.value, str):
            cell.data_type = "s"
        cell.font = Font(name="宋体", size=11)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        cell.border = Border(left=line, right=line, top=line, bottom=line)
        if form.sheet(_SHEET).by_id()[name].kind is Kind.DATE:
            cell.number_format = _OFFICE_DAY
    texts = ((str(said[name]), _WIDTHS[name]) for name in columns if said.get(name))
    lines = max(layout.lines(text, width) for text, width in texts)
    page.row_dimensions[at].height = layout.LINE_HEIGHT * lines + 4  # WPS fits no wrapped rows
    due, done, closed = (
        f"{get_column_letter(columns[name])}{at}" for name in ("due", "done", "closed")
    )
    page.cell(at, columns["overdue"]).value = (
        f'=IF(OR({due}="",{closed}<>""),"",'
        f'IF(IF({done}="",TODAY(),{done})>{due},IF({done}="",TODAY(),{done})-{due},""))'
    )
    page.cell(at, columns["overdue"]).number_format = "0"


def _said(row: RectificationRow, form: Form) -> dict[str, Any]:
    def choice(dictionary: str, id_: str) -> str:
        return next((one.title.zh for one in form.dictionaries[dictionary] if one.id == id_), "")

    return {
        "id": row.id,
        "centre": row.centre,
        "level": row.level,
        "criterion": row.criterion,
        "record": row.record,
        "problem": row.problem,
        "kind": choice("kind", row.kind),
        "due": row.due,
        "progress": choice("progress", row.progress),
        "reviewed": row.reviewed,
        "result": choice("result", row.result or ""),
        "closed": row.closed,
        "approver": row.approver,
    }
