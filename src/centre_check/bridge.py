"""What the offline page asks of the program: a request as JSON with bytes, a reply like it.

The page's worker is one process that lives long and audits one workbook after the other. It keeps
nothing between two requests, so that a worker that was ended is replaced by another one at once.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from centre_check.errors import CentreCheckError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from centre_check.desk.recipe import Auditor, JudgedCase, Recipe
    from centre_check.model.findings import Finding
    from centre_check.words import Words

Asked = dict[str, Any]


class Reply(NamedTuple):
    """What came of a request: JSON, and the bytes of a file where one was asked for."""

    text: str
    content: bytes = b""


def answer(request: str, content: bytes = b"") -> Reply:
    """Do what the request's `do` names; an input that is wrong becomes the two sentences of it."""
    asked: Asked = json.loads(request)
    try:
        return _DOERS[asked["do"]](asked, content)
    except CentreCheckError as error:
        from centre_check.desk.exits import sentences

        message, *hint = sentences(error, _words(asked))
        return _said({"message": message, "hint": " ".join(hint)})


def _about(asked: Asked, _: bytes) -> Reply:
    """The program and the standard by which it judges: what a page shows without a workbook."""
    from centre_check import __version__
    from centre_check.standard import shelf

    words, edition = _words(asked), shelf.take(asked["standard"])
    levels = []
    for level in edition.levels:
        standard = edition.resolve(level.id)
        groups = {one.prefix: words.phrase(one.title) for one in standard.groups}
        levels.append(
            {
                "id": level.id,
                "title": words.phrase(level.title),
                "criteria": [
                    {
                        "id": one.id,
                        "group": next((t for p, t in groups.items() if one.id.startswith(p)), ""),
                        "quote": one.quote,
                    }
                    for one in standard.criteria
                ],
            }
        )
    first = edition.resolve(edition.levels[0].id)
    return _said(
        {
            "version": __version__,
            "standard": {
                "id": first.id,
                "title": words.phrase(first.title),
                "document": first.document,
                "section": first.section,
                "edition": first.edition,
                "sha256": edition.sha256,
            },
            "levels": levels,
        }
    )


def _audit(asked: Asked, content: bytes) -> Reply:
    """The JSON that `audit -f json` prints, and the words of its reasons, row by row."""
    from centre_check.model.findings import Failure
    from centre_check.render.json import render

    path = asked["name"]
    try:
        with _case(asked, content) as (_, case):
            result = render([case.audit], [], asked["lang"])
            told = {one.criterion: _told(one) for one in case.audit.findings}
    except CentreCheckError as error:
        from centre_check.desk.exits import sentences

        message, *hint = sentences(error, _words(asked))
        result, told = render([], [Failure(path, message, " ".join(hint))], asked["lang"]), {}
    return _said({"result": result, "told": told})


def _told(finding: Finding) -> Mapping[str, str]:
    """Why each row of a finding does not count, which the JSON gives as codes."""
    return {
        f"{one.table}!{one.row}": finding.says(one.reason)
        for one in finding.left_out
        if one.reason is not None
    }


def _annotated(asked: Asked, content: bytes) -> Reply:
    """The copy of the workbook with what was found, at the cells themselves."""
    from centre_check.desk.one import annotated

    with _case(asked, content) as (auditor, case):
        copy, lost = annotated(content, case.audit, auditor.words)
    return _said({"lost": list(lost)}, copy)


def _paper(asked: Asked, content: bytes) -> Reply:
    """A paper or the report on a workbook, in the format of a suffix."""
    from centre_check.desk.papers import drawn

    with _case(asked, content) as (auditor, case):
        return _said({}, drawn(asked["kind"], asked["suffix"], auditor, case))


def _booklet(asked: Asked, _: bytes) -> Reply:
    """The standard of a level, to be read and printed."""
    from centre_check.desk.papers import drawn

    return _said({}, drawn("standard", asked["suffix"], _recipe(asked).auditor(), None))


def _template(asked: Asked, _: bytes) -> Reply:
    """The blank workbook of a level."""
    from centre_check.desk.template import template

    return _said({}, template(asked["standard"], asked["level"], _words(asked), is_full=False))


def _members(asked: Asked, content: bytes) -> Reply:
    """The workbooks in a zip of a folder, and how many of its files are none; or that it is one."""
    from centre_check.desk.batch.sources import find

    with _placed(asked, content) as path:
        found = find([str(path)])
        if found.is_single:
            return _said({"single": True})
        names = [one.path.relative_to(path).as_posix() for one in found.sources]
        return _said({"members": names, "skipped": sum(found.skipped.values())})


def _member(asked: Asked, content: bytes) -> Reply:
    """One of the workbooks in a zip of a folder."""
    from centre_check.desk.batch.sources import find

    recipe = _recipe(asked)
    with _placed(asked, content) as path:
        return _said({}, find([str(path)]).sources[asked["at"]].contents(recipe.limits))


def _sorted(asked: Asked, _: bytes) -> Reply:
    """Which files of a folder are workbooks, by their names."""
    from centre_check.desk.batch.sources import skip_within

    return _said({"skip": [skip_within(name.split("/")) for name in asked["names"]]})


def _results(asked: Asked, _: bytes) -> Reply:
    """The results of many workbooks as one file, which `rollup` reads."""
    from centre_check.model.findings import Failure
    from centre_check.render.json_lines import audit_line, failure_line

    lines = [
        failure_line("", Failure(**one["error"])) if "error" in one else audit_line("", one["text"])
        for one in asked["results"]
    ]
    return _said({}, b"".join(lines))


def _summary(asked: Asked, content: bytes) -> Reply:
    """The summary of the results in such a file, in the format of a suffix."""
    from centre_check.documents.many.district_summary import build
    from centre_check.render.formats import renderer
    from centre_check.results.read import read
    from centre_check.results.summary import summarise

    with _placed({**asked, "name": "results.jsonl"}, content) as path:
        summary = summarise(read([path]), (), None)
    return _said({}, renderer(asked["suffix"])(build(summary, _words(asked), is_long=True)))


_DOERS = {
    one.__name__.removeprefix("_"): one
    for one in (
        *(_about, _audit, _annotated, _paper, _booklet, _template),
        *(_members, _member, _sorted, _results, _summary),
    )
}


def _said(values: Mapping[str, Any], content: bytes = b"") -> Reply:
    return Reply(json.dumps(values, ensure_ascii=False), content)


def _words(asked: Asked) -> Words:
    from centre_check.words import Words

    return Words(asked["lang"])


def _recipe(asked: Asked) -> Recipe:
    from centre_check.desk.recipe import Recipe

    return Recipe.of(
        _words(asked),
        standard=asked["standard"],
        level=asked.get("level") or None,
        as_of=asked.get("as_of") or None,
    )


@contextmanager
def _case(asked: Asked, content: bytes) -> Iterator[tuple[Auditor, JudgedCase]]:
    """The audit of a workbook, while it lies on the disk."""
    with _placed(asked, content) as path:
        auditor = _recipe(asked).auditor()
        yield auditor, auditor.case(path)


@contextmanager
def _placed(asked: Asked, content: bytes) -> Iterator[Path]:
    """The bytes as a file of the name that the user knows, in the folder where we are meanwhile."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            path = Path(Path(asked["name"]).name or "_")
            path.write_bytes(content)
            yield path
        finally:
            os.chdir(before)
