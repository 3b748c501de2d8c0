"""Draw a summary as JSON: the numbers of every standard apart."""

from collections.abc import Mapping
from typing import Any

from centre_check.model.sightings import InCommon
from centre_check.render.result_json import centre, envelope, standard
from centre_check.results.summary import StandardPart, Summary
from centre_check.results.tally import VerdictTally


def render(summary: Summary, lang: str) -> bytes:
    """The summary."""
    content = {
        "year": summary.year,
        "first": summary.first.isoformat(),
        "last": summary.last.isoformat(),
        "centres": summary.centres,
        "standards": [_part(part) for part in summary.parts],
        "coverage": [
            {
                **one.place._asdict(),
                "level": one.level_title,
                "planned": one.planned,
                "built": one.built,
                "reported": one.reported,
                "missing": one.missing,
            }
            for one in summary.coverage
        ],
        "of_one_code": [[centre(one) for one in own] for own in summary.of_one_code],
        "in_common": _in_common(summary.in_common),
    }
    return envelope("rollup", lang, content, summary.failures)


def _in_common(in_common: InCommon | None) -> Mapping[str, Any] | None:
    """What centres have in common, by cells; null where no workbook was read."""
    if in_common is None:
        return None
    return {
        "workbooks": in_common.workbooks,
        "mentor_centres": in_common.mentor_centres,
        "shared": [
            {
                "trait": one.trait,
                "centres": one.centres,
                "places": [place._asdict() for place in one.places],
            }
            for one in in_common.shared
        ],
    }


def _part(part: StandardPart) -> Mapping[str, Any]:
    return {
        "standard": standard(part.roster.standard),
        "total": _tally(part.total),
        "levels": [{"level": title, **_tally(tally)} for title, tally in part.levels],
        "districts": [{**one.place._asdict(), **_tally(one.total)} for one in part.districts],
        "towns": [{**one.place._asdict(), **_tally(one.total)} for one in part.towns],
        "prefixes": [
            {
                "code": one.code,
                "name": one.name,
                "total": _tally(one.total),
                "in_year": _tally(one.in_year),
                "undated": one.undated,
            }
            for one in part.prefixes
        ],
        "clauses": [one._asdict() for one in part.clauses],
        "steps": [
            {
                **one._asdict(),
                "is_reached": one.is_reached,
                "is_reached_in_year": one.is_reached_in_year,
            }
            for one in part.steps
        ],
        "doubled": [
            {**centre(one.results[-1]), "workbooks": [result.workbook for result in one.results]}
            for one in part.roster.doubled
        ],
    }


def _tally(tally: VerdictTally) -> Mapping[str, int]:
    return {"reported": tally.reported, **tally._asdict()}
