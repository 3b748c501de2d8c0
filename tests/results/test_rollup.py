"""A summary's figures are sums of whole centres, whatever the district looks like."""

import re
import shutil
import warnings
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import NEW, OLD, TITLES, result
from openpyxl import Workbook, load_workbook

from centre_check.documents.many.district_summary import build
from centre_check.model.findings import Failure
from centre_check.model.outcomes import Verdict
from centre_check.render.text import render
from centre_check.results.divisions import PREFIXES, own_code
from centre_check.results.plan import Planned
from centre_check.results.summary import StandardPart, Summary, summarise
from centre_check.results.tally import VerdictTally
from centre_check.results.types import CentreResult, Results, together
from centre_check.words import Words
from conftest import ROOT, run

SAMPLES = ROOT / "samples"
TOWN_NAMES = ("石井街道", "庞光街道", "草堂镇", "")
CODES = ("", "61", "610118", "610118000000", "610118005", "610118005000", "610125006012", "1")
BUILT = ("", "2019", "2019-11", "2020-01-01", "2021-12-31")


def centre(at: int, pick: tuple[str, str, str | None, str, str, bool]) -> CentreResult:
    town, code, level, built, outcomes, is_new = pick
    return result(
        f"第{at}中心",
        outcomes,
        town=town,
        area_code=code and f"{code[:-3]}{at:03}"[: len(code)] if len(code) == 12 else "",
        level=level,
        level_title=TITLES[level],
        built_on=built,
        standard=NEW if is_new else OLD,
    )


CENTRES = st.lists(
    st.tuples(
        st.sampled_from(TOWN_NAMES),
        st.sampled_from(CODES),
        st.sampled_from(("town", "district", None)),
        st.sampled_from(BUILT),
        st.text("+x?o-", min_size=1, max_size=4),
        st.booleans(),
    ),
    min_size=1,
    max_size=30,
).map(lambda picks: [centre(at, pick) for at, pick in enumerate(picks)])


def added(tallies: Sequence[VerdictTally]) -> tuple[int, ...]:
    return tuple(sum(column) for column in zip(*tallies, strict=True)) if tallies else (0,) * 4


@given(CENTRES, st.lists(st.integers(0, 29), max_size=5))
@settings(max_examples=200, deadline=None)
def test_every_figure_is_the_sum_of_its_centres(
    centres: list[CentreResult], twice: list[int]
) -> None:
    copies = [
        one._replace(workbook="另一份.xlsx", town=TOWN_NAMES[0])
        for one in (centres[at % len(centres)] for at in twice)
    ]
    doubled = {(one.name, one.standard) for one in copies}
    found = summarise(together([Results((*centres, *copies), ())]), (), 2020)
    assert found.centres == len(centres)
    expected = Counter(one.standard for one in centres)
    assert {part.roster.standard: part.total.reported for part in found.parts} == expected
    for part in found.parts:
        own = [one for one in centres if one.standard == part.roster.standard]
        single = [one for one in own if (one.name, one.standard) not in doubled]
        for verdict, count in zip(Verdict, part.total, strict=False):
            assert count == sum(one.verdict is verdict for one in single)
        assert part.total.doubled == len(own) - len(single)
        assert_adds_up(part)


def assert_adds_up(part: StandardPart) -> None:
    assert added([tally for _, tally in part.levels]) == part.total
    assert added([one.total for one in part.districts]) == part.total
    assert added([one.total for one in part.towns]) == part.total
    rows = {one.code: one for one in part.prefixes}
    tops = [one.total for one in part.prefixes if len(one.code) in (0, PREFIXES[0])]
    assert added(tops) == part.total
    for code, one in rows.items():
        below = [each for each in rows if each.startswith(code) and each != code and code]
        for each in below:
            assert rows[each].total.reported <= one.total.reported
        assert one.in_year.reported + one.undated <= one.total.reported
    for clause in part.clauses:
        assert clause.failed + clause.open <= clause.judged <= len(part.roster.single)


@given(CENTRES)
@settings(max_examples=50, deadline=None)
def test_the_order_of_the_files_changes_nothing(centres: list[CentreResult]) -> None:
    forth = summarise(together([Results(tuple(centres), ())]), (), None)
    back = summarise(together([Results(tuple(centres[::-1]), ())]), (), None)
    words = Words("zh")
    assert render(build(forth, words), 80) == render(build(back, words), 80)


