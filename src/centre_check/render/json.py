"""Draw audits as JSON: tables once, findings that refer to their rows; later commands read it.

A record is told by its table and its position there, counted from 0. Records that rest on the same
fields for the same cause stand together; no sentence is told of a row.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from centre_check.checks.standing import standing
from centre_check.model.evidence import Evidence, Reason
from centre_check.model.facts import Cell
from centre_check.model.findings import Audit, Failure, Finding, Place, Remark
from centre_check.model.outcomes import Outcome
from centre_check.model.table import NOWHERE, Column, Table
from centre_check.results.published import Tool, exact, plain
from centre_check.results.report import (
    AuditRun,
    OutcomeCounts,
    PlaceToAct,
    PublishedAudit,
    PublishedCentre,
    PublishedColumn,
    PublishedFinding,
    PublishedReason,
    PublishedStandard,
    PublishedTable,
    RecordGroup,
    RemarkAt,
    Spoken,
)

SCHEMA_VERSION = 1  # of every other result than an audit's
AUDIT_VERSION = 2
_LOOKED_AT = (Outcome.FAIL, Outcome.UNKNOWN, Outcome.MANUAL)  # whose cells a person would look at


def render(audits: Sequence[Audit], failures: Sequence[Failure], lang: str) -> str:
    """All audits of one run as one JSON text, every key in a fixed order."""
    days = {audit.as_of.isoformat() for audit in audits}
    return "".join(assemble(map(audit_text, audits), days, failures, lang))


def assemble(
    audits: Iterable[str], days: Collection[str], failures: Iterable[Failure], lang: str
) -> Iterator[str]:
    """The text of one run, piece by piece, from its audits' texts and the days they are as of."""
    run = AuditRun(min(days) if len(days) == 1 else None, lang)
    head = {"schema_version": AUDIT_VERSION, "tool": plain(Tool()), "run": plain(run)}
    yield f'{_dumped(head)[:-1]},\n"audits":['
    joint = ""
    for audit in audits:
        yield joint + audit
        joint = ",\n"
    yield f'],\n"errors":{_dumped(list(map(plain, failures)))}}}\n'


def audit_text(audit: Audit) -> str:
    """One audit as a JSON object, each table and each finding on a line of its own."""
    return object_text(plain(_audit(audit)))


def object_text(audit: Mapping[str, Any]) -> str:
    """An audit's object as `audit_text` writes it: quick to write, and easy to compare."""
    parts = []
    for key, value in audit.items():
        if isinstance(value, list):
            shown = "[\n" + ",\n".join(_dumped(one) for one in value) + "\n]"
        elif key == "tables":
            lines = (f"{_dumped(id_)}:{_dumped(table)}" for id_, table in value.items())
            shown = "{\n" + ",\n".join(lines) + "\n}"
        else:
            shown = _dumped(value)
        parts.append(f"{_dumped(key)}:{shown}")
    return "{" + ",\n".join(parts) + "}"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _audit(audit: Audit) -> PublishedAudit:
    cited = _Cited(audit.tables)
    findings = [_finding(finding, cited) for finding in audit.findings]
    return PublishedAudit(
        input=audit.input,
        standard=PublishedStandard(
            id=audit.standard,
            title=audit.standard_title,
            edition=audit.edition,
            sha256=audit.standard_sha256,
            level=audit.level,
            level_title=audit.level_title,
            options={option.id: option.chosen for option in audit.options},
        ),
        centre=PublishedCentre(**audit.centre, level=audit.level),
        as_of=audit.as_of.isoformat(),
        as_of_from=audit.as_of_from,
        verdict=audit.verdict,
        summary=OutcomeCounts._make((*map(audit.number_of, Outcome), len(audit.findings))),
        tables=cited.tables(),
        findings=findings,
        reported=list(audit.reported),
        notes=list(audit.notes),
        verdict_otherwise=audit.verdict_otherwise,
    )


