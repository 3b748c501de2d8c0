"""Numbers of persons in free text: masked wherever they stand, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from centre_check.form.types import Disclosure
from centre_check.workbook.masking import without_numbers
from conftest import STAFF, base_centre, run


@pytest.mark.parametrize(
    ("text", "masked", "in_part"),
    [
        ("", "", ""),
        ("工作已交接", "工作已交接", "工作已交接"),
        ("电话13800001234，备用", "电话***，备用", "电话138****1234，备用"),
        ("13800001234", "***", "138****1234"),
        ("11010519491231002X", "***", "11**************2X"),
        ("身份证11010519491231002x。", "身份证***。", "身份证11**************2x。"),
        ("13800001234、13900005678", "***、***", "138****1234、139****5678"),
    ],
)
def test_numbers_of_persons_are_masked(text: str, masked: str, in_part: str) -> None:
    assert without_numbers(text, Disclosure.MASKED) == masked
    assert without_numbers(text, Disclosure.ACTING) == in_part


@pytest.mark.parametrize(
    "text",
    [
        "1380000123",  # a digit short
        "138000012345",  # a digit more
        "12800001234",  # no mobile number begins so
        "029-84812345",
        "91610118MACR5M1H6X",  # a credit code
        "916101180000000001",
        "110105194913310020",  # no month
        "610118000000",  # a division code
        "2026-06-30",
        "合同2024031500012345678",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert without_numbers(text, Disclosure.MASKED) == text


@pytest.mark.parametrize(
    ("options", "shown"), [((), "联系***"), (("--personal", "show"), "联系13800001234")]
)
def test_a_remark_shows_a_number_only_where_all_is_shown(
    workbook: Callable[..., Path], tmp_path: Path, options: tuple[str, ...], shown: str
) -> None:
    sheets, result = base_centre("镇级"), tmp_path / "结果.json"
    sheets[STAFF][0]["备注"] = "联系13800001234"
    run("audit", workbook(sheets), "-o", result, *options)
    assert f'"{shown}"' in result.read_text("utf-8")
