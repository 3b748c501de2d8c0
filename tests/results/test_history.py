"""The course of each centre by audit date."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from made import NEW, result

from centre_check.results.compare import Change
from centre_check.results.course import courses
from conftest import CENTRE, STAFF, Row, base_centre, run, staff

DAYS = ("2020-06-30", "2020-09-30", "2020-12-31")


def test_each_audit_is_compared_with_the_one_before() -> None:
    days = [date.fromisoformat(day) for day in DAYS]
    results = [
        result(outcomes=outcomes, as_of=day)
        for outcomes, day in zip(("+x", "++", "x+"), days, strict=True)
    ]
    ((course,), clashes) = courses([results[2], results[0], results[1]])
    assert clashes == []
    assert [stop.result.as_of for stop in course.stops] == days
    first, second, third = course.stops
    assert first.since is None
    assert second.since is not None
    assert second.since.number_of(Change.FIXED) == 1
    assert third.since is not None
    assert third.since.number_of(Change.NEW) == 1


def test_two_results_of_a_day_are_no_course() -> None:
    found, clashes = courses([result(), result(outcomes="x", workbook="另一份.xlsx")])
    assert found == []
    assert len(clashes) == 1


def test_two_standards_on_one_day_are_two_audits() -> None:
    ((course,), clashes) = courses([result(), result(standard=NEW)])
    assert clashes == []
    assert len(course.stops) == 2


@pytest.fixture
def years(workbook: Callable[..., Path], tmp_path: Path) -> Path:
    """One centre on three days; on the second one a member of the staff is missing."""
    folder = tmp_path / "历年"
    folder.mkdir()
    for at, day in enumerate(DAYS):
        sheets = base_centre("镇级")
        centre: Row = sheets[CENTRE]
        centre["数据截止日期"] = day
        if at == 1:
            sheets[STAFF] = [staff(1), staff(2)]
        shutil.copy(workbook(sheets), folder / f"{at}.xlsx")
    return folder


def test_the_screen_shows_what_changed(years: Path) -> None:
    found = run("history", years)
    assert found.code == 0
    text = "".join(found.stdout.split())
    assert text.index("2020-06-30") < text.index("2020-09-30") < text.index("2020-12-31")
    assert "新增：HY-RY-03" in text
    assert "已整改：HY-RY-03" in text


def test_data_have_the_days_between(years: Path) -> None:
    (course,) = run("history", years, "-f", "json").json["courses"]
    assert [one["days"] for one in course["audits"]] == [None, 92, 92]
    assert [one["verdict"] for one in course["audits"]][1] == "non_compliant"


def test_two_files_of_a_day_are_refused_with_both_names(years: Path) -> None:
    shutil.copy(years / "0.xlsx", years / "再.xlsx")
    found = run("history", years)
    assert found.code == 3
    assert "0.xlsx" in found.stderr
    assert "再.xlsx" in found.stderr
