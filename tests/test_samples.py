"""The four sample workbooks: what is printed of them is kept, `--update` writes it anew."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT, run

GOLDEN = ROOT / "samples" / "golden"
SAMPLES = ("区级达标", "区级未达标", "镇级达标", "镇级待核定")
FORMS = {
    "zh.txt": ("--lang", "zh"),
    "en.txt": ("--lang", "en"),
    "json": ("-f", "json"),
}


@pytest.fixture
def at_root() -> Iterator[None]:
    """Paths are written as they are given: relative, so that they are the same everywhere."""
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


def on_site(sample: str) -> tuple[str, ...]:
    """What an inspector decided of it, if one has been there."""
    path = f"samples/现场核定/{sample}现场核定.xlsx"
    return ("--attestations", path) if Path(path).exists() else ()


@pytest.mark.usefixtures("at_root")
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_what_is_printed_is_as_kept(sample: str, form: str, *, update: bool) -> None:
    result = run("audit", f"samples/{sample}.xlsx", *on_site(sample), *FORMS[form])
    assert result.stderr == ""
    kept = GOLDEN / f"{sample}.{form}"
    if update:
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(result.stdout, "utf-8", newline="\n")
    assert kept.read_text("utf-8") == result.stdout, "read the change, then run pytest --update"


def test_no_golden_file_is_left_over() -> None:
    wanted = {f"{sample}.{form}" for sample in SAMPLES for form in FORMS}
    assert {path.name for path in GOLDEN.iterdir()} == wanted


def test_the_samples_are_made_as_they_stand(tmp_path: Path) -> None:
    for folder in ("samples", "standards/forms"):
        shutil.copytree(
            ROOT / folder,
            tmp_path / folder,
            ignore=shutil.ignore_patterns("*.xlsx", "golden", "__pycache__"),
        )
    command = [sys.executable, str(tmp_path / "samples" / "make_samples.py")]
    subprocess.run(
        command, check=True, capture_output=True, env=os.environ | {"PYTHONIOENCODING": "utf-8"}
    )
    kept = [path.relative_to(ROOT) for path in (ROOT / "samples").rglob("*.xlsx")]
    assert len(kept) == len(SAMPLES) + 2
    for path in kept:
        assert (tmp_path / path).read_bytes() == (ROOT / path).read_bytes(), "run `make samples`"
