"""One document with every kind of block, and with texts that try to be more than text."""

from datetime import date

from centre_check.documents.tree import (
    Bar,
    Closing,
    Document,
    Entries,
    Figure,
    Genre,
    Heading,
    KeyValues,
    ListEntry,
    Pair,
    Paragraph,
    Salutation,
    Section,
    Signatures,
    Table,
    TableRow,
    Writing,
)
from centre_check.model.outcomes import Outcome, Verdict

HOSTILE = (
    "[red]x[/red]",
    "{{7*7}}",
    "{% for x in y %}",
    '#read("/etc/passwd")',
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "a\x07b\x1b[31mc",
    "左\u202e右\u200b",
    "\ud800".encode("utf-8", "replace").decode(),
    "长" * 32_767,
    "*strong* _em_ `code` $x$ @ref <label> \\ // --- ~",
    "第一行\n第二行\r\n第三行",
    "𠮷野家",
)


def specimen(genre: Genre = Genre.REPORT, *, hostile: tuple[str, ...] = HOSTILE) -> Document:
    """Every kind of block once; each hostile text in a paragraph, an entry, a table, a pair."""
    return Document(
        "鄠邑区某某标准化创业中心审核报告",
        (
            Heading("某某创业中心", "未达标", Verdict.NON_COMPLIANT),
            Salutation("某某创业中心运营管理机构："),
            Paragraph("依据《实施方案》，“区级”中心应具备——面积不少于500㎡；专职不少于5人。"),
            KeyValues((Pair("中心名称", "某某创业中心"), Pair("级别", "区级"), Pair("编号", ""))),
            Figure(
                "各条结论",
                (Bar("符合", 22, Outcome.PASS), Bar("不符合", 7, Outcome.FAIL), Bar("不适用", 0)),
            ),
            Section(
                "问题清单",
                (
                    Heading("硬件建设"),
                    Entries(
                        (
                            ListEntry(
                                "×", "HY-YJ-04 总面积", ("实测480㎡", "→ 补足20㎡"), Outcome.FAIL
                            ),
                            *(ListEntry("？", text, (text,), Outcome.UNKNOWN) for text in hostile),
                        )
                    ),
                    Table(
                        ("序号", "条款", "现场核定"),
                        (
                            TableRow(("1", "总面积", "□符合 □不符合 □不适用"), Outcome.FAIL),
                            *(TableRow(("2", text, "")) for text in hostile),
                        ),
                        (1, 6, 3),
                    ),
                ),
            ),
            Section(
                "证据索引",
                (
                    Table(
                        ("单元格", "内容"),
                        tuple(TableRow((f"03 运营管理人员!B{n}", "张**")) for n in range(6, 66)),
                    ),
                ),
                is_wide=True,
            ),
            *(Paragraph(text) for text in hostile),
            KeyValues(tuple(Pair(text[:20], text) for text in hostile)),
            Writing("存在问题", 4),
            Signatures(("检查人员", "记录人", "被检查单位负责人")),
            Closing(("西安市鄠邑区人力资源和社会保障局", "2026年6月30日")),
        ),
        genre,
        subtitle="区级 · 审核日期2026年6月30日",
        imprint=("标准 huyi-2019-centre 2019.1", "centre-check 0.1.0", "输入 SHA-256 0123456789ab"),
        day=date(2026, 6, 30),
    )
