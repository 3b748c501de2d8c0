"""Across workbooks a run remembers words of the form, dates and figures, never a text."""

from centre_check.desk.recipe import Recipe
from centre_check.form.types import Disclosure
from centre_check.logic.spelling import normalise
from centre_check.words import Words
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
