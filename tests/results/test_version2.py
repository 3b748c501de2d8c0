"""Version 2 of an audit's JSON loses nothing of version 1: no cell, record or cause."""

import json
from datetime import date
from pathlib import Path

import pytest

from centre_check.audit import run_audit
from centre_check.audit.run import Wish
from centre_check.form.types import Disclosure
from centre_check.render.json import audit_text
from centre_check.standard import shelf
from centre_check.words import Words
from centre_check.workbook import read_facts
from conftest import ROOT
from results.version1 import converted, written

SAMPLES = sorted((ROOT / "samples").glob("*.xlsx"))


@pytest.mark.parametrize("level", ["district", "town"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_version_2_holds_all_of_version_1(path: Path, level: str) -> None:
    edition, words = shelf.take("huyi-2019-centre"), Words("zh")
    facts = read_facts(path, edition.form, words, disclosure=Disclosure.MASKED)
    wish = Wish(level, date(2026, 6, 30))
    audit = run_audit(facts, edition, words, wish=wish, today=date(2026, 6, 30))
    held = json.loads(audit_text(audit))
    says = [finding.says for finding in audit.findings]
    assert converted(held, says) == written(audit)
