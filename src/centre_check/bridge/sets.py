"""What the page asks about many files: folders, zips, results, summaries."""

from __future__ import annotations

from centre_check.bridge.asked import Asked, Reply, placed, recipe_of, said, words_of


def members(asked: Asked, content: bytes) -> Reply:
    """The workbooks in a zip of a folder, and how many of its files are none; or that it is one."""
    from centre_check.desk.batch.sources import find

    with placed(asked, content) as path:
        found = find([str(path)])
        if found.is_single:
            return said({"single": True})
        names = [one.path.relative_to(path).as_posix() for one in found.sources]
        return said({"members": names, "skipped": sum(found.skipped.values())})


def member(asked: Asked, content: bytes) -> Reply:
    """One of the workbooks in a zip of a folder."""
    from centre_check.desk.batch.sources import find

    recipe = recipe_of(asked)
    with placed(asked, content) as path:
        return said({}, find([str(path)]).sources[asked["at"]].contents(recipe.limits))


def workbooks_among(asked: Asked, _: bytes) -> Reply:
    """Which files of a folder are workbooks, by their names."""
    from centre_check.desk.batch.sources import skip_within

    return said({"skip": [skip_within(name.split("/")) for name in asked["names"]]})


def results(asked: Asked, _: bytes) -> Reply:
    """The results of many workbooks as one file, which `rollup` reads."""
    from centre_check.model.findings import Failure
    from centre_check.render.json_lines import audit_line, failure_line

    lines = [
        failure_line("", Failure(**one["error"])) if "error" in one else audit_line("", one["text"])
        for one in asked["results"]
    ]
    return said({}, b"".join(lines))


def summary(asked: Asked, content: bytes) -> Reply:
    """The summary of the results in such a file, in the format of a suffix."""
    from centre_check.documents.many.district_summary import build
    from centre_check.render.formats import renderer
    from centre_check.results.read import read
    from centre_check.results.summary import summarise

    with placed({**asked, "name": "results.jsonl"}, content) as path:
        summary = summarise(read([path]), (), None)
    return said({}, renderer(asked["suffix"])(build(summary, words_of(asked), is_long=True)))


def zipped(asked: Asked, content: bytes) -> Reply:
    """Files in one: called `names`; the first is the content, the others are beside it."""
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, one in zip(asked["names"], (content, *asked["beside"]), strict=True):
            archive.writestr(name, one)
    return said({}, out.getvalue())
