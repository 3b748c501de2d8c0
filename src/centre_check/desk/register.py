"""Keep the rectification register: open it, bring it up to date, count it, print from it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from centre_check.desk import exits
from centre_check.desk.gather import gather, inputs, singles, tell
from centre_check.desk.office import reader_of
from centre_check.desk.outputs import checked, write_whole
from centre_check.desk.recipe import Recipe, day_of
from centre_check.errors import UsageProblem
from centre_check.files.entered import MISSING, Mistakes, choice_of, shown_of, text_of
from centre_check.files.entered import day_of as day_in
from centre_check.model.outcomes import Outcome
from centre_check.model.rectification import RectificationRow, RectificationState
from centre_check.results.register import Due, key_of, lost, opened, updated
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from centre_check.desk.screen import Screen
    from centre_check.model.table import Row, Table
    from centre_check.results.types import CentreResult
    from centre_check.workbook.entries import EntryReader

_TABLE = "register"
_DAYS = re.compile(r"([0-9]{1,4})\s*(?:d|天|日)")
_SHEETS = [".xlsx"]
_DATES = ("due", "done", "reviewed", "closed")
_CHOICES = ("kind", "progress", "result")
_NAMED = ("centre", "criterion")


class _Register(NamedTuple):
    """A register as it was read: its bytes, where its fields stand, its rows."""

    content: bytes
    table: Table
    rows: list[RectificationRow]


def open_(
    words: Words,
    screen: Screen,
    *,
    sources: tuple[str, ...],
    output: str,
    due: str | None,
    force: bool,
    **asked: Any,
) -> None:
    """Write a register of what the results leave unmet or open."""
    from centre_check.render.register_workbook import new

    given = inputs(sources, words, screen)
    recipe = Recipe.of(words, **asked)
    is_replaced = Path(output).exists() and Path(output) not in (*given.paths, *recipe.named)
    if not is_replaced:
        checked([output], [*given.paths, *recipe.named], _SHEETS)
    if is_replaced and not force:
        raise UsageProblem(
            mark("{path} is there already; people may have written in it"),
            mark("bring it up to date with `register update`, or replace it with --force"),
            path=output,
        )
    until = _due(due)
    results = gather(given, recipe, has_texts=True)
    tell(results.failures, words, screen)
    rows = opened(singles(results.centres, words), until)
    write_whole(Path(output), new(rows, reader_of().form))
    screen.tell(words(mark("{path}: {n} findings entered"), path=output, n=len(rows)))


def update_(
    words: Words,
    screen: Screen,
    *,
    register: str,
    sources: tuple[str, ...],
    due: str | None,
    force: bool,
    **asked: Any,
) -> int:
    """Write into the register what later audits say; nothing that a person wrote is touched."""
    from centre_check.documents.register_pages import told
    from centre_check.render.register_workbook import changed

    given = inputs(sources, words, screen)
    recipe = Recipe.of(words, **asked)
    path = Path(register)
    reader = reader_of()
    kept = _read(path, reader)
    if (gone := lost(kept.rows)) and not force:
        raise UsageProblem(
            mark("{path}: rows are missing: {numbers}; nothing was written"),
            mark("put them back, or go on without them with --force"),
            path=path.name,
            numbers=words.join(gone[:20]),
        )
    results = gather(given, recipe, has_texts=True)
    tell(results.failures, words, screen)
    centres: Sequence[CentreResult] = singles(results.centres, words)
    steps = updated(kept.rows, centres, _due(due))
    after = [one.row for one in steps]
    content = changed(
        kept.content,
        kept.table.title,
        _columns(kept.table),
        [*zip(kept.rows, after, strict=False), *((None, row) for row in after[len(kept.rows) :])],
        reader.form,
    )
    write_whole(path, content)
    screen.show(told(steps, words))
    return exits.NOT_AUDITED if results.failures else exits.COMPLIANT


def status_(
    words: Words,
    screen: Screen,
    *,
    register: str,
    as_of: str | None,
    outputs: tuple[str, ...],
    kind: str = "status",
    centre: str | None = None,
) -> None:
    """Show or write where the register stands, a reminder, or the list of what is closed."""
    from centre_check.documents import register_pages
    from centre_check.render.formats import renderer

    targets = checked(outputs, [Path(register)])
    day = day_of(as_of) or date.today()
    rows = _read(Path(register), reader_of()).rows
    if centre is not None:
        from centre_check.logic.spelling import normalise

        rows = [row for row in rows if normalise(row.centre) == normalise(centre)]
        if not rows:
            raise UsageProblem(
                mark("there is no centre {name} in {path}"),
                mark("write the name as the register has it"),
                name=centre,
                path=register,
            )
    if (gone := lost(rows)) and centre is None:
        screen.tell(words(mark("rows are missing: {numbers}"), numbers=words.join(gone[:20])))
    document = register_pages.build(kind, rows, day, words)
    contents = [renderer(one.format)(document) for one in targets]
    if not targets:
        screen.show(document)
    for one, content in zip(targets, contents, strict=True):
        write_whole(one.path, content)


def _due(text: str | None) -> Due:
    """`30d` or 30天 after the audit, or a day.

    Raises:
        UsageProblem: it is neither.
    """
    if text is None:
        return Due()
    found = _DAYS.fullmatch(text.strip())
    return Due(days=int(found[1])) if found else Due(day_of(text))


def _columns(table: Table) -> Mapping[str, int]:
    from openpyxl.utils import column_index_from_string

    return {name: column_index_from_string(one.letters) for name, one in table.columns.items()}


def _read(path: Path, reader: EntryReader) -> _Register:
    """The register, every row of it.

    Raises:
        CentreCheckError: it cannot be read.
        BrokenEntries: a row cannot be used, or two are of one finding; all mistakes at once.
    """
    from centre_check.workbook.filled import read_filled
    from centre_check.workbook.guard import DEFAULT
    from centre_check.workbook.guard.contents import contents
    from centre_check.workbook.source import open_workbook

    if path.suffix.lower() not in _SHEETS:
        raise UsageProblem(mark("{path}: a register is an .xlsx workbook"), path=path.name)
    mistakes, content = Mistakes(), contents(path, DEFAULT)
    _, grids = open_workbook(path, DEFAULT, content)
    table = read_filled(grids, reader.form.sheet(_TABLE), reader, path.name, mistakes)
    rows: list[RectificationRow] = []
    seen: dict[object, str] = {}
    for row in table.rows if table is not None else ():
        before = len(mistakes.found)
        _refuse_broken(row, path.name, mistakes)
        if len(mistakes.found) > before:
            continue
        one = _row(row)
        key = key_of(one)
        if not one.is_closed and key in seen:
            told = mark("{file}: {cell}: this finding stands there twice ({first}); keep one")
            mistakes.at(told, path.name, row, "criterion", first=seen[key])
        if not one.is_closed:
            seen.setdefault(key, one.id or str(row.number))
        rows.append(one)
    mistakes.refuse()
    assert table is not None
    return _Register(content, table, rows)


def _refuse_broken(row: Row, file: str, mistakes: Mistakes) -> None:
    for field in _NAMED:
        if not text_of(row, field):
            mistakes.at(MISSING, file, row, field)
    for field in _DATES:
        if not row.entry(field).is_blank and day_in(row, field) is None:
            mistakes.at(MISSING, file, row, field)
    for field in _CHOICES:
        if not row.entry(field).is_blank and choice_of(row, field) is None:
            mistakes.at(MISSING, file, row, field)
    is_closed = choice_of(row, "progress") == RectificationState.CLOSED
    if is_closed and choice_of(row, "result") != Outcome.PASS:
        told = mark("{file}: {cell}: closed without a review that found it met; open it again")
        mistakes.at(told, file, row, "progress")


def _row(row: Row) -> RectificationRow:
    result = choice_of(row, "result")
    return RectificationRow(
        id=text_of(row, "id"),
        centre=text_of(row, "centre"),
        level=text_of(row, "level"),
        criterion=text_of(row, "criterion"),
        record=text_of(row, "record"),
        problem=text_of(row, "problem"),
        kind=choice_of(row, "kind") or "",
        due=day_in(row, "due"),
        progress=RectificationState(choice_of(row, "progress") or RectificationState.NOT_BEGUN),
        done=day_in(row, "done"),
        reviewed=day_in(row, "reviewed"),
        result=Outcome(result) if result else None,
        closed=day_in(row, "closed"),
        approver=text_of(row, "approver"),
        unit=text_of(row, "unit"),
        person=shown_of(row, "person"),
        at=row.number,
    )
