"""Outcomes and verdicts: the fixed words of the whole program."""

from enum import StrEnum


class Outcome(StrEnum):
    """Of one criterion: 符合, 不符合, 无法判定, 待现场核定, 不适用."""

    PASS = "pass"  # noqa: S105 - an outcome, not a password
    FAIL = "fail"
    UNKNOWN = "unknown"
    MANUAL = "manual"
    NOT_APPLICABLE = "not_applicable"


class Verdict(StrEnum):
    """Of a centre: 达标, 未达标, 待核定."""

    COMPLIANT = "compliant"
    NON_COMPLIANT = "non_compliant"
    UNDECIDED = "undecided"
