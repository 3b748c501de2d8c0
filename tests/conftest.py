"""Fixtures: small workbooks built where they are needed, and the real command line to judge them.

A workbook is a dict from sheet name to its record (01 基本信息: header to value) or its rows (all
other sheets: a list of header to value). `base_centre(level)` gives the sheets of a centre that
meets every clause, so that a case changes one thing.
"""

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import pytest
import yaml
from hypothesis import settings
from openpyxl import Workbook

import quick_book
from centre_check.commands import main
from centre_check.standard import compiled
from published import told_in_full

# The same examples each time; `--hypothesis-profile=default` looks for new ones.
settings.register_profile("same", derandomize=True, database=None)
settings.load_profile("same")

ROOT = Path(__file__).parents[1]
Row = dict[str, Any]
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)
Sheets = dict[str, Any]  # a Row for 01 基本信息, a list of Rows for every other sheet

CENTRE, ROOMS, STAFF, MENTORS = "01 基本信息", "02 场地与功能空间", "03 运营管理人员", "04 创业导师"
TENANTS, AGREEMENTS, SERVICES = "05 入驻创业实体", "06 服务协议", "07 服务项目"
SYSTEMS, INSPECTIONS, ATTESTATIONS = "09 管理制度", "10 监督检查记录", "16 现场核定"
AUDIT_DAY = "2020-06-30"
BASIC = (
    "创业政策宣传、咨询及代理服务",
    "工商、税务、社保代办服务",
    "创业培训服务",
    "办公场所租赁服务",
    "设备、设施租赁服务",
    "创业专家指导服务",
    "项目发布服务",
)
VALUE_ADDED = ("创业融资贷款服务", "人力资源服务", "企业管理咨询服务")
SPACES = ("办公区", "多功能会议室(培训教室)", "咨询服务台", "政务综合服务区", "信息发布区")
TOPICS = ("经营", "台账", "财务", "安全", "卫生", "准入", "退出")


def pytest_configure() -> None:
    """Hear interrupts where a shell put the run behind, and with us the programs we start."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    # One process audits thousands of workbooks here: what is compiled is restored once.
    compiled.parse = lru_cache(32)(compiled.parse)  # type: ignore[assignment]


# Where building what the tests share takes longer than the tests: they stay in one process.
_TOGETHER = (
    "offline",
    "containers/test_same_findings.py",
    "desk/test_progress_line.py",
    "desk/test_audit_many.py",
    "forms/test_forms.py",
    "render/test_annotate.py",
    "render/test_html_browser.py",
    "results/test_read.py",
    "test_laws.py",
)


def pytest_itemcollected(item: pytest.Item) -> None:
    path = item.path.relative_to(ROOT / "tests").as_posix() if ROOT in item.path.parents else ""
    if name := next((one for one in _TOGETHER if path.startswith(one)), None):
        item.add_marker(pytest.mark.xdist_group(name))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite golden files")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _counted((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _counted((yield))


def _counted(report: Report) -> Report:
    """The report; where nothing may be left out, a skip or an expected failure is a failure."""
    is_left_out = report.outcome == "skipped" or hasattr(report, "wasxfail")
    if is_left_out and os.environ.get("CENTRE_CHECK_ALLOW_SKIPS") == "no":
        reason = getattr(report, "wasxfail", None) or report.longrepr
        report.outcome, report.longrepr = "failed", f"left out: {reason}"
        vars(report).pop("wasxfail", None)
    return report


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@dataclass(frozen=True)
class Result:
    """How a run of the command line ended; its JSON is told in full where somebody asks for it."""

    code: int
    stdout: str
    stderr: str
    arguments: Sequence[object] = ()

    @cached_property
    def json(self) -> Any:
        is_one = self.stdout.startswith('{"schema_version"') and "jsonl" not in self.arguments
        return told_in_full(json.loads(self.stdout)) if is_one else None

    @property
    def audit(self) -> Any:
        (only,) = self.json["audits"]
        return only

    def finding(self, criterion: str) -> Any:
        return next(one for one in self.audit["findings"] if one["criterion"] == criterion)

    @property
    def outcomes(self) -> dict[str, str]:
        return {one["criterion"]: one["outcome"] for one in self.audit["findings"]}


def run(*arguments: object, **environment: str) -> Result:
    """The command line in this process: streams captured, the exit code taken from SystemExit."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    before = dict(os.environ)
    os.environ.update({"COLUMNS": "80", **environment})
    code: Any = None
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            main([str(argument) for argument in arguments])
    except SystemExit as end:
        code = end.code
    finally:
        os.environ.clear()
        os.environ.update(before)
    stdout, stderr = (stream.buffer.getvalue().decode() for stream in (out, err))
    return Result(code, stdout, stderr, arguments)