@pytest.mark.parametrize(
    ("code", "own"),
    [
        ("610118005012", "610118005012"),
        ("610118005000", "610118005"),
        ("610118000000", "610118"),
        ("610100000000", "6101"),
        ("610000000000", "61"),
        ("610118", "610118"),
        ("６１０１１８", "610118"),
        ("610118-005", "610118005"),
        ("", ""),
        ("6", ""),
        ("不清楚", ""),
    ],
)
def test_the_zeros_of_a_code_stand_for_what_is_below(code: str, own: str) -> None:
    assert own_code(code) == own


def summary(*centres: CentreResult, planned: Sequence[Planned] = ()) -> Summary:
    return summarise(together([Results(centres, ())]), planned, None)


def test_a_town_is_one_row_whether_it_is_named_by_code_or_by_name() -> None:
    found = summary(
        result("甲", town="石井街道", area_code="610118005000"),
        result("乙", town=" 石井街道", area_code=""),
        result("丙", town="石井街道", area_code="610118"),
    )
    (row,) = found.parts[0].towns
    assert (row.place.town_code, row.total.reported) == ("610118005", 3)


def test_two_standards_are_counted_apart_and_that_is_said() -> None:
    found = summary(result("甲"), result("乙", "x", standard=NEW))
    assert [part.total.reported for part in found.parts] == [1, 1]
    text = render(build(found, Words("zh")), 80)
    assert "2个标准或版本" in text
    assert "2019.1" in text
    assert "2020.1" in text


def test_a_centre_of_two_standards_is_one_centre() -> None:
    found = summary(result("甲"), result("甲", standard=NEW))
    assert found.centres == 1
    assert found.is_whole


@pytest.mark.parametrize(
    "other",
    [
        {"workbook": "乙.xlsx"},
        {"as_of": date(2020, 12, 31)},
        {"name": "改了名", "as_of": date(2019, 12, 31)},
    ],
    ids=["another file", "another day", "another name, another day, the same code"],
)
def test_of_a_centre_that_comes_twice_no_result_is_taken(other: dict[str, object]) -> None:
    found = summary(
        result("甲", "+", area_code="610118005000"),
        result("甲", "x", area_code="610118005000")._replace(**other),
        result("丙", "+", area_code="610118006000"),
    )
    (part,) = found.parts
    assert part.total == VerdictTally(compliant=1, non_compliant=0, undecided=0, doubled=1)
    assert not found.is_whole
    text = render(build(found, Words("zh")), 80)
    assert "重复报送" in text
    assert "甲.xlsx" in text


@pytest.mark.parametrize(
    ("other", "centres", "told"),
    [
        ({}, 2, ["甲", "乙"]),
        ({"area_code": "6101 1800 5000"}, 2, ["甲", "乙"]),
        ({"area_code": "610118006000"}, 2, []),
        ({"level": "district"}, 2, []),
        ({"area_code": ""}, 2, []),
        ({"name": ""}, 1, []),
        ({"name": "甲 "}, 1, []),
    ],
    ids=["one code", "written apart", "another", "another level", "none", "no name", "one name"],
)
def test_two_centres_of_one_town_are_two_and_that_is_told(
    other: dict[str, object], centres: int, told: list[str]
) -> None:
    found = summary(
        result("甲", "+", area_code="610118005000"),
        result("乙", "x", area_code="610118005000", workbook="乙.xlsx")._replace(**other),
    )
    assert (found.centres, found.is_whole) == (centres, centres == 2)
    assert [one.name for own in found.of_one_code for one in own] == told
    text = render(build(found, Words("zh")), 80)
    assert ("区划代码和级别相同、名称不同的中心" in text) is bool(told)


# --- what was planned -----------------------------------------------------------------------------


def plan(level: str, number: int, year: int | None = None, **place: str) -> Planned:
    town = place.get("town", "")
    code = place.get("code", "")
    return Planned(place.get("district", ""), town, code, level, TITLES[level], number, None, year)


def built(level: str, number: int, day: str, outcomes: str = "+") -> list[CentreResult]:
    names = (f"{TITLES[level]}{day}第{at}中心" for at in range(number))
    return [result(name, outcomes, level=level, built_on=day) for name in names]


