"""The scripts that write result workbooks: ours, and the library alone on the same texts."""

_ROWS = """
marks = ("符合", "不符合", "无法判定")
rows = [
    (
        str(at),
        f"HY-YJ-{at % 30:02}",
        marks[at % 3],
        f"03 运营管理人员!B{at}",
        f"实测{at}㎡，要求不低于500㎡，差{at % 97}㎡（01 基本信息!B{at}）",
        "补足面积后重新填报",
    )
    for at in range(20_000)
]
"""
# A process of the command line looks for cycles as seldom, and frees nothing at its end.
TABLE = f"""{_ROWS}
import gc, os
gc.set_threshold(200_000)
from centre_check.documents.tree import Document, Section, Table, TableRow
from centre_check.model.outcomes import Outcome
from centre_check.render.xlsx import render
tones = (Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN)
lines = tuple(TableRow(row, tones[at % 3]) for at, row in enumerate(rows))
head = ("序号", "条款", "结论", "单元格", "说明", "备注")
render(Document("全部问题", (Section("全部问题", (Table(head, lines),), is_wide=True),)))
os._exit(0)
"""
BARE_TABLE = f"""{_ROWS}
import io, xlsxwriter
book = xlsxwriter.Workbook(io.BytesIO(), {{"in_memory": True}})
sheet = book.add_worksheet()
for at, row in enumerate(rows):
    for column, text in enumerate(row):
        sheet.write_string(at, column, text)
book.close()
"""
# A workbook of one table with so many rows, and every twentieth row marked in it.
_MARKED_REFS = 'refs = [f"C{row}" for row in range(4, rows, 20)]'
ANNOTATED = f"""
import sys
from datetime import date
from pathlib import Path
from centre_check.model.facts import Cell, Input
from centre_check.model.findings import Audit, Finding, Reason
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.render.annotate import annotate
from centre_check.words import Words
rows = int(sys.argv[2])
{_MARKED_REFS}
cells = tuple(Cell("03 运营管理人员", ref, "", None) for ref in refs)
words = "HY-RY-03", "3", "原文", "专职人员达到要求", Outcome.FAIL, "实有3人，差2人", "", "", ""
finding = Finding(*words, reasons=(Reason("blank", cells),), cells=cells)
source = Path(sys.argv[1]).read_bytes()
read = Input(sys.argv[1], "", len(source))
audit = Audit(
    read, "", "", "", "", None, "", (), "", "", {{}}, {{}}, date(2026, 6, 30), "",
    Verdict.NON_COMPLIANT,
    (finding,), (), (),
)
annotate(source, audit, Words("zh"))
"""
ANNOTATED_BY_OPENPYXL = f"""
import io, sys
import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
rows = int(sys.argv[2])
{_MARKED_REFS}
book = openpyxl.load_workbook(sys.argv[1])
sheet = book["03 运营管理人员"]
fill = PatternFill("solid", fgColor="FBE3DE")
note = "HY-RY-03 专职人员达到要求｜不符合：实有3人，差2人"
index = book.create_sheet("标注索引", 0)
for ref in refs:
    sheet[ref].fill = fill
    sheet[ref].comment = Comment(note, "centre-check")
    index.append(["HY-RY-03", "专职人员达到要求", "不符合", ref, "实有3人，差2人"])
    index.cell(index.max_row, 4).hyperlink = f"#'03 运营管理人员'!{{ref}}"
book.save(io.BytesIO())
"""