class _Cited:
    """The cells of an audit's tables by their places, and the columns that findings refer to."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = tables
        self._fields = {
            table.id: {
                id(cell): (name, at)
                for name, column in table.cited.items()
                for at, cell in enumerate(column.cells)
                if cell is not None
            }
            | {id(head): (name, -1) for name, head in table.headers.items()}
            for table in tables.values()
        }
        self._anywhere: dict[int, tuple[str, str]] = {}
        for id_, fields in reversed(self._fields.items()):
            self._anywhere |= {cell: (id_, name) for cell, (name, _) in fields.items()}
        self._used: dict[str, dict[str, None]] = {}

    def groups(self, records: Iterable[Evidence]) -> list[RecordGroup]:
        """Records one after another that rest on the same fields for the same cause."""
        groups: list[RecordGroup] = []
        last: object = None
        for one in records:
            table, at = one.first
            self._used.setdefault(table.id, {})
            fields = [self._field(table, at, cell) for cell in one.cells]
            own = [name for name in fields if name is not None]
            is_elsewhere = len(own) < len(fields)
            name = self._field(table, at, one.name)
            reason = one.reason
            is_own = reason is None or reason.cells == one.cells[:1]
            for cell in reason.cells if reason and not is_own else ():
                self.mark(cell)
            key = (table.id, fields, name, reason and reason.why)
            if key == last and is_own and not is_elsewhere:
                groups[-1].rows.append(at)
                continue
            last = key
            groups.append(
                RecordGroup(
                    table=table.id,
                    rows=[at],
                    fields=[] if is_elsewhere else own,
                    name=name,
                    code=reason.code if reason else None,
                    values=dict(reason.values) if reason else {},
                    cells=_addresses(one.cells) if is_elsewhere else [],
                    because=_addresses(reason.cells) if reason and not is_own else None,
                )
            )
        return groups

    def _field(self, table: Table, at: int, cell: Cell | None) -> str | None:
        """The field of a cell of this very row; any other cell is told by its address."""
        name, own = self._fields.get(table.id, {}).get(id(cell), (None, -1))
        if name is not None and own == at:
            self._used.setdefault(table.id, {})[name] = None
            return name
        self.mark(cell)
        return None

    def mark(self, cell: Cell | None) -> None:
        """Publish the column of a cell that is told by its address."""
        found = self._anywhere.get(id(cell))
        if found is not None:
            self._used.setdefault(found[0], {})[found[1]] = None

    def tables(self) -> dict[str, PublishedTable]:
        """The tables that were referred to, each with the columns that were."""
        return {
            id_: _table(table, self._used[id_])
            for id_, table in self._tables.items()
            if id_ in self._used
        }


def _table(table: Table, used: Iterable[str]) -> PublishedTable:
    named = [table.key] if table.key in table.columns else []
    columns = {name: table.columns.get(name) for name in dict.fromkeys((*named, *used))}
    filled = {name: column for name, column in columns.items() if column is not None}
    return PublishedTable(
        sheet=table.title,
        state=table.state,
        known_by=table.known_by,
        columns={name: _column(name, column, table) for name, column in columns.items()},
        rows=list(table.numbers),
        entries={
            name: [column.entries[code].shown for code in column.codes]
            for name, column in filled.items()
        },
        strays={
            name: {
                str(at): None if place is NOWHERE else place for at, place in column.strays.items()
            }
            for name, column in filled.items()
            if column.strays
        },
        standing={
            str(at): [doubt.code for doubt in doubts] for at, doubts in standing(table).items()
        },
        sections=list(_spoken(table)),
    )


def _spoken(table: Table) -> Iterator[Spoken]:
    """What stands outside of the table's columns and speaks of its rows, each cell once."""
    spoken = {
        doubt.cell: doubt.code
        for doubts in table.standing.values()
        for doubt in doubts
        if doubt.cell is not None
    }
    for cell, code in spoken.items():
        row = int("".join(filter(str.isdigit, cell.ref)))
        yield Spoken(row, cell.sheet, cell.ref, cell.header, cell.value, code)


def _column(name: str, column: Column | None, table: Table) -> PublishedColumn:
    head = table.headers.get(name)
    letter = (column.letters if column is not None else "") or None
    is_elsewhere = column is not None and letter is not None and column.sheet != table.title
    return PublishedColumn(
        sheet=column.sheet if column is not None and is_elsewhere else None,
        letter=letter,
        head=head.ref if head else None,
        header=head.header if head else column.header if column is not None else "",
        known_by=table.heads_known_by.get(name, "embedded" if letter else ""),
    )


def _finding(finding: Finding, cited: _Cited) -> PublishedFinding:
    is_each = finding.required is not None and finding.required.bound == "each"
    told = {id(one.reason) for one in finding.left_out}
    loose = [reason for reason in finding.reasons if id(reason) not in told]
    for reason in loose:
        for cell in reason.cells:
            cited.mark(cell)
    return PublishedFinding(
        criterion=finding.criterion,
        clause=finding.clause,
        title=finding.title,
        quote=finding.quote,
        sentence=finding.sentence,
        mandatory=finding.mandatory,
        outcome=finding.outcome,
        decided=finding.decided,
        source=finding.source,
        required=finding.required,
        measured=finding.measured,
        shortfall=exact(finding.shortfall),
        now=finding.now,
        wanted=finding.wanted,
        gap=finding.gap,
        why=finding.why,
        message=finding.message,
        remedy=finding.remedy,
        reasons=[_reason(reason) for reason in loose],
        counted=cited.groups(finding.counted),
        excluded=cited.groups(one for one in finding.excluded if one.is_near or is_each),
        undecided=cited.groups(finding.undecided),
        unconcerned=cited.groups(one for one in finding.excluded if not (one.is_near or is_each)),
        cells=list(finding.deciding if finding.outcome in _LOOKED_AT else ()),
        places=[_to_act(place) for place in finding.places],
        remarks=[_remark(one) for one in finding.remarks],
        waiver=finding.waiver,
        attestation=finding.attestation,
    )


def _remark(one: Remark) -> RemarkAt:
    return RemarkAt(one.code, one.text, one.cells[0].sheet, one.cells[0].ref)


def _reason(reason: Reason) -> PublishedReason:
    return PublishedReason(reason.code, dict(reason.values), _addresses(reason.cells))


def _addresses(cells: Iterable[Cell]) -> list[str]:
    return [cell.address for cell in cells]


def _to_act(place: Place) -> PlaceToAct:
    cell = place.cell.ref if place.cell else None
    return PlaceToAct(place.table, place.sheet, place.row, cell, place.write)
