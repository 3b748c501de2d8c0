"""What became of a clause between two audits, and by whose doing."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from made import NEW, clause, result

from centre_check.results.compare import Change, compare
from centre_check.results.identity import centres, pair
from conftest import (
    AUDIT_DAY,
    CENTRE,
    MENTORS,
    ROOT,
    STAFF,
    Sheets,
    base_centre,
    mentor,
    run,
    staff,
)

F, S, P, X, W, N, U, E, L = (
    Change.FIXED,
    Change.SETTLED,
    Change.PARTLY,
    Change.OPEN,
    Change.PENDING,
    Change.NEW,
    Change.UNDECIDED,
    Change.UNCHANGED,
    Change.LAPSED,
)


@pytest.mark.parametrize(
    ("before", "after", "change", "is_worse"),
    [
        ("x", "+", F, False),
        ("x", "x", X, False),
        ("x", "?", U, False),
        ("x", "-", L, False),
        ("+", "x", N, True),
        ("+", "?", U, True),
        ("+", "o", U, True),
        ("+", "+", E, False),
        ("+", "-", E, False),
        ("?", "+", S, False),
        ("?", "x", N, True),
        ("?", "o", W, False),
        ("?", "?", W, False),
        ("o", "-", L, False),
        ("-", "x", N, True),
        ("-", "+", E, False),
    ],
)
def test_each_pair_of_outcomes(before: str, after: str, change: Change, *, is_worse: bool) -> None:
    (one,) = compare(result(outcomes=before), result(outcomes=after)).clauses
    assert (one.change, one.is_worse) == (change, is_worse)


@pytest.mark.parametrize(
    ("before", "after", "change"), [("2", "1", P), ("2", "2", X), ("1", "2", X), (None, "1", X)]
)
def test_less_missing_is_partly_put_in_order(
    before: str | None, after: str, change: Change
) -> None:
    old = result()._replace(clauses=(clause(1, "x", before),))
    new = result()._replace(clauses=(clause(1, "x", after),))
    assert compare(old, new).clauses[0].change is change


@pytest.mark.parametrize(
    ("old", "again", "new", "change", "is_worse"),
    [
        ("+", "x", "x", Change.BY_STANDARD, False),
        ("x", "+", "+", Change.BY_STANDARD, False),
        ("+", "+", "x", Change.NEW, True),
        ("x", "x", "+", Change.FIXED, False),
        ("x", "?", "+", Change.SETTLED, False),
        ("+", "x", "+", Change.UNCHANGED, False),
        ("x", "x", "x", Change.OPEN, False),
        ("+", "?", "x", Change.NEW, True),
    ],
)
def test_the_standard_s_part_is_told_by_judging_the_old_workbook_again(
    old: str, again: str, new: str, change: Change, *, is_worse: bool
) -> None:
    found = compare(
        result(outcomes=old),
        result(outcomes=new, standard=NEW),
        result(outcomes=again, standard=NEW),
    )
    (one,) = found.clauses
    assert found.is_rejudged
    assert (one.change, one.is_worse) == (change, is_worse)


@pytest.mark.parametrize(
    ("old", "new", "change", "is_worse"),
    [
        ("+", "x", Change.UNTOLD, True),
        ("x", "+", Change.UNTOLD, False),
        ("x", "x", Change.OPEN, False),
        ("+", "+", Change.UNCHANGED, False),
    ],
)
def test_without_the_old_workbook_it_cannot_be_told(
    old: str, new: str, change: Change, *, is_worse: bool
) -> None:
    found = compare(result(outcomes=old), result(outcomes=new, standard=NEW))
    (one,) = found.clauses
    assert not found.is_rejudged
    assert (one.change, one.is_worse) == (change, is_worse)


def test_a_clause_that_the_standard_dropped_is_by_the_standard() -> None:
    found = compare(result(outcomes="+x"), result(outcomes="+", standard=NEW))
    assert [one.change for one in found.clauses] == [Change.UNCHANGED, Change.BY_STANDARD]


def test_the_interval_is_counted_in_days() -> None:
    new = result(as_of=date(2020, 9, 28))
    assert compare(result(), new).days == 90


@pytest.mark.parametrize(
    ("old", "new", "is_same"),
    [
        (result("甲 中心"), result("甲中心"), True),
        (result("甲中心"), result("乙中心"), False),
        (result("甲中心"), result("甲中心", level="district"), True),
        (result("甲中心", level=None), result("甲中心"), True),
        (result("甲", area_code="610118005000"), result("乙", area_code="610118 005 000"), True),
        (result("甲", area_code="610118005000"), result("乙", area_code="610118006000"), False),
    ],
    ids=["blanks", "another name", "another level", "no level", "code", "another code"],
)
def test_which_results_are_of_one_centre(old: object, new: object, *, is_same: bool) -> None:
    assert bool(pair([old], [new]).pairs) is is_same  # type: ignore[list-item]


def test_two_centres_of_one_name_are_not_paired_by_it_alone() -> None:
    both = [result("甲", level="town"), result("甲", level="district")]
    assert pair(both, [result("甲", level=None)]).pairs == ()


def test_results_bridged_by_name_and_code_are_of_one_centre() -> None:
    linked = [
        result("甲", area_code=""),
        result("甲", area_code="610118005000"),
        result("旧甲", area_code="610118005000", as_of=date(2019, 6, 30)),
    ]
    for order in (linked, linked[::-1], [linked[0], linked[2], linked[1]]):
        assert [len(one.results) for one in centres(order)] == [3]


# --- the command ----------------------------------------------------------------------------------


@pytest.fixture
def town(workbook: Callable[..., Path]) -> Callable[..., Path]:
    def build(name: str, day: str = AUDIT_DAY, **changes: object) -> Path:
        sheets: Sheets = base_centre("镇级")
        sheets[CENTRE]["数据截止日期"] = day
        sheets |= changes
        return workbook(sheets, name=name)

    return build


def test_inserted_rows_move_nothing(town: Callable[..., Path]) -> None:
    before = town("前.xlsx")
    mentors = [mentor(9), *(mentor(at) for at in range(1, 6))]
    after = town("后.xlsx", "2020-07-30", **{MENTORS: mentors})
    found = run("compare", before, after, "-f", "json")
    assert found.code == 0
    (one,) = found.json["comparisons"]
    assert one["days"] == 30
    assert one["summary"]["unchanged"] == 31
    assert one["summary"]["pending"] == 2  # what only an inspector decides


def test_a_clause_that_got_worse_ends_with_1(town: Callable[..., Path]) -> None:
    before = town("前.xlsx")
    after = town("后.xlsx", "2020-07-30", **{STAFF: [staff(1), staff(2)]})
    found = run("compare", before, after, "-f", "json")
    assert found.code == 1
    (one,) = found.json["comparisons"]
    assert {c["criterion"] for c in one["clauses"] if c["change"] == "new"} >= {"HY-RY-03"}
    assert run("compare", after, town("再.xlsx", "2020-08-30")).code == 0


def test_the_form_says_what_became_of_each_clause(town: Callable[..., Path]) -> None:
    before = town("前.xlsx", **{MENTORS: [mentor(at) for at in range(1, 4)]})
    after = town("后.xlsx", "2020-07-30", **{MENTORS: [mentor(at) for at in range(1, 5)]})
    shown = run("compare", before, after).stdout
    text = "".join(shown.split())
    assert "整改复查意见表" in text
    assert "间隔30天" in text
    assert "部分整改1条" in text
    assert "复查意见" in text
    assert "检查人员（一）" in text


def test_the_wrong_order_is_refused(town: Callable[..., Path]) -> None:
    found = run("compare", town("后.xlsx", "2020-07-30"), town("前.xlsx"))
    assert found.code == 2
    assert "较早的一次写在前面" in found.stderr


def test_no_common_centre_is_refused() -> None:
    samples = ROOT / "samples"
    found = run("compare", samples / "区级达标.xlsx", samples / "镇级达标.xlsx")
    assert found.code == 2
    assert "没有同一个中心" in found.stderr


def test_a_centre_that_is_missing_later_ends_with_3(
    town: Callable[..., Path], tmp_path: Path
) -> None:
    both = tmp_path / "前"
    both.mkdir()
    shutil.copy(town("前.xlsx"), both)
    shutil.copy(ROOT / "samples" / "镇级达标.xlsx", both)
    found = run("compare", both, town("后.xlsx", "2020-07-30"))
    assert found.code == 3
    assert "本次未复查的中心" in found.stdout


def test_a_centre_given_twice_is_refused_with_both_names(
    town: Callable[..., Path], tmp_path: Path
) -> None:
    both = tmp_path / "前"
    both.mkdir()
    shutil.copy(town("前.xlsx"), both / "一.xlsx")
    shutil.copy(town("前.xlsx"), both / "二.xlsx")
    found = run("compare", both, town("后.xlsx", "2020-07-30"))
    assert found.code == 3
    assert "一.xlsx" in found.stderr
    assert "二.xlsx" in found.stderr


@pytest.fixture
def stricter(tmp_path: Path) -> Path:
    """The standard with one mentor more for towns."""
    folder = tmp_path / "standards"
    shutil.copytree(ROOT / "standards" / "forms", folder / "forms")
    text = (ROOT / "standards" / "huyi-2019-centre.yaml").read_text("utf-8")
    begin = text.index("- id: HY-RY-05")
    changed = text[begin:].replace("town: 5", "town: 6", 1)
    assert changed != text[begin:]
    path = folder / "更严.yaml"
    path.write_text(text[:begin] + changed, "utf-8")
    return path


def test_what_only_the_standard_changed_is_told_where_the_old_workbook_is_there(
    town: Callable[..., Path], stricter: Path, tmp_path: Path
) -> None:
    before, after = town("前.xlsx"), town("后.xlsx", "2020-07-30")
    kept = tmp_path / "前.json"
    run("audit", before, "-o", kept)
    found = run("compare", kept, after, "-s", stricter, "-f", "json")
    (one,) = found.json["comparisons"]
    assert (found.code, one["is_rejudged"]) == (0, True)
    assert [c["criterion"] for c in one["clauses"] if c["change"] == "by_standard"] == ["HY-RY-05"]
    before.unlink()
    found = run("compare", kept, after, "-s", stricter, "-f", "json")
    (one,) = found.json["comparisons"]
    assert (found.code, one["is_rejudged"]) == (1, False)
    assert [c["criterion"] for c in one["clauses"] if c["change"] == "untold"] == ["HY-RY-05"]
    assert "无法区分" in run("compare", kept, after, "-s", stricter).stdout


def test_old_workbooks_may_have_another_standard(town: Callable[..., Path], stricter: Path) -> None:
    old = ("--old-standard", "huyi-2019-centre")
    found = run("compare", town("前.xlsx"), town("后.xlsx"), "-s", stricter, *old, "-f", "json")
    (one,) = found.json["comparisons"]
    assert one["summary"]["by_standard"] == 1