def spawn(*arguments: object, **environment: str) -> Result:
    """The command line as a process of its own: real exit code, real streams."""
    command = [sys.executable, "-m", "centre_check", *map(str, arguments)]
    clean = {k: v for k, v in os.environ.items() if not k.startswith("CENTRE_CHECK_")}
    ended = subprocess.run(
        command,
        capture_output=True,
        env=clean | {"COLUMNS": "80", "PYTHONIOENCODING": "utf-8"} | environment,
        cwd=ROOT,
        check=False,
    )
    encoding = environment.get("PYTHONIOENCODING", "utf-8")
    stdout, stderr = ended.stdout.decode(encoding), ended.stderr.decode(encoding)
    return Result(ended.returncode, stdout, stderr, arguments)


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Builds an .xlsx; `titles` rows stand above the headers of every table.

    What stands on 16 现场核定 goes into an inspector's file of its own, see `on_site`.
    """

    def build(sheets: Sheets, *, name: str = "中心.xlsx", titles: int = 0) -> Path:
        path = tmp_path / name
        own = {key: rows for key, rows in sheets.items() if key != ATTESTATIONS or len(sheets) == 1}
        write_book(path, own, titles)
        beside = tmp_path.parent / f"{tmp_path.name}-现场核定" / name
        beside.unlink(missing_ok=True)
        if len(own) < len(sheets):
            beside.parent.mkdir(exist_ok=True)
            write_book(beside, {ATTESTATIONS: sheets[ATTESTATIONS]}, titles)
        return path

    return build


def write_book(path: Path, sheets: Sheets, titles: int = 0) -> None:
    written = {title: lines(title, content, titles) for title, content in sheets.items()}
    if quick_book.is_plain(written):
        quick_book.save(path, written)
        return
    book = Workbook()
    book.remove(book.active)
    for title, own in written.items():
        page = book.create_sheet(title)
        for line in own:
            page.append(line)
    book.save(path)


def on_site(path: Path) -> tuple[object, ...]:
    """The option that gives what an inspector decided of a workbook that `workbook` built."""
    beside = path.parent.parent / f"{path.parent.name}-现场核定" / path.name
    return ("--attestations", beside) if beside.exists() else ()


def lines(title: str, content: Row | Sequence[Row], titles: int) -> list[list[object]]:
    if isinstance(content, Mapping):
        return [[label, value] for label, value in content.items()]
    above: list[list[object]] = [[f"{title}表"], ["填报单位：某中心"]][:titles]
    headers = list(dict.fromkeys(header for row in content for header in row)) or canonical(title)
    return [*above, list(headers), *([row.get(header) for header in headers] for row in content)]


@cache
def canonical(title: str) -> tuple[str, ...]:
    """The headers of the blank template's sheet of this name."""
    form = yaml.load(
        (ROOT / "standards" / "forms" / "centre.yaml").read_text("utf-8"), yaml.CSafeLoader
    )
    sheet = next(
        one for one in form["sheets"] if one["title"]["zh"] == title.rsplit(" ", maxsplit=1)[-1]
    )
    return tuple(one["header"] for one in sheet["fields"] if "prompt" in one)


@pytest.fixture
def audit() -> Callable[..., Result]:
    """Audits in this process, as JSON unless the options name a format."""

    def judge(path: Path, *options: object, **environment: str) -> Result:
        form = () if "-f" in options else ("-f", "json")
        decided = () if "--attestations" in options else on_site(path)
        return run("audit", path, *form, *decided, *options, **environment)

    return judge


