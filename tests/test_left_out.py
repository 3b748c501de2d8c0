"""CENTRE_CHECK_ALLOW_SKIPS=no: a test that is left out has failed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

TESTS = """
import pytest
@pytest.mark.skip(reason="marked")
def test_marked(): pass
def test_inside(): pytest.skip("inside")
@pytest.mark.xfail(reason="fails")
def test_fails(): assert 0
@pytest.mark.xfail(reason="passes")
def test_passes(): pass
def test_made(): pass
"""


def ran(text: str, allowed: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = folder / "test_it.py"
    path.write_text(text)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "conftest", "-p", "no:cacheprovider", path],
        capture_output=True,
        text=True,
        env=os.environ | {"CENTRE_CHECK_ALLOW_SKIPS": allowed, "PYTHONPATH": str(ROOT / "tests")},
        cwd=folder,
        check=False,
    )


@pytest.mark.parametrize(
    ("text", "allowed", "outcomes", "code"),
    [
        (TESTS, "yes", "1 passed, 2 skipped, 1 xfailed, 1 xpassed", 0),
        (TESTS, "no", "3 failed, 1 passed, 1 error", 1),
        ("import pytest\npytest.importorskip('no_such')\n", "yes", "1 skipped", 5),
        ("import pytest\npytest.importorskip('no_such')\n", "no", "1 error", 2),
    ],
    ids=["tests, allowed", "tests", "a file, allowed", "a file"],
)
def test_what_is_left_out_counts(
    text: str, allowed: str, outcomes: str, code: int, tmp_path: Path
) -> None:
    done = ran(text, allowed, tmp_path)
    assert outcomes in done.stdout, done.stdout + done.stderr
    assert done.returncode == code
