"""Remarks: what stands near rows that a pass rests on, and nobody but a person can judge."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from centre_check.audit.judging.case import Case
from centre_check.model.evidence import Evidence
from centre_check.model.facts import Cell
from centre_check.model.findings import Finding, Remark
from centre_check.model.outcomes import Outcome
from centre_check.model.table import Nearby, Table
from centre_check.words import Words, mark

_SHOWN = 3  # remarks told in a sentence; how many more there are is always said
_LONGEST = 40  # characters of one that is quoted
_SENTENCES: Mapping[str, str] = {
    "remark": mark("row {row} {header} “{value}”"),
    "bracket": mark("row {row} {header} “{value}”"),
    "column": mark("row {row}, the unread column “{header}”: {value}"),
    "comment": mark("row {row}, the comment “{value}”"),
    "heading": mark("the heading “{value}”"),
    "line": mark("beside the table “{value}”"),
    "legend": mark("the legend “{value}”"),
}
_Spot = tuple[str, int]  # a sheet and a row in it


def with_remarks(finding: Finding, case: Case) -> Finding:
    """The finding, told with what a person should look at where it tips the clause."""
    if finding.outcome is not Outcome.PASS or not any(
        table.nearby for table in case.context.tables.values()
    ):
        return finding
    spots = dict(_by_spot(case.context.tables.values()))
    touched = [said for one in finding.counted if (said := _near(one, spots))]
    if not touched or not _tips(finding, len(touched)):
        return finding
    each = list(dict.fromkeys(one for said in touched for one in said))
    remarks = tuple(Remark(one.code, _told(one, case.words), (one.cell,)) for one in each)
    message = case.words.run_on((finding.message, _sentence(remarks, case)))
    return finding._replace(remarks=remarks, message=message)


def _by_spot(tables: Iterable[Table]) -> Iterator[tuple[_Spot, Sequence[Nearby]]]:
    for table in tables:
        for at, said in table.nearby.items():
            yield (table.title, table.numbers[at]), said


def _near(one: Evidence, spots: Mapping[_Spot, Sequence[Nearby]]) -> list[Nearby]:
    """What stands near the rows that an evidence rests on."""
    rows = {(one.first.table.title, one.first.number)}
    rows |= {(cell.sheet, _row(cell)) for cell in one.cells}
    return [said for row in sorted(rows) for said in spots.get(row, ())]


def _row(cell: Cell) -> int:
    digits = re.sub(r"[^0-9]", "", cell.ref)
    return int(digits) if digits else 0


def _tips(finding: Finding, touched: int) -> bool:
    """Whether the clause would be open if none of the rows touched counted."""
    required, measured = finding.required, finding.measured
    counted = len(finding.counted)
    if required is None or measured is None or measured.low is None or required.bound == "each":
        return True
    if required.bound not in ("at_least", "more_than") or not counted:
        return True
    if measured.low == counted:
        low = measured.low - touched
    elif 0 < measured.low <= 1:  # a share
        low = measured.low * Decimal(counted - touched) / Decimal(counted)
    else:
        return True
    return low < required.value or (required.bound == "more_than" and low == required.value)


def _told(one: Nearby, words: Words) -> str:
    value = one.cell.value or ""
    shown = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
    return words(_SENTENCES[one.code], row=_row(one.cell), header=one.cell.header, value=shown)


def _sentence(remarks: Sequence[Remark], case: Case) -> str:
    """另请核对：第7行备注“另有任用”（03!N7）."""
    words = case.words
    said = [one.text + case.narrator.at(one.cells) for one in remarks[:_SHOWN]]
    if len(remarks) > _SHOWN:
        said.append(words(mark("{n} in all"), n=len(remarks)))
    return words(mark("Please look at: {what}."), what=words(mark("; ")).join(said))
