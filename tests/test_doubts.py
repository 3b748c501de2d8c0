"""Consistency hints: what each one is said of, and that they are said of nothing else."""

from collections.abc import Callable

import pytest

from conftest import (
    AGREEMENTS,
    CENTRE,
    MENTORS,
    ROOMS,
    STAFF,
    TENANTS,
    Result,
    Sheets,
    base_centre,
    tenant,
)

Judge = Callable[..., Result]
Edit = Callable[[Sheets], object]
GOOD, CHILD, ANCIENT = "610125199003072219", "61012520100307", "61012519300307"


def number(beginning: str) -> str:
    """An identity number with a right check digit."""
    from centre_check.logic.codes import is_person_number

    return next(n for c in "0123456789X" if is_person_number(n := f"{beginning}221{c}"))


def column(title: str, header: str, *values: object) -> Edit:
    return lambda sheets: [
        row.update({header: value}) for row, value in zip(sheets[title], values, strict=False)
    ]


def many_tenants(rent: Callable[[int], object], n: int = 8) -> Edit:
    return lambda sheets: sheets.update(
        {TENANTS: [tenant(at) | {"月租金": rent(at)} for at in range(1, n + 1)]}
    )


def alike(sheets: Sheets) -> None:
    for row in sheets[MENTORS][3:5]:
        row.update({"工作单位及职务": "某公司经理", "专业领域": "电商", "职称": "高级"})


CASES = {
    "copied rows": (alike, "copied_rows", 2),
    "one phone": (column(STAFF, "联系电话", *["13900000001"] * 2), "shared_phone", 2),
    "a child": (column(STAFF, "身份证号", number(CHILD)), "age", 1),
    "over eighty": (column(MENTORS, "身份证号", number(ANCIENT)), "age", 1),
    "a wrong digit": (column(STAFF, "身份证号", "610125199003072211"), "person_number", 1),
    "eight round rents": (many_tenants(lambda at: 100 * at), "round_figures", 8),
    "rooms over total": (column(ROOMS, "建筑面积(㎡)", *[120] * 5), "rooms_exceed_area", 1),
    "rooms' capacity": (column(ROOMS, "可容纳创业实体数", 2, 2, 2, 2, 3), "capacity_differs", 1),
    "end before start": (column(MENTORS, "聘任结束日期", "2018-01-01"), "ends_before_start", 2),
    "too many tenants": (many_tenants(lambda _: None, 11), "over_capacity", 1),
    "another party": (column(AGREEMENTS, "甲方", "另一家公司"), "other_party", 1),
    "an absurd area": (lambda s: s[CENTRE].update({"总面积(㎡)": 52000}), "unlikely_figure", 1),
    "a huge figure": (many_tenants(lambda _: 1e30), "round_figures", 8),
}


@pytest.mark.parametrize("name", CASES)
def test_what_does_not_fit_is_pointed_out(name: str, judged: Judge) -> None:
    edit, code, cells = CASES[name]
    sheets = base_centre("区级")
    edit(sheets)
    notes = [n for n in judged(sheets).audit["notes"] if n["code"] == f"doubt_{code}"]
    assert [len(note["cells"]) for note in notes] == [cells]


QUIET = {
    "a compliant centre": lambda _: None,
    "two phones": column(STAFF, "联系电话", "13900000001", "13900000002"),
    "one office telephone": column(STAFF, "联系电话", *["029-84812345"] * 5),
    "a good number": column(STAFF, "身份证号", GOOD),
    "seven round rents": many_tenants(lambda at: 100 * at, 7),
    "one rent that is not round": many_tenants(lambda at: 100 * at + (at == 8)),
    "rooms that come to the total": column(ROOMS, "建筑面积(㎡)", *[100] * 5),
    "the operator with its district": column(AGREEMENTS, "甲方", "西安市鄠邑区某某服务中心"),
}


@pytest.mark.parametrize("name", QUIET)
def test_what_fits_is_left_alone(name: str, judged: Judge) -> None:
    sheets = base_centre("区级")
    QUIET[name](sheets)
    codes = [note["code"] for note in judged(sheets).audit["notes"]]
    assert [code for code in codes if code.startswith("doubt_")] == []


def test_hints_never_decide_and_never_show_people(judged: Judge) -> None:
    sheets = base_centre("区级")
    outcomes = judged(sheets).outcomes
    column(STAFF, "联系电话", *["13900000001"] * 2)(sheets)
    column(STAFF, "身份证号", "610125199003072211")(sheets)
    result = judged(sheets)
    assert result.outcomes == outcomes
    shown = [note for note in result.audit["notes"] if note["code"].startswith("doubt_")]
    assert len(shown) == 2
    assert not {"13900000001", "610125199003072211"} & {
        c["value"] for n in shown for c in n["cells"]
    }
