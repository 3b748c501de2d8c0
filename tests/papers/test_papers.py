"""What stands on each paper: its text is kept for every sample, `--update` writes it anew."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from centre_check.documents.papers import kinds
from conftest import (
    ATTESTATIONS,
    CENTRE,
    MENTORS,
    ROOT,
    Sheets,
    attested,
    base_centre,
    on_site,
    run,
)

GOLDEN = Path(__file__).with_name("golden")
SAMPLES = ("区级达标", "区级未达标", "镇级达标", "镇级待核定")
# A notice that asks for nothing is not issued.
REFUSED = {
    *((sample, "rectification-notice") for sample in SAMPLES if sample != "区级未达标"),
    *((sample, "supplement-notice") for sample in ("区级达标", "镇级达标")),
    *((sample, "on-site-form") for sample in ("区级达标", "镇级达标")),
}


@pytest.fixture
def at_root() -> Iterator[None]:
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


def decided(sample: str, kind: str) -> tuple[str, ...]:
    """What an inspector decided of a sample, for the papers that tell what came of a centre."""
    path = f"samples/现场核定/{sample}现场核定.xlsx"
    return ("--attestations", path) if kind != "standard" and Path(path).exists() else ()


@pytest.mark.usefixtures("at_root")
@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("sample", SAMPLES)
def test_each_paper_of_each_sample_is_as_kept(
    sample: str, kind: str, tmp_path: Path, *, update: bool
) -> None:
    paper = tmp_path / "paper.txt"
    result = run("print", kind, f"samples/{sample}.xlsx", *decided(sample, kind), "-o", paper)
    if (sample, kind) in REFUSED:
        assert (result.code, paper.exists(), result.stderr.count("\n")) == (2, False, 1)
        return
    assert (result.code, result.stderr) == (0, "")
    kept = GOLDEN / f"{sample}.{kind}.txt"
    if update:
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(paper.read_bytes())
    assert kept.read_text("utf-8") == paper.read_text("utf-8"), "read it, then pytest --update"


def test_no_golden_paper_is_left_over() -> None:
    wanted = {
        f"{sample}.{kind}.txt"
        for sample in SAMPLES
        for kind in kinds()
        if (sample, kind) not in REFUSED
    }
    assert {path.name for path in GOLDEN.iterdir()} == wanted


@pytest.fixture
def centre(workbook: Callable[..., Path]) -> Path:
    """A centre of the town level with a manager, a phone and one mentor too few."""
    sheets: Sheets = base_centre("镇级")
    sheets[CENTRE] |= {"负责人": "欧阳修文", "联系电话": "13800001234", "详细地址": "兴业路6号"}
    sheets[MENTORS] = sheets[MENTORS][:-1]
    sheets[ATTESTATIONS] = [attested("HY-YJ-03")]
    return workbook(sheets)


@pytest.mark.parametrize(
    ("kind", "options", "shown", "hidden"),
    [
        ("inspection-record", (), ("欧阳修文", "138****1234", "兴业路6号"), ("13800001234",)),
        ("inspection-record", ("--personal", "mask"), ("欧阳**",), ("欧阳修文", "1234")),
        ("inspection-record", ("--personal", "show"), ("13800001234", "内部资料"), ()),
        ("self-check", (), ("兴业路6号",), ("欧阳修文", "1234")),
        ("report", (), (), ("欧阳修文", "138*", "13800001234", "兴业路6号", "内部资料")),
        ("rectification-notice", (), (), ("13800001234", "内部资料")),
    ],
)
def test_a_paper_shows_as_much_as_it_needs(
    centre: Path, kind: str, options: tuple[str, ...], shown: tuple[str, ...], hidden: tuple[str]
) -> None:
    text = run("print", kind, centre, *options).stdout
    assert [one for one in shown if one not in text] == []
    assert [one for one in hidden if one in text] == []


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        ("2026-07-05", "请于2026年7月5日前完成"),
        ("收到本通知之日起15个工作日内", "请于收到本通知之日起15个工作日内完成"),
        ("", "请于　　年　　月　　日前完成"),
    ],
)
def test_a_notice_names_the_deadline(centre: Path, deadline: str, said: str) -> None:
    text = run("print", "rectification-notice", centre, "--deadline", deadline).stdout
    assert said in text.replace("\n", "")


def test_a_notice_lists_only_what_is_not_met(centre: Path) -> None:
    text = run("print", "rectification-notice", centre).stdout
    assert "附件所列1项整改" in text.replace("\n", "")
    assert text.count("差1名") >= 1
    assert text.count("□") == 0
    assert not {"罚款", "处罚", "行政复议", "诉讼"} & set(text)


def test_an_inspector_s_decision_stands_beside_the_computed_one(
    workbook: Callable[..., Path],
) -> None:
    sheets = base_centre("镇级")
    sheets[ATTESTATIONS] = [attested("HY-YJ-02", "不符合")]
    book = workbook(sheets)
    decided = on_site(book)
    text = run("print", "report", book, *decided).stdout.replace("\n", "").replace(" ", "")
    assert "结论采用现场核定1条（文件：中心.xlsx）" in text
    assert "○" in run("print", "inspection-record", book, *decided).stdout


def test_only_what_is_open_goes_on_a_short_record(centre: Path) -> None:
    text = run("print", "inspection-record", centre, "--open-only").stdout
    assert "HY-YJ-02" in text
    assert "HY-YJ-01" not in text


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("report", ("--open-only",)),
        ("rectification-notice", ("--open-only",)),
        ("inspection-record", ("--deadline", "2026-07-05")),
        ("standard", ("--deadline", "2026-07-05")),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(
    centre: Path, kind: str, options: tuple[str, ...]
) -> None:
    result = run("print", kind, centre, *options)
    assert (result.code, result.stdout) == (2, "")
    assert f"{options[0]}对{kind}不起作用" in result.stderr


def test_a_paper_about_a_centre_needs_its_workbook() -> None:
    result = run("print", "report")
    assert result.code == 2
    assert "需要该中心的工作簿" in result.stderr


def test_the_booklet_needs_none_and_takes_the_level() -> None:
    town = run("print", "standard", "--level", "town").stdout
    assert "不低于200平方米" in town
    assert "不低于500平方米" not in town


@pytest.mark.parametrize(
    ("output", "code", "said"),
    [
        ("报告.doc", 2, "没有"),
        ("没有的/报告.txt", 3, "文件夹"),
        ("中心.xlsx", 2, "是输入文件"),
    ],
)
def test_a_wrong_output_is_refused_before_anything_is_read(
    centre: Path, output: str, code: int, said: str
) -> None:
    before = centre.read_bytes()
    result = run("print", "report", centre, "-o", centre.parent / output)
    assert result.code == code
    assert said in result.stderr
    assert centre.read_bytes() == before
