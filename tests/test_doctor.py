"""What is recognised, however an office lays out its sheets, and what `doctor` says of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from conftest import (
    AGREEMENTS,
    CENTRE,
    MENTORS,
    ROOMS,
    ROOT,
    SERVICES,
    STAFF,
    TENANTS,
    Result,
    base_centre,
    lines,
    run,
    staff,
)

EXPERIENCE, MISTYPED = "实践经验或创业服务经历", "实践经验或创业服务经厉"
GOOD = ROOT / "samples" / "区级达标.xlsx"
Lines = dict[str, list[list[object]]]
Change = Callable[[Lines], None]


def centre() -> Lines:
    """A compliant centre as rows of cells, for a case to lay out otherwise."""
    return {name: lines(name, content, 0) for name, content in base_centre("区级").items()}


def save(path: Path, pages: Lines, *, hidden: str = "", merges: tuple[str, ...] = ()) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in pages.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
        page.sheet_state = "hidden" if name == hidden else "visible"
    for place in merges:
        name, cells = place.split("!")
        book[name].merge_cells(cells)
    book.save(path)
    return path


def renamed(pages: Lines, old: str, new: str) -> None:
    pages[new] = pages.pop(old)


def stacked(pages: Lines) -> None:
    pages["人员和导师"] = [
        ["一、运营管理人员名单"],
        *pages.pop(STAFF),
        [],
        ["二、创业导师名单"],
        *pages.pop(MENTORS),
    ]


def stacked_under_a_named_sheet(pages: Lines) -> None:
    pages[STAFF] += [["合计", "5人"], ["二、创业导师"], *pages.pop(MENTORS)]


def everything_on_one_sheet(pages: Lines) -> None:
    all_ = [row for name in list(pages) for row in ([name], *pages.pop(name), [])]
    pages["汇总表"] = all_


def beside(gap: int) -> Change:
    def change(pages: Lines) -> None:
        left, right = pages[STAFF], pages.pop(MENTORS)
        wide = len(left[0])
        pages[STAFF] = [
            [*(left[at] if at < len(left) else [None] * wide), *[None] * gap, *right[at]]
            for at in range(len(right))
        ]

    return change


def in_two_halves(pages: Lines) -> None:
    """Printed two-up: the second half of the list stands beside the first."""
    header, *rows = pages[MENTORS]
    pages[MENTORS] = [
        [*header, None, *header],
        *([*rows[at], None, *rows[at + 5]] for at in range(5)),
    ]


def headers_again(pages: Lines) -> None:
    header, *rows = pages[MENTORS]
    pages[MENTORS] = [header, *rows[:4], ["（续表）"], header, *rows[4:], ["填表人：某某"]]


def with_total(stated: object) -> Change:
    def change(pages: Lines) -> None:
        pages[STAFF].append(["合　计", stated])

    return change


def values_below(pages: Lines) -> None:
    rows = pages[CENTRE]
    halves = rows[:6], rows[6:]
    pages[CENTRE] = [[row[at] for row in half] for half in halves for at in (0, 1)]


def merged_labels(pages: Lines) -> None:
    pages[CENTRE] = [[label, None, value] for label, value in pages[CENTRE]]


def two_row_header(pages: Lines) -> None:
    header, *rows = pages[AGREEMENTS]
    top = ["协议期限" if text in ("起始日期", "终止日期") else text for text in header]
    below = [{"起始日期": "起", "终止日期": "止"}.get(str(text)) for text in header]
    pages[AGREEMENTS] = [top, below, *rows[:1], top, below, *rows[1:]]


def far_down(pages: Lines) -> None:
    pages[STAFF] = [["说明"]] * 20 + pages[STAFF]


def unit_line(pages: Lines) -> None:
    header, *rows = pages[ROOMS]
    pages[ROOMS] = [
        ["填报单位：某中心  单位：万㎡、人"],
        [*header, "建筑面积"],
        *([*row, 0.01] for row in rows),
    ]


SAME = [
    ("a sheet renamed", lambda pages: renamed(pages, STAFF, "花名册1"), "sheet_by_headers"),
    ("a key/value sheet renamed", lambda p: renamed(p, CENTRE, "Sheet1"), "sheet_by_headers"),
    ("two rosters stacked with titles", stacked, "further_table"),
    ("a roster stacked under a named one", stacked_under_a_named_sheet, "further_table"),
    ("all sheets stacked on one", everything_on_one_sheet, "further_table"),
    ("two rosters side by side", beside(1), "further_table"),
    ("two halves of one roster side by side", in_two_halves, "further_table"),
    ("the headers again after a page", headers_again, "header_rows"),
    ("a total that agrees", with_total("5人"), "total_rows"),
    ("values below their labels", values_below, ""),
    ("two-row headers, repeated", two_row_header, "header_rows"),
    ("headers below twenty rows", far_down, ""),
    ("a unit line above the headers", unit_line, ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "note"), [case[1:] for case in SAME], ids=[case[0] for case in SAME]
)
def test_the_layout_changes_no_finding(change: Change, note: str, tmp_path: Path) -> None:
    plain, other = centre(), centre()
    change(other)
    expected = run("audit", save(tmp_path / "原.xlsx", plain), "-f", "json")
    found = run("audit", save(tmp_path / "改.xlsx", other), "-f", "json")
    assert found.outcomes == expected.outcomes
    assert all(outcome == "pass" for outcome in expected.outcomes.values() if outcome != "manual")
    codes = {one["code"] for one in found.audit["notes"]}
    assert not note or note in codes


def test_merged_labels_lead_to_the_value_behind_them(tmp_path: Path) -> None:
    pages = centre()
    merged_labels(pages)
    merges = tuple(f"{CENTRE}!A{at}:B{at}" for at in range(1, len(pages[CENTRE]) + 1))
    result = run("audit", save(tmp_path / "合并.xlsx", pages, merges=merges), "-f", "json")
    assert set(result.outcomes.values()) == {"pass", "manual"}


def test_rows_merged_as_one_record_count_once(tmp_path: Path) -> None:
    """A room drawn over two rows is one room, and its area counts once."""
    pages = centre()
    pages[CENTRE] = [row for row in pages[CENTRE] if row[0] != "总面积(㎡)"]
    header, *rows = pages[ROOMS]
    tall = [[*row, 60] for row in rows for _ in (0, 1)]
    pages[ROOMS] = [[*header, "建筑面积(㎡)"], *tall]
    merges = tuple(
        f"{ROOMS}!{letter}{at}:{letter}{at + 1}" for at in (2, 4, 6, 8, 10) for letter in "ABCDEF"
    )
    result = run("audit", save(tmp_path / "高行.xlsx", pages, merges=merges), "-f", "json")
    assert result.finding("HY-YJ-04")["measured"]["low"] == "300"


def test_a_value_that_reads_like_a_label_is_no_label(tmp_path: Path) -> None:
    """面积口径 is 建筑面积, and below it stands another figure: no area is given."""
    pages = centre()
    pages[CENTRE] = [row for row in pages[CENTRE] if row[0] != "总面积(㎡)"]
    result = run("audit", save(tmp_path / "中心.xlsx", pages), "-f", "json")
    assert result.finding("HY-YJ-04")["outcome"] == "unknown"


def rival(pages: Lines) -> None:
    pages["运营人员"] = pages[STAFF]


def of_two_years(pages: Lines) -> None:
    pages["人员2019"] = pages[STAFF][:2]
    pages["人员2020"] = pages.pop(STAFF)


def last_year(pages: Lines) -> None:
    pages["去年人员"] = pages[STAFF]


def without_header(pages: Lines) -> None:
    pages[STAFF] = [["甲", "乙"], *pages[STAFF][1:]]


def text_beside(pages: Lines) -> None:
    pages[STAFF][2] = [*pages[STAFF][2], None, "以上人员另有三人"]


def typo(pages: Lines) -> None:
    pages[STAFF][0] = [{EXPERIENCE: MISTYPED}.get(str(text), text) for text in pages[STAFF][0]]


def twice(pages: Lines) -> None:
    pages[STAFF] = [[*row, row[0]] for row in pages[STAFF]]


def extra_column(pages: Lines) -> None:
    pages[STAFF] = [[*row, "血型"] for row in pages[STAFF]]


def ditto(pages: Lines) -> None:
    column = pages[STAFF][0].index("岗位类别")
    pages[STAFF][2][column] = "同上"


def area_twice(pages: Lines) -> None:
    pages[CENTRE].append(["建筑面积", 80])


NOTED = [
    ("two sheets for one", rival, "rival_sheets", "运营人员", "unknown"),
    ("of two years the workbook's", of_two_years, "unread_sheets", "人员2019", "pass"),
    ("last year's beside this one's", last_year, "unread_sheets", "去年人员", "pass"),
    ("a sheet without its headers", without_header, "no_header", STAFF, "unknown"),
    ("text beside the table", text_beside, "unread_cells", "I3", "pass"),
    ("a mistyped header", typo, "near_header", MISTYPED, "unknown"),
    ("a header that stands twice", twice, "duplicate_header", "H1", "pass"),
    ("a label that stands twice", area_twice, "duplicate_header", "A12", "pass"),
    ("a column of the office's own", extra_column, "unknown_columns", "血型", "pass"),
    ("同上", ditto, "ditto", "B3", "pass"),
    ("a total that disagrees", with_total("9人"), "total_differs", "9", "pass"),
    ("a place to be filled", lambda p: p[STAFF].append(["（空缺）"]), "vacancy_rows", "A7", "pass"),
    ("an example", lambda p: p[STAFF].append(["示例：张三"]), "example_rows", "A7", "pass"),
    ("signatures", lambda p: p[STAFF].append(["审核人：某某"]), "notes_rows", "A7", "pass"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code", "told", "outcome"), [case[1:] for case in NOTED], ids=[c[0] for c in NOTED]
)
def test_what_is_not_read_is_told(
    change: Change, code: str, told: str, outcome: str, tmp_path: Path
) -> None:
    pages = centre()
    change(pages)
    result = run("audit", save(tmp_path / "中心.xlsx", pages), "-f", "json")
    notes = [one for one in result.audit["notes"] if one["code"] == code]
    assert notes
    assert told in json.dumps(notes, ensure_ascii=False)
    assert result.finding("HY-RY-01")["outcome"] == outcome


def test_a_record_that_sounds_like_an_example_is_one(tmp_path: Path) -> None:
    pages = centre()
    pages["09 管理制度"][1][0] = "例会和经营管理制度"
    result = run("audit", save(tmp_path / "例会.xlsx", pages), "-f", "json")
    assert not [one for one in result.audit["notes"] if one["code"] == "example_rows"]


# --- the command ----------------------------------------------------------------------------------


def doctor(path: Path, *options: object) -> Any:
    return json.loads(run("doctor", path, "-f", "json", *options).stdout)


def missing_sheet(pages: Lines) -> None:
    del pages[SERVICES]


def impossible_date(pages: Lines) -> None:
    pages[MENTORS][1][3] = "2022-02-30"


def complete() -> Lines:
    """With the columns that a clause may rest on and that the smallest workbook lacks."""
    pages = centre()
    for name, header, entry in (
        (STAFF, "主要职责", "创业服务"),
        (SERVICES, "开始日期", "2019-07-01"),
        (AGREEMENTS, "协议名称/编号", "协议1"),
    ):
        pages[name] = [[*row, header if at == 0 else entry] for at, row in enumerate(pages[name])]
    return pages


ENDS = [
    ("all is there", lambda _: None, 0, "全部认出"),
    ("a sheet is missing", missing_sheet, 3, "07 服务项目"),
    ("a column is mistyped", typo, 3, EXPERIENCE),
    ("a date does not exist", impossible_date, 3, "没有这一天"),
    ("two sheets for one", rival, 3, "03 运营管理人员"),
    ("a total disagrees", with_total("9人"), 0, "填报9"),
]


@pytest.mark.parametrize(
    ("change", "code", "told"), [case[1:] for case in ENDS], ids=[case[0] for case in ENDS]
)
def test_how_doctor_ends(change: Change, code: int, told: str, tmp_path: Path) -> None:
    pages = complete()
    change(pages)
    result = run("doctor", save(tmp_path / "中心.xlsx", pages))
    assert (result.code, told in result.stdout, result.stderr) == (code, True, "")


def test_doctor_on_what_is_no_workbook_ends_with_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "文本.xlsx"
    path.write_text("不是工作簿", encoding="utf-8")
    result = run("doctor", path)
    assert (result.code, result.stdout) == (3, "")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("width", ["80", "200"])
def test_no_line_of_the_page_is_wider_than_the_screen(width: str) -> None:
    from centre_check.words.width import screen_width

    result = run("doctor", GOOD, COLUMNS=width)
    assert max(map(screen_width, result.stdout.splitlines())) <= int(width) + 2  # a comma may hang


def test_numbers_that_fail_their_check_digit_are_named_and_masked(tmp_path: Path) -> None:
    pages = centre()
    numbers = [
        "身份证号",
        "610118199001011234",
        "11010519491231002X",
        "610118900101123",
        None,
        None,
    ]
    pages[STAFF] = [[*row, one] for row, one in zip(pages[STAFF], numbers, strict=True)]
    pages[TENANTS] = [
        [*row, one]
        for row, one in zip(
            pages[TENANTS],
            ["统一社会信用代码", "91610118MA6TG2Q49O", "91110000600037341L", "9161"],
            strict=True,
        )
    ]
    path = save(tmp_path / "号码.xlsx", pages)
    wrong = {f"{one['sheet']}!{one['ref']}" for one in doctor(path)["wrong_numbers"]}
    assert wrong == {f"{STAFF}!H2", f"{TENANTS}!E2", f"{TENANTS}!E4"}
    assert "610118199001011234" not in run("doctor", path).stdout


def test_doctor_tells_by_which_word_each_column_was_found(tmp_path: Path) -> None:
    pages = centre()
    pages[STAFF][0] = ["人员姓名", "岗位类别", "是否专职", *pages[STAFF][0][3:]]
    pages[CENTRE] = [
        ["建筑面积" if label == "总面积(㎡)" else label, value] for label, value in pages[CENTRE]
    ]
    found = doctor(save(tmp_path / "中心.xlsx", pages))
    means = {
        (table["sheet"], one["cell"]["header"]): one["means"]
        for sheet in found["sheets"]
        for table in sheet["tables"]
        for one in table["columns"]
    }
    assert means["staff", "人员姓名"] == "synonym"
    assert means["staff", "岗位类别"] == "canonical"
    assert means["centre", "建筑面积"] == "implied"


def test_a_hidden_sheet_is_listed_and_not_read(tmp_path: Path) -> None:
    path = save(tmp_path / "隐藏.xlsx", centre(), hidden=STAFF)
    assert {s["name"]: s["taken"] for s in doctor(path)["sheets"]}[STAFF] == "hidden"
    audited: Result = run("audit", path, "-f", "json")
    assert audited.finding("HY-RY-01")["outcome"] == "unknown"


def test_staff_of_the_fixture_has_the_columns_that_the_cases_name() -> None:
    assert list(staff(1))[:3] == ["姓名", "岗位类别", "专职/兼职"]


@pytest.mark.parametrize(("stated", "is_told"), [(3, False), (12, True), ("约12", False)])
def test_a_number_that_the_lists_do_not_show_is_told(
    workbook: Callable[..., Path], stated: object, *, is_told: bool
) -> None:
    sheets = base_centre("区级")
    sheets[CENTRE]["入驻实体数"] = stated
    ended = run("doctor", workbook(sheets))
    assert ("填报12，名册可核3" in ended.stdout) is is_told, ended.stdout
