"""People who share a phone number, or have two parts to play."""

import re
from collections import defaultdict
from collections.abc import Iterator

from centre_check.audit.doubts.sight import Sight
from centre_check.model.facts import Cell, Note
from centre_check.words import mark

_MOBILE = re.compile(r"1[0-9]{10}")


def shared_phones(sight: Sight) -> Iterator[Note]:
    """One mobile number of people of different names."""
    owners: dict[str, dict[str, Cell]] = defaultdict(dict)
    for name, person in (("staff", "name"), ("mentors", "name"), ("tenants", "legal_person")):
        for row, phone, cell in sight.texts(name, "phone"):
            digits = re.sub(r"[^0-9]", "", phone)[-11:]
            who = row.entry(person).value
            if _MOBILE.fullmatch(digits) and isinstance(who, str):
                owners[digits].setdefault(who, cell)
    for by_name in owners.values():
        if len(by_name) > 1:
            message = mark("people of different names have the same phone number")
            yield sight.note("shared_phone", message, by_name.values())


def roles(sight: Sight) -> Iterator[Note]:
    """Members of the team who share their name with a mentor or with a tenant's head."""
    team = {who: cell for _, who, cell in sight.texts("staff", "name")}
    for name, field, message in (
        ("mentors", "name", mark("a member of the team and a mentor have the same name")),
        (
            "tenants",
            "legal_person",
            mark("a member of the team and a tenant's head have the same name"),
        ),
    ):
        cells = [(team[who], cell) for _, who, cell in sight.texts(name, field) if who in team]
        if cells:
            yield sight.note("two_roles", message, (one for pair in cells for one in pair))
