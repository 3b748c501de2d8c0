"""Samples as data: rows written as tuples under the ids of their fields in the form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

Row = dict[str, object]

FIELDS = {  # of each sheet, in the order in which a row gives them
    "rooms": "name category location area capacity desks separation in_use remarks",
    "staff": (
        "name sex id_number position post employment government_service duties experience "
        "contract started_on left_on insured_by phone remarks"
    ),
    "mentors": (
        "name phone category affiliation rank speciality appointed_from appointed_until "
        "certificate sessions"
    ),
    "tenants": (
        "name credit_code kind legal_person founder_group trade room area rent relief "
        "moved_in_on moved_out_on status jobs phone"
    ),
    "services": "kind item provided mode partner responsible starts_on fee times",
    "service_log": "date item entity content handled_by result",
    "systems": "name topics issued_on status posted",
    "inspections": "date subject content problems rectification inspectors",
    "activities": "date name kind attendance siyb speaker",
    "policies": "holder policy applied_on approved_on amount status remarks",
    "evidence": "number clause title pages dated",
    "attestations": "criterion outcome remarks inspector date",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """One workbook: who filled it in, on which template, and what the sheets hold.

    `dates` gives the way in which a column (「staff.started_on」) writes its dates as text; the
    other columns hold Excel's dates. Columns are field ids of the form; dates are ISO texts.
    """

    file: str
    template: str  # district or town
    filled_on: str
    centre: Row
    tables: Mapping[str, list[Row]]
    dates: Mapping[str, str] = field(default_factory=dict)
    on_site: list[Row] = field(default_factory=list)  # what an inspector decided, in his own file


def rows(sheet: str, *values: tuple[object, ...]) -> list[Row]:
    """Rows of a sheet from tuples, a value for each of its fields; all may end earlier alike."""
    names = FIELDS[sheet].split()[: len(values[0])]
    return [dict(zip(names, each, strict=True)) for each in values]


def agreements(tenants: list[Row], party: str, yes: str, *terms: tuple[str, ...]) -> list[Row]:
    """Service agreements from (entity, number, signed, starts, ends[, number renewed]).

    Entities are given by their number on the tenants' sheet; `yes` is how the centre ticks a box.
    """
    found = []
    for entity, number, signed, starts, ends, *renewed in terms:
        tenant = tenants[int(entity) - 1]
        found.append(
            {
                "entity": tenant["name"],
                "credit_code": tenant["credit_code"],
                "title": f"创业服务协议（{number}号）",
                "kind": "服务",
                "party": party,
                "signed_on": signed,
                "starts_on": starts,
                "ends_on": ends,
                "months": _months(date.fromisoformat(starts), date.fromisoformat(ends)),
                "renewal": "是" if renewed else "否",
                "renews": f"{renewed[0]}号" if renewed else None,
                "sealed": yes,
            }
        )
    return found


def _months(first: date, last: date) -> int:
    after = last + timedelta(days=1)
    return (after.year - first.year) * 12 + after.month - first.month