PLAN = (plan("district", 1, 2019), plan("town", 3, 2019), plan("town", 4, 2020))


def test_more_in_the_first_year_makes_up_for_less_in_the_second_only_in_all() -> None:
    """Golden case: 1 + 4 in 2019, 3 in 2020; HY-MB-09 missed by itself, reached in all."""
    centres = [
        *built("district", 1, "2019-10-18"),
        *built("town", 4, "2019-12-31"),
        *built("town", 3, "2020-01-01"),
    ]
    district, first, second = summary(*centres, planned=PLAN).parts[0].steps
    assert (district.is_reached, first.is_reached) == (True, True)
    assert (second.compliant, second.is_reached_in_year) == (3, False)
    assert (second.compliant_until, second.is_reached) == (7, True)


def test_a_centre_that_opened_and_is_undecided_is_built_and_not_compliant() -> None:
    """Golden case: opened on 2019-12-31, 待核定."""
    steps = summary(*built("town", 1, "2019-12-31", "?"), planned=PLAN).parts[0].steps
    first = steps[1]
    assert (first.opened, first.compliant, first.is_reached) == (1, 0, False)


def test_who_has_not_reported_is_told_from_the_list() -> None:
    planned = (
        plan("town", 1, town="石井街道", code="610118005", district="鄠邑区"),
        plan("town", 2, town="草堂镇", code="610118101", district="鄠邑区"),
        plan("district", 1, code="610118", district="鄠邑区"),
    )
    found = summary(
        result("甲", town="石井街道"),
        result("乙", town="草堂镇"),
        result("丙", town="石井街道", level="district", level_title="区级"),
        result("丁", town="别的镇"),
        planned=planned,
    )
    assert [(one.planned, one.reported, one.missing) for one in found.coverage] == [
        (1, 1, 0),
        (2, 1, 1),
        (1, 1, 0),
        (None, 1, 0),
    ]
    assert sum(one.reported for one in found.coverage) == found.centres
    text = render(build(found, Words("zh")), 80)
    assert "尚未报送：草堂镇1个。" in text
    assert "名单外" in text


# --- the command ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of the four samples; only to be read."""
    out = tmp_path_factory.mktemp("全区") / "结果.json"
    books = sorted(SAMPLES.glob("*.xlsx"))
    run("audit", *books, "--as-of", "2026-06-30", "-o", out)
    return out


def test_results_and_workbooks_give_the_same_summary(district: Path, tmp_path: Path) -> None:
    for book in SAMPLES.glob("*.xlsx"):
        shutil.copy(book, tmp_path)
    read = run("rollup", district)
    audited = run("rollup", tmp_path, "--as-of", "2026-06-30")
    assert (read.code, audited.code) == (0, 0)
    not_compared = read.stdout.replace(
        "未比对（只读取了审核结果，没有读取工作簿）", "0项（比对工作簿4份）"
    )
    assert not_compared == audited.stdout != read.stdout


def opened(path: Path) -> Workbook:
    with warnings.catch_warnings(), path.open("rb") as file:
        warnings.simplefilter("ignore")  # openpyxl does not know all that xlsxwriter writes
        return load_workbook(file)


def test_a_summary_holds_nothing_personal(district: Path, tmp_path: Path) -> None:
    out = tmp_path / "汇总.xlsx"
    text = run("rollup", district, "-o", out).stdout
    book = opened(out)
    cells = [
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    ]
    for one in (text, *cells):
        assert "**" not in one
        assert not re.search(r"1\d\d\*|(?<!\d)1[3-9]\d{9}(?!\d)", one)


