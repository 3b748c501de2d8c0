"""What the page asks about what was not read, and about mappings."""

from __future__ import annotations

from typing import Any

from centre_check.bridge.asked import Asked, Reply, mapping_text, placed, recipe_of, said


def unread(asked: Asked, content: bytes) -> Reply:
    """What of the workbook was not read and can be pointed at; the mapping it was read by."""
    from centre_check.desk.doctor import recognised
    from centre_check.desk.pointing import unread as unread_in

    with placed(asked, content) as path:
        found, edition = recognised(path, recipe_of(asked))
    parts = [one._asdict() for one in unread_in(found, edition.form)]
    return said({"unread": parts, "mapping": found.mapping})


def mapping(asked: Asked, content: bytes) -> Reply:
    """What a mapping's file says, by the form's own names of sheets and columns."""
    from centre_check.files.strict_yaml import parse_yaml
    from centre_check.standard import shelf
    from centre_check.workbook.mapping_file import read_mapping

    form = shelf.take(asked["standard"]).form
    with placed(asked, content) as path:
        read = read_mapping(path, form)
        written: Any = parse_yaml(content, path.name).data
    found = {}
    for id_, one in read.sheets.items():
        said_of = written["sheets"][one.key] or {}
        titles = {field.id: field.header for field in form.sheet(id_).fields}
        columns = {titles[field]: said_of["columns"][key] for field, key in one.keys.items()}
        rest = {name: said_of[name] for name in ("sheet", "header_row") if name in said_of}
        found[form.sheet(id_).name] = {**rest, **({"columns": columns} if columns else {})}
    return said({"sheets": found})


def mapping_file(asked: Asked, _: bytes) -> Reply:
    """What was pointed at as a file, which `--mapping` and the page take."""
    return said({}, mapping_text(asked["sheets"]))
