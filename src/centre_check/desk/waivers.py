"""Read, check and list the exemptions that an office keeps in a workbook or a YAML file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from centre_check.errors import UsageProblem
from centre_check.files.entered import Mistakes
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from centre_check.desk.screen import Screen
    from centre_check.form.types import Sheet
    from centre_check.model.table import Table
    from centre_check.model.waivers import WaiverEntry
    from centre_check.standard.types import Edition
    from centre_check.workbook.entries import EntryReader
    from centre_check.workbook.guard import Limits

_YAML = (".yaml", ".yml")


def read(
    names: Sequence[str], edition: Edition, today: date, limits: Limits
) -> tuple[WaiverEntry, ...]:
    """The exemptions in these files.

    Raises:
        CentreCheckError: one cannot be read.
        BrokenEntries: an entry cannot be used; all mistakes of all files at once.
    """
    from centre_check.audit.waivers import TABLE, KnownClauses, read_waivers
    from centre_check.desk.office import office_table, reader_of

    reader, mistakes = reader_of(), Mistakes()
    sheet = reader.form.sheet(TABLE)
    tables: list[tuple[str, Table | None]] = []
    for path in map(Path, names):
        is_yaml = path.suffix.lower() in _YAML
        tables.append(
            (
                path.name,
                _from_yaml(path, sheet, reader)
                if is_yaml
                else office_table(path, TABLE, reader, mistakes, limits),
            )
        )
    criteria = [one for level in edition.levels for one in edition.resolve(level.id).criteria]
    clauses = KnownClauses(
        tuple(dict.fromkeys(one.id for one in criteria)),
        frozenset(one.id for one in criteria if not one.waivable),
    )
    found = read_waivers(tables, clauses, mistakes, today)
    mistakes.refuse()
    return found


def _from_yaml(path: Path, sheet: Sheet, reader: EntryReader) -> Table:
    """The table in a YAML file: a list of exemptions under `waivers`, or 「豁免」.

    Raises:
        BrokenFile: it is no such file, or names what no exemption has; all mistakes at once.
    """
    from centre_check.files import Mistake, raise_if
    from centre_check.files.strict_yaml import parse_yaml
    from centre_check.form.labels import label
    from centre_check.words.nearest import nearest
    from centre_check.workbook.filled import table_of

    try:
        source = parse_yaml(path.read_bytes(), path.name)
    except OSError as error:
        raise UsageProblem(
            mark("{path} cannot be opened: {cause}"), path=path, cause=error.strerror or error
        ) from error
    data: Any = source.data
    wrong: list[Mistake] = []
    listed: Any = data.get("waivers", data.get("豁免")) if isinstance(data, dict) else None
    if not isinstance(listed, list) or len(data) != 1:
        told = mark("a file of exemptions is a list under the one key waivers")
        raise_if(path.name, [Mistake(1, 1, told)])
    key = str(next(iter(data)))
    known = {field.id: field.id for field in sheet.fields} | dict(sheet.labels)
    rows: list[Mapping[str, tuple[int, Any]]] = []
    numbers: list[int] = []
    for at, entry in enumerate(listed):
        row: dict[str, tuple[int, Any]] = {}
        if not isinstance(entry, dict):
            told = mark("an exemption has keys, like id: 鄠豁2026-01")
            wrong.append(Mistake(*source.position((key, at)), told))
            continue
        for name, said in entry.items():
            line, column = source.key_position((key, at, name))
            field = known.get(name) or known.get(label(name))
            if field is None or not isinstance(said, str | None):
                told = (
                    mark("there is no {kind} {name}; did you mean {close}?")
                    if field is None
                    else mark("{name} is one text")
                )
                close = nearest(name, list(known)) or "criterion"
                values = {"kind": "key", "name": name, "close": close}
                wrong.append(Mistake(line, column, told, values))
            elif said:
                row[field] = (line, said)
        rows.append(row)
        numbers.append(source.position((key, at)).line)
    raise_if(path.name, wrong)
    return table_of(rows, sheet, reader, numbers)


def check_(words: Words, screen: Screen, *, files: tuple[str, ...], standard: str) -> None:
    """Say that the exemptions can be used, and how many there are."""
    found = _all(files, standard)
    text = words.plural("{n} exemption, nothing wrong", "{n} exemptions, nothing wrong", len(found))
    screen.write(text + "\n")


def list_(
    words: Words,
    screen: Screen,
    *,
    files: tuple[str, ...],
    standard: str,
    expiring: int | None,
    as_of: str | None,
    outputs: tuple[str, ...],
) -> None:
    """Show the exemptions; with `expiring` those in force that end within so many days."""
    from centre_check.desk.outputs import checked, write_whole
    from centre_check.desk.recipe import day_of
    from centre_check.documents.waivers_list import build
    from centre_check.model.waivers import WaiverState
    from centre_check.render.formats import renderer

    targets = checked(outputs, map(Path, files))
    day = day_of(as_of) or date.today()
    found = _all(files, standard)
    if expiring is not None:
        last = day + timedelta(days=expiring)
        found = tuple(
            one
            for one in found
            if one.waiver.state(day) is WaiverState.IN_FORCE and one.waiver.valid_until <= last
        )
    document = build(found, day, expiring, words)
    contents = [renderer(one.format)(document) for one in targets]
    screen.show(document)
    for one, content in zip(targets, contents, strict=True):
        write_whole(one.path, content)


def _all(files: Sequence[str], standard: str) -> tuple[WaiverEntry, ...]:
    from centre_check.standard import shelf
    from centre_check.workbook.guard import DEFAULT

    return read(files, shelf.take(standard), date.today(), DEFAULT)
