"""Who the centre and its tenants are: level and name, the first party, registration, leaving."""

import re
from collections.abc import Iterator

from centre_check.audit.doubts.sight import Sight, cell_of, choices_of, days_of, said
from centre_check.checks.identity import bucket
from centre_check.model.facts import Cell, Note
from centre_check.words import mark

_OF_A_TOWN = re.compile("镇|街道|街办|乡(?!创业)")
_OF_A_DISTRICT = re.compile("[区县]级?(?:标准化)?创业(?:服务)?中心")


def parties(sight: Sight) -> Iterator[Note]:
    """Agreements whose first party is not the operator (HY-FW-01)."""
    operator = next((text for _, text, _ in sight.texts("centre", "operator")), None)
    if operator is None:
        return
    others = [
        cell
        for _, party, cell in sight.texts("agreements", "party")
        if bucket(party) != bucket(operator)
    ]
    if others:
        message = mark("the first party is not the operator that the centre states")
        yield sight.note("other_party", message, others)


def level_and_name(sight: Sight) -> Iterator[Note]:
    """A level that the name of the centre does not go with."""
    for row, who, cell in sight.texts("centre", "name"):
        level = choices_of(row, "level")
        is_town = bool(_OF_A_TOWN.search(who))
        is_district = not is_town and bool(_OF_A_DISTRICT.search(who))
        if ("district" in level and is_town) or ("town" in level and is_district):
            stated = cell_of(row, "level")
            message = mark("the level stated and the centre's name do not go together")
            yield sight.note("level_and_name", message, (stated, cell) if stated else (cell,))


def registration(sight: Sight) -> Iterator[Note]:
    """Tenants without a registration, and those that left on a day nobody wrote down."""
    unregistered: list[Cell] = []
    undated: list[Cell] = []
    for row, _, cell in sight.texts("tenants", "name"):
        small = choices_of(row, "kind") & {"team", "individual_business"}
        if small and not said(row, "credit_code"):
            unregistered.append(cell)
        status = choices_of(row, "status")
        if status and "resident" not in status and days_of(row, "moved_out_on") is None:
            undated.append(cell_of(row, "status") or cell)
    if unregistered:
        message = mark("no credit code; counted as tenants, and they need an agreement too")
        yield sight.note("unregistered", message, unregistered)
    if undated:
        message = mark("no longer in residence, but there is no date of leaving")
        yield sight.note("no_leaving_date", message, undated)
