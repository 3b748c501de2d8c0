"""Run a standard's examples: small workbooks that must be judged as the file says."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from centre_check.audit import run_audit
from centre_check.audit.run import Wish
from centre_check.desk.recipe import level_of
from centre_check.files import Mistake, SourceFile, Term, raise_if
from centre_check.form.types import Disclosure, Form, Layout, Sheet
from centre_check.model.facts import Input
from centre_check.model.outcomes import Outcome
from centre_check.model.table import Facts
from centre_check.standard import locations, shelf
from centre_check.standard.file import CellText, ExampleFile, RowFile
from centre_check.standard.lint.said import contradicting_figures
from centre_check.standard.load import read, read_file
from centre_check.standard.types import Edition, Standard
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES
from centre_check.workbook.grid import Grid
from centre_check.workbook.read import read_grids

_TIMES = "次数"
_BY_KEY = {
    "passes": Outcome.PASS,
    "fails": Outcome.FAIL,
    "unknown": Outcome.UNKNOWN,
    "manual": Outcome.MANUAL,
    "not_applicable": Outcome.NOT_APPLICABLE,
}


def run_examples(path: Path, words: Words) -> int:
    """Judge every example of the standard's file; give how many there are.

    Raises:
        BrokenFile: the file is broken, or examples are judged otherwise; each with its line.
    """
    text = path.read_bytes()
    standard, source, form = read_file(path, text)
    edition = read(path, text)
    mistakes = [*contradicting_figures(standard, source), *_without_new_edition(edition, source)]
    count = 0
    for at, criterion in enumerate(standard.criteria):
        for key, outcome in _BY_KEY.items():
            examples: tuple[ExampleFile, ...] = getattr(criterion.examples, key)
            for number, example in enumerate(examples):
                count += 1
                found, unread = judged(example, criterion.id, edition, form, words)
                if found is not outcome:
                    line, column = source.position(("criteria", at, "examples", key, number))
                    values = {
                        "criterion": criterion.id,
                        "name": example.name,
                        "stated": Term(OUTCOMES[outcome]),
                        "found": Term(OUTCOMES[found]),
                    }
                    message = mark("{criterion}: example 「{name}」 is {found}, not {stated}")
                    if unread:
                        values["headers"] = words.join(unread)
                        message = mark(
                            "{criterion}: example 「{name}」 is {found}, not {stated}; "
                            "the form has no header {headers}"
                        )
                    mistakes.append(Mistake(line, column, message, values))
    raise_if(path.name, mistakes)
    return count


def _without_new_edition(edition: Edition, source: SourceFile) -> Iterator[Mistake]:
    """Other quotes or limits under the id and edition of a published standard."""
    own = [edition.resolve(level.id) for level in edition.levels]
    published = next((one for one in locations.shipped() if one.stem == own[0].id), None)
    if published is None or published.samefile(edition.path):
        return
    known = shelf.take(published.stem)
    theirs = [known.resolve(level.id) for level in known.levels]
    if theirs[0].edition == own[0].edition and _content(own) != _content(theirs):
        line, column = source.position(("edition",))
        message = mark("{id} {edition} is published with other content: give it another edition")
        yield Mistake(line, column, message, {"id": own[0].id, "edition": own[0].edition})


def _content(standards: Sequence[Standard]) -> list[object]:
    """What decides, and what is quoted for it."""
    return [(one.id, one.quote, one.check) for each in standards for one in each.criteria]


def judged(
    example: ExampleFile, criterion: str, edition: Edition, form: Form, words: Words
) -> tuple[Outcome, list[str]]:
    """The outcome of the criterion on the example's workbook, and the headers not read there."""
    grids = tuple(_grids(example, form))
    tables, _ = read_grids(grids, form, words, disclosure=Disclosure.MASKED)
    facts = Facts(Input("example", "0" * 64, 0), tables)
    level = level_of(example.level or edition.levels[0].id, edition, words)
    wish = Wish(level, example.as_of)
    audit = run_audit(facts, edition, words, wish=wish, today=example.as_of)
    read = {column.header for table in tables.values() for column in table.columns.values()}
    unread = [header for grid in grids for header in _headers(example, grid) if header not in read]
    return next(one.outcome for one in audit.findings if one.criterion == criterion), unread


def _headers(example: ExampleFile, grid: Grid) -> list[str]:
    rows = example.sheets[grid.name]
    listed = rows if isinstance(rows, tuple) else (rows,)
    return [one for one in dict.fromkeys(key for row in listed for key in row) if one != _TIMES]


def _grids(example: ExampleFile, form: Form) -> Iterator[Grid]:
    for name, rows in example.sheets.items():
        sheet = next((one for one in form.sheets if one.title.zh == name), None)
        listed = rows if isinstance(rows, tuple) else (rows,)
        if sheet is not None and sheet.layout is Layout.KEY_VALUE:
            cells: list[list[str | float | None]] = [
                [key, _raw(value)] for row in listed for key, value in row.items()
            ]
        else:
            cells = _table([one for row in listed for one in _repeated(row)], sheet)
        yield Grid(name, cells, is_hidden=False, troubles={}, down={}, across={})


def _table(rows: list[RowFile], sheet: Sheet | None) -> list[list[str | float | None]]:
    headers = list(dict.fromkeys(header for row in rows for header in row))
    key = next((f.header for f in sheet.fields if f.id == sheet.key), "") if sheet else ""
    if key and key not in headers:
        headers.insert(0, key)
    return [[*headers], *([_raw(row.get(header)) for header in headers] for row in rows)]


def _repeated(row: RowFile) -> Iterator[RowFile]:
    """A row with 次数 stands for as many; # and 〇 in its texts are the number of each."""
    times = int(row.get(_TIMES) or 1)
    plain: Mapping[str, CellText] = {k: v for k, v in row.items() if k != _TIMES}
    for number in range(1, times + 1):
        yield {k: _numbered(v, number) if isinstance(v, str) else v for k, v in plain.items()}


def _numbered(text: str, number: int) -> str:
    """The text with a number in its places; 王〇 becomes 王一 and 王十二, which can be names."""
    tens, ones = divmod(number, 10)
    numeral = ("", "十", "二十", "三十", "四十")[tens] + " 一二三四五六七八九"[ones].strip()
    return text.replace("#", str(number)).replace("〇", numeral)


def _raw(value: CellText) -> str | float | None:
    return value if isinstance(value, str) or value is None else float(value)
