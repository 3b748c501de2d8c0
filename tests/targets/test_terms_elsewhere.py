"""Terms that stand on another sheet than the population's own: found there, or not known."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import AGREEMENTS, ROOT, TENANTS, base_centre, run

STANDARD = ROOT / "standards" / "huyi-2019-centre.yaml"


@pytest.fixture
def standard(tmp_path: Path) -> Path:
    """The standard where supported entities are tenants alone, without the sheet of agreements."""
    text = STANDARD.read_text("utf-8")
    start = text.index("    rows: [tenants, agreements]\n")
    end = text.index("  agreements_in_force:\n")
    found = tmp_path / "另一标准.yaml"
    found.write_text(
        f"{text[:start]}    rows: [tenants]\n    distinct: true\n{text[end:]}", "utf-8"
    )
    return found


@pytest.mark.parametrize(
    ("until", "outcome"),
    [
        ("2022-06-30", "pass"),
        ("2022-07-01", "pass"),
        ("2022-07-02", "fail"),
        ("2025-07-31", "fail"),
        (None, "unknown"),
    ],
)
def test_a_term_on_another_sheet_is_found(
    until: str | None, outcome: str, standard: Path, workbook: Callable[..., Path]
) -> None:
    sheets = base_centre("镇级")
    sheets[AGREEMENTS][0] |= {"起始日期": "2019-07-01", "终止日期": until}
    ended = run("audit", workbook(sheets), "-s", standard, "-f", "json", "--as-of", "2020-06-30")
    assert ended.finding("HY-FW-02")["outcome"] == outcome


def test_without_any_term_nothing_is_proved(standard: Path, workbook: Callable[..., Path]) -> None:
    sheets = base_centre("镇级")
    name = sheets[AGREEMENTS][0]["实体名称"]
    assert name in {one["实体名称"] for one in sheets[TENANTS]}
    del sheets[AGREEMENTS][0]
    ended = run("audit", workbook(sheets), "-s", standard, "-f", "json", "--as-of", "2020-06-30")
    assert ended.finding("HY-FW-02")["outcome"] == "unknown"
