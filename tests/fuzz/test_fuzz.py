"""What the fuzzer once found is mended, and a short run of it finds nothing."""

import os
from pathlib import Path

import pytest
from tests.fuzz.__main__ import KEPT, TARGETS
from tests.fuzz.loop import cause_of, fuzz

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork and rlimits")
SEED = 20191111


@pytest.mark.parametrize("path", sorted(KEPT.iterdir()), ids=lambda path: path.name)
def test_what_was_found_once_is_mended(path: Path) -> None:
    target = TARGETS[path.name.partition("-")[0]]()
    assert cause_of(target, path.read_bytes()) == ""


@pytest.mark.parametrize(("target", "executions"), [("cells", 8_000), ("books", 200)])
def test_a_short_run_finds_nothing(target: str, executions: int) -> None:
    tally = fuzz(TARGETS[target](), SEED, executions, seconds=600)
    assert [finding.cause for finding in tally.findings] == []
    assert tally.executions == executions
    assert len(tally.outcomes) > 20


def test_the_same_seed_gives_the_same_run() -> None:
    first, second = (fuzz(TARGETS["cells"](), SEED, 500, seconds=600) for _ in range(2))
    assert first.outcomes == second.outcomes
