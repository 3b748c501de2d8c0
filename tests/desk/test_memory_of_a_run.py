"""Across workbooks a run remembers words of the form, dates and figures, never a text."""

from pathlib import Path

from openpyxl import Workbook

from centre_check.desk.recipe import Recipe
from centre_check.form.labels import label
from centre_check.form.types import Disclosure
from centre_check.logic import spelling
from centre_check.logic.spelling import normalise
from centre_check.words import Words
from centre_check.workbook import standing
from conftest import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.xlsx"))
OF_FIGURES = set("0123456789.,-/年月日至~ ㎡万元")


def test_nothing_personal_outlives_its_workbook() -> None:
    recipe = Recipe.of(Words("zh"), standard="huyi-2019-centre", personal=Disclosure.FULL)
    auditor = recipe.auditor()
    form, reader = auditor.edition.form, auditor.reader
    personal: set[str] = set()
    for path in SAMPLES:
        facts = auditor.case(path).facts
        for sheet in form.sheets:
            table = facts.tables[sheet.id]
            for field in sheet.fields:
                if field.personal is not None:
                    personal |= {entry.shown or "" for entry in table.entries(field.id)}
    kept = reader._kept  # noqa: SLF001 - what is remembered is what is asked for
    words = {word for choices in form.words.values() for word in choices}
    assert len(kept) > 100
    assert len(personal) > 100
    for _, _, _, raw, _ in kept:  # type: ignore[misc]
        if isinstance(raw, str):
            assert normalise(raw) in words or OF_FIGURES.issuperset(raw), raw
        elif isinstance(raw, int | float):
            assert abs(raw) < 10**9
    remembered = {entry.shown for entry in kept.values()}
    assert not remembered & (personal - {""})


def test_no_name_of_one_workbook_is_known_to_the_next(tmp_path: Path) -> None:
    name = "孙立军"  # of the staff of the first sample
    auditor = Recipe.of(Words("zh"), standard="huyi-2019-centre").auditor()
    read = (spelling._normalised, standing.bare_name, label)  # noqa: SLF001 - what they keep
    book = Workbook()
    book.active.title = "01 基本信息"
    book.active.append(["中心名称", "某某中心"])
    book.save(tmp_path / "空.xlsx")
    for between, known in ((False, True), (True, False)):
        auditor.case(SAMPLES[0])
        if between:
            auditor.case(tmp_path / "空.xlsx")
        found = []
        for one in read:
            hits = one.cache_info().hits
            one(name)
            found.append(one.cache_info().hits > hits)
        assert any(found) is known