@pytest.fixture
def judged(workbook: Callable[..., Path], audit: Callable[..., Result]) -> Callable[..., Result]:
    """Builds a workbook and audits it."""

    def both(sheets: Sheets, *options: object, **environment: str) -> Result:
        return audit(workbook(sheets), *options, **environment)

    return both


def base_centre(level: str) -> Sheets:
    """The sheets of a centre of `level` (区级, 镇级) that meets all 33 clauses on AUDIT_DAY."""
    big = level == "区级"
    return {
        CENTRE: {
            "中心名称": "某某标准化创业中心",
            "级别": level,
            "详细地址": "鄠邑区甘亭街道人民路1号",
            "场地权属": "租赁",
            "场地使用起始日期": "2019-01-01",
            "场地使用终止日期": "2023-12-31",
            "总面积(㎡)": 500 if big else 200,
            "面积口径": "建筑面积",
            "可容纳创业实体数": 10 if big else 5,
            "运营管理机构": "鄠邑区某某服务中心",
            "数据截止日期": AUDIT_DAY,
        },
        ROOMS: [
            {
                "空间名称": name,
                "功能类别": name,
                "位置(楼层房间)": f"10{at}",
                "独立方式": "独立房间",
                "是否启用": "是",
            }
            for at, name in enumerate(SPACES, 1)
        ],
        STAFF: [staff(at) for at in range(1, 6 if big else 4)],
        MENTORS: [mentor(at) for at in range(1, 11 if big else 6)],
        TENANTS: [tenant(at) for at in range(1, 4)],
        AGREEMENTS: [agreement(at) for at in range(1, 4)],
        SERVICES: [
            *(service("基础", item) for item in BASIC),
            *(service("增值", item) for item in VALUE_ADDED[: 3 if big else 2]),
        ],
        SYSTEMS: [
            {
                "制度名称": f"规定第{at}号",
                "对应类别": topic,
                "印发日期": "2019-12-01",
                "状态": "已印发",
            }
            for at, topic in enumerate(TOPICS, 1)
        ],
        INSPECTIONS: [{"日期": "2020-03-01", "检查对象": "全体入驻实体"}],
        ATTESTATIONS: [attested("HY-YJ-02"), attested("HY-YJ-03")],
    }


def staff(at: int, **changes: object) -> Row:
    """A full-time member of the team; only the first one is named for government services."""
    row: Row = {
        "姓名": "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"[at] + "建国",
        "岗位类别": "服务",
        "专职/兼职": "专职",
        "是否政务综合服务专人": "是" if at == 1 else "否",
        "实践经验或创业服务经历": "创业服务3年",
        "到岗日期": "2019-02-01",
        "离岗日期": None,
    }
    return row | changes


def mentor(at: int, **changes: object) -> Row:
    row: Row = {
        "姓名": "朱秦尤许何吕施张孔曹严华金魏陶姜"[at] + "文华",
        "导师类别": "企业家",
        "聘任开始日期": "2019-07-01",
        "聘任结束日期": "2022-06-30",
    }
    return row | changes


def tenant(at: int, **changes: object) -> Row:
    row: Row = {
        "实体名称": f"鄠邑区第{at}商行",
        "入驻日期": "2019-07-01",
        "退出日期": None,
        "状态": "在驻",
    }
    return row | changes


def agreement(at: int, **changes: object) -> Row:
    row: Row = {
        "实体名称": f"鄠邑区第{at}商行",
        "协议类型": "服务",
        "签订日期": "2019-07-01",
        "起始日期": "2019-07-01",
        "终止日期": "2021-06-30",
        "双方签字盖章": "是",
    }
    return row | changes


def service(kind: str, item: str, provided: object = "是") -> Row:
    return {"服务类别": kind, "服务项目": item, "是否提供": provided}


def attested(criterion: str, outcome: object = "符合", **changes: object) -> Row:
    row: Row = {
        "条款编号": criterion,
        "结论": outcome,
        "说明": None,
        "核定人": "周明远",
        "核定日期": AUDIT_DAY,
    }
    return row | changes
