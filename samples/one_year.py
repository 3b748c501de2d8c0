"""One year of a district with eight centres, played with real files: from submission to reform.

Run as `.venv/bin/python samples/one_year.py FOLDER`; what an office would get stands there then.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

HERE = Path(__file__).parent
SPRING, AUTUMN, WINTER = "2026-06-30", "2026-09-30", "2026-12-31"
TOWNS = ("石井", "庞光", "蒋村", "大王", "草堂", "秦渡", "五竹")
SHORT, OPEN, EXEMPT = "蒋村", "庞光", "大王"  # short of mentors, undecided, exempt for a time
_HEAD = 3  # the row of the headers in the samples' sheets
Command = Callable[..., int]


def centre(name: str) -> str:
    """What a town's centre is called."""
    return f"西安市鄠邑区{name}街道标准化创业中心"


def write(
    sample: str, path: Path, labels: Mapping[str, object], mentors: int | None = None
) -> None:
    """A sample's workbook with other entries beside these labels, and only so many mentors."""
    book = load_workbook(HERE / f"{sample}.xlsx")
    page = next(one for one in book.worksheets if "基本信息" in one.title)
    for row in page.iter_rows():
        label = str(row[0].value or "").lstrip("＊")
        if label in labels:
            page.cell(row[0].row, 2).value = labels[label]
    if mentors is not None:
        roster = next(one for one in book.worksheets if "导师" in one.title)
        roster.delete_rows(_HEAD + mentors + 1, roster.max_row)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def submitted(folder: Path) -> list[Path]:
    """The eight workbooks as they come in: one of the district, seven of its towns."""
    paths = [folder / "区级.xlsx"]
    write("区级未达标", paths[0], {})
    for name in TOWNS:
        sample = "镇级待核定" if name == OPEN else "镇级达标"
        said: dict[str, object] = {"中心名称": centre(name), "所属镇街": f"{name}街道"}
        paths.append(folder / f"{name}.xlsx")
        write(sample, paths[-1], said, 3 if name in (SHORT, EXEMPT) else None)
    return paths


def decide(form: Path, day: str) -> None:
    """An inspector's hand: what waits for him is found in order."""
    book = load_workbook(form)
    page = book.worksheets[-1]
    head = next(row for row in page.iter_rows() if "条款编号" in str(row[0].value))
    columns = {str(cell.value).lstrip("＊"): cell.column for cell in head}
    said = {
        "结论": "符合",
        "说明": "现场已看",
        "佐证": "照片1、2",
        "核定人": "周建平",
        "核定日期": day,
    }
    for row in page.iter_rows(min_row=head[0].row + 1):
        if str(row[0].value or "").startswith("HY-YJ-0"):
            for name, value in said.items():
                page.cell(row[0].row, columns[name]).value = value
    book.save(form)


def exempt(path: Path) -> None:
    """The office's register of exemptions, with one entry."""
    entry = {
        "编号": "鄠豁2026-01", "中心名称": centre(EXEMPT), "级别": "镇级", "条款编号": "HY-RY-05",
        "理由": "导师续聘手续办理中", "依据文件": "关于同意过渡期安排的批复",
        "申请人": "何小平", "批准人": "钱国强", "批准日期": "2026-07-10", "生效日期": "2026-07-10",
        "有效期至": WINTER, "佐证": "批复扫描件",
    }  # fmt: skip
    book = Workbook()
    page = book.worksheets[0]
    page.title = "豁免登记"
    page.append(list(entry))
    page.append(list(entry.values()))
    book.save(path)


def work_on(register: Path) -> None:
    """What the centres and the office write into the register over the summer."""
    book = load_workbook(register)
    page = book.worksheets[0]
    columns = {cell.value: cell.column for cell in page[1]}
    for row in page.iter_rows(min_row=2):
        said = {"措施": "已制定整改方案", "责任人": "王强", "进展": "整改中"}
        for name, value in said.items():
            page.cell(row[0].row, columns[name]).value = value
    book.save(register)


def play(folder: Path, command: Command) -> Sequence[tuple[str, int, int]]:
    """Every step with the exit code that it should have and the one that it had."""
    steps: list[tuple[str, int, int]] = []

    def step(what: str, code: int, *arguments: Any) -> None:
        steps.append((what, code, command(*arguments)))

    spring, forms = folder / "报送", folder / "现场核定"
    forms.mkdir(parents=True)
    books = submitted(spring)
    step("pre-audit", 1, "audit", spring, "--as-of", SPRING, "-o", folder / "预审.json")
    for book in books:
        form = forms / f"{book.stem}现场核定.xlsx"
        step("on-site form", 0, "print", "on-site-form", book, "--as-of", SPRING, "-o", form)
        decide(form, SPRING)
    words = [
        part for book in books for part in ("--attestations", forms / f"{book.stem}现场核定.xlsx")
    ]
    paper = folder / "文书" / "石井报告.pdf"
    paper.parent.mkdir()
    own = ("--attestations", forms / "石井现场核定.xlsx", "--as-of", SPRING)
    step("sealed report", 0, "print", "report", spring / "石井.xlsx", *own, "-o", paper, "--seal")
    notice = folder / "文书" / "蒋村整改通知.docx"
    short = spring / f"{SHORT}.xlsx"
    step("notice", 0, "print", "rectification-notice", short, "--as-of", SPRING, "-o", notice)
    first, register = folder / "结果" / "春.jsonl", folder / "整改台账.xlsx"
    first.parent.mkdir()
    step("audit", 1, "audit", spring, *words, "--as-of", SPRING, "-o", first)
    step("register", 0, "register", "open", first, "-o", register, "--due", "30d")
    work_on(register)
    reminder = folder / "文书" / "蒋村催办函.docx"
    late = ("--as-of", "2026-08-10", "--centre", centre(SHORT), "-o", reminder)
    step("reminder", 0, "register", "reminder", register, *late)
    write(
        "镇级达标",
        short,
        {"中心名称": centre(SHORT), "所属镇街": f"{SHORT}街道", "总面积(㎡)": 230},
    )
    exempt(folder / "豁免登记.xlsx")
    waivers = ("--waivers", folder / "豁免登记.xlsx")
    step("exemptions", 0, "waivers", "check", folder / "豁免登记.xlsx")
    second = folder / "结果" / "秋.jsonl"
    step("re-audit", 1, "audit", spring, *words, *waivers, "--as-of", AUTUMN, "-o", second)
    step("update", 0, "register", "update", register, second)
    step("closing", 0, "register", "closing", register, "-o", folder / "文书" / "销号单.docx")
    step("status", 0, "register", "status", register, "--as-of", AUTUMN)
    summary = folder / "文书" / "年度汇总.xlsx"
    step("annual summary", 0, "rollup", second, "-o", summary)
    table = folder / "文书" / "修订影响测算.html"
    reform = ("--set", "HY-RY-05@镇级=20", "--as-of", AUTUMN, "-o", table)
    step("reform", 1, "impact", spring, *words, *waivers, *reform)
    given = ("--workbook", spring / "石井.xlsx", *own[:2])
    step("verify", 0, "verify", paper.with_name("石井报告.封存.json"), *given)
    return steps


def _command(*arguments: object) -> int:
    from centre_check.commands import main

    try:
        main([str(one) for one in arguments])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


if __name__ == "__main__":
    for what, wanted, had in play(Path(sys.argv[1]), _command):
        print(f"{what}: {had}" + ("" if wanted == had else f", not {wanted}"))
