"""Where the output goes: a full disk, a closed stream, a reader that has left."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

SAMPLE = ROOT / "samples" / "区级达标.xlsx"


def ended(shell: str) -> tuple[int, str]:
    command = f'"{sys.executable}" -m centre_check audit "{SAMPLE}" {shell}'
    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, check=False, env=os.environ, text=True
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("form", ["", "-f json "])
def test_a_full_disk_is_told_and_is_no_defect(form: str) -> None:
    assert Path("/dev/full").exists(), "this test needs Linux"
    code, said = ended(f"{form}> /dev/full")
    assert code == 3
    assert said.startswith("结果写不出")


def test_a_closed_output_keeps_the_verdict() -> None:
    assert ended(">&-") == (4, "")


def test_a_reader_that_left_is_no_defect() -> None:
    code, said = ended("| true")
    assert (code, said) in ((0, ""), (3, ""))  # the code is that of `true`
