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