def test_the_long_table_is_ready_for_a_pivot(district: Path, tmp_path: Path) -> None:
    out = tmp_path / "汇总.xlsx"
    run("rollup", district, "-o", out)
    sheet = opened(out)["逐中心逐条明细"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(rows) == 1 + 4 * 33
    assert len(set(rows[0])) == len(rows[0])
    assert all(merged.max_row == 1 for merged in sheet.merged_cells.ranges)
    assert "逐中心逐条明细" not in run("rollup", district).stdout


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "xlsx", "md", "csv", "txt", "json"])
def test_every_format_is_written(district: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"汇总.{suffix}"
    assert run("rollup", district, "-o", out).code == 0
    assert out.stat().st_size > 500


def test_a_file_that_cannot_be_read_is_named_and_ends_with_3(
    district: Path, tmp_path: Path
) -> None:
    del district
    shutil.copy(SAMPLES / "镇级达标.xlsx", tmp_path)
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 no zip")
    found = run("rollup", tmp_path)
    assert found.code == 3
    assert "坏.xlsx" in found.stderr
    assert "坏.xlsx" in found.stdout


def test_a_centre_submitted_twice_is_not_counted_and_ends_with_3(tmp_path: Path) -> None:
    shutil.copy(SAMPLES / "镇级达标.xlsx", tmp_path / "一.xlsx")
    shutil.copy(SAMPLES / "镇级达标.xlsx", tmp_path / "二.xlsx")
    found = run("rollup", tmp_path, "-f", "json")
    assert found.code == 3
    (part,) = found.json["standards"]
    assert part["total"]["reported"] == part["total"]["doubled"] == 1
    assert [Path(one).name for one in part["doubled"][0]["workbooks"]] == ["一.xlsx", "二.xlsx"]
    out = tmp_path / "结果"
    run("audit", tmp_path, "-o", f"{out}/")
    again = run("rollup", out, "-f", "json")
    assert again.json["errors"] == []
    assert again.json["standards"][0]["total"] == part["total"]


def test_options_for_workbooks_are_refused_where_there_are_none(district: Path) -> None:
    found = run("rollup", district, "--as-of", "2020-01-01")
    assert found.code == 2
    assert "--as-of" in found.stderr


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    found = run("rollup", tmp_path)
    assert found.code == 3
    assert "没有工作簿" in found.stderr


def test_a_failure_that_names_an_audited_workbook_is_no_unread_file() -> None:
    one = result("甲")
    found = together([Results((one,), (Failure(one.workbook, "重复", ""),))])
    assert found.failures == ()


# --- the list of towns ----------------------------------------------------------------------------


def town_list(path: Path, *rows: Sequence[object]) -> Path:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


HEAD = ("序号", "区县", "镇街", "行政区划代码", "级别", "计划数", "年度")


def test_a_list_as_offices_write_it_is_read(district: Path, tmp_path: Path) -> None:
    path = town_list(
        tmp_path / "名单.xlsx",
        ("2019—2020年建设计划",),
        HEAD,
        (1, "鄠邑区", "石井街道", "610118005000", "镇级", 1, 2019),
        (2, "鄠邑区", "草堂镇", None, "镇街级", 1, "2020年"),
        ("合计", None, None, None, None, 2, None),
    )
    found = run("rollup", district, "--towns", path, "-f", "json")
    assert found.code == 0
    listed = [one for one in found.json["coverage"] if one["planned"] is not None]
    assert [(one["town"], one["missing"]) for one in listed] == [("石井街道", 0), ("草堂镇", 1)]
    steps = found.json["standards"][0]["steps"]
    assert [(one["year"], one["planned_until"]) for one in steps] == [(2019, 1), (2020, 2)]


def test_a_list_without_numbers_means_one_each(district: Path, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("区县,镇街\n鄠邑区,石井街道\n鄠邑区,草堂镇\n", "gbk")
    found = run("rollup", district, "--towns", path, "-f", "json")
    assert sum(one["missing"] for one in found.json["coverage"]) == 1


def test_every_cell_that_cannot_be_read_is_named_at_once(district: Path, tmp_path: Path) -> None:
    path = town_list(
        tmp_path / "名单.xlsx",
        HEAD,
        (1, "鄠邑区", "石井街道", "", "村级", 1, 2019),
        (2, "鄠邑区", "草堂镇", "", "镇级", "若干", 2020),
        (3, "鄠邑区", "庞光街道", "", "镇级", 1.5, "明年"),
    )
    found = run("rollup", district, "--towns", path)
    assert found.code == 3
    assert [cell for cell in ("E2", "F3", "F4", "G4") if f"!{cell}：" not in found.stderr] == []


def test_a_file_that_is_no_list_is_refused(district: Path) -> None:
    found = run("rollup", district, "--towns", SAMPLES / "镇级达标.xlsx")
    assert found.code == 3
    assert "不是镇街名单" in found.stderr
