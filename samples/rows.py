"""Samples as data: rows written as tuples under the ids of their fields in the form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

Row = dict[str, object]


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
    left_out: tuple[str, ...] = ()  # sheets that the centre deleted


def rows(fields: str, *values: tuple[object, ...]) -> list[Row]:
    """Rows from tuples, one value for each of the fields."""
    names = fields.split()
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
