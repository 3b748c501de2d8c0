"""A draw is the same for everybody, and at least one of each stratum is drawn."""

import hashlib
import random
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import result

from centre_check.results.draw import draw, ticket
from conftest import ROOT, run

TENTH = Decimal("0.1")
HUNDRED = [
    result(f"第{at}中心", level=("town", "district")[at % 2], area_code=f"6101{at % 3:02}")
    for at in range(100)
]


def names(results: object, **options: object) -> list[str]:
    strata = draw(results, TENTH, "2026", **options)  # type: ignore[arg-type]
    return [one.name for stratum in strata for one in stratum.drawn]


def test_these_are_drawn_for_all_time() -> None:
    """Kept by hand: if this changes, a draw that was published can no longer be repeated."""
    told = {
        one.name: hashlib.sha256(f"2026\nname\n{one.level}\n{one.name}".encode()).hexdigest()
        for one in HUNDRED
    }
    assert names(HUNDRED) == sorted(told, key=lambda name: told[name])[:10]
    assert ticket(result("甲中心"), "2026") == (
        hashlib.sha256("2026\nname\ntown\n甲中心".encode()).hexdigest()
    )


@given(st.randoms())
def test_the_order_of_the_files_plays_no_part(shuffled: random.Random) -> None:
    other = HUNDRED[:]
    shuffled.shuffle(other)
    assert names(other, by=["level"]) == names(HUNDRED, by=["level"])


@given(st.integers(1, 60), st.decimals("0.001", "1", places=3))
def test_the_rate_is_rounded_half_up_and_never_to_none(size: int, rate: Decimal) -> None:
    (stratum,) = draw(HUNDRED[:size], rate, "1")
    assert stratum.size == size
    assert len(stratum.drawn) == max(1, int(rate * size + Decimal("0.5")))


def test_another_seed_draws_others() -> None:
    drawn = [draw(HUNDRED, TENTH, str(seed))[0].drawn for seed in range(5)]
    assert len({tuple(one.name for one in each) for each in drawn}) == 5


def test_a_centre_more_moves_no_other_out_of_order() -> None:
    fewer = [one.name for one in draw(HUNDRED[:-1], Decimal(1), "1")[0].drawn]
    more = [one.name for one in draw(HUNDRED, Decimal(1), "1")[0].drawn]
    assert [name for name in more if name != HUNDRED[-1].name] == fewer


def test_strata_are_drawn_from_by_themselves() -> None:
    strata = draw(HUNDRED, Decimal("0.01"), "1", ["county", "level"])
    assert [(one.key, len(one.drawn)) for one in strata] == [
        (("610100", "区级"), 1),
        (("610100", "镇（街道）级"), 1),
        (("610101", "区级"), 1),
        (("610101", "镇（街道）级"), 1),
        (("610102", "区级"), 1),
        (("610102", "镇（街道）级"), 1),
    ]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("全区") / "结果.jsonl"
    run("audit", *sorted((ROOT / "samples").glob("*.xlsx")), "-o", out)
    return out


def test_the_list_says_how_it_was_drawn(results: Path) -> None:
    found = run("sample", results, "--rate", "50%", "--seed", "2026", "--by", "level")
    assert found.code == 0
    text = "".join(found.stdout.split())
    for part in ("种子2026", "抽取比例50%", "中心数4", "层数2", "SHA-256", "分层依据级别"):
        assert part in text


def test_data_have_the_ticket_of_each(results: Path) -> None:
    found = run("sample", results, "--rate", "0.5", "--seed", "2026", "-f", "json").json
    assert (found["total"], found["drawn"], found["rate"]) == (4, 2, "0.5")
    tickets = [one["ticket"] for one in found["strata"][0]["drawn"]]
    assert tickets == sorted(tickets)


@pytest.mark.parametrize("rate", ["0", "0%", "101%", "-5%", "一成", "nan", "inf", ""])
def test_what_is_no_share_is_refused(results: Path, rate: str) -> None:
    found = run("sample", results, "--rate", rate, "--seed", "1")
    assert found.code == 2
    assert "不是抽取比例" in found.stderr


def test_an_unknown_stratum_is_refused_with_the_nearest(results: Path) -> None:
    found = run("sample", results, "--rate", "10%", "--seed", "1", "--by", "levl")
    assert found.code == 2
    assert "level" in found.stderr
