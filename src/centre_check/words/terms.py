"""The fixed terms of the field: outcomes of a criterion and verdicts on a centre, in words."""

from collections.abc import Mapping

from centre_check.words import mark

OUTCOMES: Mapping[str, str] = {
    "pass": mark("met"),
    "fail": mark("not met"),
    "unknown": mark("cannot be decided"),
    "manual": mark("for on-site decision"),
    "not_applicable": mark("not applicable"),
}
CHANGES: Mapping[str, str] = {
    "fixed": mark("put in order"),
    "settled": mark("settled, met"),
    "pending": mark("still undecided"),
    "partly": mark("partly put in order"),
    "open": mark("still open"),
    "new": mark("new"),
    "undecided": mark("undecided now"),
    "unchanged": mark("unchanged"),
    "lapsed": mark("no longer applicable"),
    "by_standard": mark("by the standard only"),
    "untold": mark("cannot be told"),
}
STRATA: Mapping[str, str] = {
    "city": mark("city (code)"),
    "county": mark("county (code)"),
    "town": mark("town or subdistrict"),
    "level": mark("level"),
    "verdict": mark("verdict"),
}
VERDICTS: Mapping[str, str] = {
    "compliant": mark("compliant"),
    "non_compliant": mark("not compliant"),
    "undecided": mark("undecided"),
}
STATUSES: Mapping[str, str] = {
    "achieved": mark("achieved"),
    "exceeded": mark("exceeded"),
    "on_schedule": mark("on schedule"),
    "behind": mark("behind schedule"),
    "missed": mark("not achieved"),
    "uncomputable": mark("cannot be computed"),
}
