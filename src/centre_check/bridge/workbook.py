"""What the page asks about one workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from centre_check.bridge.asked import Asked, Reply, judged, placed, recipe_of, said, words_of
from centre_check.errors import CentreCheckError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from centre_check.model.findings import Finding


def audit(asked: Asked, content: bytes) -> Reply:
    """The JSON that `audit -f json` prints, and the words of its reasons, row by row."""
    from centre_check.desk.recipe import InspectorsFile
    from centre_check.model.findings import Failure
    from centre_check.render.json import render

    path = asked["name"]
    try:
        with judged(asked, content) as (_, case):
            result = render([case.audit], [], asked["lang"])
            told = {one.criterion: _told(one) for one in case.audit.findings}
    except InspectorsFile:
        return said({"is_onsite": True})
    except CentreCheckError as error:
        from centre_check.desk.exits import sentences

        message, *hint = sentences(error, words_of(asked))
        result, told = render([], [Failure(path, message, " ".join(hint))], asked["lang"]), {}
    return said({"result": result, "told": told})


def _told(finding: Finding) -> Mapping[str, str]:
    """Why each row of a finding does not count, which the JSON gives as codes."""
    return {
        f"{one.table}!{one.row}": finding.says(one.reason)
        for one in finding.left_out
        if one.reason is not None
    }


def decided(asked: Asked, content: bytes) -> Reply:
    """Which of these centres an inspector's file decides about, and which it names besides."""
    from centre_check.audit.attestations import centres_in
    from centre_check.logic.spelling import normalise

    wanted = recipe_of(asked)
    with placed(asked, content) as path:
        tables = wanted.read(path, wanted.auditor().edition.form, None).tables
    named = centres_in(tables)
    centres = [normalise(one) for one in asked["centres"]]
    return said(
        {
            "about": [one in named for one in centres],
            "is_unnamed": "" in named,
            "others": sorted(named - {*centres, ""}),
        }
    )


def annotated(asked: Asked, content: bytes) -> Reply:
    """The copy of the workbook with what was found, at the cells themselves."""
    from centre_check.desk.one import annotated

    with judged(asked, content) as (auditor, case):
        copy, lost = annotated(content, case.audit, auditor.words)
    return said({"lost": list(lost)}, copy)


def paper(asked: Asked, content: bytes) -> Reply:
    """A paper or the report on a workbook, in the format of a suffix."""
    from centre_check.desk.papers import drawn

    with judged(asked, content) as (auditor, case):
        return said({}, drawn(asked["kind"], asked["suffix"], auditor, case))
