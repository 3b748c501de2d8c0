"""The shipped target standards and calculators: true to their sources, listed, valid."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT, run

SEEDS = ROOT.parent / "shared" / "seeds"
QUOTES = ROOT / "tests" / "golden" / "target_quotes.txt"
FILES = sorted((ROOT / "standards").glob("*/*.yaml"))
FILES = [path for path in FILES if path.parent.name in ("targets", "subsidies")]
SOURCES = {"shenyang": "000", "chaoyang": "001", "wuhan": "002", "ningbo": "003", "huyi": "004"}
SOURCES |= {"shaanxi": "004"}  # the amounts are from the press; the clause is Huyi's


def folded(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def quotes(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "quote":
                yield value
            else:
                yield from quotes(value)
    elif isinstance(node, list):
        for part in node:
            yield from quotes(part)


def said_in(path: Path) -> list[str]:
    return list(quotes(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)))


def test_every_quote_is_one_that_was_found_in_its_source(*, update: bool) -> None:
    """The documents are no part of the repository; what was found in them is kept.

    `--update` asks for the documents again.
    """
    said = [f"{path.stem}\t{quote}" for path in FILES for quote in said_in(path)]
    assert len(said) > 80
    if update:
        for path in FILES:
            number = SOURCES[path.stem.split("-")[0]]
            source = folded(next(SEEDS.glob(f"{number}_*.txt")).read_text("utf-8"))
            assert [quote for quote in said_in(path) if folded(quote) not in source] == []
        QUOTES.write_text("\n".join(said) + "\n", "utf-8")
    assert said == QUOTES.read_text("utf-8").splitlines()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_file_is_in_order_and_can_be_shown(path: Path) -> None:
    assert run("standards", "validate", path).code == 0
    shown = run("standards", "show", path.stem, COLUMNS="4000")
    assert shown.code == 0
    for quote in said_in(path)[:3]:
        assert quote in shown.stdout


def test_all_are_listed_with_issuer_day_and_kind() -> None:
    lines = run("standards", "list", COLUMNS="400").stdout.splitlines()
    for path in FILES:
        written = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        line = next(one for one in lines if one.startswith(f"{path.stem} "))
        assert written["document"]["issuer"] in line
        assert str(written["document"].get("issued", "未注明")) in line
        assert {"targets": "目标", "subsidies": "测算"}[written["kind"]] in line
    huyi = next(one for one in lines if one.startswith("huyi-2019-centre "))
    assert "建设标准" in huyi
    assert "2019-11-11" in huyi


def test_the_targets_of_huyi_are_mb_01_to_25() -> None:
    path = ROOT / "standards" / "targets" / "huyi-2019-three-actions.yaml"
    written = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    found = [one["id"] for key in ("targets", "duties") for one in written[key]]
    plain = [one for one in found if "." not in one]
    assert sorted(plain) == [f"HY-MB-{n:02}" for n in range(1, 26)]
    assert {one.split(".")[0] for one in found if one not in plain} == {"HY-MB-26"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_is_there_in_both_languages(path: Path) -> None:
    def phrases(node: Any) -> Iterator[dict[str, str]]:
        if isinstance(node, dict):
            if "zh" in node and set(node) <= {"zh", "en"}:
                yield {"en": "", **node}
            for part in node.values():
                yield from phrases(part)
        elif isinstance(node, list):
            for part in node:
                yield from phrases(part)

    for phrase in phrases(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)):
        assert phrase["zh"].strip() != "" != phrase["en"].strip()
        assert not re.search("[一-鿿]{3}", phrase["en"]), phrase


@pytest.mark.parametrize(
    ("kind", "part"), [("targets", "from_before"), ("subsidies", "conditions")]
)
def test_the_schema_of_the_kind_is_printed(kind: str, part: str) -> None:
    assert f'"{part}"' in run("standards", "schema", kind).stdout
