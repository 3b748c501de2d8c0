"""Offices' own forms: how many sheets and columns are read, under which name, and how surely."""

from pathlib import Path

import pytest
import yaml
from tests.forms.layouts import OURS, OfficeForm, forms, write
from tests.forms.measure import DECIDING, NAMINGS, Count, measured

from conftest import ROOT, Result, run

PAGE = ROOT / "docs" / "forms.md"
SETS = {
    "described.txt": "forms of the described half, by which the grammar was made",
    "offices.txt": "further forms, set down before the grammar was",
    "sources.txt": "heads found in public sources when the grammar stood",
}
NAMES = {"as the source": "as its source", "Sheet1": "Sheet1, titled", "as ours": "as ours"}
# What 0.1.0 read of the first two sets.
BEFORE = {
    ("described.txt", "as the source"): "5/22 · 15/108",
    ("described.txt", "Sheet1"): "5/22 · 15/108",
    ("described.txt", "as ours"): "18/20 · 60/108",
    ("offices.txt", "as the source"): "24/52 · 127/324",
    ("offices.txt", "Sheet1"): "24/52 · 127/324",
    ("offices.txt", "as ours"): "41/47 · 192/324",
    ("sources.txt", "as the source"): "–",
    ("sources.txt", "Sheet1"): "–",
    ("sources.txt", "as ours"): "–",
}
DESCRIBED = forms("described.txt")


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Count]:
    folder = tmp_path_factory.mktemp("forms")
    return {
        (name, naming): measured(forms(name), naming, folder) for name in SETS for naming in NAMINGS
    }


def test_the_page_on_forms_is_current(
    counts: dict[tuple[str, str], Count], *, update: bool
) -> None:
    page = _page(counts)
    if update:
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text("utf-8") == page


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("naming", NAMINGS)
def test_hardly_a_column_is_read_wrongly(
    counts: dict[tuple[str, str], Count], name: str, naming: str
) -> None:
    count = counts[name, naming]
    assert len(count.wrong) * 100 <= 2 * count.read, count.wrong
    assert not [one for one in count.wrong if "_on" in one or "时间" in one or "日期" in one]


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("naming", NAMINGS)
def test_most_sheets_and_columns_are_read(
    counts: dict[tuple[str, str], Count], name: str, naming: str
) -> None:
    count = counts[name, naming]
    assert count.right_sheets * 4 >= count.sheets * 3, count.missed
    assert count.right * 3 >= count.columns * 2, count.missed


_HEAD = """\
# Forms that offices already have

Forms that bureaus, bases, parks and universities really use, each alone in a workbook: is its
sheet told, which of its columns are read, and how surely. `python -m tests.forms.measure` says what
is missed; this page is written by `pytest tests/forms --update`, and a test fails when it is not
current.

| forms | sheet named | sheets | columns | a clause needs | wrong | by a name of ours | synonym \
| composed | in a roster | 0.1.0: sheets · columns |
|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\
""".splitlines()


def _page(counts: dict[tuple[str, str], Count]) -> str:
    lines = [*_HEAD]
    for (name, naming), count in counts.items():
        by = count.by_means
        cells = (
            name.removesuffix(".txt"),
            NAMES[naming],
            f"{count.right_sheets}/{count.sheets}",
            f"{count.right}/{count.columns}",
            f"{count.needed_right}/{count.needed}",
            f"{len(count.wrong)}/{count.read}",
            *(by[means] for means in ("canonical", "synonym", "composed", "embedded")),
            BEFORE[name, naming],
        )
        lines.append(f"| {' | '.join(map(str, cells))} |")
    lines += ["", *(f"- `{name}`: {text}" for name, text in SETS.items())]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("form", [one for one in DESCRIBED if one.sheet], ids=lambda one: one.id)
def test_what_a_person_confirms_is_read_ever_after(form: OfficeForm, tmp_path: Path) -> None:
    book, mapping = tmp_path / "表.xlsx", tmp_path / "映射" / "本单位.yaml"
    mapping.parent.mkdir()
    write(form, book, "Sheet1", title=False)
    run("doctor", book, "--write-mapping", mapping)
    _confirm(mapping, form)
    other = tmp_path / "另一个中心.xlsx"
    write(form, other, "一季度", title=False)
    read = _fields(run("doctor", other, "--mapping", mapping.parent, "-f", "json"))
    needed = {
        field
        for head in form.heads
        for field in head.fields[:1]
        if not head.is_optional and field in DECIDING.fields.get(form.sheet, ())
    }
    assert needed <= read


def _confirm(mapping: Path, form: OfficeForm) -> None:
    """Play the person: keep what is right, write in what is missing, say that it is confirmed."""
    told = yaml.load(mapping.read_text("utf-8"), yaml.CSafeLoader)
    fields = {
        field: head.text.rsplit("/", 1)[-1] if form.layout == "two" else head.text
        for head in reversed(form.heads)
        for field in head.fields[:1]
        if not field.startswith("协议.") and not head.is_optional
    }
    sheets = told["sheets"] or {}
    own = sheets.get(OURS[form.sheet], {"sheet": "Sheet1"})
    own.pop("header_row", None)
    if form.layout != "two":
        own["columns"] = fields
    told = {"confirmed": True, "sheets": {OURS[form.sheet]: own}}
    mapping.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")


def _fields(result: Result) -> set[str]:
    sheets = result.json["sheets"]
    return {
        column["field"]
        for sheet in sheets
        for table in sheet["tables"]
        for column in table["columns"]
        if column["means"] not in ("unknown", "repeated", "suggested", "contradicted")
    }
