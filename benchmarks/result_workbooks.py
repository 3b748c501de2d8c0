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
TABLE = f"""{_ROWS}
from centre_check.documents.tree import Document, Section, Table, TableRow
from centre_check.model.outcomes import Outcome
from centre_check.render.xlsx import render
tones = (Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN)
lines = tuple(TableRow(row, tones[at % 3]) for at, row in enumerate(rows))
head = ("序号", "条款", "结论", "单元格", "说明", "备注")
render(Document("全部问题", (Section("全部问题", (Table(head, lines),), is_wide=True),)))
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
