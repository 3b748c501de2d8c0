"""Promises about the program's shape: what it imports when, what is documented, what is tested."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from centre_check.desk import exits
from conftest import ROOT, run

README = (ROOT / "README.md").read_text("utf-8")
SAMPLE = "samples/区级未达标.xlsx"
HEAVY = {
    "pydantic",
    "pydantic_core",
    "openpyxl",
    "python_calamine",
    "rich",
    "yaml",
    "jinja2",
    "msgspec",
}
COMMANDS = sorted(
    path.stem
    for path in (ROOT / "src" / "centre_check" / "commands").glob("*.py")
    if not path.stem.startswith("_")
)
_PROBE = """
import json, sys
from centre_check.commands import main
code = None
try:
    main(sys.argv[1:])
except SystemExit as end:
    code = end.code
print("\\n" + json.dumps([code, sorted(name for name in sys.modules if "." not in name)]))
"""


def imported(*arguments: str) -> tuple[int, set[str]]:
    """The exit code of a run and the packages that it has loaded."""
    ended = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _PROBE, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )
    code, names = json.loads(ended.stdout.splitlines()[-1])
    return code, set(names)


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("audit", "--help"), ("explain", "--help")],
    ids=" ".join,
)
def test_help_loads_click_and_the_standard_library_only(arguments: tuple[str, ...]) -> None:
    code, names = imported(*arguments)
    assert code == 0
    assert names & HEAVY == set()
    assert "click" in names


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)], ids=" ".join)
def test_help_loads_no_slow_part_of_the_standard_library(arguments: tuple[str, ...]) -> None:
    _, names = imported(*arguments)
    assert names & {"pathlib", "urllib", "ipaddress", "decimal", "hashlib", "zipfile"} == set()


def test_an_audit_loads_no_part_of_the_standard_library_that_it_can_do_without() -> None:
    _, names = imported("audit", SAMPLE)
    assert names & {"csv", "glob", "random", "tempfile", "multiprocessing", "logging"} == set()


def test_an_audit_as_json_loads_only_the_reader() -> None:
    code, names = imported("audit", SAMPLE, "-f", "json")
    assert code == 1
    assert names & HEAVY == {"python_calamine"}


def test_an_audit_into_a_pipe_loads_no_colours() -> None:
    code, names = imported("audit", SAMPLE)
    assert code == 1
    assert names & {"rich", "pydantic", "yaml", "openpyxl"} == set()


def test_the_probe_would_see_a_heavy_import() -> None:
    _, names = imported("audit", SAMPLE, "--color", "always")
    assert "rich" in names
    _, names = imported("standards", "schema", "report")
    assert "pydantic" in names


# --- parity ---------------------------------------------------------------------------------------


def test_every_command_is_in_the_readme_and_in_the_help() -> None:
    assert COMMANDS
    shown = run("--help").stdout
    for command in COMMANDS:
        assert f"`{command}`" in README
        assert re.search(rf"^  {command} ", shown, re.MULTILINE)


def test_every_option_of_the_readme_exists() -> None:
    known = "".join(run(command, "--help").stdout for command in COMMANDS)
    known += run("--help").stdout
    for part in ("list", "show", "validate", "schema"):
        known += run("standards", part, "--help").stdout
    ours = [line for line in README.splitlines() if "centre-check" in line and "pip" not in line]
    for option in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", "\n".join(ours)):
        assert option in known, option


def test_the_readme_shows_the_help_as_it_is() -> None:
    (shown,) = re.findall(r"```text\n(用法.*?)```", README, re.DOTALL)
    assert run("--help").stdout.strip() == shown.strip()


def test_the_readme_shows_an_audit_as_it_is() -> None:
    (shown,) = re.findall(r"```text\n(未达标.*?)……\n```", README, re.DOTALL)
    kept = (ROOT / "samples" / "golden" / "区级未达标.zh.txt").read_text("utf-8")
    assert shown.count("\n") > 10
    assert kept.startswith(shown)


def test_every_exit_code_is_in_the_readme_and_in_the_help() -> None:
    from centre_check.words import Words

    words = Words("zh")
    shown = run("--help").stdout
    for code, meaning in exits.MEANINGS.items():
        assert f"| {code} | {words(meaning)} |" in README
        assert re.search(rf"\b{code}\s+{re.escape(words(meaning))}", shown)


def test_every_exit_code_has_a_test() -> None:
    tests = (Path(__file__).parent / "test_acceptance.py").read_text("utf-8")
    for code in exits.MEANINGS:
        pattern = (
            rf"(?:code == {code}\b|== \({code}\b|, {code}\)|, {code}, |returncode == {code}\b)"
        )
        assert re.search(pattern, tests), code


def test_every_verdict_has_an_exit_code() -> None:
    from centre_check.model.outcomes import Verdict

    assert set(exits.BY_VERDICT) == set(Verdict)
    assert set(exits.BY_VERDICT.values()) <= set(exits.MEANINGS)


@pytest.mark.parametrize(
    ("codes", "worst"),
    [((0, 4), 4), ((4, 1), 1), ((1, 3), 3), ((3, 70), 70), ((0, 0), 0), ((0, 1, 3, 4, 70), 70)],
)
def test_the_worst_of_several_codes(codes: tuple[int, ...], worst: int) -> None:
    assert exits.worst(codes) == worst


# What a workbook holds and what a document shows are both tables to everybody; the document's
# block is named so in its JSON.
_BORNE_TWICE = {"Table"}


def test_a_public_class_name_is_borne_by_one_class() -> None:
    seen: dict[str, list[str]] = {}
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                seen.setdefault(node.name, []).append(path.stem)
    assert {name: paths for name, paths in seen.items() if len(paths) > 1}.keys() == _BORNE_TWICE


def test_no_union_is_made_as_python_3_14_cannot() -> None:
    """There `Union` is a class without `__getitem__`; `operator.getitem(Union, …)` works in all."""
    for path in (ROOT / "src").rglob("*.py"):
        assert "Union.__getitem__" not in path.read_text("utf-8"), path
