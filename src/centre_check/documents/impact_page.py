"""What a changed standard would do: verdicts before and after, clauses, centres, and a sweep."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from centre_check.documents.tree import (
    Bar,
    Block,
    Document,
    Figure,
    Heading,
    Paragraph,
    Table,
    TableRow,
)
from centre_check.model.outcomes import Verdict
from centre_check.results.impact import CentreImpact, by_clause, lacking, matrix
from centre_check.results.published import exact
from centre_check.standard.types import Edition
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES, VERDICTS


class StandardChange(NamedTuple):
    """One change of the standard, as it was asked for, and what it does."""

    name: str
    impacts: list[CentreImpact]


def build(
    changes: Sequence[StandardChange], failed: int, edition: Edition, words: Words
) -> Document:
    """The page; of several changes, which are a sweep, one row each and no centres."""
    title = words(mark("What a changed standard would do"))
    head: list[Block] = [Heading(title)]
    head += [Paragraph(_sentence(changes[0], words))] if len(changes) == 1 else []
    alike = mark(
        "Both sides: the same workbooks, day, exemptions, decisions on site and program; standard "
        "{sha256} on the old side."
    )
    head.append(Paragraph(words(alike, sha256=edition.sha256[:12])))
    if failed:
        text = mark("{n} workbooks could not be audited and are on neither side.")
        head.append(Paragraph(words(text, n=failed)))
    body = _one(changes[0].impacts, words) if len(changes) == 1 else _sweep(changes, words)
    return Document(title, (*head, *body), lang=words.lang)


def data(changes: Sequence[StandardChange], failed: int) -> bytes:
    """The same as JSON."""
    said = {"schema_version": 1, "failed": failed, "changes": [_plain(one) for one in changes]}
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _plain(change: StandardChange) -> dict[str, Any]:
    return {
        "change": change.name,
        "matrix": {
            old: {new: matrix(change.impacts)[old, new] for new in Verdict} for old in Verdict
        },
        "lacking": lacking(change.impacts),
        "clauses": [
            one._asdict() | {"shortfall": exact(one.shortfall)} for one in by_clause(change.impacts)
        ],
        "centres": [
            {
                "name": one.after.name,
                "workbook": one.after.workbook,
                "before": one.before.verdict,
                "after": one.after.verdict,
                "tipping": [
                    {
                        "criterion": turn.clause.criterion,
                        "before": turn.before.decided if turn.before else None,
                        "after": turn.after.decided if turn.after else None,
                        "shortfall": exact(turn.after.shortfall) if turn.after else None,
                        "message": turn.clause.message,
                    }
                    for turn in one.tipping
                ],
            }
            for one in change.impacts
            if one.tipping
        ],
    }


def _sentence(change: StandardChange, words: Words) -> str:
    """达标41→33（−9 +1），不变62，新标准所需数据缺3."""
    cells = matrix(change.impacts)
    good = Verdict.COMPLIANT
    before = sum(n for (old, _), n in cells.items() if old is good)
    after = sum(n for (_, new), n in cells.items() if new is good)
    return words(
        mark(
            "{change}: compliant {before}→{after} (−{lost} +{won}), unchanged {same}, lacking data "
            "for the new standard {lacking}"
        ),
        change=change.name,
        before=before,
        after=after,
        lost=before - cells[good, good],
        won=after - cells[good, good],
        same=sum(not one.is_changed for one in change.impacts),
        lacking=lacking(change.impacts),
    )


def _one(impacts: Sequence[CentreImpact], words: Words) -> list[Block]:
    blocks: list[Block] = [Heading(words(mark("Verdicts before (rows) and after (columns)")))]
    groups: dict[str, list[CentreImpact]] = {}
    for one in impacts:
        groups.setdefault(one.after.level_title, []).append(one)
    for level, own in groups.items():
        blocks.append(_matrix(level, own, words))
    clauses = by_clause(impacts)
    if clauses:
        blocks += [Heading(words(mark("By clause"))), _clauses(clauses, impacts, words)]
    turned = [one for one in impacts if one.tipping]
    if turned:
        blocks += [Heading(words(mark("By centre"))), _centres(turned, words)]
    return blocks


def _matrix(level: str, impacts: Sequence[CentreImpact], words: Words) -> Table:
    cells = matrix(impacts)
    head = (level, *(words(VERDICTS[one]) for one in Verdict))
    rows = (
        TableRow((words(VERDICTS[old]), *(str(cells[old, new]) for new in Verdict)))
        for old in Verdict
    )
    return Table(head, tuple(rows), numbers=(1, 2, 3))


def _clauses(clauses: Sequence[Any], impacts: Sequence[CentreImpact], words: Words) -> Table:
    head = (
        mark("Clause"),
        mark("Item"),
        mark("Limit before"),
        mark("Limit after"),
        mark("Newly unmet"),
        mark("Newly met"),
        mark("Newly open"),
        mark("Missing in all"),
    )
    limits = {
        turn.clause.criterion: (_limit(turn.before), _limit(turn.after))
        for one in impacts
        for turn in one.tipping
    }
    rows = tuple(
        TableRow(
            (
                one.criterion,
                one.title,
                *limits[one.criterion],
                str(one.failing),
                str(one.passing),
                str(one.unknown),
                f"{exact(one.shortfall)}{one.unit}" if one.shortfall else "",
            )
        )
        for one in clauses
    )
    return Table(tuple(words(text) for text in head), rows)


def _limit(clause: Any) -> str:
    required = clause.required if clause is not None else None
    return f"{exact(required.value)}{required.unit}" if required is not None else ""


def _centres(impacts: Sequence[CentreImpact], words: Words) -> Table:
    head = (
        mark("Centre"),
        mark("Before"),
        mark("After"),
        mark("What tips it, and by how much"),
    )
    rows = []
    for one in impacts:
        told = (
            words(
                mark("{id}: {before} → {after}; {message}"),
                id=turn.clause.criterion,
                before=words(OUTCOMES[turn.before.decided]) if turn.before else "－",
                after=words(OUTCOMES[turn.after.decided]) if turn.after else "－",
                message=turn.clause.message,
            )
            for turn in one.tipping
        )
        verdicts = (words(VERDICTS[side.verdict]) for side in (one.before, one.after))
        rows.append(TableRow((one.after.name, *verdicts, "\n".join(told)), one.after.verdict))
    return Table(tuple(words(text) for text in head), tuple(rows), (30, 13, 13, 90))


def _sweep(changes: Sequence[StandardChange], words: Words) -> list[Block]:
    """How many centres are compliant at each value, as bars and as a table."""
    counts = [
        {
            verdict: sum(one.after.verdict is verdict for one in change.impacts)
            for verdict in Verdict
        }
        for change in changes
    ]
    bars = tuple(
        Bar(change.name, own[Verdict.COMPLIANT], Verdict.COMPLIANT)
        for change, own in zip(changes, counts, strict=True)
    )
    head = (words(mark("Limit")), *(words(VERDICTS[one]) for one in Verdict))
    rows = tuple(
        TableRow((change.name, *(str(own[one]) for one in Verdict)))
        for change, own in zip(changes, counts, strict=True)
    )
    return [
        Figure(words(mark("Compliant centres at each limit")), bars),
        Table(head, rows, numbers=(1, 2, 3)),
    ]
